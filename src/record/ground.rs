//! What a catalogue said of everything that a plan rests on, whole.

use crate::catalog::{AddOn, AddOnId, Catalog, ClientFactors, Concern, Membership, ModelRules, Projection, Treatment};
use crate::document::{Draft, LineDraft};
use crate::overlay::Overlay;

/// What a plan rests on: its concern, its treatments and add-ons, and the rules of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The concern whose scars treatments are stated on, and those of the plan, each once.
    pub concerns: Vec<Concern>,
    /// The treatments of the plan, each once, in the order of the document.
    pub treatments: Vec<Treatment>,
    /// The catalogue's and the clinic's own add-ons of the plan, likewise.
    pub add_ons: Vec<AddOn>,
    /// On which terms there were members; none where there were none.
    pub membership: Option<Membership>,
    /// The effect of the client.
    pub factors: ClientFactors,
    /// The figures of the model that belong to no concern and no treatment.
    pub model: ModelRules,
}

impl Ground {
    /// What this catalogue says of a plan. Worked examples are no part of it.
    pub fn of(draft: &Draft, catalog: &Catalog) -> Self {
        let mut ground = Self {
            concerns: Vec::new(),
            treatments: Vec::new(),
            add_ons: Vec::new(),
            membership: Some(&catalog.defaults.membership).filter(|terms| !terms.fees.is_empty()).cloned(),
            factors: catalog.factors.clone(),
            model: catalog.model.clone(),
        };
        let reference = catalog.concerns.iter().find(|concern| is_scar(concern));
        for concern in reference.into_iter().chain(draft.concerns().filter_map(|id| catalog.concern(id))) {
            add(&mut ground.concerns, &Concern { example: Vec::new(), ..concern.clone() });
        }
        for line in draft.options.iter().flat_map(|option| &option.lines) {
            ground.add_line(line, catalog);
        }
        ground
    }

    fn add_line(&mut self, line: &LineDraft, catalog: &Catalog) {
        catalog.treatment(&line.treatment).into_iter().for_each(|treatment| add(&mut self.treatments, treatment));
        let ids = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        ids.filter_map(|id| catalog.add_on(id)).for_each(|add_on| add(&mut self.add_ons, add_on));
    }

    /// A catalogue in which all this stands in the place of what it says itself.
    pub(super) fn over(&self, catalog: &Catalog) -> Catalog {
        let mut laid = self.overlay(catalog).over(catalog);
        // Treatments are stated on the first concern that is a scar.
        let reference = self.concerns.first().map(|concern| &concern.id);
        laid.concerns.sort_by_key(|concern| Some(&concern.id) != reference);
        laid.defaults.membership = self.membership.clone().unwrap_or_default();
        laid
    }

    fn overlay(&self, catalog: &Catalog) -> Overlay {
        let concern = |concern: &Concern| {
            let example = catalog.concern(&concern.id).map(|known| known.example.clone()).unwrap_or_default();
            Concern { example, ..concern.clone() }
        };
        let is_known =
            |id: &&AddOnId| catalog.add_on(id).is_some() || self.add_ons.iter().any(|add_on| add_on.id == **id);
        let treatment = |treatment: &Treatment| {
            let add_ons = treatment.add_ons.iter().filter(is_known).cloned();
            Treatment { add_ons: add_ons.collect(), ..treatment.clone() }
        };
        Overlay {
            concerns: self.concerns.iter().map(concern).collect(),
            treatments: self.treatments.iter().map(treatment).collect(),
            add_ons: self.add_ons.clone(),
            rules: Some((self.factors.clone(), self.model.clone())),
            ..Overlay::default()
        }
    }
}

fn is_scar(concern: &Concern) -> bool {
    matches!(&concern.projection, Projection::Modelled(response) if response.is_scar)
}

/// Adds what is not there yet.
fn add<T: Clone + PartialEq>(all: &mut Vec<T>, one: &T) {
    if !all.contains(one) {
        all.push(one.clone());
    }
}

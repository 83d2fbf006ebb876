//! Values laid over a catalogue, not knowing where they come from: a clinic's price list, what was frozen when a plan was
//! issued, treatments of a clinic's own.

mod key;
mod kind;
mod places;
mod quantity;
mod subject;
mod value;

pub use key::{Case, Key, Part};
pub use kind::{CountUnit, PACKAGE, QuantityDefinition, QuantityKind, ValueShape};
pub use quantity::{Entry, Quantity};
pub use subject::{Subject, SubjectKind};
pub use value::{SourcedValue, Value};

use crate::catalog::{AddOn, AddOnId, Catalog, ClientFactors, Concern, ModelRules, Template, Treatment};

/// What stands in the place of what a catalogue says itself.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// Concerns that replace those with their ids, or are added.
    pub concerns: Vec<Concern>,
    /// Treatments likewise.
    pub treatments: Vec<Treatment>,
    /// Add-ons likewise.
    pub add_ons: Vec<AddOn>,
    /// The effect of the client, and the figures of the model that belong to no concern and no treatment.
    pub rules: Option<(ClientFactors, ModelRules)>,
    /// Add-ons that are offered with every treatment at the clinic.
    pub offered: Vec<AddOnId>,
    /// Options to start from, beside the catalogue's.
    pub templates: Vec<Template>,
    /// Single values in the order of lists, each for one case only: a course names its concern and severity. They are laid
    /// over last, one after the other, and labelled as the clinic's.
    pub values: Vec<Entry>,
}

impl Overlay {
    /// A catalogue in which everything here stands in the place of what it says itself.
    #[must_use]
    pub fn over(&self, catalog: &Catalog) -> Catalog {
        let mut laid = catalog.clone();
        replace(&mut laid.concerns, &self.concerns, |one, other| one.id == other.id);
        replace(&mut laid.treatments, &self.treatments, |one, other| one.id == other.id);
        replace(&mut laid.add_ons, &self.add_ons, |one, other| one.id == other.id);
        if let Some(rules) = &self.rules {
            (laid.factors, laid.model) = rules.clone();
        }
        for treatment in &self.treatments {
            // Over a catalogue that has it already it has adopted what there is, before the clinic's own values.
            let is_known = catalog.treatment(&treatment.id).is_some_and(|known| known.like == treatment.like);
            if let Some(like) = treatment.like.as_ref().filter(|_| !is_known) {
                laid.adopt(&treatment.id, like);
            }
        }
        for treatment in laid.treatments.iter_mut().filter(|treatment| treatment.at_clinic) {
            treatment.add_ons.extend(self.offered.iter().cloned());
        }
        laid.templates.extend(self.templates.iter().cloned());
        for Entry { subject, quantity, value, from } in &self.values {
            quantity.lay(&mut laid, subject, *value, *from);
        }
        laid
    }
}

/// Puts each in the place of the one that is the same but for what it says, or at the end.
fn replace<T: Clone>(known: &mut Vec<T>, with: &[T], same: impl Fn(&T, &T) -> bool) {
    for new in with {
        match known.iter_mut().find(|old| same(old, new)) {
            Some(old) => old.clone_from(new),
            None => known.push(new.clone()),
        }
    }
}

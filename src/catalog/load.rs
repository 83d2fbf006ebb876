//! Reading the catalogue, and checking that everything it names exists.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Catalog, Concern, ConcernResponse, Fact, Figure, Projection, Rules, SourceId, Treatment, UpkeepPreset};

/// What is wrong with a catalogue.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The text is no catalogue.
    #[error("the catalogue cannot be read: {0}")]
    Syntax(#[from] ron::error::SpannedError),
    /// Something names a row that does not exist.
    #[error("the catalogue names {kind} \"{id}\", which does not exist, at {place}")]
    Dangling {
        /// What kind of row is missing.
        kind: &'static str,
        /// The id that leads nowhere.
        id: String,
        /// Where it is named.
        place: String,
    },
}

impl Catalog {
    /// Reads a catalogue from its two texts and checks that every id leads somewhere.
    pub fn from_ron(catalog: &str, facts: &str) -> Result<Self, CatalogError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut read: Self = options.from_str(catalog)?;
        read.facts = options.from_str::<Vec<Fact>>(facts)?;
        read.check()?;
        Ok(read)
    }

    /// The catalogue built into the program. It is read once.
    ///
    /// # Panics
    /// Never in a released program: a test reads the same two texts.
    #[expect(clippy::panic, reason = "a program without its catalogue can do nothing")]
    pub fn built_in() -> Self {
        static READ: LazyLock<Catalog> = LazyLock::new(|| {
            let (catalog, facts) = (include_str!("../../assets/catalog.ron"), include_str!("../../assets/facts.ron"));
            match Catalog::from_ron(catalog, facts) {
                Ok(read) => read,
                Err(error) => panic!("the built-in catalogue is broken: {error}"),
            }
        });
        READ.clone()
    }
}

impl Catalog {
    /// Checks that every id named anywhere exists.
    fn check(&self) -> Result<(), CatalogError> {
        self.check_rows()?;
        let known = self.source_ids();
        let mut named = Named::default();
        self.concerns.iter().for_each(|concern| named.concern(concern));
        self.treatments.iter().for_each(|treatment| named.treatment(treatment));
        named.rest(self);
        match named.ids.into_iter().find(|(_, id)| !known.contains(id)) {
            Some((place, id)) => Err(CatalogError::Dangling { kind: "source", id: id.to_string(), place }),
            None => Ok(()),
        }
    }

    /// Checks the ids of concerns, treatments and add-ons.
    fn check_rows(&self) -> Result<(), CatalogError> {
        let dangling = |kind, id: &dyn ToString, place: &dyn ToString| {
            Err(CatalogError::Dangling { kind, id: id.to_string(), place: place.to_string() })
        };
        for treatment in &self.treatments {
            let suited = treatment.suits.iter().map(|suit| &suit.concern);
            let coursed = treatment.courses.iter().flat_map(|course| &course.concerns);
            let response = &treatment.response;
            let followed = response.evidence.iter().flat_map(|reach| &reach.concerns);
            let own = response.own.iter().map(|own| &own.concern);
            if let Some(id) = suited.chain(coursed).chain(followed).chain(own).find(|id| self.concern(id).is_none()) {
                return dangling("concern", id, &treatment.id);
            }
            if let Some(id) = treatment.add_ons.iter().find(|id| self.add_on(id).is_none()) {
                return dangling("add-on", id, &treatment.id);
            }
        }
        for concern in &self.concerns {
            if let Some(area) = concern.area.as_ref().filter(|id| self.areas.iter().all(|area| area.id != **id)) {
                return dangling("area", area, &concern.id);
            }
        }
        if let Some(prospect) = self.prospects.iter().find(|prospect| self.concern(&prospect.concern).is_none()) {
            return dangling("concern", &prospect.concern, &"prospects");
        }
        let cared = self.aftercare.iter().flat_map(|aftercare| &aftercare.treatments);
        if let Some(id) = cared.into_iter().find(|id| self.treatment(id).is_none()) {
            return dangling("treatment", id, &"aftercare");
        }
        if let Some(id) = self.rules.treatments().find(|id| self.treatment(id).is_none()) {
            return dangling("treatment", id, &"rules");
        }
        if let Some((area, id)) = self.areas.dangling() {
            return dangling("area", id, area);
        }
        for concern in &self.concerns {
            for line in concern.example.iter().flat_map(|example| &example.lines) {
                if self.treatment(&line.treatment).is_none() {
                    return dangling("treatment", &line.treatment, &concern.id);
                }
                if let Some(id) = line.add_ons.iter().find(|id| self.add_on(id).is_none()) {
                    return dangling("add-on", id, &concern.id);
                }
            }
        }
        Ok(())
    }

    fn source_ids(&self) -> HashSet<&SourceId> {
        let facts = self.facts.iter().map(|fact| &fact.id);
        let trials = self.trials.iter().map(|trial| &trial.id);
        let prices = self.price_rows.iter().map(|row| &row.id);
        let contradictions = self.contradictions.iter().map(|one| &one.id);
        let sources = self.sources.iter().map(|source| &source.id);
        let guidance = self.guidance.iter().map(|one| &one.id);
        facts.chain(trials).chain(prices).chain(contradictions).chain(sources).chain(guidance).collect()
    }
}

/// Every source id named in the catalogue, with the place that names it.
#[derive(Default)]
struct Named<'a> {
    ids: Vec<(String, &'a SourceId)>,
}

impl<'a> Named<'a> {
    fn add(&mut self, place: &str, ids: impl IntoIterator<Item = &'a SourceId>) {
        self.ids.extend(ids.into_iter().map(|id| (place.to_owned(), id)));
    }

    fn figure<T>(&mut self, place: &str, figure: &'a Figure<T>) {
        self.add(place, figure.refs.iter().chain(&figure.disagree));
    }

    fn upkeep(&mut self, place: &str, presets: &'a [UpkeepPreset]) {
        self.add(place, presets.iter().flat_map(|preset| preset.refs.iter().chain(&preset.disagree)));
    }

    fn concern(&mut self, concern: &'a Concern) {
        let place = concern.id.as_str();
        self.upkeep(place, &concern.upkeep);
        match &concern.projection {
            Projection::Modelled(response) => self.concern_response(place, response),
            Projection::CostOnly { refs, disagree, .. } => self.add(place, refs.iter().chain(disagree)),
        }
    }

    fn concern_response(&mut self, place: &str, response: &'a ConcernResponse) {
        let optional = response.deep_ceiling.iter().chain(&response.red_factor);
        let plain = [&response.amplitude, &response.ceiling, &response.fade_months, &response.ageing_weight];
        plain.into_iter().chain(optional).for_each(|figure| self.figure(place, figure));
        self.figure(place, &response.persistence);
    }

    fn treatment(&mut self, treatment: &'a Treatment) {
        let place = treatment.id.as_str();
        self.upkeep(place, &treatment.upkeep);
        self.add(place, treatment.suits.iter().flat_map(|suit| &suit.refs));
        self.add(place, treatment.prices.iter().flat_map(|price| &price.refs));
        self.add(place, treatment.packages.iter().flat_map(|package| &package.price.refs));
        self.add(place, treatment.courses.iter().flat_map(|course| course.refs.iter().chain(&course.disagree)));
        self.add(place, treatment.downtime.refs.iter().chain(&treatment.risk_refs));
        self.figure(place, &treatment.minimum_interval_days);
        treatment.needle_depth.iter().for_each(|depth| self.figure(place, depth));
        let response = &treatment.response;
        for figure in [&response.amplitude, &response.ceiling, &response.build_months, &response.fade_shape] {
            self.figure(place, figure);
        }
        self.figure(place, &response.persistence);
        self.figure(place, &response.fade);
        self.figure(place, &response.scar_types);
        response.reference_gap_days.iter().for_each(|gap| self.figure(place, gap));
        response.evidence.iter().for_each(|reach| self.figure(place, &reach.months));
        for own in &response.own {
            let some = own.amplitude.iter().chain(&own.persistence).chain(&own.fade_months);
            some.chain([&own.ceiling]).for_each(|figure| self.figure(place, figure));
        }
    }

    fn checklist(&mut self, rules: &'a Rules) {
        self.figure("strong sun", &rules.strong_sun.months);
        self.figure("strong sun", &rules.strong_sun.treatments);
        rules.pairs.iter().for_each(|pair| self.figure("pairs", &pair.days));
        self.add("together", rules.together.iter().flat_map(|together| &together.refs));
        for hold in &rules.holds {
            hold.rules.iter().for_each(|rule| self.figure(hold.id.as_str(), &rule.days));
        }
    }

    fn rest(&mut self, catalog: &'a Catalog) {
        for add_on in &catalog.add_ons {
            self.figure(add_on.id.as_str(), &add_on.amplitude);
            self.add(add_on.id.as_str(), add_on.prices.iter().flat_map(|price| &price.refs));
        }
        let factors = &catalog.factors;
        self.figure("age", &factors.age_rate);
        self.figure("age", &factors.age_limits);
        for habit in [&factors.smoking, &factors.sunscreen, &factors.unprotected_sun] {
            self.figure("habits", habit);
        }
        self.figure("severity", &factors.severity);
        self.figure("ceiling limit", &factors.ceiling_limit);
        self.add("cautions", factors.in_words.iter().flat_map(|note| note.refs.iter().chain(&note.disagree)));
        self.model_rules(catalog);
        self.checklist(&catalog.rules);
        self.add("cost table", catalog.cost_table.iter().flat_map(|row| &row.refs));
        self.add("timeline", catalog.timeline.iter().flat_map(|phase| phase.refs.iter().chain(&phase.disagree)));
        for prospect in &catalog.prospects {
            self.figure(prospect.concern.as_str(), &prospect.untreated);
            self.figure(prospect.concern.as_str(), &prospect.permanent);
        }
        for aftercare in &catalog.aftercare {
            self.add("aftercare", aftercare.days.iter().flat_map(|days| &days.refs));
            self.figure("aftercare", &aftercare.warning);
        }
        let statements = catalog.contradictions.iter().flat_map(|one| &one.statements);
        self.add("contradictions", statements.flat_map(|(_, refs)| refs));
        self.add("facts", catalog.facts.iter().flat_map(|fact| fact.contradicts.iter().chain([&fact.source])));
    }

    fn model_rules(&mut self, catalog: &'a Catalog) {
        let rules = &catalog.model;
        let plain = [
            &rules.wear,
            &rules.together,
            &rules.collagen_loss,
            &rules.collagen_loss_from_age,
            &rules.evidence_months,
            &rules.noticeable,
            &rules.grading,
            &rules.duration_share,
        ];
        plain.into_iter().for_each(|figure| self.figure("model", figure));
        let spreads = &rules.spreads;
        let plain = [
            &spreads.concern,
            &spreads.treatment,
            &spreads.person,
            &spreads.persistence,
            &spreads.fade,
            &spreads.wear,
            &spreads.ceiling,
            &spreads.add_on,
            &spreads.beyond,
        ];
        plain.into_iter().for_each(|figure| self.figure("model", figure));
        self.figure("model", &spreads.together);
        self.figure("model", &rules.depth);
    }
}

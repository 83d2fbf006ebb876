//! What is known before a client walks in: concerns, treatments, prices, schedules, response parameters, evidence.
//!
//! The catalogue is data: `assets/catalog.ron` with the statements it rests on in `assets/facts.ron`, both built into
//! the program. Every figure carries a [`Basis`] and the ids of those who say so ([`Figure`]). This room knows nothing
//! of plans.

mod area;
mod concern;
mod defaults;
mod evidence;
mod figure;
mod guidance;
mod id;
mod load;
mod membership;
mod own;
mod parameters;
mod rates;
mod rules;
mod skin;
mod template;
mod treatment;

pub use area::{Area, Areas};
pub use concern::{Concern, ConcernResponse, Example, ExampleLine, Projection, UpkeepPreset, Variant};
pub use defaults::Defaults;
pub use evidence::{Citation, Contradiction, Fact, PriceRow, Source, Trial};
pub use figure::{Basis, Figure};
pub use guidance::{Aftercare, AftercareDay, CostRow, Prospect, TimelineAnchor, TimelinePhase};
pub use id::{AddOnId, AreaId, ConcernId, HoldId, SourceId, TreatmentId};
pub use load::CatalogError;
pub use membership::Membership;
pub use parameters::{ClientFactors, DepthRule, Habit, ModelRules, SkinNote, Spreads};
pub use rates::Rates;
pub use rules::{Advice, Guidance, GuidanceKind, Hold, HoldRule, PairRule, Rules, SunRule, Together};
pub use template::Template;
pub use treatment::{
    AddOn, AreaPrices, CoursePreset, Downtime, EvidenceReach, Fade, OwnResponse, Package, Persistence, Price,
    PriceUnit, ScarFactors, Severity, SuitLevel, Suitability, TogetherPrice, Treatment, TreatmentResponse,
};

use crate::units::{Currency, Date};
use serde::Deserialize;

/// Everything the program knows by itself. Read once, then only borrowed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// The catalogue's own version, printed on every sheet.
    pub version: String,
    /// The day the evidence was last reviewed.
    pub reviewed: Date,
    /// The day until which it is to be reviewed again.
    pub next_review: Date,
    /// What somebody comes for.
    pub concerns: Vec<Concern>,
    /// What is to be expected of each concern.
    pub prospects: Vec<Prospect>,
    /// What can be done.
    pub treatments: Vec<Treatment>,
    /// What can be added to a session.
    pub add_ons: Vec<AddOn>,
    /// Parts of the body.
    pub areas: Areas,
    /// The effect of age, smoking, sun and severity.
    pub factors: ClientFactors,
    /// The figures of the response model that belong to no concern and no treatment.
    pub model: ModelRules,
    /// When treatments may be given.
    pub rules: Rules,
    /// What is said of that, and by whom.
    pub guidance: Vec<Guidance>,
    /// The rows of the seed cost table, recomputed, with what was printed.
    pub cost_table: Vec<CostRow>,
    /// How a course unfolds, from the first day to the fading.
    pub timeline: Vec<TimelinePhase>,
    /// What to do and not to do after a session, by treatment.
    pub aftercare: Vec<Aftercare>,
    /// Where the sources contradict each other, and what the program does about it.
    pub contradictions: Vec<Contradiction>,
    /// The documents the statements come from.
    pub sources: Vec<Source>,
    /// Published studies.
    pub trials: Vec<Trial>,
    /// Prices seen outside the seed documents.
    pub price_rows: Vec<PriceRow>,
    /// The single statements, read from `assets/facts.ron`.
    #[serde(skip)]
    pub facts: Vec<Fact>,
    /// What a new plan starts with, where a clinic's price list says so.
    #[serde(skip)]
    pub defaults: Defaults,
    /// Options to start from that a clinic has of its own.
    #[serde(skip)]
    pub templates: Vec<Template>,
}

impl Catalog {
    /// The concern with this id.
    pub fn concern(&self, id: &ConcernId) -> Option<&Concern> {
        self.concerns.iter().find(|concern| concern.id == *id)
    }

    /// The treatment with this id.
    pub fn treatment(&self, id: &TreatmentId) -> Option<&Treatment> {
        self.treatments.iter().find(|treatment| treatment.id == *id)
    }

    /// The add-on with this id.
    pub fn add_on(&self, id: &AddOnId) -> Option<&AddOn> {
        self.add_ons.iter().find(|add_on| add_on.id == *id)
    }

    /// Whether the evidence was to be reviewed again before this day.
    pub fn is_review_due(&self, today: Date) -> bool {
        today > self.next_review
    }

    /// What is to be expected of this concern.
    pub fn prospect(&self, concern: &ConcernId) -> Option<&Prospect> {
        self.prospects.iter().find(|prospect| prospect.concern == *concern)
    }

    /// What to do and not to do after a session of this treatment.
    pub fn aftercare(&self, treatment: &TreatmentId) -> Option<&Aftercare> {
        self.aftercare.iter().find(|aftercare| aftercare.treatments.contains(treatment))
    }

    /// What a source id stands for. `None` only for an id that is not in the evidence; the catalogue is checked for
    /// such when it is read.
    pub fn cite(&self, id: &SourceId) -> Option<Citation<'_>> {
        let found_by = |other: &SourceId| other == id;
        None.or_else(|| self.facts.iter().find(|fact| found_by(&fact.id)).map(Citation::Fact))
            .or_else(|| self.trials.iter().find(|trial| found_by(&trial.id)).map(Citation::Trial))
            .or_else(|| self.price_rows.iter().find(|row| found_by(&row.id)).map(Citation::Price))
            .or_else(|| self.contradictions.iter().find(|one| found_by(&one.id)).map(Citation::Contradiction))
            .or_else(|| self.guidance.iter().find(|one| found_by(&one.id)).map(Citation::Guidance))
            .or_else(|| self.sources.iter().find(|source| found_by(&source.id)).map(Citation::Source))
    }

    /// The upkeep presets for a treatment of a concern: the treatment's own where it has some, else the concern's.
    pub fn upkeep_presets<'a>(&'a self, concern: &'a Concern, treatment: &'a Treatment) -> &'a [UpkeepPreset] {
        if treatment.upkeep.is_empty() { &concern.upkeep } else { &treatment.upkeep }
    }

    /// Every currency in which at least one treatment has a price, without repeats, in the order met.
    pub fn currencies(&self) -> Vec<Currency> {
        let mut found = Vec::new();
        for price in self.treatments.iter().flat_map(Treatment::all_prices) {
            if !found.contains(&price.currency) {
                found.push(price.currency);
            }
        }
        found
    }
}

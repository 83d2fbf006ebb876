//! What a catalogue said of what an issue rests on.

use super::values::{Minor, Number, Prices, Share, Usual, Words};
use crate::catalog;
use crate::record;
use crate::storage::wire::bounded::{Day, Id, List, Text, Whole, is_default};
use crate::storage::wire::frozen::Unit;
use crate::storage::wire::stored::{Stored, stored};
use crate::units::{Currency, Tax};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

type Refs = List<Id, 200>;
type Few = (Number, Number, Number);
type Count = Whole<0, 100_000>;
type Counts = (Count, Count, Count);
type Amounts = (Minor, Minor, Minor);

stored! {
    struct Ground = record::Ground {
        concerns: List<Concern, 8>,
        treatments: List<Treatment, 72>,
        add_ons: List<AddOn, 432>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        membership: Option<Membership>,
        factors: Factors,
        model: Rules,
    }

    struct Membership = catalog::Membership {
        fees: List<(Currency, Minor), 200>,
        months: Option<Count>,
        sessions: Option<Count>,
        included: List<(Id, bool), 1000>,
        credits: List<(Currency, Minor), 200>,
        roll_over: Option<Count>,
        discount: Option<Share>,
    }

    struct Concern = catalog::Concern {
        id: Id,
        name: Words,
        summary: Words,
        variant: Variant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<Id>,
        projection: Projection,
        upkeep: List<Upkeep, 40>,
    } without example = Vec::new();

    struct Upkeep = catalog::UpkeepPreset {
        name: Words,
        months: Count,
        refs: Refs,
        disagree: Refs,
        note: Words,
    }

    struct ConcernResponse = catalog::ConcernResponse {
        amplitude: Figure<Number>,
        ceiling: Figure<Number>,
        deep_ceiling: Option<Figure<Number>>,
        red_factor: Option<Figure<Number>>,
        persistence: Figure<Usual>,
        fade_months: Figure<Number>,
        ageing_weight: Figure<Number>,
        is_scar: bool,
    }

    struct Treatment = catalog::Treatment {
        id: Id,
        name: Words,
        summary: Words,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        like: Option<Id>,
        suits: List<Suitability, 100>,
        unit: Unit,
        prices: List<Price, 200>,
        packages: List<Package, 2000>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package_months: Option<Count>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package_refund: Option<Share>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        further_area: Option<Share>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        upkeep_prices: List<Price, 200>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        together: List<Together, 2000>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        area_prices: List<AreaPrices, 200>,
        tax: Option<OwnTax>,
        courses: List<Course, 200>,
        upkeep: List<Upkeep, 40>,
        minimum_interval_days: Figure<Count>,
        interval_group: Text<120>,
        downtime: Downtime,
        at_clinic: bool,
        risks: List<Words, 100>,
        risk_refs: Refs,
        response: Response,
        add_ons: List<Id, 1000>,
        needle_depth: Option<Figure<Few>>,
    }

    struct Suitability = catalog::Suitability {
        concern: Id,
        level: Level,
        note: Words,
        refs: Refs,
    }

    struct Price = catalog::Price {
        currency: Currency,
        amount: Amounts,
        year: Words,
        basis: Basis,
        refs: Refs,
        note: Words,
        since: Option<Day>,
    }

    struct Package = catalog::Package {
        sessions: Count,
        price: Price,
    }

    struct AreaPrices = catalog::AreaPrices {
        area: Text<60>,
        prices: List<Price, 200>,
        packages: List<Package, 2000>,
        upkeep_prices: List<Price, 200>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        together: List<Together, 2000>,
    }

    #[serde(rename = "PriceWith")]
    struct Together = catalog::TogetherPrice {
        with: Id,
        price: Price,
    }

    struct OwnTax = Tax {
        rate: Share,
        mode: Prices,
    }

    struct Course = catalog::CoursePreset {
        concerns: List<Id, 100>,
        severity: Option<Severity>,
        sessions: Counts,
        spacing_days: Counts,
        basis: Basis,
        refs: Refs,
        disagree: Refs,
    }

    struct Downtime = catalog::Downtime {
        social_days: (Count, Count),
        full_days: Count,
        basis: Basis,
        refs: Refs,
        note: Words,
    }

    struct Response = catalog::TreatmentResponse {
        amplitude: Figure<Number>,
        ceiling: Figure<Number>,
        build_months: Figure<Number>,
        persistence: Figure<Persistence>,
        fade: Figure<Fade>,
        fade_shape: Figure<Number>,
        reference_gap_days: Option<Figure<Count>>,
        scar_types: Figure<ScarTypes>,
        scars_only: bool,
        #[serde(default, skip_serializing_if = "is_default")]
        is_unprojected: bool,
        #[serde(default = "List::none")]
        evidence: List<Reach, 100>,
        #[serde(default = "List::none")]
        own: List<OwnResponse, 100>,
    }

    struct Reach = catalog::EvidenceReach {
        concerns: List<Id, 100>,
        months: Figure<Number>,
    }

    struct OwnResponse = catalog::OwnResponse {
        concern: Id,
        amplitude: Option<Figure<Number>>,
        ceiling: Figure<Number>,
        persistence: Option<Figure<Number>>,
        fade_months: Option<Figure<Number>>,
    }

    struct ScarTypes = catalog::ScarFactors {
        rolling: Number,
        boxcar: Number,
        icepick: Number,
    }

    struct AddOn = catalog::AddOn {
        id: Id,
        name: Words,
        summary: Words,
        prices: List<Price, 200>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        packages: List<Package, 2000>,
        amplitude: Figure<Few>,
    }

    struct Factors = catalog::ClientFactors {
        age_rate: Figure<Number>,
        age_limits: Figure<(Number, Number)>,
        smoking: Figure<Habit>,
        sunscreen: Figure<Habit>,
        unprotected_sun: Figure<Habit>,
        severity: Figure<Few>,
        ceiling_limit: Figure<Number>,
        in_words: List<SkinNote, 40>,
    }

    struct Habit = catalog::Habit {
        amplitude: Number,
        fade: Number,
        collagen_loss: Number,
    }

    struct SkinNote = catalog::SkinNote {
        id: Text<120>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        treatments: List<Id, 72>,
        text: Words,
        refs: Refs,
        disagree: Refs,
    }

    struct Spreads = catalog::Spreads {
        concern: Figure<Number>,
        treatment: Figure<Number>,
        person: Figure<Number>,
        persistence: Figure<Number>,
        fade: Figure<Number>,
        wear: Figure<Number>,
        ceiling: Figure<Number>,
        add_on: Figure<Number>,
        together: Figure<(Whole<1, 100>, Whole<1, 100>)>,
        beyond: Figure<Number>,
    }

    struct Depth = catalog::DepthRule {
        reference_mm: Number,
        superficial_mm: Number,
    }
}

stored! {
    enum Basis = catalog::Basis { Trial, Society, Seed, Assumption, Placeholder, Clinic, }
    enum Severity = catalog::Severity { Mild, Moderate, Severe, }
    enum Level = catalog::SuitLevel { Usual, Sometimes, Doubtful, }
    enum Variant = catalog::Variant { None, ScarTypes, WrinkleDepth, StretchMarkColour, }

    enum Projection = catalog::Projection {
        Modelled(response: Box<ConcernResponse>),
        CostOnly { reason: Words, refs: Refs, disagree: Refs },
    }

    enum Fade = catalog::Fade {
        OfConcern,
        Longer { on_scars: Number, times_concern: Number },
        Months(months: Number),
    }
}

/// The rules of the model. What those of model 1 say nothing of is as the catalogue has it now, and what only they had no
/// longer counts: such an issue keeps the figures that it printed. How exact grades are is no matter of an issue.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    version: Text<40>,
    #[serde(default, rename = "study_spread", skip_serializing)]
    _spread: IgnoredAny,
    #[serde(default, rename = "band_z", skip_serializing)]
    _band: IgnoredAny,
    #[serde(default)]
    spreads: Option<Spreads>,
    #[serde(default)]
    wear: Option<Figure<Number>>,
    #[serde(default)]
    together: Option<Figure<Number>>,
    collagen_loss: Figure<Number>,
    collagen_loss_from_age: Figure<Number>,
    evidence_months: Figure<Number>,
    noticeable: Figure<Number>,
    duration_share: Figure<Number>,
    depth: Figure<Depth>,
}

impl Stored<catalog::ModelRules> for Rules {
    fn of(rules: &catalog::ModelRules) -> Self {
        Self {
            version: Stored::of(&rules.version),
            _spread: IgnoredAny,
            _band: IgnoredAny,
            spreads: Some(Stored::of(&rules.spreads)),
            wear: Some(Stored::of(&rules.wear)),
            together: Some(Stored::of(&rules.together)),
            collagen_loss: Stored::of(&rules.collagen_loss),
            collagen_loss_from_age: Stored::of(&rules.collagen_loss_from_age),
            evidence_months: Stored::of(&rules.evidence_months),
            noticeable: Stored::of(&rules.noticeable),
            duration_share: Stored::of(&rules.duration_share),
            depth: Stored::of(&rules.depth),
        }
    }

    fn value(self) -> catalog::ModelRules {
        let now = catalog::Catalog::built_in().model;
        catalog::ModelRules {
            version: self.version.value(),
            spreads: self.spreads.map_or(now.spreads, Stored::value),
            wear: self.wear.map_or(now.wear, Stored::value),
            together: self.together.map_or(now.together, Stored::value),
            collagen_loss: self.collagen_loss.value(),
            collagen_loss_from_age: self.collagen_loss_from_age.value(),
            evidence_months: self.evidence_months.value(),
            noticeable: self.noticeable.value(),
            grading: now.grading,
            duration_share: self.duration_share.value(),
            depth: self.depth.value(),
        }
    }
}

/// A value with who says so.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure<S> {
    value: S,
    basis: Basis,
    refs: Refs,
    disagree: Refs,
    note: Words,
}

impl<T, S: Stored<T>> Stored<catalog::Figure<T>> for Figure<S> {
    fn of(figure: &catalog::Figure<T>) -> Self {
        Self {
            value: S::of(&figure.value),
            basis: Stored::of(&figure.basis),
            refs: Stored::of(&figure.refs),
            disagree: Stored::of(&figure.disagree),
            note: Stored::of(&figure.note),
        }
    }

    fn value(self) -> catalog::Figure<T> {
        catalog::Figure {
            value: self.value.value(),
            basis: self.basis.value(),
            refs: self.refs.value(),
            disagree: self.disagree.value(),
            note: self.note.value(),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) enum Persistence {
    OfConcern,
    /// As model 1 had it: what a cautious, a usual and a hopeful reader would take.
    Own(Number, Number, Number),
    Share(Number),
}

impl Stored<catalog::Persistence> for Persistence {
    fn of(persistence: &catalog::Persistence) -> Self {
        match persistence {
            catalog::Persistence::OfConcern => Self::OfConcern,
            catalog::Persistence::Own(share) => Self::Share(Stored::of(share)),
        }
    }

    fn value(self) -> catalog::Persistence {
        match self {
            Self::OfConcern => catalog::Persistence::OfConcern,
            Self::Own(_, share, _) | Self::Share(share) => catalog::Persistence::Own(share.value()),
        }
    }
}

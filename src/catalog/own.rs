//! Treatments of a clinic's own: with the result of a treatment of the catalogue, or without one.

use super::rules::join;
use super::{
    Basis, Catalog, CoursePreset, Downtime, Fade, Figure, Persistence, PriceUnit, ScarFactors, Treatment, TreatmentId,
    TreatmentResponse,
};
use crate::text::{Text, english};
use crate::units::Spread;

/// What is no more than a beginning: one session, and four weeks to the next one.
const SPACING: u32 = 28;

impl Treatment {
    /// A treatment of a clinic's own that does what one of the catalogue does; prices and packages are its own.
    #[must_use]
    pub fn own_like(id: TreatmentId, name: Text, like: &Self) -> Self {
        Self {
            id,
            name,
            like: Some(like.id.clone()),
            prices: Vec::new(),
            packages: Vec::new(),
            package_months: None,
            package_refund: None,
            further_area: None,
            upkeep_prices: Vec::new(),
            together: Vec::new(),
            area_prices: Vec::new(),
            tax: None,
            ..like.clone()
        }
    }

    /// A treatment of a clinic's own of which no result is projected.
    #[must_use]
    pub fn own_unprojected(id: TreatmentId, name: Text) -> Self {
        let course = CoursePreset {
            concerns: Vec::new(),
            severity: None,
            sessions: Spread::of(1),
            spacing_days: Spread::of(SPACING),
            basis: Basis::Assumption,
            refs: Vec::new(),
            disagree: Vec::new(),
        };
        let downtime = Downtime {
            social_days: (0, 0),
            full_days: 0,
            basis: Basis::Clinic,
            refs: Vec::new(),
            note: Text::english(english!("Not stated: ask the clinic.")),
        };
        Self {
            interval_group: id.to_string(),
            id,
            name,
            summary: Text::english(english!(
                "A treatment of the clinic's own: its cost is counted, and no result is projected."
            )),
            like: None,
            suits: Vec::new(),
            unit: PriceUnit::Session,
            prices: Vec::new(),
            packages: Vec::new(),
            package_months: None,
            package_refund: None,
            further_area: None,
            upkeep_prices: Vec::new(),
            together: Vec::new(),
            area_prices: Vec::new(),
            tax: None,
            courses: vec![course],
            upkeep: Vec::new(),
            minimum_interval_days: Figure { basis: Basis::Assumption, ..own(1) },
            downtime,
            at_clinic: true,
            risks: Vec::new(),
            risk_refs: Vec::new(),
            response: TreatmentResponse::unprojected(),
            add_ons: Vec::new(),
            needle_depth: None,
        }
    }
}

impl TreatmentResponse {
    /// That of a treatment of which no result is projected.
    fn unprojected() -> Self {
        Self {
            amplitude: own(0.0),
            ceiling: own(0.0),
            build_months: own(1.0),
            persistence: own(Persistence::Own(0.0)),
            fade: own(Fade::Months(1.0)),
            fade_shape: own(1.0),
            reference_gap_days: None,
            scar_types: own(ScarFactors { rolling: 0.0, boxcar: 0.0, icepick: 0.0 }),
            scars_only: false,
            is_unprojected: true,
            evidence: Vec::new(),
            own: Vec::new(),
        }
    }
}

fn own<T>(value: T) -> Figure<T> {
    Figure { value, basis: Basis::Clinic, refs: Vec::new(), disagree: Vec::new(), note: Text::default() }
}

impl Catalog {
    /// Has everything that is said of one treatment hold for another one of the clinic's own as well: rules, aftercare,
    /// cautions.
    pub(crate) fn adopt(&mut self, own: &TreatmentId, like: &TreatmentId) {
        self.rules.adopt(own, like);
        let of_aftercare = self.aftercare.iter_mut().map(|aftercare| &mut aftercare.treatments);
        let of_cautions = self.factors.in_words.iter_mut().map(|note| &mut note.treatments);
        of_aftercare.chain(of_cautions).for_each(|list| join(list, own, like));
    }
}

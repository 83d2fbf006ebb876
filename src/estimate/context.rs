//! What the options of a plan share while they are worked out.

use crate::catalog::{Catalog, Concern};
use crate::engine::{Ageing, Kernel, Params, Rule, Thresholds};
use crate::plan::{Line, Plan};
use crate::units::{DAYS_PER_MONTH, Day};

/// One plan with everything looked up that its options share.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) catalog: &'a Catalog,
    pub(super) concern: Option<&'a Concern>,
    pub(super) params: Option<Params<'a>>,
    pub(super) horizon: Day,
    /// The first day of each year of the plan, and the end of the last one.
    pub(super) bounds: Vec<Day>,
}

/// What the model is told of a client, besides what each session does.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    pub(super) ageing: Ageing,
    pub(super) scar_mix: Option<[f64; 3]>,
    /// Days after a session to which evidence reaches.
    pub(super) evidence_days: f64,
    pub(super) thresholds: Thresholds,
}

impl<'a> Context<'a> {
    pub(super) fn new(plan: &'a Plan, catalog: &'a Catalog) -> Self {
        let concern = catalog.concern(&plan.concern);
        let params = concern.and_then(|concern| Params::new(catalog, concern, &plan.profile));
        Self { plan, catalog, concern, params, horizon: plan.horizon_days(), bounds: plan.year_bounds() }
    }

    /// What the model is told of the client; none for a concern that gets no projection.
    pub(super) fn model(&self) -> Option<Model> {
        let params = self.params.as_ref()?;
        Some(Model {
            ageing: params.ageing(),
            scar_mix: params.scar_mix(),
            evidence_days: params.rule(Rule::EvidenceMonths) * DAYS_PER_MONTH,
            thresholds: Thresholds {
                noticeable: params.rule(Rule::Noticeable),
                lasting: params.rule(Rule::Lasting),
                target: self.plan.target,
            },
        })
    }

    /// What a session of a line does, or none if that is nothing.
    pub(super) fn kernel(&self, line: &Line) -> Option<Kernel> {
        let treatment = self.catalog.treatment(&line.treatment)?;
        let add_ons = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        self.params.as_ref()?.kernel(treatment, line.depth_mm, add_ons)
    }
}

//! What the options of a plan share while they are worked out.

use crate::catalog::{Catalog, Concern, ConcernId};
use crate::engine::{Kernel, Params, Rule, Setting, Thresholds};
use crate::plan::{Line, Occasion, Plan};
use crate::simulate::Uncertainty;
use crate::text::Text;
use crate::units::{DAYS_PER_MONTH, Day};

/// One plan with everything looked up that its options share.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) catalog: &'a Catalog,
    pub(super) concern: Option<&'a Concern>,
    /// Of the concern that results are for.
    pub(super) params: Option<Params<'a>>,
    /// Of what else the client comes for.
    pub(super) further: Vec<(&'a Concern, Option<Params<'a>>)>,
    /// The days that matter that lie within the plan.
    pub(super) occasions: Vec<&'a Occasion>,
    pub(super) horizon: Day,
    /// The first day of each year of the plan, and the end of the last one.
    pub(super) bounds: Vec<Day>,
}

/// What the model is told of a client, besides what each session does.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Model {
    pub(super) setting: Setting,
    pub(super) thresholds: Thresholds,
    pub(super) uncertainty: Uncertainty,
}

impl<'a> Context<'a> {
    pub(super) fn new(plan: &'a Plan, catalog: &'a Catalog) -> Self {
        let concern = catalog.concern(&plan.concern);
        let params = concern.and_then(|concern| Params::new(catalog, concern, &plan.profile));
        let further = plan.further.iter().filter_map(|further| {
            let concern = catalog.concern(&further.concern)?;
            Some((concern, Params::new(catalog, concern, &further.profile)))
        });
        Self {
            plan,
            catalog,
            concern,
            params,
            further: further.collect(),
            occasions: plan
                .occasions
                .iter()
                .filter(|occasion| (0..=plan.horizon_days()).contains(&occasion.day))
                .collect(),
            horizon: plan.horizon_days(),
            bounds: plan.year_bounds(),
        }
    }

    /// The same with other parameters of the model for the concern that results are for.
    pub(super) fn changed(mut self, change: impl FnMut(&mut Params<'a>)) -> Self {
        self.params.iter_mut().for_each(change);
        self
    }

    /// The same for another plan for the same client.
    pub(super) fn with<'b>(&'b self, plan: &'b Plan) -> Context<'b> {
        Context {
            plan,
            catalog: self.catalog,
            concern: self.concern,
            params: self.params.clone(),
            further: self.further.clone(),
            occasions: Vec::new(),
            horizon: plan.horizon_days(),
            bounds: Vec::new(),
        }
    }

    /// What the model is told of the client; none for a concern that gets no projection.
    pub(super) fn model(&self) -> Option<Model> {
        let params = self.params.as_ref()?;
        Some(Model {
            setting: params.setting(),
            uncertainty: Uncertainty::of(params),
            thresholds: Thresholds {
                noticeable: params.rule(Rule::Noticeable),
                lasting: params.rule(Rule::Lasting),
                target: self.plan.target,
            },
        })
    }

    /// What a concern is called, where it has to be said which one is meant: in a plan for several.
    pub(super) fn named(&self, concern: &ConcernId) -> Option<Text> {
        let known = self.catalog.concern(concern).filter(|_| !self.further.is_empty());
        known.map(|concern| concern.name.clone())
    }

    /// The parameters for what a line is for; none if that gets no projection.
    pub(super) fn params_for(&self, line: &Line) -> Option<&Params<'a>> {
        if line.concern == self.plan.concern {
            return self.params.as_ref();
        }
        self.further.iter().find(|(concern, _)| concern.id == line.concern)?.1.as_ref()
    }

    /// Whole days after the last session of a line's course to which evidence reaches.
    pub(super) fn evidence_days(&self, line: &Line) -> Day {
        let months = self.params.as_ref().map_or(0.0, |params| params.evidence_months(&line.treatment));
        #[expect(clippy::cast_possible_truncation, reason = "the evidence reaches a few hundred days")]
        let days = (months * DAYS_PER_MONTH).floor() as Day;
        days
    }

    /// What a session of a line's course does by these parameters, or none if that is nothing.
    pub(super) fn kernel(&self, params: &Params<'a>, line: &Line) -> Option<Kernel> {
        let treatment = self.catalog.treatment(&line.treatment)?;
        let add_ons = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        params.kernel(treatment, line.depth_mm, add_ons)
    }
}

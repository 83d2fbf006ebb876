//! The one place where schedule, ledger and engine meet: one plan in, everything derived out.
//!
//! Nothing here depends on how it is shown, nor on which days a reader asks for: [`OptionEstimate::point`] answers for
//! any day, and the measures (peak, improvement-years, duration) come from a grid of their own.

mod course;
mod estimator;
mod fading;
mod figures;
mod payment;
mod remarks;
mod result;
mod visits;

pub use estimator::Estimator;
pub use figures::{Figures, OptionFigures, ResultFigures};
pub use payment::Payment;
pub use result::{Peak, PhaseSpan, Projection};

use crate::catalog::{Catalog, Concern};
use crate::document::{Mark, OptionId};
use crate::engine::{Kernel, Params};
use crate::ledger::Ledger;
use crate::plan::{Line, Plan, Problems, Remark};
use crate::schedule::Schedule;
use crate::units::{Band, Currency, Date, Day, Money, Spread};
use std::sync::Arc;

/// Everything derived from a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The plan's first day.
    pub start: Date,
    /// The currency of every amount.
    pub currency: Currency,
    /// The horizon in years.
    pub horizon_years: u32,
    /// The horizon in days.
    pub horizon_days: Day,
    /// The first day of each year of the plan, and the end of the last one.
    pub year_bounds: Vec<Day>,
    /// Target improvement as a share of starting severity.
    pub target: Option<f64>,
    /// The options in the order of the document, and doing nothing as the last.
    pub options: Vec<OptionEstimate>,
    /// What is worth knowing of the whole plan.
    pub remarks: Vec<Remark>,
}

/// Everything derived from one option, or from doing nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionEstimate {
    /// Its id in the document; none for doing nothing.
    pub id: Option<OptionId>,
    /// What marks it; none for doing nothing.
    pub mark: Option<Mark>,
    /// Its name; none for doing nothing.
    pub name: Option<String>,
    /// Its dated sessions.
    pub schedule: Arc<Schedule>,
    /// Its money.
    pub ledger: Arc<Ledger>,
    /// How its initial course may be paid; none if that costs nothing.
    pub payment: Option<Payment>,
    /// Its result; none for a concern that gets no projection.
    pub projection: Option<Arc<Projection>>,
    /// The days on which its curves are drawn: at least weekly, with the days around each session so that steps are seen.
    pub days: Arc<Vec<Day>>,
    /// Healing, building, peak, plateau and fading, as far as within the horizon; empty without a projection.
    pub phases: Vec<PhaseSpan>,
    /// Visits to the clinic: days with a session there.
    pub visits: u32,
    /// Days one would rather not be seen, least and most; a day counts once, however many sessions it follows.
    pub downtime_days: (u32, u32),
    /// What is worth knowing of this option.
    pub remarks: Vec<Remark>,
}

/// One day of an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Days from the plan's start.
    pub day: Day,
    /// Gain over doing nothing, as a share; none for a concern that gets no projection.
    pub result: Option<ResultPoint>,
    /// What has been paid up to and including this day.
    pub spend: Spread<Money>,
}

/// The result on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResultPoint {
    /// Gain over doing nothing on that day, as a share.
    pub improvement: Band,
    /// Severity if nothing were done, 1 on the first day.
    pub untreated: f64,
    /// Change against the first day, as a share of starting severity; below zero where ageing outweighs the gain.
    pub net: Band,
    /// Whether the day lies beyond what studies have followed.
    pub extrapolated: bool,
}

impl Estimate {
    /// Derives everything from a plan, from scratch.
    ///
    /// # Errors
    /// As [`Estimator::estimate`].
    pub fn of(plan: &Plan, catalog: &Catalog) -> Result<Self, Problems> {
        Estimator::default().estimate(plan, catalog)
    }

    /// The date of a day.
    pub fn date(&self, day: Day) -> Date {
        self.start.saturating_add(jiff::Span::new().days(i64::from(day)))
    }

    /// Doing nothing.
    pub fn do_nothing(&self) -> &OptionEstimate {
        // `of` always pushes it last.
        &self.options[self.options.len() - 1]
    }
}

impl OptionEstimate {
    /// Money and result on any day.
    pub fn point(&self, day: Day) -> Point {
        let result = self.projection.as_ref().map(|projection| projection.at(day));
        Point { day, result, spend: self.ledger.spent(day) }
    }

    /// The curve for drawing: money and result on each of its days.
    pub fn curve(&self) -> impl Iterator<Item = Point> {
        let mut results = self.projection.as_ref().map(|projection| projection.along());
        let days = self.days.iter().zip(self.ledger.spent_along(&self.days));
        days.map(move |(&day, spend)| Point { day, result: results.as_mut().and_then(Iterator::next), spend })
    }
}

/// One plan with everything looked up that its options share.
struct Context<'a> {
    plan: &'a Plan,
    catalog: &'a Catalog,
    concern: Option<&'a Concern>,
    params: Option<Params<'a>>,
    horizon: Day,
    /// The first day of each year of the plan, and the end of the last one.
    bounds: Vec<Day>,
}

impl<'a> Context<'a> {
    fn new(plan: &'a Plan, catalog: &'a Catalog) -> Self {
        let concern = catalog.concern(&plan.concern);
        let params = concern.and_then(|concern| Params::new(catalog, concern, &plan.profile));
        Self { plan, catalog, concern, params, horizon: plan.horizon_days(), bounds: plan.year_bounds() }
    }

    /// What a session of a line does, or none if that is nothing.
    fn kernel(&self, line: &Line) -> Option<Kernel> {
        let treatment = self.catalog.treatment(&line.treatment)?;
        let add_ons = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        self.params.as_ref()?.kernel(treatment, line.depth_mm, add_ons)
    }
}

//! The one place where schedule, ledger and engine meet: one plan in, everything derived out.
//!
//! Nothing here depends on how it is shown, nor on which days a reader asks for: [`OptionEstimate::point`] answers for
//! any day, and the measures (peak, improvement-years, duration) come from a grid of their own.

mod fading;
mod payment;
mod remarks;
mod result;
mod visits;

pub use payment::Payment;
pub use result::{Peak, PhaseSpan, Projection};

use crate::catalog::{Catalog, Concern};
use crate::document::{Mark, OptionId};
use crate::engine::{Kernel, Params, Program, Tables, grid};
use crate::ledger::Ledger;
use crate::locale::{self, mark};
use crate::plan::{Line, Plan, Problems, Remark};
use crate::schedule::Schedule;
use crate::units::{Band, Currency, Date, Day, Money, Spread};
use fading::{Effects, Watch};

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
    /// Its name.
    pub name: String,
    /// Its dated sessions.
    pub schedule: Schedule,
    /// Its money.
    pub ledger: Ledger,
    /// How its initial course may be paid; none if that costs nothing.
    pub payment: Option<Payment>,
    /// Its result; none for a concern that gets no projection.
    pub projection: Option<Projection>,
    /// The curve for drawing: at least weekly, with the days around each session so that steps are seen.
    pub curve: Vec<Point>,
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

/// The name of the option that is always there; [`locale::text`] says it in another language.
pub const DO_NOTHING: &str = mark!("Do nothing");

impl Estimate {
    /// Derives everything from a plan.
    ///
    /// # Errors
    /// Sessions closer than the safe minimum, in every option where there are some.
    pub fn of(plan: &Plan, catalog: &Catalog) -> Result<Self, Problems> {
        let context = Context::new(plan, catalog);
        let mut tables = Tables::default();
        let mut options = Vec::with_capacity(plan.options.len() + 1);
        let mut problems = Vec::new();
        for position in 0..plan.options.len() {
            match context.option(position, &mut tables) {
                Ok(option) => options.push(option),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        options.push(context.do_nothing());
        Ok(Self {
            start: plan.start,
            currency: plan.currency,
            horizon_years: plan.horizon_years,
            horizon_days: plan.horizon_days(),
            year_bounds: plan.year_bounds(),
            target: plan.target,
            options,
            remarks: remarks::of_plan(plan, catalog, context.concern),
        })
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
}

/// One plan with everything looked up that its options share.
struct Context<'a> {
    plan: &'a Plan,
    catalog: &'a Catalog,
    concern: Option<&'a Concern>,
    params: Option<Params<'a>>,
    horizon: Day,
}

impl<'a> Context<'a> {
    fn new(plan: &'a Plan, catalog: &'a Catalog) -> Self {
        let concern = catalog.concern(&plan.concern);
        let params = concern.and_then(|concern| Params::new(catalog, concern, &plan.profile));
        Self { plan, catalog, concern, params, horizon: plan.horizon_days() }
    }

    /// What a session of a line does, or none if that is nothing.
    fn kernel(&self, line: &Line) -> Option<Kernel> {
        let treatment = self.catalog.treatment(&line.treatment)?;
        let add_ons = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        self.params.as_ref()?.kernel(treatment, line.depth_mm, add_ons)
    }

    fn option(&self, position: usize, tables: &mut Tables) -> Result<OptionEstimate, Vec<crate::plan::Problem>> {
        let option = &self.plan.options[position];
        let effects = Effects::new(self, option);
        let mut watch = Watch::new(&effects, tables);
        let schedule = Schedule::of(self.plan, position, self.catalog, &mut watch)?;
        let ledger = Ledger::of(self.plan, option, &schedule);
        let days = grid(schedule.sessions.iter().map(|session| session.day), self.horizon);
        let project = |params| {
            let program = watch.into_program(&schedule.sessions);
            Projection::new(self, params, program, &schedule, &days)
        };
        let (projection, results) = self.params.as_ref().map(project).unzip();
        let mut remarks = schedule.remarks.clone();
        remarks.extend(remarks::of_option(self, option));
        let treated = visits::treated(&schedule, option, self.catalog);
        Ok(OptionEstimate {
            id: Some(option.id),
            mark: Some(option.mark),
            name: option.name.clone(),
            curve: curve(&days, &ledger, results.as_deref()),
            visits: visits::visits(&treated),
            downtime_days: visits::downtime(&treated),
            payment: Payment::of(self.plan, &ledger),
            schedule,
            ledger,
            projection,
            remarks,
        })
    }

    fn do_nothing(&self) -> OptionEstimate {
        let (schedule, ledger) = (Schedule::default(), Ledger::empty(self.plan.horizon_years));
        let days = grid(std::iter::empty(), self.horizon);
        let nothing = |params| Projection::new(self, params, Program::default(), &schedule, &days);
        let (projection, results) = self.params.as_ref().map(nothing).unzip();
        OptionEstimate {
            id: None,
            mark: None,
            name: locale::text(DO_NOTHING).to_owned(),
            curve: curve(&days, &ledger, results.as_deref()),
            payment: None,
            schedule,
            ledger,
            projection,
            visits: 0,
            downtime_days: (0, 0),
            remarks: Vec::new(),
        }
    }
}

fn curve(days: &[Day], ledger: &Ledger, results: Option<&[ResultPoint]>) -> Vec<Point> {
    let spent = ledger.spent_along(days);
    let result = |at: usize| results.map(|results| results[at]);
    days.iter().zip(spent).enumerate().map(|(at, (&day, spend))| Point { day, result: result(at), spend }).collect()
}

//! What an estimate is: everything derived from a plan, option by option.

use super::by_sessions::{Brief, SessionsNeeded, WithSessions};
use super::occasion::OnOccasion;
use super::payment::Payment;
use super::phases::PhaseSpan;
use super::result::{Projection, ResultPoint};
use crate::document::{Mark, OptionId};
use crate::ledger::Ledger;
use crate::plan::{Occasion, Remark, RemarkKind};
use crate::schedule::Schedule;
use crate::simulate::Simulation;
use crate::units::{Budget, Currency, Date, Day, Money, Spread};
use std::iter;
use std::sync::Arc;

/// Everything derived from a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The plan's first day.
    pub start: Date,
    /// Whether prices are missing, so that nothing that rests on money is meant.
    pub unpriced: bool,
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
    /// What one year of full improvement is worth to the client, if somebody said.
    pub worth: Option<Money>,
    /// What the client may spend, if somebody said.
    pub budget: Option<Budget>,
    /// Days that matter to the client and lie within the plan.
    pub occasions: Vec<Occasion>,
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
    /// Of each session the days on which one may not want to be seen, at most: the first, and the first behind them.
    pub unseen: Arc<Vec<(Day, Day)>>,
    /// How it stands on the days that matter, in their order.
    pub occasions: Vec<OnOccasion>,
    /// What it comes to with as few sessions as its courses may take, with as many as is typical, and with as many as they may; empty
    /// where their number is settled.
    pub by_sessions: Vec<WithSessions>,
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

impl Estimate {
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

impl Estimate {
    /// The same with these ranges, one for each option; where there is none, an option stays as it is.
    #[must_use]
    pub fn ranged(&self, ranges: impl IntoIterator<Item = Option<Arc<Simulation>>>) -> Self {
        let options = self.options.iter().zip(ranges.into_iter().chain(iter::repeat(None)));
        let ranged = options.map(|(option, simulation)| {
            let projection = option.projection.as_ref().zip(simulation);
            let projection = projection.map(|(projection, simulation)| Arc::new(projection.with(simulation)));
            let projection = projection.or_else(|| option.projection.clone());
            let occasions = option.occasions.iter().map(|on| on.ranged(projection.as_deref())).collect();
            OptionEstimate { projection, occasions, ..option.clone() }
        });
        Self { options: ranged.collect(), ..self.clone() }
    }
}

impl OptionEstimate {
    /// What it comes to, as that with so many sessions.
    pub(super) fn with_sessions(&self, needed: SessionsNeeded, horizon: Day) -> WithSessions {
        let brief = Brief::new(Arc::clone(&self.schedule), self.visits, self.projection.as_deref(), horizon);
        brief.with_sessions(needed, &self.ledger)
    }

    /// What everything costs over the horizon: at least with the fewest sessions, typically, and at most with the most. None where
    /// the number of sessions is settled, or where one of these cannot be.
    pub fn total_by_sessions(&self) -> Option<Spread<Money>> {
        let cannot_be = |remark: &Remark| matches!(remark.kind, RemarkKind::SessionsTooClose { .. });
        if self.remarks.iter().any(cannot_be) {
            return None;
        }
        let all = || self.by_sessions.iter().map(|one| one.total);
        let low = all().map(|total| total.low).min()?;
        let high = all().map(|total| total.high).max()?;
        Some(Spread { low, typical: self.ledger.total.typical, high })
    }

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

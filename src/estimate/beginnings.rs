//! The other days on which an option could be begun, and what that would change on a day that matters: where days are kept free, each
//! is dated anew.

use super::begun::Begun;
use super::context::Context;
use super::course::Course;
use super::occasion::{Moved, NEAR, OnOccasion};
use crate::document::StrongSun;
use crate::engine::Tables;
use crate::plan::{Line, Plan, TimeOff, TreatmentOption};
use crate::units::{Date, Day};
use std::collections::BTreeMap;

/// So many days at most everything is moved.
const FAR: Day = 28;

/// A start is looked for this many days before the last one that may do: all seasons, and what follows them.
const FAR_BACK: Day = 400;

/// The other days on which an option could be begun.
pub(super) enum Beginnings<'a> {
    /// There are none: it has begun.
    None,
    /// No days are kept free, so that whenever it is begun it is the same.
    Alike(&'a Begun),
    /// Some sessions may have to give way to days that are kept free.
    Dated(Dated<'a>),
}

/// Dates an option anew for each day that it could be begun on.
pub(super) struct Dated<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) option: &'a TreatmentOption,
    pub(super) tables: &'a mut Tables,
    /// What is known of it, begun so many days later than planned: days that matter ask for the same.
    pub(super) known: BTreeMap<Day, Option<Begun>>,
}

/// How an option that is begun as planned, or on another day, stands on a day that matters.
pub(super) fn on_occasion(planned: &Begun, beginnings: &mut Beginnings<'_>, day: Day) -> OnOccasion {
    let (improvement, shows) = (planned.improvement(day), planned.shows(day));
    let of_best = improvement.zip(planned.best()).map(|(improvement, best)| improvement.typical / best);
    let moved = improvement.filter(|_| shows.is_some()).and_then(|now| moved(beginnings, day, now.typical));
    let latest_start = planned.best().and_then(|best| latest_start(beginnings, day, best));
    OnOccasion { day, improvement, of_best, shows, moved, latest_start }
}

/// The nearest way to have nothing show on a day with that improvement.
fn moved(beginnings: &mut Beginnings<'_>, day: Day, now: f64) -> Option<Moved> {
    (1..=FAR).flat_map(|days| [days, -days]).find_map(|by| {
        let begun = beginnings.later(by)?;
        let is_healed = begun.first? + by >= 0 && begun.shows(day - by).is_none();
        let improvement = begun.improvement(day - by).filter(|_| is_healed)?;
        Some(Moved { by, costs: now - improvement.typical })
    })
}

/// The last first day with which an option is well on a day that, as it is planned, has so much as its best. Where days are kept free no
/// start tells of another one: sessions that move apart count for more, and those that move together add up to more.
fn latest_start(beginnings: &mut Beginnings<'_>, day: Day, best: f64) -> Option<Day> {
    let soonest = beginnings.soonest(NEAR * best)?;
    let is_well = |by: &Day| beginnings.later(*by).is_some_and(|begun| begun.is_well(day - by, best));
    (soonest..=soonest + FAR_BACK).map(|back| day - back).find(is_well)
}

impl Beginnings<'_> {
    /// How many days after its beginning the option is at this level at the earliest.
    fn soonest(&mut self, level: f64) -> Option<Day> {
        match self {
            Self::None => None,
            Self::Alike(begun) => (0..=begun.horizon).find(|day| begun.is_at(*day, level)),
            Self::Dated(dated) => dated.soonest(level),
        }
    }

    /// The option begun so many days later than planned, below zero for earlier.
    pub(super) fn later(&mut self, by: Day) -> Option<Begun> {
        match self {
            Self::None => None,
            Self::Alike(begun) => Some(begun.clone()),
            Self::Dated(dated) => {
                if !dated.known.contains_key(&by) {
                    let begun = dated.later(by);
                    dated.known.insert(by, begun);
                }
                dated.known.get(&by).cloned().flatten()
            }
        }
    }
}

impl Dated<'_> {
    /// As if no days were kept free: those only hold sessions up.
    fn soonest(&mut self, level: f64) -> Option<Day> {
        let plan = Plan { time_off: Vec::new(), strong_sun: StrongSun::Unminded, ..self.context.plan.clone() };
        let context = self.context.with(&plan);
        Course::of(&context, &self.option.lines).soonest(&context, self.option, self.tables, level)
    }

    fn later(&mut self, by: Day) -> Option<Begun> {
        let plan = self.context.plan;
        let later = |date: Date| date.saturating_add(jiff::Span::new().days(i64::from(by)));
        let sooner = |off: &TimeOff| TimeOff { first: off.first - by, last: off.last - by, ..off.clone() };
        let time_off = plan.time_off.iter().map(sooner).collect();
        self.begun(&Plan { start: later(plan.start), end: later(plan.end), time_off, ..plan.clone() })
    }

    /// The option within this plan; all of it is moved with the plan's start.
    fn begun(&mut self, plan: &Plan) -> Option<Begun> {
        let by = plan.start - self.context.plan.start;
        let line = |line: &Line| Line {
            upkeep_until: line.upkeep_until.map(|until| until.saturating_add(by)),
            ..line.clone()
        };
        let option = TreatmentOption { lines: self.option.lines.iter().map(line).collect(), ..self.option.clone() };
        let context = self.context.with(plan);
        Course::of(&context, &option.lines).begun(&context, &option, self.tables)
    }
}

//! What there is of an option that is stopped on a day: what has been paid, what stays of the result, what is left of packages.

use super::options::OptionEstimate;
use super::result::Projection;
use crate::document::{ExtraId, LineId};
use crate::ledger::{Entry, Heading, Item, total};
use crate::plan::{PastKind, TreatmentOption};
use crate::schedule::{Phase, Session};
use crate::simulate::{Course, Precision, Simulator};
use crate::units::{Date, Day, Money, Outlook, Percent, Spread};

use jiff::ToSpan;

/// An option that is stopped: what was to be done up to and including a day is done, and nothing after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// The day.
    pub day: Day,
    /// What has been paid by then.
    pub paid: Spread<Money>,
    /// What would have been paid after it, up to the end of the plan.
    pub unspent: Spread<Money>,
    /// What of that is paid all the same: the fees of a membership, which is for so many months.
    pub owed: Spread<Money>,
    /// How many sessions have been had, and how many were still to come.
    pub sessions: (usize, usize),
    /// What stays of the result: on the day itself, and one and two years later; empty without a projection.
    pub stays: Vec<Stays>,
    /// What is left of packages that have been paid.
    pub prepaid: Vec<Prepaid>,
    /// The typical improvement from the day on, up to the end of the plan; empty without a projection.
    pub curve: Vec<(Day, f64)>,
}

/// What stays of a result some time after its last session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stays {
    /// Years after the day.
    pub years: u32,
    /// The improvement then, against doing nothing.
    pub improvement: Outlook,
    /// Whether that lies beyond what studies have followed.
    pub extrapolated: bool,
}

/// Sessions that have been paid and not been had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prepaid {
    /// Whose they are.
    pub line: LineId,
    /// The add-on that is meant; none for the sessions themselves.
    pub add_on: Option<ExtraId>,
    /// How many.
    pub sessions: u32,
    /// The last day on which they can be had; none if the package always holds.
    pub until: Option<Date>,
    /// Their share of what was paid for the package, each amount rounded by itself; none where several packages began on a day for which
    /// one amount was noted, of which nobody knows what was for each.
    pub worth: Option<Spread<Money>>,
    /// The day on which the package was paid, from the plan's start.
    pub paid_on: Day,
}

/// What is paid back of sessions that are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
    /// The share of what was paid for them.
    pub part: Percent,
    /// What that comes to, each amount rounded by itself; none where an amount was noted for the day, of which nobody knows what of
    /// it was for the package.
    pub amount: Option<Spread<Money>>,
    /// Whether the line was broken off.
    pub is_due: bool,
}

impl Prepaid {
    /// What is paid back of it when the line is broken off; none where nothing is said of that.
    pub fn refund(&self, option: &TreatmentOption) -> Option<Refund> {
        let line = option.lines.iter().find(|line| line.id == self.line)?;
        let part = line.package_of(self.add_on)?.refund?;
        let is_noted = matches!(line.so_far.on(self.paid_on), Some(PastKind::Had { paid: Some(_), .. }));
        let worth = self.worth.filter(|_| !is_noted);
        let amount = worth.map(|worth| worth.map(|worth| part.of(worth)));
        Some(Refund { part, amount, is_due: line.so_far.is_ended })
    }
}

/// Of how many years later is said what stays.
pub const STAYS_YEARS: [u32; 3] = [0, 1, 2];

/// A year, in days.
const YEAR: Day = 365;

impl OptionEstimate {
    /// The option stopped on a day, with ranges from so many draws.
    pub fn stopped(&self, day: Day, simulator: &mut Simulator, precision: Precision) -> Stop {
        let had = self.schedule.sessions.iter().filter(|session| session.day <= day).count();
        let projection = self.projection.as_deref();
        let (stays, curve) =
            projection.map(|projection| stays(projection, self, day, simulator, precision)).unwrap_or_default();
        Stop {
            day,
            paid: self.ledger.spent(day),
            unspent: self.ledger.total - self.ledger.spent(day),
            owed: self.owed(day),
            sessions: (had, self.schedule.sessions.len() - had),
            stays,
            prepaid: self.prepaid(day),
            curve,
        }
    }

    /// What is paid in all if the option is stopped after its course; all of it without a course.
    pub fn paid_without_upkeep(&self) -> Spread<Money> {
        let end = self.schedule.course_end();
        end.map_or(self.ledger.total, |day| self.ledger.spent(day) + self.owed(day))
    }

    /// What is paid after a day all the same: the fees of whoever is a member by then.
    fn owed(&self, day: Day) -> Spread<Money> {
        let mut fees = self.ledger.entries.iter().filter(|entry| entry.heading == Heading::Membership).peekable();
        let is_member = fees.peek().is_some_and(|first| first.day <= day);
        total(fees.filter(|fee| is_member && fee.day > day))
    }

    /// What is left on a day of packages that have been paid by then.
    pub fn prepaid(&self, day: Day) -> Vec<Prepaid> {
        self.prepaid_but(day, &|_| false)
    }

    /// The same where sessions of some lines are still to come on the day itself, and are not paid yet.
    pub(crate) fn prepaid_but(&self, day: Day, is_to_come: &dyn Fn(LineId) -> bool) -> Vec<Prepaid> {
        let entries = &self.ledger.entries;
        let by = |line: LineId| if is_to_come(line) { day - 1 } else { day };
        let of_entry = |entry: &Entry| {
            let left = prepaid(entry, entries, &self.schedule.sessions, by(entry.item.line()?))?;
            // It may be over on the day itself, whatever is still to come.
            let today = entry.date.saturating_add(i64::from(day - entry.day).days());
            Some(left).filter(|left| left.until.is_none_or(|until| until >= today))
        };
        entries.iter().filter_map(of_entry).collect()
    }
}

/// What stays of a result, and the curve that leads there.
fn stays(
    projection: &Projection,
    option: &OptionEstimate,
    day: Day,
    simulator: &mut Simulator,
    precision: Precision,
) -> (Vec<Stays>, Vec<(Day, f64)>) {
    let asked = STAYS_YEARS.map(|years| day + YEAR * years.cast_signed());
    // Whole years, so that the tables of one day serve the next.
    let last = (asked[2] / YEAR + 1) * YEAR;
    let (program, conditions) = projection.until(day, &option.schedule, asked.into_iter().chain([last]));
    let evidence_end = conditions.evidence_end;
    let simulation = simulator.simulate(&Course { program: &program, conditions }, precision);
    let stays = STAYS_YEARS.into_iter().zip(asked).zip(program.curve(&asked)).map(|((years, day), typical)| {
        let improvement = simulation.improvement(day, typical);
        Stays { years, improvement, extrapolated: evidence_end.is_some_and(|end| day > end) }
    });
    let days: Vec<Day> = [day].into_iter().chain(option.days.iter().copied().filter(|other| *other > day)).collect();
    let curve = program.curve(&days);
    (stays.collect(), days.into_iter().zip(curve).collect())
}

/// What is left of a package on a day; none if it has not been paid then, or nothing is left of it.
fn prepaid(entry: &Entry, entries: &[Entry], sessions: &[Session], day: Day) -> Option<Prepaid> {
    let Item::Package { line, add_on, number, sessions: covered, until } = entry.item else { return None };
    let date = entry.date.saturating_add(i64::from(day - entry.day).days());
    if until.is_some_and(|until| until < date) {
        return None;
    }
    let of_package = covered * (number - 1) + 1..=covered * number;
    let is_had = |session: &&Session| {
        session.line == line
            && session.phase == Phase::Course
            && session.day <= day
            && of_package.contains(&session.number)
    };
    let had = u32::try_from(sessions.iter().filter(is_had).count()).unwrap_or(covered);
    let left = covered.saturating_sub(had);
    let share = |amount: Money| {
        let (whole, covered) = (amount.minor() * i64::from(left), i64::from(covered.max(1)));
        // A half is rounded away from zero, as everywhere in a ledger.
        Money::from_minor((2 * whole + covered) / (2 * covered))
    };
    // A further package that began on a day for which one amount was noted has no price there: the first has all that was paid.
    let is_part = |other: &&Entry| other.day == entry.day && other.item.line() == Some(line);
    let mut packages = entries.iter().filter(is_part).filter(|other| matches!(other.item, Item::Package { .. }));
    let is_known = packages.all(|other| other.unit_price != Spread::default());
    (entry.day <= day && left > 0).then(|| Prepaid {
        line,
        add_on,
        sessions: left,
        until,
        worth: is_known.then(|| entry.amount.map(share)),
        paid_on: entry.day,
    })
}

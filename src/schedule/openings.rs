//! On which days a treatment can be given, as far as days kept free and strong sun have a say.

use super::displaced::Why;
use crate::catalog::{SunRule, Treatment};
use crate::document::{FreeOf, StrongSun};
use crate::plan::{Plan, TimeOff};
use crate::units::{Date, Day};
use jiff::ToSpan;

/// The days on which one treatment can be given.
pub(super) struct Openings<'a> {
    plan: &'a Plan,
    treatment: &'a Treatment,
    /// The first and the last month of strong sun, if they matter to it.
    sun: Option<(i8, i8)>,
}

impl<'a> Openings<'a> {
    pub(super) fn new(plan: &'a Plan, treatment: &'a Treatment, rule: &SunRule) -> Self {
        let months = match plan.strong_sun {
            StrongSun::Unminded => None,
            StrongSun::North => Some(rule.months_of(false)),
            StrongSun::South => Some(rule.months_of(true)),
        };
        Self { plan, treatment, sun: months.filter(|_| rule.treatments.value.contains(&treatment.id)) }
    }

    /// What keeps the treatment from being given on a day, with the first day on which that does not; none if nothing does.
    fn closed(&self, day: Day) -> Option<(Why, Day)> {
        let off = self.plan.time_off.iter().enumerate().find(|(_, off)| self.is_off(off, day));
        off.map(|(at, off)| (Why::TimeOff(at), off.last + 1)).or_else(|| Some((Why::StrongSun, self.after_sun(day)?)))
    }

    /// The first day from this one on on which the treatment can be given, and what first kept it from an earlier one.
    pub(super) fn from(&self, day: Day) -> (Day, Option<Why>) {
        let (mut open, mut why) = (day, None);
        while let Some((because, after)) = self.closed(open) {
            (open, why) = (after, why.or(Some(because)));
        }
        (open, why)
    }

    fn is_off(&self, off: &TimeOff, day: Day) -> bool {
        let shown = match off.free_of {
            FreeOf::Visits => Day::from(self.treatment.at_clinic),
            FreeOf::Traces => self.treatment.downtime.social_days.1.cast_signed(),
        };
        shown > 0 && day <= off.last && day + shown > off.first
    }

    /// The first day after the months of strong sun that a day lies in.
    fn after_sun(&self, day: Day) -> Option<Day> {
        let (first, last) = self.sun?;
        let start = self.plan.start;
        let date = start.checked_add(i64::from(day).days()).ok()?;
        let is_in = if first <= last {
            (first..=last).contains(&date.month())
        } else {
            date.month() >= first || date.month() <= last
        };
        let year = date.year() + i16::from(first > last && date.month() >= first);
        let end = is_in.then(|| Date::new(year, last, 1).ok())??.last_of_month();
        Some((end - start).get_days() + 1)
    }
}

//! Visits and downtime: days, each counted once.

use crate::catalog::{Catalog, Treatment};
use crate::plan::TreatmentOption;
use crate::schedule::Schedule;
use crate::units::Day;

/// The sessions in order of day, each with its treatment.
pub(super) fn treated<'a>(
    schedule: &Schedule,
    option: &TreatmentOption,
    catalog: &'a Catalog,
) -> Vec<(Day, &'a Treatment)> {
    let sessions = schedule.sessions.iter();
    sessions.filter_map(|one| Some((one.day, catalog.treatment(&option[one.line].treatment)?))).collect()
}

/// Days with a session at the clinic.
pub(super) fn visits(treated: &[(Day, &Treatment)]) -> u32 {
    let mut days: Vec<Day> = treated.iter().filter(|(_, treatment)| treatment.at_clinic).map(|(day, _)| *day).collect();
    days.dedup();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

/// Days one would rather not be seen: least and most.
pub(super) fn downtime(treated: &[(Day, &Treatment)]) -> (u32, u32) {
    let least = covered(treated, |treatment| treatment.downtime.social_days.0);
    (least, covered(treated, |treatment| treatment.downtime.social_days.1))
}

/// How many days are covered by stretches of this length from each session on.
fn covered(treated: &[(Day, &Treatment)], length: impl Fn(&Treatment) -> u32) -> u32 {
    let (mut sum, mut free) = (0, Day::MIN);
    for (day, treatment) in treated {
        let end = day + length(treatment).cast_signed();
        sum += (end - free.max(*day)).max(0);
        free = free.max(end);
    }
    sum.cast_unsigned()
}

//! Visits and downtime: days, each counted once.

use crate::units::Day;

/// What others see of a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct VisibleSession {
    /// Whether it is a visit to the clinic.
    pub(super) at_clinic: bool,
    /// Days one would rather not be seen: least and most.
    pub(super) days: (u32, u32),
}

impl VisibleSession {
    /// Days with a session at the clinic; the sessions must be in order of day.
    pub(super) fn visits(sessions: &[(Day, Self)]) -> u32 {
        let mut days: Vec<Day> = sessions.iter().filter(|(_, one)| one.at_clinic).map(|(day, _)| *day).collect();
        days.dedup();
        u32::try_from(days.len()).unwrap_or(u32::MAX)
    }

    /// Of each session the most days on which one would rather not be seen: the first, and the first behind them.
    pub(super) fn unseen(sessions: &[(Day, Self)]) -> Vec<(Day, Day)> {
        let hidden = sessions.iter().filter(|(_, one)| one.days.1 > 0);
        hidden.map(|(day, one)| (*day, day + one.days.1.cast_signed())).collect()
    }

    /// Days one would rather not be seen: least and most.
    pub(super) fn downtime(sessions: &[(Day, Self)]) -> (u32, u32) {
        (covered(sessions, |one| one.days.0), covered(sessions, |one| one.days.1))
    }
}

/// How many days are covered by stretches of this length from each session on.
fn covered(sessions: &[(Day, VisibleSession)], length: impl Fn(&VisibleSession) -> u32) -> u32 {
    let (mut sum, mut free) = (0, Day::MIN);
    for (day, visible) in sessions {
        let end = day + length(visible).cast_signed();
        sum += (end - free.max(*day)).max(0);
        free = free.max(end);
    }
    sum.cast_unsigned()
}

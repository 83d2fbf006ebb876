//! The days of a line: what is done on them, and what else they are taken up by.

use super::day_set::DaySet;
use crate::catalog::{Catalog, Treatment};
use crate::document::LineId;
use crate::engine::{Dose, Kernel, Program, Setting, Tables};
use crate::estimate::Effects;
use crate::plan::Line;
use crate::schedule::{Phase, Schedule, Session};
use crate::units::Day;

/// What is done of a line on which days, and what else these are taken up by.
#[derive(Clone, Debug)]
pub(super) struct Days {
    /// Whether days kept free move any of its sessions.
    pub(super) is_moved: bool,
    /// What it does, in order of day.
    pub(super) doses: Vec<Dose>,
    /// Its sessions.
    pub(super) dated: Vec<Session>,
    /// Days at the clinic.
    pub(super) visits: DaySet,
    /// Days one would rather not be seen.
    pub(super) unseen: DaySet,
    /// Days of sessions.
    pub(super) sessions: DaySet,
    /// Days until skin is as before, or as long as any treatment waits after it.
    pub(super) waiting: DaySet,
}

impl Days {
    /// Of one line of a schedule; none if its course does not end within the plan.
    pub(super) fn of(
        schedule: &Schedule,
        line: &Line,
        (treatment, kernel): (&Treatment, Kernel),
        (catalog, horizon): (&Catalog, Day),
    ) -> Option<Self> {
        let sessions = || schedule.sessions.iter().filter(|session| session.line == line.id);
        if sessions().filter(|session| session.phase == Phase::Course).count() < line.sessions as usize {
            return None;
        }
        let set = |length| DaySet::of(sessions().map(|session| session.day), length, horizon);
        Some(Self {
            is_moved: schedule.displaced.iter().any(|displaced| displaced.line == line.id),
            dated: sessions().copied().collect(),
            doses: sessions().map(|session| dose(session, kernel)).collect(),
            visits: set(u32::from(treatment.at_clinic)),
            unseen: set(treatment.downtime.social_days.1),
            sessions: set(1),
            waiting: set(longest_wait(catalog, treatment)),
        })
    }
}

impl AsRef<Days> for Days {
    fn as_ref(&self) -> &Days {
        self
    }
}

/// The longest that any treatment waits after this one.
fn longest_wait(catalog: &Catalog, treatment: &Treatment) -> u32 {
    let pairs = catalog.rules.pairs.iter().filter(|pair| pair.first.contains(&treatment.id));
    pairs.map(|pair| pair.days.value.typical).fold(treatment.downtime.full_days, u32::max)
}

fn dose(session: &Session, kernel: Kernel) -> Dose {
    let kernel = if session.phase == Phase::Upkeep { kernel.of_upkeep() } else { kernel };
    Dose { day: session.day, kernel }
}

/// What the sessions of lines do, each with what one of its course does, where all is on the same skin.
pub(super) fn effects(lines: Vec<(LineId, Kernel)>, setting: Setting, horizon: Day) -> Effects {
    let waiting = lines.iter().map(|(line, _)| *line).collect();
    Effects { lines: lines.into_iter().map(|(line, kernel)| (line, Some(kernel))).collect(), waiting, setting, horizon }
}

/// The program of doses, which are those of one line or several.
pub(super) fn program(doses: &[Dose], setting: Setting, horizon: Day, tables: &mut Tables) -> Program {
    let mut kernels: Vec<Kernel> = Vec::new();
    for dose in doses {
        if !kernels.contains(&dose.kernel) {
            kernels.push(dose.kernel);
        }
    }
    let mut program = Program::new(kernels, setting, horizon, tables);
    doses.iter().for_each(|dose| program.add(dose));
    program
}

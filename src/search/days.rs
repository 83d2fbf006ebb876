//! The days of a line: what is done on them, and what else they are taken up by.

use super::day_set::DaySet;
use crate::catalog::{Catalog, Treatment};
use crate::document::LineId;
use crate::engine::{Dose, Kernel, Program, Setting, Tables};
use crate::estimate::Effects;
use crate::plan::Line;
use crate::schedule::{Displaced, Phase, Schedule, Session};
use crate::units::Day;

/// What is done of a line on which days, and what else these are taken up by.
#[derive(Clone, Debug)]
pub(super) struct Days {
    /// Those of its sessions that days kept free move.
    pub(super) displaced: Box<[Displaced]>,
    /// What a session of its course does.
    kernel: Kernel,
    /// Its sessions, in order of day.
    pub(super) given: Box<[Session]>,
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
            displaced: schedule.displaced.iter().filter(|displaced| displaced.line == line.id).copied().collect(),
            kernel,
            given: sessions().copied().collect(),
            visits: set(u32::from(treatment.at_clinic)),
            unseen: set(treatment.downtime.social_days.1),
            sessions: set(1),
            waiting: set(longest_wait(catalog, treatment)),
        })
    }

    /// Whether days kept free move any of its sessions.
    pub(super) fn is_moved(&self) -> bool {
        !self.displaced.is_empty()
    }

    /// What it does, in order of day.
    pub(super) fn doses(&self) -> impl Iterator<Item = Dose> + use<'_> {
        let upkeep = self.kernel.of_upkeep();
        self.given.iter().map(move |session| {
            let kernel = if session.phase == Phase::Upkeep { upkeep } else { self.kernel };
            Dose { day: session.day, kernel }
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

/// What the sessions of lines do, each with what one of its course does, where all is on the same skin.
pub(super) fn effects(lines: Vec<(LineId, Kernel)>, setting: Setting, horizon: Day) -> Effects {
    let waiting = lines.iter().map(|(line, _)| *line).collect();
    Effects { lines: lines.into_iter().map(|(line, kernel)| (line, Some(kernel))).collect(), waiting, setting, horizon }
}

/// The program of lines, their doses in order of day.
pub(super) fn program<'a>(
    lines: impl Iterator<Item = &'a Days>,
    setting: Setting,
    horizon: Day,
    tables: &mut Tables,
) -> Program {
    let mut doses: Vec<Dose> = lines.flat_map(Days::doses).collect();
    doses.sort_by_key(|dose| dose.day);
    let mut kernels: Vec<Kernel> = Vec::new();
    for dose in &doses {
        if !kernels.contains(&dose.kernel) {
            kernels.push(dose.kernel);
        }
    }
    let mut program = Program::new(kernels, setting, horizon, tables);
    doses.iter().for_each(|dose| program.add(dose));
    program
}

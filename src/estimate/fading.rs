//! The engine's side of an option: its doses, and the watch for fading while its schedule is being made.

use crate::document::LineId;
use crate::engine::{Dose, Fading, Kernel, Program, Setting, Tables};
use crate::schedule::{FadeRule, FadeWatch, Phase, Session};
use crate::units::Day;

/// What the sessions of each line of an option do.
pub(super) struct Effects {
    /// For each line what a session of its course does, or none if that is nothing for the concern.
    pub(super) lines: Vec<(LineId, Option<Kernel>)>,
    pub(super) setting: Setting,
    pub(super) horizon: Day,
}

impl Effects {
    /// The program of these sessions.
    pub(super) fn program(&self, sessions: &[Session], tables: &mut Tables) -> Program {
        let kernels = self.lines.iter().filter_map(|(_, kernel)| *kernel);
        let kernels = kernels.flat_map(|kernel| [kernel, kernel.of_upkeep()]);
        let mut program = Program::new(kernels, self.setting, self.horizon, tables);
        for dose in sessions.iter().filter_map(|session| self.dose(session)) {
            program.add(&dose);
        }
        program
    }

    fn dose(&self, session: &Session) -> Option<Dose> {
        let (_, kernel) = *self.lines.iter().find(|(line, _)| *line == session.line)?;
        let kernel = match session.phase {
            Phase::Course => kernel?,
            Phase::Upkeep => kernel?.of_upkeep(),
        };
        Some(Dose { day: session.day, kernel })
    }
}

/// Watches an option fade, day by day.
pub(super) struct Watch<'a> {
    effects: &'a Effects,
    tables: &'a mut Tables,
    /// As far as it has been looked at; none before the first look.
    fading: Option<Fading>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(effects: &'a Effects, tables: &'a mut Tables) -> Self {
        Self { effects, tables, fading: None }
    }

    /// The program of the finished schedule.
    pub(super) fn into_program(self, sessions: &[Session]) -> Program {
        self.fading.map_or_else(|| self.effects.program(sessions, self.tables), Fading::into_program)
    }
}

impl FadeWatch for Watch<'_> {
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<(usize, Day)> {
        let last = rules.iter().map(|rule| rule.until).max()?;
        let share = rules.iter().map(|rule| rule.share).fold(0.0, f64::max);
        let fading = match &mut self.fading {
            Some(fading) => {
                added.iter().filter_map(|session| self.effects.dose(session)).for_each(|dose| fading.add(&dose));
                fading
            }
            none => none.insert(Fading::new(self.effects.program(added, self.tables), self.effects.horizon)),
        };
        loop {
            let day = fading.day();
            let is_due = |rule: &FadeRule| (rule.from..=rule.until).contains(&day) && fading.has_faded_to(rule.share);
            if let Some(rule) = rules.iter().position(is_due) {
                return Some((rule, day));
            }
            if day >= last || !fading.step(share) {
                return None;
            }
        }
    }
}

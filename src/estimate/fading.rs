//! The engine's side of an option: its doses, and the watch for fading while its schedule is being made.

use crate::document::LineId;
use crate::engine::{Dose, Fading, Kernel, Program, Tables};
use crate::schedule::{FadeRule, FadeWatch, Session};
use crate::units::Day;

/// What the sessions of each line of an option do.
pub(super) struct Effects {
    /// For each line its kernel, or none if it does nothing for the concern; and which treatment it is of.
    pub(super) lines: Vec<(LineId, Option<Kernel>, usize)>,
    pub(super) scar_mix: Option<[f64; 3]>,
    pub(super) horizon: Day,
}

impl Effects {
    /// The program of these sessions.
    pub(super) fn program(&self, sessions: &[Session], tables: &mut Tables) -> Program {
        let kernels = self.lines.iter().filter_map(|(_, kernel, _)| *kernel);
        let mut program = Program::new(kernels, self.scar_mix, self.horizon, tables);
        for dose in sessions.iter().filter_map(|session| self.dose(session)) {
            program.add(&dose);
        }
        program
    }

    fn dose(&self, session: &Session) -> Option<Dose> {
        let (_, kernel, treatment) = *self.lines.iter().find(|(line, ..)| *line == session.line)?;
        Some(Dose { day: session.day, kernel: kernel?, treatment })
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

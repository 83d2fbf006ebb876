//! The engine's side of an option: its doses, and the watch for fading while its schedule is being made.

use crate::document::LineId;
use crate::engine::{Dose, Fading, Kernel, Program, Setting, Tables};
use crate::schedule::{FadeRule, FadeWatch, Faded, Phase, RISE, Session, TRIED_DAYS, TRIED_SESSIONS};
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

/// A session that was to lift an improvement which has faded.
struct Tried {
    line: LineId,
    day: Day,
    /// The improvement on its day.
    before: f64,
    /// The highest since.
    highest: f64,
}

/// Watches an option fade, day by day.
pub(super) struct Watch<'a> {
    effects: &'a Effects,
    tables: &'a mut Tables,
    /// As far as it has been looked at; none before the first look.
    fading: Option<Fading>,
    /// The upkeep sessions so far.
    upkeep: Vec<Tried>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(effects: &'a Effects, tables: &'a mut Tables) -> Self {
        Self { effects, tables, fading: None, upkeep: Vec::new() }
    }

    /// The program of the finished schedule.
    pub(super) fn into_program(self, sessions: &[Session]) -> Program {
        self.fading.map_or_else(|| self.effects.program(sessions, self.tables), Fading::into_program)
    }
}

impl FadeWatch for Watch<'_> {
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<Faded> {
        let last = rules.iter().map(|rule| rule.until).max()?;
        let share = rules.iter().map(|rule| rule.share).fold(0.0, f64::max);
        let is_waited_for =
            |session: &&Session| session.phase == Phase::Upkeep && rules.iter().any(|rule| rule.line == session.line);
        let fading = match &mut self.fading {
            Some(fading) => {
                added.iter().filter_map(|session| self.effects.dose(session)).for_each(|dose| fading.add(&dose));
                fading
            }
            none => none.insert(Fading::new(self.effects.program(added, self.tables), self.effects.horizon)),
        };
        let now = fading.improvement();
        let tried = |session: &Session| Tried { line: session.line, day: session.day, before: now, highest: now };
        self.upkeep.extend(added.iter().filter(is_waited_for).map(tried));
        loop {
            let day = fading.day();
            let is_due = |rule: &FadeRule| (rule.from..=rule.until).contains(&day) && fading.has_faded_to(rule.share);
            if let Some(rule) = rules.iter().position(is_due) {
                return Some(Faded { rule, day, in_vain: in_vain(&self.upkeep, &rules[rule], fading) });
            }
            if day >= last || !fading.step(share) {
                return None;
            }
            let now = fading.improvement();
            self.upkeep.iter_mut().for_each(|tried| tried.highest = tried.highest.max(now));
        }
    }
}

/// Whether the sessions under a rule come to nothing.
fn in_vain(upkeep: &[Tried], rule: &FadeRule, fading: &Fading) -> bool {
    let of_rule = upkeep.iter().rev().filter(|tried| tried.line == rule.line);
    let mut long_ago = of_rule.skip(TRIED_SESSIONS - 1).skip_while(|tried| fading.day() - tried.day < TRIED_DAYS);
    long_ago.next().is_some_and(|tried| {
        tried.highest <= fading.level(rule.share) && tried.highest < tried.before + RISE * fading.peak()
    })
}

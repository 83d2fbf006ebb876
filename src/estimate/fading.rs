//! The engine's side of an option: its doses, and the watch for fading while its schedule is being made.

use crate::document::LineId;
use crate::engine::{Dose, Fading, Kernel, Program, Setting, Tables};
use crate::schedule::{FadeRule, FadeWatch, Faded, Phase, RISE, Session, TRIED_DAYS, TRIED_SESSIONS};
use crate::units::Day;

/// What the sessions of each line of an option do in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// For each line that counts there what a session of its course does, or none if that is nothing for the concern.
    pub lines: Vec<(LineId, Option<Kernel>)>,
    /// The lines whose upkeep may wait for the result there to fade: those for its concern.
    pub waiting: Vec<LineId>,
    /// What the sum over sessions depends on besides them.
    pub setting: Setting,
    /// The last day that is looked at, from the plan's start.
    pub horizon: Day,
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

    /// Whether a line counts there and its upkeep may wait for the result to fade.
    fn waits(&self, line: LineId) -> bool {
        self.waiting.contains(&line) && self.lines.iter().any(|(other, _)| *other == line)
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

/// Watches an option fade, day by day, wherever it is given.
pub struct Watch<'a> {
    tables: &'a mut Tables,
    places: Vec<Watched<'a>>,
}

/// Watches one part of the body fade.
#[derive(Clone)]
pub struct Watched<'a> {
    effects: &'a Effects,
    /// As far as it has been looked at; none before the first look.
    fading: Option<Fading>,
    /// The upkeep sessions so far that were waited for, each with its line.
    upkeep: Vec<(LineId, Day)>,
}

impl<'a> Watch<'a> {
    /// Of what sessions do in each place.
    pub fn new(effects: &'a [Effects], tables: &'a mut Tables) -> Self {
        let watched = |effects| Watched { effects, fading: None, upkeep: Vec::new() };
        Self { places: effects.iter().map(watched).collect(), tables }
    }

    /// The programs of the finished schedule, one for each place.
    pub(super) fn into_programs(self, sessions: &[Session]) -> Vec<Program> {
        let Self { tables, places } = self;
        let program = |place: Watched<'_>| match place.fading {
            Some(fading) => fading.into_program(),
            None => place.effects.program(sessions, tables),
        };
        places.into_iter().map(program).collect()
    }
}

impl FadeWatch for Watch<'_> {
    /// In more than one place the first that has faded is the one that counts; the others stay where they were, as what is
    /// done then may concern them too.
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<Faded> {
        for place in &mut self.places {
            let effects = place.effects;
            let new = || Fading::new(effects.program(&[], self.tables), effects.horizon);
            place.fading.get_or_insert_with(new);
            place.add(added, rules);
        }
        if let [place] = &mut *self.places {
            return place.first_due(rules);
        }
        let looked = self.places.iter().enumerate().filter_map(|(at, place)| {
            let mut ahead = place.clone();
            Some((ahead.first_due(rules)?, at, ahead))
        });
        let (faded, at, ahead) = looked.min_by_key(|(faded, at, _)| (faded.day, faded.rule, *at))?;
        self.places[at] = ahead;
        Some(faded)
    }
}

impl FadeWatch for Watched<'_> {
    fn first_faded(&mut self, added: &[Session], rules: &[FadeRule]) -> Option<Faded> {
        self.add(added, rules);
        self.first_due(rules)
    }
}

impl<'a> Watched<'a> {
    /// Of what sessions do there, as they stand in this program.
    pub fn new(effects: &'a Effects, program: Program) -> Self {
        Self { effects, fading: Some(Fading::new(program, effects.horizon)), upkeep: Vec::new() }
    }

    /// The highest improvement up to the day on which a rule was found to be due.
    pub fn peak(&self) -> f64 {
        self.fading.as_ref().map_or(0.0, Fading::peak)
    }

    /// The improvement on a day up to the one that was looked at last.
    pub fn improvement_on(&self, day: Day) -> f64 {
        self.fading.as_ref().map_or(0.0, |fading| fading.improvement_on(day))
    }

    /// The program of all sessions, of those that were added too.
    pub fn into_program(self) -> Option<Program> {
        self.fading.map(Fading::into_program)
    }

    /// Takes note of sessions that were added.
    fn add(&mut self, added: &[Session], rules: &[FadeRule]) {
        let effects = self.effects;
        let Some(fading) = &mut self.fading else { return };
        added.iter().filter_map(|session| effects.dose(session)).for_each(|dose| fading.add(&dose));
        let is_waited_for = |session: &&Session| {
            let is_of_rule = rules.iter().any(|rule| rule.line == session.line);
            session.phase == Phase::Upkeep && is_of_rule && effects.waits(session.line)
        };
        let waited_for = added.iter().filter(is_waited_for).map(|session| (session.line, session.day));
        self.upkeep.extend(waited_for);
    }

    /// The first of the rules that is due here.
    fn first_due(&mut self, rules: &[FadeRule]) -> Option<Faded> {
        let own = || rules.iter().filter(|rule| self.effects.waits(rule.line));
        let last = own().map(|rule| rule.until).max()?;
        let from = own().map(|rule| rule.from).min()?;
        let share = own().map(|rule| rule.share).fold(0.0, f64::max);
        let effects = self.effects;
        let fading = self.fading.as_mut()?;
        loop {
            let day = fading.day();
            let is_due = |rule: &FadeRule| {
                effects.waits(rule.line) && (rule.from..=rule.until).contains(&day) && fading.has_faded_to(rule.share)
            };
            if let Some(rule) = rules.iter().position(is_due) {
                return Some(Faded { rule, day, in_vain: in_vain(&self.upkeep, &rules[rule], fading) });
            }
            if day >= last || !fading.step(share, from) {
                return None;
            }
        }
    }
}

/// Whether the sessions under a rule come to nothing.
fn in_vain(upkeep: &[(LineId, Day)], rule: &FadeRule, fading: &Fading) -> bool {
    let of_rule = upkeep.iter().rev().filter(|(line, _)| *line == rule.line).map(|(_, day)| *day);
    let mut long_ago = of_rule.skip(TRIED_SESSIONS - 1).skip_while(|day| fading.day() - day < TRIED_DAYS);
    long_ago.next().is_some_and(|day| {
        let before = fading.improvement_on(day);
        let level = fading.level(rule.share).min(before + RISE * fading.peak());
        before <= level && !fading.has_been_above(level, day)
    })
}

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

/// A session that was to lift an improvement which has faded.
#[derive(Clone, Debug)]
struct Tried {
    line: LineId,
    day: Day,
    /// The improvement on its day.
    before: f64,
    /// The highest since.
    highest: f64,
}

/// Watches an option fade, day by day, wherever it is given.
pub struct Watch<'a> {
    tables: &'a mut Tables,
    places: Vec<Watched<'a>>,
}

/// One part of the body that is watched.
#[derive(Clone)]
struct Watched<'a> {
    effects: &'a Effects,
    /// As far as it has been looked at; none before the first look.
    fading: Option<Fading>,
    /// The upkeep sessions so far.
    upkeep: Vec<Tried>,
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
            place.add(added, rules, self.tables);
        }
        if let [place] = &mut *self.places {
            return place.first_faded(rules);
        }
        let looked = self.places.iter().enumerate().filter_map(|(at, place)| {
            let mut ahead = place.clone();
            Some((ahead.first_faded(rules)?, at, ahead))
        });
        let (faded, at, ahead) = looked.min_by_key(|(faded, at, _)| (faded.day, faded.rule, *at))?;
        self.places[at] = ahead;
        Some(faded)
    }
}

impl Watched<'_> {
    /// Takes note of sessions that were added.
    fn add(&mut self, added: &[Session], rules: &[FadeRule], tables: &mut Tables) {
        let effects = self.effects;
        let fading = match &mut self.fading {
            Some(fading) => {
                added.iter().filter_map(|session| effects.dose(session)).for_each(|dose| fading.add(&dose));
                fading
            }
            none => none.insert(Fading::new(effects.program(added, tables), effects.horizon)),
        };
        let is_waited_for = |session: &&Session| {
            let is_of_rule = rules.iter().any(|rule| rule.line == session.line);
            session.phase == Phase::Upkeep && is_of_rule && effects.waits(session.line)
        };
        let (today, now) = (fading.day(), fading.improvement());
        let tried = |session: &Session| {
            // Upkeep that was had is known before the days up to it are looked at.
            let before = if session.day > today { fading.improvement_on(session.day) } else { now };
            Tried { line: session.line, day: session.day, before, highest: before }
        };
        self.upkeep.extend(added.iter().filter(is_waited_for).map(tried));
    }

    /// The first of the rules that is due here.
    fn first_faded(&mut self, rules: &[FadeRule]) -> Option<Faded> {
        let own = || rules.iter().filter(|rule| self.effects.waits(rule.line));
        let last = own().map(|rule| rule.until).max()?;
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
            if day >= last || !fading.step(share) {
                return None;
            }
            let now = fading.improvement();
            let begun = self.upkeep.iter_mut().filter(|tried| tried.day <= fading.day());
            begun.for_each(|tried| tried.highest = tried.highest.max(now));
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

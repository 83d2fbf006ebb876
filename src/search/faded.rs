//! Plans of two lines of which one waits, or both, for the result of the whole plan to fade: what they come to is known only once they
//! are dated together.
//!
//! Of most it is known without a date that no number of sessions makes them one of the best (`upkept`). Of the others the sessions are
//! dated, for as long as there can be enough of them (`limited`). What is left is scheduled and paid for as any plan is (`joint`).

use super::begun::Begun;
use super::beside::Cost;
use super::best::Best;
use super::course::Course;
use super::dated::option;
use super::days::{Days, effects};
use super::id::{Id, Place};
use super::joint::{Joint, line_id};
use super::limited::Limited;
use super::side::Side;
use super::space::Space;
use super::together::Of;
use super::upkept::{Needed, Steps, Upkept};
use crate::document::LineId;
use crate::engine::Program;
use crate::estimate::Watched;
use crate::plan::TreatmentOption;
use crate::schedule::{Displaced, FadeRule, FadeWatch, Schedule, Session};
use std::cell::LazyCell;

/// A look at plans of two lines of which at least one waits.
pub(super) struct Waits<'a> {
    pub(super) space: &'a Space<'a>,
    pub(super) best: &'a mut Best,
}

/// One of the two lines.
#[derive(Clone, Copy)]
struct Part<'a> {
    place: Place,
    begun: &'a Begun,
    side: &'a Side,
    /// Its course and what may follow it, if it is one that waits.
    course: Option<&'a Course>,
}

/// Two lines, dated but for what waits.
struct Pair<'a> {
    parts: [Part<'a>; 2],
    /// The plan's option, with upkeep that is still to be chosen.
    option: TreatmentOption,
    dated: Schedule,
    /// What they cost at least without what waits.
    cost: i64,
}

impl Waits<'_> {
    /// A line with every course of another treatment that upkeep may wait after; and where upkeep may wait after the line too, with both
    /// waiting, those of later treatments.
    pub(super) fn look_at_all(&mut self, (treatment, start, at): (usize, usize, usize)) {
        let space = self.space;
        let place = space.place((treatment, start, at));
        let (_, one) = space.begun(place);
        let own = || {
            let kernel = space.treatments[treatment].kernels[place.candidate];
            Side::new(&one.days, kernel, (&space.window, space.setting, space.horizon), &mut self.best.tables)
        };
        let side = one.course.as_ref().map_or_else(own, |course| course.side.clone());
        let part = Part { place, begun: one, side: &side, course: None };
        let daily = LazyCell::new(|| {
            let mut program = side.program.clone();
            program.add_up();
            program
        });
        // One of the two begins on the earliest day.
        let starts = if start == 0 { 0..space.starts.len() } else { 0..1 };
        for (second, group) in space.treatments.iter().enumerate() {
            if !space.may_pair(treatment, second) || !space.has_wished(&[treatment, second]) {
                continue;
            }
            for later in starts.clone() {
                for (with, begun) in group.begun[later].iter().enumerate() {
                    let Some(course) = begun.course.as_deref() else { continue };
                    let place = space.place((second, later, with));
                    let other = Part { place, begun, side: &course.side, course: Some(course) };
                    self.look_at([part, other], &daily);
                    if second > treatment && one.course.is_some() {
                        self.look_at([Part { course: one.course.as_deref(), ..part }, other], &daily);
                    }
                }
            }
        }
    }

    /// Two lines, at least the second of which waits; `daily` is the program of the first.
    fn look_at(&mut self, parts: [Part<'_>; 2], daily: &LazyCell<Program, impl FnOnce() -> Program>) {
        let (space, lines) = (self.space, parts.map(|part| part.line()));
        let courses: Vec<&Course> = parts.iter().filter_map(|part| part.course).collect();
        let mut steps = courses.iter().map(|course| course.steps);
        let Some(first) = steps.next() else { return };
        let steps = steps.fold(first, |one, other| Steps::of_both(&one, &other));
        let spend: i64 = lines.iter().map(|(_, begun)| begun.spend).sum();
        let cost = spend + space.fee - space.spared(&lines.map(|(treatment, _)| treatment));
        if !space.may_cost(cost + steps.cost.minor()) || !space.may_be_together(&lines) {
            return;
        }
        let from = courses.iter().map(|course| course.from).min().unwrap_or_default();
        let share = courses.iter().map(|course| course.highest_share()).fold(0.0, f64::max);
        let upkept = Upkept::new(
            &space.window,
            (&space.types, space.setting.together),
            parts.map(|part| part.side),
            (steps, from),
        );
        if let Some(needed) = upkept.needed(share, cost, |cost| self.known(cost)) {
            self.date(parts, daily, (&upkept, needed, cost));
        }
    }

    /// Dates what waits, in each way it may: together the lines cost so much at least without it.
    fn date(&mut self, parts: [Part<'_>; 2], daily: &Program, (upkept, needed, cost): (&Upkept<'_>, Needed, i64)) {
        let space = self.space;
        let of = parts.iter().map(|part| (part.id(), part.side.kernel)).collect();
        let effects = effects(of, space.setting, space.horizon);
        let mut watched = Watched::new(&effects, daily.beside(&parts[1].side.program));
        let rules: Vec<FadeRule> = parts.iter().filter_map(|part| part.first_rule(space)).collect();
        // Nothing is due before the first of those that wait for the least.
        let Some(first) = watched.first_faded(&[], &rules) else { return };
        if upkept.so_far(first.day, &watched) < needed.reached {
            return;
        }
        let lines = parts.iter().map(|part| space.line(part.place)).collect();
        let Some(option) = option(lines) else { return };
        let mut pair = Pair { dated: dated(space, &parts), parts, option, cost };
        let interval = parts.iter().filter_map(|part| part.course).map(|course| course.interval).min();
        // In how many ways two that wait share a number of sessions is not known.
        let needed =
            if parts.iter().all(|part| part.course.is_some()) { Needed { steps: 0, ..needed } } else { needed };
        for one in parts[0].choices() {
            for other in parts[1].choices() {
                let days = (interval.unwrap_or(1), space.horizon);
                let known = |sessions: u32| self.known(cost + i64::from(sessions) * upkept.step().minor());
                let mut limited = Limited::new(watched.clone(), upkept, (needed, &known), days);
                let schedule = pair.go_on(space, [one, other], &mut limited);
                let program = limited.into_program();
                if let Some(program) = program {
                    self.look_at_dated(&pair, (&schedule, &program), [one, other]);
                }
            }
        }
    }

    /// What is known to be reached for an amount; more than anything if that may not be spent.
    fn known(&self, cost: i64) -> f64 {
        if self.space.may_cost(cost) { self.best.reached().at(cost) } else { f64::INFINITY }
    }

    /// Two lines of these candidates that are dated, kept if they may be among the best.
    fn look_at_dated(&mut self, pair: &Pair<'_>, (schedule, program): (&Schedule, &Program), candidates: [usize; 2]) {
        let space = self.space;
        let Some(cost) = pair.cost_with(schedule) else { return };
        // The last bits of the sum are another matter.
        let most = space.question.goal.reached(program, space.horizon) * (1.0 + 1e-9);
        if space.may_cost(cost) && !self.best.reached().is_above(cost, most) {
            let [one, other] = pair.parts.map(|part| part.place);
            let [first, second] = candidates;
            self.keep(Id::of([Place { candidate: first, ..one }, Place { candidate: second, ..other }]));
        }
    }

    /// Keeps a plan if it may be, and may be among the best.
    fn keep(&mut self, id: Id) {
        let space = self.space;
        let Some(Joint { cost: Cost { total, stretches }, lines }) = space.joint(id, &mut self.best.tables) else {
            return;
        };
        let lines: Vec<Of<'_, Days>> = lines.iter().map(|(treatment, days)| (*treatment, days)).collect();
        let shows = lines.iter().any(|(_, days)| days.unseen.meets(&space.well_on));
        if shows || !space.affords(total, stretches.into_iter()) || !space.may_be_together(&lines) {
            return;
        }
        let value = space.value_of(lines.iter().map(|(_, days)| *days), &mut self.best.tables);
        self.best.keep_known((total, value), id);
    }
}

impl<'a> Part<'a> {
    fn line(&self) -> Of<'a> {
        (self.place.treatment, self.begun)
    }

    fn id(&self) -> LineId {
        line_id(self.place.treatment)
    }

    /// The rule of the candidate that waits for the least; none if it does not wait.
    fn first_rule(&self, space: &Space<'_>) -> Option<FadeRule> {
        let course = self.course?;
        let (line, from, until) = (self.id(), course.from, space.horizon - 1);
        Some(FadeRule { line, from, until, share: course.highest_share() })
    }

    /// The candidates that it may be.
    fn choices(&self) -> Vec<usize> {
        let waiting = |course: &Course| course.waiting.iter().map(|(candidate, _)| *candidate).collect();
        self.course.map_or_else(|| vec![self.place.candidate], waiting)
    }
}

impl Pair<'_> {
    /// Dates what waits of these candidates, for as long as the watch goes on.
    fn go_on(&mut self, space: &Space<'_>, candidates: [usize; 2], watch: &mut dyn FadeWatch) -> Schedule {
        for ((line, part), candidate) in self.option.lines.iter_mut().zip(&self.parts).zip(candidates) {
            line.upkeep = space.treatments[part.place.treatment].candidates[candidate].line.upkeep;
        }
        self.dated.clone().with_faded((&space.plan, &self.option, space.catalog), watch)
    }

    /// What it costs at least with the sessions of a schedule; none if one that waits has none, which is a plan without upkeep.
    fn cost_with(&self, schedule: &Schedule) -> Option<i64> {
        let waiting = self.parts.iter().filter_map(|part| Some((part.id(), part.course?)));
        let paid = waiting.map(|(id, course)| {
            let of_line = |sessions: &[Session]| sessions.iter().filter(|session| session.line == id).count();
            let added = of_line(&schedule.sessions) - of_line(&self.dated.sessions);
            (added > 0).then(|| course.steps.cost.minor() * i64::try_from(added).unwrap_or(i64::MAX))
        });
        Some(self.cost + paid.sum::<Option<i64>>()?)
    }
}

/// Two lines as they are dated without what waits.
fn dated(space: &Space<'_>, parts: &[Part<'_>]) -> Schedule {
    let of = |part: &Part<'_>| {
        let (line, treatment) = (part.id(), &space.treatments[part.place.treatment].treatment.id);
        let sessions = part.begun.days.given.iter();
        sessions.map(move |session| (treatment, Session { line, ..*session })).collect::<Vec<_>>()
    };
    let mut sessions: Vec<_> = parts.iter().flat_map(of).collect();
    // On one day by treatment, as sessions are dated.
    sessions.sort_by_key(|(treatment, session)| (session.day, *treatment));
    let moved = |part: &Part<'_>| {
        let line = part.id();
        part.begun.days.displaced.iter().map(move |displaced| Displaced { line, ..*displaced }).collect::<Vec<_>>()
    };
    Schedule {
        sessions: sessions.into_iter().map(|(_, session)| session).collect(),
        displaced: parts.iter().flat_map(moved).collect(),
        ..Schedule::default()
    }
}

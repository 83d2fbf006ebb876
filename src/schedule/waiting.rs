//! Sessions of lines that wait for their improvement to fade.

use super::dating::{Dated, Moving};
use super::displaced::{Displaced, Why};
use super::openings::Openings;
use super::planner::Planner;
use super::session::{Phase, Session};
use super::watch::{FadeRule, FadeWatch, Faded};
use crate::document::{LineId, Upkeep};
use crate::plan::Line;
use crate::units::Day;

/// What is known of a line that waits for its improvement to fade.
struct Waiting<'a> {
    openings: Openings<'a>,
    /// How many of its sessions there are so far.
    dated: u32,
    /// The day on which the next one was due, if it could not be then, and why.
    due: Option<(Day, Why)>,
    /// The day on which the next one was due, if that is past.
    overdue: Option<Day>,
    /// The day until which it was held up. If it has not faded on that any more, it is due anew.
    held_until: Day,
}

impl Dated {
    /// Adds fade-triggered sessions one after the other, each dated under those before it; of the sessions before them the watch is
    /// told of those that are `added`. Returns the lines that stop because their sessions come to nothing, with the day of the last
    /// one.
    pub(super) fn add_faded(
        &mut self,
        planner: &Planner<'_>,
        mut added: Vec<Session>,
        watch: &mut dyn FadeWatch,
    ) -> Vec<(LineId, Day)> {
        let waiting = planner.option.lines.iter().filter_map(|line| Waiting::of(planner, self, line));
        let mut waiting: Vec<(FadeRule, Waiting<'_>)> = waiting.collect();
        if waiting.is_empty() {
            return Vec::new();
        }
        // Two rules may be due on one day: the first in this order goes first.
        waiting.sort_by_key(|(rule, _)| rule.line);
        let (mut rules, mut waiting): (Vec<FadeRule>, Vec<Waiting<'_>>) = waiting.into_iter().unzip();
        let mut stopped = Vec::new();
        while let Some(Faded { rule: at, day, in_vain }) = watch.first_faded(&added, &rules) {
            let (rule, waiting) = (&mut rules[at], &mut waiting[at]);
            let line = rule.line;
            added.clear();
            if in_vain {
                let of_line = self.sessions.iter().rev().find(|session| session.line == line);
                stopped.extend(of_line.map(|session| (line, session.day)));
                rule.until = Day::MIN;
                continue;
            }
            if let Some(later) = waiting.later(planner, self, line, day) {
                (rule.from, waiting.held_until) = (later, later);
                continue;
            }
            waiting.dated += 1;
            let Some(new) = Session::new(planner.plan, day, line, Phase::Upkeep, waiting.dated) else { break };
            if let Some((due, why)) = waiting.due.take() {
                self.displaced.push(Displaced { line, phase: Phase::Upkeep, due, to: Some(day), why });
            }
            self.due.extend(waiting.overdue.take().map(|was_due| (line, day, was_due)));
            let place = self.sessions.partition_point(|other| planner.order(other, &new).is_le());
            self.sessions.insert(place, new);
            added.push(new);
            rule.from = day + planner.minimum(line).max(1);
        }
        stopped
    }
}

impl<'a> Waiting<'a> {
    /// A line that waits, with its rule; none if it does not.
    fn of(planner: &Planner<'a>, dated: &Dated, line: &Line) -> Option<(FadeRule, Self)> {
        let Upkeep::WhenFaded { percent } = line.upkeep else { return None };
        let last = planner.plan.horizon_days() - 1;
        let until = line.upkeep_until.map_or(last, |date| (date - planner.plan.start).get_days().min(last));
        if line.so_far.is_ended {
            return None;
        }
        // Sessions of it that are had or booked already come before all that are foreseen.
        let known = dated.sessions.iter().filter(|one| one.line == line.id && one.phase == Phase::Upkeep);
        let last = known.clone().map(|session| session.day).chain(dated.course_end(line.id)).max()?;
        let from = last + planner.minimum(line.id).max(1);
        let rule = FadeRule { line: line.id, from, until, share: f64::from(percent) / 100.0 };
        Some((
            rule,
            Self {
                openings: planner.openings(line.id),
                dated: u32::try_from(known.count()).unwrap_or(u32::MAX),
                due: None,
                overdue: None,
                held_until: from,
            },
        ))
    }

    /// The day until which the next session of a line that has faded on this day has to wait, if it cannot be on it.
    fn later(&mut self, planner: &Planner<'_>, dated: &Dated, line: LineId, day: Day) -> Option<Day> {
        if day > self.held_until {
            (self.due, self.overdue) = (None, None);
        }
        let as_of = planner.plan.as_of;
        if let Some(as_of) = as_of.filter(|as_of| day < *as_of) {
            self.overdue.get_or_insert(day);
            return Some(as_of);
        }
        let due = self.due.map(|(due, _)| due).or(self.overdue);
        let session = Moving { line, due: due.unwrap_or(day), is_moved: due.is_some() || as_of.is_some() };
        if let (open, Some(why)) = dated.free_from(planner, &self.openings, session, day) {
            self.due.get_or_insert((session.due, why));
            return Some(open);
        }
        blocked_until(planner, &dated.sessions, line, day)
    }
}

/// If a session of the same interval group on the same skin stands too close to this day, the first day after it that is
/// free.
fn blocked_until(planner: &Planner<'_>, sessions: &[Session], line: LineId, day: Day) -> Option<Day> {
    let near = sessions.iter().filter(|other| planner.must_keep_apart(other.line, line));
    let apart = |other: &Session| planner.minimum(line).max(planner.minimum(other.line));
    near.filter(|other| (other.day - day).abs() < apart(other)).map(|other| other.day + apart(other)).max()
}

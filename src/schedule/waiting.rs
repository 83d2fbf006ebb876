//! Sessions of lines that wait for their improvement to fade.

use super::dating::Dated;
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
        let Self { sessions, displaced, due, .. } = self;
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
                let of_line = sessions.iter().rev().find(|session| session.line == line);
                stopped.extend(of_line.map(|session| (line, session.day)));
                rule.until = Day::MIN;
                continue;
            }
            if let Some(as_of) = planner.plan.as_of.filter(|as_of| day < *as_of) {
                waiting.overdue.get_or_insert(day);
                rule.from = as_of;
                continue;
            }
            if let (open, Some(why)) = waiting.openings.from(day) {
                waiting.due.get_or_insert((day, why));
                rule.from = open;
                continue;
            }
            if let Some(later) = blocked_until(planner, sessions, line, day) {
                rule.from = later;
                continue;
            }
            waiting.dated += 1;
            let Some(new) = Session::new(planner.plan, day, line, Phase::Upkeep, waiting.dated) else { break };
            if let Some((due, why)) = waiting.due.take() {
                displaced.push(Displaced { line, phase: Phase::Upkeep, due, to: Some(day), why });
            }
            due.extend(waiting.overdue.take().map(|was_due| (line, day, was_due)));
            let place = sessions.partition_point(|other| planner.order(other, &new).is_le());
            sessions.insert(place, new);
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
            },
        ))
    }
}

/// If a session of the same interval group on the same skin stands too close to this day, the first day after it that is
/// free.
fn blocked_until(planner: &Planner<'_>, sessions: &[Session], line: LineId, day: Day) -> Option<Day> {
    let near = sessions.iter().filter(|other| planner.must_keep_apart(other.line, line));
    let apart = |other: &Session| planner.minimum(line).max(planner.minimum(other.line));
    near.filter(|other| (other.day - day).abs() < apart(other)).map(|other| other.day + apart(other)).max()
}

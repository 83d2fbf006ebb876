//! How the sessions of an option are dated.

use super::session::{Phase, Session};
use super::watch::{FadeRule, FadeWatch, Faded};
use crate::catalog::{Area, Catalog, Treatment};
use crate::document::{LineId, Upkeep, limits};
use crate::plan::{Line, Plan, TreatmentOption};
use crate::units::{Date, Day};
use jiff::{Span, ToSpan};
use std::cmp::Ordering;

/// One option with its treatments looked up.
pub(super) struct Planner<'a> {
    plan: &'a Plan,
    pub(super) option: &'a TreatmentOption,
    treatments: Vec<&'a Treatment>,
    /// Where each line is given, as far as that is known.
    areas: Vec<Option<&'a Area>>,
    catalog: &'a Catalog,
}

impl<'a> Planner<'a> {
    pub(super) fn new(plan: &'a Plan, option: &'a TreatmentOption, catalog: &'a Catalog) -> Self {
        let treatments = option.lines.iter().filter_map(|line| catalog.treatment(&line.treatment)).collect();
        let areas = option.lines.iter().map(|line| catalog.areas.named(&line.area)).collect();
        Self { plan, option, treatments, areas, catalog }
    }

    /// Every session whose date does not depend on the curve.
    pub(super) fn dated(&self) -> Vec<Session> {
        self.option.lines.iter().flat_map(|line| self.course(line).chain(self.dated_upkeep(line))).collect()
    }

    fn course(&self, line: &Line) -> impl Iterator<Item = Session> + use<'a> {
        let (id, start, spacing) = (line.id, line.start_day, line.spacing_days.cast_signed());
        let plan = self.plan;
        let days = (1..=line.sessions).zip((0..).map(move |n: i32| start + n * spacing));
        days.map_while(move |(number, day)| Session::new(plan, day, id, Phase::Course, number))
    }

    /// Upkeep every so many calendar months, counted from the course's last session so that dates do not drift.
    fn dated_upkeep(&self, line: &Line) -> impl Iterator<Item = Session> {
        (1..).map_while(move |number| match line.upkeep {
            Upkeep::Every { months } if months > 0 => self.upkeep_session(line, months, number),
            _ => None,
        })
    }

    /// The upkeep of this number with one every so many months, if it is within the plan.
    fn upkeep_session(&self, line: &Line, months: u32, number: u32) -> Option<Session> {
        let after = Span::new().months(i64::from(months) * i64::from(number));
        let date = self.course_end(line)?.checked_add(after).ok()?;
        let session = Session::new(self.plan, (date - self.plan.start).get_days(), line.id, Phase::Upkeep, number)?;
        line.upkeep_until.is_none_or(|until| date <= until).then_some(session)
    }

    /// The interval in months that brings the dated upkeep of this number nearest to a day, within the plan.
    pub(super) fn interval_near(&self, line: &Line, number: u32, day: Day) -> Option<u32> {
        let (least, most) = limits::UPKEEP_MONTHS.into_inner();
        // The shortest month has 28 days.
        let safe = self.minimum(line.id).cast_unsigned().div_ceil(28);
        let intervals = least.max(safe)..=most;
        let sessions = intervals.map_while(|months| Some((months, self.upkeep_session(line, months, number)?)));
        sessions.min_by_key(|(_, session)| (session.day - day).abs()).map(|(months, _)| months)
    }

    fn course_end(&self, line: &Line) -> Option<Date> {
        let days = i64::from(line.start_day) + i64::from(line.sessions - 1) * i64::from(line.spacing_days);
        self.plan.start.checked_add(days.days()).ok()
    }

    /// Adds fade-triggered sessions one after the other, each dated under those before it. Returns the lines that stop
    /// because their sessions come to nothing, with the day of the last one.
    pub(super) fn add_faded(&self, sessions: &mut Vec<Session>, watch: &mut dyn FadeWatch) -> Vec<(LineId, Day)> {
        let mut rules: Vec<FadeRule> = self.option.lines.iter().filter_map(|line| self.fade_rule(line)).collect();
        // Two rules may be due on one day: the first in this order goes first.
        rules.sort_by_key(|rule| rule.line);
        let mut counts = vec![0; rules.len()];
        let (mut added, mut stopped) = (sessions.clone(), Vec::new());
        while let Some(Faded { rule: at, day, in_vain }) = watch.first_faded(&added, &rules) {
            let line = rules[at].line;
            added.clear();
            if in_vain {
                let of_line = sessions.iter().rev().find(|session| session.line == line);
                stopped.extend(of_line.map(|session| (line, session.day)));
                rules[at].until = Day::MIN;
                continue;
            }
            if let Some(later) = self.blocked_until(sessions, line, day) {
                rules[at].from = later;
                continue;
            }
            counts[at] += 1;
            let Some(new) = Session::new(self.plan, day, line, Phase::Upkeep, counts[at]) else { break };
            let place = sessions.partition_point(|other| self.order(other, &new).is_le());
            sessions.insert(place, new);
            added.push(new);
            rules[at].from = day + self.minimum(line).max(1);
        }
        stopped
    }

    fn fade_rule(&self, line: &Line) -> Option<FadeRule> {
        let Upkeep::WhenFaded { percent } = line.upkeep else { return None };
        let course_end = (self.course_end(line)? - self.plan.start).get_days();
        let last = self.plan.horizon_days() - 1;
        let until = line.upkeep_until.map_or(last, |date| (date - self.plan.start).get_days().min(last));
        Some(FadeRule {
            line: line.id,
            from: course_end + self.minimum(line.id),
            until,
            share: f64::from(percent) / 100.0,
        })
    }

    /// If a session of the same interval group on the same skin stands too close to this day, the first day after it that is free.
    fn blocked_until(&self, sessions: &[Session], line: LineId, day: Day) -> Option<Day> {
        let near = sessions.iter().filter(|other| self.must_keep_apart(other.line, line));
        let apart = |other: &Session| self.minimum(line).max(self.minimum(other.line));
        near.filter(|other| (other.day - day).abs() < apart(other)).map(|other| other.day + apart(other)).max()
    }

    pub(super) fn date(&self, day: Day) -> Date {
        self.plan.start.saturating_add(i64::from(day).days())
    }

    pub(super) fn treatment(&self, line: LineId) -> &'a Treatment {
        self.treatments[self.position(line)]
    }

    /// Every session's line is one of the option's.
    fn position(&self, line: LineId) -> usize {
        self.option.lines.iter().position(|other| other.id == line).unwrap_or_default()
    }

    /// Whether sessions of two lines must keep the safe minimum: they are of one interval group, on the same skin.
    pub(super) fn must_keep_apart(&self, one: LineId, other: LineId) -> bool {
        let is_same_group = self.treatment(one).interval_group == self.treatment(other).interval_group;
        is_same_group && self.is_same_skin(one, other)
    }

    /// Whether two lines are given on the same skin.
    pub(super) fn is_same_skin(&self, one: LineId, other: LineId) -> bool {
        let [one, other] = [one, other].map(|line| self.areas[self.position(line)]);
        self.catalog.areas.is_same_skin(one, other)
    }

    pub(super) fn minimum(&self, line: LineId) -> Day {
        self.treatment(line).minimum_interval_days.value.cast_signed()
    }

    /// By day; on one day by treatment, phase and line, so that the order of lines never shows in a result.
    pub(super) fn order(&self, one: &Session, other: &Session) -> Ordering {
        let key = |session: &Session| (session.day, &self.treatment(session.line).id, session.phase, session.line);
        key(one).cmp(&key(other))
    }
}

//! Sessions one after the other on the first day on which each can be.
//!
//! Without days kept free every session is on the day on which it is due. A session of a course that is moved takes those
//! after it along, so that their spacing stays; upkeep stays where it is due, and one that would come nearer than half its
//! interval to the next one is left out. What is moved keeps its distance from others on the same skin, and they from it.

use super::displaced::{Displaced, Why};
use super::openings::Openings;
use super::planner::Planner;
use super::session::{Phase, Session};
use crate::document::{LineId, Upkeep, limits};
use crate::plan::Line;
use crate::units::{Date, Day};
use jiff::{Span, ToSpan};

/// Sessions on their days.
#[derive(Default)]
pub(super) struct Dated {
    /// In order of day.
    pub(super) sessions: Vec<Session>,
    /// Those that are not on the day on which they were due.
    pub(super) displaced: Vec<Displaced>,
}

/// The sessions of a line that are still to be dated.
struct Queue<'a> {
    line: &'a Line,
    openings: Openings<'a>,
    /// Of which kind the next one is.
    phase: Phase,
    /// Which one of these it is, from 1.
    next: u32,
    /// How many of these there are so far.
    dated: u32,
    /// The day of the one before.
    last: Option<Day>,
    /// The day of the course's last session, once that is dated.
    course_end: Option<Date>,
    /// Why its last one that was moved was.
    moved: Option<Why>,
}

/// The next session of a line.
#[derive(Clone, Copy)]
struct Next {
    /// The day on which it would be without days kept free.
    due: Day,
    /// The first day on which it may be after those before it.
    from: Day,
    /// The first day on which it is left out, as the one after it follows so soon.
    in_vain: Option<Day>,
}

impl Dated {
    /// Every session of an option whose date does not depend on the curve.
    pub(super) fn of(planner: &Planner<'_>) -> Self {
        let lines = &planner.option.lines;
        let mut queues: Vec<Queue<'_>> = lines.iter().map(|line| Queue::new(planner, line)).collect();
        let mut dated = Self::default();
        while let Some((at, next)) = first(planner, &queues) {
            dated.date(planner, &mut queues[at], next);
        }
        dated.sessions.sort_by(|one, other| planner.order(one, other));
        dated
    }

    /// Dates the next session of a line, or ends the line where that is no longer within the plan.
    fn date(&mut self, planner: &Planner<'_>, queue: &mut Queue<'_>, next: Next) {
        let (day, why) = self.free_from(planner, queue, next);
        let why = why.or(queue.moved.filter(|_| day != next.due));
        let session = Session::new(planner.plan, day, queue.line.id, queue.phase, queue.dated + 1);
        let is_over = |session: &Session| queue.phase == Phase::Upkeep && queue.is_over(session.date);
        let is_in_vain = next.in_vain.is_some_and(|in_vain| day != next.due && day >= in_vain);
        let session = session.filter(|session| !is_in_vain && !is_over(session));
        if let Some(why) = why {
            let (line, phase) = (queue.line.id, queue.phase);
            self.displaced.push(Displaced { line, phase, due: next.due, to: session.map(|session| session.day), why });
        }
        queue.take(planner, session.as_ref(), why);
        self.sessions.extend(session);
    }

    /// The first day from this one on that is kept free by nothing, and far enough from others where something was moved.
    fn free_from(&self, planner: &Planner<'_>, queue: &Queue<'_>, next: Next) -> (Day, Option<Why>) {
        let (mut day, mut why) = queue.openings.from(next.from);
        while let Some(later) = self.too_close_until(planner, queue, (next.due, day), why.is_some()) {
            let (open, _) = queue.openings.from(later);
            (day, why) = (open, why.or(Some(Why::Distance)));
        }
        (day, why)
    }

    /// The first day on which a session that is due on one day and could be on another is far enough from all others, where it
    /// or one of them was moved. What is typed too close stays so, and is reported.
    fn too_close_until(
        &self,
        planner: &Planner<'_>,
        queue: &Queue<'_>,
        (due, day): (Day, Day),
        is_moved: bool,
    ) -> Option<Day> {
        let is_moved = is_moved || queue.moved.is_some();
        if !is_moved && self.displaced.is_empty() {
            return None;
        }
        let line = queue.line.id;
        let due_of = |other: &Session| {
            let is_it = |moved: &&Displaced| moved.line == other.line && moved.to == Some(other.day);
            self.displaced.iter().find(is_it).map(|moved| moved.due)
        };
        let later = |other: &Session| {
            let was_due = due_of(other);
            if other.line == line || !is_moved && was_due.is_none() {
                return None;
            }
            if planner.must_keep_apart(other.line, line) {
                let least = planner.minimum(line).max(planner.minimum(other.line));
                return ((other.day - day).abs() < least).then_some(other.day + least);
            }
            // As far as they were to be from each other, if that is less than is asked for.
            let were_apart = (due - was_due.unwrap_or(other.day)).abs();
            let distance = |first: LineId, then: LineId| planner.distance(first, then, (day - other.day).abs());
            let least = if other.day <= day { distance(other.line, line) } else { distance(line, other.line) };
            let behind = planner.distance(other.line, line, 1).min(were_apart).max(1);
            ((other.day - day).abs() < least.min(were_apart)).then_some(other.day + behind)
        };
        self.sessions.iter().filter_map(later).max()
    }
}

/// The line whose next session comes first, and that session; none once all are dated.
fn first(planner: &Planner<'_>, queues: &[Queue<'_>]) -> Option<(usize, Next)> {
    let next = queues.iter().enumerate().filter_map(|(at, queue)| Some((at, queue.next(planner)?)));
    next.min_by_key(|(at, next)| {
        let Queue { line, phase, .. } = &queues[*at];
        (next.from, &line.treatment, *phase, line.id)
    })
}

impl<'a> Queue<'a> {
    fn new(planner: &Planner<'a>, line: &'a Line) -> Self {
        let (phase, openings) = (Phase::Course, planner.openings(line.id));
        Self { line, openings, phase, next: 1, dated: 0, last: None, course_end: None, moved: None }
    }

    /// The next session, if it is due within the plan.
    fn next(&self, planner: &Planner<'_>) -> Option<Next> {
        let plan = planner.plan;
        let spacing = self.line.spacing_days.cast_signed();
        let next = match self.phase {
            Phase::Course => {
                let due = self.line.start_day + (self.next - 1).cast_signed() * spacing;
                Next { due, from: self.last.map_or(due, |last| last + spacing), in_vain: None }
            }
            Phase::Upkeep => {
                let due = self.upkeep_due(self.next).filter(|date| !self.is_over(*date))?;
                let day = |date: Date| (date - plan.start).get_days();
                let least = self.last.filter(|_| self.moved.is_some()).map(|last| last + planner.minimum(self.line.id));
                let from = least.map_or(day(due), |least| day(due).max(least));
                // Half way to the one after it.
                let in_vain = self.upkeep_due(self.next + 1).map(|again| day(due).midpoint(day(again)) + 1);
                Next { due: day(due), from, in_vain }
            }
        };
        (next.due < plan.horizon_days()).then_some(next)
    }

    /// When the upkeep of this number is due: so many calendar months after the course's last session, so that dates do not
    /// drift.
    fn upkeep_due(&self, number: u32) -> Option<Date> {
        let Upkeep::Every { months: months @ 1.. } = self.line.upkeep else { return None };
        upkeep_due(self.course_end?, months, number)
    }

    /// Whether upkeep has come to its end by a date.
    fn is_over(&self, date: Date) -> bool {
        self.line.upkeep_until.is_some_and(|until| date > until)
    }

    /// Takes note of the next session as dated; of one of a course that is no longer within the plan as the last.
    fn take(&mut self, planner: &Planner<'_>, session: Option<&Session>, why: Option<Why>) {
        self.next += 1;
        self.moved = why.or(self.moved);
        let Some(session) = session else {
            if self.phase == Phase::Course {
                (self.phase, self.course_end) = (Phase::Upkeep, None);
            }
            return;
        };
        (self.last, self.dated) = (Some(session.day), session.number);
        if self.phase == Phase::Course && session.number == self.line.sessions {
            self.course_end = planner.plan.start.checked_add(i64::from(session.day).days()).ok();
            (self.phase, self.next, self.dated) = (Phase::Upkeep, 1, 0);
        }
    }
}

/// When the upkeep of a number is due with one every so many months.
fn upkeep_due(course_end: Date, months: u32, number: u32) -> Option<Date> {
    course_end.checked_add(Span::new().months(i64::from(months) * i64::from(number))).ok()
}

/// The interval in months that brings the dated upkeep of this number nearest to a day, within the plan.
pub(super) fn interval_near(planner: &Planner<'_>, line: &Line, number: u32, day: Day) -> Option<u32> {
    let (least, most) = limits::UPKEEP_MONTHS.into_inner();
    // The shortest month has 28 days.
    let safe = planner.minimum(line.id).cast_unsigned().div_ceil(28);
    let Dated { sessions, displaced } = Dated::of(planner);
    let course_end = planner.date(course_end(&sessions, line)?);
    let is_it = |session: &&Session| (session.line, session.phase, session.number) == (line.id, Phase::Upkeep, number);
    let dated = sessions.iter().find(is_it)?.day;
    // Those left out before it were due all the same.
    let left_out = displaced.iter().filter(|one| one.line == line.id && one.to.is_none() && one.due < dated).count();
    let due = |months: u32| {
        let date = upkeep_due(course_end, months, number + u32::try_from(left_out).ok()?)?;
        let is_within = date < planner.plan.end && line.upkeep_until.is_none_or(|until| date <= until);
        is_within.then(|| (date - planner.plan.start).get_days())
    };
    let intervals = (least.max(safe)..=most).map_while(|months| Some((months, due(months)?)));
    intervals.min_by_key(|(_, due)| (due - day).abs()).map(|(months, _)| months)
}

/// The day of the last session of a line's course; none if that is not within the plan.
pub(super) fn course_end(sessions: &[Session], line: &Line) -> Option<Day> {
    let of_course = |session: &&Session| session.line == line.id && session.phase == Phase::Course;
    let last = sessions.iter().rev().find(of_course)?;
    (last.number == line.sessions).then_some(last.day)
}

//! Sessions one after the other on the first day on which each can be.
//!
//! Without days kept free every session is on the day on which it is due. A session of a course that is moved takes those
//! after it along, so that their spacing stays; upkeep stays where it is due, and one that would come nearer than half its
//! interval to the next one is left out. What is moved keeps its distance from others on the same skin, and they from it.
//!
//! What has happened of a line is where it happened, and the rest is foreseen from there with its intervals, never before the
//! day as of which the plan is looked at. A session that was given up takes its place among those of the course; upkeep on
//! another day than the one on which it was due is what the next one is reckoned from.

use super::displaced::{Displaced, Why};
use super::openings::Openings;
use super::planner::Planner;
use super::session::{Phase, Session};
use crate::document::{LineId, Upkeep, limits};
use crate::plan::{Line, PastKind};
use crate::units::{Date, Day};
use jiff::Span;

/// Sessions on their days.
#[derive(Default)]
pub(super) struct Dated {
    /// In order of day.
    pub(super) sessions: Vec<Session>,
    /// Those that are not on the day on which they were due.
    pub(super) displaced: Vec<Displaced>,
    /// Of each line whose course comes to its end within the plan, the day of the last session, had or given up.
    pub(super) course_ends: Vec<(LineId, Day)>,
    /// On which day each session was due; only where something has happened, as then any may be on another.
    pub(super) due: Vec<(LineId, Day, Day)>,
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
    /// The day of the one before, had or given up.
    last: Option<Day>,
    /// What upkeep is reckoned from: the course's last session, once that is dated, or upkeep that was on another day.
    upkeep_from: Option<Date>,
    /// How much of what has happened is dated.
    past: usize,
    /// How many of the days that are booked are taken.
    booked: usize,
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
    /// Whether the day is what happened or what is booked, and no other will do.
    is_fixed: bool,
}

/// A session that may have to give way.
#[derive(Clone, Copy)]
pub(super) struct Moving {
    pub(super) line: LineId,
    /// The day on which it is due.
    pub(super) due: Day,
    /// Whether it is on another one already.
    pub(super) is_moved: bool,
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
        if let Some(day) = queue.given_up() {
            return self.ends_course(queue.take(planner, Some(day), false, true), queue);
        }
        let (day, why) = if next.is_fixed {
            (next.from, None)
        } else {
            let is_moved = queue.moved.is_some() || planner.plan.as_of.is_some();
            let session = Moving { line: queue.line.id, due: next.due, is_moved };
            self.free_from(planner, &queue.openings, session, next.from)
        };
        let why = why.or(queue.moved.filter(|_| day != next.due && !next.is_fixed));
        let session = Session::new(planner.plan, day, queue.line.id, queue.phase, queue.dated + 1);
        let is_over = |session: &Session| queue.phase == Phase::Upkeep && !next.is_fixed && queue.is_over(session.date);
        let is_in_vain = !next.is_fixed && next.in_vain.is_some_and(|in_vain| day != next.due && day >= in_vain);
        let session = session.filter(|session| !is_in_vain && !is_over(session));
        if let Some(why) = why {
            let (line, phase) = (queue.line.id, queue.phase);
            self.displaced.push(Displaced { line, phase, due: next.due, to: session.map(|session| session.day), why });
        }
        if planner.plan.as_of.is_some() {
            self.due.extend(session.map(|session| (session.line, session.day, next.due)));
        }
        queue.moved = why.or(queue.moved);
        // Days kept free move nothing but what lies on them.
        let goes_on = planner.plan.as_of.is_some() && why.is_none();
        let ended = queue.take(planner, session.map(|session| session.day), session.is_some(), goes_on);
        self.sessions.extend(session);
        self.ends_course(ended, queue);
    }

    /// Takes note of a line's course that has come to its end.
    fn ends_course(&mut self, end: Option<Day>, queue: &Queue<'_>) {
        self.course_ends.extend(end.map(|day| (queue.line.id, day)));
    }

    /// The day of the last session of a line's course; none if that is not within the plan.
    pub(super) fn course_end(&self, line: LineId) -> Option<Day> {
        self.course_ends.iter().find(|(of, _)| *of == line).map(|(_, day)| *day)
    }

    /// The first day from the one on which a session could be on that is kept free by nothing, and far enough from others where
    /// something was moved, with what first kept it from an earlier one.
    pub(super) fn free_from(
        &self,
        planner: &Planner<'_>,
        openings: &Openings<'_>,
        session: Moving,
        from: Day,
    ) -> (Day, Option<Why>) {
        let (mut day, mut why) = openings.from(from);
        while self.is_too_close(planner, Moving { is_moved: session.is_moved || why.is_some(), ..session }, day) {
            let (open, _) = openings.from(day + 1);
            (day, why) = (open, why.or(Some(Why::Distance)));
        }
        (day, why)
    }

    /// Whether on this day a session is too near to another one, where it or that one was moved. What is typed too close stays so,
    /// and is reported.
    fn is_too_close(&self, planner: &Planner<'_>, Moving { line, due, is_moved }: Moving, day: Day) -> bool {
        if !is_moved && self.displaced.is_empty() {
            return false;
        }
        let due_of = |other: &Session| {
            let is_it = |moved: &&Displaced| moved.line == other.line && moved.to == Some(other.day);
            let happened = self.due.iter().find(|(line, day, _)| (*line, *day) == (other.line, other.day));
            self.displaced.iter().find(is_it).map(|moved| moved.due).or(happened.map(|(_, _, due)| *due))
        };
        let is_near = |other: &Session| {
            let was_due = due_of(other);
            if other.line == line || !is_moved && was_due.is_none() {
                return false;
            }
            let gap = (other.day - day).abs();
            if planner.must_keep_apart(other.line, line) {
                return gap < planner.minimum(line).max(planner.minimum(other.line));
            }
            // As far as they were to be from each other, if that is less than is asked for.
            let were_apart = (due - was_due.unwrap_or(other.day)).abs();
            let (first, then) = if other.day <= day { (other.line, line) } else { (line, other.line) };
            gap < planner.distance(first, then, gap).min(were_apart)
        };
        self.sessions.iter().any(is_near)
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
        Self {
            line,
            openings,
            phase,
            next: 1,
            dated: 0,
            last: None,
            upkeep_from: None,
            past: 0,
            booked: 0,
            moved: None,
        }
    }

    /// The next session, if it is due within the plan.
    fn next(&self, planner: &Planner<'_>) -> Option<Next> {
        if let Some(day) = self.fixed() {
            let due = self.due(planner).unwrap_or(day);
            return (day < planner.plan.horizon_days()).then_some(Next {
                due,
                from: day,
                in_vain: None,
                is_fixed: true,
            });
        }
        if self.line.so_far.is_ended {
            return None;
        }
        let due = self.due(planner)?;
        let (from, in_vain) = match self.phase {
            Phase::Course => {
                let from = self.last.map_or(due, |last| last + self.line.spacing_days.cast_signed());
                (from, None)
            }
            Phase::Upkeep => {
                self.upkeep_due(self.next).filter(|date| !self.is_over(*date))?;
                let is_after_another = self.moved.is_some() || planner.plan.as_of.is_some();
                let least = self.last.filter(|_| is_after_another).map(|last| last + planner.minimum(self.line.id));
                let from = least.map_or(due, |least| due.max(least));
                // Half way to the one after it.
                let again = self.upkeep_due(self.next + 1).map(|again| (again - planner.plan.start).get_days());
                (from, again.map(|again| due.midpoint(again) + 1))
            }
        };
        let from = planner.plan.as_of.map_or(from, |as_of| from.max(as_of));
        (due < planner.plan.horizon_days()).then_some(Next { due, from, in_vain, is_fixed: false })
    }

    /// The day on which the next one is by what has happened or is booked.
    fn fixed(&self) -> Option<Day> {
        let so_far = &self.line.so_far;
        let past = so_far.past.get(self.past).map(|past| past.day);
        past.or_else(|| so_far.booked.get(self.booked).copied().filter(|_| !so_far.is_ended))
    }

    /// The day on which the next one was given up, if it was.
    fn given_up(&self) -> Option<Day> {
        self.line.so_far.past.get(self.past).filter(|past| past.what == PastKind::Skipped).map(|past| past.day)
    }

    /// The day on which the next session is due without anything that has happened on other days or keeps it from being then.
    fn due(&self, planner: &Planner<'_>) -> Option<Day> {
        match self.phase {
            Phase::Course => {
                let before = self.next.saturating_sub(1).cast_signed();
                Some(self.line.start_day + before * self.line.spacing_days.cast_signed())
            }
            Phase::Upkeep => Some((self.upkeep_due(self.next)? - planner.plan.start).get_days()),
        }
    }

    /// When the upkeep of this number is due: so many calendar months after what it is reckoned from, so that dates do not
    /// drift.
    fn upkeep_due(&self, number: u32) -> Option<Date> {
        let Upkeep::Every { months: months @ 1.. } = self.line.upkeep else { return None };
        upkeep_due(self.upkeep_from?, months, number)
    }

    /// Whether upkeep has come to its end by a date.
    fn is_over(&self, date: Date) -> bool {
        self.line.upkeep_until.is_some_and(|until| date > until)
    }

    /// Takes note of the next session as dated, or as given up; of one of a course that is no longer within the plan as the
    /// last. What goes on from where it was takes its intervals along. Returns the day on which the course has come to its end, if
    /// it has.
    fn take(&mut self, planner: &Planner<'_>, day: Option<Day>, is_session: bool, goes_on: bool) -> Option<Day> {
        let was_fixed = self.fixed().is_some();
        if self.past < self.line.so_far.past.len() {
            self.past += 1;
        } else if was_fixed {
            self.booked += 1;
        }
        let is_on_time = day == self.due(planner);
        self.next += 1;
        let Some(day) = day else {
            if self.phase == Phase::Course {
                (self.phase, self.upkeep_from) = (Phase::Upkeep, None);
            }
            return None;
        };
        self.last = Some(day);
        self.dated += u32::from(is_session);
        let date = Some(planner.date(day));
        if self.phase == Phase::Course && self.next > self.line.sessions {
            (self.phase, self.next, self.dated, self.upkeep_from) = (Phase::Upkeep, 1, 0, date);
            return Some(day);
        }
        if self.phase == Phase::Upkeep && goes_on && !is_on_time {
            (self.next, self.upkeep_from) = (1, date);
        }
        None
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
    let dated = Dated::of(planner);
    let course_end = planner.date(dated.course_end(line.id)?);
    let Dated { sessions, displaced, .. } = dated;
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

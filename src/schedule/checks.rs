//! What is wrong or worth knowing about dated sessions.

use super::displaced::{Displaced, Why};
use super::planner::Planner;
use super::session::{Phase, Session};
use crate::document::{Field, LineId, Place, Upkeep};
use crate::plan::{Cause, ClinicalRemark, Line, Problem, Remark, RemarkKind};
use crate::units::{Date, Day};
use std::ops::Range;

/// One problem for each line that comes closer to a session of its interval group on the same skin than is safe.
pub(super) fn too_close(planner: &Planner<'_>, sessions: &[Session]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for (at, later) in sessions.iter().enumerate() {
        let Some(earlier) = sessions[..at].iter().rev().find(|one| planner.must_keep_apart(one.line, later.line))
        else {
            continue;
        };
        // What has happened cannot be mended.
        if planner.option[later.line].so_far.was_had(later.day) {
            continue;
        }
        let minimum = planner.minimum(earlier.line).max(planner.minimum(later.line));
        let gap = later.day - earlier.day;
        let place = Place::Line { line: later.line, field: Field::StartDay };
        if gap >= minimum || problems.iter().any(|problem| problem.place == place) {
            continue;
        }
        let cause = Cause::TooClose {
            date: later.date,
            other: planner.treatment(earlier.line).name.clone(),
            other_date: earlier.date,
            gap,
            minimum,
        };
        problems.push(Problem { place, cause });
    }
    problems
}

/// What was moved or left out, upkeep that stops, and sessions that the horizon cuts off.
pub(super) fn remarks(
    planner: &Planner<'_>,
    sessions: &[Session],
    stopped: &[(LineId, Day)],
    displaced: &[Displaced],
) -> Vec<Remark> {
    let lines = &planner.option.lines;
    let moved = lines.iter().flat_map(|line| moved(planner, line, displaced));
    let stops = stopped.iter().filter_map(|(line, day)| stop(planner, *line, *day));
    moved.chain(stops).chain(lines.iter().filter_map(|line| cut_off(planner, sessions, line, displaced))).collect()
}

/// Treatments that come too soon after each other on the same skin, or in each other's downtime.
pub(super) fn clinical(planner: &Planner<'_>, sessions: &[Session]) -> Vec<ClinicalRemark> {
    let days = |line: &Line| {
        let of_line = sessions.iter().filter(|session| session.line == line.id);
        (line.id, of_line.map(|session| session.day).collect())
    };
    let lines: Vec<(LineId, Vec<Day>)> = planner.option.lines.iter().map(days).collect();
    let pairs = || {
        lines.iter().flat_map(|first| {
            let others = lines.iter().filter(|then| then.0 != first.0 && planner.is_same_skin(first.0, then.0));
            others.map(move |then| (first, then))
        })
    };
    let too_soon = pairs().filter_map(|(first, then)| too_soon(planner, first, then));
    let clashes = pairs().flat_map(|(first, then)| clashes(planner, first, then));
    too_soon.chain(clashes).collect()
}

/// A line with its days in order.
type DaysOf = (LineId, Vec<Day>);

/// The days of a line that come so many days after one of another line, each with the last such day of that.
fn near(first: &[Day], then: &[Day], gaps: &Range<Day>) -> Vec<(Day, Day)> {
    let before = |day: Day| first[..first.partition_point(|other| *other <= day - gaps.start)].last().copied();
    let near = then.iter().filter_map(|day| Some((*day, before(*day)?)));
    near.filter(|(day, other)| gaps.contains(&(day - other))).collect()
}

/// Days as dates.
fn dated(planner: &Planner<'_>, pairs: &[(Day, Day)]) -> Vec<(Date, Date)> {
    pairs.iter().map(|(day, other)| (planner.date(*day), planner.date(*other))).collect()
}

/// Days that two lines share, and sessions of `then` inside the downtime of sessions of `first`.
fn clashes(planner: &Planner<'_>, (first, days): &DaysOf, (then, later): &DaysOf) -> Vec<ClinicalRemark> {
    // What keeps a distance is said with that.
    let is_paired = planner.pair(*first, *then).or(planner.pair(*then, *first)).is_some();
    let may_meet = planner.go_together(*first, *then) || is_paired;
    let downtime = planner.treatment(*first).downtime.full_days.cast_signed();
    let names = || (planner.given(*then), planner.given(*first));
    // Two lines on one day hit each other; say it once.
    let on_one_day = if first < then && !may_meet { near(days, later, &(0..downtime.min(1))) } else { Vec::new() };
    let same = dated(planner, &on_one_day);
    let same = same.split_first().map(|((date, _), further)| {
        let (given, other) = names();
        let further = further.iter().map(|(date, _)| *date).collect();
        ClinicalRemark::SameDay { given, other, date: *date, further }
    });
    let inside = dated(planner, &near(days, later, &(1..downtime)));
    let inside = inside.split_first().map(|((date, other_date), further)| {
        let ((given, other), further) = (names(), further.to_vec());
        ClinicalRemark::InDowntime { given, date: *date, other, other_date: *other_date, downtime, further }
    });
    same.into_iter().chain(inside).collect()
}

/// What of a line was moved or left out, once for each reason.
fn moved(planner: &Planner<'_>, line: &Line, displaced: &[Displaced]) -> Vec<Remark> {
    let name = || planner.treatment(line.id).name.clone();
    let of_line = || displaced.iter().filter(|one| one.line == line.id);
    let mut reasons: Vec<Why> = Vec::new();
    of_line().for_each(|one| reasons.extend((!reasons.contains(&one.why)).then_some(one.why)));
    let mut kinds = Vec::new();
    for why in reasons {
        let because = || of_line().filter(|one| one.why == why);
        let cause = || planner.cause(why);
        let moved = || because().filter_map(|one| Some((one.due, one.to?)));
        kinds.extend(moved().next().map(|(due, to)| RemarkKind::Moved {
            name: name(),
            cause: cause(),
            due: planner.date(due),
            to: planner.date(to),
            count: moved().count(),
        }));
        let left_out = because().filter(|one| one.to.is_none() && one.phase == Phase::Upkeep).count();
        kinds.extend((left_out > 0).then(|| RemarkKind::LeftOut { name: name(), cause: cause(), count: left_out }));
    }
    kinds.into_iter().map(|kind| Remark { mark: Some(planner.option.mark), kind }).collect()
}

/// Sessions of a line that come too soon after one of another line.
fn too_soon(planner: &Planner<'_>, (first, days): &DaysOf, (then, later): &DaysOf) -> Option<ClinicalRemark> {
    let wait = planner.pair(*first, *then)?;
    // Where each waits for the other, the longer wait says it of a day that they share.
    let other_way = planner.pair(*then, *first);
    let is_said = other_way.is_some_and(|other| (other.typical, then) > (wait.typical, first));
    // On one day those may be that are accepted together.
    let from = Day::from(is_said || planner.go_together(*first, *then));
    let soon = dated(planner, &near(days, later, &(from..wait.typical.cast_signed())));
    let ((date, other_date), further) = soon.split_first()?;
    Some(ClinicalRemark::TooSoonAfter {
        given: planner.given(*then),
        date: *date,
        other: planner.given(*first),
        other_date: *other_date,
        days: wait,
        further: further.to_vec(),
    })
}

fn stop(planner: &Planner<'_>, line: LineId, day: Day) -> Option<Remark> {
    let known = planner.option.lines.iter().find(|other| other.id == line)?;
    let Upkeep::WhenFaded { percent } = known.upkeep else { return None };
    let (name, date) = (planner.treatment(line).name.clone(), planner.date(day));
    Some(Remark { mark: Some(planner.option.mark), kind: RemarkKind::UpkeepStops { name, date, percent } })
}

/// How much of a course is not within the plan, with what pushed it out if it was moved.
fn cut_off(planner: &Planner<'_>, sessions: &[Session], line: &Line, displaced: &[Displaced]) -> Option<Remark> {
    let within = sessions.iter().filter(|session| session.line == line.id && session.phase == Phase::Course).count();
    let foreseen = if line.so_far.is_ended { 0 } else { line.sessions_to_have() as usize };
    let beyond = foreseen.saturating_sub(within);
    let mut of_course = displaced.iter().filter(|one| one.line == line.id && one.phase == Phase::Course);
    let cause = of_course.next_back().map(|last| planner.cause(last.why));
    let kind = || RemarkKind::CutOff { name: planner.treatment(line.id).name.clone(), beyond, cause };
    (beyond > 0).then(|| Remark { mark: Some(planner.option.mark), kind: kind() })
}

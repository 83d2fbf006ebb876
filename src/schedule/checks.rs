//! What is wrong or worth knowing about dated sessions.

use super::displaced::{Displaced, Why};
use super::planner::Planner;
use super::session::{Phase, Session};
use crate::document::{Field, LineId, Place, Upkeep};
use crate::plan::{Cause, ClinicalRemark, Line, PastKind, Problem, Remark, RemarkKind};
use crate::units::Day;

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
    let lines = &planner.option.lines;
    let pairs = || {
        lines.iter().flat_map(|first| {
            let others = lines.iter().filter(|then| then.id != first.id && planner.is_same_skin(first.id, then.id));
            others.map(|then| (first.id, then.id))
        })
    };
    let too_soon = pairs().filter_map(|(first, then)| too_soon(planner, sessions, first, then));
    let clashes = pairs().filter_map(|(first, then)| clash(planner, sessions, first, then));
    too_soon.chain(clashes).collect()
}

/// The first session of a line that comes so near after one of another line, that one, and how many further ones do.
fn near(
    sessions: &[Session],
    (first, then): (LineId, LineId),
    is_near: impl Fn(Day) -> bool,
) -> Option<(&Session, &Session, u32)> {
    let of = |line: LineId| sessions.iter().filter(move |session| session.line == line);
    let is_after = |later: &Session, earlier: &Session| is_near(later.day - earlier.day);
    let (earlier, later) =
        of(first).find_map(|earlier| Some((earlier, of(then).find(|later| is_after(later, earlier))?)))?;
    let all = of(then).filter(|later| of(first).any(|earlier| is_after(later, earlier))).count();
    Some((earlier, later, u32::try_from(all).unwrap_or(u32::MAX).saturating_sub(1)))
}

/// The first session of `second` inside the downtime of a session of `first`.
fn clash(planner: &Planner<'_>, sessions: &[Session], first: LineId, second: LineId) -> Option<ClinicalRemark> {
    // What keeps a distance is said with that.
    let is_paired = planner.pair(first, second).or(planner.pair(second, first)).is_some();
    let may_meet = planner.go_together(first, second) || is_paired;
    let downtime = planner.treatment(first).downtime.full_days.cast_signed();
    // Two lines on one day hit each other; say it once.
    let is_hit = |gap: Day| (0..downtime).contains(&gap) && (gap > 0 || first < second && !may_meet);
    let (earlier, later, further) = near(sessions, (first, second), is_hit)?;
    let (given, other) = (planner.given(second), planner.given(first));
    Some(if later.day == earlier.day {
        ClinicalRemark::SameDay { given, other, date: later.date, further }
    } else {
        ClinicalRemark::InDowntime { given, date: later.date, other, other_date: earlier.date, downtime, further }
    })
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

/// The first session of a line that comes too soon after one of another line.
fn too_soon(planner: &Planner<'_>, sessions: &[Session], first: LineId, then: LineId) -> Option<ClinicalRemark> {
    let days = planner.pair(first, then)?;
    // On one day those may be that are accepted together.
    let from = Day::from(planner.go_together(first, then));
    let wait = from..days.typical.cast_signed();
    let (earlier, later, further) = near(sessions, (first, then), |gap| wait.contains(&gap))?;
    // Where each waits for the other, the longer wait says it of a day that they share.
    let other_way = planner.pair(then, first).filter(|_| later.day == earlier.day);
    if other_way.is_some_and(|other| (other.typical, then) > (days.typical, first)) {
        return None;
    }
    Some(ClinicalRemark::TooSoonAfter {
        given: planner.given(then),
        date: later.date,
        other: planner.given(first),
        other_date: earlier.date,
        days,
        further,
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
    let so_far = &line.so_far;
    let of_course = so_far.past.iter().take(line.sessions as usize);
    let given_up = of_course.filter(|past| past.what == PastKind::Skipped).count();
    let foreseen = if so_far.is_ended { 0 } else { (line.sessions as usize).saturating_sub(given_up) };
    let beyond = foreseen.saturating_sub(within);
    let mut of_course = displaced.iter().filter(|one| one.line == line.id && one.phase == Phase::Course);
    let cause = of_course.next_back().map(|last| planner.cause(last.why));
    let kind = || RemarkKind::CutOff { name: planner.treatment(line.id).name.clone(), beyond, cause };
    (beyond > 0).then(|| Remark { mark: Some(planner.option.mark), kind: kind() })
}

//! What is wrong or worth knowing about dated sessions.

use super::{Phase, Planner, Session};
use crate::scenario::{Field, Place, Problem, Remark};

/// One problem for each line that comes closer to a session of its interval group than is safe.
pub(super) fn too_close(planner: &Planner<'_>, sessions: &[Session]) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for (at, later) in sessions.iter().enumerate() {
        let Some(earlier) = sessions[..at].iter().rev().find(|one| planner.same_group(one.line, later.line)) else {
            continue;
        };
        let minimum = planner.minimum(earlier.line).max(planner.minimum(later.line));
        let gap = later.day - earlier.day;
        let place = Place::Line { option: planner.option.position, line: later.line, field: Field::StartDay };
        if gap >= minimum || problems.iter().any(|problem| problem.place == place) {
            continue;
        }
        problems.push(Problem {
            place,
            whereabouts: whereabouts(planner, later.line),
            message: format!(
                "the session on {} comes {} {} on {}, closer than the safe minimum of {minimum} days; \
                 start this treatment at least {} days later, or end the upkeep of the other one before it",
                later.date,
                after(gap),
                planner.treatments[earlier.line].name,
                earlier.date,
                minimum - gap
            ),
        });
    }
    problems
}

fn after(gap: i32) -> String {
    match gap {
        0 => "together with".to_owned(),
        1 => "1 day after".to_owned(),
        gap => format!("{gap} days after"),
    }
}

fn whereabouts(planner: &Planner<'_>, line: usize) -> String {
    let option = planner.option;
    format!("Option {} \"{}\", {}", option.mark.letter(), option.name, planner.treatments[line].name)
}

/// Clashes of downtime, and sessions that the horizon cuts off.
pub(super) fn remarks(planner: &Planner<'_>, sessions: &[Session]) -> Vec<Remark> {
    let lines = 0..planner.option.lines.len();
    let clashes = lines.clone().flat_map(|first| {
        let others = (0..planner.option.lines.len()).filter(move |second| *second != first);
        others.filter_map(move |second| clash(planner, sessions, first, second))
    });
    clashes.chain(lines.filter_map(|line| cut_off(planner, sessions, line))).collect()
}

/// The first session of `second` inside the downtime of a session of `first`.
fn clash(planner: &Planner<'_>, sessions: &[Session], first: usize, second: usize) -> Option<Remark> {
    let downtime = planner.treatments[first].downtime.full_days.cast_signed();
    let of = |line: usize| sessions.iter().filter(move |session| session.line == line);
    let hits = |earlier: &Session| {
        of(second).find(|later| {
            let gap = later.day - earlier.day;
            // Two lines on one day hit each other; say it once.
            (0..downtime).contains(&gap) && (gap > 0 || first < second)
        })
    };
    let (earlier, later) = of(first).find_map(|earlier| Some((earlier, hits(earlier)?)))?;
    let (name, other) = (&planner.treatments[second].name, &planner.treatments[first].name);
    let message = if later.day == earlier.day {
        format!("{other} and {name} fall on the same day, {}; check that they go together", later.date)
    } else {
        format!(
            "{name} on {} falls inside the downtime of {other} on {} ({downtime} days until fully normal)",
            later.date, earlier.date
        )
    };
    Some(Remark { mark: Some(planner.option.mark), message })
}

fn cut_off(planner: &Planner<'_>, sessions: &[Session], line: usize) -> Option<Remark> {
    let within = sessions.iter().filter(|session| session.line == line && session.phase == Phase::Course).count();
    let beyond = planner.option.lines[line].sessions as usize - within;
    let name = &planner.treatments[line].name;
    let message = format!(
        "{beyond} of the course's sessions of {name} fall on or after the end of the horizon and are not counted"
    );
    (beyond > 0).then_some(Remark { mark: Some(planner.option.mark), message })
}

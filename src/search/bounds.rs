//! No plan reaches more than is said of it before it is looked at closely, or less than is said of it for certain.

use super::Question;
use super::couples::Couples;
use super::course::Course;
use super::days::effects;
use super::id::{Id, Place};
use super::joint::{Joint, line_id};
use super::samples::Sampled;
use super::side::Side;
use super::space::Space;
use super::upkept::Upkept;
use crate::catalog::{Catalog, Concern, Severity};
use crate::document::{Draft, FreeOf, TimeOffDraft};
use crate::engine::{Goal, Kernel, Tables};
use crate::estimate::Watched;
use crate::schedule::{FadeRule, FadeWatch as _, Phase};
use crate::units::Day;
use jiff::ToSpan;

/// Every so many pairs one is looked at.
const STRIDE: usize = 9_973;

/// Every concern with every goal.
fn spaces(catalog: &Catalog, most_lines: usize) -> Vec<Space<'_>> {
    let goals = [Goal::ImprovementYears, Goal::OnDay(611), Goal::Held { from: 200, to: 900 }, Goal::MonthsAbove(0.25)];
    let space = |concern: &Concern, goal| {
        let start = jiff::civil::date(2027, 3, 1);
        let mut draft = Draft::example(catalog, concern, start);
        if most_lines > 2 {
            // A short plan with three ceilings for wrinkles, and first sessions that are moved.
            draft.profile.severity = Severity::Severe;
            draft.horizon_years = if goal == Goal::ImprovementYears { 2 } else { 3 };
            let off = |first: Day, last: Day| TimeOffDraft {
                name: String::new(),
                first: start.saturating_add(i64::from(first).days()),
                last: start.saturating_add(i64::from(last).days()),
                free_of: FreeOf::Visits,
            };
            draft.time_off = vec![off(35, 50), off(180, 196)];
        }
        let usual = Question::usual(&draft, catalog, concern);
        let mut space = Space::new(&draft, catalog, Question { goal, earliest: 10, most_lines, ..usual }).ok()?;
        for _ in 0..space.starts.len() {
            (0..space.treatments.len()).for_each(|treatment| space.begin(treatment));
        }
        Some(space)
    };
    let of = |concern| goals.into_iter().filter_map(move |goal| space(concern, goal));
    catalog.concerns.iter().flat_map(of).collect()
}

/// What is passed over unseen is passed over rightly only if no plan reaches more than the most that is said of it, or less
/// than the least, where that is known; tells whether it is.
#[track_caller]
fn check(space: &Space<'_>, id: Id, value: f64, most: f64) -> bool {
    let goal = space.question.goal;
    assert!(value <= most, "{value}, {most}");
    let Some(within) = space.within(id) else { return false };
    assert!(most - within <= value, "{value}, {most}, {within}");
    if goal == Goal::ImprovementYears {
        let off = value - (most - within / 2.0);
        assert!(off.abs() <= within / 4.0, "off by {off} of {within}");
    }
    true
}

#[test]
fn every_plan_lies_within_its_bounds() {
    let (catalog, mut tables, mut looked_at) = (Catalog::built_in(), Tables::default(), 0);
    for space in spaces(&catalog, 2) {
        let sampler = &space.sampler;
        for ((first, second), (start, later)) in choices(space.treatments.len(), space.starts.len()) {
            let glance = &space.treatments[second].glances[later];
            let lines = space.treatments[first].begun[start].len();
            let others = space.treatments[second].begun[later].len();
            for pair in (0..lines * others).step_by(STRIDE) {
                let places = [(first, start, pair / others), (second, later, pair % others)].map(|at| space.place(at));
                let [one, other] = places.map(|place| &space.begun(place).1.sampled);
                let value = space.value(Id::of(places), &mut tables);
                check(&space, Id::of(places), value, sampler.together(one, other));
                let alone = sampler.alone_at_most(one);
                let most = glance.at_most(places[1].at, (one.ceiling(), &alone));
                assert!(value <= most.min(sampler.at_most_in_blocks(one, other)), "{value}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 500, "{looked_at}");
}

#[test]
fn every_mix_of_three_lies_within_its_bounds() {
    let (catalog, mut tables) = (Catalog::built_in(), Tables::default());
    let (mut looked_at, mut near, mut far): (Vec<(Goal, usize)>, usize, usize) = (Vec::new(), 0, 0);
    for space in spaces(&catalog, 3) {
        let mut count = 0;
        let sampler = &space.sampler;
        let mut couples = Couples::new(&space);
        let lines = couples.dosings().len();
        let some: Vec<usize> = (0..lines).step_by(lines / 11).collect();
        some.iter().for_each(|line| couples.fill(&space, *line));
        let threes = some.iter().flat_map(|one| some.iter().map(move |other| [*one, *other]));
        let threes =
            threes.flat_map(|[one, other]| (0..lines).step_by(lines / 29).map(move |third| [one, other, third]));
        for [one, other, third] in threes {
            let places = [one, other, third].map(|line| couples.dosings()[line].ways[0]);
            let treatments = places.map(|place| place.treatment);
            if !treatments.is_sorted_by(|one, other| one < other) {
                continue;
            }
            let [first, second, last] = places.map(|place| &space.begun(place).1.sampled);
            let value = space.value(Id::of(places), &mut tables);
            let two = sampler.mixed(first, second);
            let is_near = check(&space, Id::of(places), value, sampler.together(&two, last));
            (near, far) = (near + usize::from(is_near), far + usize::from(!is_near));
            assert!(value <= sampler.at_most_in_blocks(&two, last));
            let mut runs = couples.runs_after(treatments[1]).iter();
            let Some(run) = runs.find(|run| run.dosings.contains(&third)) else { unreachable!() };
            let ceiling = [first, second, last].map(Sampled::ceiling).into_iter().max().unwrap_or_default();
            // Two that may not be in one plan are not looked at any further.
            let at = third - run.dosings.start;
            let reaches = couples
                .of([one, other], ceiling, run)
                .is_some_and(|couple| couple.reaches(at..at + 1, sampler.probed(value)));
            let may_be = space.may_be_together(&places.map(|place| space.begun(place)));
            assert!(reaches || !may_be, "{value}");
            count += usize::from(may_be);
        }
        looked_at.push((space.question.goal, count));
    }
    for (goal, _) in &looked_at {
        let count: usize = looked_at.iter().filter(|(other, _)| other == goal).map(|(_, count)| count).sum();
        assert!(count > 200, "{count}");
    }
    assert!(near > 1_000 && far > 100, "{near} near what samples say, {far} not");
}

/// No plan reaches more than is said of its number of sessions, or of how high it was before the first of them.
#[test]
fn what_waits_reaches_no_more_than_is_said_of_it() {
    let (catalog, mut tables) = (Catalog::built_in(), Tables::default());
    let (mut looked_at, mut given) = (0, 0);
    for space in spaces(&catalog, 2) {
        let lines: Vec<Place> = space.dated_lines().map(|line| space.place(line)).collect();
        let waiting = lines.iter().filter_map(|place| Some((*place, space.begun(*place).1.course.as_deref()?)));
        let pairs: Vec<_> = waiting.flat_map(|waiting| lines.iter().map(move |line| (waiting, *line))).collect();
        for (waiting, line) in pairs.into_iter().step_by(STRIDE) {
            if space.may_pair(waiting.0.treatment, line.treatment) && waiting.0.start.min(line.start) == 0 {
                let sessions = check_waiting(&space, waiting, line, &mut tables);
                looked_at += sessions.len();
                given += sessions.iter().sum::<usize>();
            }
        }
    }
    assert!(looked_at > 200 && given > 5 * looked_at, "{looked_at} plans, {given} sessions");
}

/// Checks each way in which upkeep may wait beside a line; tells how many sessions of it there are.
#[track_caller]
fn check_waiting(space: &Space<'_>, (place, course): (Place, &Course), line: Place, tables: &mut Tables) -> Vec<usize> {
    let kernel: Kernel = space.treatments[line.treatment].kernels[line.candidate];
    let window = (&space.window, space.setting, space.horizon);
    let side = Side::new(&space.begun(line).1.days, kernel, window, tables);
    let upkept = Upkept::new(
        &space.window,
        (&space.types, space.setting.together),
        [&side, &course.side],
        (course.steps, course.from),
    );
    let of_share = |(candidate, share): &(usize, f64)| {
        let Joint { lines, .. } = space.joint(Id::of([Place { candidate: *candidate, ..place }, line]), tables)?;
        let waits = lines.iter().filter(|(treatment, _)| *treatment == place.treatment);
        let sessions = waits.flat_map(|(_, days)| &days.given);
        let count = sessions.filter(|session| session.phase == Phase::Upkeep).count();
        let value = space.value_of(lines.iter().map(|(_, days)| days), tables);
        let [waits, other] = [place, line].map(|place| line_id(place.treatment));
        let effects = effects(vec![(waits, course.side.kernel), (other, kernel)], space.setting, space.horizon);
        let mut watched = Watched::new(&effects, side.program.beside(&course.side.program));
        let rule = FadeRule { line: waits, from: course.from, until: space.horizon - 1, share: *share };
        let first = watched.first_faded(&[], &[rule])?;
        assert!(value <= upkept.so_far(first.day, &watched), "{value} by day {}", first.day);
        if count > 0 {
            let needed = upkept.needed(*share, 0, |_| value).map(|needed| needed.steps as usize);
            assert!(needed.is_some_and(|least| least <= count), "{value} by {count}");
        }
        Some(count)
    };
    course.waiting.iter().filter_map(of_share).collect()
}

/// Pairs of treatments, each with the first days of both.
fn choices(treatments: usize, starts: usize) -> Vec<((usize, usize), (usize, usize))> {
    let pairs = (0..treatments).flat_map(|one| (one + 1..treatments).map(move |other| (one, other)));
    let begun = (0..starts).map(|start| (0, start)).chain((1..starts).map(|start| (start, 0)));
    pairs.flat_map(|pair| begun.clone().map(move |starts| (pair, starts))).collect()
}

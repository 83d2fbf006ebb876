//! Mixes of three lines: of most of them it is enough to know what any two reach.

use super::best::Best;
use super::couples::{Couple, Couples, Run};
use super::id::{Id, Place};
use super::samples::Sampled;
use super::space::Space;
use std::slice;

/// So many third dosings are looked at side by side.
const SIDE_BY_SIDE: usize = 16;

/// A look at mixes of three lines of one space.
pub(super) struct Thirds<'a> {
    pub(super) space: &'a Space<'a>,
    pub(super) couples: &'a Couples,
    pub(super) best: &'a mut Best,
}

/// Two dosings, sampled together once that is needed.
struct Two<'a> {
    /// The ways to pay for each.
    ways: [&'a [Place]; 2],
    sampled: Option<Sampled>,
}

impl Thirds<'_> {
    /// A dosing with every two of later treatments.
    pub(super) fn look_at_all(&mut self, first: usize) {
        let (space, couples) = (self.space, self.couples);
        let ways = &couples.dosings()[first].ways;
        let one = ways[0];
        for second in couples.runs_after(one.treatment) {
            let thirds = couples.runs_after(second.treatment).iter().filter(|third| {
                let is_in_time = has_earliest([one.start, second.start, third.start]);
                is_in_time && space.has_wished(&[one.treatment, second.treatment, third.treatment])
            });
            let thirds: Vec<&Run> = thirds.collect();
            for other in second.dosings.clone() {
                let mut two = Two { ways: [ways, &couples.dosings()[other].ways], sampled: None };
                for third in &thirds {
                    let ceiling = space.begun(one).1.sampled.ceiling().max(second.ceiling).max(third.ceiling);
                    // Two that may not be in one plan are in none with a third.
                    let Some(couple) = couples.of([first, other], ceiling, third) else { break };
                    self.look_at_run(&mut two, third, &couple);
                }
            }
        }
    }

    /// Two dosings with each of a run.
    fn look_at_run(&mut self, two: &mut Two<'_>, third: &Run, couple: &Couple<'_>) {
        let (space, dosings) = (self.space, &self.couples.dosings()[third.dosings.clone()]);
        let before = two.least_cost(space, third.treatment);
        let mut step = 0;
        for from in (0..dosings.len()).step_by(SIDE_BY_SIDE) {
            let side_by_side = from..(from + SIDE_BY_SIDE).min(dosings.len());
            // The others cost no less.
            let least = before + dosings[from].spend;
            if !space.may_cost(least) {
                break;
            }
            let known = self.best.reached().at_rising(&mut step, least);
            if !couple.reaches(side_by_side.clone(), space.sampler.probed(known)) {
                continue;
            }
            for at in side_by_side {
                let known = self.best.reached().at(before + dosings[at].spend);
                if couple.reaches(at..at + 1, space.sampler.probed(known)) {
                    self.look_at(two, &dosings[at].ways);
                }
            }
        }
    }

    /// Two lines with every third one.
    pub(super) fn look_at_pair(&mut self, places: [Place; 2]) {
        let (space, couples) = (self.space, self.couples);
        let [one, other] = &places;
        let mut two = Two { ways: [slice::from_ref(one), slice::from_ref(other)], sampled: None };
        for dosing in couples.dosings() {
            let third = dosing.ways[0];
            let is_other = places.iter().all(|place| space.may_pair(place.treatment, third.treatment));
            let is_looked_at = is_other && has_earliest([one.start, other.start, third.start]);
            if is_looked_at && space.has_wished(&[one.treatment, other.treatment, third.treatment]) {
                self.look_at(&mut two, &dosing.ways);
            }
        }
    }

    /// Two dosings with a third one, looked at ever closer.
    fn look_at(&mut self, two: &mut Two<'_>, third: &[Place]) {
        let space = self.space;
        let least = two.least_cost(space, third[0].treatment) + space.begun(third[0]).1.spend;
        let ways = two.ways;
        let may_afford = |places: &[Place; 3]| space.may_afford(&places.map(|place| space.begun(place)));
        let affordable = || all_ways(ways, third).filter(may_afford);
        if !space.may_cost(least) || affordable().next().is_none() {
            return;
        }
        let known = self.best.reached().at(least);
        let [one, other] = ways.map(|ways| &space.begun(ways[0]).1.sampled);
        let both = two.sampled.get_or_insert_with(|| space.sampler.mixed(one, other));
        let sampled = &space.begun(third[0]).1.sampled;
        if space.sampler.at_most_in_blocks(both, sampled) < known {
            return;
        }
        let most = space.sampler.together(both, sampled);
        if most < known {
            return;
        }
        for places in affordable() {
            if let Some(cost) = space.allowed_cost(&places.map(|place| space.begun(place))) {
                self.best.keep(space, (cost, most), Id::of(places));
            }
        }
    }
}

impl Two<'_> {
    /// The least that both cost with a line of a third treatment, without that one itself.
    fn least_cost(&self, space: &Space<'_>, third: usize) -> i64 {
        let [one, other] = self.ways.map(|ways| space.begun(ways[0]));
        one.1.spend + other.1.spend + space.fee - space.spared(&[one.0, other.0, third])
    }
}

/// Each way to pay for all three.
fn all_ways<'a>([one, other]: [&'a [Place]; 2], third: &'a [Place]) -> impl Iterator<Item = [Place; 3]> + 'a {
    let pairs = one.iter().flat_map(move |one| other.iter().map(move |other| [*one, *other]));
    pairs.flat_map(move |[one, other]| third.iter().map(move |third| [one, other, *third]))
}

/// Whether one of them begins on the earliest day.
fn has_earliest(starts: [usize; 3]) -> bool {
    starts.contains(&0)
}

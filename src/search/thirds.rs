//! Mixes of three lines: of most of them it is enough to know what any two reach.

use super::best::Best;
use super::couples::{Couple, Couples, Run};
use super::id::{Id, Place};
use super::samples::Sampled;
use super::space::Space;
use std::iter;

/// So many third lines are looked at side by side.
const SIDE_BY_SIDE: usize = 16;

/// A look at mixes of three lines of one space.
pub(super) struct Thirds<'a> {
    pub(super) space: &'a Space,
    pub(super) couples: &'a Couples,
    pub(super) best: &'a mut Best,
}

/// Two lines, sampled together once that is needed.
struct Two {
    places: [Place; 2],
    sampled: Option<Sampled>,
}

impl Thirds<'_> {
    /// A line with every two of later treatments.
    pub(super) fn of(&mut self, first: usize) {
        let (space, couples) = (self.space, self.couples);
        let one = couples.lines()[first];
        for second in couples.runs_after(one.treatment) {
            let thirds = couples.runs_after(second.treatment);
            for other in second.lines.clone() {
                let mut two = Two { places: [one, couples.lines()[other]], sampled: None };
                for third in thirds.iter().filter(|third| begins_in_time([one.start, second.start, third.start])) {
                    let treatments = [one.treatment, second.treatment, third.treatment];
                    let ceiling = space.begun(one).1.sampled.ceiling().max(second.ceiling).max(third.ceiling);
                    let couple = couples.of([first, other], ceiling, third);
                    if let Some(couple) = couple.filter(|_| space.has_wished(&treatments)) {
                        self.with(&mut two, third, &couple);
                    }
                }
            }
        }
    }

    /// Two lines with each of a run.
    fn with(&mut self, two: &mut Two, third: &Run, couple: &Couple<'_>) {
        let (space, spend) = (self.space, &self.couples.spend()[third.lines.clone()]);
        let before = two.spend(space, third.treatment);
        let mut step = 0;
        for from in (0..spend.len()).step_by(SIDE_BY_SIDE) {
            let lines = from..(from + SIDE_BY_SIDE).min(spend.len());
            // The others cost no less.
            let least = before + spend[from];
            if !space.may_cost(least) {
                break;
            }
            let known = self.best.reached().at_rising(&mut step, least);
            if !couple.reaches(lines.clone(), space.sampler.probed(known)) {
                continue;
            }
            for at in lines {
                let known = self.best.reached().at(before + spend[at]);
                if couple.reaches(at..at + 1, space.sampler.probed(known)) {
                    self.look_at(two, self.couples.lines()[third.lines.start + at]);
                }
            }
        }
    }

    /// Two lines with every other one.
    pub(super) fn beside(&mut self, places: [Place; 2]) {
        let (space, couples) = (self.space, self.couples);
        let mut two = Two { places, sampled: None };
        let [one, other] = places;
        for line in couples.lines() {
            let treatments = [one.treatment, other.treatment, line.treatment];
            let is_other = places.iter().all(|place| space.may_pair(place.treatment, line.treatment));
            let is_looked_at = is_other && begins_in_time([one.start, other.start, line.start]);
            if is_looked_at && space.has_wished(&treatments) {
                self.look_at(&mut two, *line);
            }
        }
    }

    /// Two lines with a third one, looked at ever closer.
    fn look_at(&mut self, two: &mut Two, third: Place) {
        let space = self.space;
        let [one, other] = two.places.map(|place| space.begun(place));
        let lines = [one, other, space.begun(third)];
        let least = two.spend(space, third.treatment) + lines[2].1.spend;
        let known = self.best.reached().at(least);
        if !space.may_cost(least) || !space.may_afford(&lines) {
            return;
        }
        let sampled = two.sampled.get_or_insert_with(|| space.sampler.mixed(&one.1.sampled, &other.1.sampled));
        let third_sampled = &lines[2].1.sampled;
        if space.sampler.at_most_in_blocks(sampled, third_sampled) < known {
            return;
        }
        let most = space.sampler.together(sampled, third_sampled);
        if most < known {
            return;
        }
        if let Some(spend) = space.spend(&lines) {
            let [one, other] = two.places;
            self.best.keep(space, (spend, most), Id::of([one, other, third]));
        }
    }
}

impl Two {
    /// The least that both cost with a line of a third treatment, without that one itself.
    fn spend(&self, space: &Space, third: usize) -> i64 {
        let [one, other] = self.places;
        let lines = iter::once(one).chain([other]).map(|place| space.begun(place).1.spend);
        lines.sum::<i64>() + space.fee - space.spared(&[one.treatment, other.treatment, third])
    }
}

/// Whether one of them begins on the earliest day.
fn begins_in_time(starts: [usize; 3]) -> bool {
    starts.contains(&0)
}

//! Truths drawn from what the fit holds possible, trials made from them, and the fit asked: it must find each truth below
//! its quantiles as often as they say.

use super::fitted::arms::{Arm, Look};
use super::fitted::numbers::{Belief, Grid, as_number};
use super::fitted::posterior::Averaged;
use super::fitted::trials::Trials;
use collagen_ledger::catalog::Catalog;

/// So many made-up sets of trials; one truth in `BINS` is to lie in each part of what is believed of it.
const SETS: usize = 200;
const BINS: usize = 10;
/// Chi-square with nine degrees of freedom is larger than this once in a thousand times.
const MOST: f64 = 27.88;

/// Random numbers, the same every time.
struct Random(u64);

impl Random {
    /// Evenly between 0 and 1, neither of them.
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let upper = u32::try_from((mixed ^ (mixed >> 31)) >> 32).expect("32 bits");
        (f64::from(upper) + 0.5) / 4_294_967_296.0
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.even()
    }

    fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(self.even()));
        radius * libm::cos(std::f64::consts::TAU * self.even())
    }

    /// t with 4 degrees of freedom: a normal over the root of a fourth of the squares of four.
    fn t4(&mut self) -> f64 {
        let squares = -2.0 * libm::log(self.even() * self.even());
        self.normal() / libm::sqrt(squares / 4.0)
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let at = self.even() * as_number(all.len());
        &all[(0..all.len()).rfind(|place| as_number(*place) <= at).unwrap_or(0)]
    }
}

/// The share of a belief below a truth.
fn below(belief: &Belief, truth: f64) -> f64 {
    let share = |value: f64| ((truth - value) / belief.grid.step + 0.5).clamp(0.0, 1.0);
    belief.grid.values().zip(&belief.weights).map(|(value, weight)| weight * share(value)).sum()
}

/// What an arm would read if its gain were this.
fn made(arm: &Arm, gain: f64, gains: Grid, random: &mut Random) -> Vec<f64> {
    let read = |look: &Look| {
        let expected = random.one_of(&look.expected);
        gains.read(expected, gain) + arm.shared_error(look) * random.t4()
    };
    arm.looks.iter().map(read).collect()
}

/// A set of trials made up: what is true, and what was read.
struct Made {
    spread: f64,
    centres: Vec<f64>,
    /// Of each arm.
    gains: Vec<f64>,
    /// How likely each gain makes what the arm reads.
    likelihoods: Vec<Vec<f64>>,
}

impl Made {
    fn new(trials: &Trials, random: &mut Random) -> Self {
        let grid = trials.prior.centre_grid();
        let [least, most] = [grid.at(0) - grid.step / 2.0, grid.at(grid.count - 1) + grid.step / 2.0];
        let spread = (trials.prior.spread * random.normal()).abs();
        let centres: Vec<f64> = trials.questions.iter().map(|_| random.between(least, most)).collect();
        let centre = |arm: &Arm| centres[trials.place(&arm.question).expect("a question")];
        let gains: Vec<f64> = trials.arms.iter().map(|arm| centre(arm) + spread * random.t4()).collect();
        let arms = trials.arms.iter().zip(&gains);
        let likelihoods = arms.map(|(arm, gain)| arm.likelihood(made(arm, *gain, trials.prior.grid, random))).collect();
        Self { spread, centres, gains, likelihoods }
    }

    /// The shares of what the fit believes below the truths: of the spread, of each centre, and of the gain of one arm.
    fn below(&self, trials: &Trials, arm: usize) -> Vec<f64> {
        let averaged: Vec<Averaged> = self.likelihoods.iter().map(|one| trials.prior.average(one)).collect();
        let all = trials.after(&averaged, None);
        let mut shares = vec![below(&all.spread, self.spread)];
        shares.extend(self.centres.iter().enumerate().map(|(place, truth)| below(&all.centre(place), *truth)));
        // What the others foresee of the arm, and what it reads itself.
        let Arm { trial, question, .. } = &trials.arms[arm];
        let next = trials.after(&averaged, Some(trial)).next(trials.place(question).expect("a question"));
        let weights = next.weights.iter().zip(&self.likelihoods[arm]).map(|(foreseen, read)| foreseen * read);
        shares.push(below(&Belief::new(next.grid, weights.collect()), self.gains[arm]));
        shares
    }
}

#[test]
fn truths_lie_in_every_tenth_of_what_is_believed_of_them_alike() {
    let trials = Trials::read(&Catalog::built_in()).expect("a fit");
    // Of a trial with two arms, each would tell of the other.
    let is_alone = |arm: &usize| trials.arms.iter().filter(|one| one.trial == trials.arms[*arm].trial).count() == 1;
    let arms: Vec<usize> = (0..trials.arms.len()).filter(is_alone).collect();
    let mut random = Random(12);
    let mut counts = vec![[0_u32; BINS]; 2 + trials.questions.len()];
    for set in 0..SETS {
        let shares = Made::new(&trials, &mut random).below(&trials, arms[set % arms.len()]);
        for (counts, share) in counts.iter_mut().zip(shares) {
            let bin = (0..BINS).rfind(|bin| as_number(*bin) <= share * as_number(BINS)).unwrap_or(0);
            counts[bin] += 1;
        }
    }
    let expected = as_number(SETS) / as_number(BINS);
    for counts in &counts {
        let off = counts.iter().map(|count| f64::from(*count) - expected);
        let chi_square: f64 = off.map(|off| off * off / expected).sum();
        assert!(chi_square < MOST, "{chi_square}: {counts:?}");
    }
}

//! The typical improvement followed day by day while its program is still being written.

use super::program::{Dose, Program};
use super::sums::OneDay;
use crate::units::Day;

/// Differences below this share of the peak are rounding, not biology: far above the last bits of a sum (1e-15), and far
/// below anything a curve shows. So no date hangs on the order of a sum or on the last bit of an exponential.
pub(super) const NOISE: f64 = 1e-9;

/// Days worked out at a time. It only makes it quick: what lies behind a new dose is worked out again.
const BLOCK: Day = 28;

/// Walks along the days of a program, which may be given further doses on or after the day reached. A dose changes only
/// the days after it, so that what has been passed stays as it is.
#[derive(Clone, Debug)]
pub struct Fading {
    program: Program,
    horizon: Day,
    /// The improvement on the days that follow the one reached, the nearest last.
    ahead: Vec<f64>,
    /// How far to try to leap.
    leap: Day,
    day: Day,
    improvement: f64,
    /// Whether it has risen since the day before.
    rises: bool,
    peak: f64,
    /// Up to this day no day is higher than the peak.
    known: Day,
    /// The day reached, if it has been looked at by itself.
    here: Option<OneDay>,
}

impl Fading {
    /// On day 0 of a program as it stands; `horizon` is the last day that will be reached.
    pub fn new(program: Program, horizon: Day) -> Self {
        Self::after(program, (0, 0.0), 0, horizon)
    }

    /// On the day of the highest improvement of all days up to `known`, of a program that is given no dose before that.
    pub(super) fn after(program: Program, (day, peak): (Day, f64), known: Day, horizon: Day) -> Self {
        let (ahead, leap, improvement, rises) = (Vec::new(), BLOCK, peak, false);
        Self { program, horizon, ahead, leap, day, improvement, rises, peak, known, here: None }
    }

    /// The day reached.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The improvement on it.
    pub fn improvement(&self) -> f64 {
        self.improvement
    }

    /// The highest improvement so far.
    pub fn peak(&self) -> f64 {
        self.peak
    }

    /// Whether nothing that has been given can lift the improvement to a new peak any more. As fading and saturation only
    /// take away, it rises by no more than what is still to be built up.
    pub(super) fn is_past_its_peak(&self) -> bool {
        let built = self.program.on(self.day).unfaded(self.program.types());
        self.improvement + (self.program.built_in_full() - built) < self.peak
    }

    /// The improvement on a day, by the doses so far.
    pub fn improvement_on(&self, day: Day) -> f64 {
        self.program.improvement(day)
    }

    /// Gives a further dose on or after the day reached.
    pub fn add(&mut self, dose: &Dose) {
        self.ahead.clear();
        self.program.add(dose);
    }

    /// Goes on to the next day, or over days on which the improvement can neither come down to this share of its peak nor
    /// reach a new one; false if the last day is reached.
    pub fn step(&mut self, share: f64) -> bool {
        if self.day >= self.horizon {
            return false;
        }
        if self.ahead.is_empty() {
            // Wherever one leap was possible, one twice as far may be.
            while (self.improvement < self.peak || self.day < self.known) && self.leap >= BLOCK {
                if self.leaps_to((self.day + self.leap).min(self.horizon), share) {
                    self.leap *= 2;
                    return true;
                }
                self.leap /= 4;
            }
            self.leap = BLOCK;
            let days: Vec<Day> = (self.day + 1..=(self.day + BLOCK).min(self.horizon)).collect();
            self.ahead = self.program.curve(&days);
            self.ahead.reverse();
        }
        self.day += 1;
        self.here = None;
        let improvement = self.ahead.pop().unwrap_or_default();
        self.peak = self.peak.max(improvement);
        self.rises = improvement - self.improvement > NOISE * self.peak;
        self.improvement = improvement;
        true
    }

    /// Goes on to a day if nothing can happen until then: if no day up to it can be above the peak or down to the share of it.
    fn leaps_to(&mut self, last: Day, share: f64) -> bool {
        if !self.program.has_one_ceiling(&[self.day, last]) {
            return false;
        }
        let there = self.program.on(last);
        let here = *self.here.get_or_insert_with(|| self.program.on(self.day));
        let (least, most) = here.range_to(&there, self.program.types());
        let noise = NOISE * self.peak;
        let has_peaked = last <= self.known || most + noise < self.peak;
        if has_peaked && least - noise > self.level(share) {
            (self.day, self.improvement, self.rises, self.here) = (last, there.improvement, false, Some(there));
            return true;
        }
        false
    }

    /// Whether there is an improvement on the day reached that does not rise and is at or under this share of its highest so
    /// far, each to within a billionth of that.
    pub fn has_faded_to(&self, share: f64) -> bool {
        self.peak > 0.0 && !self.rises && self.improvement <= self.level(share)
    }

    /// The improvement that counts as faded to this share of the highest so far.
    pub fn level(&self, share: f64) -> f64 {
        (share + NOISE) * self.peak
    }

    /// The program with every dose that was given.
    pub fn into_program(self) -> Program {
        self.program
    }
}

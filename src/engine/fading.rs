//! The typical improvement followed day by day while its program is still being written.

use super::program::{Dose, Program};
use crate::units::Day;

/// Differences below this share of the peak are rounding, not biology: far above the last bits of a sum (1e-15), and far
/// below anything a curve shows. So no date hangs on the order of a sum or on the last bit of an exponential.
const NOISE: f64 = 1e-9;

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
    day: Day,
    improvement: f64,
    /// Whether it has risen since the day before.
    rises: bool,
    peak: f64,
}

impl Fading {
    /// On day 0 of a program as it stands; `horizon` is the last day that will be reached.
    pub fn new(mut program: Program, horizon: Day) -> Self {
        program.add_up_daily();
        Self { program, horizon, ahead: Vec::new(), day: 0, improvement: 0.0, rises: false, peak: 0.0 }
    }

    /// The day reached.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Gives a further dose on or after the day reached.
    pub fn add(&mut self, dose: &Dose) {
        self.ahead.clear();
        self.program.add(dose);
    }

    /// Goes on to the next day; false if the last one is reached.
    pub fn step(&mut self) -> bool {
        if self.day >= self.horizon {
            return false;
        }
        if self.ahead.is_empty() {
            let days: Vec<Day> = (self.day + 1..=(self.day + BLOCK).min(self.horizon)).collect();
            self.ahead = self.program.typical_curve(&days);
            self.ahead.reverse();
        }
        self.day += 1;
        let improvement = self.ahead.pop().unwrap_or_default();
        self.peak = self.peak.max(improvement);
        self.rises = improvement - self.improvement > NOISE * self.peak;
        self.improvement = improvement;
        true
    }

    /// Whether there is an improvement on the day reached that does not rise and is at or under this share of its highest so
    /// far, each to within a billionth of that.
    pub fn has_faded_to(&self, share: f64) -> bool {
        self.peak > 0.0 && !self.rises && self.improvement <= (share + NOISE) * self.peak
    }

    /// The program with every dose that was given.
    pub fn into_program(self) -> Program {
        self.program
    }
}

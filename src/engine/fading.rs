//! The typical improvement followed day by day while its program is still being written.

use super::program::{Dose, Program};
use super::sums::OneDay;
use crate::units::{Day, position};

/// Differences below this share of the peak are rounding, not biology: far above the last bits of a sum (1e-15), and far
/// below anything a curve shows. So no date hangs on the order of a sum or on the last bit of an exponential.
pub(super) const NOISE: f64 = 1e-9;

/// Steps are no shorter than this if they are longer than a day.
const SHORTEST: Day = 4;

/// Days over which nothing can follow from the improvement are passed over in steps of this length.
const PASSING: Day = 14;

/// Walks along the days of a program, which may be given further doses on or after the day reached. A dose changes only
/// the days after it, so that what has been passed stays as it is.
#[derive(Clone, Debug)]
pub struct Fading {
    program: Program,
    horizon: Day,
    /// How far to try to leap.
    leap: Day,
    day: Day,
    /// The day reached.
    here: OneDay,
    /// Whether it has risen since the day before. Not asked for after a leap, as it is above every share that matters then, and said
    /// to be after days that do not matter.
    rises: bool,
    /// The highest improvement of all days looked at.
    peak: f64,
    /// Up to this day no day is higher than the peak.
    known: Day,
    /// Stretches of days in between, any of which may be higher than that.
    passed: Vec<Passed>,
}

/// Days that were passed over.
#[derive(Clone, Copy, Debug)]
struct Passed {
    from: (Day, OneDay),
    to: (Day, OneDay),
    /// No day of them is lower than this, or higher; without end where that is not known.
    least: f64,
    most: f64,
}

impl Fading {
    /// On day 0 of a program as it stands; `horizon` is the last day that will be reached.
    pub fn new(program: Program, horizon: Day) -> Self {
        Self::after(program, (0, 0.0), 0, horizon)
    }

    /// On the day of the highest improvement of all days up to `known`, of a program that is given no dose before that.
    pub(super) fn after(program: Program, (day, peak): (Day, f64), known: Day, horizon: Day) -> Self {
        let (leap, rises, here, passed) = (SHORTEST, false, program.on(day), Vec::new());
        Self { program, horizon, leap, day, here, rises, peak, known, passed }
    }

    /// The day reached.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The improvement on it.
    pub fn improvement(&self) -> f64 {
        self.here.improvement
    }

    /// The highest improvement of all days that were looked at. Days that were passed over are looked at once it matters to what
    /// share of the highest it has faded.
    pub fn peak(&self) -> f64 {
        self.peak
    }

    /// Whether nothing that has been given can lift the improvement to a new peak any more. As fading and saturation only
    /// take away, it rises by no more than what is still to be built up.
    pub(super) fn is_past_its_peak(&self) -> bool {
        let built = self.here.unfaded(self.program.types());
        self.improvement() + (self.program.built_in_full() - built) < self.peak
    }

    /// The improvement on a day, by the doses so far.
    pub fn improvement_on(&self, day: Day) -> f64 {
        self.program.improvement(day)
    }

    /// Whether the improvement has been above a level on any day since this one, up to the day reached.
    pub fn has_been_above(&self, level: f64, since: Day) -> bool {
        // Mostly it is seen on some of the days.
        let some = (since..=self.day).step_by(position(2 * PASSING)).skip(1);
        let every = || (since + 1..=self.day).collect::<Vec<Day>>();
        some.into_iter().any(|day| self.improvement_on(day) > level)
            || self.program.curve(&every()).into_iter().any(|improvement| improvement > level)
    }

    /// Gives a further dose on or after the day reached.
    pub fn add(&mut self, dose: &Dose) {
        self.program.add(dose);
    }

    /// Goes on by a day; or further, over days before `from`, or over days on which it cannot be down to this share of its peak. False if
    /// the last day is reached.
    pub fn step(&mut self, share: f64, from: Day) -> bool {
        if self.day >= self.horizon {
            return false;
        }
        let free = (self.day + PASSING).min(from - 1).min(self.horizon);
        if free > self.day {
            let passed = self.passing(free);
            self.pass(passed, true);
            return true;
        }
        // Wherever one leap was possible, one twice as far may be.
        while self.leap >= SHORTEST {
            if self.leaps_to((self.day + self.leap).min(self.horizon), share) {
                self.leap *= 2;
                return true;
            }
            self.leap /= 4;
        }
        self.leap = SHORTEST;
        self.look_at_passed();
        let next = self.program.on(self.day + 1);
        let rises = next.improvement - self.improvement() > NOISE * self.peak.max(next.improvement);
        self.reach((self.day + 1, next), rises);
        true
    }

    /// Goes on to a day if nothing can happen until then: if no day up to it can be down to the share of the peak.
    fn leaps_to(&mut self, last: Day, share: f64) -> bool {
        let passing = self.passing(last);
        let passed = self.passed.iter().map(|passed| passed.most).fold(self.peak, f64::max);
        let highest = if last <= self.known { passed } else { passed.max(passing.most) };
        if passing.least - NOISE * self.peak > (share + NOISE) * highest {
            self.pass(passing, false);
            return true;
        }
        false
    }

    /// The days from the one reached up to this one.
    fn passing(&self, last: Day) -> Passed {
        Passed::new((self.day, self.here), (last, self.program.on(last)), &self.program)
    }

    /// Goes on to the last of these days, passing over the others.
    fn pass(&mut self, passed: Passed, rises: bool) {
        self.reach(passed.to, rises);
        if passed.to.0 > self.known && passed.may_be_above(self.peak) {
            self.passed.push(passed);
        }
    }

    /// Goes on to a day.
    fn reach(&mut self, (day, there): (Day, OneDay), rises: bool) {
        self.peak = self.peak.max(there.improvement);
        (self.day, self.here, self.rises) = (day, there, rises);
    }

    /// Looks at days that were passed over, as far as they may be above the peak.
    pub(super) fn look_at_passed(&mut self) {
        while let Some(passed) = self.passed.pop() {
            if passed.may_be_above(self.peak) {
                let middle = passed.from.0.midpoint(passed.to.0);
                let middle = (middle, self.program.on(middle));
                self.peak = self.peak.max(middle.1.improvement);
                let halves = [(passed.from, middle), (middle, passed.to)];
                let longer = halves.into_iter().filter(|(from, to)| to.0 - from.0 > 1);
                self.passed.extend(longer.map(|(from, to)| Passed::new(from, to, &self.program)));
            }
        }
    }

    /// Whether there is an improvement on the day reached that does not rise and is at or under this share of its highest so
    /// far, each to within a billionth of that.
    pub fn has_faded_to(&self, share: f64) -> bool {
        self.peak > 0.0 && !self.rises && self.improvement() <= self.level(share)
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

impl Passed {
    fn new(from: (Day, OneDay), to: (Day, OneDay), program: &Program) -> Self {
        let range = from.1.range_to(&to.1, program.types());
        let (least, most) = range.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
        Self { from, to, least, most }
    }

    /// Whether a day in between may be above a peak.
    fn may_be_above(&self, peak: f64) -> bool {
        self.to.0 - self.from.0 > 1 && self.most + NOISE * peak >= peak
    }
}

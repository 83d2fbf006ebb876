//! How long a result lasts that nothing follows.

use super::fading::Fading;
use super::measures::{grid, highest};
use super::program::Program;
use super::tables::Tables;
use crate::units::Day;

/// What nothing follows, and how long it is looked at.
pub struct Lasting {
    /// All doses.
    pub program: Program,
    /// The day of the last one.
    pub end: Day,
    /// The last day that is looked at.
    pub last: Day,
    /// The day up to which the highest improvement is looked for at once, one that is quick to ask for.
    pub near: Day,
}

impl Lasting {
    /// The first day from the last dose on on which the typical improvement is under this share of its highest for good: no
    /// later day is higher than what came before. None if it lasts for longer, or if there is no improvement.
    pub fn over(mut self, share: f64, tables: &mut Tables) -> Option<Day> {
        let days = grid(self.program.days(), self.near);
        let sums = self.program.sums(&days);
        let highest = highest(&self.program, &sums, &sums.curve());
        drop(sums);
        self.program.look_ahead(self.last, tables);
        let mut fading = Fading::after(self.program, highest?, self.near, self.last);
        let (mut under, mut peak) = (None, 0.0);
        loop {
            if fading.peak() > peak {
                (under, peak) = (None, fading.peak());
            }
            if fading.day() >= self.end && fading.improvement() < share * peak {
                under = under.or(Some(fading.day()));
                if fading.is_past_its_peak() {
                    return under;
                }
            }
            if !fading.step(share, 0) {
                fading.look_at_passed();
                return under.filter(|_| fading.peak() <= peak);
            }
        }
    }
}

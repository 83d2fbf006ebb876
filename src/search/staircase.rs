//! The most that is reached for each amount of money.

/// Amounts, each with a value that none below it reaches: both rise.
#[derive(Clone, Debug, Default)]
pub(super) struct Staircase(Vec<(i64, f64)>);

impl Staircase {
    /// The most that is reached for this amount or less; less than anything if nothing is.
    pub(super) fn at(&self, amount: i64) -> f64 {
        let above = self.0.partition_point(|(other, _)| *other <= amount);
        above.checked_sub(1).map_or(f64::NEG_INFINITY, |at| self.0[at].1)
    }

    /// The same for amounts that rise from one call to the next: `step` is how far the staircase has been walked up. Between two calls
    /// notes may be taken of amounts no lower than the last one.
    pub(super) fn at_rising(&self, step: &mut usize, amount: i64) -> f64 {
        while self.0.get(*step).is_some_and(|(other, _)| *other <= amount) {
            *step += 1;
        }
        step.checked_sub(1).map_or(f64::NEG_INFINITY, |at| self.0[at].1)
    }

    /// Whether what costs so much and reaches so much at most is no step of it: more is reached for as much, or as much for less.
    pub(super) fn is_above(&self, amount: i64, most: f64) -> bool {
        most < self.at(amount) || most <= self.at(amount - 1)
    }

    /// Takes note of what is reached for an amount.
    pub(super) fn add(&mut self, amount: i64, value: f64) {
        if value <= self.at(amount) {
            return;
        }
        let from = self.0.partition_point(|(other, _)| *other < amount);
        let to = from + self.0[from..].partition_point(|(_, other)| *other <= value);
        self.0.splice(from..to, [(amount, value)]);
    }
}

//! Which option makes another one needless, with a margin.

use super::alternatives::Alternatives;

/// The share of draws, in percent, in which a result has to be the better one.
const MARGIN: usize = 90;

/// How many steps apart results still are the same: five minutes of full improvement, far below what anybody could see and
/// above what sums in another order come to.
const NOISE: u32 = 10;

/// That one option is beaten by another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dominance {
    /// The position of the one that costs no more and achieves no less.
    pub by: usize,
    /// The share of draws in which it achieves no less.
    pub share: f64,
}

impl Alternatives {
    /// The option that beats the one at `at` in the most draws, if any does. One beats another if it costs less and achieves
    /// no less in at least nine draws of ten, or costs the same and achieves more in at least nine of ten: more by over one
    /// per cent, so that options alike are no rivals.
    pub fn dominated(&self, at: usize) -> Option<Dominance> {
        let cost = *self.costs.get(at)?;
        let others = (0..self.costs.len()).filter(|other| *other != at && self.costs[*other] <= cost);
        let beating = others.filter_map(|by| {
            let count = |wins: fn(u32, u32) -> bool| self.draws().filter(|draw| wins(draw[by], draw[at])).count();
            let is_needed = if self.costs[by] < cost { no_less } else { more };
            let holds = 100 * count(is_needed) >= MARGIN * self.draws().len();
            holds.then(|| (by, count(no_less)))
        });
        // Of several alike the first.
        let (by, count) = beating.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand draws")]
        let share = count as f64 / self.draws().len() as f64;
        Some(Dominance { by, share })
    }
}

fn no_less(one: u32, other: u32) -> bool {
    one.saturating_add(NOISE) >= other
}

fn more(one: u32, other: u32) -> bool {
    99 * u64::from(one) > 100 * u64::from(other)
}

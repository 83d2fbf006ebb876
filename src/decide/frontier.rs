//! Which options are worth their price on average, whatever a result may be worth.

use super::alternatives::{Alternatives, STEPS, money};
use crate::units::Money;

/// How an option stands among the others, by its cost and its mean improvement-years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The best on average for some worths of a year of full improvement, to the minor unit: those from `from` to `to`, which
    /// may be none at all if `to` is below `from`. Where two are equally good, the cheaper one counts.
    Frontier {
        /// The least worth for which it is the best.
        from: Money,
        /// The greatest; none if there is no end.
        to: Option<Money>,
    },
    /// Costs and achieves the same as the option at this position, which stands for both.
    SameAs(usize),
    /// The option at this position costs no more and achieves no less on average, and is better in one of the two.
    Dominated(usize),
    /// A mixture of the two options at these positions would achieve as much for less, if one could buy a mixture.
    Mixture(usize, usize),
}

/// An option by its position, its cost and its steps in all draws together.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    cost: i64,
    steps: u64,
}

impl Alternatives {
    /// How each option stands among the others.
    pub fn standings(&self) -> Vec<Standing> {
        let places = self.costs.iter().zip(self.sums()).enumerate();
        let mut places: Vec<_> = places.map(|(at, (cost, steps))| Place { at, cost: *cost, steps }).collect();
        places.sort_by_key(|place| (place.cost, u64::MAX - place.steps, place.at));
        let mut standings = vec![Standing::SameAs(0); places.len()];
        let mut undominated: Vec<Place> = Vec::new();
        for place in places {
            match undominated.last() {
                Some(best) if best.steps >= place.steps => {
                    let is_same = (best.cost, best.steps) == (place.cost, place.steps);
                    standings[place.at] =
                        if is_same { Standing::SameAs(best.at) } else { Standing::Dominated(best.at) };
                }
                _ => undominated.push(place),
            }
        }
        let mut frontier: Vec<Place> = Vec::new();
        for place in &undominated {
            while let [.., before, last] = &frontier[..]
                && is_mixed(before, last, place)
            {
                frontier.pop();
            }
            frontier.push(*place);
        }
        for place in &undominated {
            let next = frontier.partition_point(|one| one.cost <= place.cost);
            standings[place.at] = match frontier.get(next) {
                Some(dearer) if frontier[next - 1].at != place.at => {
                    Standing::Mixture(frontier[next - 1].at, dearer.at)
                }
                _ => self.on_frontier(&frontier, next - 1),
            };
        }
        standings
    }

    fn on_frontier(&self, frontier: &[Place], at: usize) -> Standing {
        let from = at.checked_sub(1).map(|before| self.last_worth(&frontier[before], &frontier[at]));
        let to = frontier.get(at + 1).map(|next| self.last_worth(&frontier[at], next));
        Standing::Frontier { from: money(from.map_or(0, |worth| worth + 1)), to: to.map(money) }
    }

    /// The greatest worth in whole minor units for which the cheaper of two is no worse on average.
    fn last_worth(&self, one: &Place, next: &Place) -> i128 {
        let draws = self.draws().len() as i128;
        i128::from(next.cost - one.cost) * i128::from(STEPS) * draws / i128::from(next.steps - one.steps)
    }
}

/// Whether a mixture of the two around it achieves more for the money than the middle one: each costs and achieves more
/// than the one before.
fn is_mixed(before: &Place, middle: &Place, after: &Place) -> bool {
    let rise = |from: &Place, to: &Place| (i128::from(to.cost - from.cost), i128::from(to.steps - from.steps));
    let ((first, gained), (then, more)) = (rise(before, middle), rise(middle, after));
    first * more > then * gained
}

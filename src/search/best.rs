//! The best plans so far.

use super::id::Id;
use super::space::Space;
use super::staircase::Staircase;
use crate::engine::Tables;

/// What is known of the best plans.
#[derive(Debug, Default)]
pub(super) struct Best {
    /// What is certainly reached for each amount.
    reached: Staircase,
    /// Plans that may be among the best.
    kept: Vec<Kept>,
    /// How many were left when those that fell behind were last let go.
    left: usize,
    /// What is looked up while plans are worked out.
    pub(super) tables: Tables,
}

/// A plan that may be among the best.
#[derive(Clone, Copy, Debug)]
struct Kept {
    spend: i64,
    most: f64,
    id: Id,
    /// What it reaches to the last bit, once that is worked out.
    value: Option<f64>,
}

/// One of the best plans, to the last bit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reached {
    pub(super) id: Id,
    pub(super) spend: i64,
    pub(super) value: f64,
}

/// Once more than this and twice what was last left are kept, those that fell behind are let go.
const MANY: usize = 100_000;

impl Best {
    /// What is certainly reached for an amount.
    pub(super) fn reached(&self) -> &Staircase {
        &self.reached
    }

    /// Keeps a plan of this space that costs so much and reaches so much at most, if it may be among the best.
    pub(super) fn keep(&mut self, space: &Space<'_>, (spend, most): (i64, f64), id: Id) {
        if self.reached.is_above(spend, most) {
            return;
        }
        let within = space.within(id);
        // Where samples do not say how near they are, it is worked out.
        let value = if within.is_some() { None } else { Some(space.value(id, &mut self.tables)) };
        let most = value.unwrap_or(most);
        if self.reached.is_above(spend, most) {
            return;
        }
        self.reached.add(spend, most - within.unwrap_or_default());
        self.kept.push(Kept { spend, most, id, value });
        if self.kept.len() > MANY + 2 * self.left {
            self.let_go();
        }
    }

    /// Keeps a plan that costs so much and reaches so much to the last bit, if it may be among the best.
    pub(super) fn keep_known(&mut self, (spend, value): (i64, f64), id: Id) {
        if !self.reached.is_above(spend, value) {
            self.reached.add(spend, value);
            self.kept.push(Kept { spend, most: value, id, value: Some(value) });
        }
    }

    /// Lets go of plans that fell behind.
    fn let_go(&mut self) {
        let reached = &self.reached;
        self.kept.retain(|kept| !reached.is_above(kept.spend, kept.most));
        self.left = self.kept.len();
    }

    /// Works the best plans so far out to the last bit, the cheapest first.
    pub(super) fn settle(&mut self, space: &Space<'_>) -> Vec<Reached> {
        self.let_go();
        self.kept.sort_by_key(|kept| (kept.spend, kept.id));
        let mut best: Vec<Reached> = Vec::new();
        for kept in &mut self.kept {
            let known = best.last().map_or(0.0, |best| best.value);
            if kept.most < known {
                continue;
            }
            let value = *kept.value.get_or_insert_with(|| space.value(kept.id, &mut self.tables));
            if value > known {
                if best.last().is_some_and(|last| last.spend == kept.spend) {
                    best.pop();
                }
                best.push(Reached { id: kept.id, spend: kept.spend, value });
            }
        }
        // What is known of them to the last bit is known more nearly than before.
        best.iter().for_each(|best| self.reached.add(best.spend, best.value));
        best
    }
}

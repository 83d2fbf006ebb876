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
    tables: Tables,
}

/// A plan that may be among the best.
#[derive(Clone, Copy, Debug)]
struct Kept {
    spend: i64,
    most: f64,
    id: Id,
}

/// So many are kept before those that fell behind are let go.
const MANY: usize = 100_000;

impl Best {
    /// What is certainly reached for an amount.
    pub(super) fn reached(&self) -> &Staircase {
        &self.reached
    }

    /// Keeps a plan of this space that costs so much and reaches so much at most, if it may be among the best.
    pub(super) fn keep(&mut self, space: &Space, (spend, most): (i64, f64), id: Id) {
        if self.reached.is_above(spend, most) {
            return;
        }
        // Where samples do not say how near they are, it is worked out.
        let (least, most) = space.sampler.within().map_or_else(
            || {
                let value = space.value(id, &mut self.tables);
                (value, value)
            },
            |within| (most - within, most),
        );
        if self.reached.is_above(spend, most) {
            return;
        }
        self.reached.add(spend, least);
        self.kept.push(Kept { spend, most, id });
        if self.kept.len().is_multiple_of(MANY) {
            self.let_go();
        }
    }

    /// Lets go of plans that fell behind.
    fn let_go(&mut self) {
        let reached = &self.reached;
        self.kept.retain(|kept| !reached.is_above(kept.spend, kept.most));
    }

    /// Works the best plans so far out to the last bit: each with what it costs and reaches, the cheapest first.
    pub(super) fn settle(&mut self, space: &Space) -> Vec<(Id, i64, f64)> {
        self.let_go();
        self.kept.sort_by_key(|kept| (kept.spend, kept.id));
        let mut best: Vec<(Id, i64, f64)> = Vec::new();
        for kept in &self.kept {
            let known = best.last().map_or(0.0, |(_, _, value)| *value);
            if kept.most < known {
                continue;
            }
            let value = space.value(kept.id, &mut self.tables);
            if value > known {
                if best.last().is_some_and(|(_, spend, _)| *spend == kept.spend) {
                    best.pop();
                }
                best.push((kept.id, kept.spend, value));
            }
        }
        // What is known of them to the last bit is known more nearly than before.
        best.iter().for_each(|(_, spend, value)| self.reached.add(*spend, *value));
        best
    }
}

//! How the option that is being changed was before, for a moment.

use crate::catalog::ConcernId;
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use egui::Ui;
use std::sync::Arc;
use std::time::Duration;

/// For how long after the last change it is shown, in seconds.
const STAYS: f64 = 2.0;

/// What was shown last, and the option that has changed since with the time of its last change.
#[derive(Clone, Default)]
pub struct Ghost {
    shown: Vec<OptionEstimate>,
    /// The concern that this was for.
    concern: Option<ConcernId>,
    before: Option<(OptionEstimate, f64)>,
}

/// Whether two are worked out alike. What an edit leaves alone is kept and not worked out anew; ranges are drawn later, and
/// are no change.
fn is_same(one: &OptionEstimate, other: &OptionEstimate) -> bool {
    let same_result = match (&one.projection, &other.projection) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one.is_typically(other),
        (one, other) => one.is_none() && other.is_none(),
    };
    same_result && Arc::ptr_eq(&one.ledger, &other.ledger)
}

impl std::fmt::Debug for Ghost {
    /// It passes by itself: nothing that is kept.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ghost")
    }
}

impl Ghost {
    /// Takes in what is shown now. Only where one option has changed and all others are as they were is there anything to
    /// show: what changes all of them is no change of a field of one.
    pub(super) fn follow(&mut self, ui: &Ui, evaluation: &Evaluation) {
        let options = &evaluation.estimate.options;
        let now = ui.input(|input| input.time);
        if self.concern.as_ref() != Some(&evaluation.plan.concern) {
            // Another concern is looked at: nothing has changed.
            (self.concern, self.before) = (Some(evaluation.plan.concern.clone()), None);
            self.shown.clone_from(options);
        }
        let is_alike = self.shown.len() == options.len() && self.shown.iter().zip(options).all(|(a, b)| is_same(a, b));
        if !is_alike {
            let known = self.shown.iter().map(|option| option.id).eq(options.iter().map(|option| option.id));
            let mut changed = self.shown.iter().zip(options).filter(|(one, other)| !is_same(one, other));
            self.before = match (changed.next(), changed.next()) {
                (Some((old, new)), None) if known => {
                    let before = self.before.take().map(|(before, _)| before).filter(|before| before.id == new.id);
                    Some((before.unwrap_or_else(|| old.clone()), now))
                }
                _ => None,
            };
            self.shown.clone_from(options);
        }
        if let Some((_, since)) = self.before {
            let left = STAYS - (now - since);
            if left > 0.0 {
                ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            } else {
                self.before = None;
            }
        }
    }

    /// How the option was that has just changed, while that is shown.
    pub(super) fn before(&self) -> Option<&OptionEstimate> {
        self.before.as_ref().map(|(before, _)| before)
    }
}

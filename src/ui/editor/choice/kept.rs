//! What takes too long to be worked out in every frame.

use crate::catalog::Catalog;
use crate::compare::{Deciding, Turn, turns};
use crate::document::OptionId;
use crate::estimate::Estimator;
use crate::evaluation::{Evaluation, FadeTurn, Swings, fade_turns, swings};
use crate::simulate::Simulator;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What would change the choice of an option, kept as long as neither the option nor the choice is another one.
#[derive(Clone, Debug, Default)]
pub struct ChoiceKept {
    of: Option<(Arc<Deciding>, Option<OptionId>)>,
    pub(super) turns: Vec<Turn>,
    pub(super) fades: Vec<FadeTurn>,
    pub(super) swings: Option<Swings>,
    tools: Rc<RefCell<(Estimator, Simulator)>>,
}

impl ChoiceKept {
    /// That of an option of what was evaluated with a catalogue.
    pub(super) fn of(
        &mut self,
        (evaluation, catalog): (&Evaluation, &Catalog),
        deciding: &Arc<Deciding>,
        id: Option<OptionId>,
    ) -> &Self {
        if self.of.as_ref().is_none_or(|(of, option)| !Arc::ptr_eq(of, deciding) || *option != id) {
            let (plan, estimate) = (&evaluation.plan, &evaluation.estimate);
            let at = evaluation.position(id).unwrap_or(usize::MAX);
            self.turns = turns(plan, estimate, Some(deciding), at);
            let (estimator, simulator) = &mut *self.tools.borrow_mut();
            self.fades = fade_turns(plan, estimate, catalog, (deciding, at), estimator);
            self.swings = swings(plan, estimate, catalog, at, (estimator, simulator));
            self.of = Some((Arc::clone(deciding), id));
        }
        self
    }
}

//! What takes too long to be worked out in every frame.

use crate::compare::{Deciding, Turn, turns};
use crate::document::OptionId;
use crate::estimate::Estimator;
use crate::evaluation::{Swings, swings};
use crate::simulate::Simulator;
use crate::ui::editor::parts::Content;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What would change the choice of an option, kept as long as neither the option nor the choice is another one.
#[derive(Clone, Debug, Default)]
pub struct ChoiceKept {
    of: Option<(Arc<Deciding>, Option<OptionId>)>,
    pub(super) turns: Vec<Turn>,
    pub(super) swings: Option<Swings>,
    tools: Rc<RefCell<(Estimator, Simulator)>>,
}

impl ChoiceKept {
    pub(super) fn of(&mut self, content: &Content<'_>, deciding: &Arc<Deciding>) -> &Self {
        let id = content.option.id;
        if self.of.as_ref().is_none_or(|(of, option)| !Arc::ptr_eq(of, deciding) || *option != id) {
            let (plan, estimate) = (&content.evaluation.plan, &content.evaluation.estimate);
            let at = content.evaluation.position(id).unwrap_or(usize::MAX);
            self.turns = turns(plan, estimate, Some(deciding), at);
            let (estimator, simulator) = &mut *self.tools.borrow_mut();
            self.swings = swings(plan, estimate, content.view.catalog, at, (estimator, simulator));
            self.of = Some((Arc::clone(deciding), id));
        }
        self
    }
}

//! A list as typed with its past and its undone future.

use super::{ListEdit, PriceListDraft};
use crate::locale;
use std::sync::Arc;

/// The list as it is now, and the labelled way back and forth. Unlimited within a sitting.
#[derive(Clone, Debug, Default)]
pub struct ListHistory {
    current: Arc<PriceListDraft>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The edit that a following edit of the same thing joins, until [`ListHistory::seal`].
    open: Option<ListEdit>,
    revision: u64,
}

/// What a step is called, and the list before it, in the past; after it, in the future.
type Step = (&'static str, Arc<PriceListDraft>);

impl ListHistory {
    /// A history that begins with this list.
    pub fn new(draft: PriceListDraft) -> Self {
        Self { current: Arc::new(draft), ..Self::default() }
    }

    /// The list as it is now.
    pub fn draft(&self) -> &Arc<PriceListDraft> {
        &self.current
    }

    /// Changes with every change of the list, so that what is derived from it can be kept until it does.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change. One that alters nothing leaves no step, and one that continues the last joins its step.
    pub fn apply(&mut self, edit: ListEdit) {
        let mut next = (*self.current).clone();
        edit.clone().apply(&mut next);
        if next == *self.current {
            return;
        }
        if !self.open.as_ref().is_some_and(|open| open.continues_with(&edit)) {
            self.past.push((edit.label(), Arc::clone(&self.current)));
        }
        self.future.clear();
        self.open = Some(edit);
        self.set(Arc::new(next));
    }

    /// Ends the current step: another field has the focus.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.past.last().map(|(label, _)| locale::text(label))
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&'static str> {
        self.future.last().map(|(label, _)| locale::text(label))
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some((label, before)) = self.past.pop() {
            self.future.push((label, Arc::clone(&self.current)));
            self.open = None;
            self.set(before);
        }
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self) {
        if let Some((label, after)) = self.future.pop() {
            self.past.push((label, Arc::clone(&self.current)));
            self.open = None;
            self.set(after);
        }
    }

    fn set(&mut self, draft: Arc<PriceListDraft>) {
        self.current = draft;
        self.revision += 1;
    }
}

//! What is being written, with its past and its undone future: labelled steps that are taken back and made again.

use std::sync::Arc;

/// A change that a person can make.
pub trait Change: Clone {
    /// What is changed.
    type Draft: Clone + PartialEq;

    /// What undo calls a change.
    type Label: Clone + std::fmt::Debug;

    /// What is changed, as undo names it.
    fn label(&self) -> Self::Label;

    /// Whether `next` changes the same thing in the same place, so that a drag or a word typed is one step of undo.
    fn continues_with(&self, next: &Self) -> bool;

    /// Makes the change. What is new in the draft gets its ids from the salt, which is random.
    fn apply(self, draft: &mut Self::Draft, salt: u32);
}

/// The current draft, and the labelled way back and forth. Unlimited within a sitting.
#[derive(Clone, Debug)]
pub struct History<C: Change> {
    current: Arc<C::Draft>,
    past: Vec<Step<C>>,
    future: Vec<Step<C>>,
    /// The change that a following change of the same thing joins, until [`History::seal`].
    open: Option<C>,
    revision: u64,
}

#[derive(Clone, Debug)]
struct Step<C: Change> {
    label: C::Label,
    /// The draft before the step, in the past; after it, in the future.
    draft: Arc<C::Draft>,
}

impl<C: Change> History<C> {
    /// A history that begins with this draft.
    pub fn new(draft: C::Draft) -> Self {
        Self { current: Arc::new(draft), past: Vec::new(), future: Vec::new(), open: None, revision: 0 }
    }

    /// The draft as it is now.
    pub fn draft(&self) -> &Arc<C::Draft> {
        &self.current
    }

    /// Changes with every change of the draft, so that what is derived from it can be kept until it does.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change. One that alters nothing leaves no step, and one that continues the last joins its step.
    pub fn apply(&mut self, change: C, salt: u32) {
        let mut next = (*self.current).clone();
        change.clone().apply(&mut next, salt);
        if next == *self.current {
            return;
        }
        if !self.open.as_ref().is_some_and(|open| open.continues_with(&change)) {
            self.past.push(Step { label: change.label(), draft: Arc::clone(&self.current) });
        }
        self.future.clear();
        self.open = Some(change);
        self.set(Arc::new(next));
    }

    /// Goes on with another draft from which no way leads back.
    pub fn restart(&mut self, draft: C::Draft) {
        (self.past, self.future, self.open) = (Vec::new(), Vec::new(), None);
        self.set(Arc::new(draft));
    }

    /// Changes the draft with its whole past and future, in a way that is no step.
    pub fn each(&mut self, change: impl Fn(&mut C::Draft)) {
        for step in self.past.iter_mut().chain(&mut self.future) {
            change(Arc::make_mut(&mut step.draft));
        }
        change(Arc::make_mut(&mut self.current));
        self.revision += 1;
    }

    /// Ends the current step: the mouse was released, or another field has the focus.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&C::Label> {
        self.past.last().map(|step| &step.label)
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&C::Label> {
        self.future.last().map(|step| &step.label)
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(step) = self.past.pop() {
            self.future.push(Step { label: step.label, draft: Arc::clone(&self.current) });
            self.open = None;
            self.set(step.draft);
        }
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self) {
        if let Some(step) = self.future.pop() {
            self.past.push(Step { label: step.label, draft: Arc::clone(&self.current) });
            self.open = None;
            self.set(step.draft);
        }
    }

    fn set(&mut self, draft: Arc<C::Draft>) {
        self.current = draft;
        self.revision += 1;
    }
}

//! A draft with its past and its undone future.

use super::{Draft, Edit};
use crate::locale;
use std::borrow::Cow;
use std::sync::Arc;

/// The current draft, and the labelled way back and forth. Unlimited within a sitting.
#[derive(Clone, Debug)]
pub struct History {
    current: Arc<Draft>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The edit that a following edit of the same thing joins, until [`History::seal`].
    open: Option<Edit>,
    revision: u64,
}

#[derive(Clone, Debug)]
struct Step {
    label: Cow<'static, str>,
    /// The draft before the step, in the past; after it, in the future.
    draft: Arc<Draft>,
}

impl Step {
    /// What it is called in the language of this thread.
    fn name(&self) -> &str {
        match &self.label {
            Cow::Borrowed(english) => locale::text(english),
            Cow::Owned(name) => name,
        }
    }
}

impl History {
    /// A history that begins with this draft.
    pub fn new(draft: Draft) -> Self {
        Self { current: Arc::new(draft), past: Vec::new(), future: Vec::new(), open: None, revision: 0 }
    }

    /// The draft as it is now.
    pub fn draft(&self) -> &Arc<Draft> {
        &self.current
    }

    /// Changes with every change of the draft, so that what is derived from it can be kept until it does.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes a change. One that alters nothing leaves no step, and one that continues the last joins its step.
    pub fn apply(&mut self, edit: Edit) {
        let mut next = (*self.current).clone();
        let joins = self.open.as_ref().is_some_and(|open| open.continues_with(&edit));
        edit.clone().apply(&mut next);
        if next == *self.current {
            return;
        }
        if !joins {
            self.past.push(Step { label: edit.label(), draft: Arc::clone(&self.current) });
        }
        self.future.clear();
        self.open = Some(edit);
        self.set(Arc::new(next));
    }

    /// Goes on with a plan that was just issued. There is no way back: issuing is a record and no edit.
    pub fn restart(&mut self, issued: Draft) {
        (self.past, self.future, self.open) = (Vec::new(), Vec::new(), None);
        self.set(Arc::new(issued));
    }

    /// Takes over what was issued and answered in this draft, in every step: an answer is a record and no edit.
    pub fn record(&mut self, answered: &Draft) {
        let update = |draft: &mut Arc<Draft>| Arc::make_mut(draft).record.take_issues(&answered.record);
        self.past.iter_mut().chain(&mut self.future).for_each(|step| update(&mut step.draft));
        let mut current = Arc::clone(&self.current);
        update(&mut current);
        self.open = None;
        self.set(current);
    }

    /// Ends the current step: the mouse was released, or another field has the focus.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.last().map(Step::name)
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(Step::name)
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

    fn set(&mut self, draft: Arc<Draft>) {
        self.current = draft;
        self.revision += 1;
    }
}

//! The open plan: its history, its file, and what came of it, derived once per change.

use crate::catalog::Catalog;
use crate::document::{Answer, Draft, Edit, PlanEdit, RecordError, Terms};
use crate::estimate::Estimator;
use crate::evaluation::Evaluation;
use crate::history::History;
use crate::locale::{mark, tr};
use crate::plan::Problem;
use crate::storage::{self, Stamp};
use crate::units::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The open plan.
pub struct Document {
    history: History<Edit>,
    path: Option<PathBuf>,
    /// The draft as it is on disk, or as it began; none if it came back after a crash.
    saved: Option<Arc<Draft>>,
    /// What the file held when it was last read or written.
    stamp: Option<Stamp>,
    problems: Vec<Problem>,
    evaluation: Option<Evaluation>,
    /// What is kept from one change to the next.
    estimator: Estimator,
    /// The revision that problems and evaluation belong to.
    derived: Option<u64>,
}

impl Document {
    /// A plan that has no file yet. As long as nothing is changed there is nothing to save.
    pub fn new(draft: Draft, catalog: &Catalog) -> Self {
        Self::with_path(draft, None, catalog)
    }

    /// A plan as read from a file.
    pub fn opened(draft: Draft, path: PathBuf, stamp: Stamp, catalog: &Catalog) -> Self {
        Self { stamp: Some(stamp), ..Self::with_path(draft, Some(path), catalog) }
    }

    /// A plan that came back after a crash: not saved, whatever its file holds.
    pub fn recovered(draft: Draft, path: Option<PathBuf>, catalog: &Catalog) -> Self {
        // Nobody knows what the file held when this work was begun, so saving will keep what it holds now.
        let stamp = path.is_some().then_some(Stamp::UNKNOWN);
        Self { saved: None, stamp, ..Self::with_path(draft, path, catalog) }
    }

    fn with_path(draft: Draft, path: Option<PathBuf>, catalog: &Catalog) -> Self {
        let history = History::new(draft);
        let saved = Some(Arc::clone(history.draft()));
        let mut document = Self {
            history,
            path,
            saved,
            stamp: None,
            problems: Vec::new(),
            evaluation: None,
            estimator: Estimator::default(),
            derived: None,
        };
        document.derive(catalog);
        document
    }

    /// The plan with its past.
    pub fn history(&self) -> &History<Edit> {
        &self.history
    }

    /// What is wrong with the plan; empty if it is valid.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The result of the plan, or, while it has problems, of the last valid one before.
    pub fn evaluation(&self) -> Option<&Evaluation> {
        self.evaluation.as_ref()
    }

    /// The plan's file.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The file's name, or `Untitled`.
    pub fn name(&self) -> String {
        let name = self.path.as_ref().and_then(|path| path.file_name());
        name.map_or(tr!("Untitled").to_owned(), |name| name.to_string_lossy().into_owned())
    }

    /// Whether the plan differs from its file, or from its beginning if it has none.
    pub fn is_unsaved(&self) -> bool {
        let draft = self.history.draft();
        self.saved.as_ref().is_none_or(|saved| !Arc::ptr_eq(saved, draft) && saved != draft)
    }

    /// The plan's file with what it held when it was last read or written.
    pub fn file(&self) -> Option<(PathBuf, Option<Stamp>)> {
        self.path.clone().map(|path| (path, self.stamp))
    }

    /// Takes over what somebody else has written to the plan's file; undo brings back what was here, unless one of the two
    /// was issued meanwhile: nothing that was issued is undone.
    pub fn take_over(&mut self, theirs: Draft, stamp: Stamp, catalog: &Catalog) {
        self.history.seal();
        if theirs.record == self.history.draft().record && !theirs.is_issued() {
            self.apply(Edit::Plan(PlanEdit::Replace(Box::new(theirs), mark!("show their version"))), catalog);
        } else {
            self.history.restart(theirs);
            self.derive(catalog);
        }
        self.history.seal();
        self.saved = Some(Arc::clone(self.history.draft()));
        self.stamp = Some(stamp);
    }

    /// Makes a change.
    pub fn apply(&mut self, edit: Edit, catalog: &Catalog) {
        self.history.apply(edit, storage::salt());
        self.derive(catalog);
    }

    /// Issues the plan. The way back ends here: what is issued stays issued.
    ///
    /// # Errors
    /// As [`Draft::issue`]; nothing is changed then.
    pub fn issue(&mut self, terms: Terms, catalog: &Catalog) -> Result<(), RecordError> {
        let issued = self.history.draft().issue(terms, catalog)?;
        self.history.restart(issued);
        self.derive(catalog);
        Ok(())
    }

    /// Records what the client said to the last issue. Undo does not take it back.
    ///
    /// # Errors
    /// As [`Draft::answer`]; nothing is changed then.
    pub fn answer(&mut self, answer: Answer, on: Date, today: Date, catalog: &Catalog) -> Result<(), RecordError> {
        let answered = self.history.draft().answer(answer, on, today)?;
        // An answer is a record and no edit: it stays, whatever is taken back.
        self.history.in_every_step(|draft| draft.record.take_issues(&answered.record));
        self.derive(catalog);
        Ok(())
    }

    /// Takes the last step back.
    pub fn undo(&mut self, catalog: &Catalog) {
        self.history.undo();
        self.derive(catalog);
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self, catalog: &Catalog) {
        self.history.redo();
        self.derive(catalog);
    }

    /// Works the plan out again: the catalogue has changed.
    pub fn derive_again(&mut self, catalog: &Catalog) {
        self.derived = None;
        self.derive(catalog);
    }

    /// Ends the current step of undo.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// The plan as it was has been written to this file. It may have been changed since.
    pub fn saved_to(&mut self, saved: Arc<Draft>, path: PathBuf, stamp: Stamp) {
        (self.saved, self.path, self.stamp) = (Some(saved), Some(path), Some(stamp));
    }

    fn derive(&mut self, catalog: &Catalog) {
        if self.derived == Some(self.history.revision()) {
            return;
        }
        match Evaluation::with(&mut self.estimator, self.history.draft(), catalog) {
            Ok(evaluation) => {
                self.problems.clear();
                self.evaluation = Some(evaluation);
            }
            Err(problems) => self.problems = problems.0,
        }
        self.derived = Some(self.history.revision());
    }
}

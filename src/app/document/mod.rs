//! The open plan: its history, its file, and what came of it, derived once per change.

mod file_version;
mod versions;

use super::ranges::Ranges;
use crate::catalog::{Catalog, ConcernId};
use crate::document::{Draft, Edit, OptionId, PlanEdit, PlanId, Serial};
use crate::estimate::Estimator;
use crate::evaluation::Evaluation;
use crate::history::History;
use crate::locale::{english, tr};
use crate::log::{Author, Dossier, EventKind, IssueTerms, Log};
use crate::plan::Problem;
use crate::progress::{Fact, ProgressError};
use crate::record::{Answer, Matter, Record, RecordError};
use crate::storage::{self, Desk, Stamp};
use crate::ui::ViewState;
use crate::units::Date;
use file_version::FileVersion;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The open plan.
pub struct Document {
    history: History<Edit>,
    /// How many changes were made, whatever was undone of them.
    changes: u64,
    /// What happened to the plan; undo takes nothing of it back.
    log: Log,
    /// What follows from that.
    record: Record,
    /// Where this is written down.
    desk: Desk,
    path: Option<PathBuf>,
    /// What is on disk, or how it began; none if it came back after a crash.
    saved: Option<DocumentState>,
    /// What the file held when it was last read or written.
    stamp: Option<Stamp>,
    /// The version of another desk in the file that was put together with what was here or shown in its place.
    other: Option<FileVersion>,
    problems: Vec<Problem>,
    /// What comes of the plan, without ranges.
    typical: Option<Evaluation>,
    /// The same with the ranges that were last drawn.
    evaluation: Option<Evaluation>,
    ranges: Ranges,
    /// What is kept from one change to the next.
    estimator: Estimator,
    /// The revision that problems and evaluation belong to.
    derived: Option<u64>,
}

/// What tells one state of the document from another: the draft, and how much happened to it.
#[derive(Clone)]
pub struct DocumentState(Arc<Draft>, usize);

impl PartialEq for DocumentState {
    fn eq(&self, other: &Self) -> bool {
        self.1 == other.1 && (Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0)
    }
}

impl DocumentState {
    /// That of a plan.
    pub fn of(plan: &Dossier) -> Self {
        Self(Arc::new(plan.draft.clone()), plan.log.events().len())
    }
}

impl Document {
    /// A plan that has no file yet. As long as nothing is changed there is nothing to save.
    pub fn new(draft: Draft, catalog: &Catalog) -> Self {
        Self::with_path(draft.into(), None, catalog)
    }

    /// A plan as read from a file.
    pub fn opened(dossier: Dossier, path: PathBuf, stamp: Stamp, catalog: &Catalog) -> Self {
        Self { stamp: Some(stamp), ..Self::with_path(dossier, Some(path), catalog) }
    }

    /// A plan that came back after a crash: not saved, whatever its file holds. What that held when the work was begun is
    /// known, so that it is told whether somebody else has changed it since.
    pub fn recovered(dossier: Dossier, file: Option<(PathBuf, Stamp)>, catalog: &Catalog) -> Self {
        let (path, stamp) = file.unzip();
        Self { saved: None, stamp, ..Self::with_path(dossier, path, catalog) }
    }

    fn with_path(dossier: Dossier, path: Option<PathBuf>, catalog: &Catalog) -> Self {
        let Dossier { draft, log } = dossier;
        let mut document = Self {
            history: History::new(draft),
            changes: 0,
            record: log.record(),
            log,
            desk: Desk::default(),
            stamp: None,
            other: None,
            path,
            saved: None,
            problems: Vec::new(),
            typical: None,
            evaluation: None,
            ranges: Ranges::new(),
            estimator: Estimator::default(),
            derived: None,
        };
        document.saved = Some(document.state());
        document.derive(catalog);
        document
    }

    /// The same at a desk.
    #[must_use]
    pub fn at(self, desk: Desk) -> Self {
        Self { desk, ..self }
    }

    /// Whoever works at the desk from now on writes down what happens.
    pub fn work_at(&mut self, desk: Desk) {
        self.desk = desk;
    }

    /// The plan with what happened to it, as a file holds it.
    pub fn dossier(&self) -> Dossier {
        Dossier { draft: (**self.history.draft()).clone(), log: self.log.clone() }
    }

    /// What was issued of the plan, and what became of it.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Whether the plan is what was issued, and so cannot be changed until it is revised.
    pub fn is_issued(&self) -> bool {
        self.record.current().is_some()
    }

    /// What tells this state from every other.
    pub fn state(&self) -> DocumentState {
        DocumentState(Arc::clone(self.history.draft()), self.log.events().len())
    }

    /// The plan with its past.
    pub fn history(&self) -> &History<Edit> {
        &self.history
    }

    /// What is wrong with the plan; empty if it is valid.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The result of the plan; without its money where nothing but prices is missing, and else, while it has problems, of the last
    /// one before.
    pub fn evaluation(&self) -> Option<&Evaluation> {
        self.evaluation.as_ref()
    }

    /// The same for the concern that is looked at.
    pub fn seen(&self, state: &ViewState) -> Option<&Evaluation> {
        Some(self.evaluation.as_ref()?.seen_for(state.seen_in(self.history.draft())))
    }

    /// The concern of the plan that results are shown for: while the plan has problems, that of the last valid ones.
    pub fn concern_seen(&self, state: &ViewState) -> &ConcernId {
        let (draft, seen) = (self.history.draft(), self.seen(state));
        let shown = seen.and_then(|seen| draft.concerns().find(|concern| **concern == seen.plan.concern));
        shown.unwrap_or_else(|| state.seen_in(draft))
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
        self.saved.as_ref().is_none_or(|saved| *saved != self.state())
    }

    /// The plan's file with what it held when it was last read or written.
    pub fn file(&self) -> Option<(PathBuf, Option<Stamp>)> {
        self.path.clone().map(|path| (path, self.stamp))
    }

    /// The plan's file holds this now, which is the same plan in another form.
    pub fn file_holds(&mut self, stamp: Stamp) {
        self.stamp = Some(stamp);
    }

    /// Makes a change. An issued plan takes none.
    pub fn apply(&mut self, edit: Edit, catalog: &Catalog) {
        if self.is_issued() {
            return;
        }
        let before = self.history.revision();
        self.history.apply(edit, storage::salt());
        self.changes += u64::from(self.history.revision() != before);
        self.derive(catalog);
    }

    /// How many changes were made, whatever was undone of them.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Issues the plan. The way back ends here: what is issued stays issued.
    ///
    /// # Errors
    /// As [`Dossier::issue`]; nothing is changed then.
    pub fn issue(&mut self, terms: IssueTerms, catalog: &Catalog) -> Result<(), RecordError> {
        let mut dossier = self.dossier();
        dossier.issue(terms, catalog, &self.by())?;
        self.log = dossier.log;
        self.history.restart(dossier.draft);
        self.log_changed();
        self.derive(catalog);
        Ok(())
    }

    /// Records what the client said to the last issue. Undo does not take it back.
    ///
    /// # Errors
    /// As [`Dossier::answer`]; nothing is changed then.
    pub fn answer(&mut self, answer: Answer, on: Date, today: Date) -> Result<(), RecordError> {
        let mut dossier = self.dossier();
        dossier.answer(answer, on, today, &self.by())?;
        self.log = dossier.log;
        self.log_changed();
        Ok(())
    }

    /// Lets the issued plan be changed again, as the next revision. It is given up by abandoning it.
    ///
    /// # Errors
    /// As [`Dossier::revise`].
    pub fn revise(&mut self) -> Result<(), RecordError> {
        let mut dossier = self.dossier();
        dossier.revise(&self.by())?;
        self.log = dossier.log;
        self.log_changed();
        Ok(())
    }

    /// Puts what was issued last in place of its revision; undo brings the revision back.
    ///
    /// # Errors
    /// As [`Dossier::abandon`].
    pub fn abandon(&mut self, catalog: &Catalog) -> Result<(), RecordError> {
        let mut dossier = self.dossier();
        dossier.abandon(&self.by())?;
        self.history.seal();
        self.apply(Edit::Plan(PlanEdit::Replace(Box::new(dossier.draft), english!("abandon the revision"))), catalog);
        self.history.seal();
        self.log = dossier.log;
        self.log_changed();
        Ok(())
    }

    /// How much has happened to it: more after everything that does.
    pub fn happened(&self) -> usize {
        self.log.events().len()
    }

    /// Writes down what really happened of the treatment, with what was planned of it by this catalogue, and gives the number of the note.
    ///
    /// # Errors
    /// As [`Dossier::note`]; nothing is changed then.
    pub fn note(&mut self, fact: Fact, today: Date, catalog: &Catalog) -> Result<Serial, ProgressError> {
        let mut dossier = self.dossier();
        let evaluation = self.evaluation().filter(|_| self.problems().is_empty());
        let fact = match evaluation {
            Some(evaluation) => dossier.as_planned(fact, evaluation, today, catalog),
            None => fact,
        };
        dossier.note(fact, today, &self.by())?;
        self.log = dossier.log;
        self.log_changed();
        Ok(self.log.events().last().map(|event| event.number).unwrap_or_default())
    }

    /// Writes down that a clinician has seen and decided something, or with `false` takes that back, and gives the numbers of the
    /// events; none if it stands so already.
    pub fn acknowledge(&mut self, matter: &Matter, is_so: bool) -> Vec<Serial> {
        self.written(|dossier, by| {
            if is_so {
                dossier.acknowledge(matter.clone(), by).into_iter().collect()
            } else {
                dossier.reopen(matter, by)
            }
        })
    }

    /// Takes back these events of what happened, of acknowledging and of taking back, and gives the numbers of those by which it does.
    pub fn take_back_events(&mut self, events: &[Serial]) -> Vec<Serial> {
        self.written(|dossier, by| dossier.take_back_events(events, by))
    }

    fn written(&mut self, write: impl FnOnce(&mut Dossier, &Author) -> Vec<Serial>) -> Vec<Serial> {
        let (mut dossier, by) = (self.dossier(), self.by());
        let events = write(&mut dossier, &by);
        self.log = dossier.log;
        self.log_changed();
        events
    }

    /// Takes the last step back.
    pub fn undo(&mut self, catalog: &Catalog) {
        self.history.undo();
        self.log_changed();
        self.derive(catalog);
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self, catalog: &Catalog) {
        self.history.redo();
        self.log_changed();
        self.derive(catalog);
    }

    /// Derives the record anew. Where the plan is not what was issued last, a revision has begun: an abandoned one was
    /// brought back, or another desk went on with it.
    fn log_changed(&mut self) {
        self.record = self.log.record();
        let differs = self.record.current().is_some_and(|current| current.snapshot.draft != **self.history.draft());
        if differs && let Some(issue) = self.record.last().map(|last| last.id) {
            self.log.append(&self.by(), EventKind::RevisionBegun { issue });
            self.record = self.log.record();
        }
    }

    /// Who writes down what happens here, and when.
    pub fn by(&self) -> Author {
        self.desk.author(&jiff::Zoned::now(), env!("CARGO_PKG_VERSION"))
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

    /// The plan as it was has been written to this file, with this log. It may have been changed since.
    pub fn saved_to(
        &mut self,
        DocumentState(draft, _): DocumentState,
        log: &Log,
        path: PathBuf,
        stamp: Stamp,
        catalog: &Catalog,
    ) {
        (self.path, self.stamp, self.other) = (Some(path), Some(stamp), None);
        self.saved = Some(DocumentState(draft, log.events().len()));
        if self.log != *log {
            self.take_in(log, catalog);
        }
    }

    /// Goes on with the plan as a copy, which is a plan of its own: it has this id, and nothing has happened to it. What was
    /// issued of the plan stays with the plan.
    pub fn become_copy(&mut self, id: PlanId) {
        self.history.each(|draft| draft.id = id);
        self.log = Log::default();
        self.record = Record::default();
    }

    /// What is known to have been in the file: the draft that was read or written last.
    pub fn based_on(&self) -> Option<Arc<Draft>> {
        self.saved.as_ref().map(|DocumentState(draft, _)| Arc::clone(draft))
    }

    /// What ranges are to be drawn for, with the state it belongs to.
    pub(super) fn to_draw(&self) -> (u64, Option<&Evaluation>) {
        (self.derived.unwrap_or_default(), self.typical.as_ref())
    }

    /// Takes ranges that have been drawn.
    pub(super) fn draw(&mut self, ranges: Ranges) {
        self.ranges = ranges;
        self.add_ranges();
    }

    /// Shows each option with the ranges that were last drawn for it, be it a moment ago: better than none.
    fn add_ranges(&mut self) {
        let of = |concern: &ConcernId, id: Option<OptionId>| {
            let mut drawn = self.ranges.iter().filter(|((of, option), _)| of == concern && *option == id);
            drawn.next().map(|(_, simulation)| Arc::clone(simulation))
        };
        let own = |typical: &Evaluation| {
            typical.ranged(typical.estimate.options.iter().map(|option| of(&typical.plan.concern, option.id)))
        };
        let ranged =
            |typical: &Evaluation| Evaluation { further: typical.further.iter().map(own).collect(), ..own(typical) };
        self.evaluation = self.typical.as_ref().map(ranged);
    }

    fn derive(&mut self, catalog: &Catalog) {
        if self.derived == Some(self.history.revision()) {
            return;
        }
        match self.record.evaluate(&mut self.estimator, self.history.draft(), catalog) {
            Ok(evaluation) => {
                self.problems.clear();
                self.typical = Some(evaluation);
                self.add_ranges();
            }
            Err(problems) => {
                self.problems = problems.0;
                self.derive_unpriced(catalog);
            }
        }
        self.derived = Some(self.history.revision());
    }

    /// Before there are prices there are results; what keeps the plan from having any stands behind the missing prices. What was
    /// issued has its own.
    fn derive_unpriced(&mut self, catalog: &Catalog) {
        if self.is_issued() || !self.problems.iter().all(|problem| problem.cause.is_missing_price()) {
            return;
        }
        match Evaluation::unpriced(&mut self.estimator, self.history.draft(), catalog) {
            Ok(unpriced) => {
                self.typical = Some(unpriced);
                self.add_ranges();
            }
            Err(found) => self.problems.extend(found.0),
        }
    }
}

//! The clinic's price list in the window: as typed with its history, its valid part, and what is derived from both,
//! once per change.

use super::saver::{SaveOutcome, Saver};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::history::History;
use crate::locale::{tr, trn};
use crate::price_list::{ListEdit, PriceList, PriceListDraft, Table};
use crate::record::{Record, Snapshot};
use crate::storage::{self, Disk, Places, StorageError};
use crate::ui::{PriceImport, PricesView};
use crate::units::{Currency, Date};
use crate::wording::{self, ListProblemText};
use std::sync::Arc;
use std::time::Duration;

/// The built-in catalogue with the clinic's list over it.
pub(in crate::app) struct PriceBook {
    built_in: Catalog,
    history: History<ListEdit>,
    list: PriceList,
    problems: Vec<ListProblemText>,
    /// The revision of the history that list and problems belong to.
    parsed: Option<u64>,
    /// What the catalogue was last laid over for: revision, day, and what of the plan is frozen.
    laid: Option<(u64, Date, Option<Arc<Snapshot>>)>,
    table: Table,
    /// What the table was made for: revision, day and currency.
    tabled: Option<(u64, Date, Currency)>,
    /// Whether there was no file of it when the program began.
    was_missing: bool,
    /// Why the list's file cannot be read. Until the clinic begins anew nothing is written in its place.
    unreadable: Option<String>,
    saver: Saver,
    /// The table that was chosen to be imported, while its preview is shown.
    pub(super) import: Option<PriceImport>,
}

impl PriceBook {
    /// Reads the list from its place; one that is not there is empty.
    pub(in crate::app) fn read(disk: &Disk, places: Option<&Places>) -> Self {
        let path = places.map(Places::price_list);
        let read = path.as_deref().map(|path| storage::read_price_list(disk, path));
        let was_missing = matches!(read, None | Some(Err(StorageError::Missing(_))));
        let (draft, unreadable) = match read {
            None | Some(Err(StorageError::Missing(_))) => (PriceListDraft::default(), None),
            Some(Ok(draft)) => (draft, None),
            Some(Err(error)) => (PriceListDraft::default(), Some(error.to_string())),
        };
        let history = History::new(draft);
        let saver = Saver::new(disk, path, history.draft(), unreadable.is_some());
        let mut book = Self {
            built_in: Catalog::built_in(),
            history,
            list: PriceList::default(),
            problems: Vec::new(),
            parsed: None,
            laid: None,
            table: Table::default(),
            tabled: None,
            was_missing,
            unreadable,
            saver,
            import: None,
        };
        book.parse();
        book
    }

    /// What the clinic is to be told of its list at the start, in one sentence.
    pub(in crate::app) fn warning(&self) -> Option<String> {
        if let Some(why) = &self.unreadable {
            return Some(tr!(
                "The clinic's price list cannot be read, and the catalogue's prices are used: {why}. Edit, Price list, \
                 begins a new one and keeps that file",
                why
            ));
        }
        let count = self.problems.len();
        (count > 0).then(|| {
            trn!(
                count as u64,
                "The clinic's price list has one value to mend; Edit, Price list, shows where",
                "The clinic's price list has {count} values to mend; Edit, Price list, shows where",
                count
            )
        })
    }

    /// Says anew what is wrong with the list and what its values are called: the language has changed.
    pub(in crate::app) fn word_again(&mut self) {
        (self.parsed, self.tabled) = (None, None);
        self.parse();
    }

    /// The list as valid.
    pub(in crate::app) fn list(&self) -> &PriceList {
        &self.list
    }

    /// The catalogue without the list.
    pub(in crate::app) fn built_in(&self) -> &Catalog {
        &self.built_in
    }

    /// What is wrong with the list as typed.
    pub(super) fn problems(&self) -> &[ListProblemText] {
        &self.problems
    }

    /// The list as typed, to be shared; none as long as its file cannot be read.
    pub(in crate::app) fn shareable(&self) -> Option<Arc<PriceListDraft>> {
        self.unreadable.is_none().then(|| Arc::clone(self.history.draft()))
    }

    /// Whether there was no file of it when the program began.
    pub(in crate::app) fn was_missing(&self) -> bool {
        self.was_missing
    }

    /// Whether the list as typed is on the disk.
    pub(in crate::app) fn is_written(&self) -> bool {
        self.saver.is_written(self.history.draft())
    }

    /// The list as typed with its past.
    pub(in crate::app) fn history(&self) -> &History<ListEdit> {
        &self.history
    }

    /// Makes a change, unless there is a file that it would replace and that nobody has given up.
    pub(super) fn apply(&mut self, edit: ListEdit) {
        if self.unreadable.is_none() {
            self.history.apply(edit, 0);
            self.parse();
        }
    }

    /// Takes the last change back.
    pub(in crate::app) fn undo(&mut self) {
        self.history.undo();
        self.parse();
    }

    /// Makes the last undone change again.
    pub(in crate::app) fn redo(&mut self) {
        self.history.redo();
        self.parse();
    }

    /// Ends the current step of undo.
    pub(in crate::app) fn seal(&mut self) {
        self.history.seal();
    }

    /// Gives up the file that cannot be read: the next change is written in its place, and it is kept beside it.
    pub(super) fn begin_anew(&mut self) {
        self.unreadable = None;
    }

    /// The catalogue to work a plan out with, if it differs from the one given last: with the list over it as of the plan's
    /// first day, and over that what was frozen when the plan was issued.
    pub(super) fn laid_over(&mut self, draft: &Draft, record: &Record) -> Option<Catalog> {
        let frozen = record.current().map(|current| Arc::clone(&current.snapshot));
        let key = Some((self.history.revision(), draft.start, frozen));
        (self.laid != key).then(|| {
            self.laid = key;
            record.catalog_in_force(self.list.over(&self.built_in, draft.start))
        })
    }

    /// Brings the table up to date.
    pub(super) fn prepare(&mut self, on: Date, currency: Currency) {
        let key = Some((self.history.revision(), on, currency));
        if self.tabled != key {
            self.tabled = key;
            self.table = Table::of(self.history.draft(), &self.list, &self.built_in, on, currency);
        }
    }

    /// What there is to show.
    pub(in crate::app) fn view(&self, is_open: bool) -> PricesView<'_> {
        PricesView {
            is_open,
            draft: self.history.draft(),
            problems: &self.problems,
            table: &self.table,
            unreadable: self.unreadable.as_deref(),
            import: self.import.as_ref(),
        }
    }

    /// Has the list written if it has changed. Returns when to look again, if something waits.
    pub(super) fn look(&mut self) -> Option<Duration> {
        self.saver.look(self.history.draft())
    }

    /// What there is to be told of writing it.
    pub(super) fn news(&mut self) -> Vec<SaveOutcome> {
        self.saver.news()
    }

    /// The window closes: what is not written yet is.
    pub(in crate::app) fn end(&mut self) {
        self.saver.end(self.history.draft());
    }

    fn parse(&mut self) {
        let revision = self.history.revision();
        if self.parsed != Some(revision) {
            let (list, problems) = self.history.draft().valid_part(&self.built_in);
            self.problems = wording::list_problems(&problems, self.history.draft(), &self.built_in);
            self.list = list;
            self.parsed = Some(revision);
        }
    }
}

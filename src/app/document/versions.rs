//! The open plan beside other versions of it: what another desk has written to its file, and copies that lie beside it.

use super::file_version::FileVersion;
use super::{Document, DocumentState};
use crate::catalog::Catalog;
use crate::document::{Draft, Edit, Merged, PlanEdit};
use crate::locale::english;
use crate::log::{Dossier, Log};
use crate::storage::Stamp;
use std::path::PathBuf;
use std::sync::Arc;

impl Document {
    /// Takes over what somebody else has written to the plan's file; undo brings back what was here, unless one of the two
    /// was issued, answered or revised meanwhile: nothing of that is undone. What happened at either desk stays.
    pub fn take_over(&mut self, theirs: Dossier, stamp: Stamp, catalog: &Catalog) {
        self.history.seal();
        let known = theirs.log.events().len();
        let base = self.merge_base();
        self.other = None;
        if theirs.log.issuing().eq(self.log.issuing()) && !self.is_issued() {
            // Undo brings back what was here, without what is in the file then.
            self.other = base.map(|base| FileVersion { base, theirs: Arc::new(theirs.draft.clone()) });
            self.apply(Edit::Plan(PlanEdit::Replace(Box::new(theirs.draft), english!("show their version"))), catalog);
            self.log.merge(&theirs.log);
            self.log_changed();
        } else {
            self.log.merge(&theirs.log);
            self.history.restart(theirs.draft);
            self.log_changed();
            self.derive(catalog);
        }
        self.history.seal();
        self.saved = Some(DocumentState(Arc::clone(self.history.draft()), known));
        self.stamp = Some(stamp);
    }

    /// Whether the file holds a version of another desk of which something is not in the plan. It is laid beside before the file is
    /// replaced.
    pub fn leaves_out(&self) -> bool {
        self.left_out().is_some()
    }

    fn left_out(&self) -> Option<&FileVersion> {
        self.other.as_ref().filter(|other| other.is_left_out_of(self.history.draft()))
    }

    /// What this plan and the one in its file were both made from, as far as that is known: as long as something of another desk's
    /// version is left out here, what was there before that version.
    pub fn merge_base(&self) -> Option<Arc<Draft>> {
        self.left_out().map(|other| Arc::clone(&other.base)).or_else(|| self.based_on())
    }

    /// The plan's file and what it held, for unsaved work that is kept: of a file of which something is left out nothing is known,
    /// so that it is laid beside whenever that work is saved.
    pub fn file_of_unsaved(&self) -> Option<(PathBuf, Stamp)> {
        let known = |held: Option<Stamp>| held.filter(|_| !self.leaves_out()).unwrap_or(Stamp::UNKNOWN);
        self.file().map(|(path, held)| (path, known(held)))
    }

    /// What this desk and another one have made of the plan, put together. None where the two are no one plan, or one of them is
    /// issued: what was issued is not changed.
    pub fn merged_with(&self, theirs: &Dossier) -> Option<Merged> {
        let base = self.merge_base().filter(|_| !self.is_issued() && theirs.record().current().is_none())?;
        Draft::merged(&base, self.history.draft(), &theirs.draft)
    }

    /// Goes on with what both desks did, as one step of undo; what happened at either stays. The file holds the other version.
    pub fn take_together(&mut self, draft: Draft, theirs: &Dossier, stamp: Stamp, catalog: &Catalog) {
        self.history.seal();
        let in_file = Arc::new(theirs.draft.clone());
        self.other = self.merge_base().map(|base| FileVersion { base, theirs: Arc::clone(&in_file) });
        self.log.merge(&theirs.log);
        let step = english!("put both versions together");
        self.apply(Edit::Plan(PlanEdit::Replace(Box::new(draft), step)), catalog);
        self.log_changed();
        self.history.seal();
        self.saved = Some(DocumentState(in_file, theirs.log.events().len()));
        self.stamp = Some(stamp);
    }

    /// What is here and what a copy of the plan holds, put together: what both were made from is not known, so that wherever they
    /// differ there is something to choose. None where one is issued and they differ, or where they are no one plan.
    pub fn merged_with_copy(&self, copy: &Dossier) -> Option<Merged> {
        let mine = self.history.draft();
        if **mine == copy.draft {
            return Some(Merged { draft: copy.draft.clone(), conflicts: Vec::new() });
        }
        let is_issued = self.is_issued() || copy.record().current().is_some();
        if is_issued { None } else { Draft::merged_with_copy(mine, &copy.draft) }
    }

    /// Goes on with this, as one step of undo; what happened to a copy of the plan stays. The file is what it was.
    pub fn take_copy(&mut self, draft: Draft, copy: &Dossier, catalog: &Catalog) {
        self.history.seal();
        if draft != **self.history.draft() {
            let step = english!("put both versions together");
            self.apply(Edit::Plan(PlanEdit::Replace(Box::new(draft), step)), catalog);
        }
        self.take_in(&copy.log, catalog);
        self.history.seal();
    }

    /// What happened to the plan elsewhere is part of it from now on. What was issued there is not undone here.
    pub(super) fn take_in(&mut self, log: &Log, catalog: &Catalog) {
        let was_issued = self.is_issued();
        self.log.merge(log);
        self.log_changed();
        if self.is_issued() && !was_issued {
            self.history.restart((**self.history.draft()).clone());
        }
        self.derive_again(catalog);
    }
}

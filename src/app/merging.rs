//! A plan that another desk has changed meanwhile: what both did is put together, and where both changed the same somebody
//! chooses.

use super::App;
use super::both_versions::BothVersions;
use super::jobs::{Stop, What};
use super::opened::Opened;
use crate::document::{Draft, Place, Value};
use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{Disk, Stamp};
use crate::ui::{Conflict, Dialog};
use crate::wording;
use eframe::egui;
use std::path::Path;

impl App {
    /// Reads the plan's file and puts what is there and what is here together.
    pub(super) fn read_and_merge(&mut self, ctx: &egui::Context) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let serial = self.serial;
        let read = move |disk: &Disk, _: &Stop| Opened::read(disk, &path);
        self.jobs.start(ctx, What::Open, read, move |app, ctx, ending| {
            if let Some(theirs) = app.heard(ending).filter(|_| serial == app.serial) {
                app.merge(ctx, theirs.dossier, theirs.stamp, false);
            }
        });
    }

    /// Puts a version of another desk and what is here together; where both changed the same it is asked about.
    pub(super) fn merge(&mut self, ctx: &egui::Context, theirs: Dossier, stamp: Stamp, is_saving: bool) {
        let Some(merged) = self.document.merged_with(&theirs) else {
            // Nothing is saved, so that nothing follows from it either.
            self.then = None;
            let text = tr!("The two versions cannot be put together; show theirs or keep yours, and both are kept");
            return self.tell(text, true);
        };
        if merged.conflicts.is_empty() {
            return self.finish_merge(ctx, merged.draft, &theirs, stamp, is_saving);
        }
        if self.dialog.is_some() {
            // What is being filled in is not taken away.
            (self.changed_elsewhere, self.then) = (true, None);
            let text = tr!("The plan is not saved: another desk has changed the same; save again, and you are asked");
            return self.tell(text, true);
        }
        let mine = self.document.history().draft();
        let conflict = |(place, value): &(Place, Value)| Conflict {
            name: wording::place(*place, mine, &self.catalog),
            mine: mine.at(*place).map(|mine| wording::field_value(*place, &mine, &self.catalog)).unwrap_or_default(),
            theirs: wording::field_value(*place, value, &self.catalog),
            is_theirs: false,
        };
        self.dialog = Some(Dialog::Merge(merged.conflicts.iter().map(conflict).collect()));
        self.merging = Some(BothVersions { theirs, stamp, is_saving, values: merged.conflicts });
    }

    /// Goes on with what was chosen. If there is something else to choose by now, it is asked once more.
    pub(super) fn merge_chosen(&mut self, ctx: &egui::Context, conflicts: &[Conflict]) {
        let Some(BothVersions { theirs, stamp, is_saving, values }) = self.merging.take() else { return };
        match self.document.merged_with(&theirs) {
            Some(merged) if merged.conflicts == values => {
                let chosen = values.into_iter().zip(conflicts).filter(|(_, conflict)| conflict.is_theirs);
                let draft = merged.draft.with(chosen.map(|(value, _)| value));
                self.finish_merge(ctx, draft, &theirs, stamp, is_saving);
            }
            _ => self.merge(ctx, theirs, stamp, is_saving),
        }
    }

    fn finish_merge(&mut self, ctx: &egui::Context, draft: Draft, theirs: &Dossier, stamp: Stamp, is_saving: bool) {
        self.document.take_together(draft, theirs, stamp, &self.catalog);
        self.changed_elsewhere = false;
        let text = tr!("What was changed here and at another desk is put together; undo brings back what was here");
        self.tell(text, false);
        if is_saving {
            self.save(ctx);
        }
    }
}

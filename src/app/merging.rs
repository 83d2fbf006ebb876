//! A plan of which there is another version, in its file or in a copy beside it: what was done to either is put together, and where
//! both changed the same somebody chooses.

use super::both_versions::{BothVersions, Origin};
use super::jobs::{Stop, What};
use super::opened::{Opened, Unopened};
use super::{App, Then};
use crate::document::{Draft, Merged, Place, Value};
use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{Disk, PlanCopy};
use crate::ui::{Conflict, CopyAnswer, Dialog, PassphraseUse};
use crate::wording;
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Reads the plan's file and puts what is there and what is here together.
    pub(super) fn read_and_merge(&mut self, ctx: &egui::Context) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let serial = self.serial;
        let read = move |disk: &Disk, _: &Stop| match Opened::read(disk, &path) {
            Err(Unopened::Locked(_)) => Ok(None),
            theirs => Ok(Some(theirs?)),
        };
        self.jobs.start(ctx, What::Open, read, move |app, ctx, ending| {
            match app.heard(ending).filter(|_| serial == app.serial) {
                Some(Some(theirs)) => {
                    app.merge(ctx, theirs.dossier, Origin::File { stamp: theirs.stamp, is_saving: false });
                }
                Some(None) => app.ask_passphrase(PassphraseUse::Merge, false),
                None => {}
            }
        });
    }

    /// Does with a copy of the plan that lies beside it what somebody wants.
    pub(super) fn answer_copy(&mut self, ctx: &egui::Context, copy: &PlanCopy, answer: CopyAnswer) {
        match answer {
            CopyAnswer::Merge => self.read_copy(ctx, copy.path.clone()),
            CopyAnswer::Open => self.replace_document(ctx, Then::Open(copy.path.clone())),
            CopyAnswer::Leave => {
                self.settings.see(copy.stamp);
                self.write_settings();
            }
        }
    }

    fn read_copy(&mut self, ctx: &egui::Context, path: PathBuf) {
        let serial = self.serial;
        let read = move |disk: &Disk, _: &Stop| Opened::look_at(disk, &path).map_err(String::from);
        self.jobs.start(ctx, What::Open, read, move |app, ctx, ending| {
            if let Some(theirs) = app.heard(ending).filter(|_| serial == app.serial) {
                app.merge(ctx, theirs.dossier, Origin::Copy(theirs.stamp));
            }
        });
    }

    fn merged(&self, theirs: &Dossier, origin: Origin) -> Option<Merged> {
        match origin {
            Origin::File { .. } => self.document.merged_with(theirs),
            Origin::Copy(_) => self.document.merged_with_copy(theirs),
        }
    }

    /// Puts another version and what is here together; where both changed the same it is asked about.
    pub(super) fn merge(&mut self, ctx: &egui::Context, theirs: Dossier, origin: Origin) {
        let Some(merged) = self.merged(&theirs, origin) else {
            // Nothing is saved, so that nothing follows from it either.
            self.then = None;
            let text = match origin {
                Origin::File { .. } => {
                    tr!("The two versions cannot be put together; show theirs or keep yours, and both are kept")
                }
                Origin::Copy(_) => tr!("The copy cannot be put together with this plan; open it to see what differs"),
            };
            return self.tell(text, true);
        };
        if merged.conflicts.is_empty() {
            return self.finish_merge(ctx, merged.draft, &theirs, origin);
        }
        if self.dialog.is_some() {
            // What is being filled in is not taken away.
            self.then = None;
            return match origin {
                Origin::Copy(_) => {}
                Origin::File { is_saving, .. } => {
                    self.changed_elsewhere = true;
                    if is_saving {
                        let text = tr!(
                            "The plan is not saved: another desk has changed the same; save again, and you are asked"
                        );
                        self.tell_until_saved(text.to_owned());
                    }
                }
            };
        }
        let mine = self.document.history().draft();
        let conflict = |(place, value): &(Place, Value)| Conflict {
            name: wording::place(*place, mine, &self.catalog),
            mine: mine.at(*place).map(|mine| wording::field_value(*place, &mine, &self.catalog)).unwrap_or_default(),
            theirs: wording::field_value(*place, value, &self.catalog),
            is_theirs: false,
        };
        self.dialog = Some(Dialog::Merge(merged.conflicts.iter().map(conflict).collect()));
        self.merging = Some(BothVersions { theirs, origin, values: merged.conflicts });
    }

    /// Goes on with what was chosen. If there is something else to choose by now, it is asked once more.
    pub(super) fn merge_chosen(&mut self, ctx: &egui::Context, conflicts: &[Conflict]) {
        let Some(BothVersions { theirs, origin, values }) = self.merging.take() else { return };
        match self.merged(&theirs, origin) {
            Some(merged) if merged.conflicts == values => {
                let chosen = values.into_iter().zip(conflicts).filter(|(_, conflict)| conflict.is_theirs);
                let draft = merged.draft.with(chosen.map(|(value, _)| value));
                self.finish_merge(ctx, draft, &theirs, origin);
            }
            _ => self.merge(ctx, theirs, origin),
        }
    }

    fn finish_merge(&mut self, ctx: &egui::Context, draft: Draft, theirs: &Dossier, origin: Origin) {
        match origin {
            Origin::File { stamp, is_saving } => {
                self.document.take_together(draft, theirs, stamp, &self.catalog);
                self.changed_elsewhere = false;
                let text =
                    tr!("What was changed here and at another desk is put together; undo brings back what was here");
                self.tell(text, false);
                if is_saving {
                    self.save(ctx);
                }
            }
            Origin::Copy(stamp) => {
                self.document.take_copy(draft, theirs, &self.catalog);
                self.settings.see(stamp);
                self.write_settings();
                let text = tr!("What the copy had is put together with this plan; undo brings back what was here");
                self.tell(text, false);
            }
        }
    }
}

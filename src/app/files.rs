//! Opening plans in the background, and what replaces the open one.

use super::acknowledged::Acknowledged;
use super::jobs::{Stop, What};
use super::opened::{Opened, Unopened};
use super::{App, Document, Then};
use crate::locale::tr;
use crate::storage::{self, Disk};
use crate::ui::{Dialog, PassphraseUse, Purpose, ViewState};
use crate::wording;
use eframe::egui;
use std::path::Path;

impl App {
    /// Opens a plan; if that fails, everything stays as it was and a message says why.
    pub(super) fn open(&mut self, ctx: &egui::Context, path: &Path) {
        self.open_with(ctx, path, false);
    }

    /// The same, after its passphrase was typed or before.
    pub(super) fn open_with(&mut self, ctx: &egui::Context, path: &Path, is_again: bool) {
        let (path, serial) = (path.to_owned(), self.serial);
        self.jobs.give_up_all(What::Open);
        let (of, places) = (path.clone(), self.surroundings.places.clone());
        self.jobs.start(
            ctx,
            What::Open,
            move |disk, _| Ok(Opened::read(disk, &of).map(|opened| opened.with_orphan(disk, places.as_ref()))),
            move |app, ctx, ending| {
                // Whoever has begun another plan meanwhile does not want this one any more.
                let opened = app.heard(ending).filter(|_| serial == app.serial);
                if let Some(opened) = opened.and_then(|opened| app.unlocked(opened, &path, is_again)) {
                    if app.document.is_unsaved() && !app.is_given_up() {
                        app.replace_document(ctx, Then::Show(Box::new(opened)));
                    } else {
                        app.show_opened(opened);
                    }
                }
            },
        );
    }

    pub(super) fn show_opened(&mut self, opened: Opened) {
        self.remember(&opened.path);
        if let Some(torn) = wording::torn_log(&opened.dossier.log) {
            self.tell(torn, true);
        }
        if let Some(orphan) = opened.orphan {
            return self.show_recovered(*orphan);
        }
        self.begin(Document::opened(opened.dossier, opened.path, opened.stamp, &self.catalog));
    }

    /// Puts another document in place of the open one.
    pub(super) fn begin(&mut self, document: Document) {
        self.forget_protecting();
        // That another plan was not saved is nobody's business in front of this one.
        self.notices.retain(|notice| !notice.until_saved);
        self.document = document.at(self.settings.here());
        (self.changed_elsewhere, self.given_up, self.merging) = (false, None, None);
        self.locked_save = None;
        self.open_at.clear();
        self.copies.clear();
        self.watch.look_again();
        self.keeps_mine = false;
        self.serial += 1;
        self.acknowledged = Acknowledged::default();
        self.forget_sheet();
        self.finder.forget();
        let ViewState { against, editor_width, split, client_view, client_step, chart_tables, mut due, .. } =
            self.state;
        due.is_open = false;
        let kept = ViewState {
            against,
            editor_width,
            client_view,
            client_step,
            chart_tables,
            split,
            due,
            ..ViewState::default()
        };
        self.state = kept;
    }

    /// Does what replaces the document, after asking about unsaved work.
    pub(super) fn replace_document(&mut self, ctx: &egui::Context, then: Then) {
        if self.holds_details() {
            return;
        }
        if self.document.is_unsaved() && !self.is_given_up() {
            self.then = Some(then);
            self.dialog = Some(Dialog::Unsaved);
        } else {
            self.go_on(ctx, then);
        }
    }

    pub(super) fn go_on(&mut self, ctx: &egui::Context, then: Then) {
        match then {
            Then::Quit => {
                self.quitting = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Then::Open(path) => self.open(ctx, &path),
            Then::Show(opened) => self.show_opened(*opened),
            Then::ChooseFile => self.ask_path(ctx, Purpose::Open),
            Then::NewPlan => self.show_start(),
        }
    }

    /// Whether the person has said that the plan as it is need not be saved.
    fn is_given_up(&self) -> bool {
        self.given_up.as_ref().is_some_and(|state| *state == self.document.state())
    }

    /// Does what was to follow saving, or asks again if there is more to save by now.
    pub(super) fn go_on_if_saved(&mut self, ctx: &egui::Context) {
        if let Some(then) = self.then.take() {
            self.replace_document(ctx, then);
        }
    }

    /// Closes the window if that waits for nothing any more.
    pub(super) fn go_on_if_finished(&mut self, ctx: &egui::Context) {
        let waits = self.then == Some(Then::Quit) && self.dialog.is_none() && !self.jobs.is_at(What::Choice);
        if waits && self.jobs.is_settled() && !self.jobs.has_something_to_finish() {
            self.go_on_if_saved(ctx);
        }
    }

    /// Goes on with what somebody else has written. What was not saved here is kept in a file beside it.
    pub(super) fn take_theirs(&mut self, ctx: &egui::Context) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let (mine, unsaved, serial) = (self.document.state(), self.document.is_unsaved(), self.serial);
        let plan = self.document.dossier();
        let work = move |disk: &Disk, _: &Stop| {
            let theirs = match Opened::read(disk, &path) {
                Err(Unopened::Locked(_)) => return Ok(None),
                theirs => theirs?,
            };
            let words = tr!(in "file name", "my version");
            let keep = || storage::write_beside(disk, &path, words, &plan);
            let copy = unsaved.then(keep).transpose().map_err(|error| error.to_string())?;
            Ok(Some((theirs, copy)))
        };
        self.jobs.start(ctx, What::Open, work, move |app, ctx, ending| {
            let Some(read) = app.heard(ending).filter(|_| serial == app.serial) else { return };
            let Some((theirs, copy)) = read else { return app.ask_passphrase(PassphraseUse::ShowTheirs, false) };
            if let Some(copy) = copy {
                app.tell(tr!("What you had not saved is kept as {name}", name = copy.display()), false);
            }
            if mine == app.document.state() {
                app.document.take_over(theirs.dossier, theirs.stamp, &app.catalog);
                app.changed_elsewhere = false;
            } else {
                // What was typed meanwhile is kept as well.
                app.take_theirs(ctx);
            }
        });
    }

    pub(super) fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.write_settings();
    }
}

//! Plans that are protected by a passphrase: asking for it, and putting it on or taking it off.

use super::App;
use super::jobs::{Stop, What};
use super::keeper;
use super::opened::Unopened;
use crate::locale::{tr, trn};
use crate::storage::{self, Disk, Orphan, Passphrase, Recovery, Rewritten};
use crate::ui::{Dialog, Notice, PassphraseForm, PassphraseUse, Purpose};
use eframe::egui;
use std::path::Path;

impl App {
    /// Asks for a passphrase; again, if one was typed that does not fit. Another question is not put aside for it.
    pub(super) fn ask_passphrase(&mut self, to: PassphraseUse, is_again: bool) {
        if self.dialog.is_some() {
            let text = tr!("A passphrase is asked for; close what is open here, and do it once more");
            (self.then, self.locked_save) = (None, None);
            return self.tell(text, true);
        }
        let problem = is_again.then(|| tr!("this is not its passphrase; type it again").to_owned());
        self.dialog = Some(Dialog::Passphrase(PassphraseForm { problem, ..PassphraseForm::new(to) }));
    }

    /// Asks what the plan is to be protected by.
    pub(super) fn ask_to_protect(&mut self) {
        let is_protected = storage::is_protected(self.document.history().draft().id);
        let to = if is_protected { PassphraseUse::Change } else { PassphraseUse::Protect };
        let folder = self.document.path().is_some().then_some(false);
        self.dialog = Some(Dialog::Passphrase(PassphraseForm { folder, ..PassphraseForm::new(to) }));
    }

    /// Goes on with the passphrase that was typed.
    pub(super) fn passphrase_typed(&mut self, ctx: &egui::Context, form: PassphraseForm) {
        let Some(passphrase) = Passphrase::new(&form.typed) else { return };
        if matches!(form.to, PassphraseUse::Protect | PassphraseUse::Change) {
            if form.again != form.typed {
                let problem = Some(tr!("the two are not the same; type them again").to_owned());
                self.dialog = Some(Dialog::Passphrase(PassphraseForm { problem, ..form }));
                return;
            }
            let is_whole_folder = form.folder == Some(true);
            return self.protect(ctx, Some(passphrase), is_whole_folder);
        }
        storage::learn(&passphrase);
        match form.to {
            PassphraseUse::Open(path) => self.open_with(ctx, &path, true),
            PassphraseUse::Recover => self.recover(ctx),
            PassphraseUse::Save => {
                if let Some((path, expected)) = self.locked_save.clone() {
                    self.save_to(ctx, path, expected);
                }
            }
            PassphraseUse::ShowTheirs => self.take_theirs(ctx),
            PassphraseUse::Merge => self.read_and_merge(ctx),
            PassphraseUse::Protect | PassphraseUse::Change | PassphraseUse::LetGo => {}
        }
    }

    /// Goes on without a passphrase: takes it off, or lets go of unsaved work that nobody can open.
    pub(super) fn no_passphrase(&mut self, ctx: &egui::Context, form: &PassphraseForm) {
        match form.to {
            PassphraseUse::Recover => {
                self.dialog = Some(Dialog::Passphrase(PassphraseForm::new(PassphraseUse::LetGo)));
            }
            PassphraseUse::LetGo => self.let_go_of_locked(ctx),
            _ => self.protect(ctx, None, form.folder == Some(true)),
        }
    }

    /// Protects the plan by this or by nothing from now on, unless its folder says how; what lies beside it follows once it is saved.
    fn protect(&mut self, ctx: &egui::Context, by: Option<Passphrase>, is_whole_folder: bool) {
        let Some(path) = self.document.path().map(Path::to_owned) else {
            self.decide(by.as_ref());
            return self.ask_path(ctx, Purpose::SavePlan);
        };
        let serial = self.serial;
        let look = move |disk: &Disk, _: &Stop| Ok(storage::is_in_protected_folder(disk, &path));
        self.jobs.start(ctx, What::Look, look, move |app, ctx, ending| {
            match app.heard(ending).filter(|_| serial == app.serial) {
                Some(true) if !is_whole_folder => app.tell(storage::folder_stays(), true),
                Some(_) if is_whole_folder => app.protect_folder(ctx, by),
                Some(_) => {
                    app.decide(by.as_ref());
                    app.save(ctx);
                }
                None => {}
            }
        });
    }

    /// What was decided and is not saved is given up.
    pub(super) fn forget_protecting(&mut self) {
        if std::mem::take(&mut self.protecting) {
            storage::forget_decision(self.document.history().draft().id);
        }
    }

    /// Says when another desk has taken the passphrase off the plan, however that comes to be known.
    pub(super) fn look_at_protection(&mut self) {
        let id = self.document.history().draft().id;
        let (was, now) = (self.was_protected, (id, storage::is_protected(id)));
        if was == (id, true) && !now.1 && !self.is_unprotecting {
            self.tell(tr!("Another desk has taken the passphrase off; the plan is not protected any more"), false);
        }
        (self.was_protected, self.is_unprotecting) = (now, self.is_unprotecting && now.1);
    }

    fn decide(&mut self, by: Option<&Passphrase>) {
        let id = self.document.history().draft().id;
        match by {
            Some(passphrase) => storage::protect(id, passphrase),
            None => storage::unprotect(id),
        }
        (self.protecting, self.is_unprotecting) = (true, by.is_none());
    }

    /// The plan is saved: what is kept of it besides is protected as it is.
    pub(super) fn protect_rest(&mut self, ctx: &egui::Context, path: &Path) {
        if !std::mem::take(&mut self.protecting) {
            return;
        }
        let (id, places, path) =
            (self.document.history().draft().id, self.surroundings.places.clone(), path.to_owned());
        let work = move |disk: &Disk, _: &Stop| Ok(storage::protect_rest(disk, places.as_ref(), &path, id));
        self.jobs.start(ctx, What::Protected, work, move |app, _, ending| {
            if let Some(rewritten) = app.heard(ending) {
                app.watch.look_again();
                app.tell_protected(1, storage::is_protected(id), &rewritten);
            }
        });
    }

    /// Protects all plans of the folder, or none of them any more. What is unsaved here stays so.
    fn protect_folder(&mut self, ctx: &egui::Context, by: Option<Passphrase>) {
        let Some(path) = self.document.path().map(Path::to_owned) else { return };
        let (serial, places, id) = (self.serial, self.surroundings.places.clone(), self.document.history().draft().id);
        self.is_unprotecting = by.is_none();
        self.when_free(ctx, What::Protected, &path.clone(), move |app, ctx| {
            let (of, is_protected) = (path.clone(), by.is_some());
            let work = move |disk: &Disk, _: &Stop| {
                let folder = storage::folder_of_plan(disk, &of);
                let rewritten = match &by {
                    Some(passphrase) => storage::protect_folder(disk, &folder, passphrase),
                    None => storage::unprotect_folder(disk, &folder),
                };
                let mut rewritten = rewritten.map_err(|error| error.to_string())?;
                rewritten.failed.extend(storage::protect_rest(disk, places.as_ref(), &of, id).failed);
                let own = rewritten.of(disk, &of);
                Ok((rewritten, own))
            };
            app.jobs.start_on(ctx, What::Protected, Some(&path), work, move |app, _, ending| {
                let Some((rewritten, own)) = app.heard(ending) else {
                    app.is_unprotecting = false;
                    return;
                };
                // What another desk had written meanwhile is still news.
                if let Some([held, holds]) = own.filter(|_| serial == app.serial)
                    && app.document.file().is_some_and(|(_, known)| known == Some(held))
                {
                    app.document.file_holds(holds);
                }
                app.watch.look_again();
                app.tell_protected(rewritten.plans.len(), is_protected, &rewritten);
            });
        });
    }

    fn tell_protected(&mut self, count: usize, is_protected: bool, rewritten: &Rewritten) {
        self.tell(protection_said(count as u64, is_protected), false);
        rewritten.failed.iter().for_each(|error| self.tell(error.to_string(), true));
    }

    /// Unsaved work that nobody can open is deleted.
    fn let_go_of_locked(&mut self, ctx: &egui::Context) {
        let Some(places) = self.surroundings.places.clone() else { return };
        let work = move |disk: &Disk, _: &Stop| {
            Recovery::forget_protected(disk, &places.recovery());
            Ok(())
        };
        self.jobs.start(ctx, What::Forgotten, work, |app, _, ending| _ = app.heard(ending));
    }

    /// Goes on with unsaved work on a protected plan.
    fn recover(&mut self, ctx: &egui::Context) {
        let Some(places) = self.surroundings.places.clone() else { return };
        let serial = self.serial;
        let look = move |disk: &Disk, _: &Stop| Ok(keeper::orphan(disk, &places, None));
        self.jobs.start(ctx, What::Open, look, move |app, _, ending| {
            match app.heard(ending).filter(|_| serial == app.serial) {
                Some(Some(orphan)) => app.show_recovered(orphan),
                Some(None) => app.ask_passphrase(PassphraseUse::Recover, true),
                None => {}
            }
        });
    }

    /// Shows unsaved work that came back. The old copy goes once there is a new one.
    pub(super) fn show_recovered(&mut self, orphan: Orphan) {
        let document = super::Document::recovered(orphan.dossier.clone(), orphan.file.clone(), &self.catalog);
        self.begin(document);
        self.keeper.keeps_in_place_of(orphan);
        let name = self.document.name();
        let text = tr!("{name} was not saved when the program last ended; here it is again", name);
        self.put_up(Notice { text, is_error: false, until_saved: true, written: None });
    }

    /// What came of opening a plan that may be protected: none if its passphrase is asked for, or if that is said.
    pub(super) fn unlocked<T>(&mut self, opened: Result<T, Unopened>, path: &Path, is_again: bool) -> Option<T> {
        match opened {
            Ok(opened) => Some(opened),
            Err(Unopened::Locked(_)) => {
                self.ask_passphrase(PassphraseUse::Open(path.to_owned()), is_again);
                None
            }
            Err(Unopened::Said(why)) => {
                self.tell(why, true);
                None
            }
        }
    }

    /// What is said of something that was written of the plan as it is now, or of plans: that no passphrase protects it, where one
    /// protects them.
    pub(super) fn said_of_export(&self, text: String, is_of_plans: bool) -> String {
        let is_protected = storage::is_protected(self.document.history().draft().id);
        let is_told = is_protected || (is_of_plans && storage::has_protected());
        let plain = tr!("It is not protected by the passphrase: anybody can read it");
        if is_told { format!("{text}. {plain}") } else { text }
    }
}

fn protection_said(count: u64, is_protected: bool) -> String {
    if is_protected {
        trn!(
            count,
            "{count} plan is protected. A lost passphrase is a lost plan",
            "{count} plans are protected. A lost passphrase is a lost plan",
            count
        )
    } else {
        trn!(count, "{count} plan is not protected any more", "{count} plans are not protected any more", count)
    }
}

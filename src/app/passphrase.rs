//! Plans that are protected by a passphrase: asking for it, and putting it on or taking it off.

use super::App;
use super::jobs::{Stop, What};
use super::keeper;
use super::opened::Unopened;
use crate::locale::{tr, trn};
use crate::storage::{self, Disk, Orphan, Passphrase};
use crate::ui::{Dialog, PassphraseForm, PassphraseUse, Purpose};
use eframe::egui;
use std::path::{Path, PathBuf};

impl App {
    /// Asks for a passphrase; again, if one was typed that does not fit.
    pub(super) fn ask_passphrase(&mut self, to: PassphraseUse, is_again: bool) {
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
        match &form.to {
            PassphraseUse::Open(path) => {
                storage::learn(passphrase);
                self.open_with(ctx, path, true);
            }
            PassphraseUse::Recover => {
                storage::learn(passphrase);
                self.recover(ctx);
            }
            PassphraseUse::Save => {
                storage::learn(passphrase);
                self.save(ctx);
            }
            PassphraseUse::Protect | PassphraseUse::Change if form.again != form.typed => {
                let problem = Some(tr!("the two are not the same; type them again").to_owned());
                self.dialog = Some(Dialog::Passphrase(PassphraseForm { problem, ..form }));
            }
            PassphraseUse::Protect | PassphraseUse::Change => {
                storage::protect(self.document.history().draft().id, passphrase.clone());
                self.protection_changed(ctx, form.folder == Some(true), Some(passphrase));
            }
        }
    }

    /// Takes the passphrase off.
    pub(super) fn unprotect(&mut self, ctx: &egui::Context, form: &PassphraseForm) {
        storage::unprotect(self.document.history().draft().id);
        self.protection_changed(ctx, form.folder == Some(true), None);
    }

    /// Writes the plan, and what lies beside it, as it is protected now.
    fn protection_changed(&mut self, ctx: &egui::Context, is_whole_folder: bool, passphrase: Option<Passphrase>) {
        self.keeper.keep_anew();
        let Some(path) = self.document.path().map(Path::to_owned) else {
            return self.ask_path(ctx, Purpose::SavePlan);
        };
        self.save(ctx);
        let (id, places) = (self.document.history().draft().id, self.surroundings.places.clone());
        self.when_free(ctx, What::Protected, &path.clone(), move |app, ctx| {
            let of = path.clone();
            let work = move |disk: &Disk, _: &Stop| {
                let is_protected = passphrase.is_some();
                let folder = of.parent().map(Path::to_owned).unwrap_or_default();
                if !is_protected && !is_whole_folder && storage::is_protected_folder(disk, &folder) {
                    return Err(storage::folder_stays().to_owned());
                }
                let count = match passphrase {
                    Some(passphrase) if is_whole_folder => storage::protect_folder(disk, &folder, &passphrase),
                    None if is_whole_folder => storage::unprotect_folder(disk, &folder),
                    _ => storage::protect_versions(disk, &of, id).map(|_| 1),
                };
                if is_protected && let Some(places) = places {
                    // They do not say whose they are.
                    storage::remove_older(disk, &places.sheets(), std::time::Duration::ZERO);
                }
                count.map(|count| (count, is_protected)).map_err(|error| error.to_string())
            };
            app.jobs.start_on(ctx, What::Protected, Some(&path), work, |app, _, ending| {
                if let Some((count, is_protected)) = app.heard(ending) {
                    app.watch.look_again();
                    app.tell(protection_said(count as u64, is_protected), false);
                }
            });
        });
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
        self.tell(tr!("{name} was not saved when the program last ended; here it is again", name), false);
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

    /// Tells that something of the plan was written which its passphrase does not protect.
    pub(super) fn tell_exported(&mut self, text: String, path: PathBuf) {
        let is_protected = storage::is_protected(self.document.history().draft().id);
        let plain = tr!("It is not protected by the passphrase: anybody can read it");
        self.tell_written(if is_protected { format!("{text}. {plain}") } else { text }, path);
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

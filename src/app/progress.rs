//! What really happened, written down and taken back.

use super::App;
use super::jobs::{Stop, What};
use crate::document::Serial;
use crate::locale;
use crate::progress::Fact;
use crate::storage::{self, Disk};
use crate::ui::{ProgressAction, ProgressForm, Purpose};
use crate::wording;
use eframe::egui;
use std::path::PathBuf;

impl App {
    pub(super) fn progress_action(&mut self, ctx: &egui::Context, action: ProgressAction) {
        match action {
            ProgressAction::Note(fact) => {
                if self.note(ctx, fact) {
                    self.state.progress.form = ProgressForm::default();
                    self.followed.undone.clear();
                }
            }
            ProgressAction::TakeBack(event) => {
                self.followed.noted.retain(|(noted, _)| *noted != event);
                self.take_back(ctx, event);
            }
            ProgressAction::ReadTable => self.ask_path(ctx, Purpose::Appointments),
        }
    }

    /// Takes back what was written down here last.
    pub(super) fn undo_note(&mut self, ctx: &egui::Context) {
        // What was taken back at another desk meanwhile is no step any more.
        while let Some((event, fact)) = self.followed.noted.pop() {
            if self.take_back(ctx, event) {
                return self.followed.undone.push(fact);
            }
        }
    }

    /// Writes down again what undo took back last.
    pub(super) fn redo_note(&mut self, ctx: &egui::Context) {
        if let Some(fact) = self.followed.undone.pop() {
            self.note(ctx, fact);
        }
    }

    /// Writes down what happened. A plan that is not being revised is saved with it.
    fn note(&mut self, ctx: &egui::Context, fact: Fact) -> bool {
        match self.document.note(fact.clone(), (self.surroundings.today)()) {
            Ok(event) => {
                self.followed.noted.push((event, fact));
                self.save_note(ctx);
                true
            }
            Err(error) => {
                self.state.progress.form.problem = Some(wording::capitalized(&wording::progress_error(&error)) + ".");
                false
            }
        }
    }

    /// Takes back what was written down by an event; false if that counts no more already.
    fn take_back(&mut self, ctx: &egui::Context, event: Serial) -> bool {
        let is_taken_back = self.document.take_back(event).is_ok();
        if is_taken_back {
            self.save_note(ctx);
        }
        is_taken_back
    }

    pub(super) fn save_note(&mut self, ctx: &egui::Context) {
        if self.document.is_issued() {
            self.save(ctx);
        }
    }

    /// Reads a table of appointments and writes down what is new in it.
    pub(super) fn read_appointments(&mut self, ctx: &egui::Context, path: PathBuf) {
        let serial = self.serial;
        let read = move |disk: &Disk, _: &Stop| storage::read_table(disk, &path).map_err(|error| error.to_string());
        self.jobs.start(ctx, What::Appointments, read, move |app, ctx, ending| match app.heard(ending) {
            Some(bytes) if serial == app.serial => app.take_appointments(ctx, &bytes),
            _ => {}
        });
    }

    fn take_appointments(&mut self, ctx: &egui::Context, bytes: &[u8]) {
        let (today, pack) = ((self.surroundings.today)(), locale::current().pack);
        let facts = self.document.dossier().appointments(bytes, today, &|day| pack.read_date(day));
        let facts = match facts {
            Ok(facts) => facts,
            Err(problems) => return self.tell(wording::appointment_problems(&problems).join("\n"), true),
        };
        let before = self.followed.noted.len();
        for fact in facts {
            if let Ok(event) = self.document.note(fact.clone(), today) {
                self.followed.noted.push((event, fact));
            }
        }
        self.followed.undone.clear();
        let noted = self.followed.noted.len() - before;
        if noted > 0 {
            self.save_note(ctx);
        }
        self.tell(wording::noted(noted), false);
    }
}

//! What really happened, written down and taken back.

use super::App;
use super::followed::FollowedKept;
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
                }
            }
            ProgressAction::TakeBack(event) => {
                let events = self.document.take_back_events(&[event]);
                self.noted(ctx, events);
            }
            ProgressAction::ReadTable => self.ask_path(ctx, Purpose::Appointments),
        }
    }

    /// Takes back what was written down or taken back here last, or with `true` what undo did last: that is then as it was, by
    /// whomever.
    pub(super) fn turn_noted(&mut self, ctx: &egui::Context, is_again: bool) {
        let FollowedKept { noted, undone, .. } = &mut self.followed;
        let (from, to) = if is_again { (undone, noted) } else { (noted, undone) };
        // What was taken back at another desk meanwhile is no step any more.
        while let Some(events) = from.pop() {
            let turned = self.document.take_back_events(&events);
            if !turned.is_empty() {
                to.push(turned);
                return self.save_note(ctx);
            }
        }
    }

    /// Writes down what happened. A plan that is not being revised is saved with it.
    fn note(&mut self, ctx: &egui::Context, fact: Fact) -> bool {
        match self.document.note(fact, (self.surroundings.today)(), &self.catalog) {
            Ok(event) => {
                self.noted(ctx, vec![event]);
                true
            }
            Err(error) => {
                self.state.progress.form.problem = Some(wording::capitalized(&wording::progress_error(&error)) + ".");
                false
            }
        }
    }

    /// Keeps these events as a step of undo.
    fn noted(&mut self, ctx: &egui::Context, events: Vec<Serial>) {
        if !events.is_empty() {
            self.followed.undone.clear();
            self.followed.noted.push(events);
            self.save_note(ctx);
        }
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
        let (document, catalog) = (&mut self.document, &self.catalog);
        let events: Vec<Serial> =
            facts.into_iter().filter_map(|fact| document.note(fact, today, catalog).ok()).collect();
        let noted = events.len();
        self.noted(ctx, events);
        self.tell(wording::noted(noted), false);
    }
}

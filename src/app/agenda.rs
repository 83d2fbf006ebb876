//! Days that are kept free, taken over from a calendar.

use super::App;
use super::jobs::{Stop, What};
use crate::agenda::{Agenda, AgendaError};
use crate::document::{Edit, Field, FreeOf, Place, Value};
use crate::storage::{self, Disk};
use crate::wording;
use eframe::egui;
use jiff::tz::TimeZone;
use std::path::PathBuf;

impl App {
    /// Reads a calendar and keeps the days of its events free.
    pub(super) fn read_calendar(&mut self, ctx: &egui::Context, path: PathBuf) {
        let serial = self.serial;
        let within = Agenda::days_of(self.document.history().draft());
        // Rules of what repeats can take their time.
        let read = move |disk: &Disk, _: &Stop| {
            let bytes = storage::read_calendar(disk, &path).map_err(|error| error.to_string())?;
            Ok(Agenda::read(&bytes, &within, &TimeZone::system()))
        };
        self.jobs.start(ctx, What::Calendar, read, move |app, _, ending| match app.heard(ending) {
            Some(agenda) if serial == app.serial => app.take_calendar(agenda),
            _ => {}
        });
    }

    fn take_calendar(&mut self, agenda: Result<Agenda, AgendaError>) {
        let draft = self.document.history().draft();
        let agenda = match agenda {
            Ok(agenda) => agenda,
            Err(error) => return self.tell(wording::no_agenda(error), true),
        };
        let joined = agenda.joined_to(&draft.time_off, FreeOf::Visits);
        let said = wording::taken_over(&agenda, &joined);
        if joined.added > 0 {
            self.edit(Edit::Set(Place::Plan(Field::TimeOff), Value::TimeOff(joined.all)));
        }
        self.tell(said, false);
    }
}

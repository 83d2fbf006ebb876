//! What comes of work in the background, taken into the window.

use super::App;
use super::jobs::{Ending, What};
use super::latest::Latest;
use crate::locale::tr;
use eframe::egui;
use std::path::Path;

impl App {
    /// Takes what came of jobs.
    pub(super) fn take_results(&mut self, ctx: &egui::Context) {
        while let Some(next) = self.jobs.next() {
            next(self, ctx);
        }
        self.go_on_if_finished(ctx);
    }

    /// Begins to write a file at once, or as soon as no other job is writing it.
    pub(super) fn when_free(
        &mut self,
        ctx: &egui::Context,
        what: What,
        path: &Path,
        begin: impl FnOnce(&mut Self, &egui::Context) + 'static,
    ) {
        if self.jobs.writes(path) {
            self.jobs.when_free(what, path, begin);
        } else {
            begin(self, ctx);
        }
    }

    /// What a job came to, if it was done; else it is said why not.
    pub(super) fn heard<T>(&mut self, ending: Ending<T>) -> Option<T> {
        match ending {
            Ending::Done(result) => Some(result),
            Ending::Failed(why) => {
                self.tell(why, true);
                None
            }
            Ending::GivenUp(_) => None,
        }
    }

    /// Gives a job up, and what was to follow it.
    pub(super) fn cancel_job(&mut self, id: u64) {
        if self.jobs.give_up(id) == Some(What::PrintedSheet) {
            self.tell(tr!("Printing was given up; what the printer has already may still come out of it"), false);
        }
        self.then = None;
    }

    /// Whether nothing is on its way to or from the disk, for tests.
    pub fn is_settled(&self) -> bool {
        self.jobs.is_settled()
            && self.ranges.is_idle()
            && self.finder.is_idle()
            && self.settings_writer.as_ref().is_none_or(Latest::is_idle)
    }
}

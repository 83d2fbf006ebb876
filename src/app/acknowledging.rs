//! What a clinician decides, acknowledged and taken back.

use super::App;
use super::acknowledged::Now;
use crate::record::Matter;
use eframe::egui;
use std::sync::Arc;

impl App {
    /// The plan as it is, to which steps of acknowledging belong.
    pub(super) fn now(&self) -> Now {
        Now { draft: Arc::clone(self.document.history().draft()), changes: self.document.changes() }
    }

    /// Writes down that a clinician has decided something, or takes that back. A plan that is not being revised is saved with it.
    pub(super) fn acknowledge(&mut self, ctx: &egui::Context, matter: &Matter, is_so: bool) {
        let events = self.document.acknowledge(matter, is_so);
        if !events.is_empty() {
            self.document.seal();
            self.acknowledged.push(self.now(), events);
            self.save_note(ctx);
        }
    }

    /// Takes the last step of acknowledging back, or with `true` does it again; false if there is none since the plan was last
    /// changed.
    pub(super) fn turn_acknowledged(&mut self, ctx: &egui::Context, is_again: bool) -> bool {
        let now = self.now();
        while let Some(events) = self.acknowledged.pop(&now, is_again) {
            // What another desk has taken back meanwhile is no step any more.
            let turned = self.document.take_back_events(&events);
            if !turned.is_empty() {
                self.acknowledged.turned(now, turned, is_again);
                self.save_note(ctx);
                return true;
            }
        }
        false
    }
}

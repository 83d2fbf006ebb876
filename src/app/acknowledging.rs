//! What a clinician decides, acknowledged and taken back.

use super::App;
use super::acknowledged::{Acknowledged, Version};
use crate::record::Matter;
use eframe::egui;

impl App {
    /// The version of the plan that steps of acknowledging belong to.
    pub(super) fn acknowledged_of(&self) -> Version {
        (self.serial, self.document.history().revision())
    }

    /// Writes down that a clinician has decided something, or takes that back.
    pub(super) fn acknowledge(&mut self, ctx: &egui::Context, matter: Matter, is_so: bool) {
        if !self.write_acknowledged(ctx, &matter, is_so) {
            return;
        }
        let of = self.acknowledged_of();
        if self.acknowledged.of != of {
            self.acknowledged = Acknowledged { of, ..Acknowledged::default() };
        }
        self.document.seal();
        self.acknowledged.done.push((matter, is_so));
        self.acknowledged.undone.clear();
    }

    /// Takes the last step of acknowledging back; false if there is none since the plan was last changed.
    pub(super) fn undo_acknowledged(&mut self, ctx: &egui::Context) -> bool {
        let step = if self.acknowledged.steps(self.acknowledged_of()).0 { self.acknowledged.done.pop() } else { None };
        let Some((matter, was_so)) = step else { return false };
        self.write_acknowledged(ctx, &matter, !was_so);
        self.acknowledged.undone.push((matter, was_so));
        true
    }

    /// Makes the last undone step of acknowledging again; false if there is none.
    pub(super) fn redo_acknowledged(&mut self, ctx: &egui::Context) -> bool {
        let step =
            if self.acknowledged.steps(self.acknowledged_of()).1 { self.acknowledged.undone.pop() } else { None };
        let Some((matter, is_so)) = step else { return false };
        self.write_acknowledged(ctx, &matter, is_so);
        self.acknowledged.done.push((matter, is_so));
        true
    }

    /// Writes it into the log; false if it stands there so. A plan that is not being revised is saved with it.
    fn write_acknowledged(&mut self, ctx: &egui::Context, matter: &Matter, is_so: bool) -> bool {
        let changed = self.document.acknowledge(matter, is_so);
        if changed {
            self.save_note(ctx);
        }
        changed
    }
}

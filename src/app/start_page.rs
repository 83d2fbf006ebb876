//! The start page: when it is shown, what it needs to know, and the plans that begin there.

use super::jobs::What;
use super::{App, Document};
use crate::catalog::ConcernId;
use crate::document::Profile;
use crate::storage::{self, Disk};
use crate::ui::StartForm;
use eframe::egui;
use std::collections::BTreeMap;

impl App {
    /// Shows the start page over the plan there is, and over whatever was looked at.
    pub(super) fn show_start(&mut self) {
        self.leave_sheet();
        self.close_pages();
        self.state.client_view = false;
        self.state.start = Some(StartForm { is_first: self.is_first, ..StartForm::default() });
        self.recent_days = None;
    }

    /// Begins a plan for a concern: with options for this client, or as the worked example.
    pub(super) fn begin_plan(&mut self, concern: &ConcernId, client: Option<&Profile>) {
        if let Some(concern) = self.catalog.concern(concern) {
            let draft = self.new_plan(concern, client);
            self.begin(Document::new(draft, &self.catalog));
        }
    }

    /// Begins the plan that nobody has touched yet anew, in the currency and with the tax that are usual now.
    pub(super) fn begin_anew_if_untouched(&mut self) {
        if self.state.start.is_none() || self.document.path().is_some() || self.document.is_unsaved() {
            return;
        }
        if let Some(concern) = self.catalog.concerns.first() {
            let draft = self.new_plan(concern, None);
            self.document = Document::new(draft, &self.catalog).at(self.settings.here());
            self.serial += 1;
        }
    }

    /// Looks once, while the start page is shown, for when the recent plans were written.
    pub(super) fn look_at_recent(&mut self, ctx: &egui::Context) {
        if self.state.start.is_none() || self.recent_days.is_some() {
            return;
        }
        self.recent_days = Some(BTreeMap::new());
        let recent = self.settings.recent.clone();
        let look = move |disk: &Disk, _: &_| {
            let day = |path: std::path::PathBuf| storage::written_on(disk, &path).map(|day| (path, day));
            Ok(recent.into_iter().filter_map(day).collect())
        };
        self.jobs.start(ctx, What::Look, look, |app, _, ending| {
            if let Some(days) = app.heard(ending) {
                app.recent_days = Some(days);
            }
        });
    }
}

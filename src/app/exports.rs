//! Exports: tables, charts and calendars to files and to the clipboard, through the same door as the command line.

use super::App;
use super::jobs::{Stop, What};
use crate::document::Mark;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::report::calendar::Contents;
use crate::report::export::{Export, ExportInput};
use crate::report::{BuiltIn, PlanResults};
use crate::simulate::{Precision, Simulator};
use crate::storage::{self, Disk, SystemTypefaces};
use eframe::egui;
use resvg::tiny_skia::Pixmap;
use std::path::PathBuf;

impl App {
    /// Puts a table on the clipboard.
    pub(super) fn copy_table(&mut self, ctx: &egui::Context, kind: Export) {
        match self.with_subject(|subject| kind.bytes(subject)) {
            Some(Ok(bytes)) => ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned()),
            Some(Err(error)) => self.tell(error.to_string(), true),
            None => {}
        }
    }

    /// Draws the picture of a chart as it is exported, in the background, and puts it on the clipboard.
    pub(super) fn copy_picture(&mut self, ctx: &egui::Context, kind: Export) {
        let Some(bytes) = self.bytes_of(kind) else { return };
        let work = move |disk: &Disk, _: &Stop| {
            let picture = Pixmap::decode_png(&bytes(disk)?).map_err(|error| error.to_string())?;
            let size = [picture.width() as usize, picture.height() as usize];
            Ok(egui::ColorImage::from_rgba_premultiplied(size, picture.data()))
        };
        // Of several that are asked for, the newest is what is wanted.
        self.jobs.give_up_all(What::Picture);
        self.jobs.start(ctx, What::Picture, work, |app, ctx, ending| {
            if let Some(picture) = app.heard(ending) {
                ctx.copy_image(picture);
            }
        });
    }

    /// The name that is offered for an export.
    pub(super) fn export_name(&self, kind: Export) -> Option<String> {
        self.with_subject(|subject| kind.file_name(subject))
    }

    /// Writes the export in the background.
    pub(super) fn export_to(&mut self, ctx: &egui::Context, kind: Export, path: PathBuf) {
        if let Some(bytes) = self.bytes_of(kind) {
            self.write_export(ctx, path, bytes, false);
        }
    }

    /// Makes what is exported of the plan, or of several plans, and writes it, in the background.
    pub(super) fn write_export(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        bytes: impl FnOnce(&Disk) -> Result<Vec<u8>, String> + Send + 'static,
        is_of_plans: bool,
    ) {
        let told = self.said_of_export(tr!("Exported to {name}", name = path.display()), is_of_plans);
        let to = path.clone();
        let work = move |disk: &Disk, stop: &Stop| {
            let bytes = bytes(disk)?;
            stop.before(tr!("Nothing was exported"))?;
            storage::write_private(disk, &to, &bytes).map_err(|error| error.to_string())
        };
        self.when_free(ctx, What::Export, &path.clone(), move |app, ctx| {
            app.jobs.start_on(ctx, What::Export, Some(&path.clone()), work, move |app, _, ending| {
                if app.heard(ending).is_some() {
                    app.tell_written(told, path);
                }
            });
        });
    }

    /// What makes an export of the plan as it is now, for a thread of its own; none while there is nothing worked out.
    fn bytes_of(&self, kind: Export) -> Option<impl FnOnce(&Disk) -> Result<Vec<u8>, String> + Send + use<>> {
        let (evaluation, option) = self.exported()?;
        let (catalog, record) = (self.catalog.clone(), self.document.record().clone());
        Some(move |disk: &Disk| {
            let made = jiff::Zoned::now();
            let evaluation = evaluation.simulated(&mut Simulator::default(), Precision::RESTING);
            let subject = ExportInput {
                plan: PlanResults::of(&evaluation, &catalog).acknowledging(record.acknowledged()),
                option,
                record: &record,
                contents: Contents::default(),
                made: &made,
                typefaces: &SystemTypefaces::new(disk),
            };
            kind.bytes(&subject).map_err(|error| error.to_string())
        })
    }

    /// What is exported, and the option of which a calendar is: of what is in sight. That is the plan with the selected option and
    /// the concern that is looked at in front, or, where it is shown how an option goes on, what is expected of that now.
    fn exported(&self) -> Option<(Evaluation, Option<Mark>)> {
        let is_shown = self.state.is_following() && self.sheet.shown.is_none();
        match self.followed.view().followed.filter(|_| is_shown) {
            Some(Ok(followed)) => return Some((followed.expected.clone(), Some(followed.typed().mark))),
            // What is expected cannot be worked out, which the page says.
            Some(Err(_)) => return None,
            None => {}
        }
        let seen = self.state.seen_in(self.document.history().draft());
        // What has no price yet is not handed out without it.
        let priced = self.document.evaluation().filter(|evaluation| !evaluation.estimate.unpriced);
        Some((priced?.looked_at(seen), self.selected().map(|option| option.mark)))
    }

    /// What an export is made from; none while there is nothing worked out. A calendar is of the selected option.
    fn with_subject<T>(&self, take: impl FnOnce(&ExportInput<'_>) -> T) -> Option<T> {
        let made = jiff::Zoned::now();
        let (evaluation, option) = self.exported()?;
        let evaluation = evaluation.simulated(&mut Simulator::default(), Precision::RESTING);
        Some(take(&ExportInput {
            plan: PlanResults::of(&evaluation, &self.catalog).acknowledging(self.document.record().acknowledged()),
            option,
            record: self.document.record(),
            contents: Contents::default(),
            made: &made,
            typefaces: &BuiltIn,
        }))
    }
}

//! Exports: tables, charts and calendars to files and to the clipboard, through the same door as the command line.

use super::App;
use super::jobs::{Stop, What};
use crate::locale::tr;
use crate::report::calendar::Contents;
use crate::report::export::{Export, ExportInput};
use crate::report::{BuiltIn, PlanResults};
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

    /// Copies the picture of a chart as it is exported.
    pub(super) fn copy_picture(&mut self, ctx: &egui::Context, kind: Export) {
        let picture = match self.with_subject(|subject| kind.bytes(subject)) {
            Some(Ok(bytes)) => Pixmap::decode_png(&bytes).map_err(|error| error.to_string()),
            Some(Err(error)) => Err(error.to_string()),
            None => return,
        };
        match picture {
            Ok(picture) => {
                let size = [picture.width() as usize, picture.height() as usize];
                ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, picture.data()));
            }
            Err(why) => self.tell(why, true),
        }
    }

    /// The name that is offered for an export.
    pub(super) fn export_name(&self, kind: Export) -> Option<String> {
        self.with_subject(|subject| kind.file_name(subject))
    }

    /// Writes the export in the background.
    pub(super) fn export_to(&mut self, ctx: &egui::Context, kind: Export, path: PathBuf) {
        let Some(evaluation) = self.document.evaluation().cloned() else { return };
        let (catalog, option) = (self.catalog.clone(), self.selected().map(|option| option.mark));
        let to = path.clone();
        let work = move |disk: &Disk, stop: &Stop| {
            let made = jiff::Zoned::now();
            let (plan, contents) = (PlanResults::of(&evaluation, &catalog), Contents::default());
            let subject = ExportInput { plan, option, contents, made: &made, typefaces: &SystemTypefaces::new(disk) };
            let bytes = kind.bytes(&subject).map_err(|error| error.to_string())?;
            stop.before(tr!("Nothing was exported"))?;
            storage::write_private(disk, &to, &bytes).map_err(|error| error.to_string())
        };
        self.when_free(ctx, What::Export, &path.clone(), move |app, ctx| {
            app.jobs.start_on(ctx, What::Export, Some(&path.clone()), work, move |app, _, ending| {
                if app.heard(ending).is_some() {
                    app.tell_written(tr!("Exported to {name}", name = path.display()), path);
                }
            });
        });
    }

    /// What an export is made from; none while there is nothing worked out. A calendar is of the selected option.
    fn with_subject<T>(&self, take: impl FnOnce(&ExportInput<'_>) -> T) -> Option<T> {
        let made = jiff::Zoned::now();
        let plan = PlanResults::of(self.document.evaluation()?, &self.catalog);
        let option = self.selected().map(|option| option.mark);
        Some(take(&ExportInput { plan, option, contents: Contents::default(), made: &made, typefaces: &BuiltIn }))
    }
}

//! The price list as a table: out of the program, and into it after a look at what it would change.

use crate::app::App;
use crate::app::jobs::{Stop, What};
use crate::locale::{self, tr};
use crate::price_list::{ListEdit, PriceListDraft, csv};
use crate::storage::{self, Disk};
use crate::ui::{Dialog, PriceImport, PricePreview, Purpose};
use eframe::egui;
use std::path::PathBuf;

impl App {
    /// Asks which table to import.
    pub(in crate::app) fn choose_price_table(&mut self, ctx: &egui::Context) {
        self.state.prices.is_open = true;
        self.ask_path(ctx, Purpose::ImportPrices);
    }

    /// Asks where to put the list as a table.
    pub(in crate::app) fn choose_where_to_export_prices(&mut self, ctx: &egui::Context) {
        if self.prices.problems().is_empty() {
            return self.ask_path(ctx, Purpose::ExportPrices);
        }
        self.state.prices.is_open = true;
        self.tell(tr!("Mend what is marked in the price list first; a table holds valid values only"), true);
    }

    /// Reads a table and shows what it would change. Nothing is taken over yet.
    pub(in crate::app) fn preview_price_table(&mut self, ctx: &egui::Context, path: PathBuf) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let read = move |disk: &Disk, _: &Stop| storage::read_table(disk, &path).map_err(|error| error.to_string());
        self.jobs.start(ctx, What::Prices, read, move |app, _, ending| {
            if let Some(bytes) = app.heard(ending) {
                app.show_price_table(name, &bytes);
            }
        });
    }

    fn show_price_table(&mut self, name: String, bytes: &[u8]) {
        let draft = self.document.history().draft();
        let outcome =
            csv::import(bytes, self.prices.built_in(), &|day| locale::current().pack.read_date(day)).map(|list| {
                PricePreview {
                    changes: self.prices.list().changes(&list),
                    // What is issued keeps its prices, whatever a list says.
                    effect: self.document.record().effect(
                        draft,
                        self.catalog.clone(),
                        list.over(self.prices.built_in(), draft.start),
                    ),
                    draft: PriceListDraft::from(&list),
                }
            });
        self.prices.import = Some(PriceImport { name, outcome });
        self.dialog = Some(Dialog::PriceImport);
    }

    /// Takes the table over whose preview is shown, if it is valid. Undo brings back what was here.
    pub(in crate::app) fn take_price_table(&mut self) {
        let Some(PriceImport { outcome: Ok(preview), .. }) = self.prices.import.take() else { return };
        // Whoever takes a whole list has given up one that cannot be read.
        self.prices.begin_anew();
        self.prices.seal();
        self.prices.apply(ListEdit::Import(Box::new(preview.draft)));
        self.prices.seal();
    }

    /// Writes the list as a table, in the background.
    pub(in crate::app) fn export_prices(&mut self, ctx: &egui::Context, path: PathBuf) {
        let usual = self.state.prices.currency.unwrap_or(self.document.history().draft().currency);
        let table = match csv::file(self.prices.list(), self.prices.built_in(), usual, &path) {
            Ok(table) => table,
            Err(error) => return self.tell(error.to_string(), true),
        };
        let to = path.clone();
        let work =
            move |disk: &Disk, _: &Stop| storage::write_private(disk, &to, &table).map_err(|error| error.to_string());
        self.when_free(ctx, What::Export, &path.clone(), move |app, ctx| {
            app.jobs.start_on(ctx, What::Export, Some(&path.clone()), work, move |app, _, ending| {
                if app.heard(ending).is_some() {
                    app.tell(tr!("The price list lies in {name}", name = path.display()), false);
                }
            });
        });
    }
}

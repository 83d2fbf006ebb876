//! The price list as a table: out of the program, and into it after a look at what it would change.

use crate::app::App;
use crate::evaluation::Effect;
use crate::locale::{mark, tr};
use crate::price_list::{ListEdit, PriceListDraft, csv};
use crate::storage;
use crate::ui::{Dialog, PriceImport, PricePreview};
use eframe::egui;
use std::path::{Path, PathBuf};

/// The name that is offered.
const NAME: &str = "price-list.csv";

impl App {
    /// Asks which table to import.
    pub(in crate::app) fn choose_price_table(&mut self, ctx: &egui::Context) {
        self.state.prices.is_open = true;
        if self.surroundings.native_dialogs {
            self.jobs.choose_price_table(ctx);
        } else {
            self.dialog = Some(Dialog::ImportPrices(self.offered_table()));
        }
    }

    /// Asks where to put the list as a table.
    pub(in crate::app) fn choose_where_to_export_prices(&mut self, ctx: &egui::Context) {
        if !self.prices.problems().is_empty() {
            self.state.prices.is_open = true;
            return self
                .tell(tr!("Mend what is marked in the price list first; a table holds valid values only"), true);
        }
        if self.surroundings.native_dialogs {
            self.jobs.choose_where_to_export_prices(ctx, NAME);
        } else {
            self.dialog = Some(Dialog::ExportPrices(self.offered_table()));
        }
    }

    fn offered_table(&self) -> String {
        let folder = self.document.path().and_then(Path::parent).map(Path::to_owned);
        folder.or_else(storage::documents).unwrap_or_default().join(NAME).display().to_string()
    }

    /// Reads a table and shows what it would change. Nothing is taken over yet.
    pub(in crate::app) fn preview_price_table(&mut self, path: &Path) {
        let bytes = match storage::read_price_table(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.tell(error.to_string(), true),
        };
        let draft = self.document.history().draft();
        let outcome = csv::import(&bytes, self.prices.built_in()).map(|list| PricePreview {
            changes: self.prices.list().changes(&list),
            // What is issued keeps its prices, whatever a list says.
            effect: Effect::of(
                draft,
                &self.catalog,
                &draft.catalog_in_force(list.over(self.prices.built_in(), draft.start)),
            ),
            draft: PriceListDraft::from(&list),
        });
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.prices.import = Some(PriceImport { name, outcome });
        self.dialog = Some(Dialog::PriceImport);
    }

    /// Takes the table over whose preview is shown, if it is valid. Undo brings back what was here.
    pub(in crate::app) fn take_price_table(&mut self) {
        let Some(PriceImport { outcome: Ok(preview), .. }) = self.prices.import.take() else { return };
        // Whoever takes a whole list has given up one that cannot be read.
        self.prices.begin_anew();
        self.prices.seal();
        self.prices.apply(ListEdit::Replace(Box::new(preview.draft), mark!("import price list")));
        self.prices.seal();
    }

    /// Writes the list to a path as typed, after asking if there is a file already.
    pub(in crate::app) fn export_prices_typed(&mut self, path: &str) {
        let path = with_ending(storage::absolute(Path::new(path)));
        if storage::exists(&path) {
            self.dialog = Some(Dialog::OverwriteTable(path));
        } else {
            self.export_prices(&path);
        }
    }

    /// Writes the list as a table.
    pub(in crate::app) fn export_prices(&mut self, path: &Path) {
        let written = csv::export(self.prices.list(), self.prices.built_in())
            .map_err(|error| error.to_string())
            .and_then(|table| storage::write_private(path, &table).map_err(|error| error.to_string()));
        match written {
            Ok(()) => self.tell(tr!("The price list lies in {name}", name = path.display()), false),
            Err(error) => self.tell(error, true),
        }
    }
}

/// The path with the ending of tables, if it has none.
pub(in crate::app) fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() { path.with_extension("csv") } else { path }
}

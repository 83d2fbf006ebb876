//! The clinic's price list: what each of its actions does, and the catalogue that follows from it.

mod book;
mod saver;
mod tables;

pub(super) use book::PriceBook;

use super::App;
use super::templates::Templates;
use crate::catalog::Concern;
use crate::document::{Draft, Profile};
use crate::locale::tr;
use crate::price_list::ListEdit;
use crate::storage;
use crate::wording;
use eframe::egui;
use saver::SaveOutcome;

impl App {
    /// Lays the list over the catalogue anew if it, the plan's first day or what is frozen of it has changed, and works the
    /// plan out again.
    pub(super) fn reprice(&mut self) {
        if let Some(catalog) = self.prices.laid_over(self.document.history().draft(), self.document.record()) {
            (self.catalog, self.templates) = (catalog, Templates::default());
            self.document.derive_again(&self.catalog);
            self.finder.forget();
            self.stop.forget();
            self.followed.forget();
            self.due.forget();
        }
    }

    /// A plan for a concern, and a client if there is one already, that begins today, with the clinic's prices and defaults.
    pub(super) fn new_plan(&self, concern: &Concern, client: Option<&Profile>) -> Draft {
        let today = (self.surroundings.today)();
        let catalog = self.prices.list().over(self.prices.built_in(), today);
        wording::beginning(storage::new_plan(), &catalog, (concern, client), (today, self.settings.locale.currency))
    }

    /// Changes the price list, as a view would.
    pub fn edit_prices(&mut self, edit: ListEdit) {
        self.prices.apply(edit);
    }

    /// Goes on without the file that cannot be read.
    pub(super) fn begin_price_list(&mut self) {
        self.prices.begin_anew();
    }

    /// Shows the list in place of the plan, or the plan again.
    pub(super) fn toggle_prices(&mut self) {
        self.state.prices.is_open = !self.state.prices.is_open;
        self.prices.seal();
        // The list says by itself what the message at the start says.
        let warning = self.prices.warning();
        self.notices.retain(|notice| Some(&notice.text) != warning.as_ref());
    }

    /// Brings the table up to date if it is shown.
    pub(super) fn prepare_prices(&mut self) {
        if self.state.prices.is_open {
            let draft = self.document.history().draft();
            self.prices.prepare(draft.start, self.state.prices.currency.unwrap_or(draft.currency));
        }
    }

    /// Has changes written, and says what came of it.
    pub(super) fn keep_prices(&mut self, ctx: &egui::Context) {
        for news in self.prices.news() {
            match news {
                SaveOutcome::KeptAside(copy) => {
                    let name = copy.display();
                    self.tell(tr!("The price list's file held something else; it is kept as {name}", name), false);
                }
                SaveOutcome::Failed(why) => self.tell(tr!("The price list cannot be saved: {why}", why), true),
            }
        }
        if let Some(wait) = self.prices.look() {
            ctx.request_repaint_after(wait);
        }
    }
}

//! What money depends on: currency, fee, tax, discount and price growth.

use crate::document::{Edit, Field, Place, PlanEdit};
use crate::locale::{english, tr};
use crate::ui::kit;
use crate::ui::theme::Palette;
use crate::ui::{Action, View, ViewState};
use crate::units::{Currency, TaxMode};
use crate::wording;
use egui::{RichText, Ui};

/// After a change of currency the catalogue's prices may be missing: offers to go on with their figures.
fn prices_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(from) = state.offer_prices else { return };
    let draft = view.draft;
    let options = draft.with_own_prices(view.catalog, from);
    if options == draft.options || from == draft.currency {
        return;
    }
    let text = tr!("Some prices are not known in {currency}", currency = draft.currency.code());
    ui.label(RichText::new(text).color(Palette::of(ui).warning));
    if ui.button(tr!("Keep the {currency} figures as your own", currency = from.code())).clicked() {
        actions.push(Action::Edit(Edit::Plan(PlanEdit::Options(options, english!("keep the figures")))));
        state.offer_prices = None;
    }
}

/// Currencies offered; a plan file may hold any other.
const CURRENCIES: [&str; 12] = ["USD", "GBP", "EUR", "AUD", "CAD", "NZD", "CHF", "SEK", "JPY", "INR", "AED", "SGD"];

/// The currencies to choose from, with the one there is.
pub(in crate::ui) fn currencies(own: Option<Currency>) -> impl Iterator<Item = Currency> {
    let other = own.filter(|own| !CURRENCIES.contains(&own.code()));
    CURRENCIES.iter().filter_map(|code| Currency::from_code(code)).chain(other)
}

pub(super) fn money_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let draft = view.draft;
    let built_in = view.catalog.currencies();
    let name = |currency: &Currency| {
        let (code, name) = (currency.code(), wording::currency_name(currency));
        if built_in.contains(currency) {
            tr!("{code} · {name}, built-in prices", code, name)
        } else {
            format!("{code} · {name}")
        }
    };
    let currency = (Place::Plan(Field::Currency), tr!("Currency"));
    if kit::chosen(ui, view, currency, (&draft.currency, currencies(Some(draft.currency))), name, actions) {
        state.offer_prices = Some(draft.currency);
    }
    prices_ui(ui, view, state, actions);
    let off = wording::off_hint(draft.currency);
    let shown = |ui: &mut Ui, field, name, unit: &str, actions: &mut _| {
        kit::described(ui, view, Place::Plan(field), (name, unit), actions);
    };
    shown(ui, Field::ConsultationFee, tr!("Consultation fee"), draft.currency.code(), actions);
    if !matches!(draft.consultation_fee.trim(), "" | "0") {
        shown(ui, Field::FeeCredited, tr!("The fee is taken off the treatment"), "", actions);
    }
    shown(ui, Field::Tax, tr!("Tax"), "%", actions);
    let name = |mode: &TaxMode| match mode {
        TaxMode::OnTop => tr!("on top of prices").to_owned(),
        TaxMode::Included => tr!("included in prices").to_owned(),
    };
    let mode = (Place::Plan(Field::TaxMode), tr!("Tax is"));
    kit::chosen(ui, view, mode, (&draft.tax_mode, TaxMode::ALL), name, actions);
    shown(ui, Field::Discount, tr!("Plan discount"), &off, actions);
    shown(ui, Field::PriceGrowth, tr!("Price growth"), tr!("% a year"), actions);
}

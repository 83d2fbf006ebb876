//! What stands above the table: the way back, import and export, search, filter and currency.

use super::state::{PriceFilter, PricesState};
use super::templates;
use crate::locale::tr;
use crate::price_list::{ListEdit, Own, limits};
use crate::ui::client::currencies;
use crate::ui::sides::sides;
use crate::ui::theme::{Palette, icons};
use crate::ui::{Action, Command, View, ViewState, kit};
use crate::units::Currency;
use crate::wording;
use egui::{Button, Key, RichText, Ui};

/// The title and what leads out of the list.
pub(super) fn head_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let title = |ui: &mut Ui| {
        kit::title(ui, tr!("Price list"));
        let date = wording::date(view.draft.start);
        let text = tr!("over the built-in catalogue, as of the plan's first day, {date}", date);
        let text = match (view.shared, view.is_shared_away) {
            (None, _) => text,
            (Some(_), false) => format!("{text} · {}", tr!("shared with other desks")),
            (Some(_), true) => format!("{text} · {}", tr!("the shared folder is away; changes follow when it is back")),
        };
        ui.add(egui::Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).truncate());
    };
    if ui.available_width() < VERY_NARROW {
        ui.horizontal(title);
        ui.horizontal_wrapped(|ui| ways_ui(ui, actions));
    } else {
        sides(ui, "price list", title, |ui| ways_ui(ui, actions));
    }
}

/// Below this width in points the ways out of the list take a line of their own.
const VERY_NARROW: f32 = 560.0;

fn ways_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    for (command, text) in
        [(Command::ImportPrices, tr!("Import table…")), (Command::ExportPrices, tr!("Export table…"))]
    {
        if ui.button(text).on_hover_text(command.tooltip()).clicked() {
            actions.push(Action::Command(command));
        }
    }
    if kit::primary(ui, tr!("Back to the plan"), true).on_hover_text(tr!("Escape does the same")).clicked() {
        actions.push(Action::Command(Command::PriceList));
    }
}

/// Below this width in points what is added to the list takes a line of its own.
const ONE_LINE: f32 = 1120.0;

/// What is shown of the list, and what is added to it.
pub(super) fn tools_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let list = &mut state.prices;
    let before = (list.search.clone(), list.filter);
    let is_narrow = ui.available_width() < ONE_LINE;
    ui.horizontal_wrapped(|ui| {
        let field = kit::Field::new("price list search", tr!("Search the price list"));
        let search = field.line(&mut list.search).desired_width(120.0).hint_text(tr!("search"));
        field.add(ui, |ui| ui.add(search));
        for filter in PriceFilter::ALL {
            ui.selectable_value(&mut list.filter, filter, filter.name());
        }
        if !is_narrow {
            ui.separator();
            additions_ui(ui, view, list, actions);
        }
    });
    if is_narrow {
        ui.horizontal_wrapped(|ui| additions_ui(ui, view, list, actions));
    }
    if before != (list.search.clone(), list.filter) {
        list.touched.clear();
        // What was found stands at the top, wherever the table stood.
        list.is_found_anew = true;
    }
}

/// The templates, the currency of the prices shown, and what is the clinic's own.
fn additions_ui(ui: &mut Ui, view: &View<'_>, list: &mut PricesState, actions: &mut Vec<Action>) {
    templates::templates_ui(ui, view, actions);
    ui.separator();
    let plans = view.draft.currency;
    let shown = list.currency.unwrap_or(plans);
    let field = kit::Field::new("prices in", tr!("Prices in"));
    kit::caption(ui, field.name);
    ui.scope(|ui| {
        ui.set_max_width(76.0);
        let code = |currency: &Currency| currency.code().to_owned();
        if let Some(chosen) = kit::choice_box(ui, field, &shown, currencies(Some(plans)), code) {
            list.currency = Some(chosen).filter(|chosen| *chosen != plans);
        }
    });
    ui.separator();
    let field = kit::Field::new("new own", tr!("Name of an own treatment or add-on"));
    kit::caption(ui, tr!("Own"));
    let name = field.line(&mut list.new_own).desired_width(150.0).char_limit(limits::TEXT);
    let name = field.add(ui, |ui| ui.add(name.hint_text(tr!("its name"))));
    let entered = name.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let is_named = list.new_own.chars().any(char::is_alphanumeric);
    let ways = [
        (Own::Treatment, tr!("Treatment"), tr!("Add own treatment")),
        (Own::AddOn, tr!("Add-on"), tr!("Add own add-on")),
    ];
    let mut added = (entered && is_named).then_some(Own::Treatment);
    for (own, text, spoken) in ways {
        let add = Button::new(format!("{} {text}", icons::ADD));
        if ui.add_enabled(is_named, add).accessible_name(spoken).clicked() {
            added = Some(own);
        }
    }
    if let Some(own) = added {
        let name = std::mem::take(&mut list.new_own);
        // Found at once, wherever the table stands.
        (list.search, list.filter) = (name.clone(), PriceFilter::All);
        actions.push(Action::Prices(ListEdit::AddOwn(own, name.trim().to_owned(), shown)));
    }
}

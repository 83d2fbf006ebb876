//! The price of a line, and the editor that extras share.

use super::context::Context;
use crate::catalog::{Basis, Price};
use crate::document::{Field, PriceDraft, SpreadText};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::{Palette, icons, tokens};
use crate::units::Spread;
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn price_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let catalogue = context.rates().price.map(|price| catalogue_price(price, context));
    let label = tr!("Price a {unit}", unit = wording::price_unit(context.treatment.unit));
    let places = Spread { low: Field::PriceLow, typical: Field::PriceTypical, high: Field::PriceHigh };
    if let Some(price) = price_editor(ui, &label, &context.line.price, catalogue.as_ref(), places, context) {
        actions.push(context.set(Field::Price, price));
    }
    if context.line.price == PriceDraft::Catalogue {
        area_ui(ui, context, actions);
    }
}

/// The part of the body whose price holds, where the price list tells prices apart by it.
fn area_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let (catalog, currency) = (context.view.catalog, context.view.draft.currency);
    let listed: Vec<&str> = context.treatment.priced_areas(currency).map(|one| one.area.as_str()).collect();
    if listed.is_empty() {
        return;
    }
    let now = context.rates().area;
    let name = |area: Option<&str>| {
        let price = area.and_then(|area| catalog.rates(context.treatment, area, currency).price);
        let price = price.map(|price| wording::money(price.amount.typical, currency));
        let area =
            area.map_or_else(|| tr!("any part of the body").to_owned(), |area| wording::area_name(catalog, area));
        match price {
            Some(price) => format!("{area} · {price}"),
            None => area,
        }
    };
    // No part in particular is chosen where the part is named.
    let offered = now.is_none().then_some(None).into_iter().chain(listed.into_iter().map(Some));
    let chosen = kit::choice(ui, context.own("priced area", tr!("Listed for")), &now, offered, |area| name(*area));
    actions.extend(chosen.flatten().map(|area| context.set(Field::Area, wording::area_name(catalog, area))));
}

/// The catalogue's price as text for the fields, and what it rests on.
pub(super) struct CataloguePrice {
    text: SpreadText,
    note: String,
}

pub(super) fn catalogue_price(price: &Price, context: &Context<'_>) -> CataloguePrice {
    let currency = context.view.draft.currency;
    let note = match price.basis {
        Basis::Clinic => tr!("clinic's price list").to_owned(),
        basis if price.year.written().contains(|c: char| c.is_ascii_digit()) => {
            format!("{}, {}", wording::basis(basis), wording::text(&price.year))
        }
        basis => wording::basis(basis).to_owned(),
    };
    // As everywhere in the window: decimals only where there are some.
    let whole = wording::is_whole(&price.amount.to_array(), currency);
    let plain = |amount: String| amount.split('.').next().filter(|_| whole).map(str::to_owned).unwrap_or(amount);
    CataloguePrice { text: SpreadText::from_money(price.amount, currency).map(plain), note }
}

/// Three boxes: low, typical, high. Typing makes the price the clinic's own; a button takes the catalogue's again.
pub(super) fn price_editor(
    ui: &mut Ui,
    label: &str,
    price: &PriceDraft,
    catalogue: Option<&CataloguePrice>,
    places: Spread<Field>,
    context: &Context<'_>,
) -> Option<PriceDraft> {
    let empty = || Spread { low: String::new(), typical: String::new(), high: String::new() };
    let shown = match price {
        PriceDraft::Own(text) => text.clone(),
        PriceDraft::Catalogue => catalogue.map_or_else(empty, |price| price.text.clone()),
    };
    let mut changed = None;
    let currency = context.view.draft.currency.code();
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(format!("{label}, {currency}")).color(palette.text_weak));
        let own = matches!(price, PriceDraft::Own(_));
        let note =
            if own { tr!("clinic's own") } else { catalogue.map_or(tr!("no price"), |price| price.note.as_str()) };
        kit::tag(ui, note);
    });
    let can_go_back = catalogue.is_some() && matches!(price, PriceDraft::Own(_));
    ui.horizontal(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let back = if can_go_back { ui.spacing().interact_size.y + gap } else { 0.0 };
        let width = (ui.available_width() - 2.0 * gap - back) / 3.0;
        let names =
            Spread { low: ("low", tr!("low")), typical: ("typical", tr!("typical")), high: ("high", tr!("high")) };
        let typed =
            shown.clone().zip(names.zip(places, |name, place| (name, place)), |value, ((part, name), place)| {
                let spoken = format!("{label}, {name}");
                let field = context.field(place, &spoken).part(part);
                let captioned = ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.label(RichText::new(name).size(tokens::SIZES[0]).color(palette.text_weak));
                    kit::notation_box(ui, field, &value, &kit::AMOUNT, (name, width - 9.0)).1
                });
                captioned.inner
            });
        if typed.low.is_some() || typed.typical.is_some() || typed.high.is_some() {
            changed = Some(PriceDraft::Own(typed.zip(shown, Option::unwrap_or)));
        }
        // Behind the amounts: whoever comes here by keyboard is to type, and not to lose what was typed.
        if can_go_back && icon_button(ui, icons::UNDO, &tr!("{label}: use the catalogue's", label), true) {
            changed = Some(PriceDraft::Catalogue);
        }
    });
    kit::wrong(ui, context.wrong(places.low));
    if places.low != places.high {
        kit::wrong(ui, context.wrong(places.typical));
        kit::wrong(ui, context.wrong(places.high));
    }
    changed
}

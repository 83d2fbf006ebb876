//! What is added to each session of a line.

use super::context::Context;
use super::price::{catalogue_price, price_editor};
use super::pricing::Sold;
use crate::document::{AddOnDraft, ExtraId, Field, PackageDraft, PriceDraft, limits};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::icons;
use crate::units::Spread;
use crate::wording;
use egui::Ui;

pub(super) fn add_ons_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let add_ons = &context.line.add_ons;
    for id in &context.treatment.add_ons {
        let Some(known) = context.view.catalog.add_on(id) else { continue };
        let has = add_ons.iter().any(|add_on| add_on.add_on.as_ref() == Some(id));
        let room = has || add_ons.len() < limits::ADD_ONS;
        let checked = ui
            .add_enabled_ui(room, |ui| kit::check(ui, &tr!("With {name}", name = wording::text(&known.name)), has))
            .inner;
        if let Some(on) = checked {
            let mut list: Vec<AddOnDraft> =
                add_ons.iter().filter(|one| one.add_on.as_ref() != Some(id)).cloned().collect();
            list.extend(on.then(|| AddOnDraft::of_catalog(id.clone())));
            actions.push(context.set(Field::AddOns, list));
        }
    }
    for (at, add_on) in add_ons.iter().enumerate() {
        ui.push_id(add_on.id, |ui| {
            actions.extend(add_on_ui(ui, context, at, add_on).map(|list| context.set(Field::AddOns, list)));
            package_ui(ui, context, add_on, actions);
        });
    }
    if add_ons.len() < limits::ADD_ONS && ui.small_button(tr!("Add an extra of your own…")).clicked() {
        let own = AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: tr!("Extra").to_owned(),
            price: PriceDraft::Own(Spread::of_text("0")),
            package: PackageDraft::None,
        };
        let list: Vec<_> = add_ons.iter().cloned().chain([own]).collect();
        actions.push(context.set(Field::AddOns, list));
    }
}

/// One add-on; the new list of all if something changed.
fn add_on_ui(ui: &mut Ui, context: &Context<'_>, at: usize, add_on: &AddOnDraft) -> Option<Vec<AddOnDraft>> {
    let known = add_on.add_on.as_ref().and_then(|id| context.view.catalog.add_on(id));
    let mut list = context.line.add_ons.clone();
    let mut changed = false;
    if known.is_none() {
        ui.horizontal(|ui| {
            let field = context.field(Field::AddOn(add_on.id), tr!("Name of the extra")).part("name");
            let name = field.line(&mut list[at].name).desired_width(150.0).char_limit(limits::NAME);
            changed |= field.add(ui, |ui| ui.add(name)).changed();
            if icon_button(ui, icons::REMOVE, tr!("Remove the extra"), true) {
                list.remove(at);
                changed = true;
            }
        });
    }
    if at < list.len() {
        let listed = known.and_then(|known| known.price_in(context.view.draft.currency));
        let catalogue = listed.map(|price| catalogue_price(price, context));
        let place = Spread::of(Field::AddOn(add_on.id));
        let label = known.map_or_else(
            || tr!("Extra a session").to_owned(),
            |known| tr!("{name} a session", name = wording::text(&known.name)),
        );
        if let Some(price) = price_editor(ui, &label, &add_on.price, catalogue.as_ref(), place, context) {
            list[at].price = price;
            changed = true;
        }
    }
    changed.then_some(list)
}

/// The package that an add-on is sold in.
fn package_ui(ui: &mut Ui, context: &Context<'_>, add_on: &AddOnDraft, actions: &mut Vec<Action>) {
    let (catalog, currency) = (context.view.catalog, context.view.draft.currency);
    let known = add_on.add_on.as_ref().and_then(|id| catalog.add_on(id));
    let listed = known.map(|known| known.packages_in(currency)).unwrap_or_default();
    let name = known.map_or(add_on.name.as_str(), |known| wording::text(&known.name));
    let single = known.and_then(|known| known.price_in(currency));
    let names = [tr!("{name} is paid", name), tr!("{name}, package of", name), tr!("{name}, price a package", name)];
    let sold = Sold {
        package: &add_on.package,
        listed: &listed,
        fields: [Field::AddOnPackage(add_on.id), Field::AddOnPackagePrice(add_on.id)],
        names: names.each_ref().map(String::as_str),
        first_own: &|| PackageDraft::of_singles(context.line.sessions, &add_on.price, single, currency),
    };
    ui.push_id("package", |ui| sold.ui(ui, context, actions));
}

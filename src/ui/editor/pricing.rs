//! The terms of a line: its package and its tax.

use super::context::Context;
use super::price::price_editor;
use crate::document::{Field, LineTax, PackageDraft, PriceDraft, limits};
use crate::locale::{tr, trn};
use crate::ui::Action;
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::units::{Spread, TaxMode};
use crate::wording;
use egui::{RichText, Ui};

/// How sessions are sold: singly, or in a package of the price list's or of the clinic's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packaging {
    Singly,
    Listed(u32),
    Own,
}

/// The package. A device has none.
pub(super) fn package_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let package = &context.line.package;
    if context.treatment.is_device() && *package == PackageDraft::None {
        return;
    }
    let sold = match package {
        PackageDraft::None => Packaging::Singly,
        PackageDraft::Catalogue { sessions } => Packaging::Listed(*sessions),
        PackageDraft::Own { .. } => Packaging::Own,
    };
    let listed = context.rates().packages;
    let listed = listed.iter().map(|package| Packaging::Listed(package.sessions));
    let offered = [Packaging::Singly].into_iter().chain(listed).chain([Packaging::Own]);
    let field = context.field(Field::Package, tr!("Paid"));
    if let Some(chosen) = kit::choice(ui, field, &sold, offered, |sold| sold_name(*sold, context)) {
        actions.push(context.set(Field::Package, package_of(chosen, context)));
    }
    if let PackageDraft::Own { sessions, price } = package {
        let field = context.field(Field::Package, tr!("Package of")).part("sessions");
        let numbers = Numbers::whole(limits::PACKAGE, trn!(*sessions, " session", " sessions"));
        let count = kit::number(ui, field, *sessions, &numbers);
        let package = |sessions| PackageDraft::Own { sessions, price: price.clone() };
        actions.extend(count.map(|count| context.set(Field::Package, package(count))));
        let (own, places) = (PriceDraft::Own(price.clone()), Spread::of(Field::PackagePrice));
        let typed = price_editor(ui, tr!("Price a package"), &own, None, places, context);
        actions.extend(typed.map(|price| context.set(Field::PackagePrice, price)));
    }
    if sold != Packaging::Singly {
        let note = tr!("Sessions left over and upkeep are paid singly.");
        ui.label(RichText::new(note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    }
}

fn sold_name(sold: Packaging, context: &Context<'_>) -> String {
    let currency = context.view.draft.currency;
    match sold {
        Packaging::Singly => tr!("single sessions").to_owned(),
        Packaging::Own => tr!("own package").to_owned(),
        Packaging::Listed(sessions) => match context.rates().package(sessions) {
            Some(known) => {
                let (price, origin) =
                    (wording::money(known.price.amount.typical, currency), wording::basis(known.price.basis));
                tr!("package of {sessions} · {price} ({origin})", sessions, price, origin)
            }
            None => tr!("package of {sessions} · no price", sessions),
        },
    }
}

/// The package that a choice makes. An own one starts with the figures of the one before, or of single sessions.
fn package_of(sold: Packaging, context: &Context<'_>) -> PackageDraft {
    let currency = context.view.draft.currency;
    match (sold, &context.line.package) {
        (Packaging::Singly, _) => PackageDraft::None,
        (Packaging::Listed(sessions), _) => PackageDraft::Catalogue { sessions },
        (Packaging::Own, PackageDraft::Catalogue { sessions }) => {
            let known = context.rates().package(*sessions).map(|package| package.price.amount);
            let price = known.map(|amount| amount.map(|amount| amount.to_plain(currency))).unwrap_or_default();
            PackageDraft::Own { sessions: *sessions, price }
        }
        (Packaging::Own, _) => PackageDraft::of_singles(context.line, &context.rates(), currency),
    }
}

/// The tax: the plan's, or one of the line's own.
pub(super) fn tax_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let tax = &context.line.tax;
    let (mode, percent) = match tax {
        // An own tax starts with the plan's rate.
        LineTax::Plan => (None, context.view.draft.tax.as_str()),
        LineTax::Own { percent, mode } => (Some(*mode), percent.as_str()),
    };
    let offered = [None].into_iter().chain(TaxMode::ALL.map(Some));
    let name = |mode: &Option<TaxMode>| match mode {
        None => tr!("as in the plan").to_owned(),
        Some(TaxMode::OnTop) => tr!("own, on top").to_owned(),
        Some(TaxMode::Included) => tr!("own, in prices").to_owned(),
    };
    if let Some(chosen) = kit::choice(ui, context.own("tax mode", tr!("Tax")), &mode, offered, name) {
        let own = |mode| LineTax::Own { percent: percent.to_owned(), mode };
        actions.push(context.set(Field::Tax, chosen.map_or(LineTax::Plan, own)));
    }
    if let Some(mode) = mode {
        let typed = kit::amount(ui, context.field(Field::Tax, tr!("Own tax")), percent, "0", "%");
        actions.extend(typed.map(|percent| context.set(Field::Tax, LineTax::Own { percent, mode })));
    }
}

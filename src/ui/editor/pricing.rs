//! The terms of a line: its package and its tax.

use super::context::Context;
use super::price::price_editor;
use crate::catalog::{Package, Price};
use crate::document::{Field, LineTax, PackageDraft, PriceDraft, limits};
use crate::locale::{tr, trn};
use crate::ui::Action;
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::units::{Currency, Spread, TaxMode};
use crate::wording;
use egui::{RichText, Ui};

/// How sessions are sold: singly, or in a package of the price list's or of the clinic's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packaging {
    Singly,
    Listed(u32),
    Own,
}

/// What is sold singly or in packages: the sessions themselves, or an add-on to them.
pub(super) struct Sold<'a> {
    /// The package as typed.
    pub(super) package: &'a PackageDraft,
    /// The packages of the list.
    pub(super) listed: &'a [&'a Package],
    /// The field that holds the package, and the one that holds the price of one of the clinic's own.
    pub(super) fields: [Field; 2],
    /// What the field of the choice is called, and those of a package of the clinic's own: its size and its price.
    pub(super) names: [&'a str; 3],
    /// The package of the clinic's own with which somebody begins.
    pub(super) first_own: &'a dyn Fn() -> PackageDraft,
}

/// The package of a line. A device has none.
pub(super) fn package_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let package = &context.line.package;
    if context.treatment.is_device() && *package == PackageDraft::None {
        return;
    }
    let (rates, currency) = (context.rates(), context.view.draft.currency);
    let sold = Sold {
        package,
        listed: &rates.packages,
        fields: [Field::Package, Field::PackagePrice],
        names: [tr!("Paid"), tr!("Package of"), tr!("Price a package")],
        first_own: &|| PackageDraft::of_singles(context.line.sessions, &context.line.price, rates.price, currency),
    };
    sold.ui(ui, context, actions);
}

impl Sold<'_> {
    /// The choice, and the fields of a package of the clinic's own.
    pub(super) fn ui(&self, ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
        let [field_of_choice, field_of_price] = self.fields;
        let [name, name_of_size, name_of_price] = self.names;
        let sold = match self.package {
            PackageDraft::None => Packaging::Singly,
            PackageDraft::Catalogue { sessions } => Packaging::Listed(*sessions),
            PackageDraft::Own { .. } => Packaging::Own,
        };
        let listed = self.listed.iter().map(|package| Packaging::Listed(package.sessions));
        let offered = [Packaging::Singly].into_iter().chain(listed).chain([Packaging::Own]);
        let currency = context.view.draft.currency;
        let field = context.field(field_of_choice, name).part("package");
        let chosen = kit::choice(ui, field, &sold, offered, |sold| self.name(*sold, currency));
        actions.extend(chosen.map(|chosen| context.set(field_of_choice, self.chosen(chosen, currency))));
        if let PackageDraft::Own { sessions, price } = self.package {
            let field = context.field(field_of_choice, name_of_size).part("sessions");
            let numbers = Numbers::whole(limits::PACKAGE, trn!(*sessions, " session", " sessions"));
            let count = kit::number(ui, field, *sessions, &numbers);
            let package = |sessions| PackageDraft::Own { sessions, price: price.clone() };
            actions.extend(count.map(|count| context.set(field_of_choice, package(count))));
            let (own, places) = (PriceDraft::Own(price.clone()), Spread::of(field_of_price));
            let typed = price_editor(ui, name_of_price, &own, None, places, context);
            actions.extend(typed.map(|price| context.set(field_of_price, price)));
        }
        if sold != Packaging::Singly {
            let note = tr!("Sessions left over and upkeep are paid singly.");
            ui.label(RichText::new(note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
        }
    }

    fn listed(&self, sessions: u32) -> Option<&Price> {
        self.listed.iter().find(|package| package.sessions == sessions).map(|package| &package.price)
    }

    fn name(&self, sold: Packaging, currency: Currency) -> String {
        match sold {
            Packaging::Singly => tr!("single sessions").to_owned(),
            Packaging::Own => tr!("own package").to_owned(),
            Packaging::Listed(sessions) => self.name_of_listed(sessions, currency),
        }
    }

    fn name_of_listed(&self, sessions: u32, currency: Currency) -> String {
        match self.listed(sessions) {
            Some(known) => {
                let (price, origin) = (wording::money(known.amount.typical, currency), wording::basis(known.basis));
                tr!("package of {sessions} · {price} ({origin})", sessions, price, origin)
            }
            None => tr!("package of {sessions} · no price", sessions),
        }
    }

    /// The package that a choice makes. An own one starts with the figures of the one before, or of single sessions.
    fn chosen(&self, sold: Packaging, currency: Currency) -> PackageDraft {
        match (sold, self.package) {
            (Packaging::Singly, _) => PackageDraft::None,
            (Packaging::Listed(sessions), _) => PackageDraft::Catalogue { sessions },
            (Packaging::Own, PackageDraft::Catalogue { sessions }) => {
                let known = self.listed(*sessions).map(|price| price.amount);
                let price = known.map(|amount| amount.map(|amount| amount.to_plain(currency))).unwrap_or_default();
                PackageDraft::Own { sessions: *sessions, price }
            }
            (Packaging::Own, _) => (self.first_own)(),
        }
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

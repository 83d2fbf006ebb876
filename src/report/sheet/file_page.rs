//! The page for the clinic's own file: where each price comes from, and what is still to be set.

use super::Sheet;
use crate::catalog::{Basis, SourceId};
use crate::document::{LineId, Mark};
use crate::ledger::besides;
use crate::locale::tr;
use crate::plan::{Line, LineTogether, Remark, TreatmentOption};
use crate::report::grid::{Cell, Column, Grid, column};
use crate::units::{Currency, Money, Spread};
use crate::wording;
use serde_json::{Value, json};

/// The page.
pub(super) fn of(sheet: &Sheet<'_>) -> Value {
    let estimate = sheet.plan.estimate;
    let lines = sheet.plan.plan.options.iter().zip(&estimate.options).flat_map(|(option, estimated)| {
        let besides = besides(option, &estimated.schedule);
        option.lines.iter().flat_map(move |line| prices(sheet, (option, &besides), line))
    });
    let table = Grid::of(columns(estimate.currency), consultation(sheet).into_iter().chain(lines));
    let said = |remark: &Remark| {
        let option = estimate.options.iter().find(|option| remark.mark.is_some() && option.mark == remark.mark);
        let words = wording::remark(remark);
        option.map_or(words.clone(), |option| format!("{}: {words}", wording::option_title(option)))
    };
    let (mut all, mut open, mut acknowledged) = (Vec::new(), Vec::new(), Vec::new());
    for remark in sheet.plan.remarks() {
        let (words, of_kind) = match sheet.plan.acknowledgement(remark) {
            Some(by) => (format!("{} ({})", said(remark), wording::acknowledged(by)), &mut acknowledged),
            None => (said(remark), &mut open),
        };
        of_kind.push(words.clone());
        all.push(words);
    }
    json!({
        "title": tr!("For the clinic's file"),
        "note": tr!(
            "Not for the client. Where each price of the plan comes from, before discount, tax and growth; the ids are \
             those of the catalogue's evidence."
        ),
        "columns": table.headings,
        "rows": table.on_paper(),
        "remarks_title": tr!("To be looked at before the sheet is handed out"),
        "remarks": all,
        "open": open,
        "acknowledged_title": tr!("Acknowledged"),
        "acknowledged": acknowledged,
    })
}

/// A price of the plan, and where it comes from.
struct ListedPrice<'a> {
    option: Option<Mark>,
    what: String,
    price: Spread<Money>,
    basis: Basis,
    refs: &'a [SourceId],
}

fn columns<'r>(currency: Currency) -> Vec<Column<'static, ListedPrice<'r>>> {
    let money = |heading: &str, amount: fn(Spread<Money>) -> Money| -> Column<'static, ListedPrice<'r>> {
        column(heading, move |row: &ListedPrice<'_>| Cell::Money(amount(row.price), currency))
    };
    vec![
        column(tr!("Option"), |row: &ListedPrice<'_>| Cell::mark(row.option)),
        column(tr!("Price of"), |row: &ListedPrice<'_>| Cell::text(row.what.as_str())),
        money(tr!("Low"), |price| price.low),
        money(tr!("Typical"), |price| price.typical),
        money(tr!("High"), |price| price.high),
        column(tr!("Basis"), |row: &ListedPrice<'_>| Cell::text(wording::basis(row.basis))),
        column(tr!("Said by"), |row: &ListedPrice<'_>| match row.refs {
            [] => Cell::Empty,
            refs => Cell::Text(wording::source_ids(refs)),
        }),
    ]
}

/// The fee that every option pays, if there is one.
fn consultation(sheet: &Sheet<'_>) -> Option<ListedPrice<'static>> {
    let fee = sheet.plan.plan.consultation_fee;
    let (what, price) = (tr!("Consultation").to_owned(), Spread::of(fee));
    (fee != Money::ZERO).then_some(ListedPrice { option: None, what, price, basis: Basis::Clinic, refs: &[] })
}

/// The line's price, those beside other treatments as far as they are asked, that of its package and those of its add-ons.
fn prices<'a>(
    sheet: &Sheet<'a>,
    (option, besides): (&TreatmentOption, &[(LineId, &LineTogether)]),
    line: &'a Line,
) -> Vec<ListedPrice<'a>> {
    let (catalog, option) = (sheet.plan.catalog, Some(option.mark));
    let name = wording::treatment_name(catalog, &line.treatment);
    let mut rows = vec![ListedPrice {
        option,
        what: tr!("{name}, per {unit}", name, unit = wording::price_unit(line.unit)),
        price: line.price,
        basis: line.price_basis,
        refs: &line.price_refs,
    }];
    rows.extend(line.upkeep_price.map(|price| ListedPrice {
        option,
        what: tr!("{name}, upkeep, per {unit}", name, unit = wording::price_unit(line.unit)),
        price,
        basis: Basis::Clinic,
        refs: &[],
    }));
    let asked = besides.iter().filter(|(of, _)| *of == line.id);
    rows.extend(asked.map(|(_, beside)| ListedPrice {
        option,
        what: tr!(
            "{name}, beside {other}, per {unit}",
            name,
            other = wording::treatment_name(catalog, &beside.with),
            unit = wording::price_unit(line.unit)
        ),
        price: beside.price,
        basis: Basis::Clinic,
        refs: &[],
    }));
    rows.extend(line.package.as_ref().map(|package| ListedPrice {
        option,
        what: format!("{name}, {}", wording::package(package.sessions)),
        price: package.price,
        basis: package.price_basis,
        refs: &package.price_refs,
    }));
    rows.extend(line.add_ons.iter().flat_map(|add_on| {
        let known = add_on.add_on.as_ref().and_then(|id| catalog.add_on(id));
        let listed = known.and_then(|known| known.price_in(sheet.plan.estimate.currency));
        let refs = listed.filter(|_| add_on.price_basis != Basis::Clinic).map(|price| price.refs.as_slice());
        let what = tr!("{add_on} with {what}", add_on = wording::text(&add_on.name), what = name);
        let package = add_on.package.as_ref().map(|package| ListedPrice {
            option,
            what: format!("{what}, {}", wording::package(package.sessions)),
            price: package.price,
            basis: package.price_basis,
            refs: &package.price_refs,
        });
        let (price, basis, refs) = (add_on.price, add_on.price_basis, refs.unwrap_or_default());
        [ListedPrice { option, what, price, basis, refs }].into_iter().chain(package)
    }));
    rows
}

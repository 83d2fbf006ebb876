//! The page for the clinic's own file: where each price comes from, and what is still to be set.

use super::{Sheet, words};
use crate::catalog::{Basis, SourceId};
use crate::locale::tr;
use crate::plan::{Line, TreatmentOption};
use crate::units::{Money, Spread};
use crate::wording;
use serde_json::{Value, json};

/// The page.
pub(super) fn of(sheet: &Sheet<'_>) -> Value {
    let options = &sheet.plan.plan.options;
    let lines = options.iter().flat_map(|option| option.lines.iter().flat_map(move |line| prices(sheet, option, line)));
    let estimate = sheet.plan.estimate;
    let of_options = estimate.options.iter().flat_map(|option| {
        let title = wording::option_title(option);
        option.remarks.iter().map(move |remark| format!("{title}: {}", wording::remark(remark)))
    });
    let remarks = estimate.remarks.iter().map(wording::remark).chain(of_options);
    json!({
        "title": tr!("For the clinic's file"),
        "note": tr!(
            "Not for the client. Where each price of the plan comes from, before discount, tax and growth; the ids are \
             those of the catalogue's evidence."
        ),
        "columns": [
            tr!("Option"),
            tr!("Price of"),
            tr!("Low"),
            tr!("Typical"),
            tr!("High"),
            tr!("Basis"),
            tr!("Said by"),
        ],
        "rows": consultation(sheet).into_iter().chain(lines).collect::<Vec<_>>(),
        "remarks_title": tr!("To be looked at before the sheet is handed out"),
        "remarks": remarks.collect::<Vec<_>>(),
    })
}

/// The fee that every option pays, if there is one.
fn consultation(sheet: &Sheet<'_>) -> Option<[String; 7]> {
    let fee = sheet.plan.plan.consultation_fee;
    let row = || row(sheet, words::NONE, tr!("Consultation").to_owned(), Spread::of(fee), Basis::Clinic, &[]);
    (fee != Money::ZERO).then(row)
}

fn row(
    sheet: &Sheet<'_>,
    option: &str,
    what: String,
    price: Spread<Money>,
    basis: Basis,
    refs: &[SourceId],
) -> [String; 7] {
    let [low, typical, high] =
        price.to_array().map(|amount| wording::money_exact(amount, sheet.plan.estimate.currency));
    let refs = refs.iter().map(SourceId::as_str).collect::<Vec<_>>().join(", ");
    let refs = if refs.is_empty() { words::NONE.to_owned() } else { refs };
    [option.to_owned(), what, low, typical, high, wording::basis(basis).to_owned(), refs]
}

/// A row for the line's price, one for its package and one for each of its add-ons.
fn prices(sheet: &Sheet<'_>, option: &TreatmentOption, line: &Line) -> Vec<[String; 7]> {
    let catalog = sheet.plan.catalog;
    let name =
        catalog.treatment(&line.treatment).map_or(line.treatment.as_str(), |treatment| wording::text(&treatment.name));
    let mark = option.mark.letter().to_string();
    let row = |what: String, price: Spread<Money>, basis: Basis, refs: &[SourceId]| {
        row(sheet, &mark, what, price, basis, refs)
    };
    let mut rows = vec![row(
        tr!("{name}, per {unit}", name, unit = wording::price_unit(line.unit)),
        line.price,
        line.price_basis,
        &line.price_refs,
    )];
    rows.extend(line.package.as_ref().map(|package| {
        let what = format!("{name}, {}", wording::package(package.sessions));
        row(what, package.price, package.price_basis, &package.price_refs)
    }));
    for add_on in &line.add_ons {
        let known = add_on.add_on.as_ref().and_then(|id| catalog.add_on(id));
        let price =
            known.and_then(|known| known.prices.iter().find(|price| price.currency == sheet.plan.estimate.currency));
        let refs = price.filter(|_| add_on.price_basis != Basis::Clinic).map(|price| price.refs.as_slice());
        rows.push(row(
            tr!("{add_on} with {what}", add_on = wording::text(&add_on.name), what = name),
            add_on.price,
            add_on.price_basis,
            refs.unwrap_or_default(),
        ));
    }
    rows
}

//! Values of the price list, and what other prices change.

mod problems;
mod quantities;
mod templates;

pub use problems::{ListProblemText, list_field, list_problems, row_problems};
pub use quantities::{add_quantity, list_step, listed_subject, quantity, quantity_brief, subject};
pub use templates::template;

use super::figures::{date, money_exact, percent, spread};
use crate::catalog::{Basis, Catalog, Price};
use crate::evaluation::{LineEffect, OptionEffect};
use crate::locale::tr;
use crate::overlay::{Quantity, SourcedValue, Value};
use crate::price_list::ListedValue;
use crate::units::{Currency, Money, Spread};
use crate::wording::{package, text};

/// A value of the price list: `$350 ($200–$500)`, `3 (3–4)`, `28`, `19%`.
pub fn listed_value(value: Value, quantity: &Quantity) -> String {
    match (value, quantity.key.currency) {
        (Value::Money(amount), Some(currency)) => spread(amount, currency),
        (Value::Money(amount), None) => amount.typical.minor().to_string(),
        (Value::Count(count), _) if count.low == count.high => count.typical.to_string(),
        (Value::Count(count), _) => format!("{} ({}–{})", count.typical, count.low, count.high),
        (Value::Percent(rate), _) => percent(rate),
        (Value::YesNo(is_so), _) => yes_or_no(is_so).to_owned(),
    }
}

/// Yes or no.
pub fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { tr!("yes") } else { tr!("no") }
}

/// What is to be known of a price of the catalogue or the clinic's list.
pub fn price_note(price: &Price) -> String {
    match (price.basis, price.since) {
        _ if !price.note.is_empty() => text(&price.note).to_owned(),
        (Basis::Clinic, Some(from)) => tr!("From the clinic's price list, in force since {from}", from),
        (Basis::Clinic, None) => tr!("From the clinic's price list").to_owned(),
        _ => String::new(),
    }
}

/// Who says so, by the ids under which exports name it: `clinic's own, since 1 January 2027`, `guide, COST-03, P01`.
pub fn listed_origin(known: &SourcedValue) -> String {
    origin(known, known.refs.iter().map(ToString::to_string))
}

/// Who says so, counted: `clinic's own, since 1 January 2027`, `3 guides, 2 prices found`, `placeholder, 1 price found`.
pub fn listed_says(known: &SourcedValue, catalog: &Catalog) -> String {
    match (known.basis, super::sources(catalog, &known.refs, &[])) {
        (Basis::Trial | Basis::Society | Basis::Seed, Some(who)) => who,
        (_, who) => origin(known, who.into_iter()),
    }
}

fn origin(known: &SourcedValue, who: impl Iterator<Item = String>) -> String {
    let since = known.from.map(|from| tr!("since {date}", date = date(from)));
    [super::basis(known.basis).to_owned()].into_iter().chain(since).chain(who).collect::<Vec<_>>().join(", ")
}

/// What a reset would give: `back to $350 ($200–$500), seed`; none where there is nothing to reset.
pub fn listed_reset(listed: &ListedValue) -> Option<String> {
    listed.can_reset.then(|| match &listed.after_reset {
        Some(known) => {
            let value = listed_value(known.value, &listed.quantity);
            let whose = if known.basis == Basis::Clinic {
                tr!("the clinic's for a wider case")
            } else {
                super::basis(known.basis)
            };
            tr!("back to {value}, {whose}", value, whose)
        }
        None => tr!("back to nothing").to_owned(),
    })
}

/// A typical difference with its sign, to the cent: `+$450.00`, `−$450.00`, `±$0.00`.
pub fn signed_money(amount: Money, currency: Currency) -> String {
    let sign = match amount.minor() {
        0 => "±",
        1.. => "+",
        _ => "",
    };
    format!("{sign}{}", money_exact(amount, currency))
}

/// What of a line has a price: `Microneedling`, `Microneedling, package of 3 sessions`, `Superficial chemical peel, beside Microneedling`.
pub fn effect_name(line: &LineEffect) -> String {
    let name = text(&line.name).to_owned();
    match (line.package, &line.beside) {
        (Some(sessions), _) => format!("{name}, {}", package(sessions)),
        (None, Some(beside)) => tr!("{name}, beside {other}", name, other = text(beside)),
        (None, None) => name,
    }
}

/// What an option costs before and after: `$3,150.00 → $2,700.00`, with a dash for what is not known.
pub fn effect_totals(option: &OptionEffect, currency: Currency) -> String {
    let total =
        |total: Option<Spread<Money>>| total.map_or("–".to_owned(), |total| money_exact(total.typical, currency));
    format!("{} → {}", total(option.before), total(option.after))
}

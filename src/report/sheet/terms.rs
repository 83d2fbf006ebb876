//! What the prices include, what they do not, and what may come on top.

use super::{Handout, care, credit};
use crate::clinic::Clinic;
use crate::locale::tr;
use crate::units::{Money, Percent, Spread};
use crate::wording;
use serde_json::{Value, json};

/// The block.
pub(super) fn of(handout: &Handout<'_>) -> Value {
    let clinic = handout.clinic;
    let own = |text: fn(&Clinic) -> &String| clinic.map(|clinic| text(clinic).trim()).filter(|text| !text.is_empty());
    let row = |name: &str, text: String| [name.to_owned(), text];
    let mut rows = vec![
        row(tr!("Included"), own(|clinic| &clinic.included).unwrap_or(included()).to_owned()),
        row(tr!("Not included"), own(|clinic| &clinic.not_included).unwrap_or(not_included()).to_owned()),
        row(tr!("Possible extras"), extras(handout)),
        row(tr!("Price changes"), growth(handout.sheet.plan.plan.price_growth)),
    ];
    let (deposit, cancellation) = (own(|clinic| &clinic.deposit), own(|clinic| &clinic.cancellation));
    let due = credit::deposits(&handout.sheet);
    let unsaid = deposit.is_none() && cancellation.is_none();
    let terms = due.is_some() && unsaid;
    let said: Vec<&str> = due
        .as_deref()
        .into_iter()
        .chain(deposit)
        .chain(terms.then_some(tr!("Ask whether it is given back if you cancel.")))
        .collect();
    rows.extend((!said.is_empty()).then(|| row(tr!("Deposit"), said.join(" "))));
    rows.extend(cancellation.map(|text| row(tr!("Cancellation"), text.to_owned())));
    if unsaid && !terms {
        rows.push(row(
            tr!("Deposit, cancellation"),
            tr!("This sheet names no terms; ask for them before you book.").to_owned(),
        ));
    }
    json!({ "title": tr!("What is included, and what may come on top"), "rows": rows })
}

/// What is included, unless the clinic says otherwise.
fn included() -> &'static str {
    tr!("The sessions, extras and fees that this sheet names for each option, and nothing else.")
}

/// What is not, unless the clinic says otherwise.
fn not_included() -> &'static str {
    tr!("Whatever it does not name, such as medicines, skin care to use at home, travel, and the treatment of a \
         complication; ask what the clinic charges for these.")
}

/// Add-ons that the catalogue knows for the plan's treatments and that some option does without.
fn extras(handout: &Handout<'_>) -> String {
    let plan = handout.sheet.plan;
    let mut said = Vec::new();
    for treatment in care::used(&handout.sheet) {
        let lines =
            || plan.plan.options.iter().flat_map(|option| &option.lines).filter(|line| line.treatment == treatment.id);
        for id in &treatment.add_ons {
            let everywhere = lines().all(|line| line.add_ons.iter().any(|add_on| add_on.add_on.as_ref() == Some(id)));
            let Some(add_on) = plan.catalog.add_on(id).filter(|_| !everywhere) else { continue };
            let price = add_on.price_in(plan.estimate.currency);
            let (add_on, treatment) = (wording::text(&add_on.name), wording::name_within(&treatment.name));
            said.push(match price.map(|price| range(handout, price.amount)) {
                Some(price) => {
                    tr!("{add_on} with a session of {treatment}, {price} before tax", add_on, treatment, price)
                }
                None => tr!("{add_on} with a session of {treatment}", add_on, treatment),
            });
        }
    }
    if said.is_empty() {
        return tr!(
            "Further sessions, if the result asks for them. Each only after you have agreed to it and its price."
        )
        .to_owned();
    }
    tr!(
        "{extras}; further sessions, if the result asks for them. Each only after you have agreed to it and its price.",
        extras = wording::capitalized(&said.join("; ")),
    )
}

fn range(handout: &Handout<'_>, amount: Spread<Money>) -> String {
    wording::money_range(amount, handout.sheet.plan.estimate.currency)
}

fn growth(growth: Percent) -> String {
    if growth.is_zero() {
        tr!("Prices are assumed to stay as they are over the whole horizon; they may not.").to_owned()
    } else {
        tr!(
            "Prices are assumed to rise by {growth} a year from the second year on; the rows say each year's price.",
            growth = wording::percent(growth),
        )
    }
}

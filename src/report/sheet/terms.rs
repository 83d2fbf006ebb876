//! What the prices include, what they do not, and what may come on top.

use super::data::Terms;
use super::{Clinic, Handout, care, credit, words};
use crate::units::{Money, Percent, Spread};
use crate::wording;

/// The block.
pub(super) fn of(handout: &Handout<'_>) -> Terms {
    let clinic = handout.clinic;
    let own = |text: fn(&Clinic) -> &String| clinic.map(|clinic| text(clinic).trim()).filter(|text| !text.is_empty());
    let row = |name: &str, text: String| [name.to_owned(), text];
    let mut rows = vec![
        row("Included", own(|clinic| &clinic.included).unwrap_or(words::INCLUDED).to_owned()),
        row("Not included", own(|clinic| &clinic.not_included).unwrap_or(words::NOT_INCLUDED).to_owned()),
        row("Possible extras", extras(handout)),
        row("Price changes", growth(handout.sheet.plan.scenario.price_growth)),
    ];
    let (deposit, cancellation) = (own(|clinic| &clinic.deposit), own(|clinic| &clinic.cancellation));
    let due = credit::deposits(&handout.sheet);
    let unsaid = deposit.is_none() && cancellation.is_none();
    let terms = due.is_some() && unsaid;
    let said: Vec<&str> =
        due.as_deref().into_iter().chain(deposit).chain(terms.then_some(words::NO_DEPOSIT_TERMS)).collect();
    rows.extend((!said.is_empty()).then(|| row("Deposit", said.join(" "))));
    rows.extend(cancellation.map(|text| row("Cancellation", text.to_owned())));
    if unsaid && !terms {
        rows.push(row("Deposit, cancellation", words::NO_TERMS.to_owned()));
    }
    Terms { title: words::TERMS, rows }
}

/// Add-ons that the catalogue knows for the plan's treatments and that some option does without.
fn extras(handout: &Handout<'_>) -> String {
    let plan = handout.sheet.plan;
    let mut said = Vec::new();
    for treatment in care::used(&handout.sheet) {
        let lines = || {
            plan.scenario.options.iter().flat_map(|option| &option.lines).filter(|line| line.treatment == treatment.id)
        };
        for id in &treatment.add_ons {
            let everywhere = lines().all(|line| line.add_ons.iter().any(|add_on| add_on.id.as_ref() == Some(id)));
            let Some(add_on) = plan.catalog.add_on(id).filter(|_| !everywhere) else { continue };
            let price = add_on.prices.iter().find(|price| price.currency == plan.estimate.currency);
            let price =
                price.map_or_else(String::new, |price| format!(", {} before tax", range(handout, price.amount)));
            said.push(format!("{} with a session of {}{price}", add_on.name, words::continued(&treatment.name)));
        }
    }
    said.push("further sessions, if the result asks for them".to_owned());
    format!("{}. Each only after you have agreed to it and its price.", capital(&said.join("; ")))
}

fn range(handout: &Handout<'_>, amount: Spread<Money>) -> String {
    wording::money_range(amount, handout.sheet.plan.estimate.currency)
}

fn growth(growth: Percent) -> String {
    if growth.is_zero() {
        "Prices are assumed to stay as they are over the whole horizon; they may not.".to_owned()
    } else {
        format!(
            "Prices are assumed to rise by {growth} a year from the second year on; the rows say each year's price."
        )
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

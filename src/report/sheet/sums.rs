//! The money of all options by phase and by calendar year.

use super::glyphs::breakable;
use super::{Audience, Handout, Sheet};
use crate::estimate::OptionEstimate;
use crate::ledger::{Heading, total};
use crate::locale::tr;
use crate::units::{Money, Spread};
use crate::wording;
use serde_json::{Value, json};

/// The table. Doing nothing costs nothing in any phase and year, so it has no column here.
pub(super) fn of(handout: &Handout<'_>) -> Value {
    let sheet = &handout.sheet;
    let crowded = paid(sheet).count() > MOST_IN_FULL;
    // Everything on money has to fit one page: beside many options or a credit, the phases and the total alone have
    // their ranges.
    let full = crowded || sheet.plan.plan.credit.is_some();
    let typical_years = full && handout.audience == Audience::Money;
    let note = if typical_years {
        tr!("The phases add up to the total, and so do the years, given at typical prices.")
    } else {
        tr!("The phases add up to the total, and so do the years. Doing nothing costs nothing.")
    };
    json!({
        "title": tr!("By phase and by calendar year"),
        "note": note,
        "corner": tr!("Typical (low–high)"),
        "options": paid(sheet).map(|option| column(option, crowded)).collect::<Vec<_>>(),
        "groups": [by_phase(sheet), by_year(sheet, typical_years)],
        "total": row(sheet, tr!("Total"), |option| option.ledger.total, true),
    })
}

/// Whether all money of the plan is in whole amounts: what is summed of it is then written without decimals, and
/// otherwise every amount has them.
pub(super) fn whole(sheet: &Sheet<'_>) -> bool {
    let entries = || sheet.plan.estimate.options.iter().flat_map(|option| &option.ledger.entries);
    entries().all(|entry| wording::is_whole(&entry.amount.to_array(), sheet.plan.estimate.currency))
}

/// The most options whose columns have room for names and ranges.
pub(super) const MOST_IN_FULL: usize = 4;

/// The name of an option's column.
pub(super) fn column(option: &OptionEstimate, crowded: bool) -> String {
    match option.mark {
        Some(mark) if crowded => tr!("Option {mark}", mark = mark.letter()),
        _ => breakable(&wording::option_title(option)),
    }
}

fn paid<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = &'a OptionEstimate> {
    sheet.plan.estimate.options.iter().filter(|option| option.mark.is_some())
}

fn by_phase(sheet: &Sheet<'_>) -> Vec<Value> {
    let used = |heading: &Heading| {
        paid(sheet).any(|option| option.ledger.entries.iter().any(|entry| entry.heading == *heading))
    };
    let headings = Heading::ALL.into_iter().filter(used);
    headings
        .map(|heading| row(sheet, wording::heading(heading), |option| option.ledger.heading(heading), true))
        .collect()
}

fn by_year(sheet: &Sheet<'_>, typical: bool) -> Vec<Value> {
    let estimate = sheet.plan.estimate;
    let years = estimate.start.year()..=estimate.date(estimate.horizon_days - 1).year();
    let in_year = |year: i16| {
        move |option: &OptionEstimate| total(option.ledger.entries.iter().filter(|entry| entry.date.year() == year))
    };
    years.map(|year| row(sheet, &year.to_string(), in_year(year), !typical)).collect()
}

/// A sum of each option: its typical amount and, if `ranged`, its range where there is one.
fn row(sheet: &Sheet<'_>, label: &str, of: impl Fn(&OptionEstimate) -> Spread<Money>, ranged: bool) -> Value {
    let (currency, whole) = (sheet.plan.estimate.currency, whole(sheet));
    let cell = |option: &OptionEstimate| {
        let sum = of(option);
        let range = (ranged && sum.low != sum.high).then(|| wording::money_range_alike(sum, currency, whole));
        (wording::money_alike(sum.typical, currency, whole), range)
    };
    json!({ "label": label, "cells": paid(sheet).map(cell).collect::<Vec<_>>() })
}

//! Tables for the clipboard: tab-separated text that a spreadsheet pastes into cells.
//!
//! Numbers are plain, with the country's decimal mark, nothing between thousands and no currency's sign, so that its
//! spreadsheets take them for numbers; the heading names the currency. Dates are year-month-day, shares are numbers between
//! 0 and 1. Text that somebody typed goes through `cell.rs`; a cell
//! that holds a quotation mark is quoted as spreadsheets expect it.

use super::{Worked, cell, csv};
use crate::estimate::{Estimate, OptionEstimate};
use crate::ledger::Entry;
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::units::{Band, Currency, Day, Money, Spread};
use crate::wording;
use ::csv::{Error, Terminator, WriterBuilder};

/// The comparison, one measure a row and three columns for each option.
///
/// # Errors
/// None that writing into memory could cause.
pub fn comparison(worked: &Worked<'_>) -> Result<Vec<u8>, Error> {
    write(csv::comparison_rows(worked, decimal))
}

/// The ledger entries of all options, one a row.
///
/// # Errors
/// None that writing into memory could cause.
pub fn ledger(worked: &Worked<'_>) -> Result<Vec<u8>, Error> {
    let mut rows = vec![entry_headings(worked.estimate.currency)];
    for (position, option) in worked.estimate.options.iter().enumerate() {
        let Some(typed) = worked.typed(position) else { continue };
        rows.extend(option.ledger.entries.iter().map(|entry| entry_cells(worked, option, typed, entry)));
    }
    write(rows)
}

fn entry_headings(currency: Currency) -> Vec<String> {
    let amounts = [
        tr!("Unit price"),
        tr!("Discount"),
        tr!("Plan discount"),
        tr!("Tax on top"),
        tr!("Tax included"),
        tr!("Low"),
        tr!("Typical"),
        tr!("High"),
    ];
    let words = [tr!("Option"), tr!("Date"), tr!("Heading"), tr!("Description"), tr!("Units")];
    let amounts = amounts.map(|name| format!("{name} ({currency})"));
    words.map(str::to_owned).into_iter().chain(amounts).collect()
}

fn entry_cells(worked: &Worked<'_>, option: &OptionEstimate, typed: &TreatmentOption, entry: &Entry) -> Vec<String> {
    let Spread { low, typical, high } = entry.amount;
    let (top, inside) = (entry.tax_on_top().typical, entry.tax_included().typical);
    let (off, plan_off) = (entry.discount.typical, entry.plan_discount.typical);
    let amounts = [entry.unit_price.typical, off, plan_off, top, inside, low, typical, high];
    let words = [
        cell::text(&wording::option_title(option)),
        entry.date.to_string(),
        entry.heading.name().to_owned(),
        cell::text(&wording::entry(entry, typed, worked.catalog)),
        entry.units.to_string(),
    ];
    words.into_iter().chain(amounts.map(|amount| plain(amount, worked.estimate.currency))).collect()
}

/// What the charts show, one day a row: for each option the money spent so far and, where a result is projected, the
/// change against the first day.
///
/// # Errors
/// None that writing into memory could cause.
pub fn charts(worked: &Worked<'_>, days: &[Day]) -> Result<Vec<u8>, Error> {
    let estimate = worked.estimate;
    let columns = estimate.options.iter().flat_map(|option| chart_headings(estimate, option));
    let heading = [tr!("Date"), tr!("Day")].map(str::to_owned).into_iter().chain(columns).collect();
    let rows = days.iter().map(|day| {
        let cells = estimate.options.iter().flat_map(|option| chart_cells(estimate, option, *day));
        [estimate.date(*day).to_string(), day.to_string()].into_iter().chain(cells).collect()
    });
    write([heading].into_iter().chain(rows).collect())
}

fn chart_headings(estimate: &Estimate, option: &OptionEstimate) -> Vec<String> {
    let (title, currency) = (wording::option_title(option), estimate.currency);
    let spent = [
        tr!("{title}, spent, low ({currency})", title, currency),
        tr!("{title}, spent, typical ({currency})", title, currency),
        tr!("{title}, spent, high ({currency})", title, currency),
    ];
    let net = [
        tr!("{title}, against today, cautious", title),
        tr!("{title}, against today, typical", title),
        tr!("{title}, against today, optimistic", title),
    ];
    let net = net.into_iter().filter(|_| option.projection.is_some());
    spent.into_iter().chain(net).map(|heading| cell::text(&heading)).collect()
}

fn chart_cells(estimate: &Estimate, option: &OptionEstimate, day: Day) -> Vec<String> {
    let point = option.point(day);
    let spent = point.spend.to_array().map(|amount: Money| plain(amount, estimate.currency));
    let net = point.result.map(|result| result.net).into_iter().flat_map(Band::to_array).map(decimal);
    spent.into_iter().chain(net).collect()
}

/// Four decimals, a hundredth of a percentage point: more would only be in the way.
fn decimal(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { wording::decimal(text) }
}

/// An amount without its currency.
fn plain(amount: Money, currency: Currency) -> String {
    wording::decimal(amount.to_plain(currency))
}

fn write(rows: Vec<Vec<String>>) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new().delimiter(b'\t').terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    csv::finished(writer)
}

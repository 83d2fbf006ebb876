//! Tables as CSV, for spreadsheets.
//!
//! Amounts are decimal text in the plan's currency, shares are numbers between 0 and 1, a value that does not apply is
//! an empty cell. Text that somebody typed goes through `cell.rs`, so that it never becomes a formula.

mod credit;

pub use credit::credit;

use super::{Worked, cell};
use crate::compare::{Row, Value};
use crate::document::Mark;
use crate::estimate::{Estimate, OptionEstimate};
use crate::ledger::{Entry, Item};
use crate::locale::{self, Locale, tr};
use crate::plan::TreatmentOption;
use crate::units::{Band, Currency, Day, Money, Spread, TaxMode};
use crate::wording;
use ::csv::{Error, Writer};

/// What the tables hold, as text.
pub const COLUMNS: &str = "\
CSV has a heading row. Amounts are decimal text in the plan's currency, shares are numbers between
0 and 1, and a cell is empty where a value does not apply. In names and other typed text, line
ends and control characters become spaces, and what begins with = + - or @ gets a ' in front, so
that no spreadsheet takes it for a formula.

- estimate, export --what ledger-csv: a row for each ledger entry of each option. Unit price,
  discount (of the line), plan_discount (of the whole plan, after that) and tax are those of the
  typical amount. Where tax_mode is on-top, the tax is added to the price; where it is included,
  it is a part of it. Sessions says how many a package covers.
- estimate --at, export --what estimate-csv: a row for each day of each option: improvement,
  severity if untreated, net change, what has been spent.
- compare, export --what comparison-csv: a row for each measure, and three columns for each
  option: low, typical and high, or cautious, typical and optimistic. What is no range stands in
  the middle one.
- credit: a row for each instalment: what is interest, what is principal, what is left.
- table: a row for each option of each plan; \"collagen-ledger table --help\" explains it.";

const ENTRY_HEADINGS: &str = "mark,option,date,day,heading,description,units,unit_price,discount,tax,low,\
    typical,high,currency,area,sessions,plan_discount,tax_percent,tax_mode";

const CURVE_HEADINGS: &str = "mark,option,date,day,cautious,typical,optimistic,untreated,net_cautious,net_typical,\
    net_optimistic,spend_low,spend_typical,spend_high,extrapolated";

/// The ledger entries of all options, one a row.
///
/// # Errors
/// None that writing into memory could cause.
pub fn entries(worked: &Worked<'_>) -> Result<Vec<u8>, Error> {
    plainly(|| entry_rows(worked))
}

/// CSV has the words and the decimal point of English in every country: programs read it.
fn plainly<T>(work: impl FnOnce() -> T) -> T {
    locale::with(Locale::default(), work)
}

fn entry_rows(worked: &Worked<'_>) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(ENTRY_HEADINGS.split(','))?;
    for (position, option) in worked.estimate.options.iter().enumerate() {
        let Some(typed) = worked.typed(position) else { continue };
        for entry in &option.ledger.entries {
            writer.write_record(entry_cells(worked, option, typed, entry))?;
        }
    }
    finished(writer)
}

fn entry_cells(worked: &Worked<'_>, option: &OptionEstimate, typed: &TreatmentOption, entry: &Entry) -> [String; 19] {
    let currency = worked.estimate.currency;
    let [low, typical, high] = entry.amount.to_array().map(|amount| amount.to_plain(currency));
    let sessions = match entry.item {
        Item::Package { sessions, .. } => sessions.to_string(),
        _ => String::new(),
    };
    let mode = match entry.taxed.mode {
        TaxMode::OnTop => "on-top",
        TaxMode::Included => "included",
    };
    [
        letter(option.mark),
        cell::text(&option.name),
        entry.date.to_string(),
        entry.day.to_string(),
        entry.heading.name().to_owned(),
        cell::text(&wording::entry(entry, typed, worked.catalog)),
        entry.units.to_string(),
        entry.unit_price.typical.to_plain(currency),
        entry.discount.typical.to_plain(currency),
        entry.tax.typical.to_plain(currency),
        low,
        typical,
        high,
        currency.to_string(),
        cell::text(entry.item.line().map_or("", |line| &typed[line].area)),
        sessions,
        entry.plan_discount.typical.to_plain(currency),
        entry.taxed.rate.to_string().trim_end_matches('%').to_owned(),
        mode.to_owned(),
    ]
}

/// The curves of all options on these days, one day a row.
///
/// # Errors
/// None that writing into memory could cause.
pub fn curves(worked: &Worked<'_>, days: &[Day]) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(CURVE_HEADINGS.split(','))?;
    for option in &worked.estimate.options {
        for day in days {
            writer.write_record(curve_cells(worked.estimate, option, *day))?;
        }
    }
    finished(writer)
}

fn curve_cells(estimate: &Estimate, option: &OptionEstimate, day: Day) -> Vec<String> {
    let point = option.point(day);
    let shares = |band: Option<Band>| match band {
        Some(band) => band.to_array().map(|share| share.to_string()),
        None => [const { String::new() }; 3],
    };
    let mut cells =
        vec![letter(option.mark), cell::text(&option.name), estimate.date(day).to_string(), day.to_string()];
    cells.extend(shares(point.result.map(|result| result.improvement)));
    cells.push(point.result.map(|result| result.untreated.to_string()).unwrap_or_default());
    cells.extend(shares(point.result.map(|result| result.net)));
    cells.extend(point.spend.to_array().map(|amount| amount.to_plain(estimate.currency)));
    cells.push(point.result.map(|result| yes_or_no(result.extrapolated)).unwrap_or_default());
    cells
}

/// The comparison, one measure a row and three columns for each option.
///
/// # Errors
/// None that writing into memory could cause.
pub fn comparison(worked: &Worked<'_>) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    for row in plainly(|| comparison_rows(worked, |share| share.to_string())) {
        writer.write_record(row)?;
    }
    finished(writer)
}

/// The rows of the comparison with their heading; `decimal` writes what is neither money nor counted.
pub(super) fn comparison_rows(worked: &Worked<'_>, decimal: fn(f64) -> String) -> Vec<Vec<String>> {
    let estimate = worked.estimate;
    let columns = estimate.options.iter().flat_map(|option| {
        let title = wording::option_title(option);
        let edges = [tr!("{title}, low", title), tr!("{title}, typical", title), tr!("{title}, high", title)];
        edges.map(|heading| cell::text(&heading))
    });
    let heading =
        [tr!(in "column", "measure"), tr!(in "column", "unit")].map(str::to_owned).into_iter().chain(columns).collect();
    let rows = worked.comparison.rows.iter().map(|row| {
        let cells = row.values.iter().flat_map(|value| value_cells(*value, estimate, decimal));
        let name = wording::measure_name(row.measure);
        [name, unit(row, estimate.currency).to_owned()].into_iter().chain(cells).collect()
    });
    [heading].into_iter().chain(rows).collect()
}

/// What the cells of a row count: the currency, or a word.
fn unit(row: &Row, currency: Currency) -> &'static str {
    let units = row.values.iter().find_map(|value| match value {
        Value::Money(_) => Some(currency.code()),
        Value::Count(_) => Some(tr!(in "unit", "visits")),
        Value::Days(..) => Some(tr!(in "unit", "days")),
        Value::Share(_) | Value::Peak(_) => Some(tr!(in "unit", "share")),
        Value::Months(_) => Some(tr!(in "unit", "months")),
        Value::ImprovementYears(_) => Some(tr!(in "unit", "years")),
        Value::Dominated(_) => Some(tr!(in "unit", "option")),
        Value::None => None,
    });
    units.unwrap_or_default()
}

/// Low, typical, high; of a result, cautious, typical, optimistic.
fn value_cells(value: Value, estimate: &Estimate, decimal: fn(f64) -> String) -> [String; 3] {
    let one = |text: String| [String::new(), text, String::new()];
    let band = |band: Band| band.to_array().map(decimal);
    match value {
        Value::Money(Spread { low, typical, high }) => {
            [low, typical, high].map(|amount: Money| wording::decimal(amount.to_plain(estimate.currency)))
        }
        Value::Count(count) => one(count.to_string()),
        Value::Days(least, most) => [least.to_string(), String::new(), most.to_string()],
        Value::Share(share) | Value::ImprovementYears(share) => band(share),
        Value::Peak(peak) => band(peak.improvement),
        Value::Months(months) => one(decimal(months)),
        Value::Dominated(Some(other)) => one(letter(estimate.options[other].mark)),
        Value::Dominated(None) | Value::None => one(String::new()),
    }
}

pub(super) fn letter(mark: Option<Mark>) -> String {
    mark.map(|mark| mark.letter().to_string()).unwrap_or_default()
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

pub(super) fn finished(writer: Writer<Vec<u8>>) -> Result<Vec<u8>, Error> {
    writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()).into())
}

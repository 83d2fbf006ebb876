//! What is paid, one ledger entry a row.

use super::in_english;
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Item};
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::report::PlanResults;
use crate::report::grid::{self, Cell, Column, Grid};
use crate::units::{Money, TaxMode};
use crate::wording;

/// An entry with what it belongs to.
struct Paid<'a> {
    results: &'a PlanResults<'a>,
    option: &'a OptionEstimate,
    typed: &'a TreatmentOption,
    entry: &'a Entry,
}

impl Paid<'_> {
    fn money(&self, amount: Money) -> Cell {
        Cell::Money(amount, self.results.estimate.currency)
    }
}

/// What a column holds.
type Fill = fn(&Paid<'_>) -> Cell;

/// The columns of the file, and behind them those that are only made to paste: what files call them, and what they hold.
const COLUMNS: [(&str, Fill); 22] = [
    ("mark", |of| Cell::mark(of.option.mark)),
    ("option", |of| Cell::text(wording::option_name(of.option))),
    ("date", |of| Cell::Date(of.entry.date)),
    ("day", |of| Cell::Count(of.entry.day.into())),
    ("heading", |of| Cell::text(wording::heading(of.entry.heading))),
    ("description", |of| Cell::text(wording::entry(of.entry, of.typed, of.results.catalog))),
    ("units", |of| Cell::units(of.entry.units)),
    ("unit_price", |of| of.money(of.entry.unit_price.typical)),
    ("discount", |of| of.money(of.entry.discount.typical)),
    ("tax", |of| of.money(of.entry.tax.typical)),
    ("low", |of| of.money(of.entry.amount.low)),
    ("typical", |of| of.money(of.entry.amount.typical)),
    ("high", |of| of.money(of.entry.amount.high)),
    ("currency", |of| Cell::text(of.results.estimate.currency.code())),
    ("area", |of| of.entry.item.line().map_or(Cell::Empty, |line| Cell::text(&of.typed[line].area))),
    ("sessions", |of| match of.entry.item {
        Item::Package { sessions, .. } => Cell::Count(sessions.into()),
        _ => Cell::Empty,
    }),
    ("plan_discount", |of| of.money(of.entry.plan_discount.typical)),
    ("tax_percent", |of| Cell::text(of.entry.taxed.rate.to_string().trim_end_matches('%'))),
    ("tax_mode", |of| match of.entry.taxed.mode {
        TaxMode::OnTop => Cell::text("on-top"),
        TaxMode::Included => Cell::text("included"),
    }),
    ("title", |of| Cell::text(wording::option_title(of.option))),
    ("tax_on_top", |of| of.money(of.entry.tax_on_top().typical)),
    ("tax_included", |of| of.money(of.entry.tax_included().typical)),
];

/// How many of the columns are those of the file.
const OF_FILE: usize = 19;

/// The ledger entries of all options.
pub fn ledger(results: &PlanResults<'_>) -> Grid {
    let columns = COLUMNS.iter().take(OF_FILE).map(|(name, cell)| grid::column(*name, cell));
    in_english(|| table(results, columns.collect()))
}

/// The ledger entries of all options, to paste.
pub fn ledger_to_paste(results: &PlanResults<'_>) -> Grid {
    let currency = results.estimate.currency;
    let words = [
        ("title", tr!("Option")),
        ("date", tr!("Date")),
        ("heading", tr!("Heading")),
        ("description", tr!("Description")),
        ("units", tr!("Units")),
    ];
    let amounts = [
        ("unit_price", tr!("Unit price")),
        ("discount", tr!("Discount")),
        ("plan_discount", tr!("Plan discount")),
        ("tax_on_top", tr!("Tax on top")),
        ("tax_included", tr!("Tax included")),
        ("low", tr!("Low")),
        ("typical", tr!("Typical")),
        ("high", tr!("High")),
    ];
    let words = words.map(|(column, heading)| (column, heading.to_owned()));
    let amounts = amounts.map(|(column, heading)| (column, format!("{heading} ({currency})")));
    let columns = words.into_iter().chain(amounts).filter_map(|(column, heading)| {
        let (_, cell) = COLUMNS.iter().find(|(name, _)| *name == column)?;
        Some(grid::column(heading, cell))
    });
    table(results, columns.collect())
}

fn table<'a>(results: &'a PlanResults<'a>, columns: Vec<Column<'_, Paid<'a>>>) -> Grid {
    let options = results.estimate.options.iter().zip(&results.plan.options);
    let paid = options.flat_map(|(option, typed)| {
        option.ledger.entries.iter().map(move |entry| Paid { results, option, typed, entry })
    });
    Grid::of(columns, paid)
}

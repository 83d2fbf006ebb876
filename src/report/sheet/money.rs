//! An option's money in rows: the next twelve months, the later years, and both by phase.

use super::client::horizon;
use super::data::{Column, MoneyGroup, MoneyTable};
use super::gather::{Gathered, gather};
use super::glance::Years;
use super::glyphs::breakable;
use super::{Sheet, words};
use crate::catalog::PriceUnit;
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Heading, Item};
use crate::scenario::TreatmentOption;
use crate::units::{Currency, Money, Spread};
use crate::wording;

/// Writes the money table of one option. All options of a plan get the same columns.
pub(super) struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    discount: bool,
    tax: bool,
}

impl<'a> Writer<'a> {
    /// Leaves out discount and tax where no option has any.
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let entries = || sheet.plan.estimate.options.iter().flat_map(|option| &option.ledger.entries);
        let (discount, tax) = (entries().any(|entry| some(entry.discount)), entries().any(|entry| some(entry.tax)));
        Self { sheet, discount, tax }
    }

    /// The table of an option whose plan is given; none where nothing is paid.
    pub(super) fn table(&self, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Option<MoneyTable> {
        if option.ledger.entries.is_empty() {
            return None;
        }
        let later = self.sheet.plan.estimate.horizon_years > 1;
        let later = later.then(|| self.group(words::later(), Years::Later, option, plan));
        let groups = [self.group(words::next(), Years::First, option, plan)].into_iter().chain(later).collect();
        let total = format!("Total over {}", horizon(self.sheet.plan.estimate.horizon_years));
        let total = self.sum_row(&total, option.ledger.total);
        Some(MoneyTable { columns: self.columns(), groups, total })
    }

    /// The columns behind the first, whose title is each group's own.
    fn columns(&self) -> Vec<Column> {
        let text = |title| Column { title, number: false };
        let number = |title| Column { title, number: true };
        let mut columns = vec![text("Expected"), number("Qty"), number("Unit price")];
        columns.extend(self.discount.then(|| number("Discount")));
        columns.extend(self.tax.then(|| number("Tax")));
        columns.extend([number("Low"), number("Typical"), number("High")]);
        columns
    }

    fn group(&self, title: &str, years: Years, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> MoneyGroup {
        let gathered = gather(years.entries(self.sheet, &option.ledger));
        let rows = plan.map_or_else(Vec::new, |plan| gathered.iter().map(|row| self.row(row, plan)).collect());
        let sum = match years {
            Years::First => "Total of the next 12 months",
            Years::Later => "Total of the later years",
        };
        MoneyGroup { title: title.to_owned(), rows, total: self.sum_row(sum, years.sum(self.sheet, &option.ledger)) }
    }

    fn row(&self, row: &Gathered<'_>, plan: &TreatmentOption) -> Vec<String> {
        let currency = self.sheet.plan.estimate.currency;
        let amount = |amount: Money| wording::money_exact(amount, currency);
        let mut cells = vec![
            breakable(&self.description(row.first, plan)),
            span(row),
            row.quantity.to_string(),
            amount(row.first.unit_price.typical),
        ];
        let none = || words::NONE.to_owned();
        let discount = row.discount.typical;
        let off = if discount == Money::ZERO { none() } else { amount(Money::ZERO - discount) };
        cells.extend(self.discount.then_some(off));
        cells.extend(self.tax.then(|| if row.tax.typical == Money::ZERO { none() } else { amount(row.tax.typical) }));
        cells.extend(amounts(row.amount, currency));
        cells
    }

    fn description(&self, entry: &Entry, plan: &TreatmentOption) -> String {
        let item = wording::item(entry, plan, self.sheet.plan.catalog);
        let unit = match entry.item {
            Item::Session { line, .. } | Item::Device { line, .. } => plan.lines.get(line).map(|line| line.unit),
            Item::Consultation | Item::AddOn { .. } => None,
        };
        let unit = match unit {
            Some(PriceUnit::Syringe) => ", per syringe",
            Some(PriceUnit::Device { .. }) => ", device",
            Some(PriceUnit::Session | PriceUnit::Procedure) | None => "",
        };
        let phase = if entry.heading == Heading::Upkeep { ", upkeep" } else { "" };
        format!("{item}{unit}{phase}")
    }

    /// A row that names an amount only.
    fn sum_row(&self, name: &str, sum: Spread<Money>) -> Vec<String> {
        let mut cells = vec![name.to_owned()];
        cells.resize(self.columns().len() - 2, String::new());
        cells.extend(amounts(sum, self.sheet.plan.estimate.currency));
        cells
    }
}

fn some(spread: Spread<Money>) -> bool {
    spread != Spread::default()
}

fn amounts(spread: Spread<Money>, currency: Currency) -> [String; 3] {
    spread.to_array().map(|amount| wording::money_exact(amount, currency))
}

/// The month of a row, or its first and last.
fn span(row: &Gathered<'_>) -> String {
    let (first, last) = (wording::month_year(row.first.date), wording::month_year(row.last));
    if first == last { first } else { format!("{first} – {last}") }
}

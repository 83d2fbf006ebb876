//! An option's money in rows: the first twelve months, the later years, and both by phase.

use super::glance::CostPeriod;
use super::glyphs::breakable;
use super::groups::{EntryGroup, gather};
use super::{Sheet, words};
use crate::catalog::PriceUnit;
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Heading, Item};
use crate::locale::{tr, trn};
use crate::plan::TreatmentOption;
use crate::report::grid::{Cell, Column, Grid, column};
use crate::units::{Money, Spread};
use crate::wording;
use serde_json::{Value, json};

/// What a row is made of: like entries, and the option as it was typed.
type Row<'r> = (&'r EntryGroup<'r>, &'r TreatmentOption);

/// Writes the money table of one option. All options of a plan get the same columns.
pub(super) struct Writer<'a> {
    sheet: &'a Sheet<'a>,
    discount: bool,
    tax_on_top: bool,
    tax_included: bool,
}

impl<'a> Writer<'a> {
    /// Leaves out discount and tax where no option has any. Tax on top and tax in prices have a column each, so that
    /// what is added up on a line is never in doubt.
    pub(super) fn new(sheet: &'a Sheet<'a>) -> Self {
        let any = |of: fn(&Entry) -> Spread<Money>| {
            let mut entries = sheet.plan.estimate.options.iter().flat_map(|option| &option.ledger.entries);
            entries.any(|entry| some(of(entry)))
        };
        Self {
            sheet,
            discount: any(Entry::off),
            tax_on_top: any(Entry::tax_on_top),
            tax_included: any(Entry::tax_included),
        }
    }

    /// The table of an option whose plan is given; none where nothing is paid.
    pub(super) fn table(&self, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Option<Value> {
        if option.ledger.entries.is_empty() {
            return None;
        }
        let later = self.sheet.plan.estimate.horizon_years > 1;
        let later = later.then(|| self.group(CostPeriod::Later, option, plan));
        let groups: Vec<Value> = [self.group(CostPeriod::First, option, plan)].into_iter().chain(later).collect();
        let years = self.sheet.plan.estimate.horizon_years;
        let total = trn!(years, "Total over {years} year", "Total over {years} years", years);
        let total = self.sum_row(&total, option.ledger.total);
        // The first column is called by the layout, and the second alone holds no numbers, which are set to the right.
        let behind_first = self.columns().into_iter().enumerate().skip(1);
        let columns: Vec<Value> =
            behind_first.map(|(at, (title, _))| json!({ "title": title, "number": at > 1 })).collect();
        Some(json!({ "columns": columns, "groups": groups, "total": total }))
    }

    /// The columns: what is paid for, when, and how its amount comes about.
    fn columns<'r>(&self) -> Vec<Column<'_, Row<'r>>> {
        let currency = self.sheet.plan.estimate.currency;
        let money = |heading: &str, amount: fn(&EntryGroup<'_>) -> Money| -> Column<'_, Row<'r>> {
            column(heading, move |(row, _): &Row<'_>| Cell::Money(amount(row), currency))
        };
        let some = |heading: &str, amount: fn(&EntryGroup<'_>) -> Money| -> Column<'_, Row<'r>> {
            column(heading, move |(row, _): &Row<'_>| Cell::some(amount(row), currency))
        };
        let mut columns = vec![
            column("", |(row, plan): &Row<'_>| Cell::text(breakable(&self.description(row.first, plan)))),
            column(tr!("Expected"), |(row, _): &Row<'_>| Cell::Text(span(row))),
            column(tr!("Qty"), |(row, _): &Row<'_>| Cell::units(row.quantity)),
            money(tr!("Unit price"), |row| row.first.unit_price.typical),
        ];
        columns.extend(self.discount.then(|| some(tr!("Discount"), |row| Money::ZERO - row.off.typical)));
        columns.extend(self.tax_on_top.then(|| some(words::tax_column(), |row| row.tax_on_top.typical)));
        columns.extend(self.tax_included.then(|| some(&words::tax_included_column(), |row| row.tax_included.typical)));
        columns.extend([
            money(tr!("Low"), |row| row.amount.low),
            money(tr!("Typical"), |row| row.amount.typical),
            money(tr!("High"), |row| row.amount.high),
        ]);
        columns
    }

    fn group(&self, years: CostPeriod, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Value {
        let gathered = gather(years.entries(self.sheet, &option.ledger));
        let rows = plan.into_iter().flat_map(|plan| gathered.iter().map(move |row| (row, plan)));
        let table = Grid::of(self.columns(), rows);
        let sum = match years {
            CostPeriod::First => words::total_of_first_year(self.sheet),
            CostPeriod::Later => tr!("Total of the later years: illustration"),
        };
        json!({ "rows": table.on_paper(), "total": self.sum_row(sum, years.sum(self.sheet, &option.ledger)) })
    }

    fn description(&self, entry: &Entry, plan: &TreatmentOption) -> String {
        let item = wording::item(entry, plan, self.sheet.plan.catalog);
        let unit = match entry.item {
            Item::Session { line, .. }
            | Item::Included { line, .. }
            | Item::Package { line, add_on: None, .. }
            | Item::Device { line, .. } => Some(plan[line].unit),
            Item::Consultation
            | Item::Membership { .. }
            | Item::AddOn { .. }
            | Item::Package { .. }
            | Item::Payment { .. } => None,
        };
        let unit = match unit {
            Some(PriceUnit::Syringe) => Some(tr!("per syringe")),
            Some(PriceUnit::Device { .. }) => Some(tr!(in "in a list", "device")),
            Some(PriceUnit::Session | PriceUnit::Procedure) | None => None,
        };
        let phase = (entry.heading == Heading::Upkeep).then(|| tr!(in "in a list", "upkeep"));
        [item.as_str()].into_iter().chain(unit).chain(phase).collect::<Vec<_>>().join(", ")
    }

    /// A row that names an amount only.
    fn sum_row(&self, name: &str, sum: Spread<Money>) -> Vec<String> {
        let mut cells = vec![name.to_owned()];
        cells.resize(self.columns().len() - 3, String::new());
        cells.extend(sum.to_array().map(|amount| wording::money_exact(amount, self.sheet.plan.estimate.currency)));
        cells
    }
}

fn some(spread: Spread<Money>) -> bool {
    spread != Spread::default()
}

/// The month of a row, or its first and last.
fn span(row: &EntryGroup<'_>) -> String {
    let (first, last) = (wording::month_year(row.first.date), wording::month_year(row.last));
    if first == last { first } else { format!("{first} – {last}") }
}

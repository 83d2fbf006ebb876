//! An option's money in rows: the next twelve months, the later years, and both by phase.

use super::glance::CostPeriod;
use super::glyphs::breakable;
use super::groups::{EntryGroup, gather};
use super::{Sheet, words};
use crate::catalog::PriceUnit;
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Heading, Item};
use crate::locale::{tr, trn};
use crate::plan::TreatmentOption;
use crate::units::{Currency, Money, Spread};
use crate::wording;
use serde_json::{Value, json};

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
        Some(json!({ "columns": self.columns(), "groups": groups, "total": total }))
    }

    /// The columns behind the first.
    fn columns(&self) -> Vec<Value> {
        // Numbers are set to the right.
        let column = |title: &str, number: bool| json!({ "title": title, "number": number });
        let number = |title: &str| column(title, true);
        let mut columns = vec![column(tr!("Expected"), false), number(tr!("Qty")), number(tr!("Unit price"))];
        columns.extend(self.discount.then(|| number(tr!("Discount"))));
        columns.extend(self.tax_on_top.then(|| number(words::tax_column())));
        columns.extend(self.tax_included.then(|| number(&words::tax_included_column())));
        columns.extend([number(tr!("Low")), number(tr!("Typical")), number(tr!("High"))]);
        columns
    }

    fn group(&self, years: CostPeriod, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Value {
        let gathered = gather(years.entries(self.sheet, &option.ledger));
        let rows: Vec<Vec<String>> =
            plan.map_or_else(Vec::new, |plan| gathered.iter().map(|row| self.row(row, plan)).collect());
        let sum = match years {
            CostPeriod::First => tr!("Total of the next 12 months: estimate"),
            CostPeriod::Later => tr!("Total of the later years: illustration"),
        };
        json!({ "rows": rows, "total": self.sum_row(sum, years.sum(self.sheet, &option.ledger)) })
    }

    fn row(&self, row: &EntryGroup<'_>, plan: &TreatmentOption) -> Vec<String> {
        let currency = self.sheet.plan.estimate.currency;
        let amount = |amount: Money| wording::money_exact(amount, currency);
        let mut cells = vec![
            breakable(&self.description(row.first, plan)),
            span(row),
            row.quantity.to_string(),
            amount(row.first.unit_price.typical),
        ];
        let shown = |sum: Money| if sum == Money::ZERO { words::NONE.to_owned() } else { amount(sum) };
        cells.extend(self.discount.then(|| shown(Money::ZERO - row.off.typical)));
        cells.extend(self.tax_on_top.then(|| shown(row.tax_on_top.typical)));
        cells.extend(self.tax_included.then(|| shown(row.tax_included.typical)));
        cells.extend(amounts(row.amount, currency));
        cells
    }

    fn description(&self, entry: &Entry, plan: &TreatmentOption) -> String {
        let item = wording::item(entry, plan, self.sheet.plan.catalog);
        let unit = match entry.item {
            Item::Session { line, .. } | Item::Package { line, .. } | Item::Device { line, .. } => {
                Some(plan[line].unit)
            }
            Item::Consultation | Item::AddOn { .. } => None,
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
fn span(row: &EntryGroup<'_>) -> String {
    let (first, last) = (wording::month_year(row.first.date), wording::month_year(row.last));
    if first == last { first } else { format!("{first} – {last}") }
}

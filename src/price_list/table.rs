//! The list as a table to be written in: for each treatment and add-on its values, the clinic's and the catalogue's.

use super::draft::{PriceListDraft, typed};
use super::entry::PriceList;
use super::listed::ListedValue;
use super::own;
use crate::catalog::{Basis, Catalog};
use crate::overlay::{Quantity, Subject};
use crate::units::{Currency, Date, Spread};
use std::collections::HashMap;

/// The table, in the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The clinic's defaults, then treatments, then add-ons; what the catalogue does not know comes last.
    pub sections: Vec<Section>,
}

/// What there is of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Whose values they are.
    pub subject: Subject,
    /// The position of its label in the draft, if it has one.
    pub label: Option<usize>,
    /// Its values.
    pub values: Vec<TableValue>,
}

/// A value with its entries as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableValue {
    /// What is in force on the day of the table, and what a reset would give.
    pub listed: ListedValue,
    /// One row for each entry in the order typed; then, where none of them is in force, one for what is.
    pub rows: Vec<TableRow>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The position of the entry in the draft; none where the value is not the clinic's, or its for a wider case.
    pub entry: Option<usize>,
    /// Low, typical and high as they stand in the fields.
    pub amounts: Spread<String>,
    /// When it is in force.
    pub timing: Timing,
}

/// When an entry is in force, seen from the day of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// It is.
    Now,
    /// It will be.
    Later,
    /// A later entry has taken its place.
    Past,
    /// Its day cannot be read.
    Unknown,
}

impl Table {
    /// The table of a list as typed and of its valid part, on a day, with prices in this currency.
    pub fn of(draft: &PriceListDraft, list: &PriceList, catalog: &Catalog, on: Date, currency: Currency) -> Self {
        let catalog = &*own::joined(&draft.labels, catalog);
        let mut positions: HashMap<(&Subject, &Quantity), Vec<usize>> = HashMap::new();
        for (at, entry) in draft.entries.iter().enumerate() {
            positions.entry((&entry.subject, &entry.quantity)).or_default().push(at);
        }
        let mut table = Self::default();
        for listed in listed_values(draft, list, catalog, on, currency) {
            let entries = positions.get(&(&listed.subject, &listed.quantity)).map_or(&[][..], Vec::as_slice);
            let value = TableValue { rows: rows(draft, entries, &listed, on), listed };
            table.section(draft, &value.listed.subject.clone()).values.push(value);
        }
        table
    }

    /// The section of a subject, made if there is none.
    fn section(&mut self, draft: &PriceListDraft, subject: &Subject) -> &mut Section {
        let at = self.sections.iter().position(|section| section.subject == *subject).unwrap_or_else(|| {
            let label = draft.labels.iter().position(|label| label.subject == *subject);
            self.sections.push(Section { subject: subject.clone(), label, values: Vec::new() });
            self.sections.len() - 1
        });
        &mut self.sections[at]
    }
}

/// Every value that the list has as valid, and those that are still being typed.
fn listed_values(
    draft: &PriceListDraft,
    list: &PriceList,
    catalog: &Catalog,
    on: Date,
    currency: Currency,
) -> Vec<ListedValue> {
    let typed: Vec<_> = draft.entries.iter().map(|entry| (&entry.subject, &entry.quantity)).collect();
    let mut found = list.listed_in(catalog, on, currency, &typed);
    let named = draft.labels.iter().map(|label| (&label.subject, None));
    let typed = typed
        .into_iter()
        .filter(|(_, quantity)| quantity.is_shown_in(currency))
        .map(|(subject, quantity)| (subject, Some(quantity)));
    let own_price = Quantity::price(currency);
    for (subject, quantity) in typed.chain(named) {
        let is_there = |listed: &ListedValue| {
            listed.subject == *subject && quantity.is_none_or(|quantity| listed.quantity == *quantity)
        };
        if !found.iter().any(is_there) {
            let quantity = quantity.unwrap_or(&own_price).clone();
            let listed = list.listed_value(catalog, subject.clone(), quantity, on);
            let at = place(&found, subject);
            found.insert(at, listed);
        }
    }
    found
}

/// Where a value stands that is not listed yet: beside the others of its subject; or, as one of a part of the body, behind its
/// treatment and the parts before it, where it stays once it is typed.
fn place(found: &[ListedValue], subject: &Subject) -> usize {
    let is_before = |other: &Subject| other.whole() == subject.whole() && other.area() <= subject.area();
    found.iter().rposition(|other| is_before(&other.subject)).map_or(found.len(), |at| at + 1)
}

fn rows(draft: &PriceListDraft, entries: &[usize], listed: &ListedValue, on: Date) -> Vec<TableRow> {
    let day = |at: usize| draft.entries[at].day();
    let in_force = entries.iter().filter(|at| day(**at).is_some_and(|day| day <= on)).max_by_key(|at| day(**at));
    let timing = |at: usize| match day(at) {
        None => Timing::Unknown,
        Some(day) if day > on => Timing::Later,
        Some(_) if Some(&at) == in_force => Timing::Now,
        Some(_) => Timing::Past,
    };
    let row =
        |at: &usize| TableRow { entry: Some(*at), amounts: draft.entries[*at].amounts.clone(), timing: timing(*at) };
    let mut rows: Vec<TableRow> = entries.iter().map(row).collect();
    if in_force.is_none() {
        let amounts = listed.now.as_ref().map(|known| typed(known.value, &listed.quantity)).unwrap_or_default();
        rows.push(TableRow { entry: None, amounts, timing: Timing::Now });
    }
    rows
}

impl TableValue {
    /// Whether the clinic has a say in it, however wrong what it says is.
    pub fn is_own(&self) -> bool {
        self.rows.iter().any(|row| row.entry.is_some()) || self.listed.is_own()
    }

    /// Whether it is a placeholder that waits for the clinic's own.
    pub fn is_placeholder(&self) -> bool {
        let ListedValue { subject, quantity, now, .. } = &self.listed;
        match now {
            Some(known) => known.basis == Basis::Placeholder,
            None => *subject != Subject::Clinic && !quantity.kind().added.contains(&subject.whose()),
        }
    }
}

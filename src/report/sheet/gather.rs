//! Like entries gathered into one row, so that a course is one line on paper and still adds up to the cent.

use crate::ledger::{Entry, Item};
use crate::units::{Date, Money, Spread};

/// Entries that differ in nothing but their day and number.
#[derive(Clone, Debug)]
pub(super) struct Gathered<'a> {
    /// The first of them.
    pub(super) first: &'a Entry,
    /// The day of the last of them.
    pub(super) last: Date,
    /// Units over all of them.
    pub(super) quantity: u32,
    /// The sum of what is taken off.
    pub(super) discount: Spread<Money>,
    /// The sum of the tax.
    pub(super) tax: Spread<Money>,
    /// The sum of what is paid.
    pub(super) amount: Spread<Money>,
}

/// Gathers entries, in order of heading and then of the first day.
pub(super) fn gather(entries: &[Entry]) -> Vec<Gathered<'_>> {
    let mut rows: Vec<Gathered<'_>> = Vec::new();
    for entry in entries {
        match rows.iter_mut().find(|row| alike(row.first, entry)) {
            Some(row) => row.add(entry),
            None => rows.push(Gathered::new(entry)),
        }
    }
    rows.sort_by_key(|row| (row.first.heading, row.first.day));
    rows
}

impl<'a> Gathered<'a> {
    fn new(entry: &'a Entry) -> Self {
        let Entry { date, units, discount, tax, amount, .. } = *entry;
        Self { first: entry, last: date, quantity: units, discount, tax, amount }
    }

    fn add(&mut self, entry: &Entry) {
        let plus = |one: Money, other: Money| one + other;
        self.last = entry.date;
        self.quantity += entry.units;
        self.discount = self.discount.zip(entry.discount, plus);
        self.tax = self.tax.zip(entry.tax, plus);
        self.amount = self.amount.zip(entry.amount, plus);
    }
}

/// Whether two entries may share a row: all that is printed of one of them is the same.
fn alike(one: &Entry, other: &Entry) -> bool {
    let terms = |entry: &Entry| {
        (entry.heading, entry.units, entry.unit_price, entry.discount, entry.tax, entry.amount, entry.basis)
    };
    terms(one) == terms(other) && unnumbered(&one.item) == unnumbered(&other.item)
}

fn unnumbered(item: &Item) -> Item {
    let number = 0;
    match *item {
        Item::Consultation => Item::Consultation,
        Item::Session { line, .. } => Item::Session { line, number },
        Item::AddOn { line, add_on, .. } => Item::AddOn { line, number, add_on },
        Item::Device { line, .. } => Item::Device { line, number },
    }
}

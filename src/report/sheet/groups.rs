//! Like entries gathered into one row, so that a course is one line on paper and still adds up to the cent.

use crate::ledger::{Entry, Item};
use crate::units::{Date, Money, Spread, UnitCount};

/// Entries that differ in nothing but their day and number.
#[derive(Clone, Debug)]
pub(super) struct EntryGroup<'a> {
    /// The first of them.
    pub(super) first: &'a Entry,
    /// The day of the last of them.
    pub(super) last: Date,
    /// Units over all of them.
    pub(super) quantity: UnitCount,
    /// The sum of what is taken off, by the line's discount and by the plan's.
    pub(super) off: Spread<Money>,
    /// The sum of the tax that comes on top.
    pub(super) tax_on_top: Spread<Money>,
    /// The sum of the tax that prices include.
    pub(super) tax_included: Spread<Money>,
    /// The sum of what is paid.
    pub(super) amount: Spread<Money>,
}

/// Gathers entries, in order of heading and then of the first day.
pub(super) fn gather(entries: &[Entry]) -> Vec<EntryGroup<'_>> {
    let mut rows: Vec<EntryGroup<'_>> = Vec::new();
    for entry in entries {
        match rows.iter_mut().find(|row| alike(row.first, entry)) {
            Some(row) => row.add(entry),
            None => rows.push(EntryGroup::new(entry)),
        }
    }
    rows.sort_by_key(|row| (row.first.heading, row.first.day));
    rows
}

impl<'a> EntryGroup<'a> {
    fn new(entry: &'a Entry) -> Self {
        let Entry { date, units, amount, .. } = *entry;
        let (off, tax_on_top, tax_included) = (entry.off(), entry.tax_on_top(), entry.tax_included());
        Self { first: entry, last: date, quantity: units, off, tax_on_top, tax_included, amount }
    }

    fn add(&mut self, entry: &Entry) {
        let plus = |one: Money, other: Money| one + other;
        self.last = entry.date;
        self.quantity += entry.units;
        self.off = self.off.zip(entry.off(), plus);
        self.tax_on_top = self.tax_on_top.zip(entry.tax_on_top(), plus);
        self.tax_included = self.tax_included.zip(entry.tax_included(), plus);
        self.amount = self.amount.zip(entry.amount, plus);
    }
}

/// Whether two entries may share a row: all that is printed of one of them is the same, and nothing was rounded, so that their number
/// times the price of one is what they come to.
fn alike(one: &Entry, other: &Entry) -> bool {
    let terms = |entry: &Entry| {
        let money = (entry.unit_price, entry.off(), entry.tax_on_top(), entry.tax_included(), entry.amount);
        (entry.heading, entry.units, money, entry.basis)
    };
    let is_exact = one.unit_price.to_array().into_iter().all(|price| one.units.is_exact_at(price));
    is_exact && terms(one) == terms(other) && unnumbered(&one.item) == unnumbered(&other.item)
}

fn unnumbered(item: &Item) -> Item {
    let number = 0;
    match *item {
        Item::Consultation => Item::Consultation,
        Item::Payment { .. } => Item::Payment { number },
        Item::Session { line, .. } => Item::Session { line, number },
        Item::Package { line, add_on, sessions, until, .. } => Item::Package { line, add_on, number, sessions, until },
        Item::AddOn { line, add_on, .. } => Item::AddOn { line, number, add_on },
        Item::Device { line, .. } => Item::Device { line, number },
        Item::Membership { .. } => Item::Membership { month: number },
        Item::Included { line, .. } => Item::Included { line, number },
    }
}

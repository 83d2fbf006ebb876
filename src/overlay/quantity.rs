//! Which value it is, and the value from one day on.

use super::key::{Case, Key};
use super::kind::{QuantityDefinition, QuantityKind};
use super::subject::Subject;
use super::value::{SourcedValue, Value};
use crate::catalog::Catalog;
use crate::units::{Currency, Date};
use std::borrow::Cow;

/// One value from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// The value; its shape is the quantity's.
    pub value: Value,
    /// The first day on which it holds; none means that it always has.
    pub from: Option<Date>,
}

/// Which value it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// What is counted.
    pub what: QuantityKind,
    /// Which of those there are of it.
    pub key: Key,
}

impl Quantity {
    /// The price of one unit in a currency.
    pub fn price(currency: Currency) -> Self {
        QuantityKind::Price.of(Key { currency: Some(currency), ..Key::default() })
    }

    /// The price of so many sessions in a currency.
    pub fn package(size: u32, currency: Currency) -> Self {
        QuantityKind::Package.of(Key { currency: Some(currency), size: Some(size), ..Key::default() })
    }

    /// Whether an entry for this also answers for `other`.
    pub fn covers(&self, other: &Self) -> bool {
        let (one, two) = (&self.key, &other.key);
        let is_same = (self.what, one.currency, one.size, &one.with) == (other.what, two.currency, two.size, &two.with);
        is_same && one.case.covers(&two.case)
    }

    /// Whether it is an amount in this currency, or none.
    pub fn is_shown_in(&self, currency: Currency) -> bool {
        self.key.currency.is_none_or(|own| own == currency)
    }

    /// Its row of the table.
    pub fn kind(&self) -> &'static QuantityDefinition {
        self.what.kind()
    }

    /// The name in tables: `price`, `package_of_3`, `tax_percent`.
    pub fn name(&self) -> Cow<'static, str> {
        self.kind().name(&self.key)
    }

    /// What a catalogue says of it.
    pub fn read(&self, catalog: &Catalog, subject: &Subject) -> Option<SourcedValue> {
        (self.kind().place.read)(catalog, subject, &self.key)
    }

    /// Puts a value of the clinic's, which holds since a day, in its place in a catalogue. One that has none there changes
    /// nothing.
    pub(super) fn lay(&self, catalog: &mut Catalog, subject: &Subject, value: Value, since: Option<Date>) {
        if self.kind().of.contains(&subject.whose()) {
            // What has no place there is left out.
            let _ = (self.kind().place.lay)(catalog, subject, &self.key, value, since);
        }
    }
}

impl QuantityKind {
    /// The only value there is of it.
    pub fn alone(self) -> Quantity {
        self.of(Key::default())
    }

    /// The value for a case.
    pub fn case(self, case: Case) -> Quantity {
        self.of(Key { case, ..Key::default() })
    }

    /// The value with a key.
    pub fn of(self, key: Key) -> Quantity {
        Quantity { what: self, key }
    }
}

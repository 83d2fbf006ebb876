//! Values, and who says so.

use crate::catalog::{Basis, SourceId};
use crate::units::{Date, Money, Percent, Spread};

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A price.
    Money(Spread<Money>),
    /// Sessions or days.
    Count(Spread<u32>),
    /// A percentage.
    Percent(Percent),
    /// Yes or no.
    YesNo(bool),
}

/// A value with who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcedValue {
    /// The value.
    pub value: Value,
    /// The clinic's, a source's, or a placeholder.
    pub basis: Basis,
    /// Who says so; empty for the clinic's own.
    pub refs: Vec<SourceId>,
    /// Since when the clinic's value holds, if it says so.
    pub from: Option<Date>,
}

impl SourcedValue {
    /// A value of the clinic's own.
    pub fn own(value: Value, from: Option<Date>) -> Self {
        Self { value, basis: Basis::Clinic, refs: Vec::new(), from }
    }
}

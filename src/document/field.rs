//! The fields that hold a text or a number, one row for each: edits, names of undo, limits, parsing and views read them
//! here and nowhere else.

use super::draft::{fit_line, fit_text};
use super::{CreditDraft, Draft, Field, LineDraft, OptionDraft, PackageDraft, Profile, limits};
use crate::text::english;
use std::ops::RangeInclusive;

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text as typed: a name, an amount, a percentage.
    Text(String),
    /// A whole number.
    Whole(u32),
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Whole(number)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line of text of at most so many characters.
    Line(usize),
    /// Several lines of text of at most so many characters together.
    Lines(usize),
    /// An amount of money as typed; nothing is none.
    Amount,
    /// A percentage as typed, at most so much; nothing is none.
    Percent(u32),
    /// A whole number within limits, and what it counts.
    Whole(RangeInclusive<u32>, Counted),
    /// A length in hundredths of a millimetre. Its limits are the treatment's.
    Length,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Years.
    Years,
    /// Percent.
    Percent,
    /// Percent of the peak.
    PercentOfPeak,
    /// Sessions.
    Sessions,
    /// Days.
    Days,
    /// Days from the plan's start.
    DaysFromStart,
    /// Units in a session.
    Units,
    /// Months.
    Months,
    /// Instalments.
    Instalments,
    /// Parts of a mix.
    Parts,
}

/// All that is known of a field of `T`.
pub struct Row<T> {
    /// The field.
    pub field: Field,
    /// What it takes.
    pub kind: Kind,
    /// What undo calls a change of it.
    pub step: &'static str,
    get: fn(&T) -> Option<Value>,
    set: fn(&mut T, Value),
}

/// Something of the document with fields.
pub trait Fields: Sized + 'static {
    /// A row for each of its fields, in the order in which they are checked.
    const ROWS: &'static [Row<Self>];

    /// What is known of a field, if it has it.
    fn row(field: Field) -> Option<&'static Row<Self>> {
        Self::ROWS.iter().find(|row| row.field == field)
    }

    /// What stands in a field, if it has it and anything stands there.
    fn value(&self, field: Field) -> Option<Value> {
        Self::row(field).and_then(|row| (row.get)(self))
    }

    /// Writes into a field, if it has it.
    fn set(&mut self, field: Field, value: Value) {
        if let Some(row) = Self::row(field) {
            (row.set)(self, value);
        }
    }

    /// Makes every text fit its limits: too long a text is cut, and control characters go.
    fn fit_fields(&mut self) {
        for row in Self::ROWS {
            let Some(Value::Text(mut text)) = (row.get)(self) else { continue };
            match row.kind {
                Line(most) => fit_line(&mut text, most),
                Lines(most) => fit_text(&mut text, most),
                _ => fit_line(&mut text, limits::AMOUNT),
            }
            (row.set)(self, Value::Text(text));
        }
    }
}

/// Something that holds a value.
trait Holds {
    fn value(&self) -> Option<Value>;
    fn put(&mut self, value: Value);
}

impl Holds for String {
    fn value(&self) -> Option<Value> {
        Some(self.as_str().into())
    }

    fn put(&mut self, value: Value) {
        if let Value::Text(text) = value {
            *self = text;
        }
    }
}

impl Holds for u32 {
    fn value(&self) -> Option<Value> {
        Some((*self).into())
    }

    fn put(&mut self, value: Value) {
        if let Value::Whole(number) = value {
            *self = number;
        }
    }
}

/// How many sessions a package has; only one of the clinic's own takes another number.
impl Holds for PackageDraft {
    fn value(&self) -> Option<Value> {
        match self {
            Self::None => None,
            Self::Catalogue { sessions } | Self::Own { sessions, .. } => Some((*sessions).into()),
        }
    }

    fn put(&mut self, value: Value) {
        if let (Self::Own { sessions, .. }, Value::Whole(number)) = (self, value) {
            *sessions = number;
        }
    }
}

impl Holds for Option<u32> {
    fn value(&self) -> Option<Value> {
        self.map(Value::Whole)
    }

    fn put(&mut self, value: Value) {
        if let Value::Whole(number) = value {
            *self = Some(number);
        }
    }
}

macro_rules! row {
    ($field:ident, $member:ident . $part:ident, $kind:expr, $step:expr) => {
        Row {
            field: Field::$field,
            kind: $kind,
            step: $step,
            get: |of| Holds::value(&of.$member.$part),
            set: |of, value| Holds::put(&mut of.$member.$part, value),
        }
    };
    ($field:ident, $member:ident, $kind:expr, $step:expr) => {
        Row {
            field: Field::$field,
            kind: $kind,
            step: $step,
            get: |of| Holds::value(&of.$member),
            set: |of, value| Holds::put(&mut of.$member, value),
        }
    };
}

use Kind::{Amount, Length, Line, Lines, Percent, Whole};

#[rustfmt::skip]
impl Fields for Draft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Reference, reference, Line(limits::NAME), english!("change client reference")),
        row!(Horizon, horizon_years, Whole(limits::HORIZON_YEARS, Counted::Years), english!("change horizon")),
        row!(Target, target, Whole(limits::TARGET, Counted::Percent), english!("change target")),
        row!(ConsultationFee, consultation_fee, Amount, english!("change consultation fee")),
        row!(Tax, tax, Percent(100), english!("change tax")),
        row!(Discount, discount, Percent(100), english!("change plan discount")),
        row!(PriceGrowth, price_growth, Percent(50), english!("change price growth")),
        row!(Notes, notes, Lines(limits::NOTE), english!("change notes")),
    ];
}

#[rustfmt::skip]
impl Fields for Profile {
    const ROWS: &'static [Row<Self>] = &[
        row!(Age, age, Whole(limits::AGE, Counted::Years), english!("change age")),
        row!(Rolling, scar_mix.rolling, Whole(limits::SCAR_PARTS, Counted::Parts), english!("change scar types")),
        row!(Boxcar, scar_mix.boxcar, Whole(limits::SCAR_PARTS, Counted::Parts), english!("change scar types")),
        row!(Icepick, scar_mix.icepick, Whole(limits::SCAR_PARTS, Counted::Parts), english!("change scar types")),
    ];
}

#[rustfmt::skip]
impl Fields for CreditDraft {
    const ROWS: &'static [Row<Self>] = &[
        row!(CreditMonths, months, Whole(limits::CREDIT_MONTHS, Counted::Instalments), english!("change number of instalments")),
        row!(CreditRate, rate, Percent(limits::CREDIT_RATE), english!("change rate of the credit")),
        row!(CreditFee, fee, Amount, english!("change fee of the credit")),
    ];
}

#[rustfmt::skip]
impl Fields for OptionDraft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Name, name, Line(limits::NAME), english!("rename option")),
    ];
}

#[rustfmt::skip]
impl Fields for LineDraft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Area, area, Line(limits::NAME), english!("change area")),
        row!(Sessions, sessions, Whole(limits::SESSIONS, Counted::Sessions), english!("change number of sessions")),
        row!(StartDay, start_day, Whole(limits::START_DAY, Counted::DaysFromStart), english!("change first session")),
        row!(Units, units, Whole(limits::UNITS, Counted::Units), english!("change units")),
        row!(Spacing, spacing_days, Whole(limits::SPACING_DAYS, Counted::Days), english!("change spacing")),
        row!(Package, package, Whole(limits::PACKAGE, Counted::Sessions), english!("change package")),
        row!(Depth, depth, Length, english!("change needle length")),
        row!(Discount, discount, Percent(100), english!("change discount")),
    ];
}

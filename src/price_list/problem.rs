//! What is wrong with a price list, and where.

use crate::locale::tr;
use std::fmt;

/// A field of the list. Its name is also the heading of its column in a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Treatment, add-on, own add-on or clinic.
    Kind,
    /// The id of the treatment or add-on.
    Id,
    /// The name of an add-on of the clinic's own.
    Name,
    /// The clinic's code.
    Code,
    /// The clinic's group.
    Group,
    /// Which value it is.
    Value,
    /// The concern of a course.
    Concern,
    /// The severity of a course.
    Severity,
    /// The currency of a price.
    Currency,
    /// The low value.
    Low,
    /// The typical value.
    Typical,
    /// The high value.
    High,
    /// The first day on which it holds.
    EffectiveFrom,
}

impl Field {
    /// All, in the order of the columns.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::Id,
        Self::Name,
        Self::Code,
        Self::Group,
        Self::Value,
        Self::Concern,
        Self::Severity,
        Self::Currency,
        Self::Low,
        Self::Typical,
        Self::High,
        Self::EffectiveFrom,
    ];

    /// The name, such as `effective_from`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Id => "id",
            Self::Name => "name",
            Self::Code => "code",
            Self::Group => "group",
            Self::Value => "value",
            Self::Concern => "concern",
            Self::Severity => "severity",
            Self::Currency => "currency",
            Self::Low => "low",
            Self::Typical => "typical",
            Self::High => "high",
            Self::EffectiveFrom => "effective_from",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kind => tr!(in "field", "kind"),
            Self::Id => tr!(in "field", "id"),
            Self::Name => tr!(in "field", "name"),
            Self::Code => tr!(in "field", "code"),
            Self::Group => tr!(in "field", "group"),
            Self::Value => tr!(in "field", "value"),
            Self::Concern => tr!(in "field", "concern"),
            Self::Severity => tr!(in "field", "severity"),
            Self::Currency => tr!(in "field", "currency"),
            Self::Low => tr!(in "field", "low"),
            Self::Typical => tr!(in "field", "typical"),
            Self::High => tr!(in "field", "high"),
            Self::EffectiveFrom => tr!(in "field", "effective from"),
        })
    }
}

/// Where in the list something stands. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A field of the entry at this position.
    Entry(usize, Field),
    /// A field of the label at this position.
    Label(usize, Field),
}

impl Place {
    /// The field.
    pub fn field(self) -> Field {
        match self {
            Self::Entry(_, field) | Self::Label(_, field) => field,
        }
    }
}

/// Something that keeps a value out of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// The place in words, such as `Microneedling, price in EUR`.
    pub whereabouts: String,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
    /// The position of the entry or label that this one repeats, where that is what is wrong.
    pub repeats: Option<usize>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}: {}", self.whereabouts, self.place.field(), self.message)
    }
}

/// At least one problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

//! The fields of a price list, and where in it something stands.

/// A field of the list. Its name is also the heading of its column in a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Treatment, own treatment, add-on, own add-on or clinic.
    Kind,
    /// The id of the treatment or add-on.
    Id,
    /// The name of what is the clinic's own.
    Name,
    /// The treatment whose result one of the clinic's own has.
    Like,
    /// The clinic's code.
    Code,
    /// The clinic's group.
    Group,
    /// The part of the body it holds for.
    Area,
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
    pub const ALL: [Self; 15] = [
        Self::Kind,
        Self::Id,
        Self::Name,
        Self::Like,
        Self::Code,
        Self::Group,
        Self::Area,
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
        NAMES[self as usize]
    }
}

#[rustfmt::skip]
const NAMES: [&str; 15] = [
    "kind", "id", "name", "like", "code", "group", "area", "value", "concern", "severity", "currency", "low", "typical", "high",
    "effective_from",
];

/// Where in the list something stands. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A field of the entry at this position.
    Entry(usize, Field),
    /// A field of the label at this position.
    Label(usize, Field),
    /// A field of the template at this position, or of one of its treatments.
    Template(usize, Option<usize>, Field),
}

impl Place {
    /// The field.
    pub fn field(self) -> Field {
        match self {
            Self::Entry(_, field) | Self::Label(_, field) | Self::Template(.., field) => field,
        }
    }
}

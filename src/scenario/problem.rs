//! What is wrong with a plan, and where.

use super::Mark;
use std::fmt;

/// A field of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the client comes for.
    Concern,
    /// Age in years.
    Age,
    /// The mix of scar types.
    ScarMix,
    /// The plan's first day.
    Start,
    /// The length of the horizon.
    Horizon,
    /// The consultation fee.
    ConsultationFee,
    /// Tax.
    Tax,
    /// Yearly price growth.
    PriceGrowth,
    /// What is paid at booking.
    Deposit,
    /// The yearly rate of a credit.
    CreditRate,
    /// The number of instalments.
    CreditMonths,
    /// The lender's fee.
    CreditFee,
    /// Target improvement.
    Target,
    /// The list of options.
    Options,
    /// An option's or add-on's name.
    Name,
    /// The treatment of a line.
    Treatment,
    /// The number of sessions.
    Sessions,
    /// The spacing of sessions.
    Spacing,
    /// The first day of a course.
    StartDay,
    /// Units per session.
    Units,
    /// Needle length.
    Depth,
    /// The low price.
    PriceLow,
    /// The typical price.
    PriceTypical,
    /// The high price.
    PriceHigh,
    /// The discount, of a line or of the plan.
    Discount,
    /// How many sessions make a package.
    Package,
    /// The price of a package of the clinic's own.
    PackagePrice,
    /// An add-on, by its position in the line.
    AddOn(usize),
    /// Upkeep.
    Upkeep,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Concern => "concern",
            Self::Age => "age",
            Self::ScarMix => "scar types",
            Self::Start => "start date",
            Self::Horizon => "horizon",
            Self::ConsultationFee => "consultation fee",
            Self::Tax => "tax",
            Self::PriceGrowth => "yearly price growth",
            Self::Deposit => "deposit",
            Self::CreditRate => "rate of the credit",
            Self::CreditMonths => "number of instalments",
            Self::CreditFee => "fee of the credit",
            Self::Target => "target improvement",
            Self::Options => "options",
            Self::Name => "name",
            Self::Treatment => "treatment",
            Self::Sessions => "sessions",
            Self::Spacing => "spacing",
            Self::StartDay => "first session",
            Self::Units => "units per session",
            Self::Depth => "needle length",
            Self::PriceLow => "low price",
            Self::PriceTypical => "typical price",
            Self::PriceHigh => "high price",
            Self::Discount => "discount",
            Self::Package => "package",
            Self::PackagePrice => "package price",
            Self::AddOn(_) => "add-on",
            Self::Upkeep => "upkeep",
        })
    }
}

/// Where in the document something stands. Positions count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A field of the plan itself.
    Plan(Field),
    /// A field of an option.
    Option {
        /// The option's position.
        option: usize,
        /// The field.
        field: Field,
    },
    /// A field of a line.
    Line {
        /// The option's position.
        option: usize,
        /// The line's position in the option.
        line: usize,
        /// The field.
        field: Field,
    },
}

impl Place {
    /// The option's position, if it stands in one.
    pub fn option(&self) -> Option<usize> {
        match self {
            Self::Plan(_) => None,
            Self::Option { option, .. } | Self::Line { option, .. } => Some(*option),
        }
    }
}

/// Something that keeps a plan from being estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// The place in words, such as `Option A "Needling", Microneedling`.
    pub whereabouts: String,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.whereabouts, self.message)
    }
}

/// At least one problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

/// Something worth knowing that does not keep a plan from being estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The option it is about, by its mark, or none for the whole plan.
    pub mark: Option<Mark>,
    /// What is worth knowing, in one sentence.
    pub message: String,
}

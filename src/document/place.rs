//! Where in the document something stands.

use crate::locale::tr;
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
            Self::Concern => tr!(in "field", "concern"),
            Self::Age => tr!(in "field", "age"),
            Self::ScarMix => tr!(in "field", "scar types"),
            Self::Start => tr!(in "field", "start date"),
            Self::Horizon => tr!(in "field", "horizon"),
            Self::ConsultationFee => tr!(in "field", "consultation fee"),
            Self::Tax => tr!(in "field", "tax"),
            Self::PriceGrowth => tr!(in "field", "yearly price growth"),
            Self::Deposit => tr!(in "field", "deposit"),
            Self::CreditRate => tr!(in "field", "rate of the credit"),
            Self::CreditMonths => tr!(in "field", "number of instalments"),
            Self::CreditFee => tr!(in "field", "fee of the credit"),
            Self::Target => tr!(in "field", "target improvement"),
            Self::Options => tr!(in "field", "options"),
            Self::Name => tr!(in "field", "name"),
            Self::Treatment => tr!(in "field", "treatment"),
            Self::Sessions => tr!(in "field", "sessions"),
            Self::Spacing => tr!(in "field", "spacing"),
            Self::StartDay => tr!(in "field", "first session"),
            Self::Units => tr!(in "field", "units per session"),
            Self::Depth => tr!(in "field", "needle length"),
            Self::PriceLow => tr!(in "field", "low price"),
            Self::PriceTypical => tr!(in "field", "typical price"),
            Self::PriceHigh => tr!(in "field", "high price"),
            Self::Discount => tr!(in "field", "discount"),
            Self::Package => tr!(in "field", "package"),
            Self::PackagePrice => tr!(in "field", "package price"),
            Self::AddOn(_) => tr!(in "field", "add-on"),
            Self::Upkeep => tr!(in "field", "upkeep"),
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

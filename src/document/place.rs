//! Where in the document something stands.

use super::{ExtraId, LineId, OptionId};

/// A field of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// How the clinic refers to the client.
    Reference,
    /// What the client comes for.
    Concern,
    /// Age in years.
    Age,
    /// The mix of scar types.
    ScarMix,
    /// Parts of rolling scars.
    Rolling,
    /// Parts of boxcar scars.
    Boxcar,
    /// Parts of icepick scars.
    Icepick,
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
    /// The clinic's notes.
    Notes,
    /// The list of options.
    Options,
    /// An option's or add-on's name.
    Name,
    /// The treatment of a line.
    Treatment,
    /// Where on the body.
    Area,
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
    /// An add-on of the line.
    AddOn(ExtraId),
    /// Upkeep.
    Upkeep,
    /// The last day of upkeep.
    UpkeepUntil,
}

/// Where in the document something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A field of the plan itself.
    Plan(Field),
    /// A field of an option.
    Option {
        /// The option.
        option: OptionId,
        /// The field.
        field: Field,
    },
    /// A field of a line.
    Line {
        /// The line.
        line: LineId,
        /// The field.
        field: Field,
    },
}

impl Place {
    /// The field that stands there.
    pub fn field(self) -> Field {
        match self {
            Self::Plan(field) | Self::Option { field, .. } | Self::Line { field, .. } => field,
        }
    }
}

//! Where in the document something stands.

use super::id::{ExtraId, LineId, OptionId};
use serde::{Deserialize, Serialize};

/// A field of the document. The names of those that hold a day or a number stand in plan files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// How the clinic refers to the client.
    Reference,
    /// What the client comes for first; of a line which of the concerns it is for.
    Concern,
    /// What else the client comes for.
    Further,
    /// How bad it is.
    Severity,
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
    /// Fine or deep wrinkles.
    Wrinkles,
    /// New or old stretch marks.
    StretchMarks,
    /// Habits in the sun.
    Sun,
    /// Whether the client smokes.
    Smoker,
    /// How skin takes the sun.
    Phototype,
    /// What of the checklist holds for the client.
    Checklist,
    /// Sensitive skin.
    SensitiveSkin,
    /// The plan's first day.
    Start,
    /// The length of the horizon.
    Horizon,
    /// The currency of every amount.
    Currency,
    /// The consultation fee.
    ConsultationFee,
    /// Whether the consultation fee is taken off the treatment.
    FeeCredited,
    /// Tax, of a line or of the plan.
    Tax,
    /// Whether prices include the tax.
    TaxMode,
    /// Yearly price growth.
    PriceGrowth,
    /// Whether a share or an amount is paid at booking.
    DepositKind,
    /// How much is paid at booking.
    Deposit,
    /// The yearly rate of a credit.
    CreditRate,
    /// How the rate of a credit is meant.
    RateKind,
    /// The number of instalments.
    CreditMonths,
    /// When the first of them is due.
    CreditFirst,
    /// As few sessions as a course may take.
    FewestSessions,
    /// As many sessions as a course may take.
    MostSessions,
    /// The lender's fee.
    CreditFee,
    /// Target improvement.
    Target,
    /// What one year of full improvement is worth.
    Worth,
    /// What may be spent.
    Budget,
    /// What a budget is for.
    BudgetPeriod,
    /// Days that matter.
    Occasions,
    /// One of the days that matter, by its position.
    #[serde(skip)]
    Occasion(u16),
    /// Days that are kept free.
    TimeOff,
    /// The first day of a stretch that is kept free, by its position.
    #[serde(skip)]
    FirstFree(u16),
    /// The last day of a stretch that is kept free, by its position.
    #[serde(skip)]
    LastFree(u16),
    /// Months of strong sun.
    StrongSun,
    /// The clinic's notes.
    Notes,
    /// The list of options.
    Options,
    /// An option's or add-on's name.
    Name,
    /// What a member pays each month.
    MemberFee,
    /// For how many months.
    MemberMonths,
    /// How many sessions each month brings a member.
    MemberSessions,
    /// Of which treatments these are.
    MemberCovers,
    /// What each month brings a member that is taken off what is not included.
    MemberCredit,
    /// For how many months more a member keeps what was not used of a month.
    RollOver,
    /// What members get off what is not included.
    MemberDiscount,
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
    /// The price of a line.
    Price,
    /// The low price.
    PriceLow,
    /// The typical price.
    PriceTypical,
    /// The high price.
    PriceHigh,
    /// The discount, of a line or of the plan.
    Discount,
    /// The price of a session of upkeep.
    UpkeepPrice,
    /// The package, and how many sessions it covers.
    Package,
    /// The price of a package of the clinic's own.
    PackagePrice,
    /// All add-ons of the line.
    AddOns,
    /// An add-on of the line.
    #[serde(skip)]
    AddOn(ExtraId),
    /// The package that an add-on of the line is sold in.
    #[serde(skip)]
    AddOnPackage(ExtraId),
    /// The price of a package of the clinic's own that an add-on of the line is sold in.
    #[serde(skip)]
    AddOnPackagePrice(ExtraId),
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

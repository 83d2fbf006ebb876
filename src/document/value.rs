//! What stands in a field.

use super::checklist::{CheckDraft, Phototype};
use super::further::FurtherDraft;
use super::occasion::OccasionDraft;
use super::parts::{AddOnDraft, DepositDraft, LineTax, PackageDraft, PriceDraft, Upkeep};
use super::profile::{StretchMarks, Sun, Wrinkles};
use super::time_off::{StrongSun, TimeOffDraft};
use crate::catalog::{ConcernId, Severity, TreatmentId};
use crate::finance::RateKind;
use crate::units::{BudgetPeriod, Currency, Date, TaxMode, UnitCount};

/// Something that stands in a field.
pub(super) trait Holds: Sized {
    fn value(&self) -> Value;

    /// The same from a value, if it is one of this kind.
    fn of(value: Value) -> Option<Self>;
}

macro_rules! values {
    ($($(#[$doc:meta])* $kind:ident($of:ty),)*) => {
        /// What stands in a field.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Value {
            /// Nothing, where something may stand.
            Nothing,
            $($(#[$doc])* $kind($of),)*
        }

        $(
            impl From<$of> for Value {
                fn from(value: $of) -> Self {
                    Self::$kind(value)
                }
            }

            impl Holds for $of {
                fn value(&self) -> Value {
                    Value::$kind(Clone::clone(self))
                }

                fn of(value: Value) -> Option<Self> {
                    if let Value::$kind(value) = value { Some(value) } else { None }
                }
            }
        )*
    };
}

values! {
    /// A text as typed: a name, an amount, a percentage.
    Text(String),
    /// A whole number.
    Whole(u32),
    /// How many units.
    Units(UnitCount),
    /// A day.
    Day(Date),
    /// Yes or no.
    Check(bool),
    /// What the client comes for.
    Concern(ConcernId),
    /// What else the client comes for.
    Further(Vec<FurtherDraft>),
    /// How bad it is.
    Severity(Severity),
    /// Habits in the sun.
    Sun(Sun),
    /// Fine or deep wrinkles.
    Wrinkles(Wrinkles),
    /// New or old stretch marks.
    StretchMarks(StretchMarks),
    /// A currency. Amounts keep their figures: the program converts nothing.
    Currency(Currency),
    /// Whether prices include the tax.
    TaxMode(TaxMode),
    /// What a budget is for.
    BudgetPeriod(BudgetPeriod),
    /// How skin takes the sun.
    Phototype(Phototype),
    /// What of the checklist holds for a client.
    Checklist(Vec<CheckDraft>),
    /// Days that matter.
    Occasions(Vec<OccasionDraft>),
    /// Days that are kept free.
    TimeOff(Vec<TimeOffDraft>),
    /// Months of strong sun.
    StrongSun(StrongSun),
    /// What is paid at booking.
    Deposit(DepositDraft),
    /// How the rate of a credit is meant.
    RateKind(RateKind),
    /// A price.
    Price(PriceDraft),
    /// A package.
    Package(PackageDraft),
    /// The tax of a line.
    Tax(LineTax),
    /// All add-ons of a line.
    AddOns(Vec<AddOnDraft>),
    /// What follows a course.
    Upkeep(Upkeep),
    /// Treatments of which members have sessions.
    Treatments(Vec<TreatmentId>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<T: Holds> Holds for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, T::value)
    }

    fn of(value: Value) -> Option<Self> {
        if value == Value::Nothing { Some(None) } else { T::of(value).map(Some) }
    }
}

impl PackageDraft {
    /// The price of one of the clinic's own; nothing of any other.
    pub(super) fn own_price(&self) -> Value {
        match self {
            Self::Own { price, .. } => Value::Price(PriceDraft::Own(price.clone())),
            Self::None | Self::Catalogue { .. } => Value::Nothing,
        }
    }

    /// Writes the price of one of the clinic's own.
    pub(super) fn set_own_price(&mut self, value: Value) {
        if let (Self::Own { price, .. }, Value::Price(PriceDraft::Own(typed))) = (self, value) {
            *price = typed;
        }
    }
}

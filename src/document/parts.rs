//! What is more than a text or a number of its own: prices, packages, taxes, add-ons, upkeep, deposit, credit, as typed.

use super::id::ExtraId;
use crate::catalog::{AddOnId, Package, Treatment};
use crate::finance::RateKind;
use crate::units::{Currency, Money, Spread, TaxMode};

/// Where a price comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PriceDraft {
    /// The catalogue's price in the plan's currency.
    Catalogue,
    /// The clinic's own, as typed.
    Own(SpreadText),
}

/// Low, typical and high as typed.
pub type SpreadText = Spread<String>;

impl SpreadText {
    /// The same text at all three places.
    pub fn of_text(text: &str) -> Self {
        Self { low: text.to_owned(), typical: text.to_owned(), high: text.to_owned() }
    }

    /// The amounts in plain digits, as a starting point for typing.
    pub fn from_money(spread: Spread<Money>, currency: Currency) -> Self {
        spread.map(|amount| amount.to_plain(currency))
    }
}

/// So many sessions of a course for one price. Upkeep is always paid singly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PackageDraft {
    /// Every session is paid singly.
    #[default]
    None,
    /// A package of the catalogue's, the clinic's price list laid over it.
    Catalogue {
        /// How many sessions it covers.
        sessions: u32,
    },
    /// One of the clinic's own.
    Own {
        /// How many sessions it covers.
        sessions: u32,
        /// Its price, for one unit in each session.
        price: SpreadText,
    },
}

/// The tax on a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LineTax {
    /// As the plan says.
    #[default]
    Plan,
    /// The line's own.
    Own {
        /// Its rate in percent, as typed.
        percent: String,
        /// Whether the line's prices include it.
        mode: TaxMode,
    },
}

impl PackageDraft {
    /// How many sessions it covers.
    pub fn sessions(&self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Catalogue { sessions } | Self::Own { sessions, .. } => Some(*sessions),
        }
    }

    /// A package of the catalogue's that is not priced in the plan's currency keeps its figures in another one as the
    /// clinic's own. Nothing is converted.
    pub(super) fn keep_figures(&mut self, [from, to]: [&[&Package]; 2], currency: Currency) {
        let of = |packages: &[&Package], sessions| {
            packages.iter().find(|one| one.sessions == sessions).map(|one| one.price.amount)
        };
        if let Self::Catalogue { sessions } = *self
            && of(to, sessions).is_none()
            && let Some(amount) = of(from, sessions)
        {
            *self = Self::Own { sessions, price: SpreadText::from_money(amount, currency) };
        }
    }
}

impl LineTax {
    /// What a new line of a treatment starts with: the tax that the clinic's price list gives the treatment, or the
    /// plan's.
    pub fn of_treatment(treatment: &Treatment) -> Self {
        treatment.tax.map_or(Self::Plan, |tax| Self::Own { percent: tax.rate.to_string(), mode: tax.mode })
    }
}

/// What is paid at booking, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DepositDraft {
    /// Nothing.
    #[default]
    None,
    /// A share of the initial course, in percent.
    Percent(String),
    /// An amount, whatever the option.
    Amount(String),
}

/// The terms of a credit, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditDraft {
    /// The yearly rate in percent. Empty is 0.
    pub rate: String,
    /// How it is meant.
    pub kind: RateKind,
    /// In how many monthly instalments.
    pub months: u32,
    /// How many months after the credit is given the first of them is due.
    pub first: u32,
    /// The lender's fee, added to what is financed. Empty is 0.
    pub fee: String,
}

impl Default for CreditDraft {
    /// A year without interest: what is typed next is the lender's rate.
    fn default() -> Self {
        Self { rate: String::new(), kind: RateKind::default(), months: 12, first: 1, fee: String::new() }
    }
}

impl DepositDraft {
    /// What is typed, if anything is asked for.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::None => None,
            Self::Percent(text) | Self::Amount(text) => Some(text),
        }
    }

    pub(super) fn text_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::None => None,
            Self::Percent(text) | Self::Amount(text) => Some(text),
        }
    }
}

/// Something added to each session of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOnDraft {
    /// Its own for ever.
    pub id: ExtraId,
    /// The catalogue's add-on, or none for one of the clinic's own without an effect on the result.
    pub add_on: Option<AddOnId>,
    /// Its name.
    pub name: String,
    /// Price per session.
    pub price: PriceDraft,
    /// So many sessions of the course with it for one price.
    pub package: PackageDraft,
}

impl AddOnDraft {
    /// One of the catalogue's add-ons at the catalogue's price.
    pub fn of_catalog(id: AddOnId) -> Self {
        Self {
            id: ExtraId::NEW,
            add_on: Some(id),
            name: String::new(),
            price: PriceDraft::Catalogue,
            package: PackageDraft::None,
        }
    }
}

/// What follows the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upkeep {
    /// Nothing.
    None,
    /// A session every so many calendar months, counted from the last session of the course.
    Every {
        /// Months between sessions.
        months: u32,
    },
    /// A session again when the improvement has fallen to a share of its peak.
    WhenFaded {
        /// The share of the peak, in percent.
        percent: u32,
    },
}

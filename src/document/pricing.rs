//! The terms of a line as typed: packages of sessions, and tax of its own.

use super::draft::{fit_line, fit_spread};
use super::{LineDraft, PriceDraft, SpreadText, limits};
use crate::catalog::{Package, Treatment};
use crate::units::{Currency, Money, TaxMode};

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
    pub(super) fn fit(&mut self) {
        if let Self::Own { price, .. } = self {
            fit_spread(price);
        }
        if let Self::Catalogue { sessions } | Self::Own { sessions, .. } = self {
            *sessions = (*sessions).clamp(*limits::PACKAGE.start(), *limits::PACKAGE.end());
        }
    }

    /// A package of the clinic's own for as much as its sessions cost singly: the price to start from. It covers the
    /// whole course, as far as a package may.
    pub fn of_singles(line: &LineDraft, treatment: &Treatment, currency: Currency) -> Self {
        let sessions = line.sessions.clamp(*limits::PACKAGE.start(), *limits::PACKAGE.end());
        let single = match &line.price {
            PriceDraft::Own(text) => text.clone().map(|text| Money::parse(&text, currency).ok()),
            PriceDraft::Catalogue => {
                let price = treatment.prices.iter().find(|price| price.currency == currency);
                price.map(|price| price.amount.map(Some)).unwrap_or_default()
            }
        };
        let times = |price: Money| Money::from_minor(price.minor() * i64::from(sessions)).min(Money::MAX);
        let price = single.map(|price| price.map(|price| times(price).to_plain(currency)).unwrap_or_default());
        Self::Own { sessions, price }
    }

    /// A package of the catalogue's that is not priced in the plan's currency keeps its figures in another one as the
    /// clinic's own. Nothing is converted.
    pub(super) fn keep_figures(&mut self, treatment: &Treatment, from: Currency, to: Currency) {
        if let Self::Catalogue { sessions } = *self
            && treatment.package(sessions, to).is_none()
            && let Some(Package { price, .. }) = treatment.package(sessions, from)
        {
            *self = Self::Own { sessions, price: SpreadText::from_money(price.amount, from) };
        }
    }
}

impl LineTax {
    pub(super) fn fit(&mut self) {
        if let Self::Own { percent, .. } = self {
            fit_line(percent, limits::AMOUNT);
        }
    }

    /// What a new line of a treatment starts with: the tax that the clinic's price list gives the treatment, or the
    /// plan's.
    pub fn of_treatment(treatment: &Treatment) -> Self {
        treatment.tax.map_or(Self::Plan, |tax| Self::Own { percent: tax.rate.to_string(), mode: tax.mode })
    }
}

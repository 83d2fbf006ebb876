//! Membership of the clinic. The catalogue itself says nothing of it; a clinic's price list may.

use super::TreatmentId;
use crate::units::{Currency, Money, Percent};

/// On which terms a clinic takes members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// What is paid each month, at most one per currency; without one there are no members in that currency.
    pub fees: Vec<(Currency, Money)>,
    /// For how many months at least it is paid; none where nothing is said.
    pub months: Option<u32>,
    /// How many sessions each month brings that cost nothing.
    pub sessions: Option<u32>,
    /// Of treatments of which the clinic says so whether these can be of them.
    pub included: Vec<(TreatmentId, bool)>,
    /// What each month brings that is taken off everything else, at most one per currency.
    pub credits: Vec<(Currency, Money)>,
    /// For how many months more what was not used of a month is kept; none is not at all.
    pub roll_over: Option<u32>,
    /// What members get off everything else.
    pub discount: Option<Percent>,
}

impl Membership {
    /// What is paid each month in a currency, if there are members in it: a fee of nothing ends that there are.
    pub fn fee(&self, currency: Currency) -> Option<Money> {
        in_currency(&self.fees, currency).filter(|fee| *fee > Money::ZERO)
    }

    /// The treatments of which the sessions are that each month brings, as far as the clinic says so.
    pub fn covers(&self) -> impl Iterator<Item = &TreatmentId> {
        self.included.iter().filter(|(_, is_included)| *is_included).map(|(id, _)| id)
    }

    /// What each month brings in a currency.
    pub fn credit(&self, currency: Currency) -> Option<Money> {
        in_currency(&self.credits, currency)
    }
}

fn in_currency(amounts: &[(Currency, Money)], currency: Currency) -> Option<Money> {
    amounts.iter().find(|(other, _)| *other == currency).map(|(_, amount)| *amount)
}

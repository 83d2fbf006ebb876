//! How a valid option is paid by a member of the clinic.

use crate::catalog::{self, TreatmentId};
use crate::document;
use crate::units::{Currency, Money, Percent};

/// The terms of a membership. What of its sessions and of its credit is used in which order is the ledger's to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// What is paid each month; whether it includes the tax is the plan's to say.
    pub fee: Money,
    /// For how many months it is paid, from the day of the first session on.
    pub months: u32,
    /// How many sessions each month brings that cost nothing.
    pub sessions: u32,
    /// The treatments of which these are.
    pub covers: Vec<TreatmentId>,
    /// What each month brings that is taken off everything else.
    pub credit: Money,
    /// For how many months more what was not used of a month is kept.
    pub roll_over: u32,
    /// What is taken off everything that costs something, before a line's own discount.
    pub discount: Percent,
}

impl Membership {
    /// On the terms of a price list, where it has members in this currency; a year where it does not say for how long.
    pub fn listed(listed: &catalog::Membership, currency: Currency) -> Option<Self> {
        Some(Self {
            fee: listed.fee(currency)?,
            months: listed.months.unwrap_or(document::MembershipDraft::USUAL_MONTHS),
            sessions: listed.sessions.unwrap_or_default(),
            covers: listed.covers(),
            credit: listed.credit(currency).unwrap_or_default(),
            roll_over: listed.roll_over.unwrap_or_default(),
            discount: listed.discount.unwrap_or(Percent::ZERO),
        })
    }
}

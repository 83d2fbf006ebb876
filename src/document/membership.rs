//! How an option is paid by a member of the clinic, as typed.

use super::limits;
use super::line::LineDraft;
use crate::catalog::{Membership, TreatmentId};
use crate::units::{Currency, Money, Percent};

/// The terms of a membership, as typed: for a fee each month some sessions are included, or an amount can be spent, and the rest costs
/// less.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembershipDraft {
    /// What is paid each month.
    pub fee: String,
    /// For how many months it is paid, from the day of the first session on.
    pub months: u32,
    /// How many sessions each month brings that cost nothing.
    pub sessions: u32,
    /// The treatments of which these are.
    pub covers: Vec<TreatmentId>,
    /// What each month brings that is taken off everything else. Empty is nothing.
    pub credit: String,
    /// For how many months more what was not used of a month is kept.
    pub roll_over: u32,
    /// What members get off everything else, in percent. Empty is nothing.
    pub discount: String,
}

impl Default for MembershipDraft {
    /// A year, of which everything else is still to be typed.
    fn default() -> Self {
        Self {
            fee: String::new(),
            months: Self::USUAL_MONTHS,
            sessions: 0,
            covers: Vec::new(),
            credit: String::new(),
            roll_over: 0,
            discount: String::new(),
        }
    }
}

impl MembershipDraft {
    /// For how many months a membership is paid where nobody says otherwise: our choice.
    pub const USUAL_MONTHS: u32 = 12;

    /// On the terms of a price list, in a currency and for an option of these lines; a year where it does not say for how long.
    pub fn listed(listed: &Membership, currency: Currency, lines: &[LineDraft]) -> Self {
        let amount = |amount: Option<Money>| amount.map(|amount| amount.to_plain(currency)).unwrap_or_default();
        let percent = |percent: Percent| percent.to_string().trim_end_matches('%').to_owned();
        let usual = Self::default();
        // Those of the option come first: there is room for as many as it can have lines.
        let mut covers: Vec<&TreatmentId> = listed.covers().collect();
        covers.sort_by_key(|id| lines.iter().all(|line| line.treatment != **id));
        Self {
            fee: amount(listed.fee(currency)),
            months: listed.months.unwrap_or(usual.months),
            sessions: listed.sessions.unwrap_or_default(),
            covers: covers.into_iter().take(limits::LINES).cloned().collect(),
            credit: amount(listed.credit(currency)),
            roll_over: listed.roll_over.unwrap_or_default(),
            discount: listed.discount.map(percent).unwrap_or_default(),
        }
    }
}

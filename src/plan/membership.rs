//! How a valid option is paid by a member of the clinic.

use super::line::Line;
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
    /// Those of the option's treatments of which these are, in its order; none where there are none.
    pub covers: Vec<TreatmentId>,
    /// What each month brings that is taken off what is not included.
    pub credit: Money,
    /// For how many months more what was not used of a month is kept.
    pub roll_over: u32,
    /// What is taken off what is not included, before a line's own discount.
    pub discount: Percent,
}

impl Membership {
    /// On the terms of a price list, where it has members in this currency, for an option of these lines; a year where it does not
    /// say for how long.
    pub fn listed(listed: &catalog::Membership, currency: Currency, lines: &[Line]) -> Option<Self> {
        let sessions = listed.sessions.unwrap_or_default();
        let covers: Vec<TreatmentId> = listed.covers().cloned().collect();
        Some(Self {
            fee: listed.fee(currency)?,
            months: listed.months.unwrap_or(document::MembershipDraft::USUAL_MONTHS),
            sessions,
            covers: covered(lines.iter().map(|line| (&line.treatment, line.is_device())), &covers, sessions),
            credit: listed.credit(currency).unwrap_or_default(),
            roll_over: listed.roll_over.unwrap_or_default(),
            discount: listed.discount.unwrap_or(Percent::ZERO),
        })
    }
}

/// Of the treatments of an option, each with whether it is a device, those of which sessions are included, each once: of devices there
/// are no sessions that are paid for, and of none where no month brings any.
pub(super) fn covered<'a>(
    treatments: impl Iterator<Item = (&'a TreatmentId, bool)>,
    covers: &[TreatmentId],
    sessions: u32,
) -> Vec<TreatmentId> {
    let mut found = Vec::new();
    for (id, is_device) in treatments {
        if sessions > 0 && covers.contains(id) && !is_device && !found.contains(id) {
            found.push(id.clone());
        }
    }
    found
}

//! The terms on which a member pays.

use super::Parser;
use crate::catalog::Treatment;
use crate::document::{Field, MembershipDraft, OptionDraft, Place};
use crate::plan::Membership;
use crate::plan::membership::covered;

impl Parser<'_> {
    /// The membership of an option, if it is paid by a member.
    pub(super) fn membership(&mut self, option: &OptionDraft) -> Option<Membership> {
        let place = |field| Place::Option { option: option.id, field };
        self.fields(option, place);
        let MembershipDraft { fee, months, sessions, covers, credit, roll_over, .. } = option.membership.as_ref()?;
        // Nobody is a member for nothing.
        if option.lines.is_empty() {
            return None;
        }
        let is_device = |id| self.catalog.treatment(id).is_some_and(Treatment::is_device);
        let treatments = option.lines.iter().map(|line| (&line.treatment, is_device(&line.treatment)));
        let covers = covered(treatments, covers, *sessions);
        Some(Membership {
            fee: self.amount_or_zero(fee, place(Field::MemberFee)),
            months: *months,
            sessions: *sessions,
            covers,
            credit: self.amount_or_zero(credit, place(Field::MemberCredit)),
            roll_over: *roll_over,
            discount: self.percent_of(option, place(Field::MemberDiscount)),
        })
    }
}

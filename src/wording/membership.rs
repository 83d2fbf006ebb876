//! On which terms members of the clinic pay, in words.

use super::figures::{date, money, percent};
use super::treatment_name;
use crate::catalog::Catalog;
use crate::document::MembershipDraft;
use crate::locale::{tr, trn};
use crate::plan::{Membership, MembershipRemark, TreatmentOption};
use crate::units::{Currency, Money};

/// The terms: `As a member: $99 a month for 12 months; each month brings 1 session of Microneedling; 10% off everything else; what is
/// not used of a month is kept for 3 months more`.
///
/// Of what the membership includes only that is named which the option has.
pub fn membership(of: &Membership, option: &TreatmentOption, catalog: &Catalog, currency: Currency) -> String {
    let fee = trn!(
        of.months,
        "As a member: {fee} a month for {months} month",
        "As a member: {fee} a month for {months} months",
        fee = money(of.fee, currency),
        months = of.months
    );
    let covered = of.covers.iter().filter(|id| option.lines.iter().any(|line| line.treatment == **id));
    let names: Vec<&str> = covered.map(|id| treatment_name(catalog, id)).collect();
    let sessions = (of.sessions > 0 && !names.is_empty()).then(|| {
        trn!(
            of.sessions,
            "each month brings {sessions} session of {treatments}",
            "each month brings {sessions} sessions of {treatments}",
            sessions = of.sessions,
            treatments = names.join(", ")
        )
    });
    let credit = (of.credit > Money::ZERO)
        .then(|| tr!("each month brings {credit} towards everything else", credit = money(of.credit, currency)));
    let discount =
        (!of.discount.is_zero()).then(|| tr!("{discount} off everything else", discount = percent(of.discount)));
    let kept = (of.roll_over > 0 && (sessions.is_some() || credit.is_some())).then(|| {
        trn!(
            of.roll_over,
            "what is not used of a month is kept for {months} month more",
            "what is not used of a month is kept for {months} months more",
            months = of.roll_over
        )
    });
    [Some(fee), sessions, credit, discount, kept].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The same in short, as typed: `as a member, $99 a month`.
pub fn membership_phrase(of: Option<&MembershipDraft>, currency: Currency) -> String {
    match of {
        None => tr!("no membership …").to_owned(),
        Some(of) => {
            let fee = Money::parse(&of.fee, currency).map_or_else(|_| of.fee.clone(), |fee| money(fee, currency));
            trn!(
                of.months,
                "as a member, {fee} a month for {months} month",
                "as a member, {fee} a month for {months} months",
                fee = if of.fee.trim().is_empty() { money(Money::ZERO, currency) } else { fee },
                months = of.months
            )
        }
    }
}

/// What is worth knowing of a membership.
pub(super) fn worth_knowing(remark: &MembershipRemark) -> String {
    match remark {
        MembershipRemark::CoversNothing => {
            tr!("The membership brings sessions, of none of these treatments; say of which").to_owned()
        }
        MembershipRemark::Short { months, least } => trn!(
            *least,
            "The membership is paid for {months} of at least {least} month that the price list asks for",
            "The membership is paid for {months} of at least {least} months that the price list asks for",
            months,
            least
        ),
        MembershipRemark::Unused { sessions, of } => trn!(
            *sessions as u64,
            "{sessions} of {of} sessions that the membership brings is not used",
            "{sessions} of {of} sessions that the membership brings are not used",
            sessions,
            of
        ),
        MembershipRemark::Ends { ends, later } => trn!(
            *later as u64,
            "{later} session comes when the membership is over, from {day} on, and is paid as by everybody",
            "{later} sessions come when the membership is over, from {day} on, and are paid as by everybody",
            later,
            day = date(*ends)
        ),
    }
}

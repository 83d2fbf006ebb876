//! On which terms members of the clinic pay, in words.

use super::figures::{date, money, percent};
use super::treatment_name;
use crate::catalog::Catalog;
use crate::document::MembershipDraft;
use crate::locale::{tr, trn};
use crate::plan::{Membership, MembershipRemark};
use crate::units::{Currency, Money, Spread, Tax, TaxMode};

/// The terms: `As a member: $99 a month for 12 months; each month brings 1 session of Microneedling; 10% off what is not included; what is
/// not used of a month is kept for 3 months more`. The tax is that of the plan, in whose currency it is.
pub fn membership(of: &Membership, (currency, tax): (Currency, Tax), catalog: &Catalog) -> String {
    let terms = [Some(fee(of, currency, tax)), sessions(of, catalog), credit(of, currency), discount(of), kept(of)];
    terms.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What is paid.
fn fee(of: &Membership, currency: Currency, tax: Tax) -> String {
    let fee = money(of.fee, currency);
    let fee = if adds_tax(tax) { tr!("{amount} before tax", amount = fee) } else { fee };
    trn!(
        of.months,
        "As a member: {fee} a month for {months} month",
        "As a member: {fee} a month for {months} months",
        fee,
        months = of.months
    )
}

fn adds_tax(tax: Tax) -> bool {
    tax.mode == TaxMode::OnTop && !tax.rate.is_zero()
}

/// What each month brings.
fn sessions(of: &Membership, catalog: &Catalog) -> Option<String> {
    let names: Vec<&str> = of.covers.iter().map(|id| treatment_name(catalog, id)).collect();
    let [first @ .., last] = &names[..] else { return None };
    let treatments = if first.is_empty() {
        (*last).to_owned()
    } else {
        tr!("{treatments} or {last}", treatments = first.join(", "), last)
    };
    Some(trn!(
        of.sessions,
        "each month brings {sessions} session of {treatments}",
        "each month brings {sessions} sessions of {treatments}",
        sessions = of.sessions,
        treatments
    ))
}

fn credit(of: &Membership, currency: Currency) -> Option<String> {
    let credit = money(of.credit, currency);
    (of.credit > Money::ZERO).then(|| match of.covers[..] {
        [] => tr!("each month brings {credit} towards all treatments", credit),
        _ => tr!("each month brings {credit} towards what is not included", credit),
    })
}

fn discount(of: &Membership) -> Option<String> {
    let discount = percent(of.discount);
    (!of.discount.is_zero()).then(|| match of.covers[..] {
        [] => tr!("{discount} off all treatments", discount),
        _ => tr!("{discount} off what is not included", discount),
    })
}

/// How long what is not used is kept, where there is something to use.
fn kept(of: &Membership) -> Option<String> {
    let brings = !of.covers.is_empty() || of.credit > Money::ZERO;
    (of.roll_over > 0 && brings).then(|| {
        trn!(
            of.roll_over,
            "what is not used of a month is kept for {months} month more",
            "what is not used of a month is kept for {months} months more",
            months = of.roll_over
        )
    })
}

/// The same in short, as typed: `as a member, $99 a month for 12 months`.
pub fn membership_phrase(of: Option<&MembershipDraft>, currency: Currency) -> String {
    let Some(of) = of else { return tr!("no membership …").to_owned() };
    let typed = if of.fee.trim().is_empty() { Ok(Money::ZERO) } else { Money::parse(&of.fee, currency) };
    trn!(
        of.months,
        "as a member, {fee} a month for {months} month",
        "as a member, {fee} a month for {months} months",
        fee = typed.map_or_else(|_| of.fee.clone(), |fee| money(fee, currency)),
        months = of.months
    )
}

/// What is owed of a membership where an option stops, or where it goes on.
pub(super) fn owed(owed: Spread<Money>, currency: Currency) -> Option<String> {
    (owed != Spread::default()).then(|| {
        tr!("{owed} of that is paid all the same: the fees of the membership", owed = money(owed.typical, currency))
    })
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
        MembershipRemark::CreditUnused { amount, of, currency } => tr!(
            "{amount} of {of} that the membership brings as credit is not used",
            amount = money(*amount, *currency),
            of = money(*of, *currency)
        ),
        MembershipRemark::Ends { ends, later } => trn!(
            *later as u64,
            "{later} purchase comes when the membership is over, from {day} on, at the usual price",
            "{later} purchases come when the membership is over, from {day} on, at the usual price",
            later,
            day = date(*ends)
        ),
        MembershipRemark::FeesAfter { fees, end } => trn!(
            *fees as u64,
            "{fees} fee of the membership falls on or after {day}, the end of the plan, and is not counted",
            "{fees} fees of the membership fall on or after {day}, the end of the plan, and are not counted",
            fees,
            day = date(*end)
        ),
    }
}

/// The same as a client reads it.
pub(super) fn worth_asking(remark: &MembershipRemark) -> String {
    match remark {
        MembershipRemark::CoversNothing => {
            tr!("The membership brings sessions; ask the clinic of which treatments").to_owned()
        }
        MembershipRemark::Short { least, .. } => trn!(
            *least,
            "A membership is usually for at least {least} month; ask the clinic",
            "A membership is usually for at least {least} months; ask the clinic",
            least
        ),
        _ => worth_knowing(remark),
    }
}

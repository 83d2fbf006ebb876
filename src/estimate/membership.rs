//! What is worth knowing of a membership: what of it is not used, and what comes after it.

use super::context::Context;
use crate::ledger::{Item, Ledger, MemberMonths, credit_used};
use crate::plan::{Membership, MembershipRemark, RemarkKind, TreatmentOption};
use crate::schedule::Schedule;
use crate::units::{Date, Money};

/// Of an option that a member pays.
pub(super) fn of_membership(
    context: &Context<'_>,
    option: &TreatmentOption,
    ledger: &Ledger,
    schedule: &Schedule,
) -> Vec<RemarkKind> {
    let (Some(terms), Some(months)) = (&option.membership, MemberMonths::of(option, schedule)) else {
        return Vec::new();
    };
    let end = context.plan.end;
    let fees_after = months.fees().filter(|day| *day >= end && terms.fee > Money::ZERO).count();
    let within = months.fees().filter(|day| *day < end).count();
    [
        (terms.sessions > 0 && terms.covers.is_empty()).then_some(MembershipRemark::CoversNothing),
        short(context, terms),
        unused(terms, ledger, within),
        credit_unused(context, option, schedule, within),
        ends(ledger, months.end()),
        (fees_after > 0).then_some(MembershipRemark::FeesAfter { fees: fees_after, end }),
    ]
    .into_iter()
    .flatten()
    .map(RemarkKind::Membership)
    .collect()
}

/// That it is paid for fewer months than the price list asks for.
fn short(context: &Context<'_>, terms: &Membership) -> Option<MembershipRemark> {
    let listed = &context.catalog.defaults.membership;
    let least = listed.months.filter(|_| listed.fee(context.plan.currency).is_some())?;
    (terms.months < least).then_some(MembershipRemark::Short { months: terms.months, least })
}

/// That sessions are not used of those that so many months bring.
fn unused(terms: &Membership, ledger: &Ledger, months: usize) -> Option<MembershipRemark> {
    let of = if terms.covers.is_empty() { 0 } else { months * terms.sessions as usize };
    let used = ledger.entries.iter().filter(|entry| matches!(entry.item, Item::Included { .. })).count();
    (used < of).then(|| MembershipRemark::Unused { sessions: of - used, of })
}

/// That credit is not used of what so many months bring, by typical prices.
fn credit_unused(
    context: &Context<'_>,
    option: &TreatmentOption,
    schedule: &Schedule,
    months: usize,
) -> Option<MembershipRemark> {
    let credit = option.membership.as_ref()?.credit;
    if credit == Money::ZERO {
        return None;
    }
    let of = Money::from_minor(credit.minor().checked_mul(i64::try_from(months).ok()?)?);
    let amount = of - credit_used(context.plan, option, schedule).typical;
    let currency = context.plan.currency;
    (amount > Money::ZERO).then_some(MembershipRemark::CreditUnused { amount, of, currency })
}

/// That something is sold when it is over.
fn ends(ledger: &Ledger, ends: Date) -> Option<MembershipRemark> {
    let is_sold =
        |item: &Item| matches!(item, Item::Session { .. } | Item::Package { add_on: None, .. } | Item::Device { .. });
    let later = ledger.entries.iter().filter(|entry| entry.date >= ends && is_sold(&entry.item)).count();
    (later > 0).then_some(MembershipRemark::Ends { ends, later })
}

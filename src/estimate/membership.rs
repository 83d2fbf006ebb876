//! What is worth knowing of a membership: what of it is not used, and what comes after it.

use super::context::Context;
use crate::ledger::{Item, Ledger};
use crate::plan::{Membership, MembershipRemark, RemarkKind, TreatmentOption};
use crate::schedule::Schedule;
use jiff::ToSpan;

/// Of an option that a member pays.
pub(super) fn of_membership(
    context: &Context<'_>,
    option: &TreatmentOption,
    ledger: &Ledger,
    schedule: &Schedule,
) -> Vec<RemarkKind> {
    let (Some(terms), Some(first)) = (&option.membership, schedule.sessions.first()) else { return Vec::new() };
    let covers_nothing = terms.sessions > 0 && option.lines.iter().all(|line| !terms.covers.contains(&line.treatment));
    let least = context.catalog.defaults.membership.months.filter(|least| terms.months < *least);
    let ends = first.date.saturating_add(i64::from(terms.months).months());
    let later = schedule.sessions.iter().filter(|session| session.date >= ends).count();
    let unused = unused(context, terms, ledger, first.date).filter(|_| !covers_nothing);
    [
        covers_nothing.then_some(MembershipRemark::CoversNothing),
        least.map(|least| MembershipRemark::Short { months: terms.months, least }),
        unused.map(|(sessions, of)| MembershipRemark::Unused { sessions, of }),
        (later > 0).then_some(MembershipRemark::Ends { ends, later }),
    ]
    .into_iter()
    .flatten()
    .map(RemarkKind::Membership)
    .collect()
}

/// How many of the sessions that a membership brings within the plan are not used, of how many; none if all are.
fn unused(
    context: &Context<'_>,
    terms: &Membership,
    ledger: &Ledger,
    first: jiff::civil::Date,
) -> Option<(usize, usize)> {
    let begins = |month: &u32| first.saturating_add(i64::from(*month).months()) < context.plan.end;
    let brought = (0..terms.months).filter(begins).count() * terms.sessions as usize;
    let used = ledger.entries.iter().filter(|entry| matches!(entry.item, Item::Included { .. })).count();
    (used < brought).then(|| (brought - used, brought))
}

//! What there is of an option that is stopped on a day, in sentences.

use super::figures::{date, money, percent, share, share_with_range};
use super::plan::sold_name;
use crate::catalog::Catalog;
use crate::estimate::{Prepaid, Refund, Stays, Stop};
use crate::locale::{tr, trn};
use crate::plan::TreatmentOption;
use crate::units::Currency;

/// What has been paid and had by then, what stays, and what is left of packages: a sentence each.
pub fn stopped(stop: &Stop, option: &TreatmentOption, catalog: &Catalog, currency: Currency) -> Vec<String> {
    let [paid, unspent] = [stop.paid, stop.unspent].map(|amount| money(amount.typical, currency));
    let (had, left) = stop.sessions;
    let so_far = trn!(
        u32::try_from(had).unwrap_or(u32::MAX),
        "{had} session done, {paid} paid; {left} left out, {unspent} not spent",
        "{had} sessions done, {paid} paid; {left} left out, {unspent} not spent",
        had,
        paid,
        left,
        unspent
    );
    let owed = super::membership::owed(stop.owed, currency);
    let prepaid = stop.prepaid.iter().map(|prepaid| unused(prepaid, option, catalog, currency));
    [Some(so_far), owed, stays(&stop.stays)].into_iter().flatten().chain(prepaid).collect()
}

/// What stays of the result.
fn stays(stays: &[Stays]) -> Option<String> {
    let [now, later @ ..] = stays else { return None };
    let then = later.iter().map(|stays| {
        let result = share_with_range(stays.improvement);
        let then = trn!(
            stays.years,
            "{result} after {years} year",
            "{result} after {years} years",
            result,
            years = stays.years
        );
        if stays.extrapolated { tr!("{then} (not studied)", then) } else { then }
    });
    let (now, later) = (share(now.improvement.typical), then.collect::<Vec<_>>().join("; "));
    Some(tr!("{now} on that day, {later}", now, later))
}

/// Sessions that are paid and not had.
pub(super) fn unused(prepaid: &Prepaid, option: &TreatmentOption, catalog: &Catalog, currency: Currency) -> String {
    let line = option.lines.iter().find(|line| line.id == prepaid.line);
    let name = line.map(|line| sold_name(catalog, line, prepaid.add_on)).unwrap_or_default();
    let unused = match prepaid.worth {
        None => trn!(
            prepaid.sessions,
            "{sessions} session of {name} is paid and not had",
            "{sessions} sessions of {name} are paid and not had",
            sessions = prepaid.sessions,
            name
        ),
        Some(worth) => trn!(
            prepaid.sessions,
            "{sessions} session of {name} is paid and not had, {worth} of what was paid",
            "{sessions} sessions of {name} are paid and not had, {worth} of what was paid",
            sessions = prepaid.sessions,
            name,
            worth = money(worth.typical, currency)
        ),
    };
    let is_ended = line.is_some_and(|line| line.so_far.is_ended);
    let unused = match prepaid.until.filter(|_| !is_ended) {
        Some(until) => tr!("{unused}, to be had until {day}", unused, day = date(until)),
        None => unused,
    };
    match prepaid.refund(option) {
        Some(refund) => paid_back(&unused, refund, currency),
        None => unused,
    }
}

/// The same with what is paid back of it.
fn paid_back(unused: &str, refund: Refund, currency: Currency) -> String {
    let Refund { part, amount, is_due } = refund;
    let amount = match amount {
        _ if part.is_zero() => return tr!("{unused}; nothing of it is paid back if it is broken off", unused),
        Some(amount) => money(amount.typical, currency),
        None => tr!("{share} of what was paid for it", share = percent(part)),
    };
    if is_due {
        tr!("{unused}; as it was broken off, {refund} is paid back, less what was already", unused, refund = amount)
    } else {
        tr!("{unused}; {refund} is paid back if it is broken off", unused, refund = amount)
    }
}

//! Ways to pay the same sessions, in words.

use super::plan::sold_name;
use super::{date, money, package};
use crate::catalog::Catalog;
use crate::evaluation::{Way, WayKind};
use crate::locale::{tr, trn};
use crate::plan::TreatmentOption;
use crate::units::{Currency, Money};

/// What a way is called: `single sessions`, `package of 3 sessions`, `as a member`.
pub fn way_name(way: &Way) -> String {
    match way.kind {
        WayKind::Single { .. } => tr!("single sessions").to_owned(),
        WayKind::Package { sessions, .. } if way.is_typed => {
            trn!(sessions, "own package of {sessions} session", "own package of {sessions} sessions", sessions)
        }
        WayKind::Package { sessions, .. } => package(sessions),
        WayKind::WithoutMembership => tr!("without membership").to_owned(),
        WayKind::Member if way.is_typed => tr!("as a member on terms of its own").to_owned(),
        WayKind::Member => tr!("as a member").to_owned(),
    }
}

/// What is paid for in ways: the treatment of a line, an add-on to it, or all treatments.
pub fn paid_in_ways(way: &Way, option: &TreatmentOption, catalog: &Catalog) -> String {
    way.kind
        .sold()
        .map_or_else(|| tr!("All treatments").to_owned(), |(line, add_on)| sold_name(catalog, &option[line], add_on))
}

/// How it stands against the plain way: `$150 less in all than single sessions; it breaks even with session 3, 26 Apr 2027`.
/// Nothing for that.
pub fn way_against_plain(way: &Way, currency: Currency) -> Option<String> {
    let of_package = match way.kind {
        WayKind::Package { .. } => true,
        WayKind::Member => false,
        WayKind::Single { .. } | WayKind::WithoutMembership => return None,
    };
    let more = way.more.minor();
    let amount = money(if more < 0 { Money::ZERO - way.more } else { way.more }, currency);
    let against = match (of_package, more) {
        (true, ..0) => tr!("{amount} less in all than single sessions", amount),
        (true, 0) => tr!("as much in all as single sessions").to_owned(),
        (true, _) => tr!("{amount} more in all than single sessions", amount),
        (false, ..0) => tr!("{amount} less in all than without membership", amount),
        (false, 0) => tr!("as much in all as without membership").to_owned(),
        (false, _) => tr!("{amount} more in all than without membership", amount),
    };
    if more >= 0 {
        return Some(against);
    }
    Some(match (of_package, way.even) {
        (true, Some((session, day))) => {
            tr!("{against}; it breaks even with session {session}, {day}", against, session, day = date(day))
        }
        (false, Some((visit, day))) => {
            tr!("{against}; it breaks even with visit {visit}, {day}", against, visit, day = date(day))
        }
        (true, None) => tr!("{against}; it breaks even after the course", against),
        (false, None) => tr!("{against}; it breaks even after the last visit", against),
    })
}

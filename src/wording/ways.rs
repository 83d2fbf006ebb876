//! Ways to pay the same sessions, in words.

use super::{date, money, package};
use crate::evaluation::Way;
use crate::locale::{tr, trn};
use crate::units::{Currency, Money};

/// What a way is called: `single sessions`, `package of 3 sessions`.
pub fn way_name(way: &Way) -> String {
    match way.package {
        None => tr!("single sessions").to_owned(),
        Some(sessions) if way.is_typed => {
            trn!(sessions, "own package of {sessions} session", "own package of {sessions} sessions", sessions)
        }
        Some(sessions) => package(sessions),
    }
}

/// How it stands against single sessions: `$150 less in all than single sessions; it breaks even with session 3, 26 Apr 2027`.
/// Nothing for these.
pub fn way_against_single(way: &Way, currency: Currency) -> Option<String> {
    way.package?;
    let amount = |amount: Money| money(amount, currency);
    let (more, even) = (way.more.minor(), way.even);
    Some(match even {
        Some((session, day)) if more < 0 => tr!(
            "{amount} less in all than single sessions; it breaks even with session {session}, {day}",
            amount = amount(Money::ZERO - way.more),
            session,
            day = date(day)
        ),
        _ if more < 0 => {
            tr!(
                "{amount} less in all than single sessions; it breaks even after the course",
                amount = amount(Money::ZERO - way.more)
            )
        }
        _ if more > 0 => tr!("{amount} more in all than single sessions", amount = amount(way.more)),
        _ => tr!("as much in all as single sessions").to_owned(),
    })
}

//! What is due of a plan, in words.

use super::plan::sold_name;
use super::{date, session};
use crate::catalog::Catalog;
use crate::evaluation::{Followed, SessionState};
use crate::locale::{tr, trn};
use crate::log::{Due, DueKind};
use crate::units::Date;

/// What is due, without its day.
pub fn due(due: &Due, followed: Option<&Followed>, catalog: &Catalog) -> String {
    match &due.what {
        DueKind::Answer => tr!("no answer yet; the issue holds until {day}", day = date(due.on)),
        DueKind::Expired => tr!("no answer, and the issue holds no more since {day}", day = date(due.on)),
        DueKind::Session { session: one, state } => {
            let what = followed.map(|followed| session(one, followed.typed(), catalog)).unwrap_or_default();
            match state {
                SessionState::Booked => tr!("{session}: booked", session = what),
                SessionState::Overdue => tr!("{session}: overdue", session = what),
                SessionState::Had | SessionState::Foreseen => what,
            }
        }
        DueKind::MemberSessions { sessions, .. } => trn!(
            *sessions,
            "{sessions} session of the membership is left, to be had until {day}",
            "{sessions} sessions of the membership are left, to be had until {day}",
            sessions,
            day = date(due.on)
        ),
        DueKind::Left { line, add_on, sessions, until } => {
            let name =
                followed.map(|followed| sold_name(catalog, &followed.typed()[*line], *add_on)).unwrap_or_default();
            left(&name, *sessions, *until)
        }
    }
}

/// Sessions of a package that are paid and left.
fn left(name: &str, sessions: u32, until: Option<Date>) -> String {
    match until {
        Some(until) => trn!(
            sessions,
            "{name}: {sessions} session of a package is paid and left, to be had until {day}",
            "{name}: {sessions} sessions of a package are paid and left, to be had until {day}",
            name,
            sessions,
            day = date(until)
        ),
        None => trn!(
            sessions,
            "{name}: {sessions} session of a package is paid and left, and none is foreseen",
            "{name}: {sessions} sessions of a package are paid and left, and none is foreseen",
            name,
            sessions
        ),
    }
}

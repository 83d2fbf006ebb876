//! Remarks on results for a concern: in a plan for several they say which one they are about.

use super::{continued, text, within};
use crate::locale::tr;
use crate::text::Text;

/// Why no result is projected.
pub(super) fn cost_only(reason: &str, concern: Option<&Text>) -> String {
    match concern {
        None => reason.to_owned(),
        Some(concern) => format!("{}: {}", text(concern), continued(reason)),
    }
}

pub(super) fn scars_only(name: &str, concern: Option<&Text>) -> String {
    match concern {
        None => tr!("{name} treats scars only: its cost is counted, and no improvement is projected", name),
        Some(concern) => tr!(
            "{name} treats scars only and is for {concern}: its cost is counted, and no improvement of that is projected",
            name,
            concern = within(text(concern))
        ),
    }
}

pub(super) fn unusual(name: &str, concern: Option<&Text>) -> String {
    match concern {
        None => tr!("{name} is not a usual choice for this concern; no source recommends it", name),
        Some(concern) => tr!(
            "{name} is not a usual choice for {concern}; no source recommends it",
            name,
            concern = within(text(concern))
        ),
    }
}

pub(super) fn counts_too(name: &str, concern: &Text) -> String {
    tr!(
        "{name} is for another concern and counts for {concern} as well, as it is given on the same skin",
        name,
        concern = within(text(concern))
    )
}

pub(super) fn nothing_for(concern: &Text) -> String {
    tr!(
        "Nothing in it counts for {concern}: the result shown for that is as if nothing were done",
        concern = within(text(concern))
    )
}

/// That of several parts of the body the result is that of this one.
pub(super) fn shown_for(area: &str, concern: Option<&Text>) -> String {
    match concern {
        None => tr!(
            "The result shown is that of one area, {area}, where most is achieved; each area is reckoned by itself",
            area
        ),
        Some(concern) => tr!(
            "The result shown for {concern} is that of one area, {area}, where most is achieved; each area is reckoned by itself",
            area,
            concern = within(text(concern))
        ),
    }
}

pub(super) fn upkeep_waits(name: &str, concern: Option<&Text>) -> String {
    match concern {
        None => {
            tr!("Upkeep of {name} waits for a projected result, which this concern does not have; none is dated", name)
        }
        Some(concern) => tr!(
            "Upkeep of {name} waits for a projected result, which {concern} does not have; none is dated",
            name,
            concern = within(text(concern))
        ),
    }
}

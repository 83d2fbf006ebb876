//! The checklist of a clinic in words: what is asked, what follows from it, and who says so.

use super::figures::{date, days};
use super::names::listed;
use crate::catalog::{Advice, GuidanceKind};
use crate::document::Phototype;
use crate::locale::{tr, trn};
use crate::text::Text;
use crate::units::{Date, Spread, Wait};

/// What is to be done before treatments because something of the checklist holds; the days are that of the first of them, and until
/// when to wait.
pub(super) fn on_hold(
    (hold, names): (&str, &[Text]),
    advice: Advice,
    wait: Option<(Date, Date)>,
    asked: Spread<u32>,
) -> String {
    let name = &listed(names);
    let first = |on: Date| match names {
        [_] => tr!("{name} on {on}", name, on = date(on)),
        _ => tr!("{name}, the first on {on}", name, on = date(on)),
    };
    let said = match (advice, wait) {
        (Advice::Wait, None) if asked.typical > 0 => {
            tr!("{hold}: wait with {name} until {time} after it", hold, name, time = time(asked.typical))
        }
        (Advice::Wait, None) => tr!("{hold}: wait with {name} until it is over", hold, name),
        (Advice::Wait, Some((on, until))) if on < until => {
            tr!("{hold}: too soon for {first}; wait until {until}", hold, first = first(on), until = date(until))
        }
        (Advice::Wait, Some((on, _))) => tr!("{hold}: what counts here is over for {first}", hold, first = first(on)),
        (Advice::AskPrescriber, _) => tr!("{hold}: ask a doctor or whoever prescribed it before {name}", hold, name),
        (Advice::PatchTest, _) => tr!("{hold}: try a small patch before {name}", hold, name),
        (Advice::Note, _) => tr!("{hold}: to be minded with {name}", hold, name),
    };
    match asked_for(asked) {
        Some(asked) => format!("{said} ({asked})"),
        None => said,
    }
}

/// That a treatment comes too soon after another one, so many days after the day of that.
pub(super) fn too_soon(name: &str, other: &str, (on, gap): (Date, i32), asked: Spread<u32>) -> String {
    let (on, wait) = (date(on), time(asked.typical));
    let said = match gap {
        0 => {
            tr!("{name} is on the same day as {other}, {on}; it should be at least {wait} later", name, other, on, wait)
        }
        _ => tr!(
            "{name} is {gap} after {other} on {on}; it should be at least {wait} later",
            name,
            gap = days(gap.unsigned_abs()),
            other,
            on,
            wait
        ),
    };
    asked_for(asked).map_or(said.clone(), |asked| format!("{said} ({asked})"))
}

/// How long sources ask to wait, if they ask for any time: `sources ask for 1 to 6 months`. That some ask for less than
/// counts here anyway is not worth a word.
pub(super) fn asked_for(asked: Spread<u32>) -> Option<String> {
    let Spread { low, typical, high } = asked;
    match (low, high) {
        (0, high) if high <= typical => None,
        (low, high) if low == high => Some(tr!("sources ask for {time}", time = time(low))),
        (0, high) => Some(tr!("some ask to wait up to {most}", most = time(high))),
        (low, high) => Some(tr!("sources ask for {least} to {most}", least = time(low), most = time(high))),
    }
}

/// A time in months, weeks or days, as people name it.
fn time(count: u32) -> String {
    match Wait::of_days(count) {
        Wait::Months(months) => trn!(months, "{months} month", "{months} months", months),
        Wait::Weeks(weeks) => trn!(weeks, "{weeks} week", "{weeks} weeks", weeks),
        Wait::Days(count) => days(count),
    }
}

/// A phototype as people know it.
pub fn phototype(phototype: Phototype) -> &'static str {
    match phototype {
        Phototype::I => tr!("I: always burns, never tans"),
        Phototype::II => tr!("II: burns easily, tans little"),
        Phototype::III => tr!("III: burns at times, tans"),
        Phototype::IV => tr!("IV: burns little, tans easily"),
        Phototype::V => tr!("V: brown, hardly burns"),
        Phototype::VI => tr!("VI: dark brown or black"),
        Phototype::Darker => tr!("IV to VI, not said which"),
    }
}

/// A phototype in a sentence: `phototype IV`.
pub fn phototype_in_short(phototype: Phototype) -> String {
    let number = match phototype {
        Phototype::I => "I",
        Phototype::II => "II",
        Phototype::III => "III",
        Phototype::IV => "IV",
        Phototype::V => "V",
        Phototype::VI => "VI",
        Phototype::Darker => tr!("IV to VI"),
    };
    tr!("phototype {number}", number)
}

/// What is to be done, in a word or two.
fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Wait => tr!("wait until it is over"),
        Advice::AskPrescriber => tr!("ask a doctor or whoever prescribed it"),
        Advice::PatchTest => tr!("try a small patch first"),
        Advice::Note => tr!("to be minded"),
    }
}

/// How much weight guidance carries.
pub(super) fn guidance_kind(kind: GuidanceKind) -> &'static str {
    match kind {
        GuidanceKind::Society => tr!("society"),
        GuidanceKind::Label => tr!("label of a medicine"),
        GuidanceKind::Review => tr!("study or review"),
        GuidanceKind::Manufacturer => tr!("maker"),
        GuidanceKind::Clinic => tr!("a clinic's practice, no evidence"),
    }
}

/// The advice of a rule with how long it asks to wait, for a list: `wait until 4 weeks after it; sources ask for 7 days to
/// 2 months`.
pub fn rule(advised: Advice, asked: Spread<u32>) -> String {
    let what = match (advised, asked.typical) {
        (Advice::Wait, 1..) => tr!("wait until {time} after it", time = time(asked.typical)),
        _ => advice(advised).to_owned(),
    };
    asked_for(asked).map_or(what.clone(), |asked| format!("{what}; {asked}"))
}

/// How long one treatment waits after another, for a list.
pub fn pair(asked: Spread<u32>) -> String {
    let counts = tr!("{time} later", time = time(asked.typical));
    asked_for(asked).map_or(counts.clone(), |asked| format!("{counts}; {asked}"))
}

//! What a clinician decides, and who acknowledged it.

use super::about_concern::unusual;
use super::checklist::{on_hold, too_soon};
use super::names::desk;
use super::{date, text};
use crate::locale::{tr, trn};
use crate::plan::ClinicalRemark;
use crate::record::Acknowledgement;

/// What a clinician decides, in one sentence.
pub fn clinical(remark: &ClinicalRemark) -> String {
    match remark {
        ClinicalRemark::Caution(caution) => text(caution).to_owned(),
        ClinicalRemark::Unusual { name, concern } => unusual(text(name), concern.as_ref()),
        ClinicalRemark::Doubtful { name, note } => format!("{}: {}", text(name), text(note)),
        ClinicalRemark::TooSoonAfter { name, date: on, other, other_date, days } => {
            let gap = (*on - *other_date).get_days();
            too_soon(text(name), text(other), (*other_date, gap), *days)
        }
        ClinicalRemark::OnHold { names, hold, advice, date, until, days } => {
            on_hold((text(hold), names), *advice, (*date, *until), *days)
        }
        ClinicalRemark::SameDay { name, other, date: day } => tr!(
            "{other} and {name} fall on the same day, {date}; check that they go together",
            other = text(other),
            name = text(name),
            date = date(*day)
        ),
        ClinicalRemark::InDowntime { name, date: day, other, other_date, downtime } => trn!(
            downtime.unsigned_abs(),
            "{name} on {date} falls inside the downtime of {other} on {other_date} ({downtime} day until fully normal)",
            "{name} on {date} falls inside the downtime of {other} on {other_date} ({downtime} days until fully normal)",
            name = text(name),
            date = date(*day),
            other = text(other),
            other_date = date(*other_date),
            downtime
        ),
    }
}

/// Who acknowledged it, and when: `Acknowledged by AB, front, 15 Mar 2027`.
pub fn acknowledged(by: &Acknowledgement) -> String {
    let (who, day) = (desk(&by.person, &by.desk), date(by.on));
    if who.is_empty() { tr!("Acknowledged {day}", day) } else { tr!("Acknowledged by {who}, {day}", who, day) }
}

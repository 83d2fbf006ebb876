//! What a clinician decides, and who acknowledged it.

use super::about_concern::unusual;
use super::checklist::{on_hold, too_soon};
use super::names::desk;
use super::{date, text};
use crate::locale::{tr, trn};
use crate::plan::{ClinicalRemark, Given};
use crate::record::Acknowledgement;

/// What a clinician decides, in one sentence.
pub fn clinical(remark: &ClinicalRemark) -> String {
    match remark {
        ClinicalRemark::Caution(caution) => text(caution).to_owned(),
        ClinicalRemark::Unusual { name, concern, .. } => unusual(text(name), concern.as_ref()),
        ClinicalRemark::Doubtful { name, note, concern: None, .. } => format!("{}: {}", text(name), text(note)),
        ClinicalRemark::Doubtful { name, note, concern: Some(concern), .. } => {
            format!("{} ({}): {}", text(name), text(concern), text(note))
        }
        ClinicalRemark::TooSoonAfter { given, date: on, other, other_date, days, further } => {
            let gap = (*on - *other_date).get_days();
            likewise(too_soon(&name(given), &name(other), (*other_date, gap), *days), further.len())
        }
        ClinicalRemark::OnHold { names, hold, advice, wait, days, further } => {
            // Of several it says which the first is.
            let further = if names.len() == 1 { further.len() } else { 0 };
            likewise(on_hold((text(hold), names), *advice, *wait, *days), further)
        }
        ClinicalRemark::SameDay { given, other, date: day, further } => {
            let said = tr!(
                "{other} and {name} fall on the same day, {date}; check that they go together",
                other = name(other),
                name = name(given),
                date = date(*day)
            );
            likewise(said, further.len())
        }
        ClinicalRemark::InDowntime { given, date: day, other, other_date, downtime, further } => {
            let said = trn!(
                downtime.unsigned_abs(),
                "{name} on {date} falls inside the downtime of {other} on {other_date} ({downtime} day until fully normal)",
                "{name} on {date} falls inside the downtime of {other} on {other_date} ({downtime} days until fully normal)",
                name = name(given),
                date = date(*day),
                other = name(other),
                other_date = date(*other_date),
                downtime
            );
            likewise(said, further.len())
        }
    }
}

/// A treatment, with the part of the body if one is named.
fn name(given: &Given) -> String {
    let name = text(&given.treatment);
    if given.area.is_empty() { name.to_owned() } else { format!("{name} ({})", text(&given.area)) }
}

/// A sentence on one session, with how many further ones it holds for.
fn likewise(said: String, further: usize) -> String {
    if further == 0 {
        return said;
    }
    let same = trn!(
        further as u64,
        "The same holds for {further} more session",
        "The same holds for {further} more sessions",
        further
    );
    format!("{said}. {same}")
}

/// How much is open for a clinician to decide.
pub fn open_matters(open: u64) -> String {
    trn!(
        open,
        "{open} remark for a clinician to decide is not ticked off yet",
        "{open} remarks for a clinician to decide are not ticked off yet",
        open
    )
}

/// Who acknowledged it, and when: `Acknowledged by AB, front, 15 Mar 2027`.
pub fn acknowledged(by: &Acknowledgement) -> String {
    let (who, day) = (desk(&by.person, &by.desk), date(by.on));
    if who.is_empty() { tr!("Acknowledged {day}", day) } else { tr!("Acknowledged by {who}, {day}", who, day) }
}

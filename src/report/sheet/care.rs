//! What treatments are like to go through, and what to do after a session.

use super::Sheet;
use super::data::{Aftercare, Treatments};
use super::words::{self, continued, sentence};
use crate::catalog::{AftercareDay, Treatment};

/// A row for each treatment of the plan, and one for doing nothing.
pub(super) fn treatments(sheet: &Sheet<'_>) -> Treatments {
    let rows = used(sheet).into_iter().map(|treatment| {
        let downtime = &treatment.downtime;
        let happens = format!("{} {}", sentence(&treatment.summary), sentence(&downtime.note));
        [treatment.name.clone(), happens, treatment.risks.join(" ")]
    });
    Treatments {
        title: words::TREATMENTS,
        columns: ["Treatment", "What happens, and how long it shows", "Common after-effects and risks"],
        rows: rows.chain([words::NOTHING_IS_LIKE.map(str::to_owned)]).collect(),
    }
}

/// The calendar after a needling session, which is what its sources speak of; empty if the plan has no needling.
pub(super) fn aftercare(sheet: &Sheet<'_>) -> Aftercare {
    let needling = used(sheet).into_iter().any(|treatment| treatment.at_clinic && treatment.needle_depth.is_some());
    let days = sheet.plan.catalog.aftercare.iter().filter(|_| needling);
    Aftercare {
        title: words::AFTERCARE,
        days: days.map(|day| [span(day), format!("{} Avoid: {}", day.do_this, continued(&day.avoid))]).collect(),
    }
}

/// The treatments of the plan, each once, in the order met.
pub(super) fn used<'a>(sheet: &Sheet<'a>) -> Vec<&'a Treatment> {
    let mut used: Vec<&Treatment> = Vec::new();
    let lines = sheet.plan.scenario.options.iter().flat_map(|option| &option.lines);
    for treatment in lines.filter_map(|line| sheet.plan.catalog.treatment(&line.treatment)) {
        if used.iter().all(|other| other.id != treatment.id) {
            used.push(treatment);
        }
    }
    used
}

fn span(day: &AftercareDay) -> String {
    match day.days {
        (0, Some(0)) => "The day itself".to_owned(),
        (first, Some(last)) if first == last => format!("Day {first}"),
        (first, Some(last)) => format!("Days {first}–{last}"),
        (first, None) => format!("From day {first}"),
    }
}

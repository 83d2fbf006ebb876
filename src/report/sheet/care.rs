//! What treatments are like to go through, and what to do after a session.

use super::Sheet;
use super::glyphs::breakable;
use super::words::{continued, sentence};
use crate::catalog::{AddOn, AftercareDay, Basis, Treatment};
use crate::locale::tr;
use crate::wording;
use serde_json::{Value, json};

/// A row for each treatment of the plan and what is added to it, and one for doing nothing.
pub(super) fn treatments(sheet: &Sheet<'_>) -> Value {
    let rows = used(sheet).into_iter().map(|treatment| {
        let downtime = &treatment.downtime;
        let happens =
            format!("{} {}", sentence(wording::text(&treatment.summary)), sentence(wording::text(&downtime.note)));
        [wording::text(&treatment.name).to_owned(), happens, wording::texts(&treatment.risks, " ")]
    });
    let rows: Vec<[String; 3]> = rows.chain(add_ons(sheet)).chain([nothing()]).collect();
    json!({
        "title": tr!("What it is like to go through"),
        "columns": [tr!("Treatment"), tr!("What happens, and how long it shows"), tr!("Common after-effects and risks")],
        "rows": rows,
    })
}

/// The catalogue's add-ons that the plan uses, and a row for those of the clinic's own, of which no source knows. The
/// catalogue has no figures on downtime and no risks of an add-on.
fn add_ons(sheet: &Sheet<'_>) -> Vec<[String; 3]> {
    let lines = sheet.plan.plan.options.iter().flat_map(|option| &option.lines);
    let (mut known, mut own): (Vec<&AddOn>, Vec<&str>) = (Vec::new(), Vec::new());
    for used in lines.flat_map(|line| &line.add_ons) {
        let listed = used.add_on.as_ref().and_then(|id| sheet.plan.catalog.add_on(id));
        match listed.filter(|add_on| add_on.amplitude.basis != Basis::Clinic) {
            Some(add_on) if known.iter().all(|other| other.id != add_on.id) => known.push(add_on),
            None if !own.contains(&used.name.written()) => own.push(used.name.written()),
            _ => {}
        }
    }
    let known = known.into_iter().map(|add_on| {
        let risks = tr!("Our sources name none of its own; ask the clinic.");
        [breakable(wording::text(&add_on.name)), sentence(wording::text(&add_on.summary)), risks.to_owned()]
    });
    let own = (!own.is_empty()).then(|| {
        let said =
            [tr!("An extra of the clinic's own; ask what happens."), tr!("Not known to our sources; ask the clinic.")];
        let [happens, risks] = said.map(str::to_owned);
        [breakable(&own.join(", ")), happens, risks]
    });
    known.chain(own).collect()
}

/// What doing nothing is like.
fn nothing() -> [String; 3] {
    [
        tr!("Do nothing"),
        tr!("No sessions. Skin goes on ageing as it would; ordinary care such as sunscreen is up to you."),
        tr!("None from treatment."),
    ]
    .map(str::to_owned)
}

/// The calendar after a needling session, which is what its sources speak of; empty if the plan has no needling.
pub(super) fn aftercare(sheet: &Sheet<'_>) -> Value {
    let needling = used(sheet).into_iter().any(|treatment| treatment.at_clinic && treatment.needle_depth.is_some());
    let days = sheet.plan.catalog.aftercare.iter().filter(|_| needling);
    let days: Vec<[String; 2]> = days.map(|day| [span(day), advice(day)]).collect();
    json!({ "title": tr!("Aftercare after needling, in short (for other treatments, ask the clinic)"), "days": days })
}

/// The treatments of the plan, each once, in the order met.
pub(super) fn used<'a>(sheet: &Sheet<'a>) -> Vec<&'a Treatment> {
    let mut used: Vec<&Treatment> = Vec::new();
    let lines = sheet.plan.plan.options.iter().flat_map(|option| &option.lines);
    for treatment in lines.filter_map(|line| sheet.plan.catalog.treatment(&line.treatment)) {
        if used.iter().all(|other| other.id != treatment.id) {
            used.push(treatment);
        }
    }
    used
}

fn advice(day: &AftercareDay) -> String {
    tr!("{do_this} Avoid: {avoid}", do_this = wording::text(&day.do_this), avoid = continued(wording::text(&day.avoid)))
}

fn span(day: &AftercareDay) -> String {
    match day.days {
        (0, Some(0)) => tr!("The day itself").to_owned(),
        (day, Some(last)) if day == last => tr!("Day {day}", day),
        (first, Some(last)) => tr!("Days {first}–{last}", first, last),
        (day, None) => tr!("From day {day}", day),
    }
}

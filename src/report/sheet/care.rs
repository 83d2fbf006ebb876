//! What treatments are like to go through, and what to do after a session.

use super::Sheet;
use super::glyphs::breakable;
use super::words::sentence;
use crate::catalog::{AddOn, Aftercare, Basis, Treatment};
use crate::locale::tr;
use crate::wording;
use serde_json::{Value, json};

/// A row for each treatment of the plan and what is added to it, and one for doing nothing.
pub(super) fn treatments(sheet: &Sheet<'_>) -> Value {
    let rows = used(sheet).into_iter().map(|treatment| {
        let downtime = &treatment.downtime;
        let happens =
            format!("{} {}", sentence(wording::text(&treatment.summary)), sentence(wording::text(&downtime.note)));
        let said = [wording::text(&treatment.name).to_owned(), happens, wording::texts(&treatment.risks, " ")];
        row(said, sheet.plan.catalog.aftercare(&treatment.id))
    });
    let without = add_ons(sheet).into_iter().chain([nothing()]).map(|said| row(said, None));
    json!({
        "title": tr!("What it is like, and what to do afterwards"),
        "columns": [
            tr!("What happens; common after-effects and risks"),
            tr!("Aftercare, in short; what the clinic tells you comes first"),
        ],
        "rows": rows.chain(without).collect::<Vec<_>>(),
    })
}

fn row([name, happens, risks]: [String; 3], aftercare: Option<&Aftercare>) -> Value {
    json!({ "name": name, "happens": happens, "risks": risks, "aftercare": aftercare.map(in_short) })
}

/// What to do on the days after a session, who says so, and when to call the clinic. What holds later is no matter of a
/// sheet in short.
fn in_short(aftercare: &Aftercare) -> Value {
    json!({
        "days": aftercare.first_days().map(wording::aftercare_day).collect::<Vec<_>>(),
        "warning": wording::text(&aftercare.warning.value),
        "basis": tr!("({basis})", basis = wording::basis(aftercare.basis)),
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
        let risks = tr!("Our sources name no risks of its own; ask the clinic.");
        [breakable(wording::text(&add_on.name)), sentence(wording::text(&add_on.summary)), risks.to_owned()]
    });
    let own = (!own.is_empty()).then(|| {
        let said = [
            tr!("An extra of the clinic's own; ask what happens."),
            tr!("Its risks are not known to our sources; ask the clinic."),
        ];
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
        tr!("No risks of a treatment."),
    ]
    .map(str::to_owned)
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

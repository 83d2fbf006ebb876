//! Where the evidence ends, and what is assumed.

use super::{Sheet, care};
use crate::catalog::{Basis, Concern, ConcernResponse, Projection, Treatment};
use crate::locale::tr;
use crate::plan::RemarkKind;
use crate::scene::beyond_evidence;
use crate::wording::{self, notices};
use serde_json::{Value, json};

/// What is said beside the charts.
pub(super) fn chart_note(sheet: &Sheet<'_>) -> String {
    let note = if sheet.has_results() {
        tr!("Improvement is a share of the starting severity and counts what ageing takes meanwhile. Fine dashes on a \
             shaded ground lie beyond the evidence.")
    } else {
        tr!("There is no chart of the result, because none is projected for this concern; why stands under the next \
             heading.")
    };
    note.to_owned()
}

/// The paragraphs.
pub(super) fn of(sheet: &Sheet<'_>) -> Value {
    let said = |sheet: &Sheet<'_>| if sheet.is_projected() { beyond(sheet) } else { reason(sheet) };
    let mut items = Vec::new();
    if sheet.plan.further.is_empty() {
        let evidence = sheet.is_projected().then(|| format!("{} ", notices::evidence()));
        items.push(evidence.unwrap_or_default() + &said(sheet));
    } else {
        items.extend(sheet.has_results().then(|| notices::evidence().to_owned()));
        items.extend(std::iter::once(*sheet).chain(sheet.further()).map(|sheet| {
            let name = wording::concern_name(sheet.plan.catalog, &sheet.plan.plan.concern);
            format!("{name}: {}", wording::continued(&said(&sheet)))
        }));
    }
    items.extend(assumptions(sheet));
    json!({ "title": tr!("Where the evidence ends"), "items": items })
}

/// What is worth knowing of the whole plan; why there is no projection has a heading of its own.
pub(super) fn remarks(sheet: &Sheet<'_>) -> Vec<String> {
    let of_plan = sheet.plan.estimate.remarks.iter();
    of_plan.filter(|remark| !matches!(remark.kind, RemarkKind::CostOnly { .. })).map(wording::remark).collect()
}

/// Why there is no projection.
fn reason(sheet: &Sheet<'_>) -> String {
    match sheet.plan.catalog.concern(&sheet.plan.plan.concern).map(|concern| &concern.projection) {
        Some(Projection::CostOnly { reason, .. }) => wording::text(reason).to_owned(),
        Some(Projection::Modelled(_)) | None => tr!("No result is projected for this concern.").to_owned(),
    }
}

/// From when on each option is beyond what studies have followed.
fn beyond(sheet: &Sheet<'_>) -> String {
    let estimate = sheet.plan.estimate;
    let starts = estimate.options.iter().filter_map(|option| {
        let (from, _) = beyond_evidence(option).next()?;
        let (option, month) = (wording::option_title(option), wording::month_year(estimate.date(from)));
        Some(tr!("{option} from {month}", option, month))
    });
    let starts: Vec<String> = starts.collect();
    if starts.is_empty() {
        tr!("Within this horizon no option goes beyond that.").to_owned()
    } else {
        tr!("On this sheet that is {starts}.", starts = starts.join("; "))
    }
}

/// What rests on assumptions, for the concern and each treatment.
fn assumptions(sheet: &Sheet<'_>) -> Option<String> {
    let known = sheet.concerns().filter_map(|id| sheet.plan.catalog.concern(id));
    let modelled: Vec<(&Concern, &ConcernResponse)> = known
        .filter_map(|concern| match &concern.projection {
            Projection::Modelled(response) => Some((concern, &**response)),
            Projection::CostOnly { .. } => None,
        })
        .collect();
    if modelled.is_empty() {
        return None;
    }
    let mut parts: Vec<String> =
        modelled.iter().filter_map(|(concern, response)| of_concern(concern, response)).collect();
    let is_scar = modelled.iter().any(|(_, response)| response.is_scar);
    parts.extend(care::used(sheet).into_iter().filter_map(|treatment| of_treatment(treatment, is_scar)));
    (!parts.is_empty()).then(|| tr!("Assumed, for want of a study: {figures}.", figures = parts.join("; ")))
}

fn of_concern(concern: &Concern, response: &ConcernResponse) -> Option<String> {
    let figures = listed(&[
        (response.amplitude.basis, tr!("gain of a session")),
        (response.ceiling.basis, tr!("most that can be gained")),
        (response.persistence.basis, tr!("share that stays")),
        (response.fade_months.basis, tr!("time to fade")),
        (response.ageing_weight.basis, tr!("effect of ageing")),
    ])?;
    Some(format!("{}: {figures}", wording::text(&concern.name)))
}

fn of_treatment(treatment: &Treatment, scar: bool) -> Option<String> {
    let response = &treatment.response;
    // The type of scar matters to scars only.
    let scar_types = if scar { response.scar_types.basis } else { Basis::Trial };
    let figures = listed(&[
        (response.amplitude.basis, tr!("gain of a session")),
        (response.ceiling.basis, tr!("most that can be gained")),
        (response.build_months.basis, tr!("time to build up")),
        (response.persistence.basis, tr!("share that stays")),
        (response.fade.basis, tr!("time to fade")),
        (response.fade_shape.basis, tr!("shape of the fading")),
        (scar_types, tr!("effect by type of scar")),
    ])?;
    Some(format!("{}: {figures}", wording::text(&treatment.name)))
}

/// The names of the figures that are assumptions or stand-ins, if there are some.
fn listed(figures: &[(Basis, &str)]) -> Option<String> {
    let weak = figures.iter().filter(|(basis, _)| matches!(basis, Basis::Assumption | Basis::Placeholder));
    let names: Vec<&str> = weak.map(|(_, name)| *name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

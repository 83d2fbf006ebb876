//! The documents, studies and prices that the figures of the plan's options cite.

use std::collections::{BTreeMap, BTreeSet};

use super::{Sheet, care};
use crate::catalog::{Catalog, Citation, Concern, Figure, Projection, SourceId, Treatment};
use crate::locale::tr;
use crate::wording;
use serde_json::{Value, json};

/// Every source once, studies first.
pub(super) fn of(sheet: &Sheet<'_>) -> Value {
    let (mut trials, mut prices) = (BTreeSet::new(), BTreeSet::new());
    let mut documents: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut add = |id: &SourceId| {
        if let Some((weight, document)) = document(sheet.plan.catalog, id) {
            documents.entry(weight).or_default().insert(document);
        }
    };
    for id in cited(sheet) {
        match sheet.plan.catalog.cite(id) {
            Some(Citation::Trial(trial)) => {
                let study = format!("{} ({})", wording::text(&trial.study), wording::text(&trial.year));
                trials.insert(wording::checked(&study, trial.verified));
            }
            Some(Citation::Fact(fact)) => add(&fact.source),
            Some(Citation::Source(source)) => add(&source.id),
            Some(Citation::Price(row)) => {
                let quality = wording::checked(&wording::continued(wording::text(&row.quality)), row.verified);
                prices.insert(format!(
                    "{}, {} ({}): {quality}",
                    wording::text(&row.treatment),
                    wording::text(&row.region),
                    wording::text(&row.year)
                ));
            }
            // A contradiction gathers statements whose documents are listed by themselves.
            // Guidance is told where the checklist is.
            Some(Citation::Contradiction(_) | Citation::Guidance(_)) | None => {}
        }
    }
    let documents =
        documents.into_iter().map(|(weight, items)| (tr!("Guides and articles, weight: {weight}", weight), items));
    let groups = [(tr!("Studies").to_owned(), trials)].into_iter().chain(documents);
    let groups = groups.chain([(tr!("Prices").to_owned(), prices)]).filter(|(_, items)| !items.is_empty());
    json!({
        "title": tr!("Sources"),
        "note": tr!("cited by the figures on this sheet, those that disagree with them included"),
        "groups": groups.map(|(title, items)| json!({ "title": title, "items": items })).collect::<Vec<_>>(),
    })
}

/// The weight of a document, and the document.
fn document(catalog: &Catalog, id: &SourceId) -> Option<(String, String)> {
    let source = catalog.sources.iter().find(|source| source.id == *id)?;
    let date = if source.date.written() == "not shown" { tr!("no date") } else { wording::text(&source.date) };
    // The word before the colon is the weight; the reasons stand in the window.
    let weight = wording::text(&source.quality).split(':').next().unwrap_or_default();
    Some((wording::continued(weight), format!("{} ({}, {date})", source.title, wording::text(&source.kind))))
}

/// The ids behind the figures of the concern and of each treatment, add-on and price of the plan.
fn cited<'a>(sheet: &Sheet<'a>) -> Vec<&'a SourceId> {
    let mut ids = Vec::new();
    let catalog = sheet.plan.catalog;
    for concern in sheet.concerns().filter_map(|id| catalog.concern(id)) {
        of_concern(&mut ids, concern);
    }
    for treatment in care::used(sheet) {
        of_treatment(&mut ids, treatment);
    }
    for line in sheet.plan.plan.options.iter().flat_map(|option| &option.lines) {
        ids.extend(&line.price_refs);
        let add_ons = line.add_ons.iter().filter_map(|add_on| catalog.add_on(add_on.add_on.as_ref()?));
        for add_on in add_ons {
            figure(&mut ids, &add_on.amplitude);
            let prices = add_on.prices.iter().filter(|price| price.currency == sheet.plan.plan.currency);
            ids.extend(prices.flat_map(|price| &price.refs));
        }
    }
    ids
}

fn figure<'a, T>(ids: &mut Vec<&'a SourceId>, figure: &'a Figure<T>) {
    ids.extend(figure.refs.iter().chain(&figure.disagree));
}

fn of_concern<'a>(ids: &mut Vec<&'a SourceId>, concern: &'a Concern) {
    match &concern.projection {
        Projection::CostOnly { refs, disagree, .. } => ids.extend(refs.iter().chain(disagree)),
        Projection::Modelled(response) => {
            for value in [&response.amplitude, &response.ceiling, &response.fade_months, &response.ageing_weight] {
                figure(ids, value);
            }
            figure(ids, &response.persistence);
        }
    }
}

fn of_treatment<'a>(ids: &mut Vec<&'a SourceId>, treatment: &'a Treatment) {
    let response = &treatment.response;
    for value in [&response.amplitude, &response.ceiling, &response.build_months, &response.fade_shape] {
        figure(ids, value);
    }
    figure(ids, &response.persistence);
    figure(ids, &response.fade);
    figure(ids, &response.scar_types);
    ids.extend(treatment.downtime.refs.iter().chain(&treatment.risk_refs));
}

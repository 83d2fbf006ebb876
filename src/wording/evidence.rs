//! Who says so.

use super::{decimal, text};
use crate::catalog::{Catalog, Citation, Fact, Source, SourceId};
use crate::locale::tr;

/// A source id in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationText {
    /// Who says it: the study, the document, the price's origin.
    pub who: String,
    /// What is said, with figures.
    pub what: String,
    /// What is to be known of its weight.
    pub weight: String,
    /// Who says otherwise.
    pub disagree: Vec<SourceId>,
}

/// What a source id stands for, in words; an unknown id says so.
pub fn citation(catalog: &Catalog, id: &SourceId) -> CitationText {
    let Some(cited) = catalog.cite(id) else {
        let what = tr!("This id is not in the evidence").to_owned();
        return CitationText { who: id.to_string(), what, weight: String::new(), disagree: Vec::new() };
    };
    match cited {
        Citation::Fact(fact) => fact_text(catalog, fact),
        Citation::Trial(trial) => CitationText {
            who: format!("{} ({})", text(&trial.study), text(&trial.year)),
            what: format!(
                "{}, {}, {}: {}",
                text(&trial.treatment),
                text(&trial.concern),
                text(&trial.protocol),
                text(&trial.result)
            ),
            weight: checked(&tr!("trial, {people}", people = text(&trial.people)), trial.verified),
            disagree: Vec::new(),
        },
        Citation::Price(row) => CitationText {
            who: format!("{} ({}, {})", text(&row.treatment), text(&row.region), text(&row.year)),
            what: text(&row.figures).to_owned(),
            weight: checked(text(&row.quality), row.verified),
            disagree: Vec::new(),
        },
        Citation::Contradiction(one) => CitationText {
            who: format!("{} · {}", one.id, text(&one.topic)),
            what: one.statements.iter().map(|(statement, _)| text(statement)).collect::<Vec<_>>().join("; "),
            weight: text(&one.reconciliation).to_owned(),
            disagree: Vec::new(),
        },
        Citation::Source(source) => CitationText {
            who: format!("{} ({})", source.title, source.publisher),
            what: tr!(
                "{kind}, {date}; cites {cites}",
                kind = text(&source.kind),
                date = text(&source.date),
                cites = text(&source.cites),
            ),
            weight: text(&source.quality).to_owned(),
            disagree: Vec::new(),
        },
    }
}

/// A weight that says of what was only recalled that nobody looked it up, unless it says so itself.
pub fn checked(weight: &str, verified: bool) -> String {
    let said = verified || weight.to_lowercase().contains(tr!(in "in a text of the catalogue", "not checked"));
    if said { weight.to_owned() } else { tr!("{weight}; not checked against the original", weight) }
}

fn fact_text(catalog: &Catalog, fact: &Fact) -> CitationText {
    let source = catalog.sources.iter().find(|source| source.id == fact.source);
    let title = source.map_or(fact.source.to_string(), |source| source.title.clone());
    let unit = text(&fact.unit);
    let figure = match (fact.low.map(decimal), fact.high.map(decimal)) {
        (Some(low), Some(high)) if fact.low < fact.high => format!(": {low}–{high} {unit}"),
        (Some(low), None) => format!(": {}", tr!("{low} {unit} or more", low, unit)),
        (None, Some(high)) => format!(": {}", tr!("up to {high} {unit}", high, unit)),
        (Some(value), Some(_)) => format!(": {value} {unit}"),
        (None, None) => String::new(),
    };
    let condition = if fact.condition.is_empty() { String::new() } else { format!(" ({})", text(&fact.condition)) };
    let quality = |source: &Source| tr!("seed, quality {quality}", quality = text(&source.quality));
    CitationText {
        who: format!("{title}, {}", text(&fact.place)),
        what: format!("{}, {}{figure}{condition}", text(&fact.subject), text(&fact.quantity)),
        weight: source.map_or(String::new(), quality),
        disagree: fact.contradicts.clone(),
    }
}

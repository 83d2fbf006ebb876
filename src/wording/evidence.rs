//! Who says so.

use crate::catalog::{Catalog, Citation, Fact, SourceId};

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
        let what = "This id is not in the evidence".to_owned();
        return CitationText { who: id.to_string(), what, weight: String::new(), disagree: Vec::new() };
    };
    let recalled = |verified: bool| if verified { "" } else { ", recalled and not seen" };
    match cited {
        Citation::Fact(fact) => fact_text(catalog, fact),
        Citation::Trial(trial) => CitationText {
            who: format!("{} ({})", trial.study, trial.year),
            what: format!("{}, {}, {}: {}", trial.treatment, trial.concern, trial.protocol, trial.result),
            weight: format!("trial, {}{}", trial.people, recalled(trial.verified)),
            disagree: Vec::new(),
        },
        Citation::Price(row) => CitationText {
            who: format!("{} ({}, {})", row.treatment, row.region, row.year),
            what: row.figures.clone(),
            weight: format!("{}{}", row.quality, recalled(row.verified)),
            disagree: Vec::new(),
        },
        Citation::Contradiction(one) => CitationText {
            who: format!("{} · {}", one.id, one.topic),
            what: one.statements.iter().map(|(statement, _)| statement.as_str()).collect::<Vec<_>>().join("; "),
            weight: one.reconciliation.clone(),
            disagree: Vec::new(),
        },
        Citation::Source(source) => CitationText {
            who: format!("{} ({})", source.title, source.publisher),
            what: format!("{}, {}; cites {}", source.kind, source.date, source.cites),
            weight: source.quality.clone(),
            disagree: Vec::new(),
        },
    }
}

fn fact_text(catalog: &Catalog, fact: &Fact) -> CitationText {
    let source = catalog.sources.iter().find(|source| source.id == fact.source);
    let title = source.map_or(fact.source.to_string(), |source| source.title.clone());
    let figure = match (fact.low, fact.high) {
        (Some(low), Some(high)) if low < high => format!(": {low}–{high} {}", fact.unit),
        (Some(low), None) => format!(": {low} {} or more", fact.unit),
        (None, Some(high)) => format!(": up to {high} {}", fact.unit),
        (Some(value), Some(_)) => format!(": {value} {}", fact.unit),
        (None, None) => String::new(),
    };
    let condition = if fact.condition.is_empty() { String::new() } else { format!(" ({})", fact.condition) };
    CitationText {
        who: format!("{title}, {}", fact.place),
        what: format!("{}, {}{figure}{condition}", fact.subject, fact.quantity),
        weight: source.map_or(String::new(), |source| format!("seed, quality {}", source.quality)),
        disagree: fact.contradicts.clone(),
    }
}

//! Who says so, in words that people know. Ids stand only where a source is told in full, and in exports.

use super::checklist::guidance_kind;
use super::{decimal, text};
use crate::catalog::{Basis, Catalog, Citation, Fact, GuidanceKind, Source, SourceId};
use crate::locale::{tr, trn};
use std::cmp::Ordering;
use std::collections::BTreeSet;

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
        Citation::Guidance(one) => CitationText {
            who: format!("{} ({})", text(&one.who), text(&one.year)),
            what: text(&one.says).to_owned(),
            weight: guidance_kind(one.kind).to_owned(),
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

/// Who says something, counted: guides by document, however often each says it.
#[derive(Default)]
struct Sources<'a> {
    guides: BTreeSet<&'a SourceId>,
    trials: BTreeSet<&'a SourceId>,
    reviews: BTreeSet<&'a SourceId>,
    societies: BTreeSet<&'a SourceId>,
    prices: BTreeSet<&'a SourceId>,
    /// Clinics, makers and labels.
    practices: BTreeSet<&'a SourceId>,
}

impl<'a> Sources<'a> {
    fn of(catalog: &'a Catalog, ids: impl Iterator<Item = &'a SourceId>) -> Self {
        let mut sources = Self::default();
        for (id, cited) in ids.filter_map(|id| Some((id, catalog.cite(id)?))) {
            match cited {
                Citation::Fact(fact) => _ = sources.guides.insert(&fact.source),
                Citation::Guidance(one) => {
                    let set = match one.kind {
                        GuidanceKind::Society => &mut sources.societies,
                        GuidanceKind::Review => &mut sources.reviews,
                        GuidanceKind::Label | GuidanceKind::Manufacturer | GuidanceKind::Clinic => {
                            &mut sources.practices
                        }
                    };
                    set.insert(id);
                }
                Citation::Source(source) => _ = sources.guides.insert(&source.id),
                Citation::Trial(_) => _ = sources.trials.insert(id),
                Citation::Price(_) if cited.basis() == Basis::Society => _ = sources.societies.insert(id),
                Citation::Price(_) => _ = sources.prices.insert(id),
                // That sources contradict each other is said by those who do.
                Citation::Contradiction(_) => {}
            }
        }
        sources
    }

    fn count(&self) -> u64 {
        [&self.guides, &self.trials, &self.reviews, &self.societies, &self.prices, &self.practices]
            .iter()
            .map(|one| one.len() as u64)
            .sum()
    }

    /// `4 guides, 1 trial`.
    fn words(&self) -> String {
        let counted = |set: &BTreeSet<_>, words: fn(u64) -> String| {
            let count = set.len() as u64;
            (count > 0).then(|| words(count))
        };
        let all = [
            counted(&self.trials, |count| trn!(count, "{count} trial", "{count} trials", count)),
            counted(&self.reviews, |count| trn!(count, "{count} study or review", "{count} studies or reviews", count)),
            counted(&self.societies, |count| trn!(count, "{count} society", "{count} societies", count)),
            counted(&self.guides, |count| trn!(count, "{count} guide", "{count} guides", count)),
            counted(&self.prices, |count| trn!(count, "{count} price found", "{count} prices found", count)),
            counted(&self.practices, |count| {
                trn!(count, "{count} clinic, maker or label", "{count} clinics, makers or labels", count)
            }),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// Who says something, and who says otherwise: `4 guides, 1 trial`, `2 guides; 1 guide disagrees`. Nothing if nobody does.
pub fn sources(catalog: &Catalog, refs: &[SourceId], disagree: &[SourceId]) -> Option<String> {
    let (say, others) = (Sources::of(catalog, refs.iter()), Sources::of(catalog, disagree.iter()));
    let against = (others.count() > 0).then(|| {
        let who = others.words();
        trn!(others.count(), "{who} disagrees", "{who} disagree", who)
    });
    match (say.count(), against) {
        (0, against) => against,
        (_, None) => Some(say.words()),
        (_, Some(against)) => Some(format!("{}; {against}", say.words())),
    }
}

/// Who agrees with an interval of months, and who would treat more or less often: `4 guides agree, 2 say more often`.
pub fn agreement(catalog: &Catalog, refs: &[SourceId], disagree: &[SourceId], months: u32) -> String {
    let agree = Sources::of(catalog, refs.iter());
    let who = agree.words();
    let mut said = vec![trn!(agree.count(), "{who} agrees", "{who} agree", who)];
    let which = |order: Ordering| {
        let others = disagree.iter().filter(move |id| than(catalog, id, months) == order);
        Sources::of(catalog, others).count()
    };
    let more = which(Ordering::Less);
    if more > 0 {
        said.push(trn!(more, "{count} says more often", "{count} say more often", count = more));
    }
    let less = which(Ordering::Greater);
    if less > 0 {
        said.push(trn!(less, "{count} says less often", "{count} say less often", count = less));
    }
    let other = which(Ordering::Equal);
    if other > 0 {
        said.push(trn!(other, "{count} says otherwise", "{count} say otherwise", count = other));
    }
    said.join(", ")
}

/// Whether an interval that is stated in months is all below or all above another one.
fn than(catalog: &Catalog, id: &SourceId, months: u32) -> Ordering {
    let months = f64::from(months);
    match catalog.cite(id) {
        Some(Citation::Fact(fact)) if fact.unit.written() == "months" => match (fact.low, fact.high) {
            (_, Some(high)) if high < months => Ordering::Less,
            (Some(low), _) if low > months => Ordering::Greater,
            _ => Ordering::Equal,
        },
        _ => Ordering::Equal,
    }
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
    let quality = |source: &Source| tr!("guide, quality {quality}", quality = text(&source.quality));
    CitationText {
        who: format!("{title}, {}", text(&fact.place)),
        what: format!("{}, {}{figure}{condition}", text(&fact.subject), text(&fact.quantity)),
        weight: source.map_or(String::new(), quality),
        disagree: fact.contradicts.clone(),
    }
}

//! What is not known, and what somebody may have meant.

use super::text;
use crate::catalog::{Catalog, ConcernId};
use crate::document::Draft;
use crate::locale::tr;
use crate::units::quoted;

/// That the catalogue has no such concern, and which one may be meant.
pub fn unknown_concern(id: &str, catalog: &Catalog) -> String {
    let all = catalog.concerns.iter().map(|concern| (concern.id.as_str(), text(&concern.name)));
    tr!("\"{id}\" is not a known concern; {remedy}", id = quoted(id), remedy = remedy(id, all))
}

/// That a plan is not for a concern, and which ones it is for.
pub fn not_of_plan(id: &str, draft: &Draft, catalog: &Catalog) -> String {
    let all: Vec<&str> = draft.concerns().map(ConcernId::as_str).collect();
    if catalog.concern(&id.into()).is_none() {
        return unknown_concern(id, catalog);
    }
    tr!("The plan is not for \"{id}\"; choose one of {all}", id = quoted(id), all = all.join(", "))
}

/// That the catalogue has no such treatment, and which one may be meant.
pub fn unknown_treatment(id: &str, catalog: &Catalog) -> String {
    let all = catalog.treatments.iter().map(|treatment| (treatment.id.as_str(), text(&treatment.name)));
    tr!("\"{id}\" is not a known treatment; {remedy}", id = quoted(id), remedy = remedy(id, all))
}

/// That the catalogue has no such add-on, and which one may be meant.
pub(super) fn unknown_add_on(id: &str, catalog: &Catalog) -> String {
    let all = catalog.add_ons.iter().map(|add_on| (add_on.id.as_str(), text(&add_on.name)));
    tr!("\"{id}\" is not a known add-on; {remedy}", id = quoted(id), remedy = remedy(id, all))
}

/// That the checklist has no such entry, and which one may be meant.
pub(super) fn unknown_hold(id: &str, catalog: &Catalog) -> String {
    let all = catalog.rules.asked().map(|hold| (hold.id.as_str(), text(&hold.name)));
    tr!("\"{id}\" is not on the checklist; {remedy}", id = quoted(id), remedy = remedy(id, all))
}

/// How alike two words must be for one to be meant by the other; 1 is the same word.
const ALIKE: f64 = 0.8;

/// The remedy for an unknown word: the known one that comes nearest, or the whole list. `known` gives each id with its
/// name.
pub(super) fn remedy<'a>(typed: &str, known: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let typed = plain(typed);
    let likeness = |known: &str| strsim::jaro_winkler(&typed, &plain(known));
    let scored = known.clone().map(|(id, name)| (id, likeness(id).max(likeness(name))));
    let nearest = scored.filter(|(_, score)| *score >= ALIKE).max_by(|one, other| one.1.total_cmp(&other.1));
    if let Some((id, _)) = nearest {
        return tr!("did you mean \"{id}\"?", id);
    }
    let known = known.map(|(id, _)| id).collect::<Vec<_>>().join(", ");
    tr!("write one of {known}", known)
}

/// As [`remedy`], for words that are their own name.
pub(super) fn remedy_among(typed: &str, known: &[&str]) -> String {
    remedy(typed, known.iter().map(|word| (*word, *word)))
}

/// A word in one spelling, however its parts are joined.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace([' ', '_'], "-")
}

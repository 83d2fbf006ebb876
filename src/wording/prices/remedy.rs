//! What somebody may have meant.

use crate::locale::tr;

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

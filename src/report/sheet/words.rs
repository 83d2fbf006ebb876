//! The sheet's own headings and standing sentences.

use crate::locale::{self, Language, tr};

/// What the sheet is called.
pub(super) fn title() -> &'static str {
    tr!("Budget summary for your consultation")
}

/// The first twelve months.
pub(super) fn next() -> &'static str {
    tr!("Next 12 months: estimate")
}

/// Everything after them.
pub(super) fn later() -> &'static str {
    tr!("Later years: illustration")
}

/// Stands for an empty value.
pub(super) const NONE: &str = "–";

/// The text as it goes on after a colon; a word in capitals, such as an abbreviation, stays as it is.
/// Other languages may write a noun there, so only English goes on in small letters.
pub(super) fn continued(text: &str) -> String {
    if locale::current().language != Language::english() {
        return text.to_owned();
    }
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    if characters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(characters).collect()
}

/// The text with one full stop at its end.
pub(super) fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

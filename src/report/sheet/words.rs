//! The sheet's own headings and standing sentences.

use super::Sheet;
use crate::locale::{self, tr};
use crate::wording;

/// What the sheet is called.
pub(super) fn title() -> &'static str {
    tr!("Budget summary for your consultation")
}

/// The first twelve months: the next ones, unless the plan has begun.
pub(super) fn first_year(sheet: &Sheet<'_>) -> String {
    match sheet.begun() {
        Some(day) => tr!("First 12 months, from {day}: estimate", day = wording::date(day)),
        None => tr!("Next 12 months: estimate").to_owned(),
    }
}

/// Their total.
pub(super) fn total_of_first_year(sheet: &Sheet<'_>) -> &'static str {
    match sheet.begun() {
        Some(_) => tr!("Total of the first 12 months: estimate"),
        None => tr!("Total of the next 12 months: estimate"),
    }
}

/// Everything after them.
pub(super) fn later() -> &'static str {
    tr!("Later years: illustration")
}

/// Tax on sales as the country calls it, inside a sentence.
pub(super) fn tax() -> &'static str {
    match locale::current().pack.tax_word.as_str() {
        "Tax" => tr!(in "in a sentence", "tax"),
        "Sales tax" => tr!(in "in a sentence", "sales tax"),
        word => locale::text(word),
    }
}

/// The column of the tax that comes on top.
pub(super) fn tax_column() -> &'static str {
    locale::text(&locale::current().pack.tax_word)
}

/// The column of the tax that prices include.
pub(super) fn tax_included_column() -> String {
    tr!("Of which {tax}", tax = tax())
}

/// The text with one full stop at its end.
pub(super) fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

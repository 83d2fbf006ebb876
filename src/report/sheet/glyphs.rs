//! Whether a text can be shown: a box in place of a letter is never printed. And where a long word may be broken.

use super::SheetError;
use crate::locale::tr;
use crate::report::typefaces::{BREAK, TypefaceSet};
use serde_json::Value;

/// Every string of the data.
pub(super) fn strings(value: &Value) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Value::String(text) => Box::new(std::iter::once(text.as_str())),
        Value::Array(values) => Box::new(values.iter().flat_map(strings)),
        Value::Object(fields) => Box::new(fields.values().flat_map(strings)),
        Value::Null | Value::Bool(_) | Value::Number(_) => Box::new(std::iter::empty()),
    }
}

/// Looks through texts, each with what the message calls it.
pub(super) fn check<'t>(
    texts: impl IntoIterator<Item = (String, &'t str)>,
    typefaces: &TypefaceSet,
) -> Result<(), SheetError> {
    texts.into_iter().try_for_each(|(field, text)| match typefaces.lacking(text) {
        None => Ok(()),
        Some(characters) => Err(SheetError::MissingCharacters { field, characters, text: text.to_owned() }),
    })
}

/// What a message calls a text that nobody typed into the plan.
pub(super) fn of_the_catalogue() -> String {
    tr!("a text of the catalogue").to_owned()
}

/// The text with places to break in words too long for a narrow column.
pub(super) fn breakable(text: &str) -> String {
    broken(text, 14)
}

/// The data with places to break in words too long for a line.
pub(super) fn breakable_data(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(broken(&text, 60)),
        Value::Array(values) => Value::Array(values.into_iter().map(breakable_data).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, breakable_data(value))).collect())
        }
        other => other,
    }
}

/// The text with a place to break after so many letters without one.
fn broken(text: &str, longest: usize) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut run = 0;
    for character in text.chars() {
        if character.is_whitespace() || character == BREAK || character == '-' {
            run = 0;
        } else if run >= longest && character.is_alphanumeric() {
            // Never before an accent that belongs to the letter in front of it.
            broken.push(BREAK);
            run = 1;
        } else {
            run += 1;
        }
        broken.push(character);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn only_long_words_are_broken() {
        assert_eq!(breakable("Microneedling with PRP"), "Microneedling with PRP");
        assert_eq!(breakable(&"x".repeat(29)).matches('\u{200b}').count(), 2);
    }
}

//! Whether the embedded fonts can show a text: a box in place of a letter is never printed.

use super::SheetError;
use crate::locale::tr;
use crate::report::fonts::fonts;
use serde_json::Value;

/// Looks through every string of the data.
pub(super) fn check(value: &Value) -> Result<(), SheetError> {
    match value {
        Value::String(text) => check_text(tr!("a text of the catalogue"), text),
        Value::Array(values) => values.iter().try_for_each(check),
        Value::Object(fields) => fields.values().try_for_each(check),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

/// Looks through one text; `field` is how the message calls it.
pub(super) fn check_text(field: &str, text: &str) -> Result<(), SheetError> {
    let mut missing: Vec<char> = text.chars().filter(|character| !shown(*character)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    missing.sort_unstable();
    missing.dedup();
    let named = missing.iter().map(|character| named(*character)).collect::<Vec<_>>().join(", ");
    Err(SheetError::MissingCharacters { field: field.to_owned(), characters: named, text: text.to_owned() })
}

fn shown(character: char) -> bool {
    let covered = |font: &typst::text::Font| font.info().coverage.contains(u32::from(character));
    character.is_ascii_graphic() || character.is_whitespace() || character == BREAK || fonts().iter().all(covered)
}

/// A place where a long word may be broken; it has no shape of its own.
pub(super) const BREAK: char = '\u{200b}';

fn named(character: char) -> String {
    let code = u32::from(character);
    if character.is_control() { format!("U+{code:04X}") } else { format!("{character} (U+{code:04X})") }
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
    use super::{breakable, check_text};

    #[test]
    fn european_letters_are_shown() {
        for text in ["Zoë Ångström", "Юлия Щёголева", "Ελένη Παπαδοπούλου", "Łucja, Şükran, Jiří", "− – … · ≤ €£$"]
        {
            assert_eq!(check_text("a name", text), Ok(()), "{text}");
        }
    }

    #[test]
    fn what_is_missing_is_named_once() {
        for (text, named) in [("山田山", "山 (U+5C71)"), ("مريم", "U+0645"), ("🙂", "U+1F642"), ("a\u{7}", "U+0007")]
        {
            let error = check_text("a name", text).map_err(|error| error.to_string());
            assert!(error.as_ref().is_err_and(|error| error.matches(named).count() == 1), "{error:?}");
        }
    }

    #[test]
    fn only_long_words_are_broken() {
        assert_eq!(breakable("Microneedling with PRP"), "Microneedling with PRP");
        assert_eq!(breakable(&"x".repeat(29)).matches('\u{200b}').count(), 2);
    }
}

//! The content of a file: text in RON with a schema number. Where it cannot be read, one sentence says where and why.

use crate::locale::{tr, trn};
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Why the content of a file cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", tr!("line {line}, column {column}: {message}", line, column, message))]
pub struct ContentError {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl ContentError {
    /// At the beginning of a line.
    fn at(line: usize, message: impl Into<String>) -> Self {
        Self { line, column: 1, message: message.into() }
    }
}

/// What a file is meant to be.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Plan,
    PriceList,
    Clinic,
}

impl Kind {
    /// The name its text begins with.
    fn begins(self) -> &'static str {
        match self {
            Self::Plan => "CollagenLedgerPlan",
            Self::PriceList => "CollagenLedgerPriceList",
            Self::Clinic => "CollagenLedgerClinic",
        }
    }

    /// Whether these bytes are such a text in an encoding of one or two bytes a letter: the name it begins with is there, and nothing
    /// that no text has.
    fn stands_in(self, bytes: &[u8]) -> bool {
        let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        let name = self.begins().as_bytes();
        let is_unseen = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\r' | b'\n');
        letters.windows(name.len()).any(|letters| letters == name) && !letters.iter().any(is_unseen)
    }

    fn is_not_text(self) -> &'static str {
        match self {
            Self::Plan => tr!("the file is not text, so it is no plan"),
            Self::PriceList => tr!("the file is not text, so it is no price list"),
            Self::Clinic => tr!("the file is not text, so it is no clinic's file"),
        }
    }

    fn is_too_large(self, most: u64) -> String {
        match self {
            Self::Plan => trn!(
                most,
                "the file is larger than {most} byte, too large for a plan",
                "the file is larger than {most} bytes, too large for a plan",
                most
            ),
            Self::PriceList => trn!(
                most,
                "the file is larger than {most} byte, too large for a price list",
                "the file is larger than {most} bytes, too large for a price list",
                most
            ),
            Self::Clinic => trn!(
                most,
                "the file is larger than {most} byte, too large for a clinic's file",
                "the file is larger than {most} bytes, too large for a clinic's file",
                most
            ),
        }
    }

    fn is_empty(self) -> &'static str {
        match self {
            Self::Plan => tr!("the file is empty, so it is no plan"),
            Self::PriceList => tr!("the file is empty, so it is no price list"),
            Self::Clinic => tr!("the file is empty, so it is no clinic's file"),
        }
    }

    fn is_too_deep(self) -> &'static str {
        match self {
            Self::Plan => tr!("the file is nested too deeply to be a plan"),
            Self::PriceList => tr!("the file is nested too deeply to be a price list"),
            Self::Clinic => tr!("the file is nested too deeply to be a clinic's file"),
        }
    }

    fn trails(self) -> &'static str {
        match self {
            Self::Plan => tr!("something stands behind the end of the plan; remove it"),
            Self::PriceList => tr!("something stands behind the end of the price list; remove it"),
            Self::Clinic => tr!("something stands behind the end of the clinic's file; remove it"),
        }
    }

    fn is_other(self, begins: &str) -> String {
        match self {
            Self::Plan => tr!("this is not a plan of Collagen Ledger; a plan begins with \"{begins}\"", begins),
            Self::PriceList => {
                tr!("this is not a price list of Collagen Ledger; a price list begins with \"{begins}\"", begins)
            }
            Self::Clinic => tr!("this is not a clinic's file; it begins with \"{begins}\"", begins),
        }
    }
}

/// The longest message, in characters.
const LONGEST: usize = 240;

/// The text of a value with a remark above it. The same value always gives the same bytes. Below `depth` everything stands
/// on one line.
pub(super) fn text(remark: &str, value: &impl Serialize, depth: usize) -> String {
    let config = PrettyConfig::new().new_line("\n").indentor("  ").struct_names(true).extensions(Extensions::empty());
    // Serialising plain data into memory has no way to fail.
    let body = ron::Options::default().to_string_pretty(value, config.depth_limit(depth)).unwrap_or_default();
    format!("// {remark}\n{body}\n")
}

/// Bytes as the text of a file of this kind, if there are not too many of them.
pub(super) fn decode(kind: Kind, bytes: &[u8], most: u64) -> Result<&str, ContentError> {
    decode_or_say(bytes, most, kind.is_too_large(most), || {
        let in_other_letters = tr!("the file is text, but not in UTF-8; save it as UTF-8");
        if kind.stands_in(bytes) { in_other_letters } else { kind.is_not_text() }
    })
}

/// Bytes as text, or in these words why they are not.
pub(super) fn decode_or_say(
    bytes: &[u8],
    most: u64,
    is_too_large: String,
    is_not_text: impl FnOnce() -> &'static str,
) -> Result<&str, ContentError> {
    if bytes.len() as u64 > most {
        return Err(ContentError::at(1, is_too_large));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        ContentError::at(line, is_not_text())
    })
}

/// Refuses a schema that this program does not know yet.
pub(super) fn check_schema(found: u32, most: u32) -> Result<(), ContentError> {
    if found <= most {
        return Ok(());
    }
    let message = tr!(
        "the file has schema {found}, and this program reads up to {most}; open it with a newer version",
        found,
        most
    );
    Err(ContentError::at(1, message))
}

/// A value from its text.
pub(super) fn parse<T: DeserializeOwned>(kind: Kind, text: &str) -> Result<T, ContentError> {
    ron::Options::default().from_str(text).map_err(|error| explain(kind, text, &error))
}

fn cut_off() -> String {
    tr!("the file ends too early; it was probably cut off while being copied").to_owned()
}

/// Says in plain words what is wrong with the text of a file.
fn explain(kind: Kind, text: &str, error: &SpannedError) -> ContentError {
    let (line, column) = (error.span.end.line, error.span.end.col);
    let message = match &error.code {
        _ if text.trim().is_empty() => kind.is_empty().to_owned(),
        ron::Error::TrailingCharacters => kind.trails().to_owned(),
        _ if text.contains(kind.begins()) && !text.trim_end().ends_with(')') && is_at_end(text, line, column) => {
            cut_off()
        }
        ron::Error::ExceededRecursionLimit => kind.is_too_deep().to_owned(),
        ron::Error::ExpectedNamedStructLike(name) | ron::Error::ExpectedDifferentStructName { expected: name, .. } => {
            let is_cut = ends_within(text, name) || (*name != kind.begins() && is_at_end(text, line, column));
            if is_cut { cut_off() } else { not_the_expected(kind, name) }
        }
        ron::Error::Message(message) => message.clone(),
        ron::Error::InvalidValueForType { expected, found } => match readable(found) {
            Some(found) => tr!("Expected {expected} but found {found} instead", expected, found),
            None => tr!("Expected {expected} but found something else", expected),
        },
        ron::Error::MissingStructField { field, .. } => tr!("the field \"{field}\" is missing; add it", field),
        _ if is_at_end(text, line, column) => cut_off(),
        ron::Error::NoSuchStructField { found, .. } => {
            tr!("\"{found}\" is no field here; remove it or mend its name", found)
        }
        ron::Error::DuplicateStructField { field, .. } => tr!("the field \"{field}\" stands twice; remove one", field),
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            tr!("\"{found}\" cannot stand here; write one of {known}", found, known = expected.join(", "))
        }
        ron::Error::Eof | ron::Error::ExpectedStringEnd | ron::Error::UnclosedBlockComment => cut_off(),
        ron::Error::ExpectedComma => tr!("a comma is missing before this").to_owned(),
        // What else may be wrong is for those who know the format: nobody else can mend it.
        _ => tr!("what stands here cannot be read; mend it, or take an older copy of the file").to_owned(),
    };
    // The sentence must stay one short line, whatever the file put into it.
    let message = message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    ContentError { line, column, message }
}

/// What was found, for people to read: as it stands in the file where the library names that ("the floating point number `1.5`"), or in
/// our own words; none where it has only words of its own ("a unit value").
fn readable(found: &str) -> Option<&str> {
    let Some((from, quote)) = ['`', '"'].into_iter().filter_map(|quote| Some((found.find(quote)?, quote))).min() else {
        return Some(found).filter(|found| !found.starts_with("a ") && !found.starts_with("an "));
    };
    found.get(from + 1..found.rfind(quote)?).filter(|literal| !literal.is_empty())
}

/// Whether a text that has begun well ends in the middle of this name.
fn ends_within(text: &str, name: &str) -> bool {
    let text = text.trim_end();
    let begun = text.trim_end_matches(char::is_alphanumeric);
    begun.len() < text.len() && !begun.is_empty() && name.starts_with(&text[begun.len()..])
}

fn not_the_expected(kind: Kind, name: &str) -> String {
    let begins = format!("{name}(");
    if name == kind.begins() {
        kind.is_other(&begins)
    } else {
        tr!("something else stands where \"{begins}\" was expected", begins)
    }
}

/// Whether a place lies at or behind the last character that is not blank, or in the word that is there.
fn is_at_end(text: &str, line: usize, column: usize) -> bool {
    let text = text.trim_end();
    let last = text.lines().last().unwrap_or_default();
    let word = last.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    (line, column) >= (text.lines().count(), last.chars().count() - word.saturating_sub(1))
}

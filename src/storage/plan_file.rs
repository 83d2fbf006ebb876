//! A plan as text, and text as a plan.

use super::wire::{CURRENT, v1, v2, v3};
use crate::locale::tr;
use crate::scenario::Draft;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Deserialize;

/// Why a text is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanFileError {
    /// Something in the text cannot be read.
    #[error("{}", tr!("line {line}, column {column}: {message}", line, column, message))]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong, in one sentence.
        message: String,
    },
    /// Written by a newer program.
    #[error(
        "{}",
        tr!(
            "line 1, column 1: the plan has schema {found}, and this program reads up to {most}; open it with a newer \
             version",
            found,
            most = CURRENT
        )
    )]
    Newer {
        /// The schema it has.
        found: u32,
    },
}

/// What a plan file begins with.
const PLAN: &str = "CollagenLedgerPlan";

/// The text of a plan. The same plan always gives the same bytes.
pub fn plan_text(draft: &Draft) -> String {
    let config = PrettyConfig::new().new_line("\n").indentor("  ").struct_names(true).extensions(Extensions::empty());
    // Serialising plain data into memory has no way to fail.
    let body = ron::Options::default().to_string_pretty(&v3::Plan::from(draft), config).unwrap_or_default();
    format!(
        "// A plan of Collagen Ledger. Amounts are text in the plan's currency; days count from the start.\n{body}\n"
    )
}

/// Reads a plan from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_plan(text: &str) -> Result<Draft, PlanFileError> {
    let options = ron::Options::default();
    let schema = options.from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    let draft = match schema {
        newer if newer > CURRENT => return Err(PlanFileError::Newer { found: newer }),
        1 => options.from_str::<v1::Plan>(text).map(Draft::from),
        2 => options.from_str::<v2::Plan>(text).map(Draft::from),
        _ => options.from_str::<v3::Plan>(text).map(Draft::from),
    };
    let draft = draft.map_err(|error| {
        let SyntaxError { line, column, message } = explain(text, &error, &Kind { is: FileKind::Plan, begins: PLAN });
        PlanFileError::Syntax { line, column, message }
    })?;
    draft.check_record().map_err(|error| {
        let (line, column) = place_of_record(text);
        PlanFileError::Syntax { line, column, message: error.to_string() }
    })?;
    Ok(draft)
}

/// Where the plan's own record begins: behind everything else, so it is the first one in the text.
fn place_of_record(text: &str) -> (usize, usize) {
    let found = text.lines().enumerate().find_map(|(at, line)| {
        let blanks = line.chars().take_while(|c| c.is_whitespace()).count();
        line.trim_start().starts_with("record:").then_some((at + 1, blanks + 1))
    });
    found.unwrap_or((1, 1))
}

/// What every schema version begins with.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan")]
struct Header {
    schema: u32,
}

/// The longest message, in characters.
const LONGEST: usize = 240;

fn cut_off() -> String {
    tr!("the file ends too early; it was probably cut off while being copied").to_owned()
}

/// What a file is meant to be, and what its text begins with.
pub(super) struct Kind {
    pub(super) is: FileKind,
    pub(super) begins: &'static str,
}

/// What a file is meant to be.
#[derive(Clone, Copy)]
pub(super) enum FileKind {
    Plan,
    PriceList,
}

impl FileKind {
    fn is_empty(self) -> &'static str {
        match self {
            Self::Plan => tr!("the file is empty, so it is no plan"),
            Self::PriceList => tr!("the file is empty, so it is no price list"),
        }
    }

    fn too_deep(self) -> &'static str {
        match self {
            Self::Plan => tr!("the file is nested too deeply to be a plan"),
            Self::PriceList => tr!("the file is nested too deeply to be a price list"),
        }
    }

    fn trails(self) -> &'static str {
        match self {
            Self::Plan => tr!("something stands behind the end of the plan; remove it"),
            Self::PriceList => tr!("something stands behind the end of the price list; remove it"),
        }
    }

    fn is_not(self, begins: &str) -> String {
        match self {
            Self::Plan => tr!("this is not a plan of Collagen Ledger; a plan begins with \"{begins}\"", begins),
            Self::PriceList => {
                tr!("this is not a price list of Collagen Ledger; a price list begins with \"{begins}\"", begins)
            }
        }
    }
}

/// Where a text cannot be read, from 1, and why in one sentence.
pub(super) struct SyntaxError {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
}

/// Says in plain words what is wrong with the text of a file.
pub(super) fn explain(text: &str, error: &SpannedError, kind: &Kind) -> SyntaxError {
    let (line, column) = (error.span.end.line, error.span.end.col);
    let message = match &error.code {
        _ if text.trim().is_empty() => kind.is.is_empty().to_owned(),
        ron::Error::ExceededRecursionLimit => kind.is.too_deep().to_owned(),
        ron::Error::ExpectedNamedStructLike(name) | ron::Error::ExpectedDifferentStructName { expected: name, .. } => {
            let is_cut = ends_within(text, name) || (*name != kind.begins && is_at_end(text, line, column));
            if is_cut { cut_off() } else { not_the_expected(name, kind) }
        }
        ron::Error::TrailingCharacters => kind.is.trails().to_owned(),
        ron::Error::Message(message) => message.clone(),
        ron::Error::InvalidValueForType { expected, found } => {
            tr!("Expected {expected} but found {found} instead", expected, found)
        }
        ron::Error::MissingStructField { field, .. } => tr!("the field \"{field}\" is missing; add it", field),
        _ if is_at_end(text, line, column) => cut_off(),
        ron::Error::NoSuchStructField { found, .. } => {
            tr!("\"{found}\" is no field here; remove it or mend its name", found)
        }
        ron::Error::DuplicateStructField { field, .. } => tr!("the field \"{field}\" stands twice; remove one", field),
        ron::Error::Eof | ron::Error::ExpectedStringEnd | ron::Error::UnclosedBlockComment => cut_off(),
        other => other.to_string(),
    };
    // The sentence must stay one short line, whatever the file put into it.
    let message = message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    SyntaxError { line, column, message }
}

/// Whether a text that has begun well ends in the middle of this name.
fn ends_within(text: &str, name: &str) -> bool {
    let text = text.trim_end();
    let begun = text.trim_end_matches(char::is_alphanumeric);
    begun.len() < text.len() && !begun.is_empty() && name.starts_with(&text[begun.len()..])
}

fn not_the_expected(name: &str, kind: &Kind) -> String {
    let begins = format!("{name}(");
    if name == kind.begins {
        kind.is.is_not(&begins)
    } else {
        tr!("something else stands where \"{begins}\" was expected", begins)
    }
}

/// Whether a place lies at or behind the last character that is not blank.
fn is_at_end(text: &str, line: usize, column: usize) -> bool {
    let text = text.trim_end();
    let last_line = text.lines().count();
    let last_column = text.lines().last().map_or(0, |line| line.chars().count());
    (line, column) >= (last_line, last_column)
}

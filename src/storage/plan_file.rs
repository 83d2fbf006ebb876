//! A plan as text, and text as a plan.

use super::content::{self, ContentError, Kind};
use super::wire::{CURRENT, v1, v2, v3};
use crate::document::Draft;
use serde::Deserialize;

/// The text of a plan. The same plan always gives the same bytes.
pub fn plan_text(draft: &Draft) -> String {
    let remark = "A plan of Collagen Ledger. Amounts are text in the plan's currency; days count from the start.";
    content::text(remark, &v3::Plan::from(draft), usize::MAX)
}

/// Reads a plan from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_plan(text: &str) -> Result<Draft, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    let draft = match schema {
        1 => content::parse::<v1::Plan>(Kind::Plan, text)?.into(),
        2 => content::parse::<v2::Plan>(Kind::Plan, text)?.into(),
        _ => content::parse::<v3::Plan>(Kind::Plan, text).map(Draft::from)?,
    };
    draft.check_record().map_err(|error| {
        let (line, column) = place_of_record(text);
        ContentError { line, column, message: error.to_string() }
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

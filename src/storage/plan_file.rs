//! A plan as text, and text as a plan.

use super::content::{self, ContentError, Kind};
use super::wire::{CURRENT, v1, v2, v3, v4};
use crate::document::PlanId;
use crate::log::Dossier;
use crate::record::Matter;
use crate::wording;
use serde::Deserialize;

/// How deep the plan as typed goes; what was frozen of an issue goes deeper, and stands on fewer lines.
const DEPTH: usize = 9;

/// The text of a plan. The same plan always gives the same bytes.
pub fn plan_text(dossier: &Dossier) -> String {
    let remark = "A plan of Collagen Ledger. Amounts are text in the plan's currency; days count from the start.";
    content::text(remark, &v4::Plan::from(dossier), DEPTH)
}

/// What a matter is told by, the same in every language and at every desk: 8 hexadecimal digits, such as `3f2a91bc`.
pub fn matter_code(matter: &Matter) -> String {
    v4::code(matter)
}

/// Reads a plan from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_plan(text: &str) -> Result<Dossier, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    // Each version only ever becomes the next.
    let plan = match schema {
        1 => fourth(v2::Plan::from(content::parse::<v1::Plan>(Kind::Plan, text)?).into(), text),
        2 => fourth(content::parse::<v2::Plan>(Kind::Plan, text)?.into(), text),
        3 => fourth(content::parse(Kind::Plan, text)?, text),
        _ => content::parse(Kind::Plan, text)?,
    };
    plan.dossier().map_err(|error| {
        let (line, column) = place_of_log(text);
        ContentError { line, column, message: wording::record_error(&error) }
    })
}

/// A plan of the version before ids: it gets one that every desk that reads this text gives it.
fn fourth(plan: v3::Plan, text: &str) -> v4::Plan {
    v4::Plan::of(plan, PlanId::of_content(text))
}

/// Where the plan's log begins, or the record of an earlier version: behind everything else, so it is the first one in the
/// text.
fn place_of_log(text: &str) -> (usize, usize) {
    let found = text.lines().enumerate().find_map(|(at, line)| {
        let blanks = line.chars().take_while(|c| c.is_whitespace()).count();
        ["log:", "record:"].iter().any(|name| line.trim_start().starts_with(name)).then_some((at + 1, blanks + 1))
    });
    found.unwrap_or((1, 1))
}

/// What every schema version begins with.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan")]
struct Header {
    schema: u32,
}

//! Lines by the names that people type for them.

use crate::document::{Draft, LineId, Mark, OptionId};

/// Why a name names no line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotALine {
    /// Nothing in the plan is called so.
    Unknown(String),
    /// More than one line is.
    Several(String),
}

/// The line that is meant by its option and its place there, such as `A1`, or by the id of its treatment, where it stands only
/// once: in the option that the plan goes on with, or in the whole plan if that is not known.
///
/// # Errors
/// If there is none, or more than one.
pub fn line_named(draft: &Draft, followed: Option<OptionId>, name: &str) -> Result<LineId, NotALine> {
    if let Some(line) = placed(draft, name) {
        return Ok(line);
    }
    let options = draft.options.iter().filter(|option| followed.is_none_or(|followed| option.id == followed));
    let mut lines = options.flat_map(|option| &option.lines).filter(|line| line.treatment.as_str() == name);
    match (lines.next(), lines.next()) {
        (Some(line), None) => Ok(line.id),
        (Some(_), Some(_)) => Err(NotALine::Several(name.to_owned())),
        (None, _) => Err(NotALine::Unknown(name.to_owned())),
    }
}

/// The line at a place such as `A1`.
fn placed(draft: &Draft, name: &str) -> Option<LineId> {
    let mut letters = name.chars();
    let mark = Mark::from_letter(letters.next()?.to_ascii_uppercase())?;
    let place: usize = letters.as_str().parse().ok()?;
    let option = draft.options.iter().find(|option| option.mark == mark)?;
    Some(option.lines.get(place.checked_sub(1)?)?.id)
}

//! Where an option is given: results add up on the same skin, and not beyond it.

use crate::document::LineId;
use crate::text::Text;

/// A part of the body on which lines count, and which they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TreatedPlace {
    /// Its name; none if no line names a part of the body.
    pub(super) name: Option<Text>,
    pub(super) lines: Vec<LineId>,
}

impl TreatedPlace {
    /// Whether a line counts there.
    pub(super) fn has(&self, line: LineId) -> bool {
        self.lines.contains(&line)
    }
}

//! What was taken back, and what of that was taken back again.

use super::{Event, EventKind};
use crate::document::Serial;
use std::collections::BTreeSet;

/// Of events in order those that count no more. What was taken back counts again once that is taken back itself.
pub(super) fn taken_back<'a>(events: impl DoubleEndedIterator<Item = &'a Event>) -> BTreeSet<Serial> {
    let mut void = BTreeSet::new();
    for event in events.rev() {
        if let EventKind::TakenBack { event: taken } = event.what
            && !void.contains(&event.number)
        {
            void.insert(taken);
        }
    }
    void
}

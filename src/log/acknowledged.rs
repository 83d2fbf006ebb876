//! What clinicians have acknowledged and not taken back.

use super::{Event, EventKind};
use crate::document::Serial;
use crate::record::Acknowledgement;
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

/// Of events in order what was acknowledged and still counts, the earliest first.
pub(super) fn standing(events: &[&Event]) -> Vec<Acknowledgement> {
    if events.iter().all(|event| !matches!(event.what, EventKind::Acknowledged(_))) {
        return Vec::new();
    }
    let void = taken_back(events.iter().copied());
    let acknowledged = events.iter().filter_map(|event| {
        let EventKind::Acknowledged(matter) = &event.what else { return None };
        let by = event.by.clone().unwrap_or_default();
        Some(Acknowledgement {
            id: event.number,
            matter: matter.clone(),
            person: by.person,
            desk: by.desk,
            on: event.at.local.date(),
        })
    });
    acknowledged.filter(|one| !void.contains(&one.id)).collect()
}

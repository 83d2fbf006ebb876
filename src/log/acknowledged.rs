//! What clinicians have acknowledged and not taken back.

use super::taken_back::taken_back;
use super::{Event, EventKind};
use crate::record::Acknowledgement;

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

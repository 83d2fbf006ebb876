//! What clinicians have acknowledged and not taken back.

use super::{Event, EventKind};
use crate::document::Serial;
use crate::record::Acknowledgement;
use std::collections::BTreeSet;

/// Of events in order what was acknowledged and not taken back, the earliest first.
pub(super) fn standing(events: &[&Event]) -> Vec<Acknowledgement> {
    let taken_back = events.iter().filter_map(|event| match event.what {
        EventKind::TakenBack { event } => Some(event),
        _ => None,
    });
    let taken_back: BTreeSet<Serial> = taken_back.collect();
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
    acknowledged.filter(|one| !taken_back.contains(&one.id)).collect()
}

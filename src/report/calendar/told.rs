//! What earlier issues of a plan told of.

use crate::catalog::TreatmentId;
use crate::document::OptionId;
use crate::record::{Frozen, Record};
use crate::schedule::Session;
use std::collections::BTreeMap;

/// The sessions of an option that any issue told of, each with its treatment, on the day that was told last. Issues that kept no
/// days tell of none.
pub(super) fn told(record: &Record, option: OptionId) -> Vec<(Session, TreatmentId)> {
    let mut told = BTreeMap::new();
    for issued in record.issues() {
        let Frozen::Whole(whole) = &issued.snapshot.frozen else { continue };
        let lines = || issued.snapshot.draft.options.iter().flat_map(|option| &option.lines);
        let figures = whole.figures.options.iter().filter(|figures| figures.option == Some(option));
        for session in figures.flat_map(|figures| &figures.sessions) {
            if let Some(line) = lines().find(|line| line.id == session.line) {
                told.insert((session.id(), line.treatment.clone()), *session);
            }
        }
    }
    told.into_iter().map(|((_, treatment), session)| (session, treatment)).collect()
}

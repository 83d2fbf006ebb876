//! What is due over a folder of plans: how it is read, and what is kept of it while it is shown.

use super::jobs::Stop;
use crate::catalog::Catalog;
use crate::price_list::PriceList;
use crate::report::tables::DueRow;
use crate::storage::{self, Disk, Versions};
use crate::ui::{DueFound, DueView, FURTHEST_DUE};
use crate::units::Date;
use crate::wording;
use std::path::{Path, PathBuf};

/// What is known of a folder.
#[derive(Default)]
pub(super) struct DueKept {
    pub(super) folder: Option<PathBuf>,
    /// The folder that somebody has chosen, which stays.
    pub(super) chosen: Option<PathBuf>,
    pub(super) found: Option<Result<DueFound, String>>,
    /// Whether the folder is being read, or has been.
    pub(super) is_read: bool,
}

impl DueKept {
    /// What there is to show.
    pub(super) fn view(&self, is_open: bool) -> DueView<'_> {
        DueView { is_open, folder: self.folder.as_deref(), found: self.found.as_ref() }
    }

    /// The folder is read anew as soon as what is due in it is to be shown: plans, prices or language are others.
    pub(super) fn forget(&mut self) {
        (self.found, self.is_read) = (None, false);
    }
}

/// What is due of every plan of a folder, as far ahead as can be looked.
pub(super) fn found_in(
    disk: &Disk,
    folder: &Path,
    (list, built_in): (&PriceList, &Catalog),
    today: Date,
    stop: &Stop,
) -> Result<DueFound, String> {
    let (mut found, mut seen) = (DueFound::default(), Versions::default());
    for path in storage::plans_before_versions(disk, folder).map_err(|error| error.to_string())? {
        stop.before("")?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let due =
            storage::look_at_plan(disk, &path).map_err(|error| vec![error.to_string()]).and_then(|(dossier, _)| {
                // Another version of a plan is due no second time.
                if seen.has_met(&path, dossier.draft.id) {
                    return Ok(Vec::new());
                }
                DueRow::of(&name, &dossier, list.over(built_in, dossier.draft.start), (today, FURTHEST_DUE))
            });
        match due {
            Ok(rows) => found.rows.extend(rows.into_iter().map(|row| (path.clone(), row))),
            Err(problems) => found.problems.push(problems.iter().map(|said| wording::named(&name, said)).collect()),
        }
    }
    found.rows.sort_by(|(one_path, one), (other_path, other)| (one.on, one_path).cmp(&(other.on, other_path)));
    Ok(found)
}

//! `forget`: everything that is kept of a plan is deleted.

use super::args::Forget;
use super::failure::Failure;
use super::files;
use crate::locale::tr;
use crate::storage::{self, Disk, Places, Settings};
use crate::wording;
use std::path::PathBuf;

pub(super) fn run(args: &Forget) -> Result<(), Failure> {
    let (disk, path) = (&Disk::here(), storage::absolute(&args.file));
    let id = files::read(&path)?.draft.id;
    let places = Places::of_user();
    let traces = storage::traces_of(disk, places.as_ref(), &path, id);
    if !args.yes {
        list(tr!("These files would be deleted for good; --yes deletes them:"), &traces.files)?;
        return warn_of(&traces.unopened);
    }
    let deleted = storage::delete(disk, &traces.files, id)?;
    if let Some(places) = places {
        let (mut settings, _) = Settings::read(disk, &places.settings());
        if settings.forget(&traces.files) {
            settings.write(disk, &places.settings())?;
        }
    }
    list(tr!("deleted:"), &deleted)?;
    warn_of(&traces.unopened)
}

/// Says what may be of the client as well, and stays.
fn warn_of(unopened: &[PathBuf]) -> Result<(), Failure> {
    if unopened.is_empty() { Ok(()) } else { list(wording::unopened_traces(), unopened) }
}

fn list(heading: &str, paths: &[PathBuf]) -> Result<(), Failure> {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    files::print(format!("{heading}\n{}\n", names.join("\n")))
}

//! `forget`: everything that is kept of a plan is deleted.

use super::args::Forget;
use super::failure::Failure;
use super::files;
use crate::locale::tr;
use crate::storage::{self, Disk, Places, Settings};

pub(super) fn run(args: &Forget) -> Result<(), Failure> {
    let (disk, path) = (&Disk::here(), storage::absolute(&args.file));
    let id = storage::read_plan(disk, &path)?.draft.id;
    let places = Places::of_user();
    let traces = storage::traces_of(disk, places.as_ref(), &path, id);
    let names: Vec<String> = traces.iter().map(|path| path.display().to_string()).collect();
    let list = names.join("\n");
    if !args.yes {
        let asked = tr!("These files would be deleted for good; --yes deletes them:");
        return files::print(format!("{asked}\n{list}\n"));
    }
    storage::delete(disk, &traces, id)?;
    if let Some(places) = places {
        let (mut settings, _) = Settings::read(disk, &places.settings());
        let known = settings.recent.len();
        settings.recent.retain(|recent| !traces.contains(recent));
        if settings.recent.len() < known {
            settings.write(disk, &places.settings())?;
        }
    }
    files::print(format!("{}\n{list}\n", tr!("deleted:")))
}

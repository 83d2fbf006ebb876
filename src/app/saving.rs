//! Saving beside the window. What is being written meanwhile stays the person's: edits go on, and what was saved is the
//! version that was there when saving began.

use super::App;
use super::document::State;
use super::jobs::{Ending, Stop, What};
use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{self, Disk, Expected, Stamp, StorageError, Swap};
use crate::ui::{Dialog, Purpose};
use eframe::egui;
use std::path::{Path, PathBuf};

/// What came of writing a plan.
enum Saved {
    /// It is there; what somebody else had written meanwhile is kept at the second place.
    Written(Stamp, Option<PathBuf>),
    /// Something has come to be there meanwhile, and nobody has said to replace it.
    Taken,
}

/// How often somebody else's version is set aside before saving is given up.
const TRIES: usize = 10;

/// Writes a plan. A version that somebody else has written meanwhile is kept beside it.
fn write(disk: &Disk, stop: &Stop, path: &Path, mut expected: Expected, plan: &Dossier) -> Result<Saved, String> {
    let (text, mut kept) = (storage::plan_text(plan), None);
    let go_on = || if stop.is_asked_for() { Err(Refused::GivenUp) } else { Ok(()) };
    for _ in 0..TRIES {
        match storage::swap_plan(disk, path, expected, &text, go_on).map_err(|refused| refused.to_string())? {
            Swap::Done(stamp) => return Ok(Saved::Written(stamp, kept)),
            Swap::Changed if expected == Expected::Nothing => return Ok(Saved::Taken),
            Swap::Changed => {
                let (copy, theirs) = storage::set_aside(disk, path).map_err(|error| error.to_string())?;
                (kept, expected) = (Some(copy), Expected::Read(theirs));
            }
        }
    }
    let name = path.display();
    Err(tr!("\"{name}\" is being changed by somebody else all the time; try again later", name))
}

/// Why a plan was not written.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Disk(#[from] StorageError),
    #[error("{}", tr!("The plan was not saved"))]
    GivenUp,
}

impl App {
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        match self.document.path() {
            Some(path) => self.save_to(ctx, path.to_owned(), Expected::Anything),
            None => self.ask_path(ctx, Purpose::SavePlan),
        }
    }

    /// Saves the plan beside the window, behind any other job that writes this file. The plan's own file must hold what
    /// was last read or written of it, any other what is expected; what it holds else is kept.
    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: PathBuf, expected: Expected) {
        let serial = self.serial;
        self.when_free(ctx, What::Save, &path.clone(), move |app, ctx| {
            if serial == app.serial {
                app.begin_to_save(ctx, path, expected);
            }
        });
    }

    fn begin_to_save(&mut self, ctx: &egui::Context, path: PathBuf, expected: Expected) {
        let own = self.document.file().filter(|(own, _)| *own == path);
        let expected = own.and_then(|(_, stamp)| stamp).map_or(expected, Expected::Read);
        self.document.seal();
        let (state, plan) = (self.document.state(), self.document.dossier());
        let (serial, to) = (self.serial, path.clone());
        let work = move |disk: &Disk, stop: &Stop| write(disk, stop, &to, expected, &plan);
        self.jobs.start_on(ctx, What::Save, Some(&path.clone()), work, move |app, ctx, ending| match ending {
            Ending::Done(Saved::Taken) => app.dialog = Some(Dialog::Replace(Purpose::SavePlan, path)),
            Ending::Done(Saved::Written(stamp, kept)) => {
                app.plan_saved(serial, state, path, stamp, kept);
                app.go_on_if_saved(ctx);
            }
            // Given up too late: it is there all the same.
            Ending::GivenUp(Some(Saved::Written(stamp, kept))) => app.plan_saved(serial, state, path, stamp, kept),
            Ending::GivenUp(_) => app.watch.look_again(),
            Ending::Failed(why) => {
                app.then = None;
                app.watch.look_again();
                app.tell(why, true);
            }
        });
    }

    fn plan_saved(&mut self, serial: u64, state: State, path: PathBuf, stamp: Stamp, kept: Option<PathBuf>) {
        if let Some(copy) = kept {
            let name = copy.display();
            let text = tr!("Somebody else changed this plan meanwhile; their version is kept as {name}", name);
            self.tell(text, false);
        }
        self.remember(&path);
        if serial == self.serial {
            self.document.saved_to(state, path, stamp);
            self.changed_elsewhere = false;
        }
    }
}

//! Saving in the background. What is being written meanwhile stays the person's: edits go on, and what was saved is the
//! version that was there when saving began.

use super::App;
use super::both_versions::Origin;
use super::document::DocumentState;
use super::jobs::{Ending, Stop, What};
use crate::document::{Draft, PlanId};
use crate::locale::tr;
use crate::log::{Author, Dossier, Log};
use crate::storage::{self, Disk, Expected, LaidAside, Stamp, StorageError, Swap};
use crate::ui::{Dialog, PassphraseUse, Purpose};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;

/// What came of writing a plan.
enum Saved {
    /// It is there.
    Written(Written),
    /// Something has come to be there meanwhile, and nobody has said to replace it.
    Taken,
    /// What is there is protected, and by what is not known.
    Locked,
    /// Another desk has changed the plan meanwhile, and the two can be put together.
    Both(Box<Dossier>, Stamp),
}

/// What a file holds after a plan was written.
struct Written {
    stamp: Stamp,
    /// What happened to the plan, here and elsewhere.
    log: Log,
    /// Where the plan as somebody else had changed it meanwhile is kept.
    kept: Option<LaidAside>,
}

/// What is to be written where.
#[derive(Clone)]
struct SaveRequest {
    path: PathBuf,
    expected: Expected,
    plan: Dossier,
    /// The plan as the file held it when it was last read or written here.
    based_on: Option<Arc<Draft>>,
    /// What the plan and a version of another desk were both made from.
    merge_base: Option<Arc<Draft>>,
    /// Whether somebody has said to lay the version of another desk beside this one.
    keeps_mine: bool,
    /// Whether the file holds a version of another desk of which something is left out.
    leaves_out: bool,
    by: Author,
}

/// How often somebody else's version is taken in before saving is given up.
const TRIES: usize = 10;

impl SaveRequest {
    /// Writes the plan. What has happened to it elsewhere meanwhile is taken in; a version that somebody else has changed is
    /// kept beside it.
    fn write(mut self, disk: &Disk, stop: &Stop) -> Result<Saved, String> {
        let mut kept = None;
        let words = tr!(in "file name", "changed elsewhere");
        for _ in 0..TRIES {
            // Done once it is certain that the file is what was read.
            let go_on = || {
                if stop.is_asked_for() {
                    return Err(Refused::GivenUp);
                }
                if self.leaves_out && kept.is_none() {
                    kept = Some(storage::set_plan_aside(disk, &self.path, words, self.plan.draft.id)?);
                }
                Ok(())
            };
            let swap = storage::swap_plan(disk, &self.path, self.expected, &self.plan, go_on);
            let swap = match swap {
                Err(Refused::Disk(StorageError::Locked(_))) => return Ok(Saved::Locked),
                swap => swap.map_err(|refused| refused.to_string())?,
            };
            match swap {
                Swap::Done(stamp) => return Ok(Saved::Written(Written { stamp, log: self.plan.log, kept })),
                Swap::Changed if self.expected == Expected::Nothing => return Ok(Saved::Taken),
                Swap::Changed => match self.take_in(disk)? {
                    TakenIn::Mergeable(theirs, stamp) => return Ok(Saved::Both(theirs, stamp)),
                    TakenIn::Locked => return Ok(Saved::Locked),
                    TakenIn::Known => {}
                    TakenIn::Kept(theirs) => kept = Some(theirs),
                },
            }
        }
        let name = self.path.display();
        Err(tr!("\"{name}\" is being changed by somebody else all the time; try again later", name))
    }

    /// Takes in what happened to the plan that is there now. If its draft is not known here, the two are put together, or where that
    /// cannot be it is kept beside.
    fn take_in(&mut self, disk: &Disk) -> Result<TakenIn, String> {
        let theirs = storage::read_stamped_plan(disk, &self.path);
        if matches!(theirs, Err(StorageError::Locked(_))) {
            return Ok(TakenIn::Locked);
        }
        if let Ok((theirs, stamp)) = theirs
            && theirs.draft.id == self.plan.draft.id
        {
            let is_known = self.based_on.as_ref().is_some_and(|draft| **draft == theirs.draft);
            if !is_known && theirs.draft != self.plan.draft && self.can_merge(&theirs) {
                return Ok(TakenIn::Mergeable(Box::new(theirs), stamp));
            }
            self.plan.take_in(&theirs.log, &self.by);
            if is_known || theirs.draft == self.plan.draft {
                self.expected = Expected::Read(stamp);
                return Ok(TakenIn::Known);
            }
        }
        let words = tr!(in "file name", "changed elsewhere");
        let id = self.plan.draft.id;
        let theirs = storage::set_plan_aside(disk, &self.path, words, id).map_err(|error| error.to_string())?;
        self.expected = Expected::Read(theirs.held);
        Ok(TakenIn::Kept(theirs))
    }

    fn can_merge(&self, theirs: &Dossier) -> bool {
        if self.keeps_mine {
            return false;
        }
        let is_issued = |plan: &Dossier| plan.record().current().is_some();
        let merged = || Some(Draft::merged(self.merge_base.as_deref()?, &self.plan.draft, &theirs.draft)?.conflicts);
        !is_issued(&self.plan) && !is_issued(theirs) && merged().is_some()
    }
}

/// What became of the plan that was there.
enum TakenIn {
    /// It is protected, and by what is not known.
    Locked,
    /// It is part of what is written now.
    Known,
    /// It can be put together with what was to be written.
    Mergeable(Box<Dossier>, Stamp),
    /// It is kept in this file.
    Kept(LaidAside),
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

    /// Saves the plan in the background, behind any other job that writes this file. The plan's own file must hold what
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
        let own = self.document.file();
        // A plan saved under another name is a plan of its own, so that two clients never share a number.
        let copy = own.as_ref().is_some_and(|(own, _)| *own != path).then(storage::new_plan);
        let stamp = own.filter(|(own, _)| *own == path).and_then(|(_, stamp)| stamp);
        let expected = stamp.map_or(expected, Expected::Read);
        self.document.seal();
        let (mut state, mut plan) = (self.document.state(), self.document.dossier());
        if let Some(id) = copy {
            // What a copy is made of stays protected in it.
            storage::protect_as(id, plan.draft.id);
            plan = Dossier::from(Draft { id, ..plan.draft });
            state = DocumentState::of(&plan);
        }
        let (based_on, merge_base, by) = (self.document.based_on(), self.document.merge_base(), self.document.by());
        let keeps_mine = self.keeps_mine;
        let leaves_out = copy.is_none() && self.document.leaves_out();
        let order = SaveRequest { path, expected, plan, based_on, merge_base, keeps_mine, leaves_out, by };
        self.carry_out(ctx, order, (self.serial, state, copy));
    }

    /// Writes a plan in the background.
    fn carry_out(&mut self, ctx: &egui::Context, order: SaveRequest, of: (u64, DocumentState, Option<PlanId>)) {
        let (serial, state, copy) = of;
        // Where nobody is there any more to choose, the version of the other desk is laid beside.
        let (path, expected) = (order.path.clone(), order.expected);
        let again = SaveRequest { keeps_mine: true, ..order.clone() };
        let work = move |disk: &Disk, stop: &Stop| order.write(disk, stop);
        self.jobs.start_on(ctx, What::Save, Some(&path.clone()), work, move |app, ctx, ending| match ending {
            Ending::Done(Saved::Both(..)) if serial != app.serial => app.carry_out(ctx, again, (serial, state, copy)),
            Ending::Done(Saved::Both(theirs, stamp)) => {
                app.merge(ctx, *theirs, Origin::File { stamp, is_saving: true });
            }
            Ending::Done(Saved::Locked) if serial == app.serial => {
                let is_again = app.locked_save.replace((path, expected)).is_some();
                app.ask_passphrase(PassphraseUse::Save, is_again);
            }
            Ending::Done(Saved::Locked) => app.tell(tr!("The plan was not saved"), true),
            Ending::Done(Saved::Taken) => app.dialog = Some(Dialog::Replace(Purpose::SavePlan, path)),
            Ending::Done(Saved::Written(written)) => {
                app.locked_save = None;
                app.plan_saved(serial, (state, copy), path.clone(), written);
                if serial == app.serial {
                    app.protect_rest(ctx, &path);
                }
                app.go_on_if_saved(ctx);
            }
            // Given up too late: it is there all the same.
            Ending::GivenUp(Some(Saved::Written(written))) => app.plan_saved(serial, (state, copy), path, written),
            Ending::GivenUp(_) => app.watch.look_again(),
            Ending::Failed(why) => {
                app.then = None;
                app.watch.look_again();
                if serial == app.serial {
                    app.tell_until_saved(why);
                } else {
                    app.tell(why, true);
                }
            }
        });
    }

    fn plan_saved(
        &mut self,
        serial: u64,
        (state, copy): (DocumentState, Option<PlanId>),
        path: PathBuf,
        written: Written,
    ) {
        let Written { stamp, log, kept } = written;
        if let Some(LaidAside { path: copy, text, .. }) = kept {
            // It was just told.
            self.settings.see(text);
            let name = copy.display();
            let text = tr!("Somebody else changed this plan meanwhile; their version is kept as {name}", name);
            self.tell(text, false);
        }
        self.remember(&path);
        if serial == self.serial {
            if let Some(id) = copy {
                self.document.become_copy(id);
                self.sheet.forget_issue();
            }
            self.document.saved_to(state, &log, path, stamp, &self.catalog);
            (self.changed_elsewhere, self.keeps_mine) = (false, false);
            self.notices.retain(|notice| !notice.until_saved);
        }
    }
}

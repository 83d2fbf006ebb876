//! Keeps unsaved work in the background, so that a slow disk never holds up a frame.

use super::Document;
use super::document::DocumentState;
use super::latest::Latest;
use crate::locale::tr;
use crate::log::Dossier;
use crate::storage::{self, Disk, Orphan, Places, Recovery, Stamp};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The least time between two times of keeping.
const PAUSE: Duration = Duration::from_millis(300);
/// The same where what is kept is protected, which takes a core a third of a second.
const PROTECTED_PAUSE: Duration = Duration::from_secs(3);
/// Writing a plan needs no deep stack.
const STACK: usize = 2 * 1024 * 1024;

/// What the worker is told.
enum KeeperRequest {
    /// Keep this plan, whose own file is this and held this.
    Keep(Box<Dossier>, Option<(PathBuf, Stamp)>),
    /// Nothing is unsaved any more.
    Forget,
}

/// Keeps unsaved work; without a home folder it keeps nothing.
pub(super) struct Keeper {
    recovery: Option<Arc<Recovery>>,
    /// Answers with why keeping failed.
    worker: Option<Latest<KeeperRequest, String>>,
    /// What was last kept; none if nothing is.
    kept: Option<DocumentState>,
    last: Option<Instant>,
    /// Whether that is protected.
    is_protected: bool,
    /// Unsaved work that goes once what is shown of it is kept.
    replaced: Arc<Mutex<Option<Orphan>>>,
}

impl Keeper {
    /// Begins to keep in the given places.
    pub(super) fn new(disk: &Disk, places: Option<&Places>) -> Self {
        let recovery = places.and_then(|places| Recovery::begin(disk, &places.recovery()).ok()).map(Arc::new);
        let replaced = Arc::<Mutex<Option<Orphan>>>::default();
        let old = Arc::clone(&replaced);
        let worker = recovery.clone().and_then(|recovery| {
            let panicked = || Some(tr!("Something went wrong while keeping it").to_owned());
            Latest::start(STACK, Duration::ZERO, panicked, move |disk, order, desk| match order {
                KeeperRequest::Keep(dossier, file) => {
                    let file = file.as_ref().map(|(path, held)| (path.as_path(), *held));
                    if let Err(error) = recovery.keep(disk, dossier, file) {
                        desk.tell(error.to_string());
                        return;
                    }
                    let_go(disk, &old);
                }
                KeeperRequest::Forget => {
                    recovery.forget(disk);
                    let_go(disk, &old);
                }
            })
            .ok()
        });
        Self { recovery, worker, kept: None, last: None, is_protected: false, replaced }
    }

    /// What is kept from now on takes the place of this, which then goes.
    pub(super) fn keeps_in_place_of(&mut self, orphan: Orphan) {
        *self.replaced.lock().unwrap_or_else(PoisonError::into_inner) = Some(orphan);
        self.kept = None;
    }

    /// Keeps a plan at once, before there is a window.
    pub(super) fn keep_now(&mut self, disk: &Disk, document: &Document) {
        let file = document.file_of_unsaved();
        let file = file.as_ref().map(|(path, held)| (path.as_path(), *held));
        let keep = |recovery: &Arc<Recovery>| recovery.keep(disk, &document.dossier(), file).is_ok();
        if self.recovery.as_ref().is_some_and(keep) {
            self.kept = Some(document.state());
            let_go(disk, &self.replaced);
        }
    }

    /// Why keeping failed since last asked, if it did; it is then tried again.
    pub(super) fn failure(&mut self) -> Option<String> {
        let failure = self.worker.as_mut()?.newest_answer()?;
        self.kept = None;
        self.last = Some(Instant::now() + PAUSE * 10);
        Some(failure)
    }

    /// Keeps what is unsaved, or lets go of what is saved. Returns when to look again, if something waits.
    pub(super) fn look(&mut self, document: &Document) -> Option<Duration> {
        if !document.is_unsaved() {
            if self.kept.is_some() {
                self.forget();
            }
            return None;
        }
        let is_protected = storage::is_protected(document.history().draft().id);
        if is_protected == self.is_protected && self.kept.as_ref().is_some_and(|kept| *kept == document.state()) {
            return None;
        }
        // After a failure `last` lies ahead of now, and the next try waits for it.
        let pause = if is_protected { PROTECTED_PAUSE } else { PAUSE };
        let since = self.last.map_or(pause, |last| last.elapsed());
        let waits = self.last.is_some_and(|last| last > Instant::now());
        if since < pause || waits {
            return Some(pause);
        }
        let file = document.file_of_unsaved();
        self.order(KeeperRequest::Keep(Box::new(document.dossier()), file));
        (self.kept, self.is_protected) = (Some(document.state()), is_protected);
        self.last = Some(Instant::now());
        None
    }

    /// Keeps what is unsaved at once: the window closes, and nobody has given it up.
    pub(super) fn keep_last(&mut self, document: &Document) {
        self.last = None;
        self.look(document);
    }

    /// Lets go of what is kept: it is saved or given up.
    pub(super) fn forget(&mut self) {
        self.kept = None;
        self.order(KeeperRequest::Forget);
    }

    /// Waits until the last order is carried out.
    pub(super) fn end(&mut self) {
        self.worker.iter_mut().for_each(Latest::end);
    }

    fn order(&mut self, order: KeeperRequest) {
        if let Some(worker) = &mut self.worker {
            worker.ask(order);
        }
    }
}

/// Lets go of what is kept elsewhere now.
fn let_go(disk: &Disk, replaced: &Mutex<Option<Orphan>>) {
    let replaced = replaced.lock().unwrap_or_else(PoisonError::into_inner).take();
    replaced.iter().for_each(|old| old.forget(disk));
}

/// The newest unsaved work of a program that has ended: of this file, or of any if none is asked for.
pub(super) fn orphan(disk: &Disk, places: &Places, path: Option<&PathBuf>) -> Option<Orphan> {
    let orphans = Recovery::orphans(disk, &places.recovery());
    orphans
        .into_iter()
        .find(|orphan| path.is_none_or(|path| orphan.file.as_ref().is_some_and(|(file, _)| file == path)))
}

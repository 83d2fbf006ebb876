//! Keeps unsaved work beside the window, so that a slow disk never holds up a frame.

use super::Document;
use crate::document::Draft;
use crate::storage::{Orphan, Places, Recovery, StorageError};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The least time between two times of keeping.
const PAUSE: Duration = Duration::from_millis(300);

/// What the worker is told.
enum Order {
    /// Keep this plan, whose own file is this.
    Keep(Arc<Draft>, Option<PathBuf>),
    /// Nothing is unsaved any more.
    Forget,
}

/// Keeps unsaved work; without a home folder it keeps nothing.
pub(super) struct Keeper {
    recovery: Option<Arc<Recovery>>,
    orders: Option<Sender<Order>>,
    failures: Option<Receiver<StorageError>>,
    worker: Option<JoinHandle<()>>,
    /// The draft last kept; none if nothing is.
    kept: Option<Arc<Draft>>,
    last: Option<Instant>,
}

impl Keeper {
    /// Begins to keep in the given places.
    pub(super) fn new(places: Option<&Places>) -> Self {
        let recovery = places.and_then(|places| Recovery::begin(&places.recovery()).ok()).map(Arc::new);
        let mut keeper = Self { recovery, orders: None, failures: None, worker: None, kept: None, last: None };
        if let Some(recovery) = keeper.recovery.clone() {
            let (orders, received) = channel();
            let (failed, failures) = channel();
            let work = move || work(&recovery, &received, &failed);
            keeper.worker = std::thread::Builder::new().spawn(work).ok();
            keeper.orders = Some(orders);
            keeper.failures = Some(failures);
        }
        keeper
    }

    /// Keeps a plan at once. True if it is on disk.
    pub(super) fn keep_now(&mut self, document: &Document) -> bool {
        let draft = document.history().draft();
        let kept = self.recovery.as_ref().is_some_and(|recovery| recovery.keep(draft, document.path()).is_ok());
        self.kept = kept.then(|| Arc::clone(draft));
        kept
    }

    /// Why keeping failed since last asked, if it did; it is then tried again.
    pub(super) fn failure(&mut self) -> Option<String> {
        let failure = self.failures.as_ref()?.try_iter().last()?;
        self.kept = None;
        self.last = Some(Instant::now() + PAUSE * 10);
        Some(failure.to_string())
    }

    /// Keeps what is unsaved, or lets go of what is saved. Returns when to look again, if something waits.
    pub(super) fn look(&mut self, document: &Document) -> Option<Duration> {
        if !document.is_unsaved() {
            if self.kept.is_some() {
                self.forget();
            }
            return None;
        }
        let draft = document.history().draft();
        if self.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, draft)) {
            return None;
        }
        // After a failure `last` lies ahead of now, and the next try waits for it.
        let since = self.last.map_or(PAUSE, |last| last.elapsed());
        let waits = self.last.is_some_and(|last| last > Instant::now());
        if since < PAUSE || waits {
            return Some(PAUSE);
        }
        self.order(Order::Keep(Arc::clone(draft), document.path().map(ToOwned::to_owned)));
        self.kept = Some(Arc::clone(draft));
        self.last = Some(Instant::now());
        None
    }

    /// Lets go of what is kept: it is saved or given up.
    pub(super) fn forget(&mut self) {
        self.kept = None;
        self.order(Order::Forget);
    }

    /// Waits until the last order is carried out.
    pub(super) fn end(&mut self) {
        self.orders = None;
        if let Some(worker) = self.worker.take() {
            // A worker that panicked has nothing left to do.
            let _ = worker.join();
        }
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The worker ends only with the program.
            let _ = orders.send(order);
        }
    }
}

/// Carries out the newest order; those it overtook are void. Says what went wrong.
fn work(recovery: &Recovery, orders: &Receiver<Order>, failed: &Sender<StorageError>) {
    while let Ok(mut order) = orders.recv() {
        order = orders.try_iter().last().unwrap_or(order);
        match order {
            Order::Keep(draft, path) => {
                if let Err(error) = recovery.keep(&draft, path.as_deref()) {
                    // Nobody listens once the window is gone.
                    let _ = failed.send(error);
                }
            }
            Order::Forget => recovery.forget(),
        }
    }
}

/// The newest unsaved work of a program that has ended: of this file, or of any if none is asked for.
pub(super) fn orphan(places: &Places, path: Option<&PathBuf>) -> Option<Orphan> {
    let orphans = Recovery::orphans(&places.recovery());
    orphans.into_iter().find(|orphan| path.is_none_or(|path| orphan.path.as_ref() == Some(path)))
}

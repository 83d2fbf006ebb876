//! Keeps unsaved work beside the window, so that a slow disk never holds up a frame.

use super::Document;
use crate::scenario::Draft;
use crate::storage::{Orphan, Places, Recovery};
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
    orders: Option<Sender<Order>>,
    worker: Option<JoinHandle<()>>,
    /// The draft last kept; none if nothing is.
    kept: Option<Arc<Draft>>,
    last: Option<Instant>,
}

impl Keeper {
    /// Begins to keep in the given places.
    pub(super) fn new(places: Option<&Places>) -> Self {
        let recovery = places.and_then(|places| Recovery::begin(&places.recovery()).ok());
        let (orders, worker) = recovery.map(start).unzip();
        Self { orders, worker: worker.flatten(), kept: None, last: None }
    }

    /// Keeps what is unsaved, or lets go of what is saved. Returns when to look again, if something waits.
    pub(super) fn look(&mut self, document: &Document) -> Option<Duration> {
        if !document.is_unsaved() {
            if self.kept.take().is_some() {
                self.order(Order::Forget);
            }
            return None;
        }
        let draft = document.history().draft();
        if self.kept.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, draft)) {
            return None;
        }
        let since = self.last.map_or(PAUSE, |last| last.elapsed());
        if since < PAUSE {
            return Some(PAUSE.saturating_sub(since));
        }
        self.order(Order::Keep(Arc::clone(draft), document.path().map(ToOwned::to_owned)));
        self.kept = Some(Arc::clone(draft));
        self.last = Some(Instant::now());
        None
    }

    /// The program ends in good order: everything is saved or given up.
    pub(super) fn end(&mut self) {
        self.order(Order::Forget);
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

fn start(recovery: Recovery) -> (Sender<Order>, Option<JoinHandle<()>>) {
    let (sender, receiver) = channel();
    (sender, std::thread::Builder::new().spawn(move || work(&recovery, &receiver)).ok())
}

/// Carries out the newest order; those it overtook are void.
fn work(recovery: &Recovery, orders: &Receiver<Order>) {
    while let Ok(mut order) = orders.recv() {
        order = orders.try_iter().last().unwrap_or(order);
        match order {
            // A full disk is met again at the next change; the plan itself is still in the window.
            Order::Keep(draft, path) => drop(recovery.keep(&draft, path.as_deref())),
            Order::Forget => recovery.forget(),
        }
    }
}

/// The newest unsaved work of a program that has ended: of this file, or of any if none is asked for.
pub(super) fn orphan(places: &Places, path: Option<&PathBuf>) -> Option<Orphan> {
    let orphans = Recovery::orphans(&places.recovery());
    orphans.into_iter().find(|orphan| path.is_none_or(|path| orphan.path.as_ref() == Some(path)))
}

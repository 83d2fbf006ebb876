//! Watches the open plan's file in the background: in a shared folder somebody else may write it.

use super::latest::{Desk, Latest};
use crate::storage::{self, Disk, Stamp};
use eframe::egui;
use std::path::PathBuf;
use std::time::Duration;

/// The time between two looks.
const PAUSE: Duration = Duration::from_secs(1);
/// Reading a file needs no deep stack.
const STACK: usize = 2 * 1024 * 1024;

/// What is watched: the file, and what it held when the program last read or wrote it.
type Watched = Option<(PathBuf, Option<Stamp>)>;

/// Watches one file.
pub(super) struct Watch {
    /// Answers when the file holds something else than was known. Without a worker nothing is watched; saving still looks
    /// for itself.
    worker: Option<Latest<(Watched, egui::Context), ()>>,
    watched: Watched,
}

impl Watch {
    /// Begins to watch nothing. The worker ends with this value.
    pub(super) fn new() -> Self {
        Self { worker: Latest::start(STACK, Duration::ZERO, || None, watch).ok(), watched: None }
    }

    /// Watches this from now on, and wakes the window when it changes.
    pub(super) fn look(&mut self, ctx: &egui::Context, watched: Watched) {
        if self.watched != watched {
            self.watched.clone_from(&watched);
            if let Some(worker) = &mut self.worker {
                worker.ask((watched, ctx.clone()));
            }
        }
    }

    /// Looks anew when it is next told what to watch.
    pub(super) fn look_again(&mut self) {
        self.watched = None;
    }

    /// Whether the file that is watched has come to hold something else since last asked.
    pub(super) fn has_news(&mut self) -> bool {
        self.worker.as_mut().is_some_and(|worker| worker.newest_answer().is_some())
    }
}

/// Looks at the file's time and size, and only if they change at what it holds.
fn watch(disk: &Disk, request: &(Watched, egui::Context), desk: &mut Desk<(Watched, egui::Context), ()>) {
    let (Some((path, known)), window) = request else { return };
    let mut seen = None;
    loop {
        let now = storage::time_and_size(disk, path);
        if now != seen {
            seen = now;
            let holds = Stamp::of(disk, path);
            if holds.is_some() && holds != *known {
                desk.tell(());
                window.request_repaint();
            }
        }
        if !desk.may_wait(PAUSE) {
            return;
        }
    }
}

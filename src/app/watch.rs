//! Watches the open plan's file beside the window: in a shared folder somebody else may write it.

use crate::storage::Stamp;
use eframe::egui;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

/// The time between two looks.
const PAUSE: Duration = Duration::from_secs(1);

/// What is watched: the file, and what it held when the program last read or wrote it.
type Watched = Option<(PathBuf, Option<Stamp>)>;

/// Watches one file.
pub(super) struct Watch {
    orders: Option<Sender<(Watched, egui::Context)>>,
    news: Receiver<()>,
    watched: Watched,
}

impl Watch {
    /// Begins to watch nothing. The worker ends with this value.
    pub(super) fn new() -> Self {
        let (orders, received) = channel();
        let (tell, news) = channel();
        let work = move || work(&received, &tell);
        // Without a worker nothing is watched; saving still looks for itself.
        let worker = std::thread::Builder::new().spawn(work);
        Self { orders: worker.ok().map(|_| orders), news, watched: None }
    }

    /// Watches this from now on, and wakes the window when it changes.
    pub(super) fn look(&mut self, ctx: &egui::Context, watched: Watched) {
        if self.watched != watched {
            self.watched.clone_from(&watched);
            if let Some(orders) = &self.orders {
                // The worker ends only with this value.
                let _ = orders.send((watched, ctx.clone()));
            }
        }
    }

    /// Whether the file has changed since last asked.
    pub(super) fn has_news(&self) -> bool {
        self.news.try_iter().last().is_some()
    }
}

/// Looks at the file's time and size, and only if they change at what it holds.
fn work(orders: &Receiver<(Watched, egui::Context)>, tell: &Sender<()>) {
    let about = |path: &PathBuf| {
        let about = path.metadata().ok()?;
        Some((about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len()))
    };
    let (mut watched, mut seen): (Option<(Watched, egui::Context)>, _) = (None, None);
    loop {
        match orders.recv_timeout(PAUSE) {
            Ok(order) => (watched, seen) = (Some(order), None),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some((Some((path, known)), window)) = &watched else { continue };
        let now = about(path);
        if now == seen {
            continue;
        }
        seen = now;
        let holds = Stamp::of(path);
        if holds.is_some() && holds != *known {
            if tell.send(()).is_err() {
                return;
            }
            window.request_repaint();
        }
    }
}

//! Writes the price list beside the window, so that a slow disk never holds up a frame.

use crate::locale::{self, tr};
use crate::price_list::PriceListDraft;
use crate::storage::{self, Stamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The least time between two times of writing.
const PAUSE: Duration = Duration::from_millis(300);

/// What there is to be told.
pub(super) enum News {
    /// The file held something else than this window knew; it is kept here.
    KeptAside(PathBuf),
    /// Why the list could not be written; it is tried again.
    Failed(storage::StorageError),
}

/// Writes the list as typed whenever it has changed; without a home folder it writes nothing.
pub(super) struct Saver {
    orders: Option<Sender<Arc<PriceListDraft>>>,
    news: Option<Receiver<News>>,
    worker: Option<JoinHandle<()>>,
    /// The list that the file holds, or will as soon as the worker has come to it.
    written: Arc<PriceListDraft>,
    last: Option<Instant>,
}

impl Saver {
    /// Begins with what the file holds. Where that could not be read, the file is kept aside before it is replaced.
    pub(super) fn new(path: Option<PathBuf>, holds: &Arc<PriceListDraft>, is_unreadable: bool) -> Self {
        let mut saver = Self { orders: None, news: None, worker: None, written: Arc::clone(holds), last: None };
        if let Some(path) = path {
            let (orders, received) = channel();
            let (tell, news) = channel();
            let stamp = if is_unreadable { Some(Stamp::UNKNOWN) } else { Stamp::of(&path) };
            let file = File { path, stamp, is_unreadable };
            saver.worker =
                std::thread::Builder::new().spawn(locale::carried(move || work(file, &received, &tell))).ok();
            (saver.orders, saver.news) = (Some(orders), Some(news));
        }
        saver
    }

    /// What there is to be told since last asked.
    pub(super) fn news(&mut self) -> Vec<News> {
        let news: Vec<News> = self.news.iter().flat_map(Receiver::try_iter).collect();
        if news.iter().any(|news| matches!(news, News::Failed(_))) {
            self.written = Arc::default();
            self.last = Some(Instant::now() + PAUSE * 10);
        }
        news
    }

    /// Has the list written if it has changed. Returns when to look again, if something waits.
    pub(super) fn look(&mut self, draft: &Arc<PriceListDraft>) -> Option<Duration> {
        if Arc::ptr_eq(&self.written, draft) || self.orders.is_none() {
            return None;
        }
        // After a failure `last` lies ahead of now, and the next try waits for it.
        let waits = self.last.is_some_and(|last| last > Instant::now() || last.elapsed() < PAUSE);
        if waits {
            return Some(PAUSE);
        }
        self.order(draft);
        None
    }

    /// Writes what is not written yet, and waits until it is.
    pub(super) fn end(&mut self, draft: &Arc<PriceListDraft>) {
        if !Arc::ptr_eq(&self.written, draft) {
            self.order(draft);
        }
        self.orders = None;
        if let Some(worker) = self.worker.take() {
            // A worker that panicked has nothing left to do.
            let _ = worker.join();
        }
    }

    fn order(&mut self, draft: &Arc<PriceListDraft>) {
        if let Some(orders) = &self.orders {
            // The worker ends only with the program.
            let _ = orders.send(Arc::clone(draft));
        }
        self.written = Arc::clone(draft);
        self.last = Some(Instant::now());
    }
}

/// The list's file, and what it held when it was last read or written here.
struct File {
    path: PathBuf,
    stamp: Option<Stamp>,
    is_unreadable: bool,
}

/// Writes the newest list; those it overtook are void.
fn work(mut file: File, orders: &Receiver<Arc<PriceListDraft>>, tell: &Sender<News>) {
    while let Ok(mut draft) = orders.recv() {
        draft = orders.try_iter().last().unwrap_or(draft);
        let news = match file.write(&draft) {
            Ok(kept) => kept.map(News::KeptAside),
            Err(error) => Some(News::Failed(error)),
        };
        if let Some(news) = news {
            // Nobody listens once the window is gone.
            let _ = tell.send(news);
        }
    }
}

impl File {
    /// Writes a list. What somebody else has written meanwhile, or what could not be read, is kept under another name.
    fn write(&mut self, draft: &PriceListDraft) -> Result<Option<PathBuf>, storage::StorageError> {
        let kept = self.keep_aside(&self.path)?;
        storage::write_price_list(&self.path, draft)?;
        (self.stamp, self.is_unreadable) = (Stamp::of(&self.path), false);
        Ok(kept)
    }

    fn keep_aside(&self, path: &Path) -> Result<Option<PathBuf>, storage::StorageError> {
        let now = Stamp::of(path);
        if now.is_none() || now == self.stamp {
            return Ok(None);
        }
        let words = if self.is_unreadable {
            tr!(in "file name", "unreadable")
        } else {
            tr!(in "file name", "changed elsewhere")
        };
        storage::copy_beside(path, words).map(Some)
    }
}

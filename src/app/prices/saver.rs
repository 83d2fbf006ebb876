//! Writes the price list in the background, so that a slow disk never holds up a frame.

use crate::app::latest::Latest;
use crate::locale::tr;
use crate::price_list::PriceListDraft;
use crate::storage::{self, Disk, Stamp};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The least time between two times of writing.
const PAUSE: Duration = Duration::from_millis(300);
/// Writing a list needs no deep stack.
const STACK: usize = 2 * 1024 * 1024;

/// What there is to be told.
pub(super) enum SaveOutcome {
    /// The file held something else than this window knew; it is kept here.
    KeptAside(PathBuf),
    /// Why the list could not be written; it is tried again.
    Failed(String),
}

/// Writes the list as typed whenever it has changed; without a home folder it writes nothing.
pub(super) struct Saver {
    worker: Option<Latest<Arc<PriceListDraft>, SaveOutcome>>,
    /// The list that the file holds, or will as soon as the worker has come to it.
    written: Arc<PriceListDraft>,
    last: Option<Instant>,
}

impl Saver {
    /// Begins with what the file holds. Where that could not be read, the file is kept aside before it is replaced.
    pub(super) fn new(disk: &Disk, path: Option<PathBuf>, holds: &Arc<PriceListDraft>, is_unreadable: bool) -> Self {
        let worker = path.and_then(|path| {
            let stamp = if is_unreadable { Some(Stamp::UNKNOWN) } else { Stamp::of(disk, &path) };
            let mut file = File { path, stamp, is_unreadable };
            let panicked = || Some(SaveOutcome::Failed(tr!("Something went wrong while saving it").to_owned()));
            Latest::start(STACK, Duration::ZERO, panicked, move |disk, draft: &Arc<PriceListDraft>, desk| {
                let news = match file.write(disk, draft) {
                    Ok(kept) => kept.map(SaveOutcome::KeptAside),
                    Err(error) => Some(SaveOutcome::Failed(error.to_string())),
                };
                if let Some(news) = news {
                    desk.tell(news);
                }
            })
            .ok()
        });
        Self { worker, written: Arc::clone(holds), last: None }
    }

    /// What there is to be told since last asked.
    pub(super) fn news(&mut self) -> Vec<SaveOutcome> {
        let Some(worker) = &mut self.worker else { return Vec::new() };
        let news: Vec<SaveOutcome> = std::iter::from_fn(|| worker.answer()).map(|(news, _)| news).collect();
        if news.iter().any(|news| matches!(news, SaveOutcome::Failed(_))) {
            self.written = Arc::default();
            self.last = Some(Instant::now() + PAUSE * 10);
        }
        news
    }

    /// Whether the file holds this list.
    pub(super) fn is_written(&self, draft: &Arc<PriceListDraft>) -> bool {
        Arc::ptr_eq(&self.written, draft) && self.worker.as_ref().is_none_or(Latest::is_idle)
    }

    /// Has the list written if it has changed. Returns when to look again, if something waits.
    pub(super) fn look(&mut self, draft: &Arc<PriceListDraft>) -> Option<Duration> {
        if Arc::ptr_eq(&self.written, draft) || self.worker.is_none() {
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
        self.worker.iter_mut().for_each(Latest::end);
    }

    fn order(&mut self, draft: &Arc<PriceListDraft>) {
        if let Some(worker) = &mut self.worker {
            worker.ask(Arc::clone(draft));
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

impl File {
    /// Writes a list. What somebody else has written meanwhile, or what could not be read, is kept under another name.
    fn write(&mut self, disk: &Disk, draft: &PriceListDraft) -> Result<Option<PathBuf>, storage::StorageError> {
        let words = if self.is_unreadable {
            tr!(in "file name", "unreadable")
        } else {
            tr!(in "file name", "changed elsewhere")
        };
        let (stamp, kept) = storage::write_price_list(disk, &self.path, self.stamp, draft, words)?;
        (self.stamp, self.is_unreadable) = (Some(stamp), false);
        Ok(kept)
    }
}

//! Watches the open plan's file in the background: in a shared folder somebody else may write it, or have it open as well.

use super::latest::{Desk, Latest};
use crate::document::PlanId;
use crate::storage::{self, Copies, DeskName, Disk, OpenAt, PlanCopy, Presence, Stamp};
use eframe::egui;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The time between two looks at the plan's file.
const PAUSE: Duration = Duration::from_secs(1);
/// The time between two looks at who else has it open.
const AROUND: Duration = Duration::from_secs(3);
/// Reading a file needs no deep stack.
const STACK: usize = 2 * 1024 * 1024;

/// The time between two looks for copies beside it.
const COPIES: Duration = Duration::from_secs(10);

/// What is watched: the file, what it held when the program last read or wrote it, and which plan that is.
type Watched = Option<((PathBuf, Option<Stamp>), PlanId)>;

/// What the worker is asked for: what to watch, what others are told of this window, whom to wake, and whether what was told
/// already is told again.
type Request = (Watched, DeskName, egui::Context, bool);

/// What has come to be known.
pub(super) enum News {
    /// The file holds something else than was known.
    Changed,
    /// These others have the plan open.
    OpenAt(Vec<OpenAt>),
    /// These files beside it hold the same plan.
    Copies(Vec<PlanCopy>),
}

/// Watches one file.
pub(super) struct Watch {
    /// Without a worker nothing is watched; saving still looks for itself.
    worker: Option<Latest<Request, News>>,
    watched: Option<(Watched, DeskName)>,
    /// Whether what was told already is to be told again.
    again: bool,
}

impl Watch {
    /// Begins to watch nothing; of itself it says in this folder that it is there. The worker ends with this value.
    pub(super) fn new(own: Option<PathBuf>) -> Self {
        let mut around = Around { own, ..Around::default() };
        let watch = move |disk: &Disk, request: &Request, desk: &mut Desk<Request, News>| {
            watch(disk, request, &mut around, desk);
        };
        Self { worker: Latest::start(STACK, Duration::ZERO, || None, watch).ok(), watched: None, again: false }
    }

    /// Watches this from now on, tells others by this name that it is open, and wakes the window when there is news.
    pub(super) fn look(&mut self, ctx: &egui::Context, watched: Watched, name: &DeskName) {
        let asked = Some((watched, name.clone()));
        if self.watched != asked {
            self.watched.clone_from(&asked);
            if let (Some(worker), Some((watched, name))) = (&mut self.worker, asked) {
                worker.ask((watched, name, ctx.clone(), std::mem::take(&mut self.again)));
            }
        }
    }

    /// Looks anew when it is next told what to watch.
    pub(super) fn look_again(&mut self) {
        (self.watched, self.again) = (None, true);
    }

    /// What has come to be known of the file that is watched since last asked.
    pub(super) fn news(&mut self) -> Vec<News> {
        let worker = self.worker.as_mut();
        worker.map(|worker| std::iter::from_fn(|| worker.newest_answer()).collect()).unwrap_or_default()
    }

    /// Others are no longer told that the plan is open. The worker is then no more.
    pub(super) fn end(&mut self) {
        self.worker.iter_mut().for_each(Latest::end);
    }
}

/// What is around the plan: what this window says of itself, what it last heard of others, and copies of the plan.
#[derive(Default)]
struct Around {
    /// The user's own folder in which windows say that they are there.
    own: Option<PathBuf>,
    presence: Option<(PathBuf, DeskName, Presence)>,
    /// What the file held when that was last told to be news.
    told: Option<Stamp>,
    looked: Option<Instant>,
    renewed: Option<Instant>,
    others: Vec<OpenAt>,
    beside: Copies,
    searched: Option<Instant>,
    copies: Vec<PlanCopy>,
}

impl Around {
    /// Says of itself what is to be said now. A folder that takes no files tells nobody.
    fn stand_at(&mut self, disk: &Disk, path: &PathBuf, name: &DeskName) {
        if self.presence.as_ref().is_some_and(|(at, called, _)| at == path && called == name) {
            return;
        }
        // By another name it is the same file, of which everything is told.
        let told = self.told.filter(|_| self.presence.as_ref().is_some_and(|(at, ..)| at == path));
        *self = Self { told, own: self.own.take(), ..Self::default() };
        let now = jiff::Zoned::now().datetime();
        let presence = Presence::begin(disk, path, name, now, self.own.as_deref()).ok();
        self.presence = presence.map(|presence| (path.clone(), name.clone(), presence));
        self.renewed = Some(Instant::now());
    }

    /// The others, if they have changed since last asked.
    fn look(&mut self, disk: &Disk) -> Option<Vec<OpenAt>> {
        let (_, _, presence) = self.presence.as_ref()?;
        if self.looked.is_some_and(|looked| looked.elapsed() < AROUND) {
            return None;
        }
        self.looked = Some(Instant::now());
        if self.renewed.is_some_and(|renewed| renewed.elapsed() >= storage::RENEWED) && presence.renew(disk).is_ok() {
            self.renewed = self.looked;
        }
        let others = presence.others(disk);
        let is_news = others != self.others;
        self.others.clone_from(&others);
        is_news.then_some(others)
    }

    /// The copies beside the plan, if they have changed since last asked.
    fn search(&mut self, disk: &Disk, path: &Path, plan: PlanId) -> Option<Vec<PlanCopy>> {
        if self.searched.is_some_and(|searched| searched.elapsed() < COPIES) {
            return None;
        }
        let is_first = self.searched.replace(Instant::now()).is_none();
        let copies = self.beside.of(disk, path, plan);
        let is_news = is_first || copies != self.copies;
        self.copies.clone_from(&copies);
        is_news.then_some(copies)
    }
}

/// Looks at the file's time and size, and only if they change at what it holds; now and then at who else has it open.
fn watch(disk: &Disk, (watched, name, window, again): &Request, around: &mut Around, desk: &mut Desk<Request, News>) {
    let Some(((path, known), plan)) = watched else {
        *around = Around { own: around.own.take(), ..Around::default() };
        return;
    };
    around.stand_at(disk, path, name);
    if *again {
        (around.told, around.searched) = (None, None);
    }
    // What is known is told once more: whoever asks anew has forgotten it.
    let mut others = Some(std::mem::take(&mut around.others)).filter(|others| !others.is_empty());
    let mut seen = None;
    loop {
        let now = storage::time_and_size(disk, path);
        if now != seen {
            seen = now;
            let holds = Stamp::of(disk, path);
            if holds == *known {
                around.told = None;
            } else if holds.is_some() && holds != around.told {
                around.told = holds;
                desk.tell(News::Changed);
                window.request_repaint();
            }
        }
        others = around.look(disk).or(others.take());
        if let Some(others) = others.take() {
            desk.tell(News::OpenAt(others));
            window.request_repaint();
        }
        if let Some(copies) = around.search(disk, path, *plan) {
            desk.tell(News::Copies(copies));
            window.request_repaint();
        }
        if !desk.may_wait(PAUSE) {
            return;
        }
    }
}

//! Work in the background: one list of jobs, several at once, each with a result of its own. What touches the disk or
//! takes long is done here, and nowhere else in the window's program.

mod what;

pub(super) use what::What;

use crate::locale;
use crate::storage::Disk;
use crate::ui::JobLine;
use eframe::egui;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How a job ended.
pub(super) enum Ending<T> {
    /// With this.
    Done(T),
    /// With a sentence that says why it failed.
    Failed(String),
    /// Somebody gave it up; if it was done all the same, with this.
    GivenUp(Option<T>),
}

impl<T> Ending<T> {
    fn of(result: Result<T, String>, given_up: bool) -> Self {
        match result {
            result if given_up => Self::GivenUp(result.ok()),
            Ok(result) => Self::Done(result),
            Err(why) => Self::Failed(why),
        }
    }
}

/// Tells work that was given up to go no further.
#[derive(Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether the work was given up.
    pub(super) fn is_asked_for(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Goes on to what cannot be taken back, unless the work was given up.
    pub(super) fn before(&self, otherwise: &str) -> Result<(), String> {
        if self.is_asked_for() { Err(otherwise.to_owned()) } else { Ok(()) }
    }
}

/// What is done in the window `W` with the result of a job; told whether that was given up.
type End<W> = Box<dyn FnOnce(&mut W, &egui::Context, bool) + Send>;
/// What is done in the window once a file is free.
type Begin<W> = Box<dyn FnOnce(&mut W, &egui::Context)>;

/// Work under way.
struct Job {
    id: u64,
    what: What,
    /// The file that is written.
    path: Option<PathBuf>,
    since: Instant,
    stop: Stop,
    /// Its result does not count; it stays in the list because it may be writing still.
    given_up: bool,
}

/// What begins once no other job is writing the same file.
struct Waiting<W> {
    id: u64,
    what: What,
    path: PathBuf,
    since: Instant,
    begin: Begin<W>,
}

/// What is done in the window with a result, unless that was taken already.
fn ended<W, T: Send + 'static>(
    end: &Mutex<Option<impl FnOnce(&mut W, &egui::Context, Ending<T>) + Send + 'static>>,
    result: Result<T, String>,
) -> Option<End<W>> {
    let end = end.lock().unwrap_or_else(PoisonError::into_inner).take()?;
    Some(Box::new(move |of, ctx, given_up| end(of, ctx, Ending::of(result, given_up))))
}

/// What is under way for a window `W`, which it is handed with every result.
pub(super) struct Jobs<W> {
    sender: Sender<(u64, End<W>)>,
    receiver: Receiver<(u64, End<W>)>,
    list: Vec<Job>,
    waiting: Vec<Waiting<W>>,
    /// The id of the newest job.
    newest: u64,
}

impl<W> Default for Jobs<W> {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, list: Vec::new(), waiting: Vec::new(), newest: 0 }
    }
}

/// Setting a page needs a deep stack in an unoptimised build.
pub(super) const STACK: usize = 32 * 1024 * 1024;
/// How long a brief job is not spoken of.
const UNSPOKEN: Duration = Duration::from_millis(500);

impl<W: 'static> Jobs<W> {
    /// Starts work in the background, whatever else is under way; `end` is done in the window with what came of it.
    pub(super) fn start<T: Send + 'static>(
        &mut self,
        ctx: &egui::Context,
        what: What,
        work: impl FnOnce(&Disk, &Stop) -> Result<T, String> + Send + 'static,
        end: impl FnOnce(&mut W, &egui::Context, Ending<T>) + Send + 'static,
    ) {
        self.start_on(ctx, what, None, work, end);
    }

    /// As [`Jobs::start`], for work that writes a file. Only [`Jobs::when_free`] knows that nobody else does.
    pub(super) fn start_on<T: Send + 'static>(
        &mut self,
        ctx: &egui::Context,
        what: What,
        path: Option<&Path>,
        work: impl FnOnce(&Disk, &Stop) -> Result<T, String> + Send + 'static,
        end: impl FnOnce(&mut W, &egui::Context, Ending<T>) + Send + 'static,
    ) {
        let (id, stop, locale) = (self.new_id(), Stop::default(), locale::current());
        let (path, since) = (path.map(Path::to_owned), Instant::now());
        log::debug!("{id}, {}: begun", what.name());
        self.list.push(Job { id, what, path, since, stop: stop.clone(), given_up: false });
        // What ends the work takes it: the work itself, or the failure to begin.
        let end = Arc::new(Mutex::new(Some(end)));
        let (sender, window, at_end) = (self.sender.clone(), ctx.clone(), end.clone());
        let started = Disk::beside(STACK, move |disk| {
            let work = || locale::with(locale, || work(disk, &stop));
            let result = catch_unwind(AssertUnwindSafe(work))
                .unwrap_or_else(|_| Err(locale::with(locale, || what.failure()).to_owned()));
            let outcome = if result.is_ok() { "done" } else { "failed" };
            log::info!("{id}, {}: {outcome} after {} ms", what.name(), since.elapsed().as_millis());
            // The window may be gone by now; then nobody waits for the result.
            let _ = ended(&at_end, result).map(|end| sender.send((id, end)));
            window.request_repaint();
        });
        if let Err(error) = started {
            let failed = ended(&end, Err(format!("{}: {error}", what.failure())));
            let _ = failed.map(|end| self.sender.send((id, end)));
        }
    }

    /// Begins to write a file as soon as no other job is writing it. Of several that wait to do the same, the newest does.
    pub(super) fn when_free(&mut self, what: What, path: &Path, begin: impl FnOnce(&mut W, &egui::Context) + 'static) {
        self.waiting.retain(|waiting| (waiting.what, waiting.path.as_path()) != (what, path));
        let (id, path, since) = (self.new_id(), path.to_owned(), Instant::now());
        self.waiting.push(Waiting { id, what, path, since, begin: Box::new(begin) });
    }

    fn new_id(&mut self) -> u64 {
        self.newest += 1;
        self.newest
    }

    /// Whether this is being worked on.
    pub(super) fn is_at(&self, what: What) -> bool {
        self.list.iter().any(|job| job.what == what && !job.given_up)
    }

    /// Whether a job is writing this file.
    pub(super) fn writes(&self, path: &Path) -> bool {
        self.list.iter().any(|job| job.path.as_deref() == Some(path))
    }

    /// Whether something would be missing if the program ended now.
    pub(super) fn has_something_to_finish(&self) -> bool {
        !self.waiting.is_empty() || self.list.iter().any(|job| job.what.leaves_the_program() && !job.given_up)
    }

    /// Whether a sheet is on its way out.
    pub(super) fn has_sheet(&self) -> bool {
        self.list.iter().any(|job| job.what.is_about_the_sheet() && !job.given_up)
    }

    /// Whether nothing is under way that ends by itself in a moment.
    pub(super) fn is_settled(&self) -> bool {
        self.waiting.is_empty() && !self.list.iter().any(|job| job.what.is_brief() && !job.given_up)
    }

    /// What there is to tell of jobs, and when there will be more to tell.
    pub(super) fn lines(&self) -> (Vec<JobLine>, Option<Duration>) {
        let running = self.list.iter().filter(|job| !job.given_up).map(|job| (job.id, job.what, job.since));
        let waiting = self.waiting.iter().map(|waiting| (waiting.id, waiting.what, waiting.since));
        let all: Vec<_> = running.chain(waiting).collect();
        let is_told = |what: What, since: Instant| !what.is_brief() || since.elapsed() >= UNSPOKEN;
        let told = all.iter().filter(|(_, what, since)| is_told(*what, *since));
        let lines = told.map(|(id, what, since)| JobLine { id: *id, what: what.name(), since: since.elapsed() });
        (lines.collect(), (!all.is_empty()).then_some(UNSPOKEN))
    }

    /// Gives a job up: its result no longer counts, and what waits for it to be written is off.
    pub(super) fn give_up(&mut self, id: u64) -> Option<What> {
        self.waiting.retain(|waiting| waiting.id != id);
        let job = self.list.iter_mut().find(|job| job.id == id)?;
        job.stop.0.store(true, Ordering::Relaxed);
        job.given_up = true;
        let (what, path) = (job.what, job.path.clone());
        self.waiting.retain(|waiting| Some(&waiting.path) != path.as_ref());
        Some(what)
    }

    /// Gives up all jobs of this kind, for only the newest is wanted.
    pub(super) fn give_up_all(&mut self, what: What) {
        let ids: Vec<u64> = self.list.iter().filter(|job| job.what == what).map(|job| job.id).collect();
        for id in ids {
            self.give_up(id);
        }
    }

    /// What is to be done next with what came of jobs, or with files that are free.
    pub(super) fn next(&mut self) -> Option<Begin<W>> {
        if let Ok((id, end)) = self.receiver.try_recv() {
            let at = self.list.iter().position(|job| job.id == id)?;
            let given_up = self.list.remove(at).given_up;
            return Some(Box::new(move |of, ctx| end(of, ctx, given_up)));
        }
        let at = self.waiting.iter().position(|waiting| !self.writes(&waiting.path))?;
        Some(self.waiting.remove(at).begin)
    }
}

//! The search for plans, beside the window: what is asked, and how far its answer is.

use super::latest::{Desk, Latest};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::search::{Answer, Inquiry, Nothing, Question};
use crate::simulate::Precision;
use crate::ui::FindView;
use eframe::egui;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// Room for the worker's own work, which keeps its rows on the heap.
const STACK: usize = 4 << 20;
/// How long what is typed has to stand still before it is asked.
const PAUSE: Duration = Duration::from_millis(120);
/// The least time between two answers to one question.
const OFTEN: Duration = Duration::from_millis(50);

/// What is asked, of which plan, for the window that waits for it.
struct Asked {
    question: Question,
    draft: Draft,
    catalog: Catalog,
    window: egui::Context,
    /// Whether no more plans are to be looked at.
    is_stopped: Arc<AtomicBool>,
}

/// What is asked; none to give up what was asked before.
type Wish = Option<Asked>;

/// An answer as far as it is known, or why there is none: nothing can be looked for, or the search itself failed.
type Reply = Result<Answer, Option<Nothing>>;

/// Searches for what was last asked for.
pub(super) struct Finder {
    /// None if the system has no room for another thread: then nothing is found.
    worker: Option<Latest<Wish, Reply>>,
    /// What was asked last, and what of the plan that rests on.
    asked: Option<(Question, Draft)>,
    /// Whether that was given up or stopped before its end, for the worker to see.
    is_stopped: Arc<AtomicBool>,
    /// The last answer with its question, which may be the one before.
    told: Option<(Question, Reply)>,
}

impl Finder {
    /// Starts the worker, which ends with this value; what it finds is estimated with this many draws.
    pub(super) fn new(precision: Precision) -> Self {
        let work = move |_: &_, wish: &Wish, desk: &mut Desk<Wish, Reply>| {
            if let Some(asked) = wish {
                find(precision, asked, desk);
            }
        };
        Self {
            worker: Latest::start(STACK, PAUSE, || Some(Err(None)), work).ok(),
            asked: None,
            is_stopped: Arc::default(),
            told: None,
        }
    }

    /// Asks a question of a plan, unless that was asked last: what was found for another one is not shown any more, or not as
    /// an answer to this.
    pub(super) fn ask(&mut self, question: &Question, draft: &Draft, catalog: &Catalog, window: &egui::Context) {
        let ground = Question::ground(draft);
        if self.asked.as_ref().is_some_and(|(_, of)| *of != ground) {
            // What was found for another client says nothing of this one.
            self.told = None;
        } else if !self.is_stopped.load(Relaxed) && self.asked.as_ref().is_some_and(|(asked, _)| asked == question) {
            return;
        }
        (self.asked, self.is_stopped) = (Some((question.clone(), ground.clone())), Arc::default());
        if let Some(worker) = &mut self.worker {
            let (question, catalog, window) = (question.clone(), catalog.clone(), window.clone());
            worker.ask(Some(Asked { question, draft: ground, catalog, window, is_stopped: self.is_stopped.clone() }));
        }
        window.request_repaint();
    }

    /// Has no more plans looked at; of the best so far all is told, unless they were found for a client, currency or prices that
    /// are no more.
    pub(super) fn stop(&mut self, draft: &Draft) {
        if self.is_outdated(draft) {
            self.leave(draft);
        } else if !self.is_idle() {
            self.is_stopped.store(true, Relaxed);
        }
    }

    /// Gives up what is under way as nobody looks at it; what has been found stays, unless it was found for a client, currency or
    /// prices that are no more.
    pub(super) fn leave(&mut self, draft: &Draft) {
        if self.is_outdated(draft) {
            self.told = None;
        } else if self.is_stopped.load(Relaxed) {
            // What is left is to tell of the best so far, for whoever comes back.
            return;
        }
        self.give_up();
    }

    /// Whether what was asked last was asked of another client, or with other prices.
    fn is_outdated(&self, draft: &Draft) -> bool {
        self.asked.as_ref().is_some_and(|(_, of)| *of != Question::ground(draft))
    }

    fn give_up(&mut self) {
        if let Some(worker) = self.worker.as_mut().filter(|worker| !worker.is_idle()) {
            worker.ask(None);
            self.is_stopped.store(true, Relaxed);
        }
    }

    /// Begins anew: the plan is another one, or its prices are.
    pub(super) fn forget(&mut self) {
        self.give_up();
        (self.asked, self.told) = (None, None);
    }

    /// Takes what has been found since.
    pub(super) fn listen(&mut self) {
        let (Some(worker), Some((question, _))) = (&mut self.worker, &self.asked) else { return };
        while let Some(told) = worker.newest_answer() {
            self.told = Some((question.clone(), told));
        }
    }

    /// What there is to show while this is asked.
    pub(super) fn view(&self, question: Option<&Question>) -> FindView<'_> {
        FindView {
            told: self.told.as_ref().map(|(_, told)| told.as_ref().map_err(Option::as_ref)),
            is_old: self.told.as_ref().is_some_and(|(of, _)| Some(of) != question),
        }
    }

    /// Whether there is nothing to wait for.
    pub(super) fn is_idle(&self) -> bool {
        self.worker.as_ref().is_none_or(Latest::is_idle)
    }
}

fn find(precision: Precision, asked: &Asked, desk: &mut Desk<Wish, Reply>) {
    let Asked { question, draft, catalog, window, is_stopped } = asked;
    let tell = |told: Reply, desk: &Desk<Wish, Reply>| {
        desk.tell(told);
        window.request_repaint();
    };
    let mut inquiry = match Inquiry::new(draft, catalog, question.clone(), precision) {
        Ok(inquiry) => inquiry,
        Err(nothing) => return tell(Err(Some(nothing)), desk),
    };
    let mut last = Instant::now();
    loop {
        if is_stopped.load(Relaxed) {
            inquiry.stop();
        }
        let Some(step) = inquiry.next() else { break };
        if let Err(nothing) = step {
            return tell(Err(Some(nothing)), desk);
        }
        if desk.is_overtaken() {
            return;
        }
        if last.elapsed() >= OFTEN {
            tell(Ok(inquiry.answer().clone()), desk);
            last = Instant::now();
        }
    }
    tell(Ok(inquiry.into_answer()), desk);
}

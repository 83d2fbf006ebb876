//! A worker in the background for things of which only the newest counts: what it is asked for while it works makes void
//! what it was asked for before.

use crate::locale::{self, Locale};
use crate::storage::Disk;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// A request with its number and the language to answer in.
type Numbered<R> = (u64, Locale, R);

/// A worker that is asked for `R` and answers with any number of `A`. It ends with this value.
pub(super) struct Latest<R, A> {
    requests: Option<Sender<Numbered<R>>>,
    /// Answers with the number of their request; none says that the work on it has ended.
    answers: Receiver<(u64, Option<A>)>,
    worker: Option<JoinHandle<()>>,
    asked: u64,
    ended: u64,
}

impl<R: Send + 'static, A: Send + 'static> Latest<R, A> {
    /// Starts the worker with a stack of this many bytes. A request is worked on once there was no newer one for `pause`.
    /// Work that panics answers with `panicked` and can be asked again.
    ///
    /// # Errors
    /// If the system has no room for another thread.
    pub(super) fn start(
        stack: usize,
        pause: Duration,
        panicked: impl Fn() -> Option<A> + Send + 'static,
        mut work: impl FnMut(&Disk, &R, &mut Desk<R, A>) + Send + 'static,
    ) -> io::Result<Self> {
        let (requests, received) = channel();
        let (tell, answers) = channel();
        let mut desk = Desk { received, tell, number: 0, next: None };
        let worker = Disk::beside(stack, move |disk| {
            while let Some((locale, request)) = desk.take(pause) {
                let number = desk.number;
                locale::with(locale, || {
                    if catch_unwind(AssertUnwindSafe(|| work(disk, &request, &mut desk))).is_err()
                        && let Some(answer) = panicked()
                    {
                        desk.tell(answer);
                    }
                });
                // Nobody listens once the window is gone.
                let _ = desk.tell.send((number, None));
            }
        })?;
        Ok(Self { requests: Some(requests), answers, worker: Some(worker), asked: 0, ended: 0 })
    }

    /// Asks for something in place of whatever was asked for before.
    pub(super) fn ask(&mut self, request: R) {
        self.asked += 1;
        if let Some(requests) = &self.requests {
            // The worker ends only with this value.
            let _ = requests.send((self.asked, locale::current(), request));
        }
    }

    /// The next answer, and whether it is to the newest request.
    pub(super) fn answer(&mut self) -> Option<(A, bool)> {
        loop {
            match self.answers.try_recv().ok()? {
                (number, None) => self.ended = number,
                (number, Some(answer)) => return Some((answer, number == self.asked)),
            }
        }
    }

    /// The next answer to the newest request.
    pub(super) fn newest_answer(&mut self) -> Option<A> {
        loop {
            if let (answer, true) = self.answer()? {
                return Some(answer);
            }
        }
    }

    /// Whether the newest request has been worked on, as far as answers were asked for.
    pub(super) fn is_idle(&self) -> bool {
        self.ended == self.asked
    }

    /// Waits until the newest request has been worked on. The worker then is no more.
    pub(super) fn end(&mut self) {
        self.requests = None;
        if let Some(worker) = self.worker.take() {
            // What panics outside the work has nothing left to do.
            let _ = worker.join();
        }
    }
}

/// The worker's side: what else it is asked for, and where its answers go.
pub(super) struct Desk<R, A> {
    received: Receiver<Numbered<R>>,
    tell: Sender<(u64, Option<A>)>,
    number: u64,
    next: Option<Numbered<R>>,
}

impl<R, A> Desk<R, A> {
    /// The newest request once there was no newer one for a while; none once nobody can ask any more.
    fn take(&mut self, pause: Duration) -> Option<(Locale, R)> {
        let mut newest = self.next.take().or_else(|| self.received.recv().ok())?;
        while let Ok(newer) = self.received.recv_timeout(pause) {
            newest = newer;
        }
        let (number, locale, request) = newest;
        self.number = number;
        Some((locale, request))
    }

    /// Answers; false if nobody listens any more.
    pub(super) fn tell(&self, answer: A) -> bool {
        self.tell.send((self.number, Some(answer))).is_ok()
    }

    /// Whether there is a newer request: then more work on this one is in vain.
    pub(super) fn is_overtaken(&mut self) -> bool {
        self.next = self.received.try_iter().last().or(self.next.take());
        self.next.is_some()
    }

    /// Waits for this long; false if the work is overtaken, or nobody can ask any more.
    pub(super) fn may_wait(&mut self, pause: Duration) -> bool {
        match self.received.recv_timeout(pause) {
            Ok(newer) => self.next = Some(newer),
            Err(RecvTimeoutError::Timeout) => return self.next.is_none(),
            Err(RecvTimeoutError::Disconnected) => {}
        }
        false
    }
}

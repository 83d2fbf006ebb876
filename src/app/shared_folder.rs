//! A folder that all desks share, evened out with what this desk has in the background.

use super::latest::{Desk, Latest};
use crate::locale::tr;
use crate::price_list::PriceListDraft;
use crate::storage::{self, Common, Disk, Evened, StorageError};
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The time between two looks at the folder.
const PAUSE: Duration = Duration::from_secs(5);
/// For how long nothing must have been typed before a list is given to others.
const CALM: Duration = Duration::from_secs(1);
/// Reading and writing files needs no deep stack.
const STACK: usize = 2 * 1024 * 1024;

/// What is to be evened out with what.
pub(super) struct Request {
    /// Which sharing it is of: another folder, or beginning anew with the same, is another one.
    pub(super) round: u64,
    /// The folder; none shares nothing.
    pub(super) folder: Option<PathBuf>,
    /// The price list as it is here, and the file in which it is kept; none while that cannot be read.
    pub(super) list: Option<(Arc<PriceListDraft>, PathBuf)>,
    /// The file of the clinic's details.
    pub(super) clinic: PathBuf,
    pub(super) common: (Option<Common>, Option<Common>),
    pub(super) window: egui::Context,
}

/// What was last the same in both places: the worker knows it first, since the window hears of it later.
#[derive(Default)]
struct Known {
    round: u64,
    list: Option<Common>,
    clinic: Option<Common>,
    /// What it took, as long as the window has not said that it stands there.
    taken: Option<Common>,
    /// What could not be read or written when that was last told.
    failed: Vec<String>,
}

/// What has come of it.
pub(super) enum News {
    /// Whether the folder is not there.
    Away(bool),
    /// The price list of the folder, which is to stand in place of this one here.
    List(Arc<PriceListDraft>, Box<PriceListDraft>, Common, Vec<PathBuf>),
    /// The folder has the price list that is here.
    ListGiven(Common, Vec<PathBuf>),
    /// The clinic's details are the same in both places; whether they are new here.
    Clinic(Common, Vec<PathBuf>, bool),
    /// Something cannot be read or written.
    Failed(String),
}

/// Evens the two out.
pub(super) struct SharedFolder {
    /// Without a worker nothing is shared.
    worker: Option<Latest<Request, (u64, News)>>,
    asked: Option<(u64, Option<Arc<PriceListDraft>>)>,
    round: u64,
    /// Whether the folder is not there.
    is_away: bool,
}

impl SharedFolder {
    /// Begins to share nothing.
    pub(super) fn new() -> Self {
        let mut known = Known::default();
        let work = move |disk: &Disk, request: &Request, desk: &mut Desk<Request, (u64, News)>| {
            share(disk, request, &mut known, desk);
        };
        Self { worker: Latest::start(STACK, CALM, || None, work).ok(), asked: None, round: 1, is_away: false }
    }

    /// Whether there is a folder and it is away.
    pub(super) fn is_away(&self) -> bool {
        self.is_away
    }

    /// What has come of this sharing since last asked, and whether that is of what was asked for last.
    pub(super) fn news(&mut self) -> Option<(News, bool)> {
        loop {
            let ((round, news), is_newest) = self.worker.as_mut()?.answer()?;
            if round == self.round {
                return Some((news, is_newest));
            }
        }
    }

    /// Which sharing it is.
    pub(super) fn round(&self) -> u64 {
        self.round
    }

    /// Whether this list is evened out already.
    pub(super) fn is_asked(&self, list: Option<&Arc<PriceListDraft>>) -> bool {
        let asked = self.asked.as_ref();
        asked.is_some_and(|(round, asked)| {
            *round == self.round && asked.as_ref().map(Arc::as_ptr) == list.map(Arc::as_ptr)
        })
    }

    /// Evens this out from now on.
    pub(super) fn ask(&mut self, request: Request) {
        let list = request.list.as_ref().map(|(list, _)| Arc::clone(list));
        self.asked = Some((request.round, list));
        if let Some(worker) = &mut self.worker {
            worker.ask(request);
        }
    }

    /// Evens out anew what it is asked for next.
    pub(super) fn ask_anew(&mut self) {
        self.asked = None;
    }

    /// Begins anew, with another folder or with nothing known of what both had.
    pub(super) fn begin_anew(&mut self) {
        (self.asked, self.is_away) = (None, false);
        self.round += 1;
    }

    /// Whether there is a folder and it is away, from now on.
    pub(super) fn set_away(&mut self, is_away: bool) {
        self.is_away = is_away;
    }

    /// Ends without waiting: what is on its way goes on by itself, and a folder that never answers holds nobody up.
    pub(super) fn end(&mut self) {
        self.worker = None;
    }
}

/// Evens out, and again whenever one of the files changes.
fn share(disk: &Disk, request: &Request, known: &mut Known, desk: &mut Desk<Request, (u64, News)>) {
    let Request { round, folder, common, window, .. } = request;
    if known.round != *round {
        *known = Known { round: *round, list: common.0, clinic: common.1, ..Known::default() };
    }
    // Where somebody typed meanwhile the window has left it.
    if let Some(taken) = known.taken.take().filter(|taken| common.0 == Some(*taken)) {
        known.list = Some(taken);
    }
    let Some(folder) = folder else { return };
    let (mut seen, mut was_away, mut has_taken) = (None, None, false);
    loop {
        let now = Some(storage::shared_files(disk, folder, &request.clinic));
        if seen != now || was_away == Some(true) {
            let (news, is_away) = even(disk, request, known, &mut has_taken);
            let has_failed = news.iter().any(|news| matches!(news, News::Failed(_)));
            let failed: Vec<String> = news.iter().filter_map(News::failure).collect();
            let is_told = failed == known.failed;
            known.failed = failed;
            let away = (was_away.replace(is_away) != Some(is_away)).then_some(News::Away(is_away));
            for news in news.into_iter().chain(away).filter(|news| !(is_told && news.failure().is_some())) {
                desk.tell((*round, news));
                window.request_repaint();
            }
            // What failed is tried again, whether or not anything changes.
            seen = now.filter(|_| !has_failed);
        }
        if !desk.may_wait(PAUSE) {
            return;
        }
    }
}

/// Evens both out once, and gives what came of it, and whether the folder is away.
fn even(disk: &Disk, request: &Request, known: &mut Known, has_taken: &mut bool) -> (Vec<News>, bool) {
    let Some(folder) = &request.folder else { return (Vec::new(), false) };
    let words = tr!(in "file name", "changed elsewhere");
    let clinic = storage::even_clinic(disk, folder, &request.clinic, known.clinic, words);
    let mut is_away = matches!(clinic, Ok(Evened::Away));
    let mut news = vec![clinic.map(|evened| clinic_news(evened, &mut known.clinic))];
    if let Some((here, own)) = request.list.as_ref().filter(|_| !*has_taken) {
        let evened = storage::even_price_list(disk, folder, (here, own), known.list, words);
        is_away |= matches!(evened, Ok(Evened::Away));
        if let Ok(Evened::Taken(_, common, _)) = &evened {
            // The window asks anew, with the list that it then has.
            (known.taken, *has_taken) = (Some(*common), true);
        }
        news.push(evened.map(|evened| list_news(evened, here, &mut known.list)));
    }
    let said =
        |news: Result<Option<News>, StorageError>| news.unwrap_or_else(|error| Some(News::Failed(error.to_string())));
    (news.into_iter().filter_map(said).collect(), is_away)
}

impl News {
    /// What cannot be read or written, if that is it.
    fn failure(&self) -> Option<String> {
        match self {
            Self::Failed(why) => Some(why.clone()),
            _ => None,
        }
    }
}

fn list_news(evened: Evened<PriceListDraft>, here: &Arc<PriceListDraft>, given: &mut Option<Common>) -> Option<News> {
    match evened {
        Evened::Away | Evened::Same => None,
        Evened::Taken(list, common, kept) => Some(News::List(Arc::clone(here), Box::new(list), common, kept)),
        Evened::Given(common, kept) => {
            *given = Some(common);
            Some(News::ListGiven(common, kept))
        }
    }
}

fn clinic_news(evened: Evened<()>, known: &mut Option<Common>) -> Option<News> {
    let (common, kept, is_new) = match evened {
        Evened::Away | Evened::Same => return None,
        Evened::Taken((), common, kept) => (common, kept, true),
        Evened::Given(common, kept) => (common, kept, false),
    };
    *known = Some(common);
    Some(News::Clinic(common, kept, is_new))
}

//! A folder that all desks share, evened out with what this desk has in the background.

use super::latest::{Desk, Latest};
use crate::locale::tr;
use crate::price_list::PriceListDraft;
use crate::storage::{self, Common, Disk, Evened};
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
#[derive(Clone)]
pub(super) struct Request {
    pub(super) folder: PathBuf,
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
    folder: PathBuf,
    list: Option<Common>,
    clinic: Option<Common>,
    /// What it took, as long as the window has not said that it stands there.
    taken: Option<Common>,
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
    worker: Option<Latest<Request, News>>,
    asked: Option<(PathBuf, Option<Arc<PriceListDraft>>)>,
    /// Whether the folder is not there.
    is_away: bool,
}

impl SharedFolder {
    /// Begins to share nothing.
    pub(super) fn new() -> Self {
        let mut known = Known::default();
        let work = move |disk: &Disk, request: &Request, desk: &mut Desk<Request, News>| {
            share(disk, request, &mut known, desk);
        };
        Self { worker: Latest::start(STACK, CALM, || None, work).ok(), asked: None, is_away: false }
    }

    /// Whether there is a folder and it is away.
    pub(super) fn is_away(&self) -> bool {
        self.is_away
    }

    /// What has come of it since last asked, and whether that is of what was asked for last.
    pub(super) fn news(&mut self) -> Option<(News, bool)> {
        self.worker.as_mut()?.answer()
    }

    /// Evens this out from now on, unless it does already.
    pub(super) fn ask(&mut self, request: Request) {
        let list = request.list.as_ref().map(|(list, _)| Arc::clone(list));
        let is_asked = self.asked.as_ref().is_some_and(|(folder, asked)| {
            *folder == request.folder && asked.as_ref().map(Arc::as_ptr) == list.as_ref().map(Arc::as_ptr)
        });
        if let Some(worker) = self.worker.as_mut().filter(|_| !is_asked) {
            self.asked = Some((request.folder.clone(), list));
            worker.ask(request);
        }
    }

    /// Evens out anew what it is asked for next.
    pub(super) fn ask_anew(&mut self) {
        self.asked = None;
    }

    /// Whether there is a folder and it is away, from now on.
    pub(super) fn set_away(&mut self, is_away: bool) {
        self.is_away = is_away;
    }

    /// What is on its way is waited for. The worker is then no more.
    pub(super) fn end(&mut self) {
        self.worker.iter_mut().for_each(Latest::end);
    }
}

/// Evens out, and again whenever one of the files changes.
fn share(disk: &Disk, request: &Request, known: &mut Known, desk: &mut Desk<Request, News>) {
    let Request { folder, list, clinic, common, window } = request;
    if known.folder != *folder {
        *known = Known { folder: folder.clone(), list: common.0, clinic: common.1, taken: None };
    }
    // Where somebody typed meanwhile the window has left it.
    if let Some(taken) = known.taken.take().filter(|taken| common.0 == Some(*taken)) {
        known.list = Some(taken);
    }
    let words = tr!(in "file name", "changed elsewhere");
    let (mut seen, mut was_away, mut list) = (None, None, list.as_ref());
    loop {
        let is_away = !storage::exists(disk, folder);
        if was_away != Some(is_away) {
            was_away = Some(is_away);
            desk.tell(News::Away(is_away));
            window.request_repaint();
        }
        let files = [folder.join(storage::SHARED_LIST), folder.join(storage::SHARED_CLINIC), clinic.clone()];
        let now = files.map(|path| storage::time_and_size(disk, &path));
        if !is_away && seen != Some(now) {
            seen = Some(now);
            let of_clinic = storage::even_clinic(disk, folder, clinic, known.clinic, words);
            let mut news = vec![of_clinic.map(|evened| clinic_news(evened, &mut known.clinic))];
            if let Some((here, own)) = list {
                let evened = storage::even_price_list(disk, folder, (here, own), known.list, words);
                if let Ok(Evened::Taken(_, common, _)) = &evened {
                    // The window asks anew, with the list that it then has.
                    (known.taken, list) = (Some(*common), None);
                }
                news.push(evened.map(|evened| list_news(evened, here, &mut known.list)));
            }
            for news in news {
                let said = news.unwrap_or_else(|error| Some(News::Failed(error.to_string())));
                said.into_iter().for_each(|news| _ = desk.tell(news));
                window.request_repaint();
            }
        }
        if !desk.may_wait(PAUSE) {
            return;
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

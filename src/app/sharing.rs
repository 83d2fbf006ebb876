//! The price list and the clinic's details in a folder that all desks share, evened out with those of this desk in the background.

use super::App;
use super::latest::{Desk, Latest};
use crate::locale::tr;
use crate::price_list::{ListEdit, PriceListDraft};
use crate::storage::{self, Common, Disk, Evened, Sharing};
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
struct Request {
    folder: PathBuf,
    /// The price list as it is here, and the file in which it is kept; none while that cannot be read.
    list: Option<(Arc<PriceListDraft>, PathBuf)>,
    /// The file of the clinic's details.
    clinic: PathBuf,
    common: (Option<Common>, Option<Common>),
    window: egui::Context,
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
enum News {
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

    /// What is on its way is waited for. The worker is then no more.
    pub(super) fn end(&mut self) {
        self.worker.iter_mut().for_each(Latest::end);
    }
}

impl App {
    /// Shares in this folder from now on, or in none.
    pub(super) fn share_in(&mut self, folder: Option<PathBuf>) {
        self.settings.sharing = Sharing { folder, ..Sharing::default() };
        (self.shared.asked, self.shared.is_away) = (None, false);
        self.write_settings();
    }

    /// Has the worker look at what has changed here, and takes what it found.
    pub(super) fn look_at_shared(&mut self, ctx: &egui::Context) {
        while let Some((news, is_newest)) = self.shared.worker.as_mut().and_then(Latest::answer) {
            self.take_shared(news, is_newest);
        }
        let (Some(folder), Some(places)) = (self.settings.sharing.folder.clone(), &self.surroundings.places) else {
            return;
        };
        let list = self.prices.shareable();
        let now = Some((folder.clone(), list.clone()));
        let is_asked = self.shared.asked.as_ref().is_some_and(|(at, asked)| {
            *at == folder && asked.as_ref().map(Arc::as_ptr) == list.as_ref().map(Arc::as_ptr)
        });
        if let Some(worker) = self.shared.worker.as_mut().filter(|_| !is_asked) {
            self.shared.asked = now;
            let Sharing { list: list_common, clinic, .. } = self.settings.sharing;
            worker.ask(Request {
                folder,
                list: list.map(|list| (list, places.price_list())),
                clinic: places.clinic(),
                common: (list_common, clinic),
                window: ctx.clone(),
            });
        }
    }

    fn take_shared(&mut self, news: News, is_newest: bool) {
        match news {
            News::Away(is_away) => self.shared.is_away = is_away && self.settings.sharing.folder.is_some(),
            News::List(was, list, common, kept) => {
                self.shared.asked = None;
                // What was typed meanwhile is looked at with what the folder has, once more.
                let is_as_it_was = self.prices.shareable().is_some_and(|now| Arc::ptr_eq(&now, &was));
                if is_newest && is_as_it_was {
                    self.settings.sharing.list = Some(common);
                    self.write_settings();
                    self.take_shared_list(*list);
                    self.tell_kept(kept);
                }
            }
            News::ListGiven(common, kept) => {
                self.settings.sharing.list = Some(common);
                self.write_settings();
                self.tell_kept(kept);
            }
            News::Clinic(common, kept, is_new) => {
                self.settings.sharing.clinic = Some(common);
                self.write_settings();
                self.tell_kept(kept);
                if is_new {
                    self.tell(tr!("The clinic's details were changed at another desk; the next sheet has them"), false);
                }
            }
            News::Failed(why) => self.tell(tr!("The shared folder: {why}", why), true),
        }
    }

    /// Puts the price list of another desk in place of the one here, as one step of undo.
    fn take_shared_list(&mut self, list: PriceListDraft) {
        if list == **self.prices.history().draft() {
            return;
        }
        self.prices.seal();
        self.edit_prices(ListEdit::Import(Box::new(list)));
        self.prices.seal();
        self.tell(tr!("The price list was changed at another desk; it is the same here now, and undo in the list takes that back"), false);
    }

    fn tell_kept(&mut self, kept: Vec<PathBuf>) {
        for path in kept {
            let name = path.display();
            self.tell(tr!("Two desks had different ones; the other is kept as {name}", name), false);
        }
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

//! The price list and the clinic's details that all desks share: what of them is new here, and where they are shared.

use super::App;
use super::shared_folder::{News, Request};
use crate::locale::tr;
use crate::price_list::{ListEdit, PriceListDraft};
use crate::storage::Sharing;
use eframe::egui;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    /// Shares in this folder from now on, or in none.
    pub(super) fn share_in(&mut self, folder: Option<PathBuf>) {
        if folder.as_ref().is_some_and(|folder| folder.to_str().is_none()) {
            return self.tell(tr!("The name of this folder cannot be written down; choose another one"), true);
        }
        self.settings.sharing = Sharing { folder, ..Sharing::default() };
        self.taken_list = None;
        self.shared.begin_anew();
        self.write_settings();
    }

    /// Has the worker look at what has changed here, and takes what it found.
    pub(super) fn look_at_shared(&mut self, ctx: &egui::Context) {
        while let Some((news, is_newest)) = self.shared.news() {
            self.take_shared(news, is_newest);
        }
        let list = self.prices.shareable();
        if list.is_none() && self.settings.sharing.list.is_some() {
            // What comes in place of a list that cannot be read is no change of it.
            self.settings.sharing.list = None;
            self.shared.begin_anew();
            self.write_settings();
        }
        // Only what is on the disk here is said to be: else an old list would be given to all after a crash.
        if let Some(common) = self.taken_list.filter(|_| self.prices.is_written()) {
            (self.settings.sharing.list, self.taken_list) = (Some(common), None);
            self.write_settings();
        }
        if self.shared.is_asked(list.as_ref()) {
            return;
        }
        let Some(places) = &self.surroundings.places else { return };
        let Sharing { folder, list: of_list, clinic } = self.settings.sharing.clone();
        self.shared.ask(Request {
            round: self.shared.round(),
            folder,
            list: list.map(|list| (list, places.price_list())),
            clinic: places.clinic(),
            common: (self.taken_list.or(of_list), clinic),
            window: ctx.clone(),
        });
    }

    fn take_shared(&mut self, news: News, is_newest: bool) {
        match news {
            News::Away(is_away) => self.shared.set_away(is_away && self.settings.sharing.folder.is_some()),
            News::List(was, list, common, kept) => {
                self.shared.ask_anew();
                // What was typed meanwhile is looked at with what the folder has, once more.
                let is_as_it_was = self.prices.shareable().is_some_and(|now| Arc::ptr_eq(&now, &was));
                if is_newest && is_as_it_was {
                    (self.settings.sharing.list, self.taken_list) = (None, Some(common));
                    self.write_settings();
                    self.take_shared_list(*list);
                    self.tell_kept(kept);
                }
            }
            News::ListGiven(common, kept) => {
                (self.settings.sharing.list, self.taken_list) = (Some(common), None);
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

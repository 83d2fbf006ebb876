//! The language and the notations of the window.

use super::{App, Surroundings};
use crate::locale::{self, Language};
use crate::storage::{self, Disk, LocaleChoice};

/// Gives this thread, on which the window runs, its language and notations, and reads what languages the clinic has
/// added; what cannot be read is said in a sentence.
pub(super) fn begin(disk: &Disk, surroundings: &Surroundings, chosen: &LocaleChoice) -> Vec<String> {
    let mut unread = Vec::new();
    for language in surroundings.places.iter().flat_map(|places| storage::read_languages(disk, &places.languages())) {
        match language {
            Ok(language) => Language::add(language),
            Err(error) => unread.push(error.to_string()),
        }
    }
    let asked = surroundings.locale.unwrap_or_else(|| chosen.on((surroundings.language_tag)().as_deref()));
    locale::set(asked);
    unread
}

impl App {
    /// Another language or country: everything is said anew in this very frame, and nothing is worked out anew.
    pub(super) fn choose_locale(&mut self, chosen: LocaleChoice) {
        locale::set(chosen.on(self.desktop.as_deref()));
        self.settings.locale = chosen;
        // Somebody has said where the clinic is.
        self.is_first = false;
        self.write_settings();
        self.prices.word_again();
        self.due.forget();
        self.reword_sheet();
        self.begin_anew_if_untouched();
    }
}

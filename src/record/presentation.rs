//! How an issue was handed out: its words, its notations and whose letterhead it had.

use crate::clinic::Clinic;
use crate::locale::{Language, Locale, Pack};

/// In which language and notations an issue was handed out, and by whom, so that its copies say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The id of the country whose notations and notices it has.
    pub country: String,
    /// The code of its language.
    pub language: String,
    /// The clinic with its terms.
    pub clinic: Clinic,
}

impl Presentation {
    /// In a locale, by a clinic.
    pub fn of(locale: Locale, clinic: Clinic) -> Self {
        Self { country: locale.pack.id.clone(), language: locale.language.code.clone(), clinic }
    }

    /// The locale it was handed out in. A country or a language that is not there any more is that of `usual`.
    pub fn locale(&self, usual: Locale) -> Locale {
        Locale {
            pack: Pack::all().iter().find(|pack| pack.id == self.country).unwrap_or(usual.pack),
            language: Language::find(&self.language).unwrap_or(usual.language),
        }
    }
}

//! Words and notations: the language texts are written in, and how a country writes numbers, amounts and dates.
//!
//! English stands in the source, and `tr!` looks each text up in the language of the thread at work; a translation is
//! a gettext file in `assets/languages`, so that any translator's tools can be used. What a country expects (marks,
//! dates, paper, tax, notices) is data in `assets/locales.ron`. Every figure and every file is the same in all of them:
//! a locale changes how things are said, never what is so.
//!
//! The locale belongs to a thread: the window sets its own once ([`set`]), and work beside it, or a sheet in the client's
//! language, says for how long another holds ([`with`]).

mod language;
mod notation;
mod pack;
mod thread;
mod words;

pub(crate) use crate::text::english;
pub use language::{Language, LanguageError};
pub use notation::month_name;
pub use pack::{CreditRate, Pack, TypedDate};
pub use thread::{carried, current, plural, said, set, text, with};
pub use words::fill;
pub(crate) use words::{tr, trn};

/// A language, and a country's notations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// How numbers, amounts and dates are written, and what a sheet is expected to say.
    pub pack: &'static Pack,
    /// The language of every text.
    pub language: &'static Language,
}

impl Locale {
    /// The pack with this id, in its own language; none if there is no such pack.
    pub fn of(id: &str) -> Option<Self> {
        Pack::all().iter().find(|pack| pack.id == id).map(Self::of_pack)
    }

    /// What was chosen, or what the desktop's language tag asks for: the id of a pack and the code of a language, each of
    /// which may be left to the desktop.
    pub fn chosen(pack: Option<&str>, language: Option<&str>, desktop: Option<&str>) -> Self {
        let usual = desktop.map_or_else(Self::default, Self::for_tag);
        let of_pack = pack.and_then(Self::of).unwrap_or(usual);
        let language = language.and_then(Language::find).unwrap_or(of_pack.language);
        Self { pack: of_pack.pack, language }
    }

    /// The pack with this id in the language with this code; what is not there any more is that of `usual`.
    pub fn found(pack: &str, language: &str, usual: Self) -> Self {
        Self {
            pack: Pack::all().iter().find(|known| known.id == pack).unwrap_or(usual.pack),
            language: Language::find(language).unwrap_or(usual.language),
        }
    }

    /// A pack in its own language.
    pub fn of_pack(pack: &'static Pack) -> Self {
        Self { pack, language: Language::find(&pack.language).unwrap_or(Language::english()) }
    }

    /// The locale for a language tag of the desktop such as `de-AT`: that country's pack, or else the neutral one in the
    /// desktop's language.
    pub fn for_tag(tag: &str) -> Self {
        let of_tag = |tag: &str| Pack::all().iter().find(|pack| pack.tags.iter().any(|one| one == tag));
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        match of_tag(tag).or_else(|| of_tag(language)) {
            Some(pack) => Self::of_pack(pack),
            None => Self { pack: Pack::neutral(), language: Language::find(language).unwrap_or(Language::english()) },
        }
    }
}

impl Default for Locale {
    /// International notations in English.
    fn default() -> Self {
        Self::of_pack(Pack::neutral())
    }
}

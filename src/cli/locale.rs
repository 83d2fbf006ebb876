//! The language and the notations of what a command writes.

use super::args::WithLocale;
use super::failure::Failure;
use crate::locale::{self, Language, Locale, Pack, tr};
use crate::record::Presentation;
use crate::storage::{self, Disk, Places};
use std::sync::Once;

/// What was asked for: a country, a language, both, or neither.
#[derive(Clone, Copy, Default)]
pub(super) struct LocaleRequest {
    country: Option<Locale>,
    language: Option<&'static Language>,
}

impl LocaleRequest {
    /// Whether anything was asked for.
    pub(super) fn is_given(self) -> bool {
        self.country.is_some() || self.language.is_some()
    }

    /// What was asked for, and of `usual` what was not. A country brings its language with it.
    pub(super) fn over(self, usual: Locale) -> Locale {
        let of_country = self.country.unwrap_or(usual);
        Locale { language: self.language.unwrap_or(of_country.language), ..of_country }
    }
}

/// Reads what was asked for.
///
/// # Errors
/// An unknown country or language, with those there are, or a language file that cannot be read.
pub(super) fn choose(with: &WithLocale) -> Result<LocaleRequest, Failure> {
    let (country, language) = (with.country.as_deref(), with.language.as_deref());
    if country.is_none() && language.is_none() {
        return Ok(LocaleRequest::default());
    }
    add_languages();
    let country = country.map(of_country).transpose()?;
    // What is wrong with the language is said in the country's.
    country.into_iter().for_each(locale::set);
    Ok(LocaleRequest { country, language: language.map(of_code).transpose()? })
}

fn of_country(id: &str) -> Result<Locale, Failure> {
    Locale::of(id).ok_or_else(|| {
        let known = list(Pack::all().iter().map(|pack| pack.id.as_str()));
        Failure::bad_input(tr!("\"{country}\" is not a known country; choose one of {known}", country = id, known))
    })
}

fn of_code(code: &str) -> Result<&'static Language, Failure> {
    Language::find(code).ok_or_else(|| {
        let known = list(Language::all().into_iter().map(|language| language.code.as_str()));
        Failure::bad_input(tr!("\"{language}\" is not a known language; choose one of {known}", language = code, known))
    })
}

/// The locale of an issue as it was handed out; what is not there any more is as this thread has it.
pub(super) fn of_issue(presentation: &Presentation) -> Locale {
    add_languages();
    Locale::found(&presentation.country, &presentation.language, locale::current())
}

/// Adds the clinic's own languages, once. A damaged one only matters to whoever asks for it, and is then not known.
fn add_languages() {
    static ADDED: Once = Once::new();
    ADDED.call_once(|| {
        let places = Places::of_user();
        let read = places.iter().flat_map(|places| storage::read_languages(&Disk::here(), &places.languages()));
        read.flatten().for_each(Language::add);
    });
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

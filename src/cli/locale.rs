//! The language and the notations of what a command writes.

use super::args::WithLocale;
use super::failure::Failure;
use crate::locale::{Language, Locale, Pack, tr};
use crate::storage::{self, Places};

/// What was asked for; none if nothing was.
///
/// # Errors
/// An unknown country or language, with those there are, or a language file that cannot be read.
pub(super) fn choose(with: &WithLocale) -> Result<Option<Locale>, Failure> {
    let (country, language) = (with.country.as_deref(), with.language.as_deref());
    if country.is_none() && language.is_none() {
        return Ok(None);
    }
    if let Some(places) = Places::of_user() {
        // A damaged language only matters to whoever asks for it, and is then not known.
        storage::read_languages(&places.languages()).into_iter().flatten().for_each(Language::add);
    }
    if let Some(country) = country.filter(|id| Locale::of(id).is_none()) {
        let known = list(Pack::all().iter().map(|pack| pack.id.as_str()));
        let sentence = tr!("\"{country}\" is not a known country; choose one of {known}", country, known);
        return Err(Failure::bad_input(sentence));
    }
    // What is wrong with the language is said in the country's.
    country.and_then(Locale::of).into_iter().for_each(crate::locale::set);
    if let Some(language) = language.filter(|code| Language::find(code).is_none()) {
        let known = list(Language::all().into_iter().map(|language| language.code.as_str()));
        let sentence = tr!("\"{language}\" is not a known language; choose one of {known}", language, known);
        return Err(Failure::bad_input(sentence));
    }
    Ok(Some(Locale::chosen(country, language, None)))
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

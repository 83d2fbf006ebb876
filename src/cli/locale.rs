//! The language and the notations of what a command writes.

use super::args::WithLocale;
use super::failure::Failure;
use crate::locale::{self, Language, Locale, Pack, tr};
use crate::scenario::Presentation;
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
    add_languages();
    if let Some(country) = country.filter(|id| Locale::of(id).is_none()) {
        let known = list(Pack::all().iter().map(|pack| pack.id.as_str()));
        let sentence = tr!("\"{country}\" is not a known country; choose one of {known}", country, known);
        return Err(Failure::bad_input(sentence));
    }
    // What is wrong with the language is said in the country's.
    country.and_then(Locale::of).into_iter().for_each(locale::set);
    if let Some(language) = language.filter(|code| Language::find(code).is_none()) {
        let known = list(Language::all().into_iter().map(|language| language.code.as_str()));
        let sentence = tr!("\"{language}\" is not a known language; choose one of {known}", language, known);
        return Err(Failure::bad_input(sentence));
    }
    Ok(Some(Locale::chosen(country, language, None)))
}

/// The locale of an issue as it was handed out; what is not there any more is as this thread has it.
pub(super) fn of_issue(presentation: &Presentation) -> Locale {
    if Language::find(&presentation.language).is_none() {
        add_languages();
    }
    presentation.locale(locale::current())
}

/// Adds the clinic's own languages. A damaged one only matters to whoever asks for it, and is then not known.
fn add_languages() {
    let places = Places::of_user();
    let read = places.iter().flat_map(|places| storage::read_languages(&places.languages()));
    read.flatten().for_each(Language::add);
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

//! What was typed, field by field, so that a letter the fonts lack is named with its field.

use super::{Audience, Handout, SheetError, glyphs};
use crate::locale::tr;

/// Looks through every text that somebody typed.
pub(super) fn check(handout: &Handout<'_>) -> Result<(), SheetError> {
    texts(handout).into_iter().try_for_each(|(field, text)| glyphs::check_text(&field, text))
}

fn texts<'a>(handout: &'a Handout<'_>) -> Vec<(String, &'a str)> {
    let scenario = handout.sheet.plan.scenario;
    let mut texts = vec![(tr!("the client's reference").to_owned(), scenario.reference.as_str())];
    // Only the page for the clinic's file shows them, line by line.
    let notes = (handout.audience == Audience::Full).then(|| scenario.notes.lines()).into_iter().flatten();
    texts.extend(notes.map(|line| (tr!("the notes").to_owned(), line.trim())));
    for option in &scenario.options {
        let mark = option.mark.letter();
        texts.push((tr!("the name of option {mark}", mark), &option.name));
        let add_ons = option.lines.iter().flat_map(|line| &line.add_ons);
        texts.extend(add_ons.map(|add_on| (tr!("an add-on of option {mark}", mark), add_on.name.as_str())));
    }
    let issue = [
        (tr!("the document's number"), handout.issue.number),
        (tr!("the number it supersedes"), handout.issue.supersedes),
    ];
    texts.extend(issue.into_iter().filter_map(|(field, text)| Some((field.to_owned(), text?))));
    let clinic = handout.clinic.into_iter().flat_map(super::Clinic::texts);
    texts.extend(clinic.map(|(field, text)| (field.to_owned(), text)));
    texts
}

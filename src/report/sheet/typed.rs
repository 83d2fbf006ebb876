//! What was typed, field by field, so that a letter the fonts lack is named with its field.

use super::Handout;
use crate::clinic::Clinic;
use crate::locale::tr;

/// Every text that somebody typed, with what messages call it.
pub(super) fn texts<'a>(handout: &'a Handout<'_>) -> Vec<(String, &'a str)> {
    let plan = handout.sheet.plan.plan;
    let mut texts = vec![(tr!("the client's reference").to_owned(), plan.reference.as_str())];
    for option in &plan.options {
        let mark = option.mark.letter();
        texts.push((tr!("the name of option {mark}", mark), &option.name));
        let add_ons = option.lines.iter().flat_map(|line| &line.add_ons);
        texts.extend(add_ons.map(|add_on| (tr!("an add-on of option {mark}", mark), add_on.name.written())));
    }
    let issue = [
        (tr!("the document's number"), handout.issue.number),
        (tr!("the number it supersedes"), handout.issue.supersedes),
    ];
    texts.extend(issue.into_iter().filter_map(|(field, text)| Some((field.to_owned(), text?))));
    let clinic = handout.clinic.into_iter().flat_map(of_clinic);
    texts.extend(clinic.map(|(field, text)| (field.to_owned(), text)));
    texts
}

/// The clinic's texts, as messages call them.
fn of_clinic(clinic: &Clinic) -> Vec<(&'static str, &str)> {
    let mut texts = vec![
        (tr!("the clinic's name"), clinic.name.as_str()),
        (tr!("the clinic's telephone number"), &clinic.phone),
        (tr!("the clinic's e-mail address"), &clinic.email),
        (tr!("the clinic's web page"), &clinic.web),
        (tr!("the practitioner"), &clinic.practitioner),
        (tr!("the clinic's registration"), &clinic.registration),
        (tr!("the clinic's tax id"), &clinic.tax_id),
        (tr!("whom to ask"), &clinic.contact),
        (tr!("the opening note"), &clinic.opening),
        (tr!("what is included"), &clinic.included),
        (tr!("what is not included"), &clinic.not_included),
        (tr!("the terms of the deposit"), &clinic.deposit),
        (tr!("the cancellation terms"), &clinic.cancellation),
    ];
    texts.extend(clinic.address.iter().map(|line| (tr!("the clinic's address"), line.as_str())));
    texts
}

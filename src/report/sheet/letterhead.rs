//! The clinic at the head of the sheet.

use super::{Handout, Logo, client, number, words};
use crate::clinic::Clinic;
use crate::locale::tr;
use serde_json::{Value, json};

/// The letterhead; none without a clinic, or where the clinic has set nothing up.
pub(super) fn of(handout: &Handout<'_>) -> Option<Value> {
    let is_set_up = |clinic: &&Clinic| handout.logo.is_some() || **clinic != Clinic::default();
    handout.clinic.filter(is_set_up).map(|clinic| of_clinic(clinic, handout.logo))
}

fn of_clinic(clinic: &Clinic, logo: Option<&Logo>) -> Value {
    let registered = [(tr!("Registration"), &clinic.registration), (tr!("Tax id"), &clinic.tax_id)];
    let registered = registered.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let registered: Vec<String> = registered.map(|(name, value)| format!("{name} {}", value.trim())).collect();
    let logo_alt = match clinic.name.trim() {
        "" => tr!("Logo of the clinic").to_owned(),
        clinic => tr!("Logo of {clinic}", clinic),
    };
    json!({
        "name": clinic.name.trim(),
        "staff": said([clinic.practitioner.as_str(), &registered.join(" · ")]),
        "address": said(clinic.address.iter().map(String::as_str)),
        "contact": said([clinic.phone.as_str(), &clinic.email, &clinic.web]),
        "logo": logo.map(Logo::file_name),
        "logo_alt": logo_alt,
    })
}

/// What stands at the head of every page but the first.
pub(super) fn running(handout: &Handout<'_>) -> Value {
    let name = handout.clinic.map(|clinic| clinic.name.trim()).filter(|name| !name.is_empty());
    let reference = handout.sheet.plan.plan.reference.trim();
    let client = if reference.is_empty() { String::new() } else { format!(" · {reference}") };
    let status = client::status(handout).map(|words| format!(" · {words}")).unwrap_or_default();
    let right = format!("{}{client}{status}", number::of(handout));
    json!({ "left": name.unwrap_or(words::title()), "right": right })
}

/// Those that say something.
fn said<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

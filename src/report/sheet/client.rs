//! Who the sheet is for and what it was made with.

use super::data::{Fact, Footer};
use super::{Sheet, words};
use crate::catalog::{Concern, Variant};
use crate::scenario::Profile;
use crate::units::Money;
use crate::wording::{self, date};

/// Concern and date under the title.
pub(super) fn subtitle(sheet: &Sheet<'_>) -> String {
    let horizon = horizon(sheet.plan.scenario.horizon_years);
    let projected = sheet.plan.estimate.do_nothing().projection.is_some();
    let what = if projected { "cost and achieve" } else { "cost" };
    format!("{}: what each option may {what} over {horizon}", concern_name(sheet))
}

/// Reference, dates, concern, profile and the terms of money.
pub(super) fn facts(sheet: &Sheet<'_>) -> Vec<Fact> {
    let scenario = sheet.plan.scenario;
    let span = format!("{}, from {}", horizon(scenario.horizon_years), date(scenario.start));
    vec![
        Fact { name: "Reference", value: reference(sheet) },
        Fact { name: "Issued", value: date(sheet.issued) },
        Fact { name: "Concern", value: concern_name(sheet) },
        Fact { name: "Horizon", value: span },
        Fact { name: "Profile", value: profile(&scenario.profile, sheet.plan.catalog.concern(&scenario.concern)) },
        Fact { name: "Money", value: terms(sheet) },
    ]
}

/// Versions and reference.
pub(super) fn footer(sheet: &Sheet<'_>) -> Footer {
    let catalog = sheet.plan.catalog;
    let versions = format!(
        "Collagen Ledger {} · model {} · catalogue {} · evidence reviewed {}",
        sheet.version,
        catalog.model.version,
        catalog.version,
        date(catalog.reviewed)
    );
    let reference = format!("{} · {}", reference(sheet), date(sheet.issued));
    Footer { versions, reference, page: "Page", of: "of" }
}

fn reference(sheet: &Sheet<'_>) -> String {
    let reference = sheet.plan.scenario.reference.trim();
    if reference.is_empty() { words::NONE.to_owned() } else { reference.to_owned() }
}

fn concern_name(sheet: &Sheet<'_>) -> String {
    let id = &sheet.plan.scenario.concern;
    sheet.plan.catalog.concern(id).map_or_else(|| id.to_string(), |concern| concern.name.clone())
}

/// `1 year`, `5 years`.
pub(super) fn horizon(years: u32) -> String {
    if years == 1 { "1 year".to_owned() } else { format!("{years} years") }
}

fn profile(profile: &Profile, concern: Option<&Concern>) -> String {
    let mut parts = vec![
        format!("age {}", profile.age),
        format!("{} today", profile.severity.name().to_lowercase()),
        if profile.smoker { "smokes" } else { "does not smoke" }.to_owned(),
        format!("sun habits: {}", profile.sun.name().to_lowercase()),
    ];
    parts.extend(variant(profile, concern.map_or(Variant::None, |concern| concern.variant)));
    parts.extend(profile.darker_skin.then(|| "darker skin".to_owned()));
    parts.extend(profile.sensitive_skin.then(|| "sensitive skin".to_owned()));
    parts.join(", ")
}

fn variant(profile: &Profile, variant: Variant) -> Option<String> {
    match variant {
        Variant::None => None,
        Variant::ScarTypes => {
            let mix = profile.scar_mix;
            Some(format!("rolling : boxcar : icepick scars {} : {} : {}", mix.rolling, mix.boxcar, mix.icepick))
        }
        Variant::WrinkleDepth => Some(format!("{} wrinkles", profile.wrinkles.name().to_lowercase())),
        Variant::StretchMarkColour => Some(format!("{} stretch marks", profile.stretch_marks.name().to_lowercase())),
    }
}

fn terms(sheet: &Sheet<'_>) -> String {
    let scenario = sheet.plan.scenario;
    let fee = if scenario.consultation_fee == Money::ZERO {
        "no consultation fee".to_owned()
    } else {
        format!("consultation {} before tax", wording::money(scenario.consultation_fee, scenario.currency))
    };
    let tax = if scenario.tax.is_zero() { "no tax added".to_owned() } else { format!("{} tax added", scenario.tax) };
    let growth = if scenario.price_growth.is_zero() {
        "prices assumed to stay as they are".to_owned()
    } else {
        format!("prices assumed to rise by {} a year", scenario.price_growth)
    };
    format!("{} ({}), {fee}, {tax}, {growth}", scenario.currency.name(), scenario.currency)
}

//! Who the sheet is for, what it is about and what it was made with.

use super::data::{Fact, Footer};
use super::{Audience, Handout, Print, Sheet, number, words};
use crate::catalog::{Concern, Variant};
use crate::scenario::{Profile, Scenario};
use crate::units::{Money, Tax, TaxMode};
use crate::wording::{self, date};

/// Concern and date under the title.
pub(super) fn subtitle(sheet: &Sheet<'_>) -> String {
    let horizon = horizon(sheet.plan.scenario.horizon_years);
    let projected = sheet.plan.estimate.do_nothing().projection.is_some();
    let what = if projected { "cost and achieve" } else { "cost" };
    format!("{}: what each option may {what} over {horizon}", concern_name(sheet))
}

/// The document's marks, dates, reference, concern, profile and the terms of money.
pub(super) fn facts(handout: &Handout<'_>) -> Vec<Fact> {
    let (sheet, issue) = (&handout.sheet, &handout.issue);
    let scenario = sheet.plan.scenario;
    let short = |name, value| Fact { name, value, wide: false };
    let wide = |name, value| Fact { name, value, wide: true };
    // In one value with the day, so that neither a draft nor a copy is a line longer than the original.
    let dated = if issue.print == Print::Draft { "Drafted" } else { "Issued" };
    let day = standing(handout).into_iter().fold(date(sheet.issued), |day, words| format!("{day} · {words}"));
    let mut facts = vec![
        short("Document", number::of(handout)),
        short(dated, day),
        short("Client", scenario.reference.trim().to_owned()),
        short("Valid until", date(handout.valid_until())),
    ];
    facts.extend(issue.born.map(|born| short("Born", date(born))));
    facts.extend(issue.revision.map(|revision| short("Revision", revision.to_string())));
    facts.extend(issue.supersedes.map(|number| short("Takes the place of", number.trim().to_owned())));
    facts.extend([
        short("Concern", concern_name(sheet)),
        short("Horizon", format!("{}, from {}", horizon(scenario.horizon_years), date(scenario.start))),
    ]);
    facts.extend(other_versions(handout).map(|words| wide("Copied with", words)));
    // Whoever is to see the money alone need not know the client's age and habits.
    facts.extend((handout.audience != Audience::Money).then(|| wide("Profile", profile_text(sheet))));
    facts.push(wide("Money", terms(sheet)));
    facts
}

/// Whether the sheet is a draft or a copy; the original needs no word.
pub(super) fn standing(handout: &Handout<'_>) -> Option<String> {
    match handout.issue.print {
        Print::Draft => Some("Draft, not issued".to_owned()),
        Print::Original => None,
        Print::Copy { printed, .. } => {
            let printed = date(printed);
            Some(format!("Copy, printed {printed}"))
        }
    }
}

/// What a copy was made with, where that is something else than the original was made with.
fn other_versions(handout: &Handout<'_>) -> Option<String> {
    let Print::Copy { versions, .. } = handout.issue.print else { return None };
    let (program, model) = (handout.sheet.version, &handout.sheet.plan.catalog.model.version);
    let same = versions.program == program && versions.model == *model;
    (!same).then(|| {
        format!("Collagen Ledger {program}, model {model}: the prices are those of the issue, projections may differ")
    })
}

/// What is to be decided.
pub(super) fn decision(sheet: &Sheet<'_>) -> String {
    let concern = concern_name(sheet);
    let concern = words::continued(&concern);
    let letters: Vec<char> = sheet.plan.scenario.options.iter().map(|option| option.mark.letter()).collect();
    let which = match letters[..] {
        [] => String::new(),
        [one] => format!(", and if so by option {one}"),
        [ref first @ .., last] => {
            let first: Vec<String> = first.iter().map(char::to_string).collect();
            format!(", and if so by option {} or {last}", first.join(", "))
        }
    };
    format!("The decision: whether to have {concern} treated now, later or not at all{which}.")
}

/// Versions and reference.
pub(super) fn footer(handout: &Handout<'_>) -> Footer {
    let sheet = &handout.sheet;
    let catalog = sheet.plan.catalog;
    let reviewed = date(catalog.reviewed);
    let (program, model, catalogue) = match handout.issue.print {
        // A copy says what the original was made with.
        Print::Copy { versions, .. } => (versions.program.as_str(), &versions.model, &versions.catalogue),
        Print::Draft | Print::Original => (sheet.version, &catalog.model.version, &catalog.version),
    };
    let versions =
        format!("Collagen Ledger {program} · model {model} · catalogue {catalogue} · evidence reviewed {reviewed}");
    let reference = format!("{} · {}", number::of(handout), date(sheet.issued));
    Footer { versions, reference, page: "Page", of: "of" }
}

fn concern_name(sheet: &Sheet<'_>) -> String {
    let id = &sheet.plan.scenario.concern;
    sheet.plan.catalog.concern(id).map_or_else(|| id.to_string(), |concern| concern.name.clone())
}

/// `1 year`, `5 years`.
pub(super) fn horizon(years: u32) -> String {
    if years == 1 { "1 year".to_owned() } else { format!("{years} years") }
}

/// The client, as far as the model asks.
pub(super) fn profile_text(sheet: &Sheet<'_>) -> String {
    let scenario = sheet.plan.scenario;
    profile(&scenario.profile, sheet.plan.catalog.concern(&scenario.concern))
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
    let currency = format!("{} ({})", scenario.currency.name(), scenario.currency);
    let growth = if scenario.price_growth.is_zero() {
        "prices assumed to stay as they are".to_owned()
    } else {
        format!("prices assumed to rise by {} a year", scenario.price_growth)
    };
    [Some(currency), Some(fee(scenario)), Some(tax(scenario)), discount(scenario), Some(growth)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn fee(scenario: &Scenario) -> String {
    let fee = wording::money(scenario.consultation_fee, scenario.currency);
    match scenario.tax.mode {
        _ if scenario.consultation_fee == Money::ZERO => "no consultation fee".to_owned(),
        _ if scenario.tax.rate.is_zero() => format!("consultation {fee}"),
        TaxMode::OnTop => format!("consultation {fee} before tax"),
        TaxMode::Included => format!("consultation {fee} with tax"),
    }
}

/// The plan's tax, and that some lines have their own.
fn tax(scenario: &Scenario) -> String {
    let Tax { rate, mode } = scenario.tax;
    let mut lines = scenario.options.iter().flat_map(|option| &option.lines);
    let own = lines.any(|line| !line.tax.is_same(scenario.tax));
    match mode {
        _ if rate.is_zero() && own => "tax on some lines".to_owned(),
        _ if rate.is_zero() => "no tax added".to_owned(),
        TaxMode::OnTop if own => format!("{rate} tax added, on some lines another one"),
        TaxMode::OnTop => format!("{rate} tax added"),
        TaxMode::Included if own => format!("prices include {rate} tax, on some lines another one"),
        TaxMode::Included => format!("prices include {rate} tax"),
    }
}

fn discount(scenario: &Scenario) -> Option<String> {
    let discount = scenario.discount;
    (!discount.is_zero()).then(|| format!("{discount} off everything but the consultation, after other discounts"))
}

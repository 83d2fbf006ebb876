//! Who the sheet is for, what it is about and what it was made with.

use super::{Audience, Handout, Print, Sheet, number, words};
use crate::catalog::{Concern, Severity, Variant};
use crate::document::{Profile, StretchMarks, Sun, Wrinkles};
use crate::locale::{self, Language, tr, trn};
use crate::plan::Plan;
use crate::units::{Money, Tax, TaxMode};
use crate::wording::{self, date};
use serde_json::{Value, json};

/// Concern and date under the title.
pub(super) fn subtitle(sheet: &Sheet<'_>) -> String {
    let (concern, years) = (concerns(sheet), sheet.plan.plan.horizon_years);
    if sheet.has_results() {
        trn!(
            years,
            "{concern}: what each option may cost and achieve over {years} year",
            "{concern}: what each option may cost and achieve over {years} years",
            concern,
            years,
        )
    } else {
        trn!(
            years,
            "{concern}: what each option may cost over {years} year",
            "{concern}: what each option may cost over {years} years",
            concern,
            years,
        )
    }
}

/// The document's marks, dates, reference, concern, profile and the terms of money.
pub(super) fn facts(handout: &Handout<'_>) -> Vec<Value> {
    let (sheet, issue) = (&handout.sheet, &handout.issue);
    let plan = sheet.plan.plan;
    let short = |name: &str, value: String| json!({ "name": name, "value": value, "wide": false });
    let wide = |name: &str, value: String| json!({ "name": name, "value": value, "wide": true });
    // In one value with the day, so that neither a draft nor a copy is a line longer than the original.
    let dated = if issue.print == Print::Draft { tr!("Drafted") } else { tr!("Issued") };
    let day = status(handout).into_iter().fold(date(sheet.issued), |day, words| format!("{day} · {words}"));
    // What the clinic's record can be compared with: a change there by mistake or in passing gives another seal.
    let seal = issue.seal.map(|seal| wording::printed_seal(&seal.short()));
    let number = seal.into_iter().fold(number::of(handout), |number, seal| format!("{number} · {seal}"));
    let mut facts = vec![
        short(tr!("Document"), number),
        short(dated, day),
        short(tr!("Client"), plan.reference.trim().to_owned()),
        match superseded(handout) {
            Some(by) => short(tr!("Superseded by"), by),
            None => short(tr!("Valid until"), date(handout.valid_until())),
        },
    ];
    // What no longer holds still says until when it would have.
    facts.extend(superseded(handout).map(|_| short(tr!("Was valid until"), date(handout.valid_until()))));
    facts.extend(issue.born.map(|born| short(tr!("Born"), date(born))));
    facts.extend(issue.revision.map(|revision| short(tr!("Revision"), revision.to_string())));
    facts.extend(issue.supersedes.map(|number| short(tr!("Takes the place of"), number.trim().to_owned())));
    facts.extend([
        short(tr!("Concern"), concerns(sheet)),
        short(
            tr!("Horizon"),
            tr!("{years}, from {date}", years = horizon(plan.horizon_years), date = date(plan.start)),
        ),
    ]);
    facts.extend(translated(handout).map(|words| wide(tr!("Translation"), words)));
    facts.extend(other_versions(handout).map(|words| wide(tr!("Copied with"), words)));
    // Whoever is to see the money alone need not know the client's age and habits.
    facts.extend((handout.audience != Audience::Money).then(|| wide(tr!("Profile"), profile_text(sheet))));
    facts.push(wide(tr!(in "sheet", "Money"), terms(sheet)));
    facts
}

/// Whether the sheet is a draft or a copy; the original needs no word.
pub(super) fn status(handout: &Handout<'_>) -> Option<String> {
    match handout.issue.print {
        Print::Draft => Some(tr!("Draft, not issued").to_owned()),
        Print::Original => None,
        Print::Copy { printed, .. } => Some(tr!("Copy, printed {date}", date = date(printed))),
    }
}

/// What took the place of the sheet, if anything.
pub(super) fn superseded(handout: &Handout<'_>) -> Option<String> {
    let (on, number) = handout.issue.superseded?;
    Some(tr!("{number}, on {date}", number, date = date(on)))
}

/// What a copy was made with, where that is something else than the original was made with and its figures were not kept.
fn other_versions(handout: &Handout<'_>) -> Option<String> {
    let Print::Copy { versions, is_whole: false, .. } = handout.issue.print else { return None };
    let (program, model) = (handout.sheet.version, &handout.sheet.plan.catalog.model.version);
    let same = versions.program == program && versions.model == *model;
    (!same).then(|| {
        tr!(
            "Collagen Ledger {program}, model {model}: of the issue only prices were kept; projections, and upkeep that waits \
             for fading, may differ",
            program,
            model,
        )
    })
}

/// That a copy is in another language than the original, if it is.
fn translated(handout: &Handout<'_>) -> Option<String> {
    let Print::Copy { language: Some(original), .. } = handout.issue.print else { return None };
    let language = Language::find(original).map_or(original, Language::name);
    (original != locale::current().language.code)
        .then(|| tr!("The original is in another language: {language}", language))
}

/// What is to be decided.
pub(super) fn decision(sheet: &Sheet<'_>) -> String {
    let names = sheet.concerns().map(|id| wording::continued(wording::concern_name(sheet.plan.catalog, id)));
    let names: Vec<String> = names.collect();
    let concern = wording::as_well_as(&names);
    let letters: Vec<char> = sheet.plan.plan.options.iter().map(|option| option.mark.letter()).collect();
    match letters[..] {
        [] => tr!("The decision: whether to have {concern} treated now, later or not at all.", concern),
        [option] => tr!(
            "The decision: whether to have {concern} treated now, later or not at all, and if so by option {option}.",
            concern,
            option,
        ),
        [ref first @ .., last] => tr!(
            "The decision: whether to have {concern} treated now, later or not at all, and if so by option {options} or \
             {last}.",
            concern,
            options = first.iter().map(char::to_string).collect::<Vec<_>>().join(", "),
            last,
        ),
    }
}

/// Versions and reference.
pub(super) fn footer(handout: &Handout<'_>) -> Value {
    let sheet = &handout.sheet;
    let catalog = sheet.plan.catalog;
    let reviewed = wording::evidence_reviewed(catalog, sheet.issued);
    let (program, model, catalogue) = match handout.issue.print {
        // A copy says what the original was made with.
        Print::Copy { versions, .. } => (versions.program.as_str(), &versions.model, &versions.catalogue),
        Print::Draft | Print::Original => (sheet.version, &catalog.model.version, &catalog.version),
    };
    let versions = tr!(
        "Collagen Ledger {program} · model {model} · catalogue {catalogue} · {reviewed}",
        program,
        model,
        catalogue,
        reviewed,
    );
    let reference = format!("{} · {}", number::of(handout), date(sheet.issued));
    json!({ "versions": versions, "reference": reference, "page": tr!("Page"), "of": tr!(in "pages", "of") })
}

fn concerns(sheet: &Sheet<'_>) -> String {
    wording::concerns(sheet.concerns(), sheet.plan.catalog)
}

/// `1 year`, `5 years`.
pub(super) fn horizon(years: u32) -> String {
    trn!(years, "{years} year", "{years} years", years)
}

/// The client, as far as the model asks.
fn profile_text(sheet: &Sheet<'_>) -> String {
    let (plan, catalog) = (sheet.plan.plan, sheet.plan.catalog);
    let further = plan.further.iter().map(|further| {
        let variant = catalog.concern(&further.concern).map_or(Variant::None, |concern| concern.variant);
        let bad = [Some(severity(further.profile.severity).to_owned()), self::variant(&further.profile, variant)];
        let name = wording::continued(wording::concern_name(catalog, &further.concern));
        format!("{name}: {}", bad.into_iter().flatten().collect::<Vec<_>>().join(", "))
    });
    let first = profile(&plan.profile, catalog.concern(&plan.concern));
    // Of several the first one is named as well.
    let first = match plan.further[..] {
        [] => first,
        _ => format!("{first} ({})", wording::within(wording::concern_name(catalog, &plan.concern))),
    };
    std::iter::once(first).chain(further).collect::<Vec<_>>().join("; ")
}

fn profile(profile: &Profile, concern: Option<&Concern>) -> String {
    let smoking = if profile.smoker { tr!("smokes") } else { tr!("does not smoke") };
    let mut parts = vec![tr!("age {age}", age = profile.age)];
    parts.extend([severity(profile.severity), smoking, sun(profile.sun)].map(str::to_owned));
    parts.extend(variant(profile, concern.map_or(Variant::None, |concern| concern.variant)));
    parts.extend(profile.phototype.map(wording::phototype_in_short));
    parts.extend(profile.sensitive_skin.then(|| tr!("sensitive skin").to_owned()));
    parts.join(", ")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!("mild today"),
        Severity::Moderate => tr!("moderate today"),
        Severity::Severe => tr!("severe today"),
    }
}

fn sun(sun: Sun) -> &'static str {
    match sun {
        Sun::Sunscreen => tr!("sun habits: daily sunscreen"),
        Sun::Usual => tr!("sun habits: usual"),
        Sun::Unprotected => tr!("sun habits: much, unprotected"),
    }
}

fn variant(profile: &Profile, variant: Variant) -> Option<String> {
    match variant {
        Variant::None => None,
        Variant::ScarTypes => {
            let mix = profile.scar_mix;
            Some(tr!(
                "rolling : boxcar : icepick scars {rolling} : {boxcar} : {icepick}",
                rolling = mix.rolling,
                boxcar = mix.boxcar,
                icepick = mix.icepick,
            ))
        }
        Variant::WrinkleDepth => Some(wrinkles(profile.wrinkles).to_owned()),
        Variant::StretchMarkColour => Some(stretch_marks(profile.stretch_marks).to_owned()),
    }
}

fn wrinkles(wrinkles: Wrinkles) -> &'static str {
    match wrinkles {
        Wrinkles::Fine => tr!("fine wrinkles"),
        Wrinkles::Deep => tr!("deep wrinkles"),
    }
}

fn stretch_marks(marks: StretchMarks) -> &'static str {
    match marks {
        StretchMarks::Red => tr!("red (newer) stretch marks"),
        StretchMarks::White => tr!("white (older) stretch marks"),
    }
}

fn terms(sheet: &Sheet<'_>) -> String {
    let plan = sheet.plan.plan;
    let currency = format!("{} ({})", wording::currency_name(&plan.currency), plan.currency);
    let growth = if plan.price_growth.is_zero() {
        tr!("prices assumed to stay as they are").to_owned()
    } else {
        tr!("prices assumed to rise by {rate} a year", rate = wording::percent(plan.price_growth))
    };
    let budget = plan.budget.map(|budget| wording::budget(budget, plan.horizon_years, plan.currency));
    let budget = budget.map(|budget| tr!("your budget: {budget}", budget));
    [Some(currency), Some(fee(plan)), Some(tax(plan)), discount(plan), Some(growth), budget]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn fee(plan: &Plan) -> String {
    let fee = fee_before_credit(plan);
    if plan.fee_credited && plan.consultation_fee > Money::ZERO {
        return tr!("{fee}, taken off the treatment", fee);
    }
    fee
}

fn fee_before_credit(plan: &Plan) -> String {
    let fee = wording::money(plan.consultation_fee, plan.currency);
    match plan.tax.mode {
        _ if plan.consultation_fee == Money::ZERO => tr!("no consultation fee").to_owned(),
        _ if plan.tax.rate.is_zero() => tr!("consultation {fee}", fee),
        TaxMode::OnTop => tr!("consultation {fee} before tax", fee),
        TaxMode::Included => tr!("consultation {fee} with tax", fee),
    }
}

/// The plan's tax, and that some lines have their own.
fn tax(plan: &Plan) -> String {
    let Tax { rate, mode } = plan.tax;
    let mut lines = plan.options.iter().flat_map(|option| &option.lines);
    let own = lines.any(|line| line.tax.normalized() != plan.tax.normalized());
    let (none, rate) = (rate.is_zero(), wording::percent(rate));
    match mode {
        _ if none && own => tr!("tax on some lines").to_owned(),
        _ if none => tr!("no tax added").to_owned(),
        TaxMode::OnTop if own => tr!("{rate} {tax} added, on some lines another one", rate, tax = words::tax()),
        TaxMode::OnTop => tr!("{rate} {tax} added", rate, tax = words::tax()),
        TaxMode::Included if own => {
            tr!("prices include {rate} {tax}, on some lines another one", rate, tax = words::tax())
        }
        TaxMode::Included => tr!("prices include {rate} {tax}", rate, tax = words::tax()),
    }
}

fn discount(plan: &Plan) -> Option<String> {
    let discount = plan.discount;
    let said = || {
        tr!(
            "{discount} off everything but the consultation, after other discounts",
            discount = wording::discount(discount, plan.currency),
        )
    };
    (!discount.is_zero()).then(said)
}

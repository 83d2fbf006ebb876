//! The contents of a sheet as the template reads them: every text worded, every number formatted.

use super::{
    Audience, Handout, Sheet, care, choice, client, credit, evidence, file_page, glance, letterhead, options, paper,
    sources, sums, terms, words, world,
};
use crate::locale::{self, Language, tr};
use crate::scene::Chart;
use crate::wording::{self, notices};
use serde_json::{Value, json};

/// Words and formats everything. A block that this audience does not get is null.
pub(super) fn of(handout: &Handout<'_>) -> Value {
    let sheet = &handout.sheet;
    let projected = sheet.has_results();
    // Everything but the money, which a sheet on money alone leaves out.
    let rest = handout.audience != Audience::Money;
    let (language, region) = spoken();
    json!({
        "language": language,
        "region": region,
        "paper": sheet.paper.id(),
        "margin": paper::MARGIN,
        "gutter": paper::GUTTER,
        "dense": false,
        "audience": handout.audience.id(),
        "title": words::title(),
        "author": author(handout),
        "subtitle": client::subtitle(sheet),
        "letterhead": letterhead::of(handout),
        "running": letterhead::running(handout),
        "opening": handout.clinic.map(|clinic| clinic.opening.trim()).unwrap_or_default(),
        "facts": client::facts(handout),
        "decision": client::decision(sheet),
        "about": if rest { about(sheet) } else { Vec::new() },
        "remarks": evidence::remarks(sheet),
        "footer": client::footer(handout),
        "glance": glance::of(sheet, handout.audience),
        "charts": rest.then(|| charts(sheet, projected)),
        "evidence": rest.then(|| evidence::of(sheet)),
        "options": rest.then(|| options::of(sheet)),
        "plans": (!rest).then(|| options::plans(sheet)),
        "sums": sums::of(handout),
        "credit": credit::of(sheet),
        "choice": if rest { choice::of(sheet) } else { None },
        "terms": terms::of(handout),
        "treatments": rest.then(|| care::treatments(sheet)),
        "sources": rest.then(|| sources::of(sheet)),
        "notices": notices_of(handout, projected),
        "matters": rest.then(|| matters(handout)),
        "receipt": rest.then(receipt),
        "file_page": (handout.audience == Audience::Full).then(|| file_page::of(sheet)),
    })
}

/// Who hands the sheet out: the clinic, or where that has no name the program that made it.
fn author<'a>(handout: &Handout<'a>) -> &'a str {
    let clinic = handout.clinic.map(|clinic| clinic.name.trim()).filter(|name| !name.is_empty());
    clinic.unwrap_or("Collagen Ledger")
}

/// What each concern is and what becomes of it.
fn about<'a>(sheet: &Sheet<'a>) -> Vec<[&'a str; 2]> {
    let catalog = sheet.plan.catalog;
    let all = sheet.concerns().flat_map(|concern| {
        let mut about = wording::prospect(catalog, concern);
        // Of several it is said which one is meant.
        if let Some([question, _]) = about.first_mut().filter(|_| !sheet.plan.further.is_empty()) {
            *question = wording::concern_name(catalog, concern);
        }
        about
    });
    all.collect()
}

/// Lines to sign on.
fn receipt() -> Value {
    json!({
        "title": tr!("Receipt of this sheet"),
        "text": tr!(
            "A signature says that this sheet was received and nothing more. It is no consent to a treatment, no order \
             and no promise to pay."
        ),
        "fields": [tr!("Client"), tr!("Date"), tr!("For the clinic"), tr!("Date")],
    })
}

/// What is said of the charts, which come as files of their own.
fn charts(sheet: &Sheet<'_>, projected: bool) -> Value {
    let estimate = sheet.plan.estimate;
    json!({
        "title": if projected { tr!("Cost and result over the years") } else { tr!("Cost over the years") },
        "spend_alt": wording::chart_alt(Chart::Spend, estimate),
        "improvement_alt": sheet.is_projected().then(|| wording::chart_alt(Chart::Improvement, estimate)),
        // Only of several it is said which one a chart is for.
        "improvement_name": sheet.further().next().map(|_| name(sheet)),
        "further": sheet.further().zip(1..).filter_map(further_chart).collect::<Vec<_>>(),
        "note": evidence::chart_note(sheet),
    })
}

fn name<'a>(sheet: &Sheet<'a>) -> &'a str {
    wording::concern_name(sheet.plan.catalog, &sheet.plan.plan.concern)
}

/// The chart of a further concern; none for one that gets no projection.
fn further_chart((sheet, number): (Sheet<'_>, usize)) -> Option<Value> {
    let estimate = sheet.plan.estimate;
    estimate.do_nothing().projection.as_ref()?;
    let name = name(&sheet);
    let alt = format!("{name}. {}", wording::chart_alt(Chart::Improvement, estimate));
    Some(json!({ "file": world::further_chart(number), "name": name, "alt": alt }))
}

/// Space for the client's own words, and when the sheet was given and from when on to decide.
fn matters(handout: &Handout<'_>) -> Value {
    let decide = handout.issue.decide_from.map(wording::date).unwrap_or_default();
    let given = wording::date(handout.sheet.issued);
    json!({
        "title": tr!("What matters to me"),
        "text": tr!("What I hope for, what worries me, what I can spend, what I want to ask:"),
        "lines": 3,
        "think": [[tr!("Sheet given on"), &given], [tr!("Decide no earlier than"), &decide]],
    })
}

/// All notices; those on results only where one is projected and printed. What improvement means stands under the first
/// table.
fn notices_of(handout: &Handout<'_>, projected: bool) -> Value {
    let renewal = match client::superseded(handout) {
        Some(by) => tr!("This sheet no longer holds: its place was taken by {by}.", by),
        None => tr!(
            "This sheet holds until {date}. Ask for a new one after that day, and whenever the plan or a price changes.",
            date = wording::date(handout.valid_until()),
        ),
    };
    let ask = ask(handout);
    let money = handout.audience == Audience::Money;
    let interest = format!("{} {}", notices::interest(), notices::funding());
    let advice = format!("{} {}", notices::purpose(), notices::advice());
    let always = [notices::estimate(), &renewal, &advice, &interest, time_to_think(), basis(money)];
    let of_country = locale::current().pack.notices.iter().map(|notice| locale::text(notice));
    let items: Vec<&str> = always
        .into_iter()
        .chain((projected && !money).then(notices::results))
        .chain((!money).then(updates))
        .chain(of_country)
        .chain([ask.as_str()])
        .collect();
    json!({ "title": tr!("Please note"), "items": items })
}

/// Time to decide.
fn time_to_think() -> &'static str {
    tr!("Take your time: nothing needs to be decided on the day. Take this sheet home, and talk it over.")
}

/// How weak the figures may be; a sheet on money alone has no sources.
fn basis(money: bool) -> &'static str {
    if money {
        tr!(
            "Prices marked placeholder are weak. The whole sheet names the sources of every price and result; ask for it."
        )
    } else {
        notices::basis()
    }
}

/// How the sheet is kept up to date.
fn updates() -> &'static str {
    tr!(
        "The foot of each page says when the evidence was last reviewed and by when it is next; a later sheet may show \
         other figures."
    )
}

/// Whom to ask.
fn ask(handout: &Handout<'_>) -> String {
    match handout.clinic.map_or("", |clinic| clinic.contact.trim()) {
        "" => tr!("Questions? Ask the person who handed you this sheet.").to_owned(),
        contact => tr!("Questions? Ask {contact}.", contact),
    }
}

/// The language of this thread, and the country if that speaks it. Plain English is British.
fn spoken() -> (String, Option<String>) {
    let locale = locale::current();
    let code = locale.language.code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let tags = locale.pack.tags.iter().filter_map(|tag| tag.split_once('-'));
    let region = tags.filter(|(spoken, _)| *spoken == code).map(|(_, region)| region.to_owned()).next();
    let british = (locale.language == Language::english()).then(|| "GB".to_owned());
    // Who has named a language in another way has it marked as undetermined.
    let known = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if known { (code, region.or(british)) } else { ("und".to_owned(), None) }
}

//! Options, lines, sessions and entries.

use super::figures::{date, days, decimal, is_whole, money_alike, money_range};
use super::{area_name, concern_name, text, treatment_name};
use crate::catalog::{Catalog, PriceUnit, TreatmentId};
use crate::compare::InputDifference;
use crate::document::{About, ExtraId, Upkeep};
use crate::estimate::OptionEstimate;
use crate::ledger::{Entry, Heading, Item, total};
use crate::locale::{self, tr, trn};
use crate::plan::{Input, Line, TreatmentOption};
use crate::schedule::{Phase, Session};
use crate::units::{Currency, Date, Money, Spread, UnitCount};

/// An option's name with its letter: `A · Microneedling`; doing nothing has no letter.
pub fn option_title(option: &OptionEstimate) -> String {
    let name = option_name(option);
    option.mark.map_or(name.to_owned(), |mark| format!("{} · {name}", mark.letter()))
}

/// An option's name; doing nothing has one in every language.
pub fn option_name(option: &OptionEstimate) -> &str {
    option.name.as_deref().unwrap_or(do_nothing())
}

/// An option's letter; doing nothing has none and is called by its name.
pub fn option_mark(option: &OptionEstimate) -> String {
    option.mark.map_or_else(|| do_nothing().to_owned(), |mark| mark.letter().to_string())
}

/// What the copy of an option with this name is called.
pub fn copy_name(name: &str) -> String {
    tr!("{name} (copy)", name)
}

/// What the option that is always there is called.
pub fn do_nothing() -> &'static str {
    tr!("Do nothing")
}

/// What follows the course: `every 12 months`, `again at 70% of its peak`, `no upkeep`.
pub fn upkeep(upkeep: Upkeep) -> String {
    match upkeep {
        Upkeep::None => tr!("no upkeep").to_owned(),
        Upkeep::Every { months } => trn!(months, "upkeep every month", "upkeep every {months} months", months),
        Upkeep::WhenFaded { percent } => {
            let share = locale::current().pack.percentage(&percent.to_string());
            tr!("upkeep when the gain has faded to {share} of its peak", share)
        }
    }
}

/// A line in a phrase: `Microneedling: 5 sessions 28 days apart, upkeep every 12 months`.
pub fn line_summary(line: &Line, catalog: &Catalog) -> String {
    let gap = days(line.spacing_days);
    let unsettled = super::by_sessions::course_of((line.fewest, line.sessions, line.most), &gap);
    let settled = || match line.sessions {
        1 => tr!("1 session").to_owned(),
        sessions => trn!(sessions, "{sessions} session {gap} apart", "{sessions} sessions {gap} apart", sessions, gap),
    };
    let course = unsettled.unwrap_or_else(settled);
    let mut parts = vec![match line.depth_mm {
        Some(depth) => tr!("{course} at {depth} mm", course, depth = decimal(depth)),
        None => course,
    }];
    parts.extend(line.package.as_ref().map(|package| match package.months {
        None => tr!("in packages of {sessions}", sessions = package.sessions),
        Some(months) => trn!(
            months,
            "in packages of {sessions} that hold {months} month",
            "in packages of {sessions} that hold {months} months",
            sessions = package.sessions,
            months
        ),
    }));
    parts.extend((line.unit == PriceUnit::Syringe).then(|| super::figures::syringes_each(line.units)));
    parts.extend(line.add_ons.iter().map(|add_on| {
        let with = tr!("with {add_on}", add_on = text(&add_on.name));
        match &add_on.package {
            Some(own) => format!("{with} ({})", package(own.sessions)),
            None => with,
        }
    }));
    parts.push(upkeep(line.upkeep));
    parts.extend(line.tells_concern.then(|| {
        let concern = super::within(concern_name(catalog, &line.concern));
        tr!("for {concern}", concern)
    }));
    format!("{}: {}", line_name(catalog, line), parts.join(", "))
}

/// The treatment of a line, with its area if it names one: `Microneedling (both cheeks)`.
pub fn line_name(catalog: &Catalog, line: &Line) -> String {
    treatment_on(catalog, &line.treatment, &line.area)
}

/// A treatment, with the area if one is named: `Microneedling (both cheeks)`.
pub fn treatment_on(catalog: &Catalog, treatment: &TreatmentId, area: &str) -> String {
    let name = treatment_name(catalog, treatment);
    if area.is_empty() { name.to_owned() } else { format!("{name} ({area})", area = area_name(catalog, area)) }
}

/// A package of a course: `package of 3 sessions`.
pub fn package(sessions: u32) -> String {
    trn!(sessions, "package of {sessions} session", "package of {sessions} sessions", sessions)
}

/// The same with the last day on which its sessions can be had: `package of 3 sessions, to be had until 3 Mar 2028`.
fn package_until(sessions: u32, until: Option<Date>) -> String {
    match until {
        Some(until) => tr!("{package}, to be had until {day}", package = package(sessions), day = date(until)),
        None => package(sessions),
    }
}

/// A session: `Microneedling, session 2 of 5`, `Microneedling, upkeep 3`.
pub fn session(session: &Session, option: &TreatmentOption, catalog: &Catalog) -> String {
    numbered(&option[session.line], session.phase, session.number, catalog)
}

/// A session where there is only one treatment: `Session 2 of 5`, `Upkeep 3`.
pub fn only_session(session: &Session, option: &TreatmentOption) -> String {
    let number = session.number;
    match session.phase {
        Phase::Course => {
            tr!("Session {number} of {sessions}", number, sessions = option[session.line].sessions_to_have())
        }
        Phase::Upkeep => tr!("Upkeep {number}", number),
    }
}

/// A session where there is only one treatment, and how often there is upkeep: `Upkeep 3, every 12 months`.
pub fn session_with_interval(session: &Session, option: &TreatmentOption) -> String {
    let name = only_session(session, option);
    match (session.phase, option[session.line].upkeep) {
        (Phase::Upkeep, Upkeep::Every { months }) => {
            trn!(months, "{name}, every month", "{name}, every {months} months", name, months)
        }
        _ => name,
    }
}

fn numbered(line: &Line, phase: Phase, number: u32, catalog: &Catalog) -> String {
    let name = line_name(catalog, line);
    let sessions = line.sessions_to_have();
    match phase {
        Phase::Course if sessions == 1 => name,
        Phase::Course => tr!("{treatment}, session {number} of {sessions}", treatment = name, number, sessions),
        Phase::Upkeep => tr!("{treatment}, upkeep {number}", treatment = name, number),
    }
}

/// What an entry pays for, with the number of the session.
pub fn entry(entry: &Entry, option: &TreatmentOption, catalog: &Catalog) -> String {
    let phase = if entry.heading == Heading::Upkeep { Phase::Upkeep } else { Phase::Course };
    match entry.item {
        Item::Consultation => super::heading(Heading::Consultation).to_owned(),
        Item::Payment { .. } => payment(entry).to_owned(),
        Item::Membership { month } => tr!("Membership, month {month}", month),
        Item::Included { line, number } => included(&numbered(&option[line], phase, number, catalog)),
        Item::Session { line, number } => numbered(&option[line], phase, number, catalog),
        Item::AddOn { line, number, add_on } => {
            let line = &option[line];
            with_add_on(text(&line[add_on].name), &numbered(line, phase, number, catalog))
        }
        Item::Package { line, add_on, number, sessions, until } => {
            let line = &option[line];
            let (name, package) = (sold_name(catalog, line, add_on), package_until(sessions, until));
            match line.package_of(add_on).map_or(1, |package| line.packages(package)) {
                1 => format!("{name}, {package}"),
                packages => tr!("{name}, {package}, {number} of {packages}", name, package, number, packages),
            }
        }
        Item::Device { line, number } => {
            tr!("{treatment}, device {number}", treatment = line_name(catalog, &option[line]), number)
        }
    }
}

/// What is sold in a package: a treatment, or an add-on to it.
pub(super) fn sold_name(catalog: &Catalog, line: &Line, add_on: Option<ExtraId>) -> String {
    let name = line_name(catalog, line);
    add_on.map_or(name.clone(), |add_on| with_add_on(text(&line[add_on].name), &name))
}

fn with_add_on(add_on: &str, what: &str) -> String {
    tr!("{add_on} with {what}", add_on, what)
}

/// A session that a membership includes.
fn included(session: &str) -> String {
    tr!("{session}, included", session)
}

/// A payment that belongs to no session.
fn payment(entry: &Entry) -> &'static str {
    if entry.amount.typical < Money::ZERO { tr!(in "money", "Paid back") } else { tr!("Payment") }
}

/// What an entry pays for without the number of the session, so that like entries can be gathered.
pub fn item(entry: &Entry, option: &TreatmentOption, catalog: &Catalog) -> String {
    match entry.item {
        Item::Consultation => super::heading(Heading::Consultation).to_owned(),
        Item::Payment { .. } => payment(entry).to_owned(),
        Item::Membership { .. } => super::heading(Heading::Membership).to_owned(),
        Item::Included { line, .. } => included(&line_name(catalog, &option[line])),
        Item::Session { line, .. } | Item::Device { line, .. } => line_name(catalog, &option[line]),
        Item::Package { line, add_on, sessions, until, .. } => {
            let (name, package) = (sold_name(catalog, &option[line], add_on), package_until(sessions, until));
            format!("{name}, {package}")
        }
        Item::AddOn { line, add_on, .. } => {
            let line = &option[line];
            with_add_on(text(&line[add_on].name), &line_name(catalog, line))
        }
    }
}

/// Entries as `5 × Microneedling, initial course at $350.00` with what they come to, alike ones together.
pub fn entries(
    entries: &[&Entry],
    option: &TreatmentOption,
    catalog: &Catalog,
    currency: Currency,
) -> Vec<[String; 2]> {
    let mut groups: Vec<(String, Spread<Money>, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let item = item(entry, option, catalog);
        let item = match entry.units {
            UnitCount::ONE => item,
            units => format!("{item}, {}", super::figures::syringes_each(units)),
        };
        let what = match entry.heading {
            Heading::Consultation | Heading::Membership => item,
            Heading::Course => tr!("{item}, initial course", item),
            Heading::Upkeep => tr!("{item}, upkeep", item),
        };
        match groups.iter_mut().find(|(name, amount, _)| *name == what && *amount == entry.amount) {
            Some((.., alike)) => alike.push(entry),
            None => groups.push((what, entry.amount, vec![entry])),
        }
    }
    let typical: Vec<Money> = entries.iter().map(|entry| entry.amount.typical).collect();
    let whole = is_whole(&typical, currency);
    let words = |(what, amount, alike): (String, Spread<Money>, Vec<&Entry>)| {
        let each = money_alike(amount.typical, currency, whole);
        let count = alike.len();
        [tr!("{count} × {what} at {each}", count, what, each), money_alike(total(alike).typical, currency, whole)]
    };
    groups.into_iter().map(words).collect()
}

/// A difference of inputs, a line of text for each field: what, the first option's, the second option's.
pub fn input_difference(difference: &InputDifference<'_>, catalog: &Catalog, currency: Currency) -> Vec<[String; 3]> {
    let none = || "–".to_owned();
    match difference {
        InputDifference::OnlyFirst(line) => {
            vec![[treatment_name(catalog, &line.treatment).to_owned(), line_summary(line, catalog), none()]]
        }
        InputDifference::OnlySecond(line) => {
            vec![[treatment_name(catalog, &line.treatment).to_owned(), none(), line_summary(line, catalog)]]
        }
        InputDifference::Membership(both, tax) => {
            let terms = |of: &Option<_>| of.map_or_else(none, |of| super::membership(of, (currency, *tax), catalog));
            let [one, two] = both.each_ref().map(terms);
            vec![[super::heading(Heading::Membership).to_owned(), one, two]]
        }
        InputDifference::Changed(line, fields) => {
            let name = treatment_name(catalog, &line.treatment);
            let what = |about: &About| format!("{name}, {}", locale::text(about.label));
            let text = |of| input(of, catalog, currency);
            fields.iter().map(|(about, [one, other])| [what(about), text(one), text(other)]).collect()
        }
    }
}

/// A package with its price.
fn package_at((sessions, price): (u32, Spread<Money>), currency: Currency) -> String {
    tr!("{package} at {price}", package = package(sessions), price = money_range(price, currency))
}

fn input(input: &Input<'_>, catalog: &Catalog, currency: Currency) -> String {
    match input {
        Input::Text("") | Input::Length(None) => "–".to_owned(),
        Input::Text(text) => (*text).to_owned(),
        Input::Concern(concern) => concern_name(catalog, concern).to_owned(),
        Input::Count(number) => number.to_string(),
        Input::Units(number) => super::units(*number),
        Input::Days(number) => days(*number),
        Input::Day(day) => tr!("day {day}", day),
        Input::Length(Some(length)) => format!("{} mm", decimal(*length)),
        Input::Price(price) => money_range(*price, currency),
        Input::Discount(discount) => super::discount(*discount, currency),
        Input::Package(Some(sold)) => package_at(*sold, currency),
        Input::Package(None) => tr!("single sessions").to_owned(),
        Input::Tax(tax) => super::tax(*tax),
        Input::AddOns(add_ons) if add_ons.is_empty() => tr!(in "add-ons", "none").to_owned(),
        Input::AddOns(add_ons) => {
            let names = add_ons.iter().map(|add_on| {
                let priced = format!("{} {}", text(add_on.name), money_range(add_on.price, currency));
                match &add_on.package {
                    Some(sold) => format!("{priced} ({})", package_at(*sold, currency)),
                    None => priced,
                }
            });
            names.collect::<Vec<_>>().join(", ")
        }
        Input::Upkeep(what, Some(until)) => {
            tr!("{upkeep}, until {date}", upkeep = upkeep(*what), date = date(*until))
        }
        Input::Upkeep(what, None) => upkeep(*what),
    }
}

//! What is wrong with a plan: where, and the sentence on each cause.

use super::unknown::{unknown_add_on, unknown_concern, unknown_hold, unknown_treatment};
use super::{
    area_name, concern_name, decimal, no_amount, no_percentage, not_a_date, not_a_first_day, not_a_number, text, within,
};
use crate::catalog::Catalog;
use crate::document::{Counted, Draft, Field, Place, limits};
use crate::locale::{self, tr, trn};
use crate::plan::{Cause, Problem};
use crate::units::{Currency, Date, Day, DiscountError};
use std::fmt;
use std::ops::RangeInclusive;

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// Where it is.
    pub place: Place,
    /// The place in words, such as `Option A "Needling", Microneedling`.
    pub whereabouts: String,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
}

impl fmt::Display for ProblemText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.whereabouts, self.message)
    }
}

/// What has no price yet, each once, where nothing else is wrong with a plan.
pub fn unpriced(problems: &[Problem]) -> Vec<&str> {
    let mut names = Vec::new();
    for problem in problems {
        match &problem.cause {
            Cause::NoPrice { name, .. } | Cause::NoPackage { name, .. } => names.push(text(name)),
            _ => return Vec::new(),
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// The problems of a draft in words.
pub fn problems(problems: &[Problem], draft: &Draft, catalog: &Catalog) -> Vec<ProblemText> {
    let words = |problem: &Problem| ProblemText {
        place: problem.place,
        whereabouts: whereabouts(problem.place, draft, catalog),
        message: sentence(&problem.cause, catalog),
    };
    problems.iter().map(words).collect()
}

/// A field with where it stands: `Option A "Microneedling", Microneedling: sessions`.
pub fn place(place: Place, draft: &Draft, catalog: &Catalog) -> String {
    let label = place.about().map(|about| about.label);
    format!("{}: {}", whereabouts(place, draft, catalog), locale::text(label.unwrap_or_default()))
}

/// A place in words: the plan, the option with its letter and name, the treatment or its number.
fn whereabouts(place: Place, draft: &Draft, catalog: &Catalog) -> String {
    let mut options = draft.options.iter();
    let found = match place {
        Place::Plan(_) => None,
        Place::Option { option: id, .. } => options.find(|option| option.id == id).map(|option| (option, None)),
        Place::Line { line: id, .. } => options.find_map(|option| {
            let at = option.lines.iter().position(|line| line.id == id)?;
            Some((option, Some(at)))
        }),
    };
    let Some((option, line)) = found else { return tr!("Plan").to_owned() };
    let (letter, name) = (option.mark.letter(), option.name.trim());
    let of_option = || tr!("Option {letter} \"{name}\"", letter, name);
    let Some(at) = line else { return of_option() };
    match catalog.treatment(&option.lines[at].treatment) {
        Some(known) => tr!("Option {letter} \"{name}\", {treatment}", letter, name, treatment = text(&known.name)),
        None => tr!("{option}, treatment {number}", option = of_option(), number = at + 1),
    }
}

/// What is wrong and how to mend it.
fn sentence(cause: &Cause, catalog: &Catalog) -> String {
    match cause {
        Cause::Outside { value, limits, counted } => outside(*value, limits, *counted),
        Cause::NotADate(text) => not_a_date(text),
        Cause::NotAFirstDay { text, start } => not_a_first_day(text, *start),
        Cause::NotANumber { text, limits } => not_a_number(text, limits.as_ref()),
        Cause::DateOutside(date) => {
            let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
            tr!("{date} is outside the years {first} to {last}; choose a date between them", date, first, last)
        }
        Cause::NoAmount => tr!("the amount is missing; type it, or 0").to_owned(),
        Cause::Amount(error) | Cause::Discount(DiscountError::Amount(error)) => no_amount(error),
        Cause::Percent(error) => no_percentage(error),
        Cause::Discount(DiscountError::Percent(error)) => {
            tr!("{sentence}; an amount has the sign of its currency", sentence = no_percentage(error))
        }

        Cause::UnknownConcern(id) => unknown_concern(id.as_str(), catalog),
        Cause::ConcernTwice(id) => {
            tr!("{concern} stands in the plan twice. Take it out once.", concern = concern_name(catalog, id))
        }
        Cause::TooManyConcerns => trn!(
            limits::FURTHER as u64,
            "A plan takes {most} concern besides the first one. Take one out, or make a second plan for it.",
            "A plan takes {most} concerns besides the first one. Take one out, or make a second plan for it.",
            most = limits::FURTHER
        ),
        Cause::ConcernNotInPlan(id) => tr!(
            "The treatment is for {concern}, which the plan does not have. Add the concern under Client, or choose another \
             one for the treatment.",
            concern = within(concern_name(catalog, id))
        ),
        Cause::NoScarTypes => tr!("the mix of scar types is empty; give at least one type a part").to_owned(),
        Cause::EndsTooLate => tr!("the horizon ends after the year 9999; choose an earlier start").to_owned(),
        Cause::OptionCount(count) => tr!("a plan has one to six options, not {count}", count),
        Cause::AllHidden => tr!("every option is hidden; show at least one").to_owned(),

        Cause::OptionUnnamed => tr!("the option has no name; type one").to_owned(),
        Cause::TooManyLines => trn!(
            limits::LINES as u64,
            "an option has at most {most} treatment; remove some",
            "an option has at most {most} treatments; remove some",
            most = limits::LINES
        ),

        Cause::UnknownTreatment(id) => unknown_treatment(id.as_str(), catalog),
        Cause::CourseTooDense { days, minimum } => course_too_dense(*days, *minimum),
        Cause::UpkeepTooDense { minimum } => trn!(
            *minimum,
            "upkeep comes closer than the safe minimum of {minimum} day; choose more months",
            "upkeep comes closer than the safe minimum of {minimum} days; choose more months",
            minimum
        ),
        Cause::UpkeepWithoutEffect(name) => tr!(
            "{name} does nothing for the concern it is for, so that no improvement of it can fade; choose upkeep at a fixed \
             interval, or none",
            name = text(name)
        ),
        Cause::TooClose { date, other, other_date, gap, minimum } => {
            too_close(*date, text(other), *other_date, *gap, *minimum)
        }
        Cause::Depth { depth, least, most } => tr!(
            "a needle length of {depth} mm is outside {least} to {most} mm for this treatment; choose one between \
             them",
            depth = decimal(depth),
            least = decimal(least),
            most = decimal(most)
        ),
        Cause::NoPrice { currency, name } => {
            tr!(
                "the catalogue has no price in {currency} for {name}; type the clinic's own price",
                currency,
                name = text(name)
            )
        }
        Cause::LowAboveTypical => tr!("the low price is above the typical one; set low ≤ typical ≤ high").to_owned(),
        Cause::HighBelowTypical => tr!("the high price is below the typical one; set low ≤ typical ≤ high").to_owned(),
        Cause::DevicePackage(name) => {
            tr!("{name} is bought as a device, of which there is no package; choose single sessions", name = text(name))
        }
        Cause::NoPackage { sessions, currency, name, area } => {
            no_package((*sessions, *currency), text(name), area.as_deref(), catalog)
        }

        Cause::TooManyAddOns => trn!(
            limits::ADD_ONS as u64,
            "a treatment has at most {most} add-on; remove some",
            "a treatment has at most {most} add-ons; remove some",
            most = limits::ADD_ONS
        ),
        Cause::AddOnTwice => tr!("the add-on is listed twice; remove one of the two").to_owned(),
        Cause::AddOnUnnamed => tr!("the add-on has no name; type one").to_owned(),
        Cause::UnknownAddOn(id) => unknown_add_on(id.as_str(), catalog),
        Cause::UnknownHold(id) => unknown_hold(id.as_str(), catalog),
        Cause::AddOnNotOffered { treatment, add_on } => {
            tr!("{name} is not given with \"{id}\"; remove the add-on", name = text(treatment), id = add_on)
        }
    }
}

/// What is said of a number outside its limits.
fn outside(value: u32, limits: &RangeInclusive<u32>, counted: Counted) -> String {
    let (least, most) = (*limits.start(), *limits.end());
    match counted {
        Counted::Years => trn!(
            most,
            "{value} is outside {least} to {most} year; choose a value between them",
            "{value} is outside {least} to {most} years; choose a value between them",
            value,
            least,
            most
        ),
        Counted::Percent => {
            tr!("{value} is outside {least} to {most} %; choose a value between them", value, least, most)
        }
        Counted::PercentOfPeak => {
            tr!("{value} is outside {least} to {most} % of the peak; choose a value between them", value, least, most)
        }
        Counted::Sessions => trn!(
            most,
            "{value} is outside {least} to {most} session; choose a value between them",
            "{value} is outside {least} to {most} sessions; choose a value between them",
            value,
            least,
            most
        ),
        Counted::Days => trn!(
            most,
            "{value} is outside {least} to {most} day; choose a value between them",
            "{value} is outside {least} to {most} days; choose a value between them",
            value,
            least,
            most
        ),
        Counted::DaysFromStart => trn!(
            most,
            "{value} is outside {least} to {most} day from the start; choose a value between them",
            "{value} is outside {least} to {most} days from the start; choose a value between them",
            value,
            least,
            most
        ),
        Counted::Months => trn!(
            most,
            "{value} is outside {least} to {most} month; choose a value between them",
            "{value} is outside {least} to {most} months; choose a value between them",
            value,
            least,
            most
        ),
        Counted::Instalments => trn!(
            most,
            "{value} is outside {least} to {most} instalment; choose a value between them",
            "{value} is outside {least} to {most} instalments; choose a value between them",
            value,
            least,
            most
        ),
        Counted::Parts => trn!(
            most,
            "{value} is outside {least} to {most} part; choose a value between them",
            "{value} is outside {least} to {most} parts; choose a value between them",
            value,
            least,
            most
        ),
    }
}

/// A package that the price list does not have, on a part of the body if its prices are those that hold.
fn no_package((sessions, currency): (u32, Currency), name: &str, area: Option<&str>, catalog: &Catalog) -> String {
    match area {
        Some(area) => tr!(
            "the price list has no package of {sessions} in {currency} for {name} on {area}; choose another one, \
             single sessions, or an own package",
            sessions,
            currency,
            name,
            area = area_name(catalog, area)
        ),
        None => tr!(
            "the price list has no package of {sessions} in {currency} for {name}; choose another one, single \
             sessions, or an own package",
            sessions,
            currency,
            name
        ),
    }
}

/// Sessions of a course too close to each other, and what to do.
fn course_too_dense(days: u32, minimum: u32) -> String {
    trn!(
        minimum,
        "sessions {days} apart are closer than the safe minimum of {minimum} day; set the spacing to {minimum} day or \
         more",
        "sessions {days} apart are closer than the safe minimum of {minimum} days; set the spacing to {minimum} days \
         or more",
        days = super::days(days),
        minimum
    )
}

/// Two sessions too close to each other, and what to do.
fn too_close(date: Date, other: &str, other_date: Date, gap: Day, minimum: Day) -> String {
    let (date, other_date) = (super::date(date), super::date(other_date));
    let closer = trn!(
        minimum.unsigned_abs(),
        "closer than the safe minimum of {minimum} day",
        "closer than the safe minimum of {minimum} days",
        minimum
    );
    let more = super::days((minimum - gap).unsigned_abs());
    match gap {
        0 => tr!(
            "the session on {date} comes together with {other} on {other_date}, {closer}; start this treatment at \
             least {more} later, end the upkeep of the other one before it, or name parts of the body that are apart",
            date,
            other,
            other_date,
            closer,
            more
        ),
        _ => trn!(
            gap.unsigned_abs(),
            "the session on {date} comes {gap} day after {other} on {other_date}, {closer}; start this treatment at \
             least {more} later, end the upkeep of the other one before it, or name parts of the body that are apart",
            "the session on {date} comes {gap} days after {other} on {other_date}, {closer}; start this treatment at \
             least {more} later, end the upkeep of the other one before it, or name parts of the body that are apart",
            date,
            gap,
            other,
            other_date,
            closer,
            more
        ),
    }
}

/// What the field at a place is called where it is named.
pub fn field(place: Place) -> &'static str {
    match (place.field(), place.about()) {
        (_, Some(about)) => locale::text(about.label),
        (Field::ScarMix, _) => tr!(in "field", "scar types"),
        (Field::Options, _) => tr!(in "field", "options"),
        (Field::Treatment, _) => tr!(in "field", "treatment"),
        (Field::PriceLow, _) => tr!(in "field", "low price"),
        (Field::PriceTypical, _) => tr!(in "field", "typical price"),
        (Field::PriceHigh, _) => tr!(in "field", "high price"),
        (Field::AddOn(_), _) => tr!(in "field", "add-on"),
        _ => "",
    }
}

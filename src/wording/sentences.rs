//! A plan in the sentences in which people speak of it. Their phrases are fields of the window.

use super::figures::{date, days, decimal, discount, money, spread};
use super::phototype_in_short;
use super::{area_name, concern_name, package, price_unit, severity, stretch_marks, sun, text, within, wrinkles};
use crate::catalog::{Catalog, ConcernId, PriceUnit, Treatment, Variant};
use crate::document::{
    AddOnDraft, CreditDraft, DepositDraft, Draft, LineDraft, LineTax, PackageDraft, PriceDraft, Profile, SpreadText,
    Sun, Upkeep,
};
use crate::locale::{self, tr, trn};
use crate::units::{Currency, Date, Discount, Money, Spread, TaxMode};
use jiff::ToSpan as _;

/// Whom a plan is for: `Anna B. · acne scars, moderate, 30, smokes`.
pub fn client(draft: &Draft, catalog: &Catalog) -> String {
    let reference = draft.reference.trim();
    let concerns = draft.concerns().enumerate().map(|(at, id)| {
        let concern = concern(draft, id, catalog);
        if at == 0 && reference.is_empty() { concern } else { within(&concern) }
    });
    let concerns = concerns.collect::<Vec<_>>().join("; ");
    let about = if reference.is_empty() { concerns } else { format!("{reference} · {concerns}") };
    let parts: Vec<String> = [about, draft.profile.age.to_string()].into_iter().chain(habits(&draft.profile)).collect();
    parts.join(", ")
}

/// One of a plan's concerns with how bad it is: `Wrinkles, deep, moderate`.
fn concern(draft: &Draft, id: &ConcernId, catalog: &Catalog) -> String {
    let profile = draft.profile_for(id);
    let variant = match catalog.concern(id).map_or(Variant::None, |concern| concern.variant) {
        Variant::None | Variant::ScarTypes => None,
        Variant::WrinkleDepth => Some(wrinkles(profile.wrinkles).to_lowercase()),
        Variant::StretchMarkColour => Some(stretch_marks(profile.stretch_marks).to_lowercase()),
    };
    let parts = [Some(concern_name(catalog, id).to_owned()), variant, Some(severity(profile.severity).to_lowercase())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What else of the client is to be minded.
fn habits(profile: &Profile) -> impl Iterator<Item = String> {
    let sun = match profile.sun {
        Sun::Usual => None,
        Sun::Sunscreen => Some(within(sun(Sun::Sunscreen))),
        Sun::Unprotected => Some(tr!("much sun").to_owned()),
    };
    let when = |holds: bool, words: &str| holds.then(|| words.to_owned());
    let phototype = profile.phototype.map(phototype_in_short);
    let [smokes, sensitive] =
        [when(profile.smoker, tr!("smokes")), when(profile.sensitive_skin, tr!("sensitive skin"))];
    [sun, smokes, phototype, sensitive].into_iter().flatten()
}

/// From when a plan is, how far it looks, what it aims at and what may be spent: `from 27 Nov 2026, 5 years, target 40%, at
/// most $1,200 in each year`.
pub fn horizon(draft: &Draft) -> String {
    let (start, years) = (date(draft.start), draft.horizon_years);
    let from = trn!(years, "from {start}, {years} year", "from {start}, {years} years", start, years);
    let from = match draft.target {
        Some(share) => tr!("{from}, target {share}", from, share = percentage(&share.to_string())),
        None => from,
    };
    match draft.budget() {
        Some(most) => format!("{from}, {}", super::budget(most, years, draft.currency)),
        None => from,
    }
}

/// A percentage as typed: a number in the notation of the country, or the text as it is.
fn percentage(typed: &str) -> String {
    let number = typed.trim().parse::<f64>().is_ok();
    if number { locale::current().pack.percentage(typed.trim()) } else { typed.to_owned() }
}

/// A course: `4 sessions, 28 days apart`, `1 session, 2 syringes`.
pub fn course(line: &LineDraft, treatment: &Treatment) -> String {
    let (sessions, gap) = (line.sessions, days(line.spacing_days));
    let unsettled = super::by_sessions::course_of(line.sessions_needed(), &gap);
    let settled = || match sessions {
        1 => tr!("1 session").to_owned(),
        _ => trn!(sessions, "{sessions} session, {gap} apart", "{sessions} sessions, {gap} apart", sessions, gap),
    };
    let course = unsettled.unwrap_or_else(settled);
    if treatment.unit == PriceUnit::Syringe {
        format!("{course}, {}", super::figures::syringes_each(line.units))
    } else {
        course
    }
}

/// When a course begins: `from the first day`, `from day 42, 12 Apr 2027`.
pub fn beginning_of_course(line: &LineDraft, start: Date) -> String {
    match line.start_day {
        0 => tr!("from the first day").to_owned(),
        day => tr!("from day {day}, {date}", day, date = date(start.saturating_add(i64::from(day).days()))),
    }
}

/// How deep the needles go, in hundredths of a millimetre: `at 1.5 mm`.
pub fn depth(hundredths: u32) -> String {
    tr!("at {depth} mm", depth = decimal(f64::from(hundredths) / 100.0))
}

/// Which of the plan's concerns a line is for: `for acne scars`.
pub fn purpose(line: &LineDraft, draft: &Draft, catalog: &Catalog) -> String {
    tr!("for {concern}", concern = within(concern_name(catalog, draft.purpose(line))))
}

/// Where on the body: `on left cheek`.
pub fn area(area: &str, catalog: &Catalog) -> String {
    match area.trim() {
        "" => tr!("where …").to_owned(),
        area => tr!("on {area}", area = area_name(catalog, area)),
    }
}

/// What is due at booking: `a deposit of 20%`.
pub fn deposit_phrase(deposit: &DepositDraft, currency: Currency) -> String {
    let of = |deposit| tr!("a deposit of {deposit}", deposit);
    match deposit {
        DepositDraft::None => tr!("no deposit …").to_owned(),
        DepositDraft::Percent(typed) => of(percentage(typed)),
        DepositDraft::Amount(typed) => of(amount(typed, currency)),
    }
}

/// How a credit is paid back: `24 monthly instalments at 9.9% a year, fee $25`.
pub fn credit_phrase(credit: Option<&CreditDraft>, currency: Currency) -> String {
    let Some(CreditDraft { rate, months, first, fee, .. }) = credit else {
        return tr!("no instalments …").to_owned();
    };
    let credit = trn!(
        *months,
        "{months} monthly instalment at {rate} a year",
        "{months} monthly instalments at {rate} a year",
        months,
        rate = percentage(rate)
    );
    let credit = match first {
        1 => credit,
        _ => trn!(
            *first,
            "{credit}, the first after {first} month",
            "{credit}, the first after {first} months",
            credit,
            first
        ),
    };
    match fee.trim() {
        "" | "0" => credit,
        fee => tr!("{credit}, fee {fee}", credit, fee = amount(fee, currency)),
    }
}

/// An amount as typed; as it stands if it is none.
fn amount(typed: &str, currency: Currency) -> String {
    Money::parse(typed, currency).map_or(typed.to_owned(), |read| money(read, currency))
}

/// A price as typed, or the catalogue's: `$350 (200–500)`.
fn price(price: &PriceDraft, listed: Option<Spread<Money>>, currency: Currency) -> String {
    match (price, listed) {
        (PriceDraft::Own(typed), _) => typed_price(typed, currency),
        (PriceDraft::Catalogue, Some(listed)) => spread(listed, currency),
        (PriceDraft::Catalogue, None) => tr!("no price").to_owned(),
    }
}

/// A price as typed; as it stands if it is no amount.
fn typed_price(typed: &SpreadText, currency: Currency) -> String {
    let read = typed.clone().map(|amount| Money::parse(&amount, currency).ok());
    match (read.low, read.typical, read.high) {
        (Some(low), Some(typical), Some(high)) => spread(Spread { low, typical, high }, currency),
        _ => format!("{} ({}–{})", typed.typical, typed.low, typed.high),
    }
}

/// What a session costs: `$350 (200–500) a session, −10%`.
pub fn price_phrase(line: &LineDraft, treatment: &Treatment, catalog: &Catalog, currency: Currency) -> String {
    let listed = catalog.rates(treatment, &line.area, currency).price.map(|price| price.amount);
    let price = price(&line.price, listed, currency);
    let priced = tr!("{price} a {unit}", price, unit = price_unit(treatment.unit));
    match line.discount.trim() {
        "" | "0" => priced,
        off => tr!("{price}, −{discount}", price = priced, discount = typed_discount(off, currency)),
    }
}

/// On which terms a line is sold, as far as they are its own: `package of 3 sessions, 19% tax on top`.
pub fn terms_phrase(line: &LineDraft) -> Option<String> {
    let package = match &line.package {
        PackageDraft::None => None,
        PackageDraft::Catalogue { sessions } | PackageDraft::Own { sessions, .. } => Some(package(*sessions)),
    };
    let tax = match &line.tax {
        LineTax::Plan => None,
        LineTax::Own { percent, mode: TaxMode::OnTop } => Some(tr!("{rate} tax on top", rate = percentage(percent))),
        LineTax::Own { percent, mode: TaxMode::Included } => {
            Some(tr!("{rate} tax included", rate = percentage(percent)))
        }
    };
    let parts: Vec<String> = [package, tax].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A discount as typed; as it stands if it is none.
fn typed_discount(typed: &str, currency: Currency) -> String {
    match Discount::parse(typed, 100, currency) {
        Ok(read @ Discount::Amount(_)) => discount(read, currency),
        _ => percentage(typed),
    }
}

/// What follows the course: `upkeep every 12 months at $180, until 3 Mar 2030`.
pub fn upkeep_phrase(line: &LineDraft, treatment: &Treatment, catalog: &Catalog, currency: Currency) -> String {
    let upkeep = super::upkeep(line.upkeep);
    if line.upkeep == Upkeep::None {
        return upkeep;
    }
    let typed = Some(line.upkeep_price.trim()).filter(|typed| !typed.is_empty());
    let own = typed.map(|typed| Money::parse(typed, currency).map_or(typed.to_owned(), |price| money(price, currency)));
    let listed = catalog.rates(treatment, &line.area, currency).upkeep;
    let listed = listed.filter(|_| line.price == PriceDraft::Catalogue).map(|price| spread(price.amount, currency));
    let upkeep = match own.or(listed) {
        Some(price) => tr!("{upkeep} at {price}", upkeep, price),
        None => upkeep,
    };
    match line.upkeep_until {
        Some(until) => tr!("{upkeep}, until {date}", upkeep, date = date(until)),
        None => upkeep,
    }
}

/// What is added to each session: `with PRP at $150 (100–200)`.
pub fn add_ons_phrase(line: &LineDraft, catalog: &Catalog, currency: Currency) -> Option<String> {
    let one = |add_on: &AddOnDraft| {
        let known = add_on.add_on.as_ref().and_then(|id| catalog.add_on(id));
        let listed = known.and_then(|known| known.price_in(currency));
        let name = known.map_or(add_on.name.as_str(), |known| text(&known.name));
        let price = price(&add_on.price, listed.map(|price| price.amount), currency);
        let priced = tr!("{name} at {price}", name, price);
        match add_on.package.sessions() {
            Some(sessions) => format!("{priced} ({})", package(sessions)),
            None => priced,
        }
    };
    let all: Vec<String> = line.add_ons.iter().map(one).collect();
    (!all.is_empty()).then(|| tr!("with {add_on}", add_on = all.join(", ")))
}

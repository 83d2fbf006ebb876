//! What stands in a field, in a few words, to be told from what stands there in another version.

use super::{
    budget_period, concern_name, currency_name, date, decimal, free_of, phototype, rate_kind, severity,
    severity_within, stretch_marks, sun, text, wrinkles,
};
use crate::catalog::Catalog;
use crate::document::{
    DepositDraft, Kind, LineTax, PackageDraft, Place, PriceDraft, SpreadText, StrongSun, Upkeep, Value,
};
use crate::locale::{self, tr, trn};
use crate::units::TaxMode;
use rust_decimal::Decimal;

/// What stands in a field of a plan: `5`, `every 12 months`, `–` for nothing.
pub fn field_value(place: Place, value: &Value, catalog: &Catalog) -> String {
    let kind = place.about().map(|about| &about.kind);
    let said = match value {
        Value::Nothing => String::new(),
        Value::Text(typed) if matches!(kind, Some(Kind::Amount | Kind::Percent(_) | Kind::Off(_))) => as_typed(typed),
        Value::Text(typed) => typed.clone(),
        Value::Whole(hundredths) if kind == Some(&Kind::Length) => {
            format!("{} mm", decimal(Decimal::new(i64::from(*hundredths), 2).normalize()))
        }
        Value::Whole(number) => decimal(number),
        Value::Units(number) => super::units(*number),
        Value::Day(day) => date(*day),
        Value::Check(yes) => if *yes { tr!("yes") } else { tr!("no") }.to_owned(),
        Value::Concern(concern) => concern_name(catalog, concern).to_owned(),
        Value::Further(further) => joined(
            further
                .iter()
                .map(|one| format!("{} ({})", concern_name(catalog, &one.concern), severity_within(one.severity))),
        ),
        Value::Severity(kind) => severity(*kind).to_owned(),
        Value::Sun(habits) => sun(*habits).to_owned(),
        Value::Wrinkles(kind) => wrinkles(*kind).to_owned(),
        Value::StretchMarks(kind) => stretch_marks(*kind).to_owned(),
        Value::Currency(currency) => currency_name(currency).to_owned(),
        Value::TaxMode(mode) => tax_mode(*mode).to_owned(),
        Value::BudgetPeriod(period) => budget_period(*period).to_owned(),
        Value::Phototype(kind) => phototype(*kind).to_owned(),
        Value::Checklist(checks) => joined(checks.iter().map(|check| {
            let hold = catalog.rules.asked().find(|hold| hold.id == check.hold);
            let name = hold.map_or(check.hold.as_str(), |hold| text(&hold.name));
            check.over.map_or_else(|| name.to_owned(), |day| format!("{name} {}", date(day)))
        })),
        Value::Occasions(occasions) => {
            joined(occasions.iter().map(|one| format!("{} {}", one.name.trim(), date(one.date))))
        }
        Value::TimeOff(all) => joined(all.iter().map(|one| {
            let (first, last) = (date(one.first.min(one.last)), date(one.first.max(one.last)));
            format!("{} {first} – {last}, {}", one.name.trim(), free_of(one.free_of))
        })),
        Value::StrongSun(sun) => if *sun == StrongSun::Unminded { tr!("no") } else { tr!("yes") }.to_owned(),
        Value::Deposit(deposit) => match deposit {
            DepositDraft::None => String::new(),
            DepositDraft::Percent(share) => locale::current().pack.percentage(share),
            DepositDraft::Amount(amount) => as_typed(amount),
        },
        Value::RateKind(kind) => rate_kind(*kind).to_owned(),
        Value::Price(price) => own_price(price),
        Value::Package(package) => own_package(package),
        Value::Tax(tax) => match tax {
            LineTax::Plan => tr!("as in the plan").to_owned(),
            LineTax::Own { percent, mode } => {
                format!("{}, {}", locale::current().pack.percentage(percent), tax_mode(*mode))
            }
        },
        Value::AddOns(add_ons) => joined(add_ons.iter().map(|one| {
            let known = one.add_on.as_ref().and_then(|id| catalog.add_on(id));
            let name = known.map_or(one.name.as_str(), |known| text(&known.name));
            let priced = format!("{name}: {}", own_price(&one.price));
            if one.package == PackageDraft::None { priced } else { format!("{priced} ({})", own_package(&one.package)) }
        })),
        Value::Treatments(treatments) => {
            joined(treatments.iter().map(|id| super::treatment_name(catalog, id).to_owned()))
        }
        Value::Upkeep(upkeep) => match *upkeep {
            Upkeep::None => String::new(),
            Upkeep::Every { months } => trn!(months, "every month", "every {months} months", months),
            Upkeep::WhenFaded { percent } => {
                tr!("when faded to {share}", share = locale::current().pack.percentage(&percent.to_string()))
            }
        },
    };
    if said.trim().is_empty() { "–".to_owned() } else { said }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.map(|part| part.trim().to_owned()).collect::<Vec<_>>().join(", ")
}

fn sessions_of(sessions: u32) -> String {
    trn!(sessions, "{sessions} session", "{sessions} sessions", sessions)
}

fn tax_mode(mode: TaxMode) -> &'static str {
    match mode {
        TaxMode::OnTop => tr!("on top of prices"),
        TaxMode::Included => tr!("included in prices"),
    }
}

fn own_package(package: &PackageDraft) -> String {
    match package {
        PackageDraft::None => String::new(),
        PackageDraft::Catalogue { sessions } => sessions_of(*sessions),
        PackageDraft::Own { sessions, price } => format!("{}, {}", sessions_of(*sessions), spread(price)),
    }
}

fn own_price(price: &PriceDraft) -> String {
    match price {
        PriceDraft::Catalogue => tr!("the price list's").to_owned(),
        PriceDraft::Own(typed) => spread(typed),
    }
}

fn spread(typed: &SpreadText) -> String {
    let [low, typical, high] = [&typed.low, &typed.typical, &typed.high].map(|text| as_typed(text));
    if low == high { typical } else { format!("{typical} ({low}–{high})") }
}

/// A figure as the country writes it.
fn as_typed(plain: &str) -> String {
    locale::current().pack.to_typed(plain)
}

//! Numbers, amounts and dates.

use crate::locale::{self, Pack, tr, trn};
use crate::units::{Currency, Date, Discount, Money, Outlook, Percent, Spread, UnitCount};
use std::fmt::Display;

/// A whole number with thousands set apart: `12,500`.
pub fn thousands(number: i64) -> String {
    pack().number(&number.to_string())
}

/// An amount to the cent, with the currency: `$1,750.00`, `1.750,00 €`.
pub fn money_exact(amount: Money, currency: Currency) -> String {
    pack().amount(&amount.to_plain(currency), &currency.prefix())
}

/// An amount with the currency; decimals only where there are some: `$1,750`, `$1,750.50`.
pub fn money(amount: Money, currency: Currency) -> String {
    money_alike(amount, currency, is_whole(&[amount], currency))
}

/// An amount with its sign: `+$350`, `−$350`.
pub(super) fn money_signed(amount: Money, currency: Currency) -> String {
    let text = money(amount, currency);
    if amount.minor() > 0 { format!("+{text}") } else { text }
}

/// An amount with the currency, without decimals if `whole`: amounts that stand together are written alike. Where a currency has
/// three decimals they always stand: three digits behind a mark could be either.
pub fn money_alike(amount: Money, currency: Currency, whole: bool) -> String {
    let exact = amount.to_plain(currency);
    let bare = exact.split('.').next().filter(|_| whole && currency.decimals() != 3).unwrap_or(&exact);
    pack().amount(bare, &currency.prefix())
}

/// What is said where money would stand as long as nobody has said what something costs.
pub fn missing_prices(currency: Currency) -> String {
    tr!("Prices in {currency} are still missing; what it costs follows once they are entered.", currency)
}

/// Whether none of these amounts has decimals.
pub fn is_whole(amounts: &[Money], currency: Currency) -> bool {
    amounts.iter().all(|amount| amount.minor() % 10_i64.pow(currency.decimals()) == 0)
}

fn pack() -> &'static Pack {
    locale::current().pack
}

/// A number as it is written plainly, with this country's decimal mark and nothing between thousands: `1.5`, `1,5`.
pub fn decimal(plain: impl Display) -> String {
    plain.to_string().replace('.', pack().decimal.encode_utf8(&mut [0; 4]))
}

/// How many units: `2`, `0.5`.
pub fn units(units: UnitCount) -> String {
    decimal(units)
}

/// How many syringes a session takes: `2 syringes each`, `0.5 syringes each`.
pub(super) fn syringes_each(units: UnitCount) -> String {
    // A part of one is spoken of as several.
    let count = units.as_whole().unwrap_or(2);
    trn!(count, "{units} syringe each", "{units} syringes each", units = self::units(units))
}

/// What is taken off: `10%`, `$50 once`.
pub fn discount(discount: Discount, currency: Currency) -> String {
    match discount {
        Discount::Percent(rate) => percent(rate),
        Discount::Amount(amount) => tr!("{amount} once", amount = money(amount, currency)),
    }
}

/// What a field of what is taken off takes: `% or $`.
pub fn off_hint(currency: Currency) -> String {
    tr!("% or {sign}", sign = currency.prefix().trim())
}

/// A percentage: `8.875%`.
pub fn percent(percent: Percent) -> String {
    pack().percentage(percent.to_string().trim_end_matches('%'))
}

/// The name of a currency, translated if it is one of those offered: `United States dollar`.
pub fn currency_name(currency: &Currency) -> &str {
    match currency.code() {
        "USD" => tr!("United States dollar"),
        "GBP" => tr!("Pound sterling"),
        "EUR" => tr!("Euro"),
        "AUD" => tr!("Australian dollar"),
        "CAD" => tr!("Canadian dollar"),
        "NZD" => tr!("New Zealand dollar"),
        "CHF" => tr!("Swiss franc"),
        "SEK" => tr!("Swedish krona/kronor"),
        "JPY" => tr!("Japanese yen"),
        "INR" => tr!("Indian rupee"),
        "AED" => tr!("United Arab Emirates dirham"),
        "SGD" => tr!("Singapore dollar"),
        _ => currency.name(),
    }
}

/// From low to high: `$800–$3,000`, `800–3.000 €`, or one amount if they are the same.
pub fn money_range(spread: Spread<Money>, currency: Currency) -> String {
    money_range_alike(spread, currency, is_whole(&[spread.low, spread.high], currency))
}

/// From low to high, without decimals if `whole`.
pub fn money_range_alike(spread: Spread<Money>, currency: Currency, whole: bool) -> String {
    let amount = |amount: Money| money_alike(amount, currency, whole);
    let (low, high) = (amount(spread.low), amount(spread.high));
    match low.rsplit_once('\u{a0}') {
        _ if spread.low == spread.high => low,
        // A sign behind the amounts is said once.
        Some((low, _)) if !pack().sign_first => format!("{low}–{high}"),
        _ => format!("{low}–{high}"),
    }
}

/// The typical amount with its range: `$1,750 ($800–$3,000)`.
pub fn spread(spread: Spread<Money>, currency: Currency) -> String {
    if spread.low == spread.high {
        money(spread.typical, currency)
    } else {
        let whole = is_whole(&spread.to_array(), currency);
        let typical = money_alike(spread.typical, currency, whole);
        format!("{typical} ({})", money_range_alike(spread, currency, whole))
    }
}

/// A share as a whole percentage: `47%`.
pub fn share(share: f64) -> String {
    let percent = (share * 100.0).round();
    // No minus before a zero.
    let percent = if percent == 0.0 { 0.0 } else { percent };
    pack().percentage(&format!("{percent:.0}"))
}

/// The difference of two shares: `+12 points`.
pub fn share_points(difference: f64) -> String {
    let points = (difference * 100.0).round();
    let sign = if points > 0.0 { "+" } else { "" };
    let points = if points == 0.0 { 0.0 } else { points };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share has few points")]
    let count = points.abs() as u32;
    trn!(count, "{points} point", "{points} points", points = format!("{sign}{points:.0}").replace('-', "−"))
}

/// A range from low to high: `25–71%`, or one value if they round to the same.
pub fn share_range(range: Spread<f64>) -> String {
    let (low, high) = (share(range.low), share(range.high));
    if low == high {
        low
    } else if range.low < -0.005 {
        tr!("{low} to {high}", low, high)
    } else {
        let number = pack().number(&format!("{:.0}", (range.low * 100.0).round().abs()));
        format!("{number}–{high}")
    }
}

/// A result with the range of clinics: `47% (25–71%)`, or one value where there is no range.
pub fn share_with_range(outlook: Outlook) -> String {
    let (typical, range) = (share(outlook.typical), share_range(outlook.of_clinics()));
    if typical == range { typical } else { format!("{typical} ({range})") }
}

/// A result of people, their median with their range: `47% (12–78%)`, or the typical one where there is no range.
pub(super) fn share_of_people(outlook: Outlook) -> String {
    let median = outlook.people.map_or(outlook.typical, |people| people.p50);
    format!("{} ({})", share(median), share_range(outlook.of_people()))
}

/// A number of months: `4.2 months`.
pub fn months(months: f64) -> String {
    let text = format!("{months:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let text = if text == "-0" { "0" } else { text };
    trn!(if text == "1" { 1_u32 } else { 2 }, "{months} month", "{months} months", months = pack().number(text))
}

/// How long a result lasts without upkeep: `47 months`.
pub fn lasts(months: Option<f64>) -> String {
    months.map_or_else(|| tr!("over 10 years").to_owned(), rough_months)
}

/// A number of months under a wide range, to two figures: `9.6 months`, `47 months`.
pub fn rough_months(value: f64) -> String {
    months(to_two_figures(value))
}

/// An amount under a wide range, to two figures: of 1,493 it is 1,500.
pub(super) fn two_figures(amount: Money, currency: Currency) -> Money {
    let unit = 10_i64.pow(currency.decimals());
    let whole = amount.minor() / unit;
    let step = 10_i64.pow(whole.unsigned_abs().checked_ilog10().unwrap_or_default().saturating_sub(1));
    let half = step / 2 * whole.signum();
    Money::from_minor(((whole + half) / step).saturating_mul(step).saturating_mul(unit))
}

fn to_two_figures(value: f64) -> f64 {
    format!("{value:.1e}").parse().unwrap_or(value)
}

/// A number of days: `1 day`, `28 days`.
pub fn days(days: u32) -> String {
    trn!(days, "{days} day", "{days} days", days)
}

/// Days from least to most: `5–15 days`.
pub fn day_range(least: u32, most: u32) -> String {
    if least == most { days(least) } else { trn!(most, "{least}–{most} day", "{least}–{most} days", least, most) }
}

/// Improvement-years, to two figures: `0.86`, `1.6`.
pub fn improvement_years(years: f64) -> String {
    let decimals = if years.abs() < 0.995 { 2 } else { 1 };
    pack().number(&format!("{years:.decimals$}"))
}

/// A date: `22 Nov 2026`.
pub fn date(date: Date) -> String {
    pack().day(date)
}

/// A month: `Nov 2026`.
pub fn month_year(date: Date) -> String {
    pack().month(date)
}

/// A rate with its sign, in percent without the sign for it: `−0.67`.
pub fn signed_percent(rate: f64) -> String {
    let plus = if rate >= 0.0 { "+" } else { "" };
    format!("{plus}{}", pack().number(&format!("{:.2}", rate * 100.0)))
}

//! Numbers, amounts and dates.

use crate::units::{Band, Currency, Date, Money, Spread};

/// A whole number with thousands set apart: `12,500`.
pub fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// An amount to the cent, with the currency: `$1,750.00`.
pub fn money_exact(amount: Money, currency: Currency) -> String {
    let decimals = currency.decimals();
    let unit = 10_i64.pow(decimals);
    let (whole, rest) = (amount.minor() / unit, amount.minor() % unit);
    let sign = if amount.minor() < 0 { "−" } else { "" };
    let whole = thousands(whole.abs());
    let prefix = currency.prefix();
    if decimals == 0 {
        format!("{sign}{prefix}{whole}")
    } else {
        format!("{sign}{prefix}{whole}.{:0width$}", rest.abs(), width = decimals as usize)
    }
}

/// An amount with the currency; decimals only where there are some: `$1,750`, `$1,750.50`.
pub fn money(amount: Money, currency: Currency) -> String {
    let exact = money_exact(amount, currency);
    let whole = amount.minor() % 10_i64.pow(currency.decimals()) == 0;
    match exact.rsplit_once('.') {
        Some((bare, _)) if whole => bare.to_owned(),
        _ => exact,
    }
}

/// From low to high: `$800–$3,000`, or one amount if they are the same.
pub fn money_range(spread: Spread<Money>, currency: Currency) -> String {
    if spread.low == spread.high {
        money(spread.low, currency)
    } else {
        format!("{}–{}", money(spread.low, currency), money(spread.high, currency))
    }
}

/// The typical amount with its range: `$1,750 ($800–$3,000)`.
pub fn spread(spread: Spread<Money>, currency: Currency) -> String {
    if spread.low == spread.high {
        money(spread.typical, currency)
    } else {
        format!("{} ({})", money(spread.typical, currency), money_range(spread, currency))
    }
}

/// A share as a whole percentage: `47%`.
pub fn share(share: f64) -> String {
    let percent = (share * 100.0).round();
    // No minus before a zero.
    let percent = if percent == 0.0 { 0.0 } else { percent };
    format!("{percent:.0}%").replace('-', "−")
}

/// The difference of two shares: `+12 points`.
pub fn share_points(difference: f64) -> String {
    let points = (difference * 100.0).round();
    let sign = if points > 0.0 { "+" } else { "" };
    let points = if points == 0.0 { 0.0 } else { points };
    format!("{sign}{points:.0} points").replace('-', "−")
}

/// A band from cautious to optimistic: `25–71%`, or one value if they round to the same.
pub fn share_range(band: Band) -> String {
    let (low, high) = (share(band.cautious), share(band.optimistic));
    if low == high {
        low
    } else if band.cautious < -0.005 {
        format!("{low} to {high}")
    } else {
        format!("{}–{high}", low.trim_end_matches('%'))
    }
}

/// A number of months: `4.2 months`.
pub fn months(months: f64) -> String {
    let text = format!("{months:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    let text = if text == "-0" { "0" } else { text };
    format!("{} {}", text.replace('-', "−"), if text == "1" { "month" } else { "months" })
}

/// A number of days: `1 day`, `28 days`.
pub fn days(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// Days from least to most: `5–15 days`.
pub fn day_range(least: u32, most: u32) -> String {
    if least == most { days(least) } else { format!("{least}–{most} days") }
}

/// Improvement-years with two decimals: `1.62`.
pub fn improvement_years(years: f64) -> String {
    format!("{years:.2}").replace('-', "−")
}

/// A date: `22 Nov 2026`.
pub fn date(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// A month: `Nov 2026`.
pub fn month_year(date: Date) -> String {
    date.strftime("%b %Y").to_string()
}

/// A rate with its sign, in percent without the sign for it: `−0.67`.
pub fn signed_percent(rate: f64) -> String {
    format!("{:+.2}", rate * 100.0).replace('-', "−")
}

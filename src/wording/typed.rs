//! What is said of a text that is no amount, no percentage, no number or no day. Every example is one that is read.

use super::{date, decimal};
use crate::document::limits;
use crate::locale::{self, tr, trn};
use crate::spreadsheet::{LARGEST, Unread};
use crate::units::{Date, Money, MoneyError, PercentError, quoted};
use jiff::ToSpan as _;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// What is said of a text that is no amount.
pub fn no_amount(error: &MoneyError) -> String {
    match error {
        MoneyError::NotANumber(text) => {
            let example = decimal("350.00");
            tr!("\"{text}\" is not an amount; type digits, such as 350 or {example}", text = quoted(text), example)
        }
        MoneyError::TooPrecise { text, decimals, currency } => trn!(
            *decimals,
            "\"{text}\" has more than {decimals} decimal, which {currency} does not have",
            "\"{text}\" has more than {decimals} decimals, which {currency} does not have",
            text = quoted(text),
            decimals,
            currency
        ),
        MoneyError::Ambiguous { text, whole, fraction } => tr!(
            "\"{text}\" may mean {whole} or {fraction}; write {whole}, or fewer digits behind the point",
            text = quoted(text),
            whole,
            fraction = decimal(fraction)
        ),
        MoneyError::Negative(text) => {
            tr!("\"{text}\" is below zero; an amount to pay is zero or more", text = quoted(text))
        }
        MoneyError::TooLarge { text, currency } => {
            let most = decimal(Money::MAX.to_plain(*currency));
            tr!("\"{text}\" is too large; the most is {most}", text = quoted(text), most)
        }
    }
}

/// What is said of a text that is no percentage.
pub fn no_percentage(error: &PercentError) -> String {
    match error {
        PercentError::NotANumber(text) => {
            let example = decimal("7.5");
            tr!("\"{text}\" is not a percentage; type a number such as {example}", text = quoted(text), example)
        }
        PercentError::TooPrecise(text) => tr!("\"{text}\" has more than three decimals", text = quoted(text)),
        PercentError::OutOfRange { text, most } => {
            tr!("\"{text}\" is outside 0 to {most} %", text = quoted(text), most)
        }
    }
}

/// What is said of a text that is no day, with how this country writes one.
pub fn not_a_date(text: &str) -> String {
    let example = date(jiff::civil::date(2027, 3, 15));
    tr!("\"{text}\" is not a date; write one such as {example}, or 2027-03-15", text = quoted(text), example)
}

/// What is said of a text that is no day on which a treatment of a plan that begins so can begin.
pub fn not_a_first_day(text: &str, start: Date) -> String {
    if locale::current().pack.read_date(text).is_none() {
        return not_a_date(text);
    }
    let last = start.saturating_add(i64::from(*limits::START_DAY.end()).days());
    tr!(
        "\"{text}\" is not from {first}, when the plan begins, to {last}; type another day, or have the plan begin earlier",
        text = quoted(text),
        first = date(start),
        last = date(last),
    )
}

/// What is said of a text that is no number within its limits, which are in units of so many decimals.
pub fn not_a_number(text: &str, limits: Option<&(RangeInclusive<u32>, u32)>) -> String {
    let text = quoted(text);
    let Some((limits, decimals)) = limits else {
        return tr!("\"{text}\" is not a number that fits; type another one", text);
    };
    let shown = |kept: u32| decimal(Decimal::new(i64::from(kept), *decimals).normalize());
    let (least, most) = (shown(*limits.start()), shown(*limits.end()));
    tr!("\"{text}\" is not a number from {least} to {most}; type one of them", text, least, most)
}

/// Why a table cannot be read.
pub fn unread(unread: &Unread) -> String {
    match unread {
        Unread::TooLarge => trn!(
            LARGEST as u64,
            "the file is larger than {most} byte, too large for such a table",
            "the file is larger than {most} bytes, too large for such a table",
            most = LARGEST
        ),
        Unread::NoText => tr!("the file is not text in UTF-8; save it as \"CSV UTF-8\"").to_owned(),
        Unread::Row(error) => tr!("the row cannot be read: {error}", error),
        Unread::TooManyRows(most) => trn!(
            *most as u64,
            "the table has more than {most} row; remove some",
            "the table has more than {most} rows; remove some",
            most
        ),
    }
}

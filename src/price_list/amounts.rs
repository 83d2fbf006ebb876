//! Amounts as typed, read by the shape of their quantity.

use super::draft::{NO, YES};
use super::place::Field;
use super::problem::{Cause, Fault};
use crate::overlay::{CountUnit, Quantity, Value, ValueShape};
use crate::units::{Money, Percent, Spread};

/// The value that is typed, or what is wrong with which amount.
pub(super) fn read(quantity: &Quantity, typed: &Spread<String>) -> Result<Value, Vec<Fault>> {
    match quantity.kind().shape {
        ValueShape::Money => {
            let Some(currency) = quantity.key.currency else {
                return Err(vec![(Field::Currency, Cause::Currency(String::new()))]);
            };
            spread(typed, |text| Money::parse(text, currency).map_err(Cause::Amount)).map(Value::Money)
        }
        ValueShape::Amount => {
            let Some(currency) = quantity.key.currency else {
                return Err(vec![(Field::Currency, Cause::Currency(String::new()))]);
            };
            let amount = single(typed, |text| Money::parse(text, currency).map_err(Cause::Amount));
            amount.map(Spread::of).map(Value::Money)
        }
        ValueShape::Counts(counted) => spread(typed, |text| count(text, counted)).map(Value::Count),
        ValueShape::Least(counted) | ValueShape::Count(counted) => {
            single(typed, |text| count(text, counted)).map(Spread::of).map(Value::Count)
        }
        ValueShape::Percent => {
            single(typed, |text| Percent::parse(text, 100).map_err(Cause::Percent)).map(Value::Percent)
        }
        ValueShape::YesNo => single(typed, yes_or_no).map(Value::YesNo),
    }
}

fn yes_or_no(text: &str) -> Result<bool, Cause> {
    match text.to_lowercase().as_str() {
        YES => Ok(true),
        NO => Ok(false),
        _ => Err(Cause::YesNo(text.to_owned())),
    }
}

fn count(text: &str, counted: CountUnit) -> Result<u32, Cause> {
    let text = text.trim();
    let number = text.parse().ok().filter(|number| counted.range().contains(number));
    number.ok_or_else(|| Cause::Count(text.to_owned(), counted))
}

/// Low, typical and high in order; an empty low or high is the typical one.
fn spread<T: Copy + PartialOrd>(
    typed: &Spread<String>,
    read: impl Fn(&str) -> Result<T, Cause>,
) -> Result<Spread<T>, Vec<Fault>> {
    if typed.typical.trim().is_empty() {
        return Err(vec![(Field::Typical, Cause::Missing)]);
    }
    let mut faults = Vec::new();
    let mut edge = |text: &String, field| {
        let text = if text.trim().is_empty() { &typed.typical } else { text };
        read(text).map_err(|cause| faults.push((field, cause))).ok()
    };
    // Typical first: what is wrong with it would otherwise be said of the two that stand for it.
    let typical = edge(&typed.typical, Field::Typical);
    let low = edge(&typed.low, Field::Low);
    let high = edge(&typed.high, Field::High);
    let (Some(low), Some(typical), Some(high)) = (low, typical, high) else {
        faults.dedup_by(|later, first| later.1 == first.1);
        return Err(faults);
    };
    match () {
        () if low > typical => Err(vec![(Field::Low, Cause::LowAboveTypical)]),
        () if typical > high => Err(vec![(Field::High, Cause::HighBelowTypical)]),
        () => Ok(Spread { low, typical, high }),
    }
}

fn single<T>(typed: &Spread<String>, read: impl Fn(&str) -> Result<T, Cause>) -> Result<T, Vec<Fault>> {
    let typical = typed.typical.trim();
    if typical.is_empty() {
        return Err(vec![(Field::Typical, Cause::Missing)]);
    }
    for (field, text) in [(Field::Low, &typed.low), (Field::High, &typed.high)] {
        if !text.trim().is_empty() && text.trim() != typical {
            return Err(vec![(field, Cause::OnlyOne)]);
        }
    }
    read(typical).map_err(|cause| vec![(Field::Typical, cause)])
}

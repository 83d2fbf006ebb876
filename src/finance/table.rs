//! Instalment by instalment: what is interest, what is principal, what is left.

use crate::units::{Date, Money};
use rust_decimal::Decimal;

/// One instalment of a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// Its number, from 1.
    pub number: u32,
    /// The day it is due: as many months after the credit as its terms say, one for each further instalment, on the same day of the month or, in a
    /// month without that day, on its last.
    pub date: Date,
    /// What is paid: interest and principal.
    pub instalment: Money,
    /// The interest since the instalment before it, or since the credit was given.
    pub interest: Money,
    /// What is taken off the balance: negative where the first instalment is less than the interest until then.
    pub principal: Money,
    /// What is left to repay after it.
    pub balance: Money,
}

/// An instalment without its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) number: u32,
    /// How many months after the credit is given it is due.
    pub(super) month: u32,
    pub(super) instalment: Money,
    interest: Money,
    principal: Money,
    balance: Money,
}

impl Row {
    /// The instalment with its day.
    pub(super) fn due(self, from: Date) -> Instalment {
        let Self { number, month, instalment, interest, principal, balance } = self;
        let date = from.saturating_add(jiff::Span::new().months(i64::from(month)));
        Instalment { number, date, instalment, interest, principal, balance }
    }
}

/// Every instalment until nothing is left, `months` at most, the first of them `first` months after the credit is given.
///
/// Rounding never turns a shorter credit into a dearer one: with a smaller instalment the balance of each month is no
/// smaller, and so is its rounded interest.
pub(super) fn rows(financed: Money, rate: Decimal, (first, months): (u32, u32)) -> Vec<Row> {
    let interest_on = |balance: Money| rounded(Decimal::from(balance.minor()) * rate);
    let mut balance = (1..first).fold(financed, |balance, _| balance + interest_on(balance));
    let (usual, mut before, mut rows) = (instalment(balance, rate, months), balance - financed, Vec::new());
    for number in 1..=months {
        let of_month = interest_on(balance);
        let (interest, due) = (of_month + std::mem::take(&mut before), balance + of_month);
        let instalment = if number == months { due } else { usual.min(due) };
        balance = due - instalment;
        rows.push(Row {
            number,
            month: first + number - 1,
            instalment,
            interest,
            principal: instalment - interest,
            balance,
        });
        if balance == Money::ZERO {
            break;
        }
    }
    rows
}

/// The annuity formula: the equal instalment that repays `financed` in `months` at this monthly rate, at least one minor
/// unit.
fn instalment(financed: Money, rate: Decimal, months: u32) -> Money {
    let (financed, one) = (Decimal::from(financed.minor()), Decimal::ONE);
    let exact = if rate.is_zero() {
        financed / Decimal::from(months)
    } else {
        let discount = (0..months).fold(one, |power, _| power / (one + rate));
        financed * rate / (one - discount)
    };
    rounded(exact).max(Money::from_minor(1))
}

/// Rounded by the program's rule. Amounts and rates are bounded where they enter, so this stays in range.
fn rounded(minor: Decimal) -> Money {
    Money::round(minor).unwrap_or(Money::MAX)
}

//! The rate that payments come to, worked out from the payments.

use crate::units::Money;
use rust_decimal::Decimal;

/// Months in a year.
pub(super) const MONTHS: u32 = 12;

/// The rate at which payments are worth as much as the credit, as shares (0.105 for 10.5 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yield {
    /// Of a year, with interest on interest.
    pub effective: Decimal,
    /// Twelve times that of a month.
    pub nominal: Decimal,
}

/// The rate at which these payments, each so many whole months after the credit, are together worth the credit:
/// Σ payment · (1 + X)^(−months / 12) = credit. A month is a twelfth of a year, whatever its days.
///
/// None if the payments are less than the credit, if there is no credit, or if the rate is above 1000 % a year.
pub fn annual_rate(credit: Money, payments: &[(u32, Money)]) -> Option<Yield> {
    let paid: Money = payments.iter().map(|(_, payment)| *payment).sum();
    if credit <= Money::ZERO || paid < credit {
        return None;
    }
    let month = monthly_yield(Decimal::from(credit.minor()), payments)?;
    let effective = power(Decimal::ONE + month, MONTHS)? - Decimal::ONE;
    let nominal = month * Decimal::from(MONTHS);
    (effective <= MOST).then_some(Yield { effective, nominal })
}

/// The monthly rate of a yearly one: (1 + rate)^(1/12) − 1, by Newton's method from above.
pub(super) fn monthly(rate: Decimal) -> Decimal {
    let (months, wanted) = (Decimal::from(MONTHS), Decimal::ONE + rate);
    let mut root = Decimal::ONE + rate / months;
    for _ in 0..STEPS {
        let eleventh = (1..MONTHS).fold(Decimal::ONE, |power, _| power * root);
        let step = (root - wanted / eleventh) / months;
        root -= step;
        if step.abs() < CLOSE {
            break;
        }
    }
    root - Decimal::ONE
}

/// The highest yearly rate that is given, as a share: 1000 %.
const MOST: Decimal = Decimal::TEN;
/// The monthly rate of the highest yearly one lies below this: 1.3¹² is more than 23.
const MOST_MONTHLY: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
/// How near two guesses have to come.
const CLOSE: Decimal = Decimal::from_parts(1, 0, 0, false, 20);
/// More steps than ever needed: each doubles the digits.
const STEPS: u32 = 64;

/// Newton's method from zero. The worth of the payments falls ever more slowly as the rate grows, so that each guess lies
/// between the one before and the rate: it never goes too far.
fn monthly_yield(credit: Decimal, payments: &[(u32, Money)]) -> Option<Decimal> {
    let mut rate = Decimal::ZERO;
    for _ in 0..STEPS {
        let (worth, slope) = worth(rate, payments);
        let step = (worth - credit) / slope;
        rate += step;
        if rate > MOST_MONTHLY {
            return None;
        }
        if step.abs() < CLOSE {
            break;
        }
    }
    Some(rate)
}

/// What the payments are worth on the day of the credit at a monthly rate, and how fast that falls with the rate.
fn worth(rate: Decimal, payments: &[(u32, Money)]) -> (Decimal, Decimal) {
    let growth = Decimal::ONE + rate;
    let (mut month, mut discount) = (0, Decimal::ONE);
    let (mut worth, mut slope) = (Decimal::ZERO, Decimal::ZERO);
    for (due, payment) in payments {
        while month < *due {
            discount /= growth;
            month += 1;
        }
        let today = Decimal::from(payment.minor()) * discount;
        worth += today;
        slope += Decimal::from(*due) * today / growth;
    }
    (worth, slope)
}

fn power(base: Decimal, exponent: u32) -> Option<Decimal> {
    (0..exponent).try_fold(Decimal::ONE, |power, _| power.checked_mul(base))
}

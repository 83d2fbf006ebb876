//! Money in integer minor units (cents, pence), and the currency it is counted in.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// An ISO 4217 currency: its code, its symbol and how many decimals its minor unit has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// The US dollar, the currency of the seed cost table (`COST-25`).
    pub const USD: Self = Self(iso_currency::Currency::USD);

    /// The currency with this three-letter code, in upper case. `None` if there is no such currency, or if it has no
    /// minor unit to count in (gold, the IMF's drawing rights).
    pub fn from_code(code: &str) -> Option<Self> {
        let currency = iso_currency::Currency::from_code(code)?;
        currency.exponent()?;
        Some(Self(currency))
    }

    /// The three-letter code, such as `USD`.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// The English name, such as `United States dollar`.
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// How many decimals the minor unit has: 2 for the dollar, 0 for the yen.
    pub fn decimals(self) -> u32 {
        u32::from(self.0.exponent().unwrap_or(2))
    }

    /// The sign put before an amount where it names one currency without doubt, and the code with a space elsewhere:
    /// several countries call theirs `$`.
    pub fn prefix(self) -> String {
        match self.code() {
            "USD" => "$".to_owned(),
            "GBP" => "£".to_owned(),
            "EUR" => "€".to_owned(),
            code => format!("{code}\u{a0}"),
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom("not a currency code"))
    }
}

/// An amount of money in minor units (cents). The plan it belongs to says once which currency that is: a plan has
/// exactly one, so amounts of different currencies never meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

/// Why typed text is not an amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// There is no number in the text.
    NotANumber(String),
    /// More decimals than the currency has.
    TooPrecise {
        /// What was typed.
        text: String,
        /// How many decimals the currency has.
        decimals: u32,
        /// The currency's code.
        currency: Currency,
    },
    /// Three digits behind a point, which are thousands in half of the world.
    Ambiguous {
        /// What was typed.
        text: String,
        /// The same taken for thousands, in plain digits.
        whole: String,
        /// The same taken for a fraction, without noughts at its end.
        fraction: String,
    },
    /// Below zero.
    Negative(String),
    /// Above [`Money::MAX`].
    TooLarge {
        /// What was typed.
        text: String,
        /// The currency.
        currency: Currency,
    },
}

impl Money {
    /// Nothing to pay.
    pub const ZERO: Self = Self(0);

    /// The largest single amount accepted, 10 million at two decimals. With at most six options of at most a few
    /// thousand entries, sums stay far below the range of the integer.
    pub const MAX: Self = Self(1_000_000_000);

    /// This many minor units.
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// The number of minor units.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The number of minor units for a place on a scale, an order or a share: sums of money are never taken of it.
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below the limit of exactness, 2^53")]
    pub const fn approximate(self) -> f64 {
        self.0 as f64
    }

    /// Reads an amount as people type it: `350`, `350.00`, `1,234.50`, `1.234,50`, `1 234,50`, with or without the
    /// currency's sign or code. Where both `.` and `,` stand, the later one is the decimal mark; a lone `,` before
    /// exactly three digits groups thousands.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        let not_a_number = || MoneyError::NotANumber(text.to_owned());
        let bare = text.trim();
        let (minus, bare) = bare.strip_prefix(['-', '−']).map_or(("", bare), |bare| ("-", bare.trim_start()));
        let bare = bare.trim_start_matches(currency.prefix().trim()).trim_start_matches(currency.code());
        let bare = bare
            .trim_end_matches(currency.code())
            .trim_end_matches(currency.prefix().trim())
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'));
        let bare: String = minus.chars().chain(bare).collect();
        let plain = with_decimal_point(&bare, currency.decimals()).ok_or_else(not_a_number)?;
        let value = Decimal::from_str_exact(&plain).map_err(|_| {
            if bare.len() > 20 { MoneyError::TooLarge { text: text.to_owned(), currency } } else { not_a_number() }
        })?;
        if value.is_sign_negative() && !value.is_zero() {
            return Err(MoneyError::Negative(text.to_owned()));
        }
        // Three digits behind the mark are thousands in half of the world: 1.000 is never silently read as one.
        let is_grouped = |(whole, fraction): &(&str, &str)| fraction.len() == 3 && !whole.contains(['.', ',']);
        let too_precise = || MoneyError::TooPrecise { text: text.to_owned(), decimals: currency.decimals(), currency };
        let is_too_precise = value.normalize().scale() > currency.decimals();
        let grouped = bare.rsplit_once('.').filter(|parts| currency.decimals() != 3 && is_grouped(parts));
        if let Some((whole, fraction)) = grouped {
            let may_be_thousands = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if is_too_precise || !may_be_thousands {
                return Err(too_precise());
            }
            let whole = format!("{whole}{fraction}");
            return Err(MoneyError::Ambiguous {
                text: text.to_owned(),
                whole,
                fraction: value.normalize().to_string(),
            });
        }
        if is_too_precise {
            return Err(too_precise());
        }
        let minor = Decimal::from(10_i64.pow(currency.decimals()))
            .checked_mul(value)
            .and_then(|minor| i64::try_from(minor).ok())
            .filter(|minor| *minor <= Self::MAX.0)
            .ok_or_else(|| MoneyError::TooLarge { text: text.to_owned(), currency })?;
        Ok(Self(minor))
    }

    /// The amount in plain digits with a decimal point and no sign of the currency, such as `1234.50`.
    pub fn to_plain(self, currency: Currency) -> String {
        Decimal::new(self.0, currency.decimals()).to_string()
    }

    /// The rounding rule of the whole program: to the nearest minor unit, and a half away from zero.
    ///
    /// `None` if the value is outside the range of the integer.
    pub fn round(minor: Decimal) -> Option<Self> {
        let whole = minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        i64::try_from(whole).ok().map(Self)
    }
}

/// Amounts are bounded by [`Money::MAX`] where they enter, so sums of entries stay in range; should that ever fail,
/// the sum stops at the largest amount rather than wrapping round.
impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// Whether a lone comma groups thousands: three digits follow it, one to three stand before it and the first is not 0.
/// Where the currency itself has three decimals, the comma is taken for the decimal mark.
fn groups_thousands(bare: &str, comma: usize, decimals: u32) -> bool {
    bare.len() - comma == 4 && decimals != 3 && (1..=3).contains(&comma) && !bare.starts_with('0')
}

/// Rewrites grouped digits with a decimal point, or `None` if the marks make no number.
fn with_decimal_point(bare: &str, decimals: u32) -> Option<String> {
    let (point, comma) = (bare.rfind('.'), bare.rfind(','));
    let decimal = match (point, comma) {
        (Some(p), Some(c)) => Some(p.max(c)),
        (Some(p), None) => (bare.matches('.').count() == 1).then_some(p),
        (None, Some(c)) => (bare.matches(',').count() == 1 && !groups_thousands(bare, c, decimals)).then_some(c),
        (None, None) => None,
    };
    let (whole, fraction) = match decimal {
        Some(at) => (&bare[..at], &bare[at + 1..]),
        None => (bare, ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let grouped_well = groups.iter().skip(1).all(|group| group.len() == 3);
    let digits = groups.concat();
    let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !grouped_well || !all_digits(unsigned) || !all_digits(fraction) || (unsigned.is_empty() && fraction.is_empty()) {
        return None;
    }
    Some(format!("{}0{unsigned}.{fraction}0", if digits.starts_with('-') { "-" } else { "" }))
}

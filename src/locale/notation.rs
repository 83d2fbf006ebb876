//! Numbers and dates as a country writes and reads them.
//!
//! Files and the document hold plain notation: digits with a decimal point. A view shows that as the country writes it
//! and takes it back into plain notation as it is typed, so that a plan means the same on every desk.

use super::{Pack, TypedDate, tr};
use jiff::civil::Date;

impl Pack {
    /// Plain digits such as `-1234.50` with this country's marks, thousands set apart: `−1.234,50`.
    pub fn number(&self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("−", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 3);
        text.push_str(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// A percentage of plain digits: `47%`, `47 %`.
    pub fn percentage(&self, plain: &str) -> String {
        self.percent.replace("{number}", &self.number(plain))
    }

    /// An amount of plain digits with the sign of its currency: `$1,750.00`, `1.750,00 €`.
    pub fn amount(&self, plain: &str, sign: &str) -> String {
        let number = self.number(plain);
        if self.sign_first {
            let (minus, number) = number.strip_prefix('−').map_or(("", number.as_str()), |number| ("−", number));
            format!("{minus}{sign}{number}")
        } else {
            format!("{number}\u{a0}{}", sign.trim_end())
        }
    }

    /// Typed text in plain notation, if it is a number as this country writes one, alone or with a sign before or behind it:
    /// `1.234,50 €` is `1234.50 €`. Anything else stays as it is typed.
    pub fn to_plain(&self, typed: &str) -> String {
        // Plain notation already, but for thousands set apart, which whoever reads an amount knows better than this.
        if self.decimal == '.' {
            return typed.to_owned();
        }
        let plain = Signed::of(typed).and_then(|signed| Some(signed.around(&self.plain_number(signed.number)?)));
        plain.unwrap_or_else(|| typed.to_owned())
    }

    /// Digits as this country writes them with a decimal point and nothing between thousands; none if it would not write them so.
    pub fn plain_number(&self, text: &str) -> Option<String> {
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = match text.split_once(self.decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let groups: Vec<&str> = whole.split(self.group).collect();
        // Nobody sets thousands apart behind a zero.
        let first_fits = groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0'));
        let grouped_well = first_fits && groups.iter().skip(1).all(|group| group.len() == 3);
        let is_number = groups.iter().all(|group| is_digits(group)) && fraction.is_none_or(is_digits);
        let fraction = fraction.map(|fraction| format!(".{fraction}")).unwrap_or_default();
        (grouped_well && is_number).then(|| groups.concat() + &fraction)
    }

    /// Text in plain notation as this country writes it, to be typed on; anything else stays.
    pub fn to_typed(&self, plain: &str) -> String {
        let is_plain = |number: &str| {
            number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && number.matches('.').count() <= 1
        };
        let signed = Signed::of(plain).filter(|signed| self.decimal != '.' && is_plain(signed.number));
        signed.map_or_else(
            || plain.to_owned(),
            |signed| signed.around(&signed.number.replace('.', &self.decimal.to_string())),
        )
    }

    /// A day: `22 Nov 2026`, `22.11.2026`.
    pub fn day(&self, date: Date) -> String {
        dated(&self.date, date)
    }

    /// A month: `Nov 2026`, `11/2026`.
    pub fn month(&self, date: Date) -> String {
        dated(&self.month, date)
    }

    /// Reads a day as a person types it: `2027-03-15`, `15 Mar 2027`, `March 15, 2027`, `15.03.2027`, with the month's name in
    /// this thread's language as well, and three bare numbers in this country's order: `15/03/2027`.
    pub fn read_date(&self, text: &str) -> Option<Date> {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let written = || WRITTEN.iter().find_map(|form| Date::strptime(form, &words).ok());
        // A year of two digits is no year of anybody's plan.
        let of_now = |date: &Date| date.year() >= 1000;
        let typed = || written().or_else(|| read_named(&words)).or_else(|| self.read_numbers(text));
        words.parse().ok().or_else(typed).filter(of_now)
    }

    /// Three bare numbers as a date, such as `31/12/2026`, if this country writes dates so.
    fn read_numbers(&self, text: &str) -> Option<Date> {
        let parts: Vec<&str> = text.trim().split(['/', '.', '-']).map(str::trim).collect();
        let [first, second, year] = parts.try_into().ok()?;
        let (day, month) = match self.typed? {
            TypedDate::DayMonthYear => (first, second),
            TypedDate::MonthDayYear => (second, first),
        };
        let year = (year.len() == 4).then(|| year.parse().ok())??;
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
    }
}

/// A number with what stands around it: a minus, the sign or the code of a currency, a percent sign.
struct Signed<'a> {
    before: &'a str,
    number: &'a str,
    behind: &'a str,
}

impl<'a> Signed<'a> {
    /// From the first digit to the last one, if nothing but signs stands around them.
    fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let (first, last) = (text.find(|c: char| c.is_ascii_digit())?, text.rfind(|c: char| c.is_ascii_digit())?);
        let (before, number, behind) = (&text[..first], &text[first..=last], &text[last + 1..]);
        // The code of a currency, its sign, or that of a percentage.
        let is_sign = |text: &str| {
            let text = text.trim_start_matches(['-', '−']).trim();
            let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            let mut letters = text.chars();
            let is_symbol =
                letters.next().is_none_or(|c| matches!(c, '%' | '$') || !(c.is_ascii() || c.is_alphanumeric()));
            is_code || (is_symbol && letters.next().is_none())
        };
        (is_sign(before) && is_sign(behind)).then_some(Self { before, number, behind })
    }

    /// The signs around another number.
    fn around(&self, number: &str) -> String {
        format!("{}{number}{}", self.before.replace('−', "-"), self.behind)
    }
}

/// How a person may write a day, besides `2027-03-15`. Where day and month could be taken for each other, no form is read.
const WRITTEN: [&str; 6] = ["%d %b %Y", "%d %B %Y", "%d. %B %Y", "%b %d, %Y", "%B %d, %Y", "%d.%m.%Y"];

/// A day with the short name of its month in this thread's language: `15 Mär 2027`.
fn read_named(words: &str) -> Option<Date> {
    let parts: Vec<&str> = words.split([' ', '.', ',']).filter(|part| !part.is_empty()).collect();
    let month_of = |part: &str| {
        (1..=12).find(|month| month_name(*month).trim_end_matches('.').to_lowercase() == part.to_lowercase())
    };
    let at = parts.iter().position(|part| month_of(part).is_some())?;
    let month = month_of(parts[at])?;
    let numbers: Vec<&str> =
        parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| *part).collect();
    let [day, year] = numbers.try_into().ok()?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

fn dated(pattern: &str, date: Date) -> String {
    let (day, month) = (date.day(), date.month());
    super::fill(
        pattern,
        &[
            ("day", &day),
            ("day2", &format_args!("{day:02}")),
            ("month", &month),
            ("month2", &format_args!("{month:02}")),
            ("name", &month_name(month)),
            ("year", &date.year()),
        ],
    )
}

/// The short name of a month, counted from 1.
pub fn month_name(month: i8) -> &'static str {
    match month {
        1 => tr!(in "month", "Jan"),
        2 => tr!(in "month", "Feb"),
        3 => tr!(in "month", "Mar"),
        4 => tr!(in "month", "Apr"),
        5 => tr!(in "month", "May"),
        6 => tr!(in "month", "Jun"),
        7 => tr!(in "month", "Jul"),
        8 => tr!(in "month", "Aug"),
        9 => tr!(in "month", "Sep"),
        10 => tr!(in "month", "Oct"),
        11 => tr!(in "month", "Nov"),
        _ => tr!(in "month", "Dec"),
    }
}

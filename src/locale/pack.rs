//! What a country writes and expects.

use serde::Deserialize;
use std::sync::OnceLock;

/// How a country writes numbers, amounts and dates, and what a sheet is expected to say there.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its id in settings and on the command line.
    pub id: String,
    /// The language tags of desktops it is for.
    pub tags: Vec<String>,
    /// Its English name.
    pub name: String,
    /// The code of the language usually spoken there.
    pub language: String,
    /// The ISO code of the currency of new plans.
    pub currency: String,
    /// The id of what sheets are printed on: `a4`, `us-letter`.
    pub paper: String,
    /// The decimal mark.
    pub decimal: char,
    /// What sets thousands apart.
    pub group: char,
    /// Whether the sign of a currency stands before its amount.
    pub sign_first: bool,
    /// How a percentage is written, with `{number}`.
    pub percent: String,
    /// How a day is written, with `{day}` or `{day2}`, `{name}` or `{month2}`, and `{year}`.
    pub date: String,
    /// How a month is written.
    pub month: String,
    /// In which order three bare numbers are read as a date; none reads no such date.
    pub typed: Option<TypedDate>,
    /// What tax on sales is called, in English.
    pub tax_word: String,
    /// Whether prices are usually named with tax.
    pub tax_included: bool,
    /// The usual rate for cosmetic treatments, in percent.
    pub tax_percent: String,
    /// By which rate a year the cost of credit is stated.
    pub credit_rate: CreditRate,
    /// What that is called there, in English.
    pub credit_rate_word: String,
    /// What a sheet is expected to say besides, in English.
    pub notices: Vec<String>,
}

/// By which rate a year the cost of credit is stated. Both are worked out from the payments, the fee included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum CreditRate {
    /// With interest on interest, as directive 2008/48/EC of the EU and the UK's FCA handbook (CONC App 1.2) have it.
    Effective,
    /// Twelve times the rate of a month, as Regulation Z of the US has its annual percentage rate, and regulation 100 of
    /// Australia's National Consumer Credit Protection Regulations 2010 its comparison rate.
    Nominal,
}

/// The order of day, month and year in three bare numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TypedDate {
    /// 31/12/2026.
    DayMonthYear,
    /// 12/31/2026.
    MonthDayYear,
}

impl Pack {
    /// All packs, the neutral one first.
    ///
    /// # Panics
    /// Never in a released program: a test reads the same text.
    #[expect(clippy::panic, reason = "a test reads the same text")]
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Pack>> = OnceLock::new();
        ALL.get_or_init(|| match ron::from_str(include_str!("../../assets/locales.ron")) {
            Ok(packs) => packs,
            Err(error) => panic!("the built-in locales are broken: {error}"),
        })
    }

    /// The one for nowhere in particular.
    pub fn neutral() -> &'static Self {
        &Self::all()[0]
    }
}

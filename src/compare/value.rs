//! The values of measures.

use crate::decide::Standing;
use crate::estimate::Peak;
use crate::units::{Money, Outlook, Spread};

/// A value of the comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Money: low, typical, high.
    Money(Spread<Money>),
    /// A count, or a difference of two.
    Count(i32),
    /// Days, least and most, or a difference of two.
    Days(i32, i32),
    /// A share of severity.
    Share(Outlook),
    /// A number of months.
    Months(Outlook),
    /// Months for which something lasts; none if that is longer than it was followed.
    Lasts(Option<f64>),
    /// Money by a result: low, typical, high.
    Rate(Spread<Money>),
    /// A peak.
    Peak(Peak),
    /// Improvement-years.
    ImprovementYears(Outlook),
    /// How an option stands among the others, by what a result may be worth.
    Standing(Standing),
    /// A share of draws.
    Chance(f64),
    /// A share of people, or a difference of two.
    People(f64),
    /// What beats the option, if anything does.
    Dominated(Option<Beaten>),
    /// Does not apply: no projection, nothing drawn yet, or nothing to divide by.
    None,
}

/// That another option costs no more and achieves no less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beaten {
    /// Its position.
    pub by: usize,
    /// The share of draws in which it achieves no less.
    pub share: f64,
    /// Whether prices decide it that are placeholders: within their ranges it might cost more.
    pub by_placeholder: bool,
}

/// What the values of a measure are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// An amount, as a spread.
    Money,
    /// How many.
    Count,
    /// Days, least and most.
    Days,
    /// A share of severity, with its ranges.
    Share,
    /// A number of months.
    Months,
    /// Months without a range.
    Duration,
    /// Money by a result, as a spread.
    Rate,
    /// A share with its ranges, and its day.
    Peak,
    /// An area, with its ranges.
    ImprovementYears,
    /// For which worths of a result an option is the best on average.
    Standing,
    /// A share of draws.
    Chance,
    /// A share of people.
    People,
    /// The mark of an option.
    Mark,
}

/// The columns of a value with its ranges.
const RANGES: &[&str] = &["_typical", "_clinics_10", "_clinics_90", "_people_10", "_people_90"];

const PEAK: [&str; 6] = ["_typical", "_clinics_10", "_clinics_90", "_people_10", "_people_90", "_date"];

impl Unit {
    /// What files call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Count => "count",
            Self::Days => "days",
            Self::Share => "share",
            Self::Months => "months",
            Self::Duration => "duration",
            Self::Rate => "rate",
            Self::Peak => "peak",
            Self::ImprovementYears => "improvement-years",
            Self::Standing => "standing",
            Self::Chance => "chance",
            Self::People => "people",
            Self::Mark => "mark",
        }
    }

    /// What the columns of a value are called in files, behind the name of the measure: one for a plain number.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Money | Self::Rate => &["_low", "_typical", "_high"],
            Self::Days => &["_least", "_most"],
            Self::Share | Self::ImprovementYears | Self::Months => RANGES,
            Self::Peak => &PEAK,
            Self::Standing => &["_from", "_standing", "_to"],
            Self::Count | Self::Duration | Self::Chance | Self::People | Self::Mark => &[""],
        }
    }
}

impl Value {
    /// The difference to a baseline of the same kind, or none where a difference says nothing.
    pub fn minus(&self, baseline: &Self) -> Option<Self> {
        Some(match (*self, *baseline) {
            (Self::Rate(one), Self::Rate(other)) => Self::Rate(one - other),
            (Self::Lasts(Some(one)), Self::Lasts(Some(other))) => Self::Months(Outlook::of(one - other)),
            (Self::Money(one), Self::Money(other)) => Self::Money(one - other),
            // The ends of two ranges do not belong to the same truth: their difference would say nothing.
            (Self::Share(one), Self::Share(other)) => Self::Share(Outlook::of(one.typical - other.typical)),
            (Self::ImprovementYears(one), Self::ImprovementYears(other)) => {
                Self::ImprovementYears(Outlook::of(one.typical - other.typical))
            }
            (Self::Months(one), Self::Months(other)) => Self::Months(Outlook::of(one.typical - other.typical)),
            (Self::Chance(one), Self::Chance(other)) => Self::Chance(one - other),
            (Self::People(one), Self::People(other)) => Self::People(one - other),
            (Self::Count(one), Self::Count(other)) => Self::Count(one - other),
            (Self::Days(least, most), Self::Days(other_least, other_most)) => {
                Self::Days(least - other_least, most - other_most)
            }
            _ => return None,
        })
    }

    /// A share with its ranges; none for what is no share.
    pub fn shares(&self) -> Option<Outlook> {
        let (Self::Share(outlook) | Self::Peak(Peak { improvement: outlook, .. })) = *self else { return None };
        Some(outlook)
    }

    /// The typical value as a number to put options in order by; none where there is none.
    pub fn rank(&self) -> Option<f64> {
        match *self {
            Self::Money(amount) | Self::Rate(amount) => Some(amount.typical.approximate()),
            Self::Lasts(months) => Some(months.unwrap_or(f64::MAX)),
            Self::Count(count) => Some(f64::from(count)),
            Self::Days(least, most) => Some(f64::from(least) + f64::from(most)),
            Self::Share(outlook) | Self::ImprovementYears(outlook) | Self::Months(outlook) => Some(outlook.typical),
            Self::Peak(peak) => Some(peak.improvement.typical),
            Self::Chance(share) | Self::People(share) => Some(share),
            Self::Standing(_) | Self::Dominated(_) | Self::None => None,
        }
    }
}

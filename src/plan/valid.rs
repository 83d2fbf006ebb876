//! The plan as valid. Every value is inside its limits, every id exists, every amount is in the plan's currency.

use super::line::Line;
use super::membership::Membership;
use crate::catalog::ConcernId;
use crate::document::{CheckDraft, FreeOf, LineId, Mark, OptionId, PlanId, Profile, StrongSun};
use crate::finance::{Credit, Deposit};
use crate::units::{Budget, Currency, Date, Day, Discount, Money, Percent, Tax};
use std::ops::Index;

/// A valid plan. Made by [`crate::document::Draft::parse`] only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its own for ever.
    pub id: PlanId,
    /// Whether prices are missing, so that nothing that rests on money is meant.
    pub unpriced: bool,
    /// How the clinic refers to the client. May be empty.
    pub reference: String,
    /// What the client comes for.
    pub concern: ConcernId,
    /// What else the client comes for.
    pub further: Vec<FurtherConcern>,
    /// The client.
    pub profile: Profile,
    /// The plan's first day, day 0.
    pub start: Date,
    /// The first day after the horizon; nothing is dated on it or later.
    pub end: Date,
    /// The currency of every amount.
    pub currency: Currency,
    /// How many years the plan looks ahead.
    pub horizon_years: u32,
    /// Consultation fee; whether it includes the tax is the plan's to say.
    pub consultation_fee: Money,
    /// Whether the fee is taken off the treatment that follows it.
    pub fee_credited: bool,
    /// The tax on the consultation, and on every line without its own.
    pub tax: Tax,
    /// What is taken off everything but the consultation, after a line's own discount.
    pub discount: Discount,
    /// Yearly growth of prices.
    pub price_growth: Percent,
    /// What is paid at booking, as part of an option's initial course.
    pub deposit: Deposit,
    /// On which terms an option's initial course could be paid by instalments.
    pub credit: Option<Credit>,
    /// Target improvement as a share of starting severity.
    pub target: Option<f64>,
    /// What one year of full improvement is worth to the client, if somebody said.
    pub worth: Option<Money>,
    /// What the client may spend, if somebody said.
    pub budget: Option<Budget>,
    /// Days that matter to the client, wherever they lie.
    pub occasions: Vec<Occasion>,
    /// What of the checklist holds for the client.
    pub checklist: Vec<CheckDraft>,
    /// Days that are kept free, wherever they lie.
    pub time_off: Vec<TimeOff>,
    /// In which months treatments that are not for strong sun are not given.
    pub strong_sun: StrongSun,
    /// The options in the order of the document, without the hidden ones.
    pub options: Vec<TreatmentOption>,
    /// The day as of which it is looked at, from its start: what is not known to have happened is foreseen on it or later. None
    /// for a plan that is foreseen as a whole.
    pub as_of: Option<Day>,
}

impl Plan {
    /// The number of days from the start to the end of the horizon.
    pub fn horizon_days(&self) -> Day {
        (self.end - self.start).get_days()
    }

    /// The first day of each year of the plan, as days from the start, and the end of the last one.
    pub fn year_bounds(&self) -> Vec<Day> {
        let bound = |year: u32| self.start.saturating_add(jiff::Span::new().years(i64::from(year)));
        let first_days = (0..self.horizon_years).map(|year| (bound(year) - self.start).get_days());
        // What began earlier than planned ends when it was to end all the same.
        first_days.chain([self.horizon_days()]).collect()
    }
}

/// Something else that the client comes for.
#[derive(Clone, Debug, PartialEq)]
pub struct FurtherConcern {
    /// What it is.
    pub concern: ConcernId,
    /// The client, with how bad it is.
    pub profile: Profile,
}

/// A day that matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// What it is; may be empty.
    pub name: String,
    /// Days from the plan's start.
    pub day: Day,
}

/// Days that are kept free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeOff {
    /// What it is; may be empty.
    pub name: String,
    /// The first of the days, from the plan's start.
    pub first: Day,
    /// The last of them, never before the first.
    pub last: Day,
    /// What they are kept free of.
    pub free_of: FreeOf,
}

/// A valid option.
#[derive(Clone, Debug, PartialEq)]
pub struct TreatmentOption {
    /// Its id in the document.
    pub id: OptionId,
    /// What marks it.
    pub mark: Mark,
    /// Its name, never empty.
    pub name: String,
    /// Its treatments.
    pub lines: Vec<Line>,
    /// How it is paid by a member of the clinic; none for everybody else.
    pub membership: Option<Membership>,
    /// What was paid or paid back besides what was paid on the days of sessions, the earliest first.
    pub payments: Vec<DatedPayment>,
}

/// An amount that was paid, whatever for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedPayment {
    /// The day, from the plan's start.
    pub day: Day,
    /// The amount, tax and all; below zero if it was paid back.
    pub amount: Money,
}

impl Index<LineId> for TreatmentOption {
    type Output = Line;

    /// The line with this id, which must be the option's.
    fn index(&self, id: LineId) -> &Line {
        &self.lines[self.lines.iter().position(|line| line.id == id).unwrap_or(usize::MAX)]
    }
}

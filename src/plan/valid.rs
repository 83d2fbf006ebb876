//! The plan as valid. Every value is inside its limits, every id exists, every amount is in the plan's currency.

use crate::catalog::{AddOnId, Basis, ConcernId, PriceUnit, SourceId, TreatmentId};
use crate::document::{ExtraId, LineId, Mark, OptionId, PlanId, Profile, Upkeep};
use crate::finance::{Credit, Deposit};
use crate::text::Text;
use crate::units::{Currency, Date, Day, Money, Percent, Spread, Tax};
use std::ops::Index;

/// A valid plan. Made by [`crate::document::Draft::parse`] only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its own for ever.
    pub id: PlanId,
    /// How the clinic refers to the client. May be empty.
    pub reference: String,
    /// What the client comes for.
    pub concern: ConcernId,
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
    /// The tax on the consultation, and on every line without its own.
    pub tax: Tax,
    /// What is taken off everything but the consultation, after a line's own discount.
    pub discount: Percent,
    /// Yearly growth of prices.
    pub price_growth: Percent,
    /// What is paid at booking, as part of an option's initial course.
    pub deposit: Deposit,
    /// On which terms an option's initial course could be paid by instalments.
    pub credit: Option<Credit>,
    /// Target improvement as a share of starting severity.
    pub target: Option<f64>,
    /// The options in the order of the document, without the hidden ones.
    pub options: Vec<TreatmentOption>,
}

impl Plan {
    /// The number of days from the start to the end of the horizon.
    pub fn horizon_days(&self) -> Day {
        (self.end - self.start).get_days()
    }

    /// The first day of each year of the plan, as days from the start, and the end of the last one.
    pub fn year_bounds(&self) -> Vec<Day> {
        let bound = |year: u32| self.start.saturating_add(jiff::Span::new().years(i64::from(year)));
        (0..=self.horizon_years).map(|year| (bound(year) - self.start).get_days()).collect()
    }
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
}

impl Index<LineId> for TreatmentOption {
    type Output = Line;

    /// The line with this id, which must be the option's.
    fn index(&self, id: LineId) -> &Line {
        &self.lines[self.lines.iter().position(|line| line.id == id).unwrap_or(usize::MAX)]
    }
}

/// A valid line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its id in the document; lower for one that was added earlier.
    pub id: LineId,
    /// The treatment.
    pub treatment: TreatmentId,
    /// Where on the body, may be empty.
    pub area: String,
    /// Number of sessions of the course.
    pub sessions: u32,
    /// Days between sessions of the course.
    pub spacing_days: u32,
    /// Day of the first session, counted from the plan's start.
    pub start_day: Day,
    /// Units per session.
    pub units: u32,
    /// Needle length in millimetres, for treatments that choose one.
    pub depth_mm: Option<f64>,
    /// What one price pays for.
    pub unit: PriceUnit,
    /// Price of one unit before discount; whether it includes tax says [`Line::tax`].
    pub price: Spread<Money>,
    /// How much weight the price carries.
    pub price_basis: Basis,
    /// Who says so, empty for the clinic's own.
    pub price_refs: Vec<SourceId>,
    /// Discount on price and add-ons.
    pub discount: Percent,
    /// So many sessions of the course for one price.
    pub package: Option<LinePackage>,
    /// The tax on price, package and add-ons: the line's own, or the plan's.
    pub tax: Tax,
    /// What is added to each session.
    pub add_ons: Vec<LineAddOn>,
    /// What follows the course.
    pub upkeep: Upkeep,
    /// The last day on which upkeep is given.
    pub upkeep_until: Option<Date>,
}

/// A valid package: course sessions are covered by whole packages in order, and what is left over is paid singly.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePackage {
    /// How many sessions of the course it covers.
    pub sessions: u32,
    /// Its price for one unit in each of its sessions: with two syringes a session it is paid twice.
    pub price: Spread<Money>,
    /// How much weight the price carries.
    pub price_basis: Basis,
    /// Who says so, empty for the clinic's own.
    pub price_refs: Vec<SourceId>,
}

impl Line {
    /// How many whole packages the course takes.
    pub fn packages(&self) -> u32 {
        self.package.as_ref().map_or(0, |package| self.sessions / package.sessions)
    }
}

impl Index<ExtraId> for Line {
    type Output = LineAddOn;

    /// The add-on with this id, which must be the line's.
    fn index(&self, id: ExtraId) -> &LineAddOn {
        &self.add_ons[self.add_ons.iter().position(|add_on| add_on.id == id).unwrap_or(usize::MAX)]
    }
}

/// A valid add-on.
#[derive(Clone, Debug, PartialEq)]
pub struct LineAddOn {
    /// Its id in the document.
    pub id: ExtraId,
    /// The catalogue's add-on, or none for one of the clinic's own.
    pub add_on: Option<AddOnId>,
    /// Its name, never empty.
    pub name: Text,
    /// Price per session before discount; whether it includes tax says [`Line::tax`].
    pub price: Spread<Money>,
    /// How much weight the price carries.
    pub price_basis: Basis,
}

//! A valid line, and what of it two options can differ in.

use super::so_far::{PastKind, SoFar};
use crate::catalog::{AddOnId, Basis, ConcernId, Package, PriceUnit, SourceId, Treatment, TreatmentId};
use crate::document::{ExtraId, Field, LineId, Upkeep};
use crate::text::Text;
use crate::units::{Date, Day, Discount, Money, Percent, Spread, Tax, UnitCount};
use jiff::ToSpan;
use std::ops::Index;

/// A valid line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its id in the document; lower for one that was added earlier.
    pub id: LineId,
    /// The treatment.
    pub treatment: TreatmentId,
    /// Which of the plan's concerns it is for.
    pub concern: ConcernId,
    /// Whether it has to be said which one that is: the plan is for several.
    pub tells_concern: bool,
    /// Where on the body, may be empty.
    pub area: String,
    /// Number of sessions of the course.
    pub sessions: u32,
    /// As few sessions as the course may take: no more than there are.
    pub fewest: u32,
    /// As many sessions as the course may take: no fewer than there are.
    pub most: u32,
    /// Days between sessions of the course.
    pub spacing_days: u32,
    /// Day of the first session, counted from the plan's start.
    pub start_day: Day,
    /// Units per session.
    pub units: UnitCount,
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
    /// What it costs on a day on which the same treatment costs more elsewhere on the body, as a share of its price; none means
    /// the whole.
    pub further_area: Option<Percent>,
    /// Price of one unit in a session of upkeep, where that is another one.
    pub upkeep_price: Option<Spread<Money>>,
    /// Whether that was typed in the plan, so that nothing of the price list stands in its place.
    pub upkeep_price_typed: bool,
    /// Prices of one unit on a day on which another treatment is given too, in place of that of a single session: the price list's.
    pub together: Vec<LineTogether>,
    /// Discount on price and add-ons.
    pub discount: Discount,
    /// So many sessions of the course for one price.
    pub package: Option<LinePackage>,
    /// For how many sessions packages are begun, also those of add-ons; none means for those there are. More where fewer turn out to be
    /// enough.
    pub bought_for: Option<u32>,
    /// The tax on price, package and add-ons: the line's own, or the plan's.
    pub tax: Tax,
    /// What is added to each session.
    pub add_ons: Vec<LineAddOn>,
    /// What follows the course.
    pub upkeep: Upkeep,
    /// The last day on which upkeep is given.
    pub upkeep_until: Option<Date>,
    /// What of it has really happened.
    pub so_far: SoFar,
}

/// What a line costs on a day on which another treatment is given too.
#[derive(Clone, Debug, PartialEq)]
pub struct LineTogether {
    /// The other treatment.
    pub with: TreatmentId,
    /// The price of one unit.
    pub price: Spread<Money>,
}

/// A valid package: course sessions are covered by whole packages in order, and what is left over is paid singly.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePackage {
    /// How many sessions of the course it covers.
    pub sessions: u32,
    /// For how many months after its first session it holds; none for ever.
    pub months: Option<u32>,
    /// What is paid back of the sessions that are left of it, as a share of what was paid for them; none where nothing is said.
    pub refund: Option<Percent>,
    /// Its price for one unit in each of its sessions: with two syringes a session it is paid twice.
    pub price: Spread<Money>,
    /// How much weight the price carries.
    pub price_basis: Basis,
    /// Who says so, empty for the clinic's own.
    pub price_refs: Vec<SourceId>,
}

impl LinePackage {
    /// A package of the price list, on the terms of its treatment.
    pub fn listed(package: &Package, treatment: &Treatment) -> Self {
        let Package { sessions, price } = package;
        Self {
            sessions: *sessions,
            months: treatment.package_months,
            refund: treatment.package_refund,
            price: price.amount,
            price_basis: price.basis,
            price_refs: price.refs.clone(),
        }
    }

    /// How many sessions it covers, and its price.
    fn terms(&self) -> (u32, Spread<Money>) {
        (self.sessions, self.price)
    }

    /// The last day on which its sessions can be had, if the first of them is had on this day; none if it always holds.
    pub fn until(&self, first: Date) -> Option<Date> {
        self.months.map(|months| first.saturating_add(i64::from(months).months()))
    }
}

impl Line {
    /// The typical price of its package, if that is meant, or of its single sessions; none if it has no package.
    pub fn typical_price(&self, of_package: bool) -> Option<Money> {
        let package = || self.package.as_ref().map(|package| package.price.typical);
        if of_package { package() } else { Some(self.price.typical) }
    }

    /// Sets the typical price of its package, if that is meant and it has one, or else of its single sessions.
    pub fn set_typical_price(&mut self, of_package: bool, price: Money) {
        match &mut self.package {
            Some(package) if of_package => package.price.typical = price,
            _ => self.price.typical = price,
        }
    }

    /// Whether what is paid for is a device that is used at home.
    pub fn is_device(&self) -> bool {
        matches!(self.unit, PriceUnit::Device { .. })
    }

    /// What comes of a field; none of one that is told with another.
    pub fn input(&self, field: Field) -> Option<Input<'_>> {
        Some(match field {
            Field::Concern => Input::Concern(&self.concern),
            Field::Sessions => Input::Count(self.sessions),
            Field::FewestSessions | Field::MostSessions => {
                let number = if field == Field::MostSessions { self.most } else { self.fewest };
                if number == self.sessions { Input::Text("") } else { Input::Count(number) }
            }
            Field::Spacing => Input::Days(self.spacing_days),
            Field::StartDay => Input::Day(self.start_day),
            Field::Units => Input::Units(self.units),
            Field::Depth => Input::Length(self.depth_mm),
            Field::Price => Input::Price(self.price),
            Field::Area => Input::Text(&self.area),
            Field::Discount => Input::Discount(self.discount),
            Field::UpkeepPrice => Input::Price(self.upkeep_price.unwrap_or(self.price)),
            Field::Package => Input::Package(self.package.as_ref().map(LinePackage::terms)),
            Field::Tax => Input::Tax(self.tax.normalized()),
            Field::AddOns => Input::AddOns(self.add_ons.iter().map(LineAddOn::input).collect()),
            Field::Upkeep => Input::Upkeep(self.upkeep, self.upkeep_until.filter(|_| self.upkeep != Upkeep::None)),
            _ => return None,
        })
    }

    /// In how many whole packages of these the course is planned: its own, or those of an add-on.
    pub fn packages(&self, package: &LinePackage) -> u32 {
        self.bought_for.unwrap_or(self.sessions) / package.sessions
    }

    /// What is sold in packages: the sessions themselves, or an add-on to them.
    pub fn package_of(&self, add_on: Option<ExtraId>) -> Option<&LinePackage> {
        match add_on {
            Some(add_on) => self.add_ons.iter().find(|one| one.id == add_on)?.package.as_ref(),
            None => self.package.as_ref(),
        }
    }

    /// Has its sessions, or an add-on to them, sold in such packages, or singly.
    pub(crate) fn set_package(&mut self, add_on: Option<ExtraId>, package: Option<LinePackage>) {
        match add_on {
            None => self.package = package,
            Some(add_on) => {
                if let Some(add_on) = self.add_ons.iter_mut().find(|one| one.id == add_on) {
                    add_on.package = package;
                }
            }
        }
    }

    /// How many sessions the course comes to without those that were given up.
    pub fn sessions_to_have(&self) -> u32 {
        let of_course = self.so_far.past.iter().zip(0..self.sessions);
        let given_up = of_course.filter(|(past, _)| past.what == PastKind::Skipped).count();
        self.sessions.saturating_sub(u32::try_from(given_up).unwrap_or(u32::MAX))
    }

    /// The number of sessions is what it is: no fewer and no more are thought of.
    pub(crate) fn settle(&mut self) {
        (self.fewest, self.most) = (self.sessions, self.sessions);
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
    /// So many sessions of the course with it for one price.
    pub package: Option<LinePackage>,
}

impl LineAddOn {
    fn input(&self) -> AddOnInput<'_> {
        AddOnInput { name: &self.name, price: self.price, package: self.package.as_ref().map(LinePackage::terms) }
    }
}

/// What comes of an add-on.
#[derive(Clone, Debug, PartialEq)]
pub struct AddOnInput<'a> {
    /// Its name.
    pub name: &'a Text,
    /// Its price per session.
    pub price: Spread<Money>,
    /// How many sessions a package of it covers, and its price; none where it is paid singly.
    pub package: Option<(u32, Spread<Money>)>,
}

/// What comes of a field of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Input<'a> {
    /// A text.
    Text(&'a str),
    /// One of the plan's concerns.
    Concern(&'a ConcernId),
    /// A number.
    Count(u32),
    /// So many units.
    Units(UnitCount),
    /// So many days.
    Days(u32),
    /// A day, counted from the plan's start.
    Day(Day),
    /// A length in millimetres, where there is one.
    Length(Option<f64>),
    /// A price.
    Price(Spread<Money>),
    /// What is taken off.
    Discount(Discount),
    /// How many sessions a package covers, and its price; none for single sessions.
    Package(Option<(u32, Spread<Money>)>),
    /// A tax.
    Tax(Tax),
    /// Add-ons.
    AddOns(Vec<AddOnInput<'a>>),
    /// What follows the course, and until when.
    Upkeep(Upkeep, Option<Date>),
}

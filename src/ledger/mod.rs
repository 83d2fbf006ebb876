//! From dated sessions to dated money: one entry for each thing paid, and sums of entries. Knows no biology.
//!
//! **Rounding**, stated once: amounts are whole minor units, and a half is rounded away from zero. A unit price of
//! plan year `y` is the listed price × (1 + growth)^y, rounded. The line's discount is a share of units × unit price,
//! rounded; the plan's discount is a share of what is then left, rounded; what is left after both is the price paid.
//! A discount that is an amount, and a consultation fee that is taken off the treatment, are used up in order of payment:
//! each payment takes as much of it as it comes to, a line's own first, then the plan's, then the fee.
//! Where tax comes on top, the tax is a share of that price, rounded, and the amount is price + tax. Where prices
//! include it, the amount is that price, and the tax in it is amount − amount ÷ (1 + rate), rounded. An entry is these
//! figures, exactly, and every total is the exact sum of its entries. Low, typical and high are three such ledgers side
//! by side.
//!
//! **Further areas**: where one treatment is given on several parts of the body on one day and the clinic asks a share only for
//! further ones, the session that costs most typically is paid in full, the first line of those that cost the same; the unit
//! price of the others is the listed price × share × (1 + growth)^y, rounded. Packages, devices and add-ons are paid in full.
//!
//! **Packages**: the sessions of a course are covered by whole packages in order, and what is left over is paid singly.
//! A package is paid on the day of its first session, in full even if the horizon ends before its last one, at the price
//! of that year. The sessions it covers have no entry of their own; their add-ons have. Where it holds for some months only, it covers
//! no session that is later than so many calendar months after its first one; that is paid singly. Upkeep is paid singly, at the price
//! of upkeep where a line has one.
//!
//! **What really happened**: where it is known what was paid on the day of a session, that is one entry in place of all that
//! the plan says of that session; what the plan's discounts take off it is used up all the same. A payment that belongs to no
//! session is an entry of its own, below zero where it was paid back. Either includes its tax.
//!
//! **The consultation** has no discount, neither a line's nor the plan's: it is a fee that is often paid before anybody
//! decides on a plan. Its tax is the plan's.

mod further;
mod off;
mod packages;

use crate::catalog::{Basis, PriceUnit};
use crate::document::{ExtraId, LineId};
use crate::plan::{Line, PastKind, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Date, Day, Money, Spread, Tax, TaxMode};
use further::Further;
use off::{Off, share};
use packages::covering;
use rust_decimal::Decimal;

pub use further::further_areas;

/// One thing paid on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day it is paid, from the plan's start.
    pub day: Day,
    /// The day on the calendar.
    pub date: Date,
    /// What it pays for.
    pub item: Item,
    /// The phase it is summed under.
    pub heading: Heading,
    /// Number of units.
    pub units: u32,
    /// Price of one unit in that year of the plan, before discount: with tax where [`Entry::taxed`] says that prices
    /// include it, and without where tax comes on top.
    pub unit_price: Spread<Money>,
    /// What the line's own discount takes off.
    pub discount: Spread<Money>,
    /// What the plan's discount takes off after that, and what of the consultation fee is taken off.
    pub plan_discount: Spread<Money>,
    /// The tax in the amount: added to the price where it comes on top, a part of it where prices include it.
    pub tax: Spread<Money>,
    /// The rate of the tax, and whether it comes on top.
    pub taxed: Tax,
    /// What is paid, tax and all.
    pub amount: Spread<Money>,
    /// How much weight the price carries.
    pub basis: Basis,
}

/// What an entry pays for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// The consultation.
    Consultation,
    /// A session of a line.
    Session {
        /// The line.
        line: LineId,
        /// The session's number in its phase, from 1.
        number: u32,
    },
    /// Several sessions of a course for one price, paid with the first of them.
    Package {
        /// The line.
        line: LineId,
        /// The package's number in the course, from 1.
        number: u32,
        /// How many sessions it covers.
        sessions: u32,
        /// The last day on which they can be had; none if it always holds.
        until: Option<Date>,
    },
    /// An add-on to a session.
    AddOn {
        /// The line.
        line: LineId,
        /// The session's number in its phase, from 1.
        number: u32,
        /// The add-on.
        add_on: ExtraId,
    },
    /// A device that serves several sessions of a line.
    Device {
        /// The line.
        line: LineId,
        /// The device's number, from 1.
        number: u32,
    },
    /// What was really paid, or paid back, besides what was paid on the days of sessions.
    Payment {
        /// Its number among these, from 1.
        number: u32,
    },
}

impl Item {
    /// The line it belongs to; none for the consultation and for payments.
    pub fn line(&self) -> Option<LineId> {
        match *self {
            Self::Consultation | Self::Payment { .. } => None,
            Self::Session { line, .. }
            | Self::Package { line, .. }
            | Self::AddOn { line, .. }
            | Self::Device { line, .. } => Some(line),
        }
    }
}

impl Entry {
    /// What is paid without the tax in it.
    pub fn net(&self) -> Spread<Money> {
        self.amount.zip(self.tax, |amount, tax| amount - tax)
    }

    /// What both discounts take off.
    pub fn off(&self) -> Spread<Money> {
        add(self.discount, self.plan_discount)
    }

    /// The tax that comes on top of the price; nothing where prices include it.
    pub fn tax_on_top(&self) -> Spread<Money> {
        if self.taxed.mode == TaxMode::OnTop { self.tax } else { Spread::default() }
    }

    /// The tax that the price includes; nothing where it comes on top.
    pub fn tax_included(&self) -> Spread<Money> {
        if self.taxed.mode == TaxMode::Included { self.tax } else { Spread::default() }
    }
}

/// What entries are summed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// The consultation.
    Consultation,
    /// The initial course.
    Course,
    /// What follows it.
    Upkeep,
}

impl Heading {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Consultation, Self::Course, Self::Upkeep];
}

/// The money of an option, in order of day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// One entry for each thing paid.
    pub entries: Vec<Entry>,
    /// The sum of all entries.
    pub total: Spread<Money>,
    /// The sum of each year of the plan; year 1 is the first twelve months.
    pub years: Vec<Spread<Money>>,
    /// The running sum after each entry.
    running: Vec<Spread<Money>>,
}

impl Ledger {
    /// The ledger of an option.
    pub fn of(plan: &Plan, option: &TreatmentOption, schedule: &Schedule) -> Self {
        let bounds = plan.year_bounds();
        let mut clerk = Clerk::new(plan, option, schedule, &bounds);
        if !schedule.sessions.is_empty() {
            clerk.consultation();
        }
        for session in &schedule.sessions {
            clerk.session(&option[session.line], session, schedule);
        }
        for (number, payment) in (1..).zip(&option.payments) {
            clerk.paid(payment.day, Item::Payment { number }, Heading::Course, payment.amount, plan.tax);
        }
        // What is paid on one day stays in the order in which it is written.
        clerk.entries.sort_by_key(|entry| entry.day);
        Self::sum(clerk.entries, &bounds)
    }

    /// The ledger of somebody who pays nothing for this many years.
    pub fn empty(years: u32) -> Self {
        Self { years: vec![Spread::default(); years as usize], ..Self::default() }
    }

    /// The ledger with these entries in order of day; `bounds` are the first day of each year, and the end of the last one.
    pub fn sum(entries: Vec<Entry>, bounds: &[Day]) -> Self {
        let mut ledger = Self { years: vec![Spread::default(); bounds.len().saturating_sub(1)], ..Self::default() };
        for entry in &entries {
            let year = &mut ledger.years[year_of(bounds, entry.day)];
            *year = add(*year, entry.amount);
            ledger.total = add(ledger.total, entry.amount);
            ledger.running.push(ledger.total);
        }
        Self { entries, ..ledger }
    }

    /// What has been paid up to and including this day.
    pub fn spent(&self, day: Day) -> Spread<Money> {
        let paid = self.entries.partition_point(|entry| entry.day <= day);
        paid.checked_sub(1).map(|last| self.running[last]).unwrap_or_default()
    }

    /// What has been paid up to and including each of these days, which must be in order.
    pub fn spent_along(&self, days: &[Day]) -> Vec<Spread<Money>> {
        let mut paid = 0;
        let spent = days.iter().map(|day| {
            while self.entries.get(paid).is_some_and(|entry| entry.day <= *day) {
                paid += 1;
            }
            if paid == 0 { Spread::default() } else { self.running[paid - 1] }
        });
        spent.collect()
    }

    /// What is paid in the first twelve months.
    pub fn first_year(&self) -> Spread<Money> {
        self.years.first().copied().unwrap_or_default()
    }

    /// What is paid after the first twelve months.
    pub fn later(&self) -> Spread<Money> {
        self.years.iter().skip(1).fold(Spread::default(), |sum, year| add(sum, *year))
    }

    /// The sum of the entries under a heading.
    pub fn heading(&self, heading: Heading) -> Spread<Money> {
        total(self.entries.iter().filter(|entry| entry.heading == heading))
    }
}

/// The sum of some entries.
pub fn total<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Spread<Money> {
    entries.into_iter().fold(Spread::default(), |sum, entry| add(sum, entry.amount))
}

fn add(one: Spread<Money>, other: Spread<Money>) -> Spread<Money> {
    one.zip(other, |one, other| one + other)
}

/// The year of the plan a day falls in, from 0.
fn year_of(bounds: &[Day], day: Day) -> usize {
    bounds.partition_point(|first| *first <= day).clamp(1, bounds.len() - 1) - 1
}

/// (1 + growth)^y for each year of the plan.
fn growth(plan: &Plan) -> Vec<Decimal> {
    let factor = Decimal::ONE + plan.price_growth.as_share();
    std::iter::successors(Some(Decimal::ONE), |power| Some(power * factor)).take(plan.horizon_years as usize).collect()
}

/// Writes entries.
struct Clerk<'a> {
    plan: &'a Plan,
    bounds: &'a [Day],
    growth: Vec<Decimal>,
    /// What each line's own discount takes off, in the order of the option's lines.
    of_lines: Vec<(LineId, Off)>,
    of_plan: Off,
    /// The consultation fee, where it is taken off.
    of_fee: Off,
    further: Further,
    entries: Vec<Entry>,
}

/// What is sold: a price with its terms.
struct Sale {
    units: u32,
    price: Spread<Money>,
    /// What of the price is asked for.
    part: Decimal,
    /// Whose discounts hold for it: a line's and the plan's; none for what has no discount.
    line: Option<LineId>,
    tax: Tax,
    basis: Basis,
}

impl<'a> Clerk<'a> {
    fn new(plan: &'a Plan, option: &TreatmentOption, schedule: &Schedule, bounds: &'a [Day]) -> Self {
        let fee = if plan.fee_credited { plan.consultation_fee } else { Money::ZERO };
        Self {
            plan,
            bounds,
            growth: growth(plan),
            of_lines: option.lines.iter().map(|line| (line.id, Off::of(line.discount))).collect(),
            of_plan: Off::of(plan.discount),
            of_fee: Off::Left(Spread::of(fee)),
            further: Further::of(option, schedule),
            entries: Vec::new(),
        }
    }

    fn consultation(&mut self) {
        let fee = self.plan.consultation_fee;
        if fee > Money::ZERO {
            let part = Decimal::ONE;
            let sale =
                Sale { units: 1, price: Spread::of(fee), part, line: None, tax: self.plan.tax, basis: Basis::Clinic };
            self.write(0, self.plan.start, Item::Consultation, Heading::Consultation, &sale);
        }
    }

    fn session(&mut self, line: &Line, session: &Session, schedule: &Schedule) {
        let number = session.number;
        let heading = match session.phase {
            Phase::Course => Heading::Course,
            Phase::Upkeep => Heading::Upkeep,
        };
        let sale = |units, price, part, basis| Sale { units, price, part, line: Some(line.id), tax: line.tax, basis };
        let part = self.further.part(line, session);
        let main = paid_for(line, session, schedule).map(|(item, price, basis)| {
            let part = if matches!(item, Item::Session { .. }) { part } else { Decimal::ONE };
            (item, line.units, price, part, basis)
        });
        let add_ons = line.add_ons.iter().map(|sold| {
            let item = Item::AddOn { line: line.id, number, add_on: sold.id };
            (item, 1, sold.price, Decimal::ONE, sold.price_basis)
        });
        let first = self.entries.len();
        for (item, units, price, part, basis) in main.into_iter().chain(add_ons) {
            self.write(session.day, session.date, item, heading, &sale(units, price, part, basis));
        }
        if let Some(PastKind::Had(Some(paid))) = line.so_far.on(session.day) {
            let item = self.entries.get(first).map(|entry| entry.item.clone());
            self.entries.truncate(first);
            let item = item.unwrap_or(Item::Session { line: line.id, number });
            if paid != Money::ZERO {
                self.paid(session.day, item, heading, paid, line.tax);
            }
        }
    }

    /// Writes what was really paid.
    fn paid(&mut self, day: Day, item: Item, heading: Heading, amount: Money, tax: Tax) {
        let taxed = Tax { mode: TaxMode::Included, ..tax };
        let none = Spread::default();
        self.entries.push(Entry {
            day,
            date: self.plan.start.saturating_add(jiff::Span::new().days(i64::from(day))),
            item,
            heading,
            units: 1,
            unit_price: Spread::of(amount),
            discount: none,
            plan_discount: none,
            tax: Spread::of(tax_of(amount, taxed)),
            taxed,
            amount: Spread::of(amount),
            basis: Basis::Clinic,
        });
    }

    fn write(&mut self, day: Day, date: Date, item: Item, heading: Heading, sale: &Sale) {
        let grown = self.growth[year_of(self.bounds, day)];
        let minus = |one: Money, other: Money| one - other;
        let unit_price = sale.price.map(|price| share(price, grown * sale.part));
        let gross = unit_price.map(|price| Money::from_minor(price.minor() * i64::from(sale.units)));
        let of_line = self.of_lines.iter_mut().find(|(line, _)| Some(*line) == sale.line);
        let discount = of_line.map_or(Spread::default(), |(_, off)| off.take(gross));
        let left = gross.zip(discount, minus);
        let plan_discount = if sale.line.is_some() { self.off_everything(left) } else { Spread::default() };
        let price = left.zip(plan_discount, minus);
        let tax = price.map(|price| tax_of(price, sale.tax));
        let amount = match sale.tax.mode {
            TaxMode::OnTop => add(price, tax),
            TaxMode::Included => price,
        };
        let (units, taxed, basis) = (sale.units, sale.tax, sale.basis);
        self.entries.push(Entry {
            day,
            date,
            item,
            heading,
            units,
            unit_price,
            discount,
            plan_discount,
            tax,
            taxed,
            amount,
            basis,
        });
    }
}

impl Clerk<'_> {
    /// What the plan's discount and a fee that is taken off take off a price.
    fn off_everything(&mut self, price: Spread<Money>) -> Spread<Money> {
        let discount = self.of_plan.take(price);
        add(discount, self.of_fee.take(price.zip(discount, |price, discount| price - discount)))
    }
}

/// What is paid for a session besides its add-ons, if anything: the session itself, the package it begins, or the
/// device bought for it.
fn paid_for(line: &Line, session: &Session, schedule: &Schedule) -> Option<(Item, Spread<Money>, Basis)> {
    let (id, number) = (line.id, session.number);
    if let PriceUnit::Device { uses } = line.unit {
        let number = device_bought(session, schedule, uses)?;
        return Some((Item::Device { line: id, number }, line.price, line.price_basis));
    }
    if let Some((package, (number, first))) = line.package.as_ref().zip(covering(line, session, schedule)) {
        let (sessions, until) = (package.sessions, package.until(first.date));
        let item = Item::Package { line: id, number, sessions, until };
        return (first.number == session.number).then_some((item, package.price, package.price_basis));
    }
    let of_upkeep = line.upkeep_price.filter(|_| session.phase == Phase::Upkeep);
    // A price of upkeep is typed by the clinic, in the plan or in its list.
    let (price, basis) = of_upkeep.map_or((line.price, line.price_basis), |price| (price, Basis::Clinic));
    Some((Item::Session { line: id, number }, price, basis))
}

/// The tax that comes on top of a price, rounded by the rule; nothing where prices include it.
pub fn tax_on_top(price: Money, tax: Tax) -> Money {
    if tax.mode == TaxMode::OnTop { tax_of(price, tax) } else { Money::ZERO }
}

/// The tax on a price, or in it, rounded by the rule.
fn tax_of(price: Money, tax: Tax) -> Money {
    let rate = tax.rate.as_share();
    match tax.mode {
        TaxMode::OnTop => share(price, rate),
        TaxMode::Included if rate.is_zero() => Money::ZERO,
        TaxMode::Included => {
            let price = Decimal::from(price.minor());
            // Multiplied first: amount × rate ÷ (1 + rate) is the same as amount − amount ÷ (1 + rate), and a half cent
            // stays one.
            Money::round(price * rate / (Decimal::ONE + rate)).unwrap_or(Money::MAX)
        }
    }
}

/// The number of the device bought for this session, or none while the last one still serves.
fn device_bought(session: &Session, schedule: &Schedule, uses: u32) -> Option<u32> {
    let before = &schedule.sessions[..schedule.sessions.partition_point(|other| other.day < session.day)];
    let before = u32::try_from(before.iter().filter(|other| other.line == session.line).count()).ok()?;
    before.is_multiple_of(uses).then(|| before / uses + 1)
}

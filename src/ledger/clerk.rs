//! Writes the entries of an option, session by session.

use super::entry::{Entry, Heading, Item, total};
use super::further::Further;
use super::membership::{Included, Member, MemberMonths};
use super::off::{Off, share};
use super::packages::{Covering, covering};
use super::single::price_of;
use super::tax::tax_of;
use super::years::{growth, year_of};
use crate::catalog::{Basis, PriceUnit};
use crate::document::LineId;
use crate::plan::{Line, PastKind, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Date, Day, Money, Spread, Tax, TaxMode, UnitCount};
use rust_decimal::Decimal;
use std::ops::Range;

/// The entries of an option in order of day. `bounds` are the first day of each year, and the end of the last one.
pub(super) fn entries(plan: &Plan, option: &TreatmentOption, schedule: &Schedule, bounds: &[Day]) -> Vec<Entry> {
    Clerk::written(plan, option, schedule, bounds).entries
}

/// What of a member's credit is used within the plan.
pub fn credit_used(plan: &Plan, option: &TreatmentOption, schedule: &Schedule) -> Spread<Money> {
    Clerk::written(plan, option, schedule, &plan.year_bounds()).credit_used
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
    member: Option<Member<'a>>,
    credit_used: Spread<Money>,
    included: Included,
    further: Further,
    entries: Vec<Entry>,
}

/// What is known to have been paid for a session, and otherwise what was planned to be when it was noted.
type Known = (Option<Spread<Money>>, Option<Spread<Money>>);

/// What is sold: a price with its terms.
struct Sale {
    units: UnitCount,
    price: Spread<Money>,
    /// What of the price is asked for.
    part: Decimal,
    /// Whose discounts hold for it: a line's and the plan's; none for what has no discount.
    line: Option<LineId>,
    tax: Tax,
    basis: Basis,
}

impl<'a> Clerk<'a> {
    /// With all entries written, in order of day.
    fn written(plan: &'a Plan, option: &'a TreatmentOption, schedule: &Schedule, bounds: &'a [Day]) -> Self {
        let mut clerk = Self::new(plan, option, schedule, bounds);
        if !schedule.sessions.is_empty() {
            clerk.consultation();
        }
        clerk.fees();
        for of_day in schedule.sessions.chunk_by(|one, other| one.day == other.day) {
            clerk.sessions(option, of_day, schedule);
        }
        for (number, payment) in (1..).zip(&option.payments) {
            let what = (Item::Payment { number }, Heading::Course);
            let entry = clerk.paid(payment.day, what, Spread::of(payment.amount), plan.tax);
            clerk.entries.push(entry);
        }
        // What is paid on one day stays in the order in which it is written.
        clerk.entries.sort_by_key(|entry| entry.day);
        clerk
    }

    fn new(plan: &'a Plan, option: &'a TreatmentOption, schedule: &Schedule, bounds: &'a [Day]) -> Self {
        let included = Included::of(option, schedule);
        let fee = if plan.fee_credited { plan.consultation_fee } else { Money::ZERO };
        Self {
            plan,
            bounds,
            growth: growth(plan),
            of_lines: option.lines.iter().map(|line| (line.id, Off::of(line.discount))).collect(),
            of_plan: Off::of(plan.discount),
            of_fee: Off::Left(Spread::of(fee)),
            member: MemberMonths::of(option, schedule).map(Member::new),
            credit_used: Spread::default(),
            further: Further::of(option, schedule, &included),
            included,
            entries: Vec::new(),
        }
    }

    fn consultation(&mut self) {
        let fee = self.plan.consultation_fee;
        if fee > Money::ZERO {
            let part = Decimal::ONE;
            let sale = Sale {
                units: UnitCount::ONE,
                price: Spread::of(fee),
                part,
                line: None,
                tax: self.plan.tax,
                basis: Basis::Clinic,
            };
            self.write(0, self.plan.start, Item::Consultation, Heading::Consultation, &sale);
        }
    }

    fn fees(&mut self) {
        let Some(member) = &self.member else { return };
        let (fee, days) = member.fees();
        let price = Spread::of(fee);
        let sale = Sale {
            units: UnitCount::ONE,
            price,
            part: Decimal::ONE,
            line: None,
            tax: self.plan.tax,
            basis: Basis::Clinic,
        };
        let end = self.plan.end;
        for (month, date) in (1..).zip(days).filter(|(_, day)| fee > Money::ZERO && *day < end) {
            let day = (date - self.plan.start).get_days();
            self.write(day, date, Item::Membership { month }, Heading::Membership, &sale);
        }
    }

    /// The sessions of one day: as the plan has it, or what is known to have been paid for them.
    fn sessions(&mut self, option: &TreatmentOption, of_day: &[Session], schedule: &Schedule) {
        let written: Vec<Range<usize>> = of_day.iter().map(|session| self.session(option, session, schedule)).collect();
        let known = of_day.iter().map(|session| match option[session.line].so_far.on(session.day) {
            Some(PastKind::Had { paid, planned }) => (paid.map(Spread::of), planned.filter(|_| paid.is_none())),
            _ => (None, None),
        });
        let known: Vec<Known> = known.collect();
        // What was planned when it was noted was paid, whatever is planned by now. Of several on one day each may have been noted beside
        // fewer than there were in the end: then the whole counts.
        let noted = || known.iter().zip(&written).filter_map(|((_, planned), written)| Some(((*planned)?, written)));
        let now = noted().map(|(_, written)| total(&self.entries[written.clone()]));
        let now = now.fold(Spread::default(), |sum, one| sum + one);
        let is_as_planned = now == noted().fold(Spread::default(), |sum, (planned, _)| sum + planned);
        for ((session, written), (paid, planned)) in of_day.iter().zip(written).zip(known).rev() {
            if let Some(paid) = paid.or(planned.filter(|_| !is_as_planned)) {
                self.was_paid(&option[session.line], session, written, paid);
            }
        }
    }

    /// Has so much been paid for a session, in place of what is written of it.
    fn was_paid(&mut self, line: &Line, session: &Session, written: Range<usize>, paid: Spread<Money>) {
        let is_nothing = paid == Spread::default();
        let mut items = self.entries[written.clone()].iter().map(|entry| entry.item.clone());
        let item = items.next();
        // A further package begins all the same; what was paid for it is part of what was paid.
        let further: Vec<Item> = items.filter(|item| matches!(item, Item::Package { .. })).collect();
        // That nothing was paid for what costs nothing is as it was to be.
        let is_included = matches!(item, Some(Item::Included { .. }));
        let kept = usize::from(is_included && is_nothing);
        let item = item.unwrap_or(Item::Session { line: line.id, number: session.number });
        let of_session = (!is_nothing).then_some((item, paid));
        let all = of_session.into_iter().chain(further.into_iter().map(|package| (package, Spread::default())));
        let heading = heading(session);
        let entries: Vec<Entry> =
            all.map(|(item, amount)| self.paid(session.day, (item, heading), amount, line.tax)).collect();
        self.entries.splice(written.start + kept..written.end, entries);
    }

    /// Writes what the plan has for a session, and says where.
    fn session(&mut self, option: &TreatmentOption, session: &Session, schedule: &Schedule) -> Range<usize> {
        let (line, number) = (&option[session.line], session.number);
        let heading = heading(session);
        let sale = |units, price, part, basis| Sale { units, price, part, line: Some(line.id), tax: line.tax, basis };
        let part = self.further.part(line, session);
        let main = paid_for(option, session, schedule).map(|(item, price, basis)| {
            let item = if self.included.contains(session) { Item::Included { line: line.id, number } } else { item };
            let part = if matches!(item, Item::Session { .. }) { part } else { Decimal::ONE };
            (item, line.units, price, part, basis)
        });
        let add_ons = line.add_ons.iter().filter_map(|sold| {
            let (item, price, basis) = match covering(line, Some(sold.id), session, schedule) {
                Some(covering) => covering.paid()?,
                None => (Item::AddOn { line: line.id, number, add_on: sold.id }, sold.price, sold.price_basis),
            };
            Some((item, UnitCount::ONE, price, Decimal::ONE, basis))
        });
        let first = self.entries.len();
        for (item, units, price, part, basis) in main.into_iter().chain(add_ons) {
            self.write(session.day, session.date, item, heading, &sale(units, price, part, basis));
        }
        first..self.entries.len()
    }

    /// What was really paid.
    fn paid(&self, day: Day, (item, heading): (Item, Heading), amount: Spread<Money>, tax: Tax) -> Entry {
        let taxed = Tax { mode: TaxMode::Included, ..tax };
        let none = Spread::default();
        Entry {
            day,
            date: self.plan.start.saturating_add(jiff::Span::new().days(i64::from(day))),
            item,
            heading,
            units: UnitCount::ONE,
            unit_price: amount,
            discount: none,
            plan_discount: none,
            tax: amount.map(|amount| tax_of(amount, taxed)),
            taxed,
            amount,
            basis: Basis::Clinic,
        }
    }

    fn write(&mut self, day: Day, date: Date, item: Item, heading: Heading, sale: &Sale) {
        let grown = self.growth[year_of(self.bounds, day)];
        let unit_price = sale.price.map(|price| share(price, grown * sale.part));
        let gross = unit_price.map(|price| sale.units.at(price));
        let discount = if matches!(item, Item::Included { .. }) { gross } else { self.off_line(gross, date, sale) };
        let left = gross - discount;
        let plan_discount = if sale.line.is_some() { self.off_everything(left, date) } else { Spread::default() };
        let price = left - plan_discount;
        let tax = price.map(|price| tax_of(price, sale.tax));
        let amount = match sale.tax.mode {
            TaxMode::OnTop => price + tax,
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

    /// What a membership and the line's own discount take off a price.
    fn off_line(&mut self, price: Spread<Money>, date: Date, sale: &Sale) -> Spread<Money> {
        let member = self.member.as_ref().filter(|_| sale.line.is_some());
        let for_members = member.map_or(Spread::default(), |member| member.discount(price, date));
        let of_line = self.of_lines.iter_mut().find(|(line, _)| Some(*line) == sale.line);
        for_members + of_line.map_or(Spread::default(), |(_, off)| off.take(price - for_members))
    }

    /// What the plan's discount, a member's credit and a fee that is taken off take off a price.
    fn off_everything(&mut self, price: Spread<Money>, date: Date) -> Spread<Money> {
        let discount = self.of_plan.take(price);
        let left = price - discount;
        let credit = self.member.as_mut().map_or(Spread::default(), |member| member.take(left, date));
        self.credit_used = self.credit_used + credit;
        discount + credit + self.of_fee.take(left - credit)
    }
}

/// What a session is summed under.
fn heading(session: &Session) -> Heading {
    match session.phase {
        Phase::Course => Heading::Course,
        Phase::Upkeep => Heading::Upkeep,
    }
}

/// What is paid for a session besides its add-ons, if anything: the session itself, the package it begins, or the
/// device bought for it.
fn paid_for(option: &TreatmentOption, session: &Session, schedule: &Schedule) -> Option<(Item, Spread<Money>, Basis)> {
    let line = &option[session.line];
    let (id, number) = (line.id, session.number);
    if let PriceUnit::Device { uses } = line.unit {
        let number = device_bought(session, schedule, uses)?;
        return Some((Item::Device { line: id, number }, line.price, line.price_basis));
    }
    if let Some(covering) = covering(line, None, session, schedule) {
        return covering.paid();
    }
    let (price, basis) = price_of(option, session, schedule);
    Some((Item::Session { line: id, number }, price, basis))
}

impl Covering<'_> {
    /// What is paid for a package with the first session that it covers; nothing with the others.
    fn paid(self) -> Option<(Item, Spread<Money>, Basis)> {
        self.begins.then_some((self.item, self.package.price, self.package.price_basis))
    }
}

/// The number of the device bought for this session, or none while the last one still serves.
fn device_bought(session: &Session, schedule: &Schedule, uses: u32) -> Option<u32> {
    let before = &schedule.sessions[..schedule.sessions.partition_point(|other| other.day < session.day)];
    let before = u32::try_from(before.iter().filter(|other| other.line == session.line).count()).ok()?;
    before.is_multiple_of(uses).then(|| before / uses + 1)
}

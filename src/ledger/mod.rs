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
//! **Beside another treatment**: where the price list has a price of a treatment on a day on which another one is given too, a session
//! that is paid singly on such a day has that price in place of the list's own or that of upkeep, if it is typically lower; of several
//! the lowest. It does not matter how the other treatment is paid, and where each has such a price each has it. A price that was typed
//! in the plan stays. Which part of the body is a further one goes by the prices without it.
//!
//! **Packages**: the sessions of a course are covered by whole packages in order, and what is left over is paid singly.
//! A package is paid on the day of its first session, in full even if the horizon ends before its last one, at the price
//! of that year. The sessions it covers have no entry of their own; their add-ons have. Where it holds for some months only, it covers
//! no session that is later than so many calendar months after its first one; that is paid singly. Upkeep is paid singly, at the price
//! of upkeep where a line has one. Packages of an add-on cover what is added to the sessions of a course in the same way: once a
//! session whatever its units, and for as many months as those of the treatment hold.
//!
//! **Members** pay a fee on the day of the first session at the clinic and on the same day of each month that follows, the last one of
//! a month that lacks it, for so many months as far as the plan looks ahead: at the price of that year, with the plan's tax and
//! without discounts. While they are members, a session that is paid singly costs nothing where its treatment is one of those that the
//! membership includes and one of the sessions is left that its months have brought: of a day first the one whose listed price is the
//! highest, then in the order of lines. It is an entry that comes to nothing, and on that day makes no other part of the body a
//! further one. What else they are sold is cheaper by a share of units × unit price, rounded, before the line's own discount; the
//! entry has both in one figure. What its months have brought as credit is taken off what is left after the plan's discount, before a
//! consultation fee is. What a month brought and was not used is lost after so many months more; what is lost first is used first.
//!
//! **What really happened**: where it is known what was paid on the day of a session, that is one entry in place of all that
//! the plan says of that session, but for further packages that begin with it, which are entries that come to nothing; what the
//! plan's discounts take off it is used up all the same. A session of which more was paid than its add-ons can be uses up none of
//! those that a membership includes. A payment that belongs to no session is an entry of its own, below zero where it was paid back.
//! Either includes its tax.
//!
//! **The consultation** has no discount, neither a line's nor the plan's: it is a fee that is often paid before anybody
//! decides on a plan. Its tax is the plan's.

mod beside;
mod clerk;
mod entry;
mod further;
mod membership;
mod off;
mod packages;
mod single;
mod tax;
mod years;

use crate::plan::{Plan, TreatmentOption};
use crate::schedule::Schedule;
use crate::units::{Day, Money, Spread};
use clerk::entries;
use years::year_of;

pub use beside::{beside_sessions, besides};
pub use clerk::credit_used;
pub use entry::{Entry, Heading, Item, total};
pub use further::further_areas;
pub use membership::{MemberMonths, MonthLeft, sessions_lost};
pub use tax::tax_on_top;

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
        Self::sum(entries(plan, option, schedule, &bounds), &bounds)
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
            *year = *year + entry.amount;
            ledger.total = ledger.total + entry.amount;
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
        self.years.iter().skip(1).fold(Spread::default(), |sum, year| sum + *year)
    }

    /// The sum of the entries under a heading.
    pub fn heading(&self, heading: Heading) -> Spread<Money> {
        total(self.entries.iter().filter(|entry| entry.heading == heading))
    }
}

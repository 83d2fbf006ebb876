//! One thing paid: what for, how much, and what it is summed under.

use crate::catalog::Basis;
use crate::document::{ExtraId, LineId};
use crate::units::{Date, Day, Money, Spread, Tax, TaxMode, UnitCount};

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
    pub units: UnitCount,
    /// Price of one unit in that year of the plan, before discount: with tax where [`Entry::taxed`] says that prices
    /// include it, and without where tax comes on top.
    pub unit_price: Spread<Money>,
    /// What a membership and the line's own discount take off.
    pub discount: Spread<Money>,
    /// What the plan's discount takes off after that, and what of a member's credit and of the consultation fee is taken off.
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
    /// Several sessions of a course, or an add-on to them, for one price, paid with the first of them.
    Package {
        /// The line.
        line: LineId,
        /// The add-on; none for the sessions themselves.
        add_on: Option<ExtraId>,
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
    /// A month of membership.
    Membership {
        /// Its number, from 1.
        month: u32,
    },
    /// A session of a line that costs nothing, as a membership includes it.
    Included {
        /// The line.
        line: LineId,
        /// The session's number in its phase, from 1.
        number: u32,
    },
    /// What was really paid, or paid back, besides what was paid on the days of sessions.
    Payment {
        /// Its number among these, from 1.
        number: u32,
    },
}

impl Item {
    /// The line it belongs to; none for the consultation, a membership and payments.
    pub fn line(&self) -> Option<LineId> {
        match *self {
            Self::Consultation | Self::Membership { .. } | Self::Payment { .. } => None,
            Self::Session { line, .. }
            | Self::Included { line, .. }
            | Self::Package { line, .. }
            | Self::AddOn { line, .. }
            | Self::Device { line, .. } => Some(line),
        }
    }
}

impl Entry {
    /// What is paid without the tax in it.
    pub fn net(&self) -> Spread<Money> {
        self.amount - self.tax
    }

    /// What both discounts take off.
    pub fn off(&self) -> Spread<Money> {
        self.discount + self.plan_discount
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
    /// The fees of a membership.
    Membership,
    /// The initial course.
    Course,
    /// What follows it.
    Upkeep,
}

impl Heading {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Consultation, Self::Membership, Self::Course, Self::Upkeep];
}

/// The sum of some entries.
pub fn total<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Spread<Money> {
    entries.into_iter().fold(Spread::default(), |sum, entry| sum + entry.amount)
}

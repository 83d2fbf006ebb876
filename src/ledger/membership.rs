//! What members pay each month, and what that brings them.

use super::off::share;
use super::packages::covering;
use super::single::{goes_before, is_single};
use crate::document::LineId;
use crate::plan::{LineAddOn, Membership, PastKind, TreatmentOption};
use crate::schedule::{Schedule, Session};
use crate::units::{Date, Day, Money, Spread};
use jiff::ToSpan;
use std::collections::VecDeque;

/// The months of a membership.
#[derive(Clone, Copy)]
pub struct MemberMonths<'a> {
    terms: &'a Membership,
    first: Date,
}

impl<'a> MemberMonths<'a> {
    /// Of an option that a member pays, from its first session at the clinic on; none without either.
    pub fn of(option: &'a TreatmentOption, schedule: &Schedule) -> Option<Self> {
        let terms = option.membership.as_ref()?;
        let first = schedule.sessions.iter().find(|session| !option[session.line].is_device())?;
        Some(Self { terms, first: first.date })
    }

    /// The days on which the fee is due.
    pub fn fees(self) -> impl Iterator<Item = Date> + use<'a> {
        (0..self.terms.months).map(move |month| self.begin(month))
    }

    /// The first day behind it.
    pub fn end(self) -> Date {
        self.begin(self.terms.months)
    }

    /// The first day of a month of it; of a month that lacks it, the last.
    fn begin(self, month: u32) -> Date {
        self.first.saturating_add(i64::from(month).months())
    }

    fn is_within(self, day: Date) -> bool {
        (self.first..self.end()).contains(&day)
    }
}

/// What the months so far have brought and was not used.
struct Kept<'a, T> {
    months: MemberMonths<'a>,
    /// What each month brings.
    each: T,
    /// What is left of each month that it can still be had of; the earliest first.
    left: VecDeque<MonthLeft<T>>,
    /// What was left of the others.
    lost: Vec<MonthLeft<T>>,
    begun: u32,
}

/// What is left of what a month of a membership brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthLeft<T> {
    /// The number of the month, from 1.
    pub month: u32,
    /// The first day of the month.
    pub begins: Date,
    /// The first day on which it cannot be had any more.
    pub lost: Date,
    /// What is left.
    pub left: T,
}

impl<'a, T: Copy> Kept<'a, T> {
    fn new(months: MemberMonths<'a>, each: T) -> Self {
        Self { months, each, left: VecDeque::new(), lost: Vec::new(), begun: 0 }
    }

    /// What is left on a day, which is never before one that was asked for already; nothing once the membership is over.
    fn on(&mut self, day: Date) -> impl Iterator<Item = &mut T> {
        let (months, terms) = (self.months, self.months.terms);
        while self.begun < terms.months && months.begin(self.begun) <= day {
            let lost = months.begin((self.begun + 1).saturating_add(terms.roll_over)).min(months.end());
            let begins = months.begin(self.begun);
            self.begun += 1;
            self.left.push_back(MonthLeft { month: self.begun, begins, lost, left: self.each });
        }
        while let Some(month) = self.left.pop_front_if(|month| month.lost <= day) {
            self.lost.push(month);
        }
        self.left.iter_mut().filter(move |_| months.is_within(day)).map(|month| &mut month.left)
    }
}

/// The sessions that cost nothing, as a membership includes them, by line and day.
#[derive(Default)]
pub(super) struct Included {
    sessions: Vec<(LineId, Day)>,
    /// What of each month is lost, if anything.
    lost: Vec<MonthLeft<u32>>,
}

impl Included {
    /// Of an option. On a day the dearest of those that could be included go before the others.
    pub(super) fn of(option: &TreatmentOption, schedule: &Schedule) -> Self {
        let Some(months) = MemberMonths::of(option, schedule) else { return Self::default() };
        let (mut kept, mut found) = (Kept::new(months, months.terms.sessions), Self::default());
        for of_day in schedule.sessions.chunk_by(|one, other| one.day == other.day) {
            let may_be = |session: &&Session| {
                let line = &option[session.line];
                let is_covered = months.terms.covers.contains(&line.treatment);
                is_covered && is_single(line, session, schedule) && !is_paid_for(option, session, schedule)
            };
            let mut covered: Vec<&Session> = of_day.iter().filter(may_be).collect();
            covered.sort_by(|one, other| goes_before(option, one, other));
            for session in covered {
                if let Some(left) = kept.on(session.date).find(|left| **left > 0) {
                    *left -= 1;
                    found.sessions.push((session.line, session.day));
                }
            }
        }
        kept.on(Date::MAX).for_each(drop);
        found.lost = kept.lost;
        found
    }

    pub(super) fn contains(&self, session: &Session) -> bool {
        self.sessions.contains(&(session.line, session.day))
    }
}

/// Of each month of a membership how many of the sessions that it brings neither were had nor are foreseen by the day on which they are
/// lost; the earliest month first.
pub fn sessions_lost(option: &TreatmentOption, schedule: &Schedule) -> Vec<MonthLeft<u32>> {
    Included::of(option, schedule).lost
}

/// Whether it is known that more was paid on the day of a session than its add-ons can be.
fn is_paid_for(option: &TreatmentOption, session: &Session, schedule: &Schedule) -> bool {
    let line = &option[session.line];
    let most = |add_on: &LineAddOn| match covering(line, Some(add_on.id), session, schedule) {
        None => add_on.price.high,
        Some(covering) if covering.begins => covering.package.price.high,
        Some(_) => Money::ZERO,
    };
    let of_add_ons = line.add_ons.iter().fold(Money::ZERO, |sum, add_on| sum + most(add_on));
    matches!(line.so_far.on(session.day), Some(PastKind::Had { paid: Some(paid), .. }) if paid > of_add_ons)
}

/// What a member need not pay of what costs something.
pub(super) struct Member<'a> {
    credit: Kept<'a, Spread<Money>>,
}

impl<'a> Member<'a> {
    pub(super) fn new(months: MemberMonths<'a>) -> Self {
        Self { credit: Kept::new(months, Spread::of(months.terms.credit)) }
    }

    /// What is paid each month, and on which days.
    pub(super) fn fees(&self) -> (Money, impl Iterator<Item = Date> + use<'a>) {
        (self.credit.months.terms.fee, self.credit.months.fees())
    }

    /// What members get off a price on a day.
    pub(super) fn discount(&self, price: Spread<Money>, day: Date) -> Spread<Money> {
        let months = self.credit.months;
        price.map(
            |price| {
                if months.is_within(day) { share(price, months.terms.discount.as_share()) } else { Money::ZERO }
            },
        )
    }

    /// What the credit takes off a price on a day, which is then used up.
    pub(super) fn take(&mut self, price: Spread<Money>, day: Date) -> Spread<Money> {
        self.credit.on(day).fold(Spread::default(), |taken, left| {
            let now = (price - taken).zip(*left, Money::min);
            *left = *left - now;
            taken + now
        })
    }
}

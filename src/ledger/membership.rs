//! What members pay and what they need not pay.

use super::off::share;
use crate::catalog::TreatmentId;
use crate::plan::Membership;
use crate::units::{Date, Money, Spread};
use jiff::ToSpan;
use std::collections::VecDeque;

/// A membership as it is used up, in the order of days.
pub(super) struct Member<'a> {
    pub(super) terms: &'a Membership,
    first: Date,
    /// The months so far of which something may be left, the earliest first.
    kept: VecDeque<Kept>,
    /// How many months have brought something.
    begun: u32,
}

/// What is left of a month.
struct Kept {
    /// The first day on which it is lost.
    lost: Date,
    sessions: u32,
    credit: Spread<Money>,
}

impl<'a> Member<'a> {
    /// A member from the day of the first session on.
    pub(super) fn new(terms: &'a Membership, first: Date) -> Self {
        Self { terms, first, kept: VecDeque::new(), begun: 0 }
    }

    /// The days on which the fee is due before a day.
    pub(super) fn fees(&self, end: Date) -> impl Iterator<Item = Date> {
        (0..self.terms.months).map(|month| self.month(month)).take_while(move |day| *day < end)
    }

    /// The first day of a month of the membership; of a month that lacks it, the last.
    fn month(&self, number: u32) -> Date {
        self.first.saturating_add(i64::from(number).months())
    }

    /// Whether somebody is a member on a day, for whom all that its months have brought is there then.
    fn is_member(&mut self, day: Date) -> bool {
        while self.begun < self.terms.months && self.month(self.begun) <= day {
            let lost = self.month(self.begun + 1 + self.terms.roll_over);
            let credit = Spread::of(self.terms.credit);
            self.kept.push_back(Kept { lost, sessions: self.terms.sessions, credit });
            self.begun += 1;
        }
        while self.kept.front().is_some_and(|kept| kept.lost <= day) {
            self.kept.pop_front();
        }
        day >= self.first && day < self.month(self.terms.months)
    }

    /// Whether a session of a treatment costs nothing on a day, for which one of those that are left is then used.
    pub(super) fn includes(&mut self, treatment: &TreatmentId, day: Date) -> bool {
        if !self.is_member(day) || !self.terms.covers.contains(treatment) {
            return false;
        }
        let left = self.kept.iter_mut().find(|kept| kept.sessions > 0);
        left.map(|kept| kept.sessions -= 1).is_some()
    }

    /// What members get off a price on a day.
    pub(super) fn discount(&mut self, price: Spread<Money>, day: Date) -> Spread<Money> {
        let is_member = self.is_member(day);
        price.map(|price| if is_member { share(price, self.terms.discount.as_share()) } else { Money::ZERO })
    }

    /// What the credit takes off a price on a day, which is then used up.
    pub(super) fn take(&mut self, price: Spread<Money>, day: Date) -> Spread<Money> {
        if !self.is_member(day) {
            return Spread::default();
        }
        self.kept.iter_mut().fold(Spread::default(), |taken, kept| {
            let now = (price - taken).zip(kept.credit, Money::min);
            kept.credit = kept.credit - now;
            taken + now
        })
    }
}

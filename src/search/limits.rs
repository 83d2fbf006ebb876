//! What each limit of a question costs.

use super::found::Found;
use super::question::Question;
use crate::catalog::TreatmentId;
use crate::units::Day;

/// Something that a plan must keep to, besides what may be spent.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// At most so many visits.
    Visits(u32),
    /// At most so many days unseen.
    DaysUnseen(u32),
    /// At most so many of them in a row.
    InARow(u32),
    /// Nothing may show from one day to another.
    WellOn(Day, Day),
    /// Nothing begins before this day.
    Earliest(Day),
    /// A treatment that must be part of it.
    Wished(TreatmentId),
    /// Only prices that the clinic has set.
    OwnPrices,
    /// One treatment only.
    OneLine,
}

/// What there would be without a limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifted {
    /// The limit.
    pub limit: Limit,
    /// The best plan without it: what is enough for less, or more within the same budget; without a budget, more for no
    /// more money than the best plan with it.
    pub instead: Found,
}

impl Question {
    /// Everything a plan must keep to, besides what may be spent.
    pub fn limits(&self) -> Vec<Limit> {
        let counts = [
            self.most_visits.map(Limit::Visits),
            self.most_days_unseen.map(Limit::DaysUnseen),
            self.most_in_a_row.map(Limit::InARow),
            self.own_prices.then_some(Limit::OwnPrices),
            (self.most_lines < 2).then_some(Limit::OneLine),
            (self.earliest > 0).then_some(Limit::Earliest(self.earliest)),
        ];
        let spans = self.well_on.iter().map(|(first, last)| Limit::WellOn(*first, *last));
        let wished = self.wished.iter().cloned().map(Limit::Wished);
        counts.into_iter().flatten().chain(spans).chain(wished).collect()
    }

    /// The same question without one of its limits.
    #[must_use]
    pub fn without(&self, limit: &Limit) -> Self {
        let mut question = self.clone();
        match limit {
            Limit::Visits(_) => question.most_visits = None,
            Limit::DaysUnseen(_) => question.most_days_unseen = None,
            Limit::InARow(_) => question.most_in_a_row = None,
            Limit::OwnPrices => question.own_prices = false,
            Limit::OneLine => question.most_lines = 2,
            Limit::Earliest(_) => question.earliest = 0,
            Limit::WellOn(first, last) => question.well_on.retain(|span| span != &(*first, *last)),
            Limit::Wished(id) => question.wished.retain(|wished| wished != id),
        }
        question
    }
}

/// The best of the plans that were found without a limit of a question, if it is better than the best with all of them.
pub(super) fn better(question: &Question, best: Option<&Found>, found: &[Found]) -> Option<Found> {
    // Without a budget it may cost no more than that one.
    let affordable = |found: &&Found| question.budget.is_some() || best.is_none_or(|best| found.spend <= best.spend);
    let found: Vec<Found> = found.iter().filter(affordable).cloned().collect();
    let instead = question.best(&found).filter(|found| match (best, question.enough) {
        (None, _) => true,
        (Some(best), Some(_)) => found.spend < best.spend,
        (Some(best), None) => found.reached > best.reached,
    });
    instead.cloned()
}

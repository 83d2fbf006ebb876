//! What each limit of a question costs.

use super::found::Found;
use super::question::{Nothing, Question};
use super::run::Search;
use super::space::Space;
use crate::catalog::{Catalog, TreatmentId};
use crate::document::Draft;
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
            Limit::WellOn(first, last) => question.well_on.retain(|span| span != &(*first, *last)),
            Limit::Wished(id) => question.wished.retain(|wished| wished != id),
        }
        question
    }
}

/// What there would be without each of the limits, where that is better; `best` is the best plan under all of them.
///
/// # Errors
/// As [`Space::new`].
pub(super) fn lifted(
    draft: &Draft,
    catalog: &Catalog,
    question: &Question,
    best: Option<&Found>,
) -> Result<Vec<Lifted>, Nothing> {
    let mut lifted = Vec::new();
    for limit in question.limits() {
        let mut found = Search::new(Space::new(draft, catalog, question.without(&limit))?).run();
        if question.budget.is_none() {
            found.retain(|found| best.is_none_or(|best| found.spend <= best.spend));
        }
        let instead = question.best(&found).filter(|found| match (best, question.enough) {
            (None, _) => true,
            (Some(best), Some(_)) => found.spend < best.spend,
            (Some(best), None) => found.reached > best.reached,
        });
        lifted.extend(instead.cloned().map(|instead| Lifted { limit, instead }));
    }
    Ok(lifted)
}

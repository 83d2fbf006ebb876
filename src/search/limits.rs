//! What each limit of a question costs.

use super::found::Found;
use super::question::Question;
use crate::catalog::{Catalog, TreatmentId};
use crate::document::{Draft, StrongSun};
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
    /// Treatments that are usual for the concern may be no part of it.
    LeftOut(Vec<TreatmentId>),
    /// The days that the plan keeps free, of which there are so many stretches.
    KeptFree(usize),
    /// The plan's months of strong sun.
    StrongSun(StrongSun),
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
    /// Everything a plan must keep to, besides what may be spent: by the question, and by what the client's plan says of days.
    pub fn limits(&self, draft: &Draft, catalog: &Catalog) -> Vec<Limit> {
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
        let left_out = Some(self.left_out(draft, catalog)).filter(|left_out| !left_out.is_empty());
        let of_days = [
            left_out.map(Limit::LeftOut),
            (!draft.time_off.is_empty()).then_some(Limit::KeptFree(draft.time_off.len())),
            (draft.strong_sun != StrongSun::Unminded).then_some(Limit::StrongSun(draft.strong_sun)),
        ];
        counts.into_iter().flatten().chain(spans).chain(wished).chain(of_days.into_iter().flatten()).collect()
    }

    /// The treatments that are usual for the concern and may be no part of a plan.
    fn left_out(&self, draft: &Draft, catalog: &Catalog) -> Vec<TreatmentId> {
        let usual = catalog.concern(&draft.concern).map(|concern| Self::usual(draft, catalog, concern).treatments);
        usual.into_iter().flatten().filter(|id| !self.treatments.contains(id)).collect()
    }
}

impl Limit {
    /// Whether it is looked at what there would be without it: that the many treatments that nobody asked for do more than the few that
    /// were asked for is no news.
    pub(super) fn is_lifted(&self, question: &Question) -> bool {
        !matches!(self, Self::LeftOut(ids) if ids.len() > question.treatments.len())
    }

    /// Takes the limit away.
    pub(super) fn lift(&self, question: &mut Question, draft: &mut Draft) {
        match self {
            Self::Visits(_) => question.most_visits = None,
            Self::DaysUnseen(_) => question.most_days_unseen = None,
            Self::InARow(_) => question.most_in_a_row = None,
            Self::OwnPrices => question.own_prices = false,
            Self::OneLine => question.most_lines = 2,
            Self::Earliest(_) => question.earliest = 0,
            Self::WellOn(first, last) => question.well_on.retain(|span| span != &(*first, *last)),
            Self::Wished(id) => question.wished.retain(|wished| wished != id),
            Self::LeftOut(ids) => question.treatments.extend(ids.iter().cloned()),
            Self::KeptFree(_) => draft.time_off.clear(),
            Self::StrongSun(_) => draft.strong_sun = StrongSun::Unminded,
        }
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

//! What lines come to together: whether they may be part of one plan, what they cost, and what they reach to the last bit.

use super::begun::Begun;
use super::beside::Cost;
use super::day_set::DaySet;
use super::days::{Days, program};
use super::id::{Id, Place};
use super::once::Taken;
use super::space::{Distance, Space};
use crate::engine::Tables;
use crate::units::{Budget, BudgetPeriod, Day};
use std::iter;

/// A line with the position of its treatment.
pub(super) type Of<'a, Line = Begun> = (usize, &'a Line);

impl Space<'_> {
    /// A line of a plan, begun on its day.
    pub(super) fn begun(&self, place: Place) -> Of<'_> {
        (place.treatment, &self.treatments[place.treatment].begun[place.start][place.at])
    }

    /// The place of a line: of a treatment, begun on one of the first days, and where it stands among those.
    pub(super) fn place(&self, (treatment, start, at): (usize, usize, usize)) -> Place {
        Place { treatment, candidate: self.treatments[treatment].begun[start][at].candidate, start, at }
    }

    /// All lines that do not wait: of each treatment, on each first day, where it stands among those begun.
    pub(super) fn dated_lines(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.treatments.iter().enumerate().flat_map(|(treatment, group)| {
            let begun = group.begun.iter().enumerate();
            begun.flat_map(move |(start, begun)| {
                let dated = (0..begun.len()).filter(|at| !begun[*at].waits);
                dated.map(move |at| (treatment, start, at))
            })
        })
    }

    /// Whether upkeep of any of these lines waits for the result of the plan to fade.
    pub(super) fn any_waits(&self, places: &[Place]) -> bool {
        places.iter().any(|place| self.treatments[place.treatment].candidates[place.candidate].waits())
    }

    /// Whether all treatments that must be part of a plan are among these.
    pub(super) fn has_wished(&self, treatments: &[usize]) -> bool {
        self.treatments.iter().enumerate().all(|(at, group)| !group.is_wished || treatments.contains(&at))
    }

    /// What lines cost together; none if they do not keep to what the question asks of money and days, or not far enough from each
    /// other.
    pub(super) fn allowed_cost(&self, lines: &[Of<'_>]) -> Option<i64> {
        let cost = || {
            let Cost { total, stretches } = self.cost(lines);
            self.affords(total, stretches.into_iter()).then_some(total)
        };
        // Where it is work to say what they cost, that is asked last.
        if !self.adds_up() {
            return if self.may_be_together(lines) { cost() } else { None };
        }
        cost().filter(|_| self.may_be_together(lines))
    }

    /// How much less lines of these treatments cost together at most than the sum of all.
    pub(super) fn spared(&self, treatments: &[usize]) -> i64 {
        self.once.most() + self.beside.spared(treatments)
    }

    /// Whether lines may be paid within the budget, where costs add up; otherwise nothing is known of it yet, and it says yes.
    pub(super) fn may_afford(&self, lines: &[Of<'_>]) -> bool {
        let Some((_, first)) = lines.first().filter(|_| self.adds_up()) else { return true };
        let total = self.fee + lines.iter().map(|(_, begun)| begun.spend).sum::<i64>();
        let stretch = |at: usize| lines.iter().map(|(_, begun)| begun.stretches[at]).sum();
        self.affords(total, (0..first.stretches.len()).map(stretch))
    }

    /// Whether so much may be spent in all, with the consultation, whenever it is paid.
    pub(super) fn may_cost(&self, total: i64) -> bool {
        self.question
            .budget
            .is_none_or(|Budget { amount, .. }| total <= amount.minor().saturating_mul(self.stretches()))
    }

    /// Whether so much may be spent: in all with the consultation, and in each stretch of the budget without.
    pub(super) fn affords(&self, total: i64, stretches: impl Iterator<Item = i64>) -> bool {
        let Some(Budget { amount, period }) = self.question.budget else { return true };
        let (most, mut left) = (amount.minor(), 0);
        // The consultation is paid at the beginning.
        let mut paid = stretches.zip(iter::once(self.fee).chain(iter::repeat(0))).map(|(paid, fee)| paid + fee);
        match period {
            BudgetPeriod::Plan => total <= most,
            BudgetPeriod::Year => paid.all(|paid| paid <= most),
            BudgetPeriod::Month => paid.all(|paid| {
                left += most - paid;
                left >= 0
            }),
        }
    }

    /// Whether lines keep to what is asked of their days, and any two far enough from each other.
    pub(super) fn may_be_together<Line: AsRef<Days>>(&self, lines: &[Of<'_, Line>]) -> bool {
        let pairs =
            || lines.iter().enumerate().flat_map(|(at, one)| lines[at + 1..].iter().map(move |other| (one, other)));
        self.keeps_to_days(lines)
            && pairs().all(|(one, other)| self.go_with((one.0, one.1.as_ref()), (other.0, other.1.as_ref())))
    }

    /// Whether two lines keep far enough from each other.
    fn go_with(&self, one: Of<'_, Days>, other: Of<'_, Days>) -> bool {
        let keep_away = || self.keeps_away(one, other) && self.keeps_away(other, one);
        (self.may_overlap(one.1, other.1) || keep_away()) && self.keeps_distance(one, other)
    }

    /// What lines cost together.
    fn cost(&self, lines: &[Of<'_>]) -> Cost {
        self.beside.cost(lines).unwrap_or_else(|| {
            let stretches = lines.first().map_or(0, |(_, begun)| begun.stretches.len());
            let paid: Vec<_> =
                lines.iter().map(|(at, begun)| (&self.treatments[*at].treatment.id, &begun.payments[..])).collect();
            let Taken { total: taken, stretches: less } = self.once.taken(&paid, stretches);
            let stretch = |(at, less): (usize, i64)| lines.iter().map(|(_, one)| one.stretches[at]).sum::<i64>() - less;
            Cost {
                total: self.fee + lines.iter().map(|(_, begun)| begun.spend).sum::<i64>() - taken,
                stretches: less.into_iter().enumerate().map(stretch).collect(),
            }
        })
    }

    /// Whether sessions of two lines may meet. In a plan those that are moved make room for each other: what each does by
    /// itself holds only where there is room.
    fn may_overlap(&self, one: &Days, other: &Days) -> bool {
        self.question.may_overlap && !one.is_moved() && !other.is_moved()
    }

    /// Whether lines keep to the most visits and days unseen.
    fn keeps_to_days<Line: AsRef<Days>>(&self, lines: &[Of<'_, Line>]) -> bool {
        let within = |most: Option<u32>, count: &dyn Fn() -> u32| most.is_none_or(|most| count() <= most);
        let visits = || lines.iter().map(|(_, line)| &line.as_ref().visits);
        let unseen = || lines.iter().map(|(_, line)| &line.as_ref().unseen);
        within(self.question.most_visits, &|| DaySet::count(visits()))
            && within(self.question.most_days_unseen, &|| DaySet::count(unseen()))
            && within(self.question.most_in_a_row, &|| DaySet::longest(unseen()))
    }

    /// Whether sessions of a line stay out of the days on which one waits after those of another.
    fn keeps_away(&self, (first, one): Of<'_, Days>, (second, other): Of<'_, Days>) -> bool {
        let Distance { go_together, least } = self.distances[first][second];
        let waits = Day::from(go_together)..least;
        // Most lines never meet: that is seen at once.
        !one.waiting.meets(&other.sessions)
            || one.given.iter().all(|one| other.given.iter().all(|other| !waits.contains(&(other.day - one.day))))
    }

    /// Whether lines of one interval group keep the safe minimum from each other.
    fn keeps_distance(&self, (first, one): Of<'_, Days>, (second, other): Of<'_, Days>) -> bool {
        let [first, second] = [first, second].map(|at| &self.treatments[at].treatment);
        if first.interval_group != second.interval_group {
            return true;
        }
        let least = first.minimum_interval_days.value.max(second.minimum_interval_days.value).cast_signed();
        let apart = |one: Day| other.given.iter().all(|other| (other.day - one).abs() >= least);
        one.given.iter().all(|session| apart(session.day))
    }

    /// By how much less a plan may reach than its samples say at most; none if that is not known.
    pub(super) fn within(&self, id: Id) -> Option<f64> {
        let is_near = |place: Place| {
            let (_, line) = self.begun(place);
            line.days.given.first().is_none_or(|session| self.sampler.is_near(&line.sampled, session.day))
        };
        self.sampler.within().filter(|_| id.places().all(is_near))
    }

    /// What a plan reaches, to the last bit as an estimate says it.
    pub(super) fn value(&self, id: Id, tables: &mut Tables) -> f64 {
        self.value_of(id.places().map(|place| &self.begun(place).1.days), tables)
    }

    /// The same of lines with these days.
    pub(super) fn value_of<'a>(&self, lines: impl Iterator<Item = &'a Days>, tables: &mut Tables) -> f64 {
        let program = program(lines, self.setting, self.horizon, tables);
        self.question.goal.reached(&program, self.horizon)
    }
}

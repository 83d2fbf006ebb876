//! What came of drawing a course: ranges on its days, and figures of each draw.

use super::course::{Conditions, Course};
use super::weighing::{Agreement, Weighing};
use crate::engine::Program;
use crate::units::{Day, Outlook, Quantiles};

/// The ranges of a course, and its figures in each draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// How many draws it rests on.
    pub draws: usize,
    /// How well the draws agree with what was graded; none if nothing was. The ranges of people are then those of this one.
    pub agreement: Option<Agreement>,
    /// What it was drawn for.
    pub(super) program: Program,
    pub(super) conditions: Conditions,
    /// The ranges on each day.
    pub(super) ranges: Vec<Drawn>,
    /// The figures of the course, each draw's own.
    pub figures: SimulatedFigures,
}

/// What is drawn for one day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Drawn {
    /// Of clinics' averages.
    pub clinics: Quantiles,
    /// Of single persons.
    pub people: Quantiles,
    /// Of single persons the share with a gain over 25%.
    pub people_over_25: f64,
}

/// Figures of a course, each draw's own, in the same order of draws for every course.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedFigures {
    /// The highest improvement, as a share of severity.
    pub peak: DrawnFigure,
    /// Area under the improvement: 1 is the whole severity for one year.
    pub years: DrawnFigure,
    /// Months during which the improvement is at or above the target; none without a target.
    pub months_at_target: Option<DrawnFigure>,
}

/// A figure in each draw.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnFigure {
    /// As the average of a clinic's clients.
    pub clinics: Vec<f32>,
    /// As one person.
    pub people: Vec<f32>,
    quantiles: [Quantiles; 2],
}

impl DrawnFigure {
    pub(super) fn new(clinics: Vec<f32>, people: Vec<f32>, weighing: Option<&Weighing>) -> Self {
        let of_people = weighing.map_or_else(|| quantiles(&people), |weighing| weighing.of_figure(&people));
        let quantiles = [quantiles(&clinics), of_people];
        Self { clinics, people, quantiles }
    }
}

fn quantiles(values: &[f32]) -> Quantiles {
    let (mut values, [low, middle, high]) = (values.to_vec(), ranks(values.len()));
    let (below, p50, above) = values.select_nth_unstable_by(middle - 1, f32::total_cmp);
    let p50 = *p50;
    let p10 = if low < middle { *below.select_nth_unstable_by(low - 1, f32::total_cmp).1 } else { p50 };
    let p90 = if high > middle { *above.select_nth_unstable_by(high - middle - 1, f32::total_cmp).1 } else { p50 };
    Quantiles { p10: f64::from(p10), p50: f64::from(p50), p90: f64::from(p90) }
}

/// The ranks of the 10, 50 and 90% points among so many values, from 1 on.
pub(super) fn ranks(count: usize) -> [usize; 3] {
    [1, 5, 9].map(|tenths| (count * tenths).div_ceil(10).max(1))
}

impl Simulation {
    /// A result on a day with its ranges, from that of the typical course.
    pub fn improvement(&self, day: Day, typical: f64) -> Outlook {
        let drawn = self.at(day);
        self.around(typical, [drawn.clinics, drawn.people])
    }

    /// One of its figures with its ranges, from that of the typical course.
    pub fn figure(&self, figure: &DrawnFigure, typical: f64) -> Outlook {
        self.around(typical, figure.quantiles)
    }

    /// Of one whose results were graded it is what is expected of this one.
    fn around(&self, typical: f64, [clinics, people]: [Quantiles; 2]) -> Outlook {
        match self.agreement {
            Some(_) => Outlook { typical: people.p50, clinics: None, people: Some(people) },
            None => Outlook { typical, clinics: Some(clinics), people: Some(people) },
        }
    }

    /// Whether it was drawn for this course, and not for one as it was before.
    pub fn is_of(&self, course: &Course<'_>) -> bool {
        self.conditions == course.conditions && self.program == *course.program
    }

    /// The ranges on a day; between two days worked out as on a straight line.
    pub fn at(&self, day: Day) -> Drawn {
        let after = self.conditions.days.partition_point(|other| *other < day);
        let Some(last) = self.conditions.days.len().checked_sub(1) else { return Drawn::default() };
        let (after, before) = (after.min(last), after.saturating_sub(1).min(last));
        let (from, to) = (self.conditions.days[before], self.conditions.days[after]);
        let share = if to > from { (f64::from(day - from) / f64::from(to - from)).clamp(0.0, 1.0) } else { 1.0 };
        self.ranges[before].mixed(&self.ranges[after], share)
    }
}

impl Drawn {
    fn mixed(&self, other: &Self, share: f64) -> Self {
        let mix = |one: f64, other: f64| one + (other - one) * share;
        let range = |one: Quantiles, other: Quantiles| Quantiles {
            p10: mix(one.p10, other.p10),
            p50: mix(one.p50, other.p50),
            p90: mix(one.p90, other.p90),
        };
        Self {
            clinics: range(self.clinics, other.clinics),
            people: range(self.people, other.people),
            people_over_25: mix(self.people_over_25, other.people_over_25),
        }
    }
}

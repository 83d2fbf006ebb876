//! What a scene is made of.

use super::curve::{Curve, Vertex, beyond_evidence};
use crate::estimate::{Ceiling, Estimate, OptionEstimate, Point, ResultPoint};
use crate::units::{Currency, Day, Outlook, Spread};

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chart {
    /// The money spent up to each day.
    Spend,
    /// What is gained over the years.
    Improvement,
}

/// What an improvement is measured against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Baseline {
    /// Doing nothing, on the same day.
    #[default]
    Nothing,
    /// The first day.
    Today,
}

/// What values stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Minor units of a currency.
    Money(Currency),
    /// A share of severity.
    Share,
}

/// One chart of an estimate: a curve for each option over the days of the plan.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// Which chart it is.
    pub chart: Chart,
    /// What values stand for.
    pub scale: Scale,
    /// The estimate it is made from.
    pub estimate: &'a Estimate,
    /// A curve for each option, doing nothing as the last.
    pub curves: Vec<Curve<'a>>,
    /// A value that is aimed at.
    pub target: Option<f64>,
    /// The corners of an option's line.
    pub(super) line: fn(&OptionEstimate, Baseline, Day) -> Vec<Vertex>,
    /// What is drawn of a day.
    pub(super) value: fn(&Point, Baseline) -> Option<Spread<f64>>,
    pub(super) against: Baseline,
}

/// Up to so many times the most that is spent the line of the budget is in sight: a budget far above that would leave no room for what
/// is spent.
pub const ROOM_FOR_BUDGET: f64 = 1.3;

impl Chart {
    /// All, from top to bottom.
    pub const ALL: [Self; 2] = [Self::Spend, Self::Improvement];

    /// What files call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Spend => "spend",
            Self::Improvement => "improvement",
        }
    }
}

impl Scene<'_> {
    /// The corners of the line of an option that need not be one of the estimate's, such as how one was before.
    pub fn line_of(&self, option: &OptionEstimate) -> Vec<Vertex> {
        (self.line)(option, self.against, self.estimate.horizon_days)
    }

    /// Low, typical and high value of an option on a day, exactly; none where no result is projected.
    pub fn on(&self, option: &OptionEstimate, day: Day) -> Option<Spread<f64>> {
        (self.value)(&option.point(day), self.against)
    }

    /// The corners of the line up to which money may be spent on an option; none in another chart, or without a budget.
    pub fn ceiling(&self, option: &OptionEstimate) -> Vec<(Day, f64)> {
        if self.chart != Chart::Spend {
            return Vec::new();
        }
        let stretches = self.estimate.ceilings(option).into_iter();
        let ends = stretches.flat_map(|Ceiling { from, to, most }| [from, to].map(|day| (day, most.approximate())));
        ends.map(|(day, most)| (day.min(self.estimate.horizon_days), most)).collect()
    }

    /// The same where it is one line for all options: of a budget for each year each has a line of its own.
    pub fn common_ceiling(&self) -> Vec<(Day, f64)> {
        let marked = self.curves.iter().filter(|curve| curve.option.mark.is_some());
        let mut ceilings = marked.map(|curve| self.ceiling(curve.option));
        let first = ceilings.next().unwrap_or_default();
        if ceilings.all(|other| other == first) { first } else { Vec::new() }
    }

    /// The highest value of any curve up to a day, ranges included.
    pub fn highest(&self, until: Day) -> f64 {
        let points = self.curves.iter().flat_map(|curve| curve.points.iter().take_while(|point| point.day <= until));
        points.map(|point| point.value.high).fold(0.0, f64::max)
    }

    /// The first of these places through which no line runs, for a name that is to be read; the first of all if there is none. A
    /// place goes from a day to another one, and from a value to another one.
    pub fn free_place<P: Copy>(&self, places: &[P], of: impl Fn(P) -> ((f64, f64), (f64, f64))) -> Option<P> {
        let is_free = |place: &P| {
            let (days, values) = of(*place);
            !self.curves.iter().any(|curve| curve.runs_through(days, values))
        };
        places.iter().copied().find(is_free).or(places.first().copied())
    }

    /// The stretches on which any option lies beyond the evidence, joined where they touch; none in a chart that does not
    /// show them.
    pub fn beyond(&self) -> Vec<(Day, Day)> {
        let shown = self.curves.iter().filter(|curve| curve.projection.is_some());
        let mut spans: Vec<(Day, Day)> = shown.flat_map(|curve| beyond_evidence(curve.option)).collect();
        spans.sort_unstable();
        let mut joined: Vec<(Day, Day)> = Vec::new();
        for (from, to) in spans {
            match joined.last_mut() {
                Some(last) if from <= last.1 + 1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }
}

impl Baseline {
    /// The gain that is shown of a result.
    pub fn of(self, result: &ResultPoint) -> Outlook {
        match self {
            Self::Nothing => result.improvement,
            Self::Today => result.net(),
        }
    }
}

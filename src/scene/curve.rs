//! One option in a chart.

use crate::estimate::{OptionEstimate, Projection};
use crate::units::{Day, Spread};

/// One option's values over the days of the plan, joined by straight lines.
#[derive(Clone, Debug)]
pub struct Curve<'a> {
    /// Whose they are.
    pub option: &'a OptionEstimate,
    /// The corners, in order of days. A step has two on its day.
    pub points: Vec<Vertex>,
    /// Whether low and high are drawn too.
    pub has_band: bool,
    /// Where its phases and the end of the evidence come from, in a chart that shows these.
    pub projection: Option<&'a Projection>,
}

/// A corner of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vertex {
    /// The day, from the plan's start.
    pub day: Day,
    /// The value: low, typical and high; of a result, low and high are those of clinics.
    pub value: Spread<f64>,
    /// Of a result, what one person may get.
    pub people: Option<Spread<f64>>,
    /// Whether the day lies beyond what studies have followed.
    pub is_beyond: bool,
}

impl Curve<'_> {
    /// The typical value on a day by what is drawn; after the step on the day of one.
    pub fn at(&self, day: Day) -> Option<f64> {
        let after = self.points.partition_point(|point| point.day <= day);
        let one = self.points.get(after.checked_sub(1)?)?;
        let other = self.points.get(after).unwrap_or(one);
        let length = f64::from(other.day - one.day);
        let share = if length > 0.0 { f64::from(day - one.day) / length } else { 0.0 };
        let (low, high) = (one.value.typical, other.value.typical);
        Some(low + (high - low) * share.clamp(0.0, 1.0))
    }

    /// Whether its typical line runs through a place: from a day to another one, and from a value to another one.
    pub fn runs_through(&self, days: (f64, f64), values: (f64, f64)) -> bool {
        self.points.windows(2).any(|ends| {
            let [one, other] = [&ends[0], &ends[1]].map(|end| (f64::from(end.day), end.value.typical));
            let (from, to) = (one.0.max(days.0), other.0.min(days.1));
            let length = other.0 - one.0;
            let at = |day: f64| one.1 + (other.1 - one.1) * (day - one.0) / length;
            // A step has both of its values on its day.
            let ends = if length > 0.0 { [at(from), at(to)] } else { [one.1, other.1] };
            from <= to && ends[0].min(ends[1]) <= values.1 && ends[0].max(ends[1]) >= values.0
        })
    }

    /// The typical line, cut where it passes beyond the evidence and back: each stretch with whether it lies beyond.
    /// Stretches share their end points, so that no gap is seen.
    pub fn stretches(&self) -> Vec<(bool, Vec<(Day, f64)>)> {
        let mut stretches: Vec<(bool, Vec<(Day, f64)>)> = Vec::new();
        for point in &self.points {
            let at = (point.day, point.value.typical);
            match stretches.last_mut() {
                Some((is_beyond, points)) if *is_beyond == point.is_beyond => points.push(at),
                last => {
                    let joint = last.and_then(|(_, points)| points.last().copied());
                    stretches.push((point.is_beyond, joint.into_iter().chain([at]).collect()));
                }
            }
        }
        stretches
    }
}

/// The stretch of an option beyond the evidence, if it is a month or longer: a speck at the end of a chart would say nothing.
pub fn beyond_evidence(option: &OptionEstimate) -> impl Iterator<Item = (Day, Day)> {
    let span = option.projection.iter().filter_map(|projection| projection.beyond_evidence());
    span.filter(|(from, to)| to - from >= 31)
}

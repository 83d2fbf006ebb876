//! From estimates to points.

use crate::estimate::{OptionEstimate, Point, ResultPoint};
use crate::units::Band;
use egui_plot::PlotPoint;

/// Cumulative spend as steps: the days with the low, typical and high amounts in minor units.
pub(super) struct Steps {
    pub(super) days: Vec<f64>,
    pub(super) low: Vec<f64>,
    pub(super) typical: Vec<f64>,
    pub(super) high: Vec<f64>,
}

impl Steps {
    pub(super) fn of(option: &OptionEstimate) -> Self {
        let mut steps = Self { days: Vec::new(), low: Vec::new(), typical: Vec::new(), high: Vec::new() };
        let mut before = None;
        for point in &option.curve {
            if before != Some(point.spend) {
                // The amount stays until the day it changes, then jumps.
                steps.push(point.day, before.unwrap_or_default());
                steps.push(point.day, point.spend);
            }
            before = Some(point.spend);
        }
        if let Some(last) = option.curve.last() {
            steps.push(last.day, last.spend);
        }
        steps
    }

    #[expect(clippy::cast_precision_loss, reason = "amounts are far below the limit of exactness")]
    fn push(&mut self, day: i32, spend: crate::units::Spread<crate::units::Money>) {
        self.days.push(f64::from(day));
        self.low.push(spend.low.minor() as f64);
        self.typical.push(spend.typical.minor() as f64);
        self.high.push(spend.high.minor() as f64);
    }

    pub(super) fn line(&self) -> Vec<PlotPoint> {
        self.days.iter().zip(&self.typical).map(|(day, amount)| PlotPoint::new(*day, *amount)).collect()
    }
}

/// The band shown: against today, or against doing nothing.
pub(super) fn shown(result: &ResultPoint, against_today: bool) -> Band {
    if against_today { result.net } else { result.improvement }
}

/// A curve cut where evidence ends and begins again: each stretch with whether it lies beyond.
pub(super) fn stretches(option: &OptionEstimate, against_today: bool) -> Vec<(bool, Vec<PlotPoint>)> {
    let mut stretches: Vec<(bool, Vec<PlotPoint>)> = Vec::new();
    for point in &option.curve {
        let Some(result) = &point.result else { continue };
        let at = PlotPoint::new(f64::from(point.day), shown(result, against_today).typical);
        match stretches.last_mut() {
            Some((beyond, points)) if *beyond == result.extrapolated => points.push(at),
            last => {
                // Joined to the stretch before, so that no gap is seen.
                let joint = last.and_then(|(_, points)| points.last().copied());
                stretches.push((result.extrapolated, joint.into_iter().chain([at]).collect()));
            }
        }
    }
    stretches
}

/// Days, cautious and optimistic values of a band.
pub(super) fn band(option: &OptionEstimate, against_today: bool) -> [Vec<f64>; 3] {
    let mut columns = [Vec::new(), Vec::new(), Vec::new()];
    for point in &option.curve {
        if let Some(result) = &point.result {
            let band = shown(result, against_today);
            columns[0].push(f64::from(point.day));
            columns[1].push(band.cautious);
            columns[2].push(band.optimistic);
        }
    }
    columns
}

/// A value on any day, read off a curve of days and values by straight lines: for drawing and hovering only.
pub(super) fn read_off(option: &OptionEstimate, day: i32, value: impl Fn(&Point) -> Option<f64>) -> Option<f64> {
    let after = option.curve.partition_point(|point| point.day < day).min(option.curve.len().checked_sub(1)?);
    let (one, other) = (&option.curve[after.saturating_sub(1)], &option.curve[after]);
    let (low, high) = (value(one)?, value(other)?);
    let length = f64::from(other.day - one.day);
    let share = if length > 0.0 { f64::from(day - one.day) / length } else { 1.0 };
    Some(low + (high - low) * share.clamp(0.0, 1.0))
}

//! What ranges are drawn for.

use super::uncertainty::Uncertainty;
use crate::engine::Program;
use crate::units::Day;

/// The course of an option with everything that its ranges depend on.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// Its doses.
    pub program: &'a Program,
    /// What they depend on besides.
    pub conditions: Conditions,
}

/// Everything that ranges depend on besides the doses.
#[derive(Clone, Debug, PartialEq)]
pub struct Conditions {
    /// The last day to which evidence reaches; none if there is nothing that does anything.
    pub evidence_end: Option<Day>,
    /// The days on which ranges are wanted, in order, from 0 to the horizon.
    pub days: Vec<Day>,
    /// The improvement aimed at, as a share of severity.
    pub target: Option<f64>,
    /// What the result of this person was graded at, on some of these days; empty for anybody.
    pub graded: Vec<Graded>,
    /// How far the truth may lie from the typical values.
    pub uncertainty: Uncertainty,
}

/// What the result of one person was graded at on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Graded {
    /// The day.
    pub day: Day,
    /// The gains over doing nothing between which it was graded, as shares of severity; equal for a single value.
    pub gain: (f64, f64),
    /// How far a grade may lie from the truth: its standard deviation, as a share of severity.
    pub error: f64,
}

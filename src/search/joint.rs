//! Lines dated together, as a plan of them is.

use super::beside::Cost;
use super::dated::option;
use super::days::{Days, effects};
use super::id::{Id, Place};
use super::space::Space;
use crate::document::{LineId, Serial};
use crate::engine::Tables;
use crate::estimate::Watch;
use crate::plan::Line;
use crate::schedule::Schedule;

/// Lines that were dated together.
pub(super) struct Joint {
    pub(super) cost: Cost,
    /// Of each line its treatment and its days.
    pub(super) lines: Vec<(usize, Days)>,
}

impl Space<'_> {
    /// Dates the lines of a plan together; none if the course of one of them does not end within the plan, or sessions are too close.
    pub(super) fn joint(&self, id: Id, tables: &mut Tables) -> Option<Joint> {
        let kernel = |place: Place| self.treatments[place.treatment].kernels[place.candidate];
        let option = option(id.places().map(|place| self.line(place)).collect())?;
        let lines = id.places().map(|place| (line_id(place.treatment), kernel(place))).collect();
        let effects = [effects(lines, self.setting, self.horizon)];
        let schedule = Schedule::of(&self.plan, &option, self.catalog, &mut Watch::new(&effects, tables)).ok()?;
        let days = id.places().zip(&option.lines).map(|(place, line)| {
            let treatment = &self.treatments[place.treatment].treatment;
            let days = Days::of(&schedule, line, (treatment, kernel(place)), (self.catalog, self.horizon));
            Some((place.treatment, days?))
        });
        Some(Joint { lines: days.collect::<Option<_>>()?, cost: self.beside.cost_of(&option, &schedule) })
    }

    /// A line of a plan as it is dated together with others.
    pub(super) fn line(&self, place: Place) -> Line {
        let line = self.treatments[place.treatment].candidates[place.candidate].line.clone();
        Line { id: line_id(place.treatment), start_day: self.starts[place.start], ..line }
    }
}

/// Of lines that are due on one day the one of the earlier treatment goes first, as it stands first in a plan that is taken.
pub(super) fn line_id(treatment: usize) -> LineId {
    LineId(Serial { number: u32::try_from(treatment).unwrap_or(u32::MAX), salt: 0 })
}

//! An option with all that dates its sessions looked up.

use super::displaced::Why;
use super::openings::Openings;
use super::session::Session;
use crate::catalog::{Area, Catalog, Treatment};
use crate::document::LineId;
use crate::plan::{Given, MovedBy, Plan, TreatmentOption};
use crate::units::{Date, Day, Spread};
use jiff::ToSpan;
use std::cmp::Ordering;

/// One option with its treatments looked up.
pub(super) struct Planner<'a> {
    pub(super) plan: &'a Plan,
    pub(super) option: &'a TreatmentOption,
    treatments: Vec<&'a Treatment>,
    /// Where each line is given, as far as that is known.
    areas: Vec<Option<&'a Area>>,
    catalog: &'a Catalog,
}

impl<'a> Planner<'a> {
    pub(super) fn new(plan: &'a Plan, option: &'a TreatmentOption, catalog: &'a Catalog) -> Self {
        let treatments = option.lines.iter().filter_map(|line| catalog.treatment(&line.treatment)).collect();
        let areas = option.lines.iter().map(|line| catalog.areas.named(&line.area)).collect();
        Self { plan, option, treatments, areas, catalog }
    }

    /// The days on which a line can be given.
    pub(super) fn openings(&self, line: LineId) -> Openings<'a> {
        Openings::new(self.plan, self.treatment(line), &self.catalog.rules.strong_sun)
    }

    pub(super) fn date(&self, day: Day) -> Date {
        self.plan.start.saturating_add(i64::from(day).days())
    }

    /// Why sessions were moved, with what a sentence on it names.
    pub(super) fn cause(&self, why: Why) -> MovedBy {
        let off = |at: usize| self.plan.time_off.get(at);
        match why {
            Why::TimeOff(at) => off(at).map_or(MovedBy::Distance, |off| MovedBy::TimeOff {
                name: off.name.clone(),
                first: self.date(off.first),
                last: self.date(off.last),
                free_of: off.free_of,
            }),
            Why::StrongSun => MovedBy::StrongSun,
            Why::Distance => MovedBy::Distance,
        }
    }

    pub(super) fn treatment(&self, line: LineId) -> &'a Treatment {
        self.treatments[self.position(line)]
    }

    /// A line as it is named where it is told apart from others: its treatment, and where it is given.
    pub(super) fn given(&self, line: LineId) -> Given {
        let area = self.catalog.areas.text(&self.option.lines[self.position(line)].area);
        Given { treatment: self.treatment(line).name.clone(), area }
    }

    /// Every session's line is one of the option's.
    fn position(&self, line: LineId) -> usize {
        self.option.lines.iter().position(|other| other.id == line).unwrap_or_default()
    }

    /// Whether sessions of two lines must keep the safe minimum: they are of one interval group, on the same skin.
    pub(super) fn must_keep_apart(&self, one: LineId, other: LineId) -> bool {
        let is_same_group = self.treatment(one).interval_group == self.treatment(other).interval_group;
        is_same_group && self.is_same_skin(one, other)
    }

    /// How many days one line waits after another one, besides their own intervals: the least, what counts, and the most.
    pub(super) fn pair(&self, first: LineId, then: LineId) -> Option<Spread<u32>> {
        let [first, then] = [first, then].map(|line| &self.treatment(line).id);
        self.catalog.rules.pair(first, then).map(|pair| pair.days.value)
    }

    /// How many days one line keeps from another one that comes first, on the same skin: until that has healed, and as long as
    /// sources ask for; 0 where both may be on one day.
    pub(super) fn distance(&self, first: LineId, then: LineId, gap: Day) -> Day {
        let is_free = gap == 0 && self.go_together(first, then) || !self.is_same_skin(first, then);
        let healed = self.treatment(first).downtime.full_days;
        let asked = self.pair(first, then).map_or(0, |pair| pair.typical);
        if is_free { 0 } else { healed.max(asked).cast_signed() }
    }

    /// Whether two lines are accepted on one day.
    pub(super) fn go_together(&self, one: LineId, other: LineId) -> bool {
        self.catalog.rules.go_together(&self.treatment(one).id, &self.treatment(other).id)
    }

    /// Whether two lines are given on the same skin. Of two for different concerns each that names no part of the body is
    /// given where its concern usually is.
    pub(super) fn is_same_skin(&self, one: LineId, other: LineId) -> bool {
        let positions = [one, other].map(|line| self.position(line));
        let [first, second] = positions.map(|at| &self.option.lines[at]);
        let [one, other] = if first.concern == second.concern {
            positions.map(|at| self.areas[at])
        } else {
            [first, second].map(|line| self.catalog.skin(&line.area, &line.concern))
        };
        self.catalog.areas.is_same_skin(one, other)
    }

    pub(super) fn minimum(&self, line: LineId) -> Day {
        self.treatment(line).minimum_interval_days.value.cast_signed()
    }

    /// By day; on one day by treatment, phase and line, so that the order of lines never shows in a result.
    pub(super) fn order(&self, one: &Session, other: &Session) -> Ordering {
        let key = |session: &Session| (session.day, &self.treatment(session.line).id, session.phase, session.line);
        key(one).cmp(&key(other))
    }
}

//! What the result of an option depends on, and what is kept as long as that stays the same.

use super::context::{Context, Model};
use super::fading::{Effects, Watch};
use super::figures::OptionFigures;
use super::result::Projection;
use super::visits::VisibleSession;
use crate::catalog::TreatmentId;
use crate::document::{LineId, Upkeep};
use crate::engine::{Kernel, Program, Tables, grid};
use crate::plan::{Line, Problem, TreatmentOption};
use crate::schedule::{Phase, Schedule};
use crate::units::{Date, Day};
use std::sync::Arc;

/// Everything that dates and result of an option depend on. Prices, names and areas are not among it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    start: Date,
    end: Date,
    model: Option<Model>,
    lines: Vec<Treated>,
}

/// A line without its money.
#[derive(Clone, Debug, PartialEq)]
struct Treated {
    id: LineId,
    treatment: TreatmentId,
    sessions: u32,
    spacing_days: u32,
    start_day: Day,
    upkeep: Upkeep,
    upkeep_until: Option<Date>,
    minimum_interval_days: u32,
    interval_group: String,
    visible: VisibleSession,
    kernel: Option<Kernel>,
    evidence_days: Day,
}

/// What comes of a course.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) schedule: Arc<Schedule>,
    /// The days on which its curve is drawn.
    pub(super) days: Arc<Vec<Day>>,
    pub(super) projection: Option<Arc<Projection>>,
    pub(super) visits: u32,
    pub(super) downtime_days: (u32, u32),
}

impl Course {
    /// The course of an option; without lines, that of doing nothing.
    pub(super) fn of(context: &Context<'_>, lines: &[Line]) -> Self {
        let lines = lines.iter().filter_map(|line| Treated::of(context, line)).collect();
        Self { start: context.plan.start, end: context.plan.end, model: context.model(), lines }
    }

    /// Works the course of an option out.
    pub(super) fn work_out(
        &self,
        context: &Context<'_>,
        option: &TreatmentOption,
        tables: &mut Tables,
    ) -> Result<Outcome, Vec<Problem>> {
        let effects = self.effects(context.horizon);
        let mut watch = Watch::new(&effects, tables);
        let schedule = Schedule::of(context.plan, option, context.catalog, &mut watch)?;
        let program = watch.into_program(&schedule.sessions);
        let (days, projection) = self.project(context, &schedule, program, tables);
        let visible = |line| self.lines.iter().find(|other| other.id == line).map(|line| line.visible);
        let visible = schedule.sessions.iter().filter_map(|session| Some((session.day, visible(session.line)?)));
        let visible: Vec<(Day, VisibleSession)> = visible.collect();
        Ok(Outcome {
            days,
            projection: projection.map(Arc::new),
            visits: VisibleSession::visits(&visible),
            downtime_days: VisibleSession::downtime(&visible),
            schedule: Arc::new(schedule),
        })
    }

    /// What came of the course before: its dates are taken as they were, so that fading is not watched.
    pub(super) fn recall(&self, context: &Context<'_>, figures: &OptionFigures, tables: &mut Tables) -> Outcome {
        let schedule = Schedule { sessions: figures.sessions.clone() };
        let program = self.effects(context.horizon).program(&schedule.sessions, tables);
        let (days, mut projection) = self.project(context, &schedule, program, tables);
        if let (Some(projection), Some(result)) = (&mut projection, &figures.result) {
            projection.recall(result, &context.bounds);
        }
        Outcome {
            schedule: Arc::new(schedule),
            days,
            projection: projection.map(Arc::new),
            visits: figures.visits,
            downtime_days: figures.downtime_days,
        }
    }

    /// The result of dated sessions, and the days on which it is drawn.
    fn project(
        &self,
        context: &Context<'_>,
        schedule: &Schedule,
        program: Program,
        tables: &mut Tables,
    ) -> (Arc<Vec<Day>>, Option<Projection>) {
        let days = Arc::new(grid(schedule.sessions.iter().map(|session| session.day), context.horizon));
        let model = self.model.as_ref();
        let evidence_end = self.evidence_end(schedule);
        let projection = model.map(|model| {
            let course = schedule.sessions.iter().filter(|session| session.phase == Phase::Course).copied();
            let course = self.effects(context.horizon).program(&course.collect::<Vec<_>>(), tables);
            Projection::new(model, (program, course), schedule, evidence_end, &days, &context.bounds)
        });
        (days, projection)
    }

    /// The last day to which evidence reaches: that of the line which was followed the shortest after its course, whatever
    /// upkeep follows; none if nothing is done that does anything.
    fn evidence_end(&self, schedule: &Schedule) -> Option<Day> {
        let effective = self.lines.iter().filter(|line| line.kernel.is_some());
        effective.filter_map(|line| Some(schedule.course_end_of(line.id)? + line.evidence_days)).min()
    }

    fn effects(&self, horizon: Day) -> Effects {
        let lines = self.lines.iter().map(|line| (line.id, line.kernel)).collect();
        let setting = self.model.as_ref().map(|model| model.setting).unwrap_or_default();
        Effects { lines, setting, horizon }
    }
}

impl Treated {
    fn of(context: &Context<'_>, line: &Line) -> Option<Self> {
        let treatment = context.catalog.treatment(&line.treatment)?;
        Some(Self {
            id: line.id,
            treatment: line.treatment.clone(),
            sessions: line.sessions,
            spacing_days: line.spacing_days,
            start_day: line.start_day,
            upkeep: line.upkeep,
            upkeep_until: line.upkeep_until,
            minimum_interval_days: treatment.minimum_interval_days.value,
            interval_group: treatment.interval_group.clone(),
            visible: VisibleSession { at_clinic: treatment.at_clinic, days: treatment.downtime.social_days },
            kernel: context.kernel(line),
            evidence_days: context.evidence_days(line),
        })
    }
}

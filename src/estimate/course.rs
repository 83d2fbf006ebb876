//! What the result of an option depends on, and what is kept as long as that stays the same.

use super::begun::Begun;
use super::by_sessions::Brief;
use super::context::{Context, Model};
use super::fading::{Effects, Watch};
use super::figures::OptionFigures;
use super::phases::{PhaseSpan, phases};
use super::place::TreatedPlace;
use super::result::Projection;
use super::serving::{counts, places};
use super::visits::VisibleSession;
use crate::catalog::{AreaId, ConcernId, TreatmentId};
use crate::document::{Field, LineId, Place, StrongSun, Upkeep};
use crate::engine::{Kernel, Lasting, Program, Tables, grid};
use crate::plan::{Cause, Line, Plan, Problem, SoFar, TimeOff, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::text::Text;
use crate::units::{DAYS_PER_MONTH, Date, Day};
use std::borrow::Cow;
use std::sync::Arc;

/// How long after its course a result without upkeep is followed.
const FOLLOWED_YEARS: Day = 10;

/// About a year, in days.
const YEAR: Day = 365;

/// Everything that dates and result of an option depend on. Prices and names are not among it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Course {
    start: Date,
    end: Date,
    time_off: Vec<TimeOff>,
    strong_sun: StrongSun,
    as_of: Option<Day>,
    model: Option<Model>,
    lines: Vec<Treated>,
    places: Vec<TreatedPlace>,
    /// Of every two lines, in either order, for how many days the second waits after the first, and whether both are accepted on one
    /// day: the clinic may ask for more.
    waits: Vec<(Option<u32>, bool)>,
    /// What sessions do for other concerns, as far as upkeep waits for that to fade.
    elsewhere: Vec<Effects>,
}

/// A line without its money.
#[derive(Clone, Debug, PartialEq)]
struct Treated {
    id: LineId,
    treatment: TreatmentId,
    concern: ConcernId,
    /// Where it is given: what it names, and what its concern is usually on. Both keep sessions apart.
    skin: [Option<AreaId>; 2],
    sessions: u32,
    spacing_days: u32,
    start_day: Day,
    upkeep: Upkeep,
    upkeep_until: Option<Date>,
    so_far: SoFar,
    minimum_interval_days: u32,
    interval_group: String,
    visible: VisibleSession,
    /// What its sessions do for the concern that results are for; none if that is nothing, or it does not count there.
    kernel: Option<Kernel>,
    evidence_days: Day,
    /// Whether it counts for that concern.
    counts: bool,
    /// Whether it is for that concern.
    is_own: bool,
    /// Whether its upkeep waits for an improvement to fade that there never is.
    waits_in_vain: bool,
}

/// What comes of a course.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) schedule: Arc<Schedule>,
    /// The days on which its curve is drawn.
    pub(super) days: Arc<Vec<Day>>,
    pub(super) projection: Option<Arc<Projection>>,
    /// Healing, building, peak, plateau and fading.
    pub(super) phases: Vec<PhaseSpan>,
    /// Where the result is that of, if the option is given in several places.
    pub(super) place: Option<Text>,
    pub(super) visits: u32,
    pub(super) downtime_days: (u32, u32),
    /// Of each session the days on which one may not want to be seen.
    pub(super) unseen: Arc<Vec<(Day, Day)>>,
}

/// Where most is achieved of the places that an option is given in.
struct Best<'a> {
    /// What it is called, if there are others.
    place: Option<Text>,
    /// What is done there.
    schedule: Cow<'a, Schedule>,
    projection: Projection,
}

/// How far lines keep from each other, besides what is known of each.
fn waits(context: &Context<'_>, lines: &[Line]) -> Vec<(Option<u32>, bool)> {
    let rules = &context.catalog.rules;
    let wait = |first: &Line, then: &Line| {
        let days = rules.pair(&first.treatment, &then.treatment).map(|pair| pair.days.value.typical);
        (days, rules.go_together(&first.treatment, &then.treatment))
    };
    lines.iter().flat_map(|first| lines.iter().map(move |then| wait(first, then))).collect()
}

/// The days on which the curve of dated sessions is drawn.
fn grid_of(schedule: &Schedule, context: &Context<'_>) -> Arc<Vec<Day>> {
    Arc::new(grid(schedule.sessions.iter().map(|session| session.day), context.horizon))
}

impl Course {
    /// The course of an option; without lines, that of doing nothing.
    pub(super) fn of(context: &Context<'_>, lines: &[Line]) -> Self {
        let places = context.concern.map_or_else(Vec::new, |concern| places(context.catalog, concern, lines));
        let treated = lines.iter().filter_map(|line| Treated::of(context, line, counts(&places, line))).collect();
        let elsewhere = elsewhere(context, lines);
        let Plan { start, end, strong_sun, as_of, .. } = *context.plan;
        let time_off = context.plan.time_off.clone();
        let (model, waits) = (context.model(), waits(context, lines));
        Self { start, end, time_off, strong_sun, as_of, model, lines: treated, places, waits, elsewhere }
    }

    /// Works the course of an option out.
    pub(super) fn work_out(
        &self,
        context: &Context<'_>,
        option: &TreatmentOption,
        tables: &mut Tables,
    ) -> Result<Outcome, Vec<Problem>> {
        let (schedule, programs) = self.dated(context, option, tables)?;
        let days = grid_of(&schedule, context);
        let best = self.best(&schedule, programs, &days, &context.bounds).map(|best| self.followed(best, tables));
        let visible = self.visible(&schedule);
        let phases = best.as_ref().map(|_| phases(context, &self.counting(&schedule))).unwrap_or_default();
        let (place, projection) = best.map_or((None, None), |best| (best.place, Some(best.projection)));
        Ok(Outcome {
            phases,
            days,
            projection: projection.map(Arc::new),
            place,
            visits: VisibleSession::visits(&visible),
            downtime_days: VisibleSession::downtime(&visible),
            unseen: Arc::new(VisibleSession::unseen(&visible)),
            schedule: Arc::new(schedule),
        })
    }

    /// Works out what is said of the course where it has another number of sessions.
    pub(super) fn work_out_briefly(
        &self,
        context: &Context<'_>,
        option: &TreatmentOption,
        tables: &mut Tables,
    ) -> Result<Brief, Vec<Problem>> {
        let (schedule, programs) = self.dated(context, option, tables)?;
        let best = self.best(&schedule, programs, &grid_of(&schedule, context), &[]);
        let projection = best.map(|best| best.projection);
        let visits = VisibleSession::visits(&self.visible(&schedule));
        Ok(Brief::new(Arc::new(schedule), visits, projection.as_ref(), context.horizon))
    }

    /// Works out what days that matter are held against; none where sessions would be too close.
    pub(super) fn begun(&self, context: &Context<'_>, option: &TreatmentOption, tables: &mut Tables) -> Option<Begun> {
        let (schedule, programs) = self.dated(context, option, tables).ok()?;
        let best = self.best(&schedule, programs, &grid_of(&schedule, context), &[]);
        Some(Begun {
            projection: best.map(|best| Arc::new(best.projection)),
            horizon: context.horizon,
            unseen: Arc::new(VisibleSession::unseen(&self.visible(&schedule))),
            first: schedule.sessions.first().map(|session| session.day),
        })
    }

    /// The first day on which it may be at this level, however long its sessions are held up; none if none is, or they would be too
    /// close.
    pub(super) fn soonest(
        &self,
        context: &Context<'_>,
        option: &TreatmentOption,
        tables: &mut Tables,
        level: f64,
    ) -> Option<Day> {
        let (_, programs) = self.dated(context, option, tables).ok()?;
        (0..=context.horizon).find(|day| programs.iter().any(|program| program.at_most(*day) >= level))
    }

    /// Its dated sessions, with the program of each place.
    fn dated(
        &self,
        context: &Context<'_>,
        option: &TreatmentOption,
        tables: &mut Tables,
    ) -> Result<(Schedule, Vec<Program>), Vec<Problem>> {
        let problems = self.upkeep_without_effect(context);
        if !problems.is_empty() {
            return Err(problems);
        }
        let effects: Vec<Effects> = self.effects(context.horizon).chain(self.elsewhere.iter().cloned()).collect();
        let mut watch = Watch::new(&effects, tables);
        let schedule = Schedule::of(context.plan, option, context.catalog, &mut watch)?;
        let programs = watch.into_programs(&schedule.sessions);
        Ok((schedule, programs))
    }

    /// What others see of each session.
    fn visible(&self, schedule: &Schedule) -> Vec<(Day, VisibleSession)> {
        let visible = |line| self.lines.iter().find(|other| other.id == line).map(|line| line.visible);
        schedule.sessions.iter().filter_map(|session| Some((session.day, visible(session.line)?))).collect()
    }

    /// Lines that wait for an improvement to fade that there never is.
    fn upkeep_without_effect(&self, context: &Context<'_>) -> Vec<Problem> {
        let problem = |line: &Treated| {
            let name = context.catalog.treatment(&line.treatment)?.name.clone();
            let place = Place::Line { line: line.id, field: Field::Upkeep };
            Some(Problem { place, cause: Cause::UpkeepWithoutEffect(name) })
        };
        self.lines.iter().filter(|line| line.waits_in_vain).filter_map(problem).collect()
    }

    /// What came of the course before: its dates are taken as they were, so that fading is not watched.
    pub(super) fn recall(&self, context: &Context<'_>, figures: &OptionFigures, tables: &mut Tables) -> Outcome {
        let schedule = Schedule {
            sessions: figures.sessions.clone(),
            stopped: figures.stopped.clone(),
            displaced: figures.displaced.clone(),
            due: Vec::new(),
        };
        let programs =
            self.effects(context.horizon).map(|effects| effects.program(&schedule.sessions, tables)).collect();
        let days = grid_of(&schedule, context);
        let best = self.best(&schedule, programs, &days, &context.bounds).map(|mut best| {
            let Some(result) = &figures.result else { return self.followed(best, tables) };
            best.projection.recall(result, &context.bounds);
            best
        });
        let (place, projection) = best.map_or((None, None), |best| (best.place, Some(best.projection)));
        Outcome {
            unseen: Arc::new(VisibleSession::unseen(&self.visible(&schedule))),
            schedule: Arc::new(schedule),
            days,
            projection: projection.map(Arc::new),
            place,
            phases: figures.phases.clone(),
            visits: figures.visits,
            downtime_days: figures.downtime_days,
        }
    }

    /// What of a schedule counts for the concern that results are for.
    fn counting<'a>(&self, schedule: &'a Schedule) -> Cow<'a, Schedule> {
        if self.lines.iter().all(|line| line.counts) {
            return Cow::Borrowed(schedule);
        }
        let counts = |id| self.lines.iter().any(|line| line.id == id && line.counts);
        Cow::Owned(schedule.only(counts))
    }

    /// The result of dated sessions, by the program of each place: that of the place where most is achieved.
    fn best<'a>(
        &self,
        schedule: &'a Schedule,
        programs: Vec<Program>,
        days: &Arc<Vec<Day>>,
        bounds: &[Day],
    ) -> Option<Best<'a>> {
        let model = self.model.as_ref()?;
        let is_one = self.places.len() == 1;
        let counting = self.counting(schedule);
        let results = self.places.iter().zip(programs).map(|(place, program)| {
            let schedule = if is_one { counting.clone() } else { Cow::Owned(counting.only(|line| place.has(line))) };
            let projection = Projection::new(model, program, &schedule, self.evidence(), days, bounds);
            Best { place: place.name.clone().filter(|_| !is_one), schedule, projection }
        });
        // Of equal ones the first.
        results.reduce(|best, other| if other.projection.achieves_more(&best.projection) { other } else { best })
    }

    /// The same with how long it would last if no upkeep followed.
    fn followed<'a>(&self, best: Best<'a>, tables: &mut Tables) -> Best<'a> {
        let lasts_months = self.without_upkeep(&best.projection, &best.schedule, tables);
        Best { projection: best.projection.lasting(lasts_months), ..best }
    }

    /// Months after the course until the result is over if no upkeep follows.
    fn without_upkeep(&self, projection: &Projection, schedule: &Schedule, tables: &mut Tables) -> Option<f64> {
        let end = schedule.course_end()?;
        let is_of_course = |session: &&Session| session.phase == Phase::Course;
        let of_course: Vec<Session> = schedule.sessions.iter().filter(is_of_course).copied().collect();
        let is_all = of_course.len() == schedule.sessions.len();
        if is_all && projection.duration_months.is_some() {
            return projection.duration_months;
        }
        let horizon = projection.horizon();
        let program =
            if is_all { projection.program().clone() } else { self.all_effects(horizon).program(&of_course, tables) };
        // Whole years, so that an edit finds the tables of the one before.
        let last = (end / YEAR + 1 + FOLLOWED_YEARS) * YEAR;
        let lasting = Lasting { program, end, last, near: (end + YEAR).min(horizon) };
        let over = lasting.over(self.model.as_ref()?.thresholds.lasting, tables)?;
        Some(f64::from(over - end) / DAYS_PER_MONTH)
    }

    /// Of each line that does anything, for how long after its course it was followed, whatever upkeep follows.
    fn evidence(&self) -> Vec<(LineId, Day)> {
        let effective = self.lines.iter().filter(|line| line.kernel.is_some());
        effective.map(|line| (line.id, line.evidence_days)).collect()
    }

    /// What sessions do in each place.
    fn effects(&self, horizon: Day) -> impl Iterator<Item = Effects> {
        self.places.iter().map(move |place| {
            let all = self.all_effects(horizon);
            Effects { lines: all.lines.into_iter().filter(|(line, _)| place.has(*line)).collect(), ..all }
        })
    }

    /// What sessions do, wherever they are given.
    fn all_effects(&self, horizon: Day) -> Effects {
        let lines = self.lines.iter().map(|line| (line.id, line.kernel)).collect();
        let setting = self.model.as_ref().map(|model| model.setting).unwrap_or_default();
        let waiting = self.lines.iter().filter(|line| line.is_own).map(|line| line.id).collect();
        Effects { lines, waiting, setting, horizon }
    }
}

/// What sessions do for the plan's other concerns in each place, as far as upkeep waits for that to fade.
fn elsewhere(context: &Context<'_>, lines: &[Line]) -> Vec<Effects> {
    let waits = |line: &&Line| matches!(line.upkeep, Upkeep::WhenFaded { .. });
    let modelled = context.further.iter().filter_map(|(concern, params)| Some((concern, params.as_ref()?)));
    let of_concern = modelled.flat_map(|(concern, params)| {
        let of = lines.iter().filter(waits).filter(|line| line.concern == concern.id);
        let waiting: Vec<LineId> = of.map(|line| line.id).collect();
        let places = if waiting.is_empty() { Vec::new() } else { places(context.catalog, concern, lines) };
        let effects = places.iter().map(|place| {
            let there = lines.iter().filter(|line| place.has(line.id));
            let lines = there.map(|line| (line.id, context.kernel(params, line))).collect();
            Effects { lines, waiting: waiting.clone(), setting: params.setting(), horizon: context.horizon }
        });
        effects.collect::<Vec<_>>()
    });
    of_concern.collect()
}

impl Treated {
    fn of(context: &Context<'_>, line: &Line, counts: bool) -> Option<Self> {
        let treatment = context.catalog.treatment(&line.treatment)?;
        let kernel = |params| context.kernel(params, line);
        let is_in_vain = context.params_for(line).is_some_and(|params| kernel(params).is_none());
        Some(Self {
            id: line.id,
            treatment: line.treatment.clone(),
            concern: line.concern.clone(),
            skin: [context.catalog.areas.named(&line.area), context.catalog.skin(&line.area, &line.concern)]
                .map(|area| area.map(|area| area.id.clone())),
            sessions: line.sessions,
            spacing_days: line.spacing_days,
            start_day: line.start_day,
            upkeep: line.upkeep,
            upkeep_until: line.upkeep_until,
            so_far: line.so_far.clone(),
            minimum_interval_days: treatment.minimum_interval_days.value,
            interval_group: treatment.interval_group.clone(),
            visible: VisibleSession { at_clinic: treatment.at_clinic, days: treatment.downtime.social_days },
            kernel: context.params.as_ref().filter(|_| counts).and_then(kernel),
            evidence_days: context.evidence_days(line),
            counts,
            is_own: line.concern == context.plan.concern,
            waits_in_vain: is_in_vain && matches!(line.upkeep, Upkeep::WhenFaded { .. }),
        })
    }
}

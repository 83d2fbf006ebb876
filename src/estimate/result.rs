//! The result of an option: a curve that answers for any day, and the measures read off it.

use super::context::Model;
use crate::document::LineId;
use crate::engine::{Ageing, Measures, Program};
use crate::schedule::{Phase, Schedule, Session};
use crate::simulate::{Conditions, Course, Graded, Simulation, Uncertainty};
use crate::units::{DAYS_PER_MONTH, Day, Grade, Outlook};
use std::iter;
use std::sync::Arc;

/// The projected result of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    program: Program,
    ageing: Ageing,
    /// The days of the grid, with their typical improvement.
    grid: (Arc<Vec<Day>>, Vec<f64>),
    /// Further days often asked for, in order, with what they came to; some may stand in the grid too.
    marked: Vec<(Day, ResultPoint)>,
    /// The draws that its ranges come from; none as long as nothing has been drawn.
    pub simulation: Option<Arc<Simulation>>,
    /// The highest improvement; none if there is no improvement at all.
    pub peak: Option<Peak>,
    /// Area under the improvement over the horizon: 1 is the whole severity for one year.
    pub improvement_years: Outlook,
    /// The first day on which the typical improvement is noticeable.
    pub noticeable: Option<Day>,
    /// Months from the course's last session until the typical improvement is under two thirds of its peak; none if
    /// that is beyond the horizon or there is no improvement.
    pub duration_months: Option<f64>,
    /// The same if no upkeep followed, as far as ten years on; none if it lasts for longer or there is no improvement.
    pub lasts_months: Option<f64>,
    /// Months during which the improvement is at or above the target; none without a target.
    pub months_at_target: Option<Outlook>,
    /// The last day to which evidence reaches, if there is a treatment that does anything.
    pub evidence_end: Option<Day>,
    /// Of each line that does anything, for how long after its course it was followed.
    evidence: Vec<(LineId, Day)>,
    horizon: Day,
    target: Option<f64>,
    uncertainty: Uncertainty,
    /// Whether its figures are as they were when they were frozen, ranges and all.
    is_recalled: bool,
}

/// The highest improvement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// The day the typical improvement is highest.
    pub day: Day,
    /// Months after the course's last session; below zero if the course still goes on.
    pub months_after_course: f64,
    /// The highest improvement: the ranges are those of each draw's own highest, on whichever day.
    pub improvement: Outlook,
}

/// The result on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResultPoint {
    /// Gain over doing nothing on that day, as a share.
    pub improvement: Outlook,
    /// Of single persons the share with a gain over 25%; none as long as nothing has been drawn.
    pub people_over_25: Option<f64>,
    /// Severity if nothing were done, 1 on the first day.
    pub untreated: f64,
    /// Whether the day lies beyond what studies have followed.
    pub extrapolated: bool,
}

/// The figures of a projected result.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFigures {
    /// The highest improvement.
    pub peak: Option<Peak>,
    /// Area under the improvement over the horizon.
    pub improvement_years: Outlook,
    /// The first day on which the typical improvement is noticeable.
    pub noticeable: Option<Day>,
    /// Months from the course's last session until the typical improvement is under two thirds of its peak.
    pub duration_months: Option<f64>,
    /// The same if no upkeep followed.
    pub lasts_months: Option<f64>,
    /// Months at or above the target.
    pub months_at_target: Option<Outlook>,
    /// On the first day of each year and at the end of the last one: the improvement, and the severity if nothing were done.
    pub years: Vec<(Outlook, f64)>,
    /// On the same days, of single persons the share with a gain over 25%; empty if nothing was drawn.
    pub people_over_25: Vec<f64>,
}

/// Build-up is over so many days after a session.
const QUIET: Day = 98;
/// Fading is slow so many days after it.
const STILL: Day = 300;

impl Projection {
    /// The result of a program. `days` are those of the grid of its sessions; `bounds` are further days often asked for.
    pub(super) fn new(
        model: &Model,
        program: Program,
        schedule: &Schedule,
        mut evidence: Vec<(LineId, Day)>,
        days: &Arc<Vec<Day>>,
        bounds: &[Day],
    ) -> Self {
        // Of lines elsewhere nothing counts here.
        evidence.retain(|(line, _)| schedule.course_end_of(*line).is_some());
        let sums = program.sums(days);
        let curve = sums.curve();
        let measures = Measures::of(&program, &sums, &curve, &model.thresholds);
        let course_end = schedule.course_end();
        let after_course = |day: Day| Some(f64::from(day - course_end?) / DAYS_PER_MONTH);
        let mut projection = Self {
            ageing: model.setting.ageing,
            simulation: None,
            peak: measures.peak.and_then(|(day, improvement)| {
                Some(Peak { day, months_after_course: after_course(day)?, improvement: Outlook::of(improvement) })
            }),
            improvement_years: Outlook::of(measures.years),
            noticeable: measures.noticeable,
            duration_months: measures.over.and_then(after_course),
            lasts_months: None,
            months_at_target: measures.days_at_target.map(|days| Outlook::of(days / DAYS_PER_MONTH)),
            evidence_end: evidence_end(&evidence, |line| schedule.course_end_of(line)),
            evidence,
            horizon: days[days.len() - 1],
            target: model.thresholds.target,
            uncertainty: model.uncertainty,
            is_recalled: false,
            grid: (Arc::clone(days), curve),
            marked: Vec::new(),
            program,
        };
        projection.marked = projection.points(bounds, &projection.program.curve(bounds)).collect();
        projection
    }

    /// The same result with ranges that were drawn for it, or for it as it was before.
    #[must_use]
    pub fn with(&self, simulation: Arc<Simulation>) -> Self {
        if self.is_recalled {
            return Self { simulation: Some(simulation), ..self.clone() };
        }
        let figures = &simulation.figures;
        let mut with = Self {
            peak: self
                .peak
                .map(|peak| Peak { improvement: simulation.figure(&figures.peak, peak.improvement.typical), ..peak }),
            improvement_years: simulation.figure(&figures.years, self.improvement_years.typical),
            months_at_target: self.months_at_target.map(|months| match &figures.months_at_target {
                Some(drawn) => simulation.figure(drawn, months.typical),
                None => months,
            }),
            marked: Vec::new(),
            simulation: Some(simulation),
            ..self.clone()
        };
        with.marked = self.marked.iter().map(|(day, point)| (*day, with.ranged(*day, *point))).collect();
        with
    }

    /// Whether another one has the same typical course, whatever ranges either has.
    pub fn is_typically(&self, other: &Self) -> bool {
        self.grid == other.grid
    }

    /// The same with the months for which it would last without upkeep.
    pub(super) fn lasting(self, lasts_months: Option<f64>) -> Self {
        Self { lasts_months, ..self }
    }

    /// Whether more is achieved than by another result, over the whole plan.
    pub(super) fn achieves_more(&self, other: &Self) -> bool {
        self.improvement_years.typical > other.improvement_years.typical
    }

    /// The last day of the plan.
    pub(super) fn horizon(&self) -> Day {
        self.horizon
    }

    /// The program.
    pub(super) fn program(&self) -> &Program {
        &self.program
    }

    /// The program with what was done up to and including a day only, and what its ranges on these days, which must be in
    /// order, depend on besides.
    pub(super) fn until(
        &self,
        day: Day,
        schedule: &Schedule,
        days: impl Iterator<Item = Day>,
    ) -> (Program, Conditions) {
        let last = |line: LineId| {
            let of_course = |session: &&Session| session.line == line && session.phase == Phase::Course;
            let had = schedule.sessions.iter().filter(of_course).filter(|session| session.day <= day);
            had.map(|session| session.day).max()
        };
        let mut days: Vec<Day> = iter::once(0).chain(days).collect();
        days.dedup();
        let evidence_end = evidence_end(&self.evidence, last);
        let conditions =
            Conditions { evidence_end, days, target: None, graded: Vec::new(), uncertainty: self.uncertainty };
        (self.program.until(day), conditions)
    }

    /// What ranges can be drawn for. They are drawn for a day a week as long as much goes on after a session, and for fewer
    /// as the course gets smoother: between two days they are within four tenths of a point of a straight line.
    pub fn course(&self) -> Course<'_> {
        // Beyond the evidence ranges widen the faster the nearer it ends.
        let widens = self.evidence_end.filter(|end| *end < self.horizon);
        let turns = |day: Day| self.program.last_dose(day).max(widens.filter(|end| *end <= day));
        let step = |day: Day| match turns(day).map(|turn| day - turn) {
            Some(..QUIET) => 7,
            Some(..STILL) => 14,
            _ => 28,
        };
        let mut days: Vec<Day> = (0..=self.horizon).step_by(7).filter(|day| day % step(*day) == 0).collect();
        // Where the course turns up again after a quiet time.
        let turning = self.program.days().filter(|day| *day <= self.horizon).chain(widens);
        days.extend(turning.filter(|day| step(day - 1) > 7));
        days.extend(self.marked.iter().map(|(day, _)| *day));
        days.extend(self.program.steep_days().filter(|day| *day <= self.horizon));
        days.push(self.horizon);
        days.sort_unstable();
        days.dedup();
        let (evidence_end, target, uncertainty) = (self.evidence_end, self.target, self.uncertainty);
        let graded = Vec::new();
        Course { program: &self.program, conditions: Conditions { evidence_end, days, target, graded, uncertainty } }
    }

    /// What a grade against the first day says of the gain over doing nothing on its day.
    pub fn graded(&self, day: Day, grade: Grade, error: f64) -> Graded {
        let (low, high) = grade.range();
        let untreated = self.ageing.untreated(day);
        let gain = |better: f64| 1.0 - (1.0 - better) / untreated;
        Graded { day, gain: (gain(low), gain(high)), error: error / untreated }
    }

    /// What ranges can be drawn for of one person whose result was graded.
    pub fn course_of_one(&self, graded: &[Graded]) -> Course<'_> {
        let mut course = self.course();
        let Conditions { days, graded: known, .. } = &mut course.conditions;
        known.extend(graded.iter().filter(|graded| (0..=self.horizon).contains(&graded.day)));
        days.extend(known.iter().map(|graded| graded.day));
        days.sort_unstable();
        days.dedup();
        course
    }

    /// Takes the figures as they were; `bounds` are the days they are of. The curve between them stays that of the program.
    pub(super) fn recall(&mut self, figures: &ResultFigures, bounds: &[Day]) {
        self.peak = figures.peak;
        self.improvement_years = figures.improvement_years;
        self.noticeable = figures.noticeable;
        self.duration_months = figures.duration_months;
        self.lasts_months = figures.lasts_months;
        self.months_at_target = figures.months_at_target;
        let counted = figures.people_over_25.iter().copied().map(Some).chain(iter::repeat(None));
        let years = bounds.iter().zip(&figures.years).zip(counted);
        self.is_recalled = true;
        let points = years.map(|((day, (improvement, untreated)), people_over_25)| {
            let (improvement, untreated) = (*improvement, *untreated);
            (*day, ResultPoint { improvement, people_over_25, untreated, extrapolated: self.extrapolated(*day) })
        });
        self.marked = points.collect();
    }

    /// Its figures, with those of these days.
    pub(super) fn figures(&self, days: &[Day]) -> ResultFigures {
        let points: Vec<ResultPoint> = days.iter().map(|day| self.at(*day)).collect();
        ResultFigures {
            peak: self.peak,
            improvement_years: self.improvement_years,
            noticeable: self.noticeable,
            duration_months: self.duration_months,
            lasts_months: self.lasts_months,
            months_at_target: self.months_at_target,
            years: points.iter().map(|point| (point.improvement, point.untreated)).collect(),
            people_over_25: points.iter().filter_map(|point| point.people_over_25).collect(),
        }
    }

    /// The result on any day.
    pub fn at(&self, day: Day) -> ResultPoint {
        let (days, curve) = &self.grid;
        self.marked(day).unwrap_or_else(|| {
            let typical = days.binary_search(&day).map_or_else(|_| self.program.improvement(day), |at| curve[at]);
            self.ranged(day, self.typical(day, typical, self.ageing.untreated(day)))
        })
    }

    /// The improvement on any day.
    pub fn improvement(&self, day: Day) -> Outlook {
        self.at(day).improvement
    }

    /// The result on each day of the grid.
    pub(super) fn along(&self) -> impl Iterator<Item = ResultPoint> {
        let points = self.points(&self.grid.0, &self.grid.1);
        points.map(|(day, point)| self.marked(day).unwrap_or_else(|| self.ranged(day, point)))
    }

    fn marked(&self, day: Day) -> Option<ResultPoint> {
        Some(self.marked[self.marked.binary_search_by_key(&day, |(day, _)| *day).ok()?].1)
    }

    fn points(&self, days: &[Day], curve: &[f64]) -> impl Iterator<Item = (Day, ResultPoint)> {
        let untreated = days.iter().zip(self.ageing.curve(days)).zip(curve);
        untreated.map(|((day, untreated), typical)| (*day, self.typical(*day, *typical, untreated)))
    }

    /// Whether a day lies beyond what studies have followed: past the evidence for one of the lines.
    pub fn extrapolated(&self, day: Day) -> bool {
        self.evidence_end.is_some_and(|end| day > end)
    }

    /// The stretch beyond what studies have followed, first and last day; none if there is none within the horizon.
    pub fn beyond_evidence(&self) -> Option<(Day, Day)> {
        self.evidence_end.map(|end| (end + 1, self.horizon)).filter(|(first, last)| first <= last)
    }

    fn typical(&self, day: Day, improvement: f64, untreated: f64) -> ResultPoint {
        let improvement = Outlook::of(improvement);
        ResultPoint { improvement, people_over_25: None, untreated, extrapolated: self.extrapolated(day) }
    }

    /// A point with the ranges of its day, if there are any.
    fn ranged(&self, day: Day, point: ResultPoint) -> ResultPoint {
        let Some(simulation) = &self.simulation else { return point };
        let improvement = simulation.improvement(day, point.improvement.typical);
        ResultPoint { improvement, people_over_25: Some(simulation.at(day).people_over_25), ..point }
    }
}

/// The last day to which evidence reaches: that of the line which was followed the shortest after the end of its course; none
/// if nothing is done that does anything.
fn evidence_end(evidence: &[(LineId, Day)], course_end: impl Fn(LineId) -> Option<Day>) -> Option<Day> {
    evidence.iter().filter_map(|(line, days)| Some(course_end(*line)? + days)).min()
}

impl ResultPoint {
    /// Change against the first day, as a share of starting severity; below zero where ageing outweighs the gain.
    pub fn net(&self) -> Outlook {
        self.improvement.map(|improvement| 1.0 - self.untreated * (1.0 - improvement))
    }
}

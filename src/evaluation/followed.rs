//! How a plan goes on: what was foreseen of an option, what really happened, and what is foreseen from there.

use super::Evaluation;
use crate::catalog::{Catalog, ConcernId};
use crate::document::{Draft, LineId, OptionId, Serial};
use crate::estimate::{Estimate, Estimator, OptionEstimate, Prepaid};
use crate::ledger::{Entry, Item, MonthLeft, sessions_lost, total};
use crate::plan::{Problems, TreatmentOption};
use crate::progress::{Fact, Noted, Progress, SessionFact};
use crate::schedule::Session;
use crate::simulate::{Agreement, Graded, Precision, Simulator};
use crate::units::{Date, Day, Grade, Money, Outlook, Percent, Spread};
use jiff::ToSpan;

/// An option with what really happened of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// The option.
    pub option: OptionId,
    /// The day as of which it is looked at.
    pub as_of: Date,
    /// The plan with this option alone, from what happened on; its first day may be earlier than planned.
    pub expected: Evaluation,
    /// What happened and what is foreseen, by day.
    pub steps: Vec<Step>,
    /// How it was issued, if the plan has been revised since.
    pub issued: Option<Standing>,
    /// How it is planned.
    pub planned: Standing,
    /// How it is expected now.
    pub now: Standing,
    /// What has been paid so far.
    pub paid: Spread<Money>,
    /// What is left of packages that have been paid.
    pub prepaid: Vec<Prepaid>,
    /// The last day of which fees count as paid: today, or yesterday while the first session is still to come today.
    pub paid_up_to: Day,
    /// How much is noted of treatments that are not in the plan any more.
    pub lost: usize,
    /// What the results were graded at, the earliest first.
    pub grades: Vec<(Date, Grade)>,
    /// What follows from that for this client; none without a grade, and as long as nothing has been drawn.
    pub learned: Option<Learned>,
    /// How far a grade may lie from the truth: its standard deviation, as a share of severity.
    pub grading_error: f64,
    /// From which share of what was spoken of on it is said that so much is paid.
    pub nearing: Percent,
}

/// What grades of one client's results make of what is expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// What the grades that count say of the gain over doing nothing.
    pub graded: Vec<Graded>,
    /// As it is expected of this client: the median of what agrees with the grades, and its range.
    pub estimate: Estimate,
    /// What that comes to.
    pub standing: Standing,
    /// How many draws it rests on.
    pub draws: usize,
    /// How well these agree with the grades.
    pub agreement: Agreement,
}

/// What an option comes to, planned or expected.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// What is paid in all.
    pub total: Spread<Money>,
    /// How many sessions there are.
    pub sessions: usize,
    /// How many visits to the clinic.
    pub visits: u32,
    /// The day of the last session of the course; none without one.
    pub course_end: Option<Date>,
    /// The best result; none without a projection.
    pub best: Option<Outlook>,
    /// The result on the last day of what was planned; none without a projection.
    pub at_end: Option<Outlook>,
}

/// A day on which something happened or is foreseen.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The day.
    pub on: Date,
    /// What it is.
    pub what: StepKind,
    /// What is paid on the day for it.
    pub amount: Spread<Money>,
    /// The number of the event by which it was written down; none for what is foreseen.
    pub noted: Option<Serial>,
}

/// What happened or is foreseen on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum StepKind {
    /// A session that was had, is booked or is foreseen.
    Session {
        /// The session.
        session: Session,
        /// The day on which it was due, if that was another one.
        due: Option<Date>,
        /// How sure it is.
        state: SessionState,
    },
    /// A session of a line that was given up.
    Skipped(LineId),
    /// A line that was broken off.
    Ended(LineId),
    /// A payment, or what was paid back, with what it was for.
    Payment(String),
    /// The result was graded for a concern.
    Graded(ConcernId, Grade),
}

/// How sure a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// It was had.
    Had,
    /// It is booked for the day.
    Booked,
    /// It was due before the day as of which the plan is looked at, and nothing is known of it.
    Overdue,
    /// It is foreseen.
    Foreseen,
}

impl StepKind {
    /// As files name it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Session { state, .. } => match state {
                SessionState::Had => "had",
                SessionState::Booked => "booked",
                SessionState::Overdue => "overdue",
                SessionState::Foreseen => "foreseen",
            },
            Self::Skipped(_) => "given-up",
            Self::Ended(_) => "broken-off",
            Self::Payment(_) => "payment",
            Self::Graded(..) => "graded",
        }
    }
}

impl Step {
    /// The day on which it was due, if that was another one.
    pub fn due(&self) -> Option<Date> {
        match self.what {
            StepKind::Session { due, .. } => due,
            _ => None,
        }
    }

    /// The line of a session that was not had; none of anything else.
    pub fn open_line(&self) -> Option<LineId> {
        match &self.what {
            StepKind::Session { session, state, .. } => (*state != SessionState::Had).then_some(session.line),
            _ => None,
        }
    }
}

impl Evaluation {
    /// How an option goes on for the concern that this is of, by what really happened up to a day, beside what was issued of it if that is another plan. None
    /// for an option that is not shown.
    ///
    /// # Errors
    /// What keeps the plan from being worked out with it, such as a session booked too soon.
    pub fn followed(
        &self,
        estimator: &mut Estimator,
        (draft, progress): (&Draft, &Progress),
        (option, as_of): (OptionId, Date),
        issued: Option<&Self>,
        catalog: &Catalog,
    ) -> Result<Option<Followed>, Problems> {
        let Some(planned) = self.option(Some(option)) else { return Ok(None) };
        let concern = &self.plan.concern;
        let mut plan = progress.begun(draft, option).seen_for(concern).parse(catalog)?;
        plan.end = self.plan.end;
        plan.options.retain(|other| other.id == option);
        // What is had shows how many sessions it takes; until then it is planned with those that are typical.
        for line in plan.options.iter_mut().flat_map(|option| &mut option.lines) {
            line.settle();
        }
        progress.lay_over(&mut plan, as_of);
        let estimate = estimator.estimate(&plan, catalog)?;
        let expected = Self::new(plan, estimate);
        let end = self.plan.end.saturating_sub(1.day());
        let of = |evaluation: &Self| Some(Standing::of(evaluation, evaluation.option(Some(option))?, end));
        let standings = (
            issued.map(|one| one.seen_for(concern)).filter(|one| one.plan.concern == *concern).and_then(of),
            Standing::of(self, planned, end),
        );
        let followed = Followed::new((option, as_of), expected, standings, end, (progress, catalog));
        let (lost, grades) = (progress.lost(draft).count(), progress.grades(option, concern, as_of));
        Ok(Some(Followed { lost, grades, ..followed }))
    }
}

impl Followed {
    fn new(
        (option, as_of): (OptionId, Date),
        expected: Evaluation,
        (issued, planned): (Option<Standing>, Standing),
        end: Date,
        (progress, catalog): (&Progress, &Catalog),
    ) -> Self {
        let course = &expected.estimate.options[0];
        let now = Standing::of(&expected, course, end);
        let steps = steps(&expected, progress, as_of);
        let today = (as_of - expected.plan.start).get_days();
        // What is still to come today is neither had nor paid; a fee of today is not paid before the first session is had.
        let is_due = |on: Date, state: SessionState| on == as_of && state != SessionState::Had;
        let is_to_come = |line: LineId| sessions(&steps).any(|(on, of, state)| of == line && is_due(on, state));
        let has_begun = sessions(&steps).any(|(_, _, state)| state == SessionState::Had);
        let begins_today = !has_begun && sessions(&steps).any(|(on, _, state)| is_due(on, state));
        let by = if begins_today { today - 1 } else { today };
        let is_paid = |entry: &&Entry| match (entry.item.line(), &entry.item) {
            _ if entry.day < today => true,
            (Some(line), _) => entry.day == today && !is_to_come(line),
            // What was paid before the first day stands on that.
            (None, Item::Payment { .. }) => entry.day <= today.max(0),
            (None, _) => entry.day <= by,
        };
        let paid = total(course.ledger.entries.iter().filter(is_paid));
        let prepaid = course.prepaid_but(today, &is_to_come);
        let (grading_error, nearing) = (catalog.model.grading.value, catalog.defaults.nearing());
        Self {
            option,
            as_of,
            expected,
            steps,
            issued,
            planned,
            now,
            paid,
            prepaid,
            paid_up_to: by,
            lost: 0,
            grades: Vec::new(),
            learned: None,
            grading_error,
            nearing,
        }
    }

    /// Sessions that months of a membership so far have brought and that neither were had nor are foreseen: the number of the first month
    /// whose sessions are lost then, the last day on which they can be had, and how many they are.
    pub fn member_sessions_left(&self) -> Vec<(u32, Date, u32)> {
        let months = sessions_lost(self.typed(), &self.course().schedule).into_iter();
        let is_left = |month: &MonthLeft<u32>| month.begins <= self.as_of && month.lost > self.as_of;
        let months: Vec<MonthLeft<u32>> = months.filter(is_left).collect();
        let of_one_day = months.chunk_by(|one, other| one.lost == other.lost);
        let said = of_one_day.filter_map(|of_day| {
            let (first, left) = (of_day.first()?, of_day.iter().map(|month| month.left).sum());
            (left > 0).then_some((first.month, first.lost.yesterday().ok()?, left))
        });
        said.collect()
    }

    /// The option as it is expected.
    pub fn course(&self) -> &OptionEstimate {
        &self.expected.estimate.options[0]
    }

    /// Its lines, with what happened of them.
    pub fn typed(&self) -> &TreatmentOption {
        &self.expected.plan.options[0]
    }

    /// The same with ranges from so many draws.
    #[must_use]
    pub fn simulated(&self, simulator: &mut Simulator, precision: Precision) -> Self {
        let expected = self.expected.simulated(simulator, precision);
        let learned = self.learned(simulator, precision);
        Self { now: self.ranged(&expected.estimate), expected, learned, ..self.clone() }
    }

    /// What it is expected to come to, with the ranges of an estimate.
    fn ranged(&self, estimate: &Estimate) -> Standing {
        let projection = estimate.options[0].projection.as_ref();
        let best = projection.and_then(|projection| projection.peak).map(|peak| peak.improvement);
        let at_end = projection.filter(|_| self.now.at_end.is_some());
        Standing { best, at_end: at_end.map(|projection| projection.improvement(self.end_day())), ..self.now }
    }

    /// The grades that count: where there is a result, behind the first day and within the plan.
    pub fn counted(&self) -> impl Iterator<Item = (Date, Grade)> {
        let plan = &self.expected.plan;
        let counts = |on: Date| (1..plan.horizon_days()).contains(&(on - plan.start).get_days());
        let has_result = self.course().projection.is_some();
        self.grades.iter().copied().filter(move |(on, _)| has_result && counts(*on))
    }

    /// What follows from the grades for this client; nothing where none counts.
    fn learned(&self, simulator: &mut Simulator, precision: Precision) -> Option<Learned> {
        let projection = self.course().projection.as_ref()?;
        let day = |on: Date| (on - self.expected.plan.start).get_days();
        let graded = self.counted().map(|(on, grade)| projection.graded(day(on), grade, self.grading_error));
        let graded: Vec<Graded> = graded.collect();
        if graded.is_empty() {
            return None;
        }
        let simulation = simulator.simulate(&projection.course_of_one(&graded), precision);
        let (draws, agreement) = (simulation.draws, simulation.agreement?);
        let estimate = self.expected.estimate.ranged([Some(simulation)]);
        Some(Learned { graded, standing: self.ranged(&estimate), estimate, draws, agreement })
    }

    /// How many sessions there were or are of a state.
    pub fn count(&self, state: SessionState) -> usize {
        let is_it = |step: &&Step| matches!(step.what, StepKind::Session { state: of, .. } if of == state);
        self.steps.iter().filter(is_it).count()
    }

    /// The first session that was not had.
    pub fn foreseen(&self) -> Option<&Session> {
        self.steps.iter().find_map(|step| match &step.what {
            StepKind::Session { session, state, .. } if *state != SessionState::Had => Some(session),
            _ => None,
        })
    }

    /// How many sessions were due before the day as of which it is looked at, and were neither had nor booked anew.
    pub fn missed(&self) -> usize {
        let is_missed = |step: &&Step| match step.what {
            StepKind::Session { due, state, .. } => {
                let is_open = matches!(state, SessionState::Overdue | SessionState::Foreseen);
                is_open && due.is_some_and(|due| due < self.as_of)
            }
            _ => false,
        };
        self.steps.iter().filter(is_missed).count()
    }

    /// How many sessions were given up.
    pub fn skipped(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.what, StepKind::Skipped(_))).count()
    }

    /// By how many days the course ends later than planned; below zero if earlier. None if either has no end.
    pub fn delay(&self) -> Option<i32> {
        Some((self.now.course_end? - self.planned.course_end?).get_days())
    }

    /// What is paid in all beyond what was planned; below zero if less.
    pub fn more_paid(&self) -> Spread<Money> {
        self.now.total - self.planned.total
    }

    /// What was spoken of in all, when it was issued or else planned.
    pub fn spoken_of(&self) -> Spread<Money> {
        self.issued.unwrap_or(self.planned).total
    }

    /// Whether so much of what was spoken of is paid that it is worth saying, while more is to come.
    pub fn nears(&self) -> bool {
        let (paid, spoken_of) = (self.paid.typical, self.spoken_of().typical);
        let is_near = !self.nearing.is_zero() && paid >= self.nearing.of(spoken_of);
        is_near && paid > Money::ZERO && paid < self.now.total.typical
    }

    /// The last day of the expected plan that is one of the planned too.
    fn end_day(&self) -> Day {
        self.expected.plan.horizon_days() - 1
    }
}

impl Standing {
    fn of(evaluation: &Evaluation, option: &OptionEstimate, end: Date) -> Self {
        let horizon = evaluation.plan.horizon_days();
        let day = (end - evaluation.plan.start).get_days().min(horizon - 1);
        let projection = option.projection.as_ref();
        Self {
            total: option.ledger.total,
            sessions: option.schedule.sessions.len(),
            visits: option.visits,
            course_end: option.schedule.course_end().map(|day| evaluation.estimate.date(day)),
            best: projection.and_then(|projection| projection.peak).map(|peak| peak.improvement),
            at_end: projection.map(|projection| projection.improvement(day)),
        }
    }
}

/// What happened and what is foreseen, by day; on one day what happened first.
fn steps(expected: &Evaluation, progress: &Progress, as_of: Date) -> Vec<Step> {
    let (course, typed) = (&expected.estimate.options[0], &expected.plan.options[0]);
    let sessions = course.schedule.sessions.iter().map(|session| session_step(course, typed, session, progress, as_of));
    let others = progress.noted().iter().filter_map(|noted| other_step(typed, noted, progress));
    let mut steps: Vec<Step> = sessions.chain(others).collect();
    steps.sort_by_key(|step| (step.on, step.noted.is_none()));
    steps
}

/// The sessions among these, each with its day, its line, and what there is to know of it.
fn sessions(steps: &[Step]) -> impl Iterator<Item = (Date, LineId, SessionState)> {
    steps.iter().filter_map(|step| match step.what {
        StepKind::Session { session, state, .. } => Some((step.on, session.line, state)),
        _ => None,
    })
}

/// A session that was had, is booked or is foreseen.
fn session_step(
    course: &OptionEstimate,
    typed: &TreatmentOption,
    session: &Session,
    progress: &Progress,
    as_of: Date,
) -> Step {
    let due = course.schedule.due(session);
    let is_booked = typed[session.line].so_far.booked.contains(&session.day);
    let noted = progress.session(session.line, session.date);
    let state = match noted {
        Some((_, SessionFact::Had { .. })) => SessionState::Had,
        Some((_, SessionFact::Booked)) if is_booked => SessionState::Booked,
        _ if session.date == as_of && due.is_some_and(|due| due < as_of) => SessionState::Overdue,
        _ => SessionState::Foreseen,
    };
    let is_known = matches!(state, SessionState::Had | SessionState::Booked);
    let pays_for = |entry: &&Entry| entry.day == session.day && entry.item.line() == Some(session.line);
    Step {
        on: session.date,
        what: StepKind::Session { session: *session, due, state },
        amount: total(course.ledger.entries.iter().filter(pays_for)),
        noted: noted.filter(|_| is_known).map(|(noted, _)| noted.id),
    }
}

/// What happened of the option besides sessions that were had.
fn other_step(typed: &TreatmentOption, noted: &Noted, progress: &Progress) -> Option<Step> {
    let is_of_option = |line: LineId| typed.lines.iter().any(|other| other.id == line);
    let (what, amount) = match &noted.fact {
        Fact::Session { line, on, what: SessionFact::Skipped } => {
            let (counts, _) = progress.session(*line, *on)?;
            (counts.id == noted.id && is_of_option(*line)).then_some((StepKind::Skipped(*line), Money::ZERO))
        }
        Fact::Ended { line, .. } => is_of_option(*line).then_some((StepKind::Ended(*line), Money::ZERO)),
        Fact::Payment { option, amount, note, .. } => {
            (*option == typed.id).then(|| (StepKind::Payment(note.clone()), *amount))
        }
        Fact::Graded { option, concern, grade, .. } => {
            (*option == typed.id).then(|| (StepKind::Graded(concern.clone(), *grade), Money::ZERO))
        }
        Fact::Session { .. } => None,
    }?;
    Some(Step { on: noted.fact.on(), what, amount: Spread::of(amount), noted: Some(noted.id) })
}

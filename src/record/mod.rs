//! The record of a plan: what was issued, and what became of each issue. It follows from what happened to the plan, and
//! is never written down itself.
//!
//! An issue is a [`Snapshot`] that never changes again, and a list of dated answers. Everything else follows from the
//! place in the list: the revision is its position, it supersedes the issue before it, and it is superseded by the one
//! behind it on the day that was issued. So nothing of this can be written down twice and disagree.

mod acknowledgement;
mod error;
mod frozen;
mod ground;
mod presentation;
mod prices;
mod seal;
mod status;

pub use acknowledgement::{Acknowledgement, Matter};
pub use error::RecordError;
pub use frozen::{Frozen, Whole};
pub use ground::Ground;
pub use presentation::Presentation;
pub use prices::{FrozenAddOn, FrozenPrice, FrozenPrices, FrozenTreatment};
pub use seal::{NoSeal, Seal};
pub use status::{Status, Succession};

use crate::catalog::Catalog;
use crate::document::{Draft, Mark, Serial, limits};
use crate::estimate::Estimator;
use crate::evaluation::{Effect, Evaluation};
use crate::plan::Problems;
use crate::units::Date;
use std::sync::Arc;

/// What was issued of a plan, the oldest first, whether the plan is being revised, and what of it was acknowledged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    issues: Vec<Issued>,
    revising: bool,
    acknowledged: Vec<Acknowledgement>,
}

/// An issue: what was handed out, and what the client said to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The number of the event by which it was handed out.
    pub id: Serial,
    /// The seal of that event.
    pub seal: Seal,
    /// What was handed out.
    pub snapshot: Arc<Snapshot>,
    /// What the client said, in the order it was recorded. The last one counts; those before it were corrected.
    pub answers: Vec<DatedAnswer>,
    /// What had been acknowledged by then, as far as whoever handed it out knew.
    pub acknowledged: Vec<Acknowledgement>,
}

/// A plan as it was handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The document's number, unique within the record.
    pub number: String,
    /// The day of issue.
    pub on: Date,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// What it was made with.
    pub versions: Versions,
    /// The client's date of birth, if it was printed.
    pub born: Option<Date>,
    /// The first day on which the client was asked to decide, if it was printed.
    pub decide_from: Option<Date>,
    /// How it was handed out; none where that was not kept.
    pub presentation: Option<Presentation>,
    /// The plan as typed.
    pub draft: Draft,
    /// What it rests on, and what it came to.
    pub frozen: Frozen,
}

/// What a plan was made with, as its sheet prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// The program's version.
    pub program: String,
    /// The model's version.
    pub model: String,
    /// The catalogue's version.
    pub catalogue: String,
}

/// What a client says to an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Yes: to this option, if it was said to which.
    Accepted(Option<Mark>),
    /// No.
    Declined,
    /// Nothing after all: what was recorded before was a mistake.
    Open,
}

impl Answer {
    /// As files and documents name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Accepted(_) => "accepted",
            Self::Declined => "declined",
            Self::Open => "open",
        }
    }

    /// The option that was accepted, if it was said which.
    pub fn option(self) -> Option<Mark> {
        match self {
            Self::Accepted(option) => option,
            Self::Declined | Self::Open => None,
        }
    }
}

/// An answer with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedAnswer {
    /// What was said.
    pub answer: Answer,
    /// When.
    pub on: Date,
}

impl Record {
    /// What was issued, the oldest first, and whether the last issue is being revised.
    pub fn of(issues: Vec<Issued>, revising: bool) -> Self {
        Self { issues, revising, acknowledged: Vec::new() }
    }

    /// The same with what clinicians have acknowledged, the earliest first.
    #[must_use]
    pub fn acknowledging(self, acknowledged: Vec<Acknowledgement>) -> Self {
        Self { acknowledged, ..self }
    }

    /// What clinicians have acknowledged, the earliest first, whether or not the plan still says it.
    pub fn acknowledged(&self) -> &[Acknowledgement] {
        &self.acknowledged
    }

    /// Adds an issue.
    ///
    /// # Errors
    /// If it cannot be the next one.
    pub fn add(&mut self, issued: Issued) -> Result<(), RecordError> {
        self.check(&issued.snapshot.number, issued.snapshot.on, issued.snapshot.valid_until)?;
        self.issues.push(issued);
        Ok(())
    }

    /// The catalogue to work the plan out with: with what was frozen when it was issued, or as given.
    #[must_use]
    pub fn catalog_in_force(&self, catalog: Catalog) -> Catalog {
        match self.current() {
            Some(current) => current.snapshot.frozen.over(&catalog),
            None => catalog,
        }
    }

    /// The plan worked out with the catalogue in force: as it was issued, or anew as long as it is not.
    ///
    /// # Errors
    /// Every problem, with its place.
    pub fn evaluate(
        &self,
        estimator: &mut Estimator,
        draft: &Draft,
        catalog: &Catalog,
    ) -> Result<Evaluation, Problems> {
        match self.current() {
            Some(current) => current.snapshot.frozen.evaluate(estimator, draft, catalog),
            None => Evaluation::with(estimator, draft, catalog),
        }
    }

    /// What another catalogue would change in the plan: nothing as long as it is issued.
    pub fn effect(&self, draft: &Draft, before: Catalog, after: Catalog) -> Effect {
        let [before, after] = [before, after].map(|catalog| self.catalog_in_force(catalog));
        let results = |catalog| self.evaluate(&mut Estimator::default(), draft, catalog);
        Effect::between(draft, results(&before), results(&after), &after)
    }

    /// What was issued, the oldest first.
    pub fn issues(&self) -> &[Issued] {
        &self.issues
    }

    /// The issue that was made last.
    pub fn last(&self) -> Option<&Issued> {
        self.issues.last()
    }

    /// The last issue, unless it is being revised: then the plan is what was issued and cannot be changed.
    pub fn current(&self) -> Option<&Issued> {
        self.last().filter(|_| !self.revising)
    }

    /// Whether the last issue is being revised.
    pub fn is_revising(&self) -> bool {
        self.revising
    }

    /// The position of the issue with this number.
    pub fn position(&self, number: &str) -> Option<usize> {
        self.issues.iter().position(|issued| issued.snapshot.number == number.trim())
    }

    /// A number for the next issue: that of the first one with the revision behind it, and `derived` for the first.
    pub fn proposed_number(&self, derived: &str) -> String {
        let Some(first) = self.issues.first() else { return derived.to_owned() };
        let short = first.snapshot.number.chars().count() + "-R100".len() <= limits::NUMBER;
        let base = if short { first.snapshot.number.as_str() } else { derived };
        let numbered = |revision: u32| format!("{base}-R{revision}");
        // Somebody may have typed such a number; more than there are issues they cannot have typed.
        let next = self.next_revision();
        let mut numbers = (next..=next.saturating_mul(2)).map(numbered);
        numbers.find(|number| self.position(number).is_none()).unwrap_or_default()
    }

    /// The revision that the next issue will be, from 1.
    pub fn next_revision(&self) -> u32 {
        u32::try_from(self.issues.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Checks that an issue with these marks may be the next one.
    ///
    /// # Errors
    /// Why it may not.
    pub fn check(&self, number: &str, on: Date, valid_until: Date) -> Result<(), RecordError> {
        let number = number.trim();
        if number.is_empty() {
            return Err(RecordError::NoNumber);
        }
        if number.chars().count() > limits::NUMBER || number.chars().any(char::is_control) {
            return Err(RecordError::BadNumber);
        }
        if self.position(number).is_some() {
            return Err(RecordError::NumberTaken(number.to_owned()));
        }
        if valid_until < on {
            return Err(RecordError::ValidTooShort { on, valid_until });
        }
        if (valid_until - on).get_days() > limits::VALID_DAYS {
            return Err(RecordError::ValidTooLong { on, valid_until });
        }
        for date in [on, valid_until] {
            if !limits::YEARS.contains(&date.year()) {
                return Err(RecordError::BadDate(date));
            }
        }
        if let Some(before) = self.last().map(|last| last.snapshot.on).filter(|before| *before > on) {
            return Err(RecordError::BeforeLast { on, before });
        }
        if self.issues.len() >= limits::ISSUES { Err(RecordError::TooManyIssues) } else { Ok(()) }
    }
}

impl Snapshot {
    /// The plan as it was issued, with the catalogue that it is shown with.
    ///
    /// # Errors
    /// Every problem, with its place: only where not everything was frozen.
    pub fn evaluate(&self, catalog: &Catalog) -> Result<(Evaluation, Catalog), Problems> {
        let catalog = self.frozen.over(catalog);
        let evaluation = self.frozen.evaluate(&mut Estimator::default(), &self.draft, &catalog)?;
        Ok((evaluation, catalog))
    }

    /// What has changed in the prices since. `today` is the catalogue that a revision would be worked out with.
    pub fn since(&self, today: &Catalog) -> Effect {
        let before = self.evaluate(today).map(|(evaluation, _)| evaluation);
        Effect::between(&self.draft, before, Evaluation::of(&self.draft, today), today)
    }

    /// Whether what is frozen is of the plan.
    ///
    /// # Errors
    /// If it is not.
    pub fn check_frozen(&self) -> Result<(), RecordError> {
        match &self.frozen {
            Frozen::Whole(whole) if !whole.figures.are_of(&self.draft) => {
                Err(RecordError::FiguresDiffer(self.number.clone()))
            }
            _ => Ok(()),
        }
    }

    /// For how many days it holds, from the day of issue.
    pub fn valid_days(&self) -> u16 {
        u16::try_from((self.valid_until - self.on).get_days()).unwrap_or_default()
    }

    /// The options a client may choose from: letters and names.
    pub fn choices(&self) -> impl Iterator<Item = (Mark, &str)> {
        let shown = self.draft.options.iter().filter(|option| !option.hidden);
        shown.map(|option| (option.mark, option.name.as_str()))
    }

    /// Checks that this can have been answered.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn check(&self, answer: DatedAnswer) -> Result<(), RecordError> {
        if answer.on < self.on {
            return Err(RecordError::AnswerTooEarly { on: answer.on, issued: self.on });
        }
        match answer.answer.option() {
            Some(option) if self.choices().all(|(mark, _)| mark != option) => {
                Err(RecordError::NoSuchOption { option: option.letter(), number: self.number.clone() })
            }
            _ => Ok(()),
        }
    }
}

impl Issued {
    /// What was just handed out.
    pub fn new(id: Serial, seal: Seal, snapshot: Arc<Snapshot>) -> Self {
        Self { id, seal, snapshot, answers: Vec::new(), acknowledged: Vec::new() }
    }

    /// What the client said, if anything that still counts.
    pub fn answer(&self) -> Option<DatedAnswer> {
        self.answers.last().copied().filter(|answer| answer.answer != Answer::Open)
    }
}

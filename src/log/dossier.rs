//! A plan with everything that happened to it: what is open in a window and what a file holds.

use super::{Author, EventKind, Log};
use crate::catalog::Catalog;
use crate::document::{Draft, limits};
use crate::evaluation::Evaluation;
use crate::record::{Answer, DatedAnswer, Frozen, Presentation, Record, RecordError, Snapshot, Versions};
use crate::simulate::{Precision, Simulator};
use crate::units::Date;
use std::sync::Arc;

/// A plan as typed, and beside it what happened to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The plan as typed.
    pub draft: Draft,
    /// What happened to it. It is only ever added to.
    pub log: Log,
}

/// What is said of an issue when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueTerms {
    /// The document's number.
    pub number: String,
    /// The day of issue.
    pub on: Date,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// The version of the program that issues it.
    pub program: String,
    /// The client's date of birth, if it is printed.
    pub born: Option<Date>,
    /// The first day on which the client is asked to decide, if it is printed.
    pub decide_from: Option<Date>,
    /// How it is handed out, kept for its copies; none makes them as copies are made on their day.
    pub presentation: Option<Presentation>,
}

impl IssueTerms {
    /// Whether the client can have been born, and can decide, on the days that are printed.
    fn check_days(&self) -> Result<(), RecordError> {
        let Self { on, valid_until, .. } = *self;
        if let Some(born) = self.born.filter(|born| *born > on) {
            return Err(RecordError::NotBorn { born, on });
        }
        match self.decide_from.filter(|day| !(on..=valid_until).contains(day)) {
            Some(day) => Err(RecordError::CannotDecide { day, on, valid_until }),
            None => Ok(()),
        }
    }
}

impl From<Draft> for Dossier {
    /// A plan to which nothing has happened yet.
    fn from(draft: Draft) -> Self {
        Self { draft, log: Log::default() }
    }
}

impl Dossier {
    /// What follows from what happened.
    pub fn record(&self) -> Record {
        self.log.record()
    }

    /// Issues the plan, with what this catalogue says frozen into it.
    ///
    /// # Errors
    /// If the plan is issued already or has problems, or if the terms do not fit the record; nothing is changed then.
    pub fn issue(&mut self, terms: IssueTerms, catalog: &Catalog, by: &Author) -> Result<(), RecordError> {
        let record = self.record();
        if let Some(current) = record.current() {
            return Err(RecordError::AlreadyIssued(current.snapshot.number.clone()));
        }
        record.check(&terms.number, terms.on, terms.valid_until)?;
        terms.check_days()?;
        let evaluation = Evaluation::of(&self.draft, catalog).map_err(|_| RecordError::Invalid)?;
        let evaluation = evaluation.simulated(&mut Simulator::default(), Precision::RESTING);
        let versions = Versions {
            program: terms.program,
            model: catalog.model.version.clone(),
            catalogue: catalog.version.clone(),
        };
        let snapshot = Snapshot {
            number: terms.number.trim().to_owned(),
            on: terms.on,
            valid_until: terms.valid_until,
            versions,
            born: terms.born,
            decide_from: terms.decide_from,
            presentation: terms.presentation,
            frozen: Frozen::of(&self.draft, &evaluation, catalog),
            draft: self.draft.clone(),
        };
        self.log.append(by, EventKind::Issued(Arc::new(snapshot)));
        Ok(())
    }

    /// Writes down what the client said to the last issue. What was said before stays beside it and counts no more.
    ///
    /// # Errors
    /// If nothing was issued, the day is before the day of issue or ahead of today, or the option is not in the issue;
    /// nothing is changed then.
    pub fn answer(&mut self, answer: Answer, on: Date, today: Date, by: &Author) -> Result<(), RecordError> {
        let (record, said) = (self.record(), DatedAnswer { answer, on });
        let issued = record.last().ok_or(RecordError::NothingIssued)?;
        issued.snapshot.check(said)?;
        if on > today {
            return Err(RecordError::AnswerAhead(on));
        }
        if issued.answers.len() >= limits::ANSWERS {
            return Err(RecordError::TooManyAnswers);
        }
        self.log.append(by, EventKind::Answered { issue: issued.id, said });
        Ok(())
    }

    /// Lets the plan be changed again, as the next revision. One that is being revised stays so.
    ///
    /// # Errors
    /// If nothing was issued.
    pub fn revise(&mut self, by: &Author) -> Result<(), RecordError> {
        let record = self.record();
        let issue = record.last().ok_or(RecordError::NothingIssued)?.id;
        if !record.is_revising() {
            self.log.append(by, EventKind::RevisionBegun { issue });
        }
        Ok(())
    }

    /// Puts what was issued last in place of its revision.
    ///
    /// # Errors
    /// If nothing was issued.
    pub fn abandon(&mut self, by: &Author) -> Result<(), RecordError> {
        let record = self.record();
        let last = record.last().ok_or(RecordError::NothingIssued)?;
        if record.is_revising() {
            self.log.append(by, EventKind::RevisionAbandoned { issue: last.id });
            self.draft = last.snapshot.draft.clone();
        }
        Ok(())
    }

    /// Takes in what happened to another copy of the plan. Where the plan is not what was issued last, a revision has begun.
    pub fn take_in(&mut self, other: &Log, by: &Author) {
        self.log.merge(other);
        let record = self.record();
        if let Some(current) = record.current()
            && current.snapshot.draft != self.draft
        {
            self.log.append(by, EventKind::RevisionBegun { issue: current.id });
        }
    }

    /// Checks that all this can have come about: a plan that is issued and not being revised is what was issued.
    ///
    /// # Errors
    /// What cannot be.
    pub fn check(&self) -> Result<(), RecordError> {
        self.log.check()?;
        match self.record().current() {
            Some(current) if current.snapshot.draft != self.draft => {
                Err(RecordError::Differs(current.snapshot.number.clone()))
            }
            _ => Ok(()),
        }
    }
}

//! Issuing a plan, answering it, and beginning and abandoning a revision.

use super::{Answer, DatedAnswer, Frozen, Issued, Presentation, Record, RecordError, Snapshot, Versions};
use crate::catalog::Catalog;
use crate::document::{Draft, limits};
use crate::units::Date;
use std::sync::Arc;

/// What is said of an issue when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
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

impl Terms {
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

impl Draft {
    /// Whether the plan is what was issued, and so cannot be changed until it is revised.
    pub fn is_issued(&self) -> bool {
        self.record.current().is_some()
    }

    /// The plan as issued: its record has one issue more, with what this catalogue says frozen into it.
    ///
    /// # Errors
    /// If the plan is issued already or has problems, or if the terms do not fit the record.
    pub fn issue(&self, terms: Terms, catalog: &Catalog) -> Result<Self, RecordError> {
        if let Some(current) = self.record.current() {
            return Err(RecordError::AlreadyIssued(current.snapshot.number.clone()));
        }
        self.record.check(&terms.number, terms.on, terms.valid_until)?;
        terms.check_days()?;
        self.parse(catalog).map_err(|_| RecordError::Invalid)?;
        let versions = Versions {
            program: terms.program,
            model: catalog.model.version.clone(),
            catalogue: catalog.version.clone(),
        };
        let draft = Self { record: Record::default(), ..self.clone() };
        let snapshot = Snapshot {
            number: terms.number.trim().to_owned(),
            on: terms.on,
            valid_until: terms.valid_until,
            versions,
            born: terms.born,
            decide_from: terms.decide_from,
            presentation: terms.presentation,
            frozen: Frozen::of(&draft, catalog),
            draft,
        };
        let mut issues = self.record.issues.clone();
        issues.push(Issued { snapshot: Arc::new(snapshot), answers: Vec::new() });
        Ok(Self { record: Record { issues, revising: false }, ..self.clone() })
    }

    /// The plan with an answer to its last issue. One recorded before stays beside it and counts no more.
    ///
    /// # Errors
    /// If nothing was issued, the day is before the day of issue or ahead of today, or the option is not in the issue.
    pub fn answer(&self, answer: Answer, on: Date, today: Date) -> Result<Self, RecordError> {
        let mut draft = self.clone();
        let issued = draft.record.issues.last_mut().ok_or(RecordError::NothingIssued)?;
        issued.snapshot.check(DatedAnswer { answer, on })?;
        if on > today {
            return Err(RecordError::AnswerAhead(on));
        }
        if issued.answers.len() >= limits::ANSWERS {
            return Err(RecordError::TooManyAnswers);
        }
        issued.answers.push(DatedAnswer { answer, on });
        Ok(draft)
    }

    /// Lets the plan be changed again, as the next revision.
    pub(in crate::document) fn revise(&mut self) {
        self.record.revising = !self.record.issues.is_empty();
    }

    /// Gives the issued plan back in place of its revision.
    pub(in crate::document) fn abandon(&mut self) {
        if let Some(last) = self.record.issues.last().filter(|_| self.record.revising) {
            *self = Self {
                record: Record { issues: self.record.issues.clone(), revising: false },
                ..last.snapshot.draft.clone()
            };
        }
    }

    /// Checks that an issued plan is what was issued.
    ///
    /// # Errors
    /// If it was changed without being revised.
    pub fn check_record(&self) -> Result<(), RecordError> {
        let Some(current) = self.record.current() else { return Ok(()) };
        let bare = Self { record: Record::default(), ..self.clone() };
        let same = bare == current.snapshot.draft;
        if same { Ok(()) } else { Err(RecordError::Differs(current.snapshot.number.clone())) }
    }

    /// The catalogue to work this plan out with: with what was frozen when it was issued, or as given.
    #[must_use]
    pub fn catalog_in_force(&self, catalog: Catalog) -> Catalog {
        match self.record.current() {
            Some(current) => current.snapshot.frozen.over(&catalog),
            None => catalog,
        }
    }
}

//! A plan with everything that happened to it: what is open in a window and what a file holds.

use super::{Author, EventKind, Log};
use crate::catalog::Catalog;
use crate::document::{Draft, OptionId, Serial, limits};
use crate::estimate::Estimator;
use crate::evaluation::{Evaluation, Followed};
use crate::plan::Problems;
use crate::progress::{AppointmentCause, Fact, ProgressError};
use crate::record::{
    Answer, DatedAnswer, Frozen, Issued, Matter, Presentation, Record, RecordError, Snapshot, Versions,
};
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

    /// Writes down what really happened of the treatment. What was written down before of the same session stays in the log and
    /// counts no more.
    ///
    /// # Errors
    /// If it cannot have happened by today; nothing is changed then.
    pub fn note(&mut self, fact: Fact, today: Date, by: &Author) -> Result<(), ProgressError> {
        self.log.progress().check(&fact, &self.draft, today)?;
        self.log.append(by, EventKind::Happened(fact));
        Ok(())
    }

    /// What a table of appointments says that is not noted yet.
    ///
    /// # Errors
    /// As [`crate::progress::Progress::appointments`].
    pub fn appointments(
        &self,
        bytes: &[u8],
        today: Date,
        day: &dyn Fn(&str) -> Option<Date>,
    ) -> Result<Vec<Fact>, Vec<(usize, AppointmentCause)>> {
        self.log.progress().appointments(bytes, (&self.draft, self.option_followed()), today, day)
    }

    /// Takes back what was written down by mistake.
    ///
    /// # Errors
    /// If it is not known, or taken back already.
    pub fn take_back(&mut self, event: Serial, by: &Author) -> Result<(), ProgressError> {
        let is_noted = self.log.progress().noted().iter().any(|noted| noted.id == event);
        if !is_noted && self.record().acknowledged().iter().all(|known| known.id != event) {
            return Err(ProgressError::NothingToTakeBack);
        }
        self.log.append(by, EventKind::TakenBack { event });
        Ok(())
    }

    /// Writes down that a clinician has seen and decided something, and gives the number of the event; none if that stands there
    /// already.
    pub fn acknowledge(&mut self, matter: Matter, by: &Author) -> Option<Serial> {
        if matter.acknowledged_in(self.record().acknowledged()).is_some() {
            return None;
        }
        self.log.append(by, EventKind::Acknowledged(matter));
        self.log.events().last().map(|event| event.number)
    }

    /// Takes back that something was acknowledged, by whomever, and gives the numbers of the events; none if nobody did.
    pub fn reopen(&mut self, matter: &Matter, by: &Author) -> Vec<Serial> {
        let record = self.record();
        let of_it = record.acknowledged().iter().filter(|known| known.matter == *matter);
        self.take_back_events(&of_it.map(|known| known.id).collect::<Vec<_>>(), by)
    }

    /// Takes back these events of what happened, of acknowledging and of taking back, as far as they still count, and gives the
    /// numbers of the events by which it does: to take these back is to do it again, as it was.
    pub fn take_back_events(&mut self, events: &[Serial], by: &Author) -> Vec<Serial> {
        let mut numbers = Vec::new();
        for event in events {
            if self.log.can_be_taken_back(*event) {
                self.log.append(by, EventKind::TakenBack { event: *event });
                numbers.extend(self.log.events().last().map(|event| event.number));
            }
        }
        numbers
    }

    /// The option that the plan goes on with: that of what happened last, or else the one that was accepted, or the only one
    /// that is shown. None where nobody can tell.
    pub fn option_followed(&self) -> Option<OptionId> {
        let progress = self.log.progress();
        let happened = progress.noted().iter().rev().find_map(|noted| noted.fact.option(&self.draft));
        let record = self.record();
        let accepted = record.last().and_then(Issued::answer).and_then(|said| said.answer.option());
        let accepted = accepted.and_then(|mark| self.draft.options.iter().find(|option| option.mark == mark));
        let mut shown = self.draft.shown();
        let only = shown.next().filter(|_| shown.next().is_none());
        happened.or(accepted.or(only).map(|option| option.id))
    }

    /// How an option of the plan, which was worked out with this catalogue, goes on by what really happened up to a day. None for
    /// one that is not shown.
    ///
    /// # Errors
    /// What keeps the plan from being worked out with it, such as a session booked too soon.
    pub fn followed(
        &self,
        evaluation: &Evaluation,
        option: OptionId,
        as_of: Date,
        catalog: &Catalog,
    ) -> Result<Option<Followed>, Problems> {
        let (progress, record) = (self.log.progress(), self.record());
        let issued = record.last().filter(|_| record.is_revising());
        let issued = issued.and_then(|issued| issued.snapshot.evaluate(catalog).ok());
        let issued = issued.as_ref().map(|(evaluation, _)| evaluation);
        let plan = (&self.draft, &progress);
        evaluation.followed(&mut Estimator::default(), plan, (option, as_of), issued, catalog)
    }

    /// Something that happened as it is to be noted of the plan, which was worked out with this catalogue: of a session that was had, with
    /// nothing said of what was paid, with what the plan says of that now. On one day that is what it adds to what was noted of the others.
    #[must_use]
    pub fn as_planned(&self, fact: Fact, evaluation: &Evaluation, today: Date, catalog: &Catalog) -> Fact {
        evaluation.as_planned((&self.draft, &self.log.progress()), fact, today, catalog)
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

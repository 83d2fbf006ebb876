//! Why something cannot have happened.

use super::{Fact, Progress, SessionFact};
use crate::catalog::ConcernId;
use crate::document::{Draft, OptionId, limits};
use crate::units::{Date, Money};

/// Why something that is said to have happened cannot be written down, with the values that a sentence on it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgressError {
    /// Its line or option is not in the plan.
    NotInPlan,
    /// It lies ahead of today.
    Ahead(Date),
    /// It is booked for a day that is past.
    BookedInPast(Date),
    /// It lies so far before the plan's first day that it cannot be of this plan.
    TooEarly {
        /// The day.
        on: Date,
        /// The plan's first day.
        start: Date,
    },
    /// It lies behind the plan's last day.
    TooLate {
        /// The day.
        on: Date,
        /// The first day behind the plan.
        end: Date,
    },
    /// The amount is below zero or too large.
    Amount,
    /// Nothing was paid or paid back.
    NoAmount,
    /// More is noted than a plan takes.
    TooMany,
    /// There is no such grade.
    NoGrade,
    /// The result was graded on this day already.
    GradedAlready(Date),
    /// A grade is against the first day, which this is, or which lies behind this one.
    NothingToGrade(Date),
    /// The plan is not for this concern.
    NotForConcern,
    /// The same is noted already.
    Known,
    /// The session that is to be given up is noted as had on this day, and that counts.
    WasHad(Date),
    /// The session that is to be booked is noted as given up on this day, and that counts.
    WasGivenUp(Date),
    /// What is to be taken back is not noted, or taken back already.
    NothingToTakeBack,
}

/// How long before its first day something of a plan may have happened, in days.
const EARLY_DAYS: i32 = 366;

impl Progress {
    /// Whether something can have happened of a plan by today.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn check(&self, fact: &Fact, draft: &Draft, today: Date) -> Result<(), ProgressError> {
        let on = fact.on();
        fact.option(draft).ok_or(ProgressError::NotInPlan)?;
        match fact.is_past() {
            true if on > today => return Err(ProgressError::Ahead(on)),
            false if on < today => return Err(ProgressError::BookedInPast(on)),
            _ => {}
        }
        if (draft.start - on).get_days() > EARLY_DAYS {
            return Err(ProgressError::TooEarly { on, start: draft.start });
        }
        let end = draft.start.saturating_add(jiff::Span::new().years(i64::from(draft.horizon_years)));
        if on >= end {
            return Err(ProgressError::TooLate { on, end });
        }
        match *fact {
            Fact::Session { what: SessionFact::Had { paid: Some(paid), .. }, .. }
                if !(Money::ZERO..=Money::MAX).contains(&paid) =>
            {
                return Err(ProgressError::Amount);
            }
            Fact::Graded { grade, .. } if !grade.is_valid() => return Err(ProgressError::NoGrade),
            Fact::Graded { ref concern, .. } if !draft.concerns().any(|other| other == concern) => {
                return Err(ProgressError::NotForConcern);
            }
            Fact::Payment { amount: Money::ZERO, .. } => return Err(ProgressError::NoAmount),
            Fact::Payment { amount, .. } if amount > Money::MAX || Money::ZERO - amount > Money::MAX => {
                return Err(ProgressError::Amount);
            }
            _ => {}
        }
        if let Fact::Graded { option, concern, .. } = fact {
            self.check_grade((*option, concern), draft, on)?;
        }
        if let Fact::Session { line, what, .. } = *fact {
            match (what, self.session(line, on)) {
                (SessionFact::Skipped, Some((_, SessionFact::Had { .. }))) => return Err(ProgressError::WasHad(on)),
                (SessionFact::Booked, Some((_, SessionFact::Skipped))) => return Err(ProgressError::WasGivenUp(on)),
                _ => {}
            }
        }
        if self.is_known(fact) {
            return Err(ProgressError::Known);
        }
        if self.noted.len() >= limits::FACTS { Err(ProgressError::TooMany) } else { Ok(()) }
    }
    /// Whether a result can have been graded on a day.
    fn check_grade(
        &self,
        (option, concern): (OptionId, &ConcernId),
        draft: &Draft,
        on: Date,
    ) -> Result<(), ProgressError> {
        let first = self.begun(draft, option).start;
        if on <= first {
            return Err(ProgressError::NothingToGrade(first));
        }
        match self.grades(option, concern, on).last() {
            Some((day, _)) if *day == on => Err(ProgressError::GradedAlready(on)),
            _ => Ok(()),
        }
    }
}

//! What is due of a plan by a day: what the front desk has to see to.

use super::Dossier;
use crate::catalog::Catalog;
use crate::document::{ExtraId, LineId, OptionId};
use crate::estimate::{Estimator, Prepaid};
use crate::evaluation::{Evaluation, Followed, SessionState, StepKind};
use crate::plan::Problems;
use crate::record::Status;
use crate::schedule::{Phase, Session};
use crate::units::Date;
use jiff::ToSpan;

/// Something that is due of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// What.
    pub what: DueKind,
}

/// What is due of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum DueKind {
    /// The client has not answered to an issue that holds until the day.
    Answer,
    /// An issue holds no more since the day, and nobody has answered.
    Expired,
    /// A session of the option that the plan goes on with.
    Session {
        /// The session.
        session: Session,
        /// How sure it is; never had.
        state: SessionState,
    },
    /// Of a package that is paid sessions are left, and none is foreseen for them, or they can be had until the day only.
    Left {
        /// Whose they are.
        line: LineId,
        /// The add-on that is meant; none for the sessions themselves.
        add_on: Option<ExtraId>,
        /// How many.
        sessions: u32,
        /// The last day on which they can be had; none if the package always holds.
        until: Option<Date>,
    },
    /// Sessions that a membership has brought are left, none is foreseen for them, and they can be had until the day.
    MemberSessions {
        /// The number of the first month that brought them.
        month: u32,
        /// How many.
        sessions: u32,
    },
}

impl Due {
    /// What it is called within its plan, the same whatever day it falls on.
    pub fn name(&self) -> String {
        match &self.what {
            DueKind::Answer | DueKind::Expired => "due answer".to_owned(),
            DueKind::Session { session, .. } => format!("due {}", session.id()),
            DueKind::MemberSessions { month, .. } => format!("due membership {month}"),
            DueKind::Left { line, add_on: None, .. } => format!("due package {line}"),
            DueKind::Left { line, add_on: Some(add_on), .. } => format!("due package {line} {add_on}"),
        }
    }
}

impl DueKind {
    /// As files name it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Expired => "expired",
            Self::Session { state: SessionState::Booked, .. } => "booked",
            Self::Session { state: SessionState::Overdue, .. } => "overdue",
            Self::Session { session, .. } if session.phase == Phase::Upkeep => "upkeep",
            Self::Session { .. } => "session",
            Self::Left { .. } => "package-left",
            Self::MemberSessions { .. } => "membership-left",
        }
    }
}

/// What is due of a plan, with the option that it goes on with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dues {
    /// How that goes on; none where nobody has said which it is, or nothing has happened of it and nobody has accepted.
    pub followed: Option<Followed>,
    /// The earliest first.
    pub due: Vec<Due>,
}

impl Dossier {
    /// What is due of the plan within so many days from today on, and what should have been before.
    ///
    /// # Errors
    /// What keeps the plan from being worked out with what happened of it.
    pub fn due(
        &self,
        evaluation: &Evaluation,
        (today, days): (Date, u32),
        catalog: &Catalog,
    ) -> Result<Dues, Problems> {
        let until = today.saturating_add(i64::from(days).days());
        let status = self.record().last_status(today);
        let mut due: Vec<Due> = status.as_ref().and_then(|status| self.unanswered(status)).into_iter().collect();
        let is_going_on = matches!(status, Some(Status::Accepted { .. })) || !self.log.progress().is_empty();
        let option: Option<OptionId> = self.option_followed().filter(|_| is_going_on);
        let followed = option.map(|option| self.followed(evaluation, option, today, catalog)).transpose()?.flatten();
        if let Some(followed) = &followed {
            due.extend(followed.steps.iter().filter_map(|step| match step.what {
                StepKind::Session { session, state, .. } if state != SessionState::Had => {
                    Some(Due { on: step.on, what: DueKind::Session { session, state } })
                }
                _ => None,
            }));
            let is_foreseen = followed.foreseen().is_some_and(|session| session.phase == Phase::Course);
            // Of what was broken off nothing is had any more.
            let is_ended = |left: &Prepaid| followed.typed()[left.line].so_far.is_ended;
            let left = followed.prepaid.iter().filter(|left| !is_ended(left));
            let left = left.filter(|left| left.until.is_some() || !is_foreseen);
            due.extend(left.map(|&Prepaid { line, add_on, sessions, until, .. }| Due {
                on: until.unwrap_or(today),
                what: DueKind::Left { line, add_on, sessions, until },
            }));
        }
        let of_members = followed.iter().flat_map(Followed::member_sessions_left);
        due.extend(
            of_members.map(|(month, on, sessions)| Due { on, what: DueKind::MemberSessions { month, sessions } }),
        );
        due.retain(|due| due.on <= until);
        due.sort_by_key(|due| due.on);
        Ok(Dues { followed, due })
    }

    /// As [`Dossier::due`], with the clinic's prices as of the plan's first day; an issued plan is worked out with those it was
    /// issued with. Gives back the catalogue that holds for it as well.
    pub fn due_at_prices(&self, clinic: Catalog, within: (Date, u32)) -> (Catalog, Result<Dues, Problems>) {
        let record = self.record();
        let catalog = record.catalog_in_force(clinic);
        let evaluation = record.evaluate(&mut Estimator::default(), &self.draft, &catalog);
        let dues = evaluation.and_then(|evaluation| self.due(&evaluation, within, &catalog));
        (catalog, dues)
    }

    /// An issue to which nobody has answered.
    fn unanswered(&self, status: &Status) -> Option<Due> {
        match status {
            Status::Issued => Some(Due { on: self.record().last()?.snapshot.valid_until, what: DueKind::Answer }),
            Status::Expired { on } => Some(Due { on: *on, what: DueKind::Expired }),
            _ => None,
        }
    }
}

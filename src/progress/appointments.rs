//! A table of appointments, as a clinic's calendar writes it: each row is a session that was had, given up or is booked, or the
//! end of a treatment.

use super::named::{NotALine, line_named};
use super::{Fact, Progress, ProgressError, SessionFact};
use crate::document::{Draft, OptionId, Serial, limits};
use crate::progress::Noted;
use crate::spreadsheet::{Row, Unread, rows};
use crate::units::{Date, Money, MoneyError};

/// Why a row is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppointmentCause {
    /// The table cannot be read.
    Unread(Unread),
    /// It is empty, without a heading.
    Empty,
    /// It has a heading and nothing below it.
    NoRows,
    /// It has no column of this name.
    NoColumn(&'static str),
    /// This is no day.
    Day(String),
    /// This is no treatment of the plan.
    Treatment(NotALine),
    /// This is no status.
    Status(String),
    /// This is no amount.
    Paid(MoneyError),
    /// An amount stands with a session that was not had.
    PaidUnhad,
    /// The row on this line says something else of the same session.
    Contradicts(usize),
    /// It cannot have happened.
    Impossible(ProgressError),
}

/// The words of the column `status`, an empty cell meaning the first.
pub const STATUSES: [&str; 4] = ["had", "booked", "given-up", "broken-off"];

/// Which column holds what.
struct Columns {
    date: usize,
    treatment: usize,
    status: Option<usize>,
    paid: Option<usize>,
}

impl Progress {
    /// What a table says that is not noted yet, each with the line it stands on. Days are read by `day`; treatments of the
    /// option that the plan goes on with may stand there by their id alone.
    ///
    /// # Errors
    /// Every row that says what cannot be, with its line.
    pub fn appointments(
        &self,
        bytes: &[u8],
        (draft, followed): (&Draft, Option<OptionId>),
        today: Date,
        day: &dyn Fn(&str) -> Option<Date>,
    ) -> Result<Vec<Fact>, Vec<(usize, AppointmentCause)>> {
        let rows =
            rows(bytes, limits::FACTS).map_err(|(line, unread)| vec![(line, AppointmentCause::Unread(unread))])?;
        let (heading, rows) = rows.split_first().ok_or_else(|| vec![(1, AppointmentCause::Empty)])?;
        if rows.is_empty() {
            return Err(vec![(heading.line, AppointmentCause::NoRows)]);
        }
        let columns = Columns::of(heading).map_err(|missing| vec![(heading.line, missing)])?;
        let (mut known, mut new, mut problems) = (self.clone(), Vec::new(), Vec::new());
        let mut told: Vec<(usize, Fact)> = Vec::new();
        for row in rows {
            let read = columns.fact(row, draft, followed, day);
            let checked = read.and_then(|fact| {
                if let Some((line, _)) = told.iter().find(|(_, other)| other.contradicts(&fact)) {
                    return Err(AppointmentCause::Contradicts(*line));
                }
                told.push((row.line, fact.clone()));
                if known.is_known(&fact) {
                    return Err(AppointmentCause::Impossible(ProgressError::Known));
                }
                known.check(&fact, draft, today).map_err(AppointmentCause::Impossible)?;
                Ok(fact)
            });
            match checked {
                Ok(fact) => {
                    known.noted.push(Noted { id: Serial::default(), fact: fact.clone() });
                    new.push(fact);
                }
                // A longer list of the same clinic can be read again.
                Err(AppointmentCause::Impossible(ProgressError::Known)) => {}
                Err(cause) => problems.push((row.line, cause)),
            }
        }
        if problems.is_empty() { Ok(new) } else { Err(problems) }
    }
}

impl Columns {
    fn of(heading: &Row) -> Result<Self, AppointmentCause> {
        let column = |name: &str| heading.cells.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        let needed = |name| column(name).ok_or(AppointmentCause::NoColumn(name));
        let (date, treatment) = (needed("date")?, needed("treatment")?);
        Ok(Self { date, treatment, status: column("status"), paid: column("paid") })
    }

    fn fact(
        &self,
        row: &Row,
        draft: &Draft,
        followed: Option<OptionId>,
        day: &dyn Fn(&str) -> Option<Date>,
    ) -> Result<Fact, AppointmentCause> {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).unwrap_or_default();
        let date = cell(Some(self.date));
        let on = day(date).ok_or_else(|| AppointmentCause::Day(date.to_owned()))?;
        let line = line_named(draft, followed, cell(Some(self.treatment))).map_err(AppointmentCause::Treatment)?;
        let paid = match cell(self.paid) {
            "" => None,
            typed => Some(Money::parse(typed, draft.currency).map_err(AppointmentCause::Paid)?),
        };
        let session = |what| Fact::Session { line, on, what };
        let fact = match cell(self.status).to_lowercase().as_str() {
            "" | "had" => return Ok(session(SessionFact::Had { paid, planned: None })),
            "booked" => session(SessionFact::Booked),
            "given-up" => session(SessionFact::Skipped),
            "broken-off" => Fact::Ended { line, on },
            other => return Err(AppointmentCause::Status(other.to_owned())),
        };
        // What was paid without a session is a note of its own: it would be lost here.
        if paid.is_some_and(|paid| paid != Money::ZERO) { Err(AppointmentCause::PaidUnhad) } else { Ok(fact) }
    }
}

//! What really happened of a plan: sessions that were had, given up or booked, treatments that were broken off, payments, and
//! results as the clinic grades them.
//!
//! These are facts of days, each by itself. Which session of a course it was, and what is left, follows from all of them, so
//! that they come to the same in whatever order somebody writes them down. A plan looked at with them is foreseen from where
//! it has got to.

mod appointments;
mod error;
mod fact;
mod named;

pub use appointments::{AppointmentCause, STATUSES};
pub use error::ProgressError;
pub use fact::{Fact, SessionFact};
pub use named::{NotALine, line_named};

use crate::catalog::ConcernId;
use crate::document::{Draft, LineId, OptionId, Serial};
use crate::plan::{DatedPayment, Past, PastKind, Plan, SoFar};
use crate::units::{Date, Day, Grade};
use std::collections::BTreeMap;

/// What happened of a plan, by day, and on one day as it was written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    noted: Vec<Noted>,
}

/// A fact as it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The number of the event by which it was.
    pub id: Serial,
    /// What happened.
    pub fact: Fact,
}

impl Progress {
    /// Of these, in the order in which they were written down.
    pub fn of(mut noted: Vec<Noted>) -> Self {
        noted.sort_by_key(|noted| noted.fact.on());
        Self { noted }
    }

    /// Everything, by day.
    pub fn noted(&self) -> &[Noted] {
        &self.noted
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.noted.is_empty()
    }

    /// With a further fact, and without what was planned to be paid on its day when others were noted.
    #[must_use]
    pub(crate) fn with(&self, fact: Option<&Fact>, day: Date) -> Self {
        let anew = |noted: &Noted| match noted.fact {
            Fact::Session { line, on, what: SessionFact::Had { paid, .. } } if on == day => {
                Noted { fact: Fact::Session { line, on, what: SessionFact::Had { paid, planned: None } }, ..*noted }
            }
            _ => noted.clone(),
        };
        let new = fact.map(|fact| Noted { id: Serial::default(), fact: fact.clone() });
        Self::of(self.noted.iter().map(anew).chain(new).collect())
    }

    /// The lines of which a session was had on a day.
    pub(crate) fn had_on(&self, day: Date) -> impl Iterator<Item = LineId> {
        self.noted.iter().filter_map(move |noted| match noted.fact {
            Fact::Session { line, on, what: SessionFact::Had { .. } } if on == day => Some(line),
            _ => None,
        })
    }

    /// What happened of something that is not in a plan any more.
    pub fn lost<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = &'a Noted> {
        let is_of_plan = |fact: &Fact| match fact {
            Fact::Graded { concern, .. } => draft.concerns().any(|other| other == concern),
            _ => true,
        };
        self.noted.iter().filter(move |noted| noted.fact.option(draft).is_none() || !is_of_plan(&noted.fact))
    }

    /// What became of a session of a line on a day, with its note; of several notes that written down last, and of a session
    /// that was had and given up that it was had. What was paid for it is what was last written down of that.
    pub fn session(&self, line: LineId, on: Date) -> Option<(&Noted, SessionFact)> {
        let of_day = || {
            self.noted.iter().filter_map(move |noted| match noted.fact {
                Fact::Session { line: of, on: day, what } if (of, day) == (line, on) => Some((noted, what)),
                _ => None,
            })
        };
        // Of equal ones the last.
        let (noted, what) = of_day().max_by_key(|(_, what)| what.rank())?;
        let amount = |(_, what): (&Noted, SessionFact)| match what {
            SessionFact::Had { paid, .. } => paid,
            SessionFact::Skipped | SessionFact::Booked => None,
        };
        Some(match what {
            SessionFact::Had { planned, .. } => {
                (noted, SessionFact::Had { paid: of_day().filter_map(amount).next_back(), planned })
            }
            SessionFact::Skipped | SessionFact::Booked => (noted, what),
        })
    }

    /// Whether a fact says nothing that is not known: of a session less than what counts of it.
    pub(super) fn is_known(&self, fact: &Fact) -> bool {
        match *fact {
            // Two payments of one amount on one day there may be.
            Fact::Payment { .. } => false,
            Fact::Session { line, on, what } => self.session(line, on).is_some_and(|(_, known)| match (what, known) {
                (SessionFact::Booked, _) | (SessionFact::Skipped, SessionFact::Skipped) => true,
                (SessionFact::Had { paid, .. }, SessionFact::Had { paid: known, .. }) => {
                    paid.is_none() || paid == known
                }
                (SessionFact::Had { .. } | SessionFact::Skipped, _) => false,
            }),
            Fact::Ended { .. } | Fact::Graded { .. } => self.noted.iter().any(|noted| noted.fact == *fact),
        }
    }

    /// A draft that begins on the day of the first session that was had of an option, if that was earlier than planned. All else
    /// stays on its day.
    #[must_use]
    pub fn begun(&self, draft: &Draft, option: OptionId) -> Draft {
        let mut begun = draft.clone();
        let of_option = self.noted.iter().filter(|noted| noted.fact.option(draft) == Some(option));
        let was_had = |noted: &&Noted| matches!(noted.fact, Fact::Session { what: SessionFact::Had { .. }, .. });
        let first = of_option.filter(was_had).map(|noted| noted.fact.on()).min();
        if let Some(first) = first.filter(|first| *first < draft.start) {
            let earlier = (draft.start - first).get_days();
            begun.start = first;
            let lines = begun.options.iter_mut().flat_map(|option| &mut option.lines);
            lines.for_each(|line| line.start_day += earlier.unsigned_abs());
        }
        begun
    }

    /// Lays what happened by a day over a plan that begins no later than it: what is not known to have happened is foreseen on
    /// that day or later.
    pub fn lay_over(&self, plan: &mut Plan, as_of: Date) {
        let (start, today) = (plan.start, (as_of - plan.start).get_days());
        plan.as_of = Some(today.max(0));
        for option in &mut plan.options {
            for line in &mut option.lines {
                line.so_far = self.so_far(line.id, start, as_of);
            }
            let payments = self.noted.iter().filter_map(|noted| match noted.fact {
                Fact::Payment { option: of, on, amount, .. } if of == option.id => {
                    // What is paid before the plan begins counts on its first day.
                    Some(DatedPayment { day: (on - start).get_days().max(0), amount })
                }
                _ => None,
            });
            option.payments = payments.collect();
        }
    }

    /// What the results of an option were graded at for a concern by a day, the earliest first; of one
    /// day that which stands last in the log.
    pub fn grades(&self, option: OptionId, concern: &ConcernId, by: Date) -> Vec<(Date, Grade)> {
        let grades = self.noted.iter().filter_map(|noted| match &noted.fact {
            Fact::Graded { option: of, concern: what, on, grade } if *of == option && what == concern && *on <= by => {
                Some((*on, *grade))
            }
            _ => None,
        });
        // Desks that did not know of each other may have graded on one day.
        grades.collect::<BTreeMap<Date, Grade>>().into_iter().collect()
    }

    /// What of a line has happened by a day.
    fn so_far(&self, line: LineId, start: Date, as_of: Date) -> SoFar {
        let day = |on: Date| -> Day { (on - start).get_days() };
        let mut days: BTreeMap<Date, SessionFact> = BTreeMap::new();
        for noted in &self.noted {
            if let Fact::Session { line: of, on, .. } = noted.fact
                && of == line
                && let Some((_, what)) = self.session(line, on)
            {
                days.insert(on, what);
            }
        }
        let past = days.iter().filter_map(|(on, what)| {
            let what = match *what {
                SessionFact::Had { paid, planned } => PastKind::Had { paid, planned },
                SessionFact::Skipped => PastKind::Skipped,
                SessionFact::Booked => return None,
            };
            Some(Past { day: day(*on), what })
        });
        let past: Vec<Past> = past.collect();
        let last = past.last().map(|past| past.day);
        let is_ahead = |on: Date| on >= as_of && last.is_none_or(|last| day(on) > last);
        let booked = days.iter().filter(|(on, what)| **what == SessionFact::Booked && is_ahead(**on));
        let booked = booked.map(|(on, _)| day(*on).max(0)).collect();
        let is_ended = self.noted.iter().any(|noted| matches!(noted.fact, Fact::Ended { line: of, .. } if of == line));
        SoFar { past, booked, is_ended }
    }
}

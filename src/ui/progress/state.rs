//! What the page is given, keeps and gives back.

use crate::catalog::ConcernId;
use crate::document::{LineId, OptionId, Serial};
use crate::evaluation::Followed;
use crate::progress::Fact;
use crate::units::Date;

/// How the plan goes on, as far as that is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct ProgressView<'a> {
    /// The option that is followed; none where nobody can tell.
    pub option: Option<OptionId>,
    /// How it goes on, or what keeps it from being worked out; none while the plan has problems.
    pub followed: Option<&'a Result<Followed, Vec<String>>>,
}

impl<'a> ProgressView<'a> {
    /// How the option goes on, if that is known and shown.
    pub fn expected(&self, is_shown: bool) -> Option<&'a Followed> {
        self.followed.filter(|_| is_shown)?.as_ref().ok()
    }
}

/// What belongs to showing.
#[derive(Clone, Debug, Default)]
pub struct ProgressState {
    /// Whether the page is shown.
    pub is_open: bool,
    /// The option that is looked at, once somebody has chosen one.
    pub option: Option<OptionId>,
    /// What is being filled in.
    pub form: ProgressForm,
}

/// Something that happened, as filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressForm {
    /// What happened.
    pub said: Said,
    /// Of which treatment; none for the one that comes next.
    pub line: Option<LineId>,
    /// On which day; none for the usual one.
    pub on: Option<Date>,
    /// The amount, as typed.
    pub amount: String,
    /// What it was for, as typed.
    pub note: String,
    /// The result for which concern; none for the one that is looked at.
    pub concern: Option<ConcernId>,
    /// The step of the quartile scale; none for a percentage.
    pub step: Option<u32>,
    /// By how many percent it is better, as typed.
    pub better: String,
    /// Why it was not written down.
    pub problem: Option<String>,
}

/// What can be said to have happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// A session was had.
    #[default]
    Had,
    /// A session is booked.
    Booked,
    /// A session was given up.
    GivenUp,
    /// A treatment was broken off.
    BrokenOff,
    /// Something was paid.
    Paid,
    /// Something was paid back.
    PaidBack,
    /// The result was graded.
    Graded,
}

/// What the person wants of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgressAction {
    /// Write this down.
    Note(Fact),
    /// Take back what was written down by the event of this number.
    TakeBack(Serial),
    /// Take what a table of appointments says.
    ReadTable,
}

//! Guidance that is shown as it stands: the seed cost table, the timeline, the aftercare calendar.

use super::{Basis, ConcernId, Figure, SourceId, TreatmentId};
use crate::text::Text;
use crate::units::Money;
use serde::{Deserialize, Serialize};

/// A row of the seed cost table, in US dollars: recomputed from sessions × price, with what was printed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRow {
    /// The row's name.
    pub name: Text,
    /// The concern it is for; none for the row on upkeep alone.
    pub concern: Option<ConcernId>,
    /// Sessions of the course: least and most; none for the row on upkeep alone.
    pub sessions: Option<(u32, u32)>,
    /// Weeks between them.
    pub spacing_weeks: Option<(u32, u32)>,
    /// Price of a session in cents.
    pub price: (Money, Money),
    /// Upkeep sessions a year.
    pub upkeep_per_year: (u32, u32),
    /// Course outlay as printed, in cents.
    pub printed_course: Option<(Money, Money)>,
    /// Yearly upkeep outlay as printed, in cents.
    pub printed_upkeep: (Money, Money),
    /// The row's statements.
    pub refs: Vec<SourceId>,
    /// What is wrong with the printed figures, or empty.
    pub note: Text,
}

impl CostRow {
    /// Course outlay in cents, sessions × price: least and most.
    pub fn course(&self) -> Option<(Money, Money)> {
        self.sessions.map(|sessions| times(sessions, self.price))
    }

    /// Yearly upkeep outlay in cents, sessions × price: least and most.
    pub fn upkeep(&self) -> (Money, Money) {
        times(self.upkeep_per_year, self.price)
    }
}

fn times(sessions: (u32, u32), price: (Money, Money)) -> (Money, Money) {
    let product = |count: u32, price: Money| Money::from_minor(i64::from(count) * price.minor());
    (product(sessions.0, price.0), product(sessions.1, price.1))
}

/// A stretch of the timeline.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelinePhase {
    /// `healing`, `building`, `peak`, `plateau`, `fading`.
    pub id: String,
    /// As shown.
    pub name: Text,
    /// Where its first day is counted from.
    pub from: (TimelineAnchor, f64),
    /// Where its last day is counted from.
    pub to: (TimelineAnchor, f64),
    /// What happens, in one or two sentences.
    pub text: Text,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// Who says otherwise.
    #[serde(default)]
    pub disagree: Vec<SourceId>,
}

/// What a stretch of the timeline is counted from; the number beside it is in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum TimelineAnchor {
    /// The first session.
    FirstSession,
    /// The last session of the course.
    LastCourseSession,
}

/// What is to be expected of a concern, in a sentence or two each.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prospect {
    /// The concern.
    pub concern: ConcernId,
    /// What becomes of it without treatment.
    pub untreated: Figure<Text>,
    /// Whether a result is there to stay.
    pub permanent: Figure<Text>,
}

/// What to do and not to do after a session, as one treatment or some alike ask for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aftercare {
    /// The treatments it is for.
    pub treatments: Vec<TreatmentId>,
    /// How much weight it carries.
    pub basis: Basis,
    /// How it came about, in one sentence.
    pub note: Text,
    /// From the day itself on, without a gap; the last stretch has no end.
    pub days: Vec<AftercareDay>,
    /// What is no usual healing, and whom to call then.
    pub warning: Figure<Text>,
}

impl Aftercare {
    /// The stretches that are over after two weeks, which need minding day by day. What holds later, such as sunscreen or
    /// when the next session may be, is no matter of one day.
    pub fn first_days(&self) -> impl Iterator<Item = &AftercareDay> {
        self.days.iter().filter(|day| day.days.1.is_some_and(|last| last <= 14))
    }
}

/// A stretch of the aftercare calendar.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AftercareDay {
    /// Days after a session: first and last; no last means from then on.
    pub days: (u32, Option<u32>),
    /// What skin looks like.
    pub skin: Text,
    /// What to do.
    pub do_this: Text,
    /// What not to do.
    pub avoid: Text,
    /// Who says so.
    pub refs: Vec<SourceId>,
}

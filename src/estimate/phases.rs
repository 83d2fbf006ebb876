//! The stretches of the timeline: how a course unfolds.

use super::context::Context;
use crate::catalog::TimelineAnchor;
use crate::schedule::{Phase, Schedule};
use crate::text::Text;
use crate::units::Day;

/// A stretch of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseSpan {
    /// Its id in the catalogue.
    pub id: String,
    /// Its name in the catalogue.
    pub name: Text,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
}

/// The stretches within the horizon.
pub(super) fn phases(context: &Context<'_>, schedule: &Schedule) -> Vec<PhaseSpan> {
    let first =
        schedule.sessions.iter().filter(|session| session.phase == Phase::Course).map(|session| session.day).min();
    let (Some(first), Some(last)) = (first, schedule.course_end()) else { return Vec::new() };
    // The timeline tells how a course unfolds; from the first upkeep on it begins anew.
    let upkeep = schedule.sessions.iter().find(|session| session.phase == Phase::Upkeep).map(|session| session.day);
    let end = upkeep.unwrap_or(context.horizon);
    let day = |(anchor, days): (TimelineAnchor, f64)| {
        let from = match anchor {
            TimelineAnchor::FirstSession => first,
            TimelineAnchor::LastCourseSession => last,
        };
        #[expect(clippy::cast_possible_truncation, reason = "the timeline spans two years")]
        let days = days.round() as Day;
        (from + days).min(end)
    };
    let spans = context.catalog.timeline.iter().map(|phase| PhaseSpan {
        id: phase.id.clone(),
        name: phase.name.clone(),
        from: day(phase.from),
        to: day(phase.to),
    });
    spans.filter(|span| span.from < span.to).collect()
}

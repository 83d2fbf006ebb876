//! Days of a plan as fields of dates.

use crate::document::Draft;
use crate::locale::tr;
use crate::ui::kit::{self, Field};
use crate::units::{Date, Day};
use crate::wording;
use egui::Ui;
use jiff::ToSpan;

/// The days of a plan.
pub(super) struct Days {
    start: Date,
    /// The last one.
    pub(super) horizon: Day,
}

impl Days {
    pub(super) fn of(draft: &Draft) -> Self {
        let end = draft.start.saturating_add(i64::from(draft.horizon_years).years());
        Self { start: draft.start, horizon: (end - draft.start).get_days() }
    }

    fn date(&self, day: Day) -> Date {
        self.start.saturating_add(i64::from(day).days())
    }

    /// One of them in its field.
    pub(super) fn day_ui(&self, ui: &mut Ui, field: Field<'_>, day: &mut Day) {
        let (first, last) = (self.start, self.date(self.horizon));
        let outside = |typed: &str| {
            let (start, end) = (wording::date(first), wording::date(last));
            tr!("{typed} is not a day of the plan; choose one from {start} to {end}", typed, start, end)
        };
        let days = kit::Days { range: first..=last, outside: &outside };
        if let Some(date) = kit::date_of(ui, field, self.date(*day), &days) {
            *day = (date - self.start).get_days();
        }
    }
}

//! Where the columns stand, as many as there is room for.

use crate::compare::{Measure, MeasureId};
use crate::ui::View;
use egui::{Rangef, Rect, Ui, pos2};

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Line, letter and name.
    Name,
    /// What everything costs.
    Cost,
    /// What is achieved on the day of the cursor.
    Result,
    /// Visits to the clinic.
    Visits,
    /// Days one would rather not be seen.
    Downtime,
    /// In what an option differs from the baseline.
    Against,
}

impl Column {
    /// The measure that is shown as it is; a result depends on the day of the cursor.
    pub(super) fn measure(self) -> Option<Measure> {
        let id = match self {
            Self::Cost => MeasureId::Total,
            Self::Visits => MeasureId::Visits,
            Self::Downtime => MeasureId::Downtime,
            Self::Name | Self::Result | Self::Against => return None,
        };
        Some(Measure { id, year: None })
    }
}

/// The columns with their places from left to right.
pub(super) struct Columns(Vec<(Column, Rangef)>);

/// Space between columns, in points.
const GAP: f32 = 12.0;
/// Below this width in points only name, cost and result are shown.
const FEW: f32 = 1010.0;
/// Below this width in points the inputs that differ have no column of their own.
const NO_BASELINE: f32 = 1040.0;

impl Columns {
    /// As many as there is room for.
    pub(super) fn of(ui: &Ui, view: &View<'_>) -> Self {
        let width = ui.available_width();
        let is_projected = view.evaluation.is_none_or(|one| one.estimate.do_nothing().projection.is_some());
        let mut widths = vec![(Column::Name, (width * 0.25).clamp(120.0, 420.0))];
        let narrow = [(Column::Visits, 64.0), (Column::Downtime, 92.0)].map(|(column, least)| (column, least));
        let against = (Column::Against, (width * 0.13).clamp(120.0, 220.0));
        let behind: Vec<(Column, f32)> = match width {
            width if width < FEW => Vec::new(),
            width if width < NO_BASELINE => narrow.to_vec(),
            _ => narrow.into_iter().chain([against]).collect(),
        };
        let taken: f32 = widths.iter().chain(&behind).map(|(_, width)| width + GAP).sum();
        let left = (width - taken).max(160.0);
        if is_projected {
            widths.extend([(Column::Cost, left * 0.57 - GAP), (Column::Result, left * 0.43)]);
        } else {
            widths.push((Column::Cost, left));
        }
        let mut from = ui.cursor().left();
        let place = |(column, width): (Column, f32)| {
            let span = Rangef::new(from, from + width);
            from = span.max + GAP;
            (column, span)
        };
        Self(widths.into_iter().chain(behind).map(place).collect())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// All, each with its part of a row.
    pub(super) fn cells(&self, row: Rect) -> impl Iterator<Item = (usize, Column, Rect)> + '_ {
        let part = move |span: &Rangef| Rect::from_min_max(pos2(span.min, row.top()), pos2(span.max, row.bottom()));
        self.0.iter().enumerate().map(move |(at, (column, span))| (at, *column, part(span)))
    }
}

//! Where the columns stand, as many as there is room for.

use super::bars;
use crate::compare::{Measure, MeasureId};
use crate::ui::theme::{text_width, tokens};
use crate::ui::{View, ViewState};
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
pub(super) struct Columns {
    places: Vec<(Column, Rangef)>,
    /// Whether names or ranges take a second line.
    has_two_lines: bool,
}

/// The heights of a row of one line and of two, in points.
const ROW: [f32; 2] = [27.0, 33.0];

/// Space between columns, in points.
const GAP: f32 = 12.0;
/// Below this width in points only name, cost and result are shown, and what differs once somebody asks for it.
const FEW: f32 = 1010.0;
/// Below this width in points what differs has a column once somebody asks for it.
const NO_BASELINE: f32 = 1040.0;
/// The room in points that cost and result keep, with the scales of their ranges and without.
const FIGURES: [f32; 2] = [430.0, 310.0];
/// The least width of a name with all that stands around it, in points.
const LEAST: f32 = 120.0;
/// The most that names take without need, in points.
const WIDEST: f32 = 420.0;
/// How much narrower a name is in smaller type.
const SMALL: f32 = tokens::SIZES[0] / tokens::SIZES[1];
/// What stands around a name: its line, its letter, a sign of warning, and what opens its tools, in points.
const AROUND: f32 = 38.0 + 26.0 + 24.0 + 26.0;
/// The share of the cost in the room of both.
const COST: f32 = 0.57;

impl Columns {
    /// As many as there is room for.
    pub(super) fn of(ui: &Ui, view: &View<'_>, state: &ViewState) -> Self {
        let width = ui.available_width();
        let is_projected = view.evaluation.is_none_or(|one| one.estimate.do_nothing().projection.is_some());
        let mut behind = Vec::new();
        if width >= FEW {
            behind.extend([(Column::Visits, 64.0), (Column::Downtime, 92.0)]);
        }
        if width >= NO_BASELINE || state.differences {
            behind.push((Column::Against, (width * 0.15).clamp(120.0, 220.0)));
        }
        let taken: f32 = behind.iter().map(|(_, width)| width + GAP).sum();
        let left = width - taken;
        let widest = view.draft.options.iter().map(|option| text_width(ui, &option.name)).fold(0.0, f32::max);
        let name = name_width(widest, FIGURES.map(|figures| left - figures));
        let figures = (left - name - GAP).max(160.0);
        let mut widths = vec![(Column::Name, name)];
        if is_projected {
            widths.extend([(Column::Cost, figures * COST - GAP), (Column::Result, figures * (1.0 - COST))]);
        } else {
            widths.push((Column::Cost, figures));
        }
        let mut from = ui.cursor().left();
        let place = |(column, width): (Column, f32)| {
            let span = Rangef::new(from, from + width);
            from = span.max + GAP;
            (column, span)
        };
        let is_below = |(column, width): &(Column, f32)| match column {
            Column::Name => widest * SMALL + AROUND > *width,
            Column::Cost | Column::Result => !bars::is_on_one_line(*width, *column == Column::Cost),
            _ => false,
        };
        let has_two_lines = state.differences || widths.iter().any(is_below);
        Self { places: widths.into_iter().chain(behind).map(place).collect(), has_two_lines }
    }

    /// Whether this one is among them.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places.iter().any(|(one, _)| *one == column)
    }

    /// The height of a row in points: as high as what stands in two lines needs.
    pub(super) fn row_height(&self) -> f32 {
        ROW[usize::from(self.has_two_lines)]
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.places.len()
    }

    /// All, each with its part of a row.
    pub(super) fn cells(&self, row: Rect) -> impl Iterator<Item = (usize, Column, Rect)> + '_ {
        let part = move |span: &Rangef| Rect::from_min_max(pos2(span.min, row.top()), pos2(span.max, row.bottom()));
        self.places.iter().enumerate().map(move |(at, (column, span))| (at, *column, part(span)))
    }
}

/// The room for all names, of which the widest is this wide: at most the one with scales of ranges beside them, or the
/// one without. Names too long for the first take two lines, and only what does not fit these takes from the scales.
fn name_width(widest: f32, [usual, most]: [f32; 2]) -> f32 {
    let needed = |text: f32| text + AROUND;
    if needed(widest) <= usual {
        return needed(widest).max((usual * 0.6).min(WIDEST));
    }
    // Smaller type, and words that leave a part of the first line.
    needed(widest * 0.58).clamp(usual, most).max(LEAST)
}

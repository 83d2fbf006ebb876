//! Ranges and letters at the ends of lines.

use super::plot::BARS;
use crate::document::Mark;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{ViewState, marks};
use egui::{Align2, FontFamily, FontId, Rangef, Rect, Stroke, Ui, pos2};

/// The end of a line: heights on screen.
pub(super) struct End {
    pub(super) mark: Option<Mark>,
    pub(super) typical: f32,
    /// From high to low, if the line has a range.
    pub(super) range: Option<Rangef>,
}

/// The least distance of two letters.
const APART: f32 = 13.0;

/// Draws ranges beside the chart, and to their right letters near their lines and apart from each other.
pub(super) fn ends_ui(ui: &Ui, chart: Rect, mut ends: Vec<End>, state: &ViewState) {
    let palette = Palette::of(ui);
    let (painter, mut x) = (ui.painter(), chart.right() + BARS);
    for end in &ends {
        let style = palette.option(end.mark);
        if let Some(range) = end.range {
            let range = Rangef::new(range.min.max(chart.top()), range.max.min(chart.bottom()));
            let width = if state.stands_out(end.mark) { 2.5 } else { 1.5 };
            painter.vline(x, range, Stroke::new(width, style.color));
            painter.circle_filled(pos2(x, end.typical.clamp(chart.top(), chart.bottom())), 2.5, style.color);
            x += BARS;
        }
    }
    ends.sort_by(|one, other| one.typical.total_cmp(&other.typical));
    let mut free = chart.top();
    for end in &mut ends {
        end.typical = end.typical.clamp(chart.top() + 6.0, chart.bottom() - 6.0).max(free + APART / 2.0);
        free = end.typical + APART / 2.0;
    }
    // What ran over the bottom is pushed up again.
    let mut room = chart.bottom() + 4.0;
    for end in ends.iter_mut().rev() {
        end.typical = end.typical.min(room - APART / 2.0);
        room = end.typical - APART / 2.0;
    }
    for end in &ends {
        let Some(mark) = end.mark else { continue };
        let style = palette.option(end.mark);
        let stands_out = state.stands_out(end.mark);
        let family = if stands_out { FontFamily::Name(tokens::STRONG_FAMILY.into()) } else { FontFamily::Proportional };
        marks::marker(painter, pos2(x + 6.0, end.typical), 3.5, &style);
        let font = FontId::new(tokens::SIZES[0], family);
        painter.text(pos2(x + 13.0, end.typical), Align2::LEFT_CENTER, mark.letter(), font, style.color);
    }
}

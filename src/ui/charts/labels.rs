//! Names at the ends of lines.

use crate::document::Mark;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{ViewState, marks};
use egui::{Align2, FontId, Pos2, Rect, Ui, pos2};

/// A name to put at the end of a line.
pub(super) struct EndLabel {
    pub(super) mark: Option<Mark>,
    pub(super) name: String,
    /// The height of the line's end on screen.
    pub(super) y: f32,
}

/// The least distance of two names.
const APART: f32 = 14.0;

/// Draws names to the right of the chart, near their lines and apart from each other.
pub(super) fn end_labels(ui: &Ui, chart: Rect, mut labels: Vec<EndLabel>, state: &ViewState) {
    labels.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut free = chart.top();
    for label in &mut labels {
        label.y = label.y.clamp(chart.top() + 6.0, chart.bottom() - 6.0).max(free + APART / 2.0);
        free = label.y + APART / 2.0;
    }
    // What ran over the bottom is pushed up again.
    let mut room = chart.bottom() + 4.0;
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(room - APART / 2.0);
        room = label.y - APART / 2.0;
    }
    let palette = Palette::of(ui);
    for label in &labels {
        let style = palette.option(label.mark);
        let at = pos2(chart.right() + 9.0, label.y);
        if label.mark.is_some() {
            marks::marker(ui.painter(), at, 3.5, &style);
        }
        name(ui, at, label, state.stands_out(label.mark), style.color);
    }
}

fn name(ui: &Ui, at: Pos2, label: &EndLabel, stands_out: bool, color: egui::Color32) {
    let letter = label.mark.map(|mark| format!("{} ", mark.letter())).unwrap_or_default();
    let size = tokens::SIZES[0];
    let family =
        if stands_out { egui::FontFamily::Name(tokens::STRONG_FAMILY.into()) } else { egui::FontFamily::Proportional };
    let mut text =
        egui::text::LayoutJob::simple_singleline(format!("{letter}{}", label.name), FontId::new(size, family), color);
    text.wrap = egui::text::TextWrapping::truncate_at_width(ui.max_rect().right() - at.x - 10.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text));
    let rect = Align2::LEFT_CENTER.anchor_size(at + egui::vec2(8.0, 0.0), galley.size());
    ui.painter().galley(rect.min, galley, color);
}

//! What stands at the ends of lines: the range of each option, and its name.

use super::stretch::Stretch;
use crate::document::Mark;
use crate::scene::Scene;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{ViewState, marks};
use crate::units::Day;
use crate::wording;
use egui::{Align2, Color32, FontId, Pos2, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

/// A name to put at the end of a line.
struct EndLabel<'a> {
    mark: Option<Mark>,
    name: &'a str,
    stands_out: bool,
    /// The height of the line's end on screen.
    y: f32,
}

/// The least distance of two names.
const APART: f32 = 14.0;
/// The distance of two ranges.
const BESIDE: f32 = 9.0;

/// Ranges and names to the right of where time ends, on a ground of their own: no line runs on below them.
pub(super) fn ends_ui(
    ui: &Ui,
    transform: &PlotTransform,
    scene: &Scene<'_>,
    (state, shown): (&ViewState, Stretch),
    area: Rect,
) {
    let palette = Palette::of(ui);
    let frame = transform.frame().shrink(1.0);
    let place = frame.with_min_x(area.right().min(frame.right()));
    ui.painter().rect_filled(place, 0.0, palette.card);
    ui.painter().vline(place.left(), place.y_range(), Stroke::new(1.0, palette.line));
    let painter = ui.painter().with_clip_rect(frame);
    #[expect(clippy::cast_possible_truncation, reason = "within the horizon")]
    let end = shown.to.round() as Day;
    let mut x = place.left() + 2.0;
    let mut labels = Vec::new();
    for curve in &scene.curves {
        let Some(value) = scene.on(curve.option, end) else { continue };
        let (mark, stands_out) = (curve.option.mark, state.stands_out(curve.option.id));
        let y = |value| transform.position_from_point_y(value);
        if curve.option.id.is_some() {
            x += BESIDE;
            let stroke = Stroke::new(if stands_out { 2.5 } else { 1.5 }, palette.option(mark).color);
            painter.vline(x, y(value.high)..=y(value.low), stroke);
            for end in [value.low, value.high] {
                painter.hline(x - 2.5..=x + 2.5, y(end), stroke);
            }
            painter.circle_filled(pos2(x, y(value.typical)), 3.0, stroke.color);
        }
        labels.push(EndLabel { mark, name: wording::option_name(curve.option), stands_out, y: y(value.typical) });
    }
    names_ui(ui, place.with_min_x(x + BESIDE), labels);
}

/// Draws names near their lines and apart from each other. Where there is no room for all, only the one that stands out has
/// its name: the table names the others.
#[expect(clippy::cast_precision_loss, reason = "at most seven options")]
fn names_ui(ui: &Ui, place: Rect, mut labels: Vec<EndLabel<'_>>) {
    if labels.len() as f32 * APART > place.height() {
        labels.retain(|label| label.stands_out);
    }
    labels.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut free = place.top();
    for label in &mut labels {
        label.y = label.y.clamp(place.top() + 6.0, place.bottom() - 6.0).max(free + APART / 2.0);
        free = label.y + APART / 2.0;
    }
    // What ran over the bottom is pushed up again.
    let mut room = place.bottom();
    for label in labels.iter_mut().rev() {
        label.y = label.y.min(room - APART / 2.0);
        room = label.y - APART / 2.0;
    }
    for label in &labels {
        let style = Palette::of(ui).option(label.mark);
        let at = pos2(place.left() + 2.0, label.y);
        if label.mark.is_some() {
            marks::marker(ui.painter(), at, 3.5, &style);
        }
        name(ui, at, (label, place.right()), style.color);
    }
}

fn name(ui: &Ui, at: Pos2, (label, right): (&EndLabel<'_>, f32), color: Color32) {
    let letter = label.mark.map(|mark| format!("{} ", mark.letter())).unwrap_or_default();
    let size = tokens::SIZES[0];
    let strong = egui::FontFamily::Name(tokens::STRONG_FAMILY.into());
    let family = if label.stands_out { strong } else { egui::FontFamily::Proportional };
    let font = FontId::new(size, family);
    let mut text = egui::text::LayoutJob::simple_singleline(format!("{letter}{}", label.name), font, color);
    text.wrap = egui::text::TextWrapping::truncate_at_width((right - at.x - 10.0).max(10.0));
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text));
    let rect = Align2::LEFT_CENTER.anchor_size(at + vec2(8.0, 0.0), galley.size());
    ui.painter().galley(rect.min, galley, color);
}

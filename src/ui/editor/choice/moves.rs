//! What would change the choice: prices at which it turns, and the inputs that move it most.

use crate::compare::Turn;
use crate::decide::{Bar, Threshold};
use crate::evaluation::{End, Input, Swings};
use crate::locale::tr;
use crate::ui::editor::parts::Content;
use crate::ui::kit;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align2, FontId, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// So many inputs are shown.
const MOST: usize = 8;
/// The height of a bar with the words above it, in points.
const ROW: f32 = 34.0;

/// The prices at which the choice turns over.
pub(super) fn turns_ui(ui: &mut Ui, content: &Content<'_>, turns: &[Turn]) {
    let evaluation = content.evaluation;
    if turns.is_empty() {
        return;
    }
    kit::heading(ui, tr!("Where the choice turns"));
    let (certain, open): (Vec<_>, Vec<_>) =
        turns.iter().partition(|turn| matches!(turn.holds, Threshold::Nowhere | Threshold::Everywhere));
    for turn in open.into_iter().chain(certain) {
        let said = wording::turn(turn, &evaluation.plan, &evaluation.estimate, content.view.catalog);
        ui.label(format!("• {said}"));
    }
}

/// The inputs that move the option most, each as a bar from its low to its high end.
pub(super) fn swings_ui(ui: &mut Ui, content: &Content<'_>, swings: &Swings) {
    let evaluation = content.evaluation;
    let Some(at) = evaluation.position(content.option.id) else { return };
    kit::heading(ui, tr!("What moves it most, each by itself"));
    ui.label(wording::swings_title(swings, at, &evaluation.estimate));
    let bars = &swings.bars[..swings.bars.len().min(MOST)];
    let results = bars.iter().flat_map(|bar| bar.results).chain([swings.typical]);
    let (low, high) = results.fold((f64::MAX, f64::MIN), |(low, high), result| (low.min(result), high.max(result)));
    for bar in bars {
        bar_ui(ui, content, swings, bar, (low, high));
    }
}

fn bar_ui(ui: &mut Ui, content: &Content<'_>, swings: &Swings, bar: &Bar<Input, End>, (low, high): (f64, f64)) {
    let evaluation = content.evaluation;
    let (plan, estimate, catalog) = (&evaluation.plan, &evaluation.estimate, content.view.catalog);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::focusable_noninteractive());
    let spoken = wording::swing(bar, swings, (plan, estimate), catalog);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let palette = Palette::of(ui);
    let font = FontId::proportional(tokens::SIZES[0]);
    let painter = ui.painter().with_clip_rect(rect);
    let name = wording::swing_input(&bar.input, plan, catalog);
    painter.text(rect.left_top(), Align2::LEFT_TOP, name, FontId::proportional(tokens::SIZES[1]), palette.text);
    let [first, second] = [0, 1].map(|end| {
        let end_words = wording::swing_end(bar.ends[end], estimate);
        format!("{end_words} {}", wording::swing_result(bar.results[end], swings, estimate))
    });
    let both = format!("{first} · {second}");
    painter.text(rect.right_top(), Align2::RIGHT_TOP, both, font, palette.text_weak);
    let span = (high - low).max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    let x = |result: f64| egui::lerp(rect.x_range(), ((result - low) / span) as f32);
    let (top, bottom) = (rect.bottom() - 14.0, rect.bottom() - 5.0);
    let color = palette.option(content.option.mark).color;
    for (result, strength) in bar.results.into_iter().zip([0.45, 0.9]) {
        let ends = (x(swings.typical).min(x(result)), x(swings.typical).max(x(result)));
        let filled = Rect::from_min_max(pos2(ends.0, top), pos2(ends.1, bottom));
        painter.rect_filled(filled, 1.0, color.gamma_multiply(strength));
    }
    painter.vline(x(swings.typical), (top - 2.0)..=(bottom + 2.0), Stroke::new(1.0, palette.text));
}

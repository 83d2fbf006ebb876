//! What would change the choice: prices at which it turns, and the inputs that move it most.

use crate::compare::Turn;
use crate::decide::{Bar, Threshold};
use crate::evaluation::{End, FadeTurn, Input, Swings};
use crate::locale::tr;
use crate::ui::editor::parts::Content;
use crate::ui::kit;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{Rect, RichText, Sense, Stroke, Ui, pos2, vec2};

/// So many inputs are shown.
const MOST: usize = 8;
/// The height of a bar, in points.
const BAR: f32 = 13.0;

/// The prices at which the choice turns over, and how soon results may fade for it.
pub(super) fn turns_ui(ui: &mut Ui, content: &Content<'_>, (turns, fades): (&[Turn], &[FadeTurn])) {
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
    for turn in fades {
        ui.label(format!("• {}", wording::fade_turn(turn, &evaluation.estimate)));
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

/// The name of the input, what comes of its two ends, and the bar between them.
fn bar_ui(ui: &mut Ui, content: &Content<'_>, swings: &Swings, bar: &Bar<Input, End>, (low, high): (f64, f64)) {
    let evaluation = content.evaluation;
    let palette = Palette::of(ui);
    ui.label(wording::swing_input(&bar.input, &evaluation.plan, content.view.catalog));
    let ends = wording::swing_ends(bar, swings, &evaluation.estimate);
    ui.label(RichText::new(ends).size(tokens::SIZES[0]).color(palette.text_weak));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let span = (high - low).max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    let x = |result: f64| egui::lerp(rect.x_range(), ((result - low) / span) as f32);
    let color = palette.option(content.option.mark).color;
    for (result, strength) in bar.results.into_iter().zip([0.45, 0.9]) {
        let ends = (x(swings.typical).min(x(result)), x(swings.typical).max(x(result)));
        let filled = Rect::from_min_max(pos2(ends.0, rect.top() + 1.0), pos2(ends.1, rect.bottom() - 3.0));
        ui.painter().rect_filled(filled, 1.0, color.gamma_multiply(strength));
    }
    ui.painter().vline(x(swings.typical), rect.top()..=(rect.bottom() - 1.0), Stroke::new(1.0, palette.text));
}

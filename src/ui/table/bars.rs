//! A figure with its range: a line from low to high on a scale that all options share, the typical value on it, and the
//! number beside it.

use crate::ui::cells;
use crate::ui::theme::{OptionStyle, Palette};
use crate::units::Spread;
use egui::{Rangef, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// The room for an amount and for its range, in points.
const MONEY: (f32, f32) = (70.0, 102.0);
/// The room for a share and for its range, in points.
const SHARE: (f32, f32) = (48.0, 62.0);
/// The least length of a scale in points.
const SHORTEST: f32 = 44.0;
/// Before a scale, in points.
const BEFORE: f32 = 4.0;
/// Between a scale and the text beside it, in points.
const APART: f32 = 6.0;

/// Whether a column of this width has room for the range before the number.
pub(super) fn is_on_one_line(width: f32, is_money: bool) -> bool {
    let (of_value, of_range) = if is_money { MONEY } else { SHARE };
    width >= BEFORE + SHORTEST + APART + of_range + of_value
}

/// Paints a figure; `shares` are low, typical and high as shares of the scale. The range stands before the number, or below
/// it where the column is narrow.
pub(super) fn paint(
    ui: &Ui,
    rect: Rect,
    style: &OptionStyle,
    (shares, is_money): (Spread<f64>, bool),
    (value, range): (&str, Option<&str>),
) {
    let (of_value, of_range) = if is_money { MONEY } else { SHARE };
    let is_wide = is_on_one_line(rect.width(), is_money);
    let taken = if is_wide { of_value + of_range } else { of_range };
    let scale = Rangef::new(rect.left() + BEFORE, rect.right() - taken - APART);
    let text = rect.with_min_x((scale.max + APART).max(rect.left()));
    match range.filter(|_| is_wide) {
        Some(range) => {
            let between = rect.right() - of_value;
            cells::paint(ui, text.with_min_x(between), value, None);
            cells::paint_range(ui, text.with_max_x(between), range);
        }
        None => cells::paint(ui, text, value, range),
    }
    if scale.span() < SHORTEST {
        return;
    }
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect);
    let y = rect.center().y;
    #[expect(clippy::cast_possible_truncation, reason = "shares of a screen's length")]
    let x = |share: f64| egui::lerp(scale.min..=scale.max, share.clamp(0.0, 1.0) as f32);
    painter.hline(scale, y, Stroke::new(1.0, palette.grid));
    let span = Rangef::new(x(shares.low), x(shares.high));
    painter.hline(span, y, Stroke::new(2.0, style.color));
    for end in [span.min, span.max] {
        painter.vline(end, Rangef::new(y - 3.5, y + 3.5), Stroke::new(1.5, style.color));
    }
    let typical = Rect::from_center_size(pos2(x(shares.typical), y), vec2(7.0, 11.0));
    painter.rect(typical, 1.5, style.color, Stroke::new(1.0, palette.card), StrokeKind::Outside);
}

//! The line of the option that is being changed as it was before, and what the change comes to.

use crate::compare::Value;
use crate::scene::Scene;
use crate::ui::ViewState;
use crate::ui::theme::{Dash, Palette, tokens};
use crate::wording;
use egui::{Align2, FontId, Rect, Ui, pos2, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints, PlotUi};

/// The pale line of how it was.
pub(super) fn line_ui(plot: &mut PlotUi<'_>, scene: &Scene<'_>, state: &ViewState, palette: &Palette) {
    let Some(before) = state.ghost.before() else { return };
    let points = scene.line_of(before).into_iter();
    let points = points.map(|point| PlotPoint::new(f64::from(point.day), point.value.typical)).collect();
    let color = palette.option(before.mark).color.gamma_multiply(0.35);
    let line = Line::new("", PlotPoints::Owned(points)).color(color).width(1.5).style(Dash::Solid.line_style());
    plot.line(line.allow_hover(false));
}

/// What the change comes to at the day of the cursor, or else at the end: `+3 points, +$420`.
pub(super) fn change_ui(ui: &Ui, area: Rect, scene: &Scene<'_>, state: &ViewState) {
    let Some(before) = state.ghost.before() else { return };
    let Some(now) = scene.curves.iter().map(|curve| curve.option).find(|option| option.id == before.id) else { return };
    let estimate = scene.estimate;
    let day = state.cursor.unwrap_or(estimate.horizon_days);
    let (old, new) = (before.point(day), now.point(day));
    let band = |result: &crate::estimate::ResultPoint| Value::Share(state.against.of(result));
    let result = old.result.zip(new.result).map(|(old, new)| (band(&new), band(&old)));
    let money = Some((Value::Money(new.spend), Value::Money(old.spend)));
    let words = [result, money].into_iter().flatten();
    let words = words.filter_map(|(new, old)| wording::value_difference(&new, &old, estimate.currency));
    let text = format!("{} {}", wording::option_title(now), words.collect::<Vec<_>>().join(", "));
    let palette = Palette::of(ui);
    let font = FontId::proportional(tokens::SIZES[1]);
    let galley = ui.painter().layout_no_wrap(text, font, palette.option(now.mark).color);
    let rect = Align2::RIGHT_TOP.anchor_size(pos2(area.right() - 8.0, area.top() + 5.0), galley.size());
    ui.painter().rect_filled(rect.expand2(vec2(5.0, 2.0)), tokens::RADIUS, palette.card.gamma_multiply(0.95));
    ui.painter().galley(rect.min, galley, palette.text);
}

//! What all charts of the window share: one stretch of time, its axis, and no clutter.

use super::axes;
use super::stretch::Stretch;
use crate::estimate::Estimate;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, tokens};
use crate::units::Day;
use egui::{Align2, FontId, Ui, pos2, vec2};
use egui_plot::{AxisHints, Plot, PlotTransform};

/// The stretch of time shown.
pub(super) fn shown_stretch(estimate: &Estimate, state: &ViewState) -> Stretch {
    state.stretch.unwrap_or(Stretch::whole(estimate.horizon_days))
}

/// The day at a place along the time axis, within the plan.
#[expect(clippy::cast_possible_truncation, reason = "held to the horizon first")]
pub(super) fn day_at(transform: &PlotTransform, x: f32, horizon: Day) -> Day {
    transform.value_from_position(pos2(x, 0.0)).x.round().clamp(0.0, f64::from(horizon)) as Day
}

/// Takes over what the pointer did to the time axis: dragging moves it, the wheel with Ctrl zooms.
pub(super) fn follow(transform: &PlotTransform, before: Stretch, estimate: &Estimate, state: &mut ViewState) {
    let bounds = transform.bounds();
    let drawn = Stretch { from: bounds.min()[0], to: bounds.max()[0] };
    if (drawn.from - before.from).abs() + (drawn.to - before.to).abs() > 0.01 {
        state.stretch = drawn.within(Stretch::whole(estimate.horizon_days));
    }
}

/// The upward axis: labels as close as they can be read, never faded for want of room.
pub(super) fn upward<'a>(
    palette: &Palette,
    thickness: f32,
    formatter: impl Fn(f64) -> String + 'a,
) -> Vec<AxisHints<'a>> {
    let axis = AxisHints::new_y().formatter(move |mark, _| formatter(mark.value));
    let axis = axis.tick_label_font(FontId::proportional(tokens::SIZES[0])).tick_label_color(palette.text);
    vec![axis.label_spacing(6.0..=12.0).min_thickness(thickness)]
}

/// What both charts share: the time axis, no clutter, and zooming and panning in time only.
pub(super) fn base_plot<'a>(ui: &Ui, id: &str, estimate: &'a Estimate, shown: Stretch, size: egui::Vec2) -> Plot<'a> {
    Plot::new(id.to_owned())
        .width(size.x)
        .height(size.y)
        .auto_bounds(false)
        .allow_zoom([true, false])
        .allow_drag([true, false])
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .grid_spacing(24.0..=220.0)
        .x_grid_spacer(move |_| axes::time_marks(estimate, shown))
        // The years stand inside the chart.
        .show_axes([false, true])
        .label_formatter(|_| None)
        .grid_color(Palette::of(ui).line)
        .grid_fade(0.0)
        .cursor_color(egui::Color32::TRANSPARENT)
}

/// The names of the years or months inside a chart, at its foot, each as far as it has room.
pub(super) fn years_ui(ui: &Ui, transform: &PlotTransform, estimate: &Estimate, shown: Stretch) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let mut free = area.left();
    for mark in axes::time_marks(estimate, shown) {
        let font = FontId::proportional(tokens::SIZES[0]);
        let galley = painter.layout_no_wrap(axes::time_label(estimate, mark.value), font, palette.text_weak);
        let half = galley.size().x / 2.0;
        let x = transform.position_from_point_x(mark.value).clamp(area.left() + half + 2.0, area.right() - half - 2.0);
        if x - half < free {
            continue;
        }
        free = x + half + 10.0;
        let rect = Align2::CENTER_BOTTOM.anchor_size(pos2(x, area.bottom() - 2.0), galley.size());
        painter.rect_filled(rect.expand2(vec2(2.0, 0.0)), 2.0, palette.card.gamma_multiply(0.85));
        painter.galley(rect.min, galley, palette.text_weak);
    }
}

//! What all charts of the window share: one stretch of time, its axis, and no clutter.

use super::axes;
use super::stretch::Stretch;
use crate::estimate::Estimate;
use crate::evaluation::Evaluation;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, tokens};
use egui::{Align2, FontId, Rect, Ui, pos2, vec2};
use egui_plot::{AxisHints, Plot, PlotTransform};

/// The stretch of time shown.
pub(super) fn shown_stretch(evaluation: &Evaluation, state: &ViewState) -> Stretch {
    state.stretch.unwrap_or(Stretch::whole(evaluation.estimate.horizon_days))
}

/// The time a chart shows, and behind it room for the names and ranges at the ends of its lines.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// What is shown.
    pub(super) stretch: Stretch,
    /// How much longer the axis is than that.
    factor: f64,
}

impl Span {
    /// In a chart of this width in points, its upward axis taken off.
    pub(super) fn of(stretch: Stretch, width: f32) -> Self {
        let names = (width * 0.19).clamp(110.0, 250.0).min(width * 0.4);
        Self { stretch, factor: f64::from(width / (width - names).max(1.0)) }
    }

    /// The days at both ends of the axis.
    pub(super) fn bounds(self) -> std::ops::RangeInclusive<f64> {
        self.stretch.from..=self.stretch.from + self.stretch.length() * self.factor
    }

    /// The part of a chart in which time passes.
    pub(super) fn area(self, transform: &PlotTransform) -> Rect {
        let right = transform.position_from_point_x(self.stretch.to);
        transform.frame().with_max_x(right.min(transform.frame().right()))
    }

    /// Takes over what the pointer did to the time axis: dragging moves it, the wheel with Ctrl zooms.
    pub(super) fn follow(self, transform: &PlotTransform, evaluation: &Evaluation, state: &mut ViewState) {
        let bounds = transform.bounds();
        let (from, length) = (bounds.min()[0], bounds.width() / self.factor);
        let drawn = Stretch { from, to: from + length };
        let before = self.stretch;
        if (drawn.from - before.from).abs() + (drawn.to - before.to).abs() > 0.01 {
            state.stretch = drawn.within(Stretch::whole(evaluation.estimate.horizon_days));
        }
    }
}

/// The upward axis: labels as close as they can be read, never faded for want of room.
pub(super) fn upward<'a>(thickness: f32, formatter: impl Fn(f64) -> String + 'a) -> Vec<AxisHints<'a>> {
    let axis = AxisHints::new_y().formatter(move |mark, _| formatter(mark.value));
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
pub(super) fn years_ui(ui: &Ui, transform: &PlotTransform, estimate: &Estimate, area: Rect, shown: Stretch) {
    let palette = Palette::of(ui);
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

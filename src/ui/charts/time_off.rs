//! Days kept free, marked at the foot of a chart.

use crate::plan::TimeOff;
use crate::ui::theme::Palette;
use egui::{Rect, Ui, pos2};
use egui_plot::PlotTransform;

/// How high the marks are, in points.
const HIGH: f32 = 5.0;

/// At least so wide, in points: a single day of five years is no wider than a hair.
const WIDE: f32 = 2.0;

/// A bar over each stretch of days.
pub(super) fn time_off_ui(ui: &Ui, transform: &PlotTransform, time_off: &[TimeOff]) {
    let area = *transform.frame();
    let painter = ui.painter().with_clip_rect(area);
    for off in time_off {
        let x = |day| transform.position_from_point_x(f64::from(day));
        let (from, to) = (x(off.first), x(off.last + 1));
        let bar = Rect::from_min_max(pos2(from, area.bottom() - HIGH), pos2(to.max(from + WIDE), area.bottom()));
        painter.rect_filled(bar, 1.0, Palette::of(ui).text_weak);
    }
}

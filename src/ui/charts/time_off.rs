//! Days kept free, marked at the foot of a chart.

use crate::plan::Plan;
use crate::ui::theme::Palette;
use crate::units::Day;
use crate::wording;
use egui::{Rect, Sense, Ui, pos2};
use egui_plot::PlotTransform;

/// How high the marks are, in points.
const HIGH: f32 = 5.0;

/// At least so wide, in points: a single day of five years is no wider than a hair.
const WIDE: f32 = 2.0;

/// A bar is that much easier to meet with the pointer than it is large.
const REACH: f32 = 3.0;

/// A bar over each period, with its name under the pointer.
pub(super) fn time_off_ui(ui: &Ui, transform: &PlotTransform, plan: &Plan) {
    let area = *transform.frame();
    let painter = ui.painter().with_clip_rect(area);
    for (at, off) in plan.time_off.iter().enumerate() {
        let x = |day: Day| transform.position_from_point_x(f64::from(day));
        let (from, to) = (x(off.first), x(off.last + 1));
        let bar = Rect::from_min_max(pos2(from, area.bottom() - HIGH), pos2(to.max(from + WIDE), area.bottom()));
        painter.rect_filled(bar, 1.0, Palette::of(ui).text_weak);
        let reach = bar.expand(REACH).intersect(area);
        ui.interact(reach, ui.scope_id().with(("time off", at)), Sense::hover())
            .on_hover_text(wording::kept_free(off, plan));
    }
}

//! Days that matter, marked in a chart.

use crate::scene::Scene;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{Align2, FontId, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

/// From the upper edge of a chart to the names, in points: below those of phases.
const DOWN: f32 = 38.0;

/// A line on each day that matters, below all names.
pub(super) fn lines_ui(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    for occasion in &scene.estimate.occasions {
        let x = transform.position_from_point_x(f64::from(occasion.day));
        let line = [pos2(x, area.top()), pos2(x, area.bottom())];
        painter.extend(Shape::dashed_line(&line, Stroke::new(1.5, palette.accent), 8.0, 3.0));
    }
}

/// The names of days that matter beside their lines.
pub(super) fn names_ui(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let mut taken: Vec<Rect> = Vec::new();
    for occasion in &scene.estimate.occasions {
        let x = transform.position_from_point_x(f64::from(occasion.day));
        let name = wording::occasion_name(&occasion.name).to_owned();
        let galley = painter.layout_no_wrap(name, FontId::proportional(tokens::SIZES[0]), palette.accent);
        let fits = x + galley.size().x + 8.0 < area.right();
        let (beside, align) = if fits { (5.0, Align2::LEFT_TOP) } else { (-5.0, Align2::RIGHT_TOP) };
        let mut rect = align.anchor_size(pos2(x + beside, area.top() + DOWN), galley.size());
        while taken.iter().any(|other| other.intersects(rect)) {
            rect = rect.translate(vec2(0.0, rect.height()));
        }
        taken.push(rect.shrink2(vec2(0.0, 0.5)));
        painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
        painter.galley(rect.min, galley, palette.accent);
    }
}

//! What is written and hatched in a chart: what no study has followed, phases, the target.

use crate::document::OptionId;
use crate::locale::tr;
use crate::scene::{Curve, Scene, beyond_evidence};
use crate::ui::theme::{Palette, tokens};
use crate::units::{BudgetPeriod, Day};
use crate::wording;
use egui::{Align2, Color32, FontId, Painter, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;

/// The distance of hatching lines in points.
const HATCH: f32 = 9.0;
/// From the upper edge of a chart to the names of the phases, in points.
const PHASES: f32 = 4.0;
/// From there to what else is written at the upper edge, line by line, in points.
const LINE: f32 = 16.0;

/// Hatches what no study has followed: the ground for the option that stands out, the line for each of the others. Names
/// the phases of the one that stands out.
pub(super) fn beyond_ui(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>, front: Option<OptionId>) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let x = |day: Day| transform.position_from_point_x(f64::from(day));
    for curve in scene.curves.iter().filter(|curve| curve.projection.is_some()) {
        let stands_out = curve.option.id == front;
        for (from, to) in beyond_evidence(curve.option) {
            let place = Rect::from_x_y_ranges(x(from)..=x(to), area.y_range()).intersect(area);
            if stands_out {
                hatch(&painter, place, palette.line);
            } else {
                hatch_line(&painter, transform, (curve, from, to), palette.option(curve.option.mark).color);
            }
        }
        if stands_out {
            phases_ui(&painter, curve, x, (area, palette));
        }
    }
}

fn hatch(painter: &Painter, place: Rect, color: Color32) {
    let painter = painter.with_clip_rect(place.intersect(painter.clip_rect()));
    let mut foot = place.left() - place.height();
    while foot < place.right() {
        let line = [pos2(foot, place.bottom()), pos2(foot + place.height(), place.top())];
        painter.line_segment(line, Stroke::new(1.0, color));
        foot += HATCH;
    }
}

/// Short strokes across a line.
fn hatch_line(painter: &Painter, transform: &PlotTransform, (curve, from, to): (&Curve<'_>, Day, Day), color: Color32) {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of days")]
    let step = (f64::from(HATCH) / transform.dpos_dvalue_x()).max(1.0) as Day;
    for day in (from..=to).step_by(usize::try_from(step).unwrap_or(1).max(1)) {
        if let Some(value) = curve.at(day) {
            let at = transform.position_from_point(&egui_plot::PlotPoint::new(f64::from(day), value));
            painter.line_segment([at + vec2(-3.0, 4.0), at + vec2(3.0, -4.0)], Stroke::new(1.0, color));
        }
    }
}

/// Names of the phases and of the ground beyond the evidence, where there is room for them.
fn phases_ui(painter: &Painter, curve: &Curve<'_>, x: impl Fn(Day) -> f32, (area, palette): (Rect, &Palette)) {
    let option = curve.option;
    let named = option.phases.iter().map(|phase| (phase.from, phase.to, wording::text(&phase.name), PHASES));
    let beyond = beyond_evidence(option).map(|(from, to)| (from, to, tr!("not studied"), PHASES + LINE));
    for (from, to, name, down) in named.chain(beyond) {
        let space = Rect::from_x_y_ranges(x(from)..=x(to), area.y_range()).intersect(area);
        painter.vline(x(from), area.y_range(), Stroke::new(1.0, palette.grid));
        let galley = painter.layout_no_wrap(name.to_owned(), FontId::proportional(tokens::SIZES[0]), palette.text_weak);
        if galley.size().x + 8.0 < space.width() {
            let at = pos2(space.center().x, area.top() + down);
            let rect = Align2::CENTER_TOP.anchor_size(at, galley.size());
            painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
            painter.galley(rect.min, galley, palette.text_weak);
        }
    }
}

/// What has happened ends on the day of today: a line, named below the phases and what no study has followed.
pub(super) fn today_ui(ui: &Ui, transform: &PlotTransform, today: Day) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let x = transform.position_from_point_x(f64::from(today));
    painter.vline(x, area.y_range(), Stroke::new(1.0, palette.text_weak));
    let font = FontId::proportional(tokens::SIZES[0]);
    let galley = painter.layout_no_wrap(tr!("today").to_owned(), font, palette.text_weak);
    let right = (x + 5.0).min(area.right() - galley.size().x - 5.0);
    let rect = Align2::LEFT_TOP.anchor_size(pos2(right, area.top() + PHASES + 2.0 * LINE), galley.size());
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
    painter.galley(rect.min, galley, palette.text_weak);
}

/// The name of the target beside its line.
pub(super) fn target_ui(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>) {
    if let Some(target) = scene.target {
        name_ui(ui, transform, (scene, target, true), tr!("target {share}", share = wording::share(target)));
    }
}

/// The name of the budget beside the line up to which money may be spent on the option that stands out.
pub(super) fn budget_ui(ui: &Ui, transform: &PlotTransform, scene: &Scene<'_>, front: Option<OptionId>) {
    let curve = scene.curves.iter().find(|curve| curve.option.id == front);
    let ceiling = curve.map(|curve| scene.ceiling(curve.option)).unwrap_or_default();
    let last = ceiling.last().filter(|(_, most)| *most < transform.bounds().max()[1]);
    if let Some(((_, most), budget)) = last.zip(scene.estimate.budget) {
        let is_level = budget.period == BudgetPeriod::Plan;
        name_ui(ui, transform, (scene, *most, is_level), wording::budget_line(budget, scene.estimate.currency));
    }
}

/// The name of a line at its right end, or at its left if it is level, above it or below: where no line of an option runs. It stands
/// on a ground of its own in front of everything else.
fn name_ui(ui: &Ui, transform: &PlotTransform, (scene, value, is_level): (&Scene<'_>, f64, bool), text: String) {
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let galley = painter.layout_no_wrap(text, FontId::proportional(tokens::SIZES[0]), palette.accent);
    let line = transform.position_from_point_y(value);
    let (right, left) = (area.right() - 5.0, area.left() + 5.0);
    let at_right = [(Align2::RIGHT_BOTTOM, pos2(right, line - 3.0)), (Align2::RIGHT_TOP, pos2(right, line + 3.0))];
    let at_left = [(Align2::LEFT_BOTTOM, pos2(left, line - 3.0)), (Align2::LEFT_TOP, pos2(left, line + 3.0))];
    let all = if is_level { [at_right, at_left].concat() } else { at_right.to_vec() };
    let places: Vec<Rect> = all.into_iter().map(|(align, at)| align.anchor_size(at, galley.size())).collect();
    let inside: Vec<Rect> = places.iter().copied().filter(|place| area.contains_rect(*place)).collect();
    let place = scene.free_place(&inside, |place| {
        let (from, to) =
            (transform.value_from_position(place.left_bottom()), transform.value_from_position(place.right_top()));
        ((from.x, to.x), (from.y, to.y))
    });
    let Some(rect) = place.or(places.first().copied()) else { return };
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
    painter.galley(rect.min, galley, palette.accent);
}

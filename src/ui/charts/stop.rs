//! The day on which the selected option stops: a line through the charts with a handle at its foot, and what stays of the
//! result from there on.

use super::plot::day_at;
use crate::locale::tr;
use crate::scene::{Baseline, Scale, Scene};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{View, ViewState};
use crate::units::Day;
use crate::wording;
use egui::{
    Align2, CursorIcon, EventFilter, FontId, Id, Key, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};
use egui_plot::{PlotPoint, PlotTransform};

/// The handle, and what around it can be taken hold of, in points.
const HANDLE: f32 = 7.0;
const AROUND: egui::Vec2 = vec2(22.0, 22.0);

/// The line, in a chart of results the course from there on, and in the last chart the handle.
pub(super) fn stop_ui(
    ui: &Ui,
    transform: &PlotTransform,
    scene: &Scene<'_>,
    view: &View<'_>,
    (state, is_last): (&mut ViewState, bool),
) {
    let Some(stop) = view.stop.filter(|_| !state.client_view) else { return };
    let (palette, area) = (Palette::of(ui), *transform.frame());
    let painter = ui.painter().with_clip_rect(area);
    let x = transform.position_from_point_x(f64::from(stop.day));
    let line = [pos2(x, area.top()), pos2(x, area.bottom())];
    painter.extend(Shape::dashed_line(&line, Stroke::new(1.5, palette.text), 3.0, 3.0));
    // What stays is worked out against doing nothing.
    if scene.scale == Scale::Share && state.against == Baseline::Nothing {
        let mark = view.selected.map(|option| option.mark);
        let color = palette.option(mark).color;
        let at = |(day, value): &(Day, f64)| transform.position_from_point(&PlotPoint::new(f64::from(*day), *value));
        let course: Vec<Pos2> = stop.curve.iter().map(at).collect();
        painter.extend(Shape::dotted_line(&course, color, 5.0, 1.6));
    }
    if is_last && area.x_range().contains(x) {
        let date = wording::date(scene.estimate.date(stop.day));
        let handle = handle_ui(ui, (x, area), &tr!("Stops on {date}", date));
        follow(ui, &handle, transform, scene.estimate.horizon_days, state);
    }
}

/// What is dragged, named as a screen reader says it.
fn handle_ui(ui: &Ui, (x, area): (f32, Rect), name: &str) -> Response {
    let palette = Palette::of(ui);
    let tip = pos2(x, area.bottom() - 2.0 * HANDLE);
    let place = Rect::from_center_size(tip + vec2(0.0, HANDLE), AROUND);
    let handle =
        ui.interact(place, Id::unique("stop"), Sense::click_and_drag()).on_hover_cursor(CursorIcon::ResizeHorizontal);
    let enabled = ui.is_enabled();
    handle.widget_info(|| WidgetInfo::slider(enabled, 0.0, name));
    let corners = vec![tip, tip + vec2(HANDLE, 2.0 * HANDLE), tip + vec2(-HANDLE, 2.0 * HANDLE)];
    let rim = if handle.has_focus() { Stroke::new(2.5, palette.accent) } else { Stroke::new(1.0, palette.card) };
    ui.painter().add(Shape::convex_polygon(corners, palette.text, rim));
    let font = FontId::proportional(tokens::SIZES[0]);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, palette.text);
    let right = x + HANDLE + 4.0 + galley.size().x < area.right();
    let (beside, align) =
        if right { (HANDLE + 4.0, Align2::LEFT_BOTTOM) } else { (-HANDLE - 4.0, Align2::RIGHT_BOTTOM) };
    let rect = align.anchor_size(pos2(x + beside, area.bottom() - 18.0), galley.size());
    ui.painter().rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
    ui.painter().galley(rect.min, galley, palette.text);
    handle
}

/// Dragging moves the day; arrow keys move it by a month, with Shift by a day; Escape and Delete let it go.
fn follow(ui: &Ui, handle: &Response, transform: &PlotTransform, horizon: Day, state: &mut ViewState) {
    if let Some(pointer) = handle.interact_pointer_pos().filter(|_| handle.dragged()) {
        state.stop = Some(day_at(transform, pointer.x, horizon));
    }
    if !handle.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(handle.id, arrows));
    let (step, is_let_go) = ui.input(|input| {
        let length = if input.modifiers.shift { 1 } else { 30 };
        let presses = |key| i32::try_from(input.num_presses(key)).unwrap_or(0);
        let steps = presses(Key::ArrowRight) - presses(Key::ArrowLeft);
        (length * steps, input.key_pressed(Key::Escape) || input.key_pressed(Key::Delete))
    });
    state.stop = state.stop.filter(|_| !is_let_go).map(|day| (day + step).clamp(0, horizon));
    if step != 0 || is_let_go {
        ui.ctx().request_repaint();
    }
}

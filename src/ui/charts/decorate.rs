//! What both charts share on top of their lines: the cursor, session marks, choosing an option with the pointer.

use super::plot::day_at;
use super::upkeep::{self, Handle};
use super::{menu, readout};
use crate::document::OptionId;
use crate::scene::{Curve, Scene};
use crate::ui::theme::Palette;
use crate::ui::{Action, Stretch, View, ViewState, marks};
use crate::units::Day;
use crate::wording;
use egui::accesskit::Role;
use egui::{EventFilter, Key, Painter, Stroke, StrokeKind, Ui, WidgetInfo, pos2};
use egui_plot::{PlotPoint, PlotResponse, PlotTransform};

/// Draws what lies over the lines, and takes the pointer's wishes.
pub(super) fn finish<R>(
    ui: &Ui,
    plot: &PlotResponse<R>,
    scene: &Scene<'_>,
    view: &View<'_>,
    (state, actions): (&mut ViewState, &mut Vec<Action>),
) {
    let (transform, area) = (&plot.transform, *plot.transform.frame());
    let end = scene.estimate.horizon_days;
    keyboard(ui, plot, state, end);
    let handle = upkeep::handles_ui(ui, transform, scene, (view, state), actions);
    pointer(plot, scene, state, handle.as_ref());
    plot.response.context_menu(|ui| menu::menu_ui(ui, scene, state, actions));
    let spoken = spoken(scene, state);
    plot.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let painter = ui.painter().with_clip_rect(area);
    if let Some(day) = state.pinned.filter(|_| plot.response.has_focus()) {
        state.cursor_at = Some(pos2(transform.position_from_point_x(f64::from(day)), area.center().y));
    }
    for curve in &scene.curves {
        session_marks(&painter, ui, transform, curve, state.front(), None);
    }
}

/// The chart in words: with a cursor, every option on its day.
pub(super) fn spoken(scene: &Scene<'_>, state: &ViewState) -> String {
    let estimate = scene.estimate;
    let Some(day) = state.cursor else {
        return wording::chart_hint(scene.chart).to_owned();
    };
    let values = estimate.options.iter().map(|option| {
        let point = option.point(day);
        let spent = wording::money(point.spend.typical, estimate.currency);
        let result = point.result.map(|result| state.against.of(&result));
        let result = result.map(|band| format!(", {}", wording::share(band.typical))).unwrap_or_default();
        let phase = readout::phase(option, day).filter(|_| state.stands_out(option.id)).unwrap_or_default();
        format!("{} {spent}{result}{phase}", wording::option_title(option))
    });
    let values: Vec<String> = values.collect();
    wording::chart_on_day(scene.chart, &wording::date(estimate.date(day)), &values.join("; "))
}

/// Arrow keys move the cursor of the chart that has the focus: by a month, with Shift by a day; Escape lets it go.
fn keyboard<R>(ui: &Ui, plot: &PlotResponse<R>, state: &mut ViewState, end: Day) {
    if !plot.response.has_focus() {
        return;
    }
    let arrows = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(plot.response.id, arrows));
    let zoom = ui.input(|input| {
        let presses = |key| i32::try_from(input.num_presses(key)).unwrap_or(0);
        presses(Key::Minus) - presses(Key::Plus) - presses(Key::Equals)
    });
    if zoom != 0 {
        let whole = Stretch::whole(end);
        state.stretch = state.stretch.unwrap_or(whole).scaled(2_f64.powi(zoom)).within(whole);
        ui.ctx().request_repaint();
    }
    let (step, let_go) = ui.input(|input| {
        let length = if input.modifiers.shift { 1 } else { 30 };
        let presses = |key| i32::try_from(input.num_presses(key)).unwrap_or(0);
        let steps = presses(Key::ArrowRight) - presses(Key::ArrowLeft);
        let years = presses(Key::PageDown) - presses(Key::PageUp);
        let ends = (presses(Key::End) - presses(Key::Home)) * end;
        (steps * length + years * 365 + ends, input.key_pressed(Key::Escape))
    });
    if step != 0 {
        state.pinned = Some((state.pinned.unwrap_or(0) + step).clamp(0, end));
        ui.ctx().request_repaint();
    }
    if let_go {
        (state.pinned, state.stretch) = (None, None);
    }
    let stroke = Stroke::new(2.0, Palette::of(ui).accent);
    ui.painter().rect_stroke(*plot.transform.frame(), 2.0, stroke, StrokeKind::Outside);
}

/// Moves the shared cursor, marks the option near the pointer, and selects it on a click.
fn pointer<R>(plot: &PlotResponse<R>, scene: &Scene<'_>, state: &mut ViewState, handle: Option<&Handle>) {
    // The day stays while the menu is open.
    if plot.response.context_menu_opened() {
        return;
    }
    if plot.response.secondary_clicked() {
        state.pinned = state.cursor;
    }
    if plot.response.double_clicked() {
        state.stretch = None;
    }
    if let Some(handle) = handle.filter(|handle| handle.is_dragged) {
        (state.cursor, state.cursor_at) = (Some(handle.day), Some(handle.pointer));
        return state.hover(state.selected);
    }
    let Some(at) = plot.response.hover_pos().or(handle.map(|handle| handle.pointer)) else { return };
    // Keys and pointer both move the cursor: the one used last has it.
    let keyed = plot.response.has_focus() && state.pinned.is_some();
    let moved = plot.response.ctx.input(|input| input.pointer.is_moving() || input.pointer.any_down());
    if keyed && !moved {
        return;
    }
    let day = day_at(&plot.transform, at.x, scene.estimate.horizon_days);
    // Which line is near does not hang on the day it snaps to, which hangs on the line that stands out.
    let distance =
        |curve: &Curve<'_>| curve.at(day).map(|value| (plot.transform.position_from_point_y(value) - at.y).abs());
    let near = scene.curves.iter().filter_map(|curve| Some((curve.option.id, distance(curve)?)));
    let nearest: Option<(Option<OptionId>, f32)> = near.min_by(|one, other| one.1.total_cmp(&other.1));
    let day = snapped(plot, scene, state, day);
    (state.cursor, state.cursor_at) = (Some(day), Some(at));
    if let Some((id, _)) = nearest.filter(|(_, distance)| *distance < 14.0) {
        state.hover(id);
        if plot.response.clicked() {
            state.selected = id;
        }
    } else if plot.response.clicked() {
        state.pinned = Some(day);
    }
}

/// The day of a session of the option that stands out, if one is this near on screen.
fn snapped<R>(plot: &PlotResponse<R>, scene: &Scene<'_>, state: &ViewState, day: Day) -> Day {
    let x = |day: Day| plot.transform.position_from_point_x(f64::from(day));
    let front = scene.curves.iter().find(|curve| state.stands_out(curve.option.id));
    let sessions = front.into_iter().flat_map(|curve| &curve.option.schedule.sessions);
    let nearest = sessions.map(|session| session.day).min_by_key(|other| (other - day).abs());
    nearest.filter(|other| (x(*other) - x(day)).abs() < 6.0).unwrap_or(day)
}

/// A mark on each session; hollow from a day on, where what is foreseen is told from what has happened.
pub(super) fn session_marks(
    painter: &Painter,
    ui: &Ui,
    transform: &PlotTransform,
    curve: &Curve<'_>,
    front: Option<OptionId>,
    foreseen_from: Option<Day>,
) {
    let option = curve.option;
    let stands_out = option.id == front;
    let radius = if stands_out { 4.0 } else { 2.5 };
    let palette = Palette::of(ui);
    let style = palette.option(option.mark);
    // Weekly home use would draw a solid bar of marks: keep them apart.
    let mut free = f32::NEG_INFINITY;
    for session in &option.schedule.sessions {
        let Some(value) = curve.at(session.day) else { continue };
        let at = transform.position_from_point(&PlotPoint::new(f64::from(session.day), value));
        if at.x >= free {
            painter.circle_filled(at, radius + 1.2, palette.card);
            marks::marker(painter, at, radius, &style);
            if foreseen_from.is_some_and(|day| session.day >= day) {
                painter.circle_filled(at, 0.55 * radius, palette.card);
            }
            free = at.x + 1.6 * radius;
        }
    }
}

//! The improvement for the plan's other concerns, small beside the chart of the one that is looked at.

use super::plot::{base_plot, shown_stretch, upward, years_ui};
use super::{annotate, axes, decorate, paint};
use crate::catalog::ConcernId;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::{Chart, Scene};
use crate::ui::theme::{Palette, strong};
use crate::ui::{View, ViewState, kit};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align, Button, Label, Layout, Rect, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

/// The room between two charts, in points.
const GAP: f32 = 8.0;
/// The height of a chart's title in points.
const TITLE: f32 = 22.0;
/// The width of the labels of the axis in points.
const LABELS: f32 = 40.0;

/// The place of the chart that is looked at, and behind it those of so many others.
pub(super) fn places(whole: Rect, others: usize) -> (Rect, Vec<Rect>) {
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let width = |count: usize| (whole.width() - GAP * (count - 1) as f32) / count as f32;
    let each = width(others + 1);
    let mut left = whole.left();
    let mut places = std::iter::from_fn(|| {
        let place = Rect::from_min_size(egui::pos2(left, whole.top()), vec2(each, whole.height()));
        left += each + GAP;
        Some(place)
    });
    let first = places.next().unwrap_or(whole);
    (first, places.take(others).collect())
}

/// The name of the concern that is looked at over its chart, whose place is what is left; nothing where there is no other
/// chart.
pub(super) fn name_ui(ui: &mut Ui, view: &View<'_>, place: Rect, others: usize) -> Rect {
    if others == 0 {
        return place;
    }
    let name = wording::concern_name(view.catalog, view.seen);
    let rect = Rect::from_min_size(place.min, vec2(place.width(), TITLE));
    let layout = Layout::left_to_right(Align::Center);
    ui.scope_builder(UiBuilder::new().id_salt("own").max_rect(rect).layout(layout), |ui| {
        ui.add_space(ui.spacing().button_padding.x);
        ui.add(Label::new(strong(name)).truncate());
    });
    place.with_min_y(rect.bottom())
}

/// The chart of another concern. A click on its title looks at that one instead.
pub(super) fn beside_ui(ui: &mut Ui, view: &View<'_>, other: &Evaluation, state: &mut ViewState, place: Rect) {
    let concern = &other.plan.concern;
    let place = UiBuilder::new().id_salt(("beside", concern)).max_rect(place);
    ui.scope_builder(place, |ui| {
        let name = wording::concern_name(view.catalog, concern);
        let title = Button::new(name).frame_when_inactive(false).truncate().min_size(vec2(0.0, TITLE));
        let about = tr!("Show the results for {concern}", concern = wording::within(name));
        ui.spacing_mut().item_spacing.y = 0.0;
        let response = ui.add(title).accessible_name(&about);
        if response.on_hover_text(&about).clicked() {
            state.seen = Some(concern.clone());
        }
        match Chart::Improvement.of(&other.estimate, state.against) {
            Some(scene) => chart_ui(ui, &scene, (concern, name), state),
            None => kit::note(ui, tr!("Cost only: no improvement is projected")),
        }
    });
}

fn chart_ui(ui: &mut Ui, scene: &Scene<'_>, (concern, name): (&ConcernId, &str), state: &ViewState) {
    let (palette, stretch) = (Palette::of(ui), shown_stretch(scene.estimate, state));
    let size = vec2(ui.available_width(), ui.available_height().max(TITLE));
    let axis = axes::ValueAxis::of(scene, state, size.y, true);
    let (floor, top, count) = (axis.floor, axis.top, axis.count);
    let plot = base_plot(ui, concern.as_str(), scene.estimate, stretch, size)
        .allow_zoom(false)
        .allow_drag(false)
        .y_grid_spacer(move |_| axes::steps(floor, top, count))
        .custom_y_axes(upward(palette, LABELS, wording::share));
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds_y(axis.shown.clone());
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        let (front, others): (Vec<_>, Vec<_>) =
            scene.curves.iter().partition(|curve| state.stands_out(curve.option.id));
        others.into_iter().chain(front).for_each(|curve| paint::curve_ui(plot, curve, state.front(), palette));
    });
    let transform = shown.transform;
    annotate::beyond_ui(ui, &transform, scene, state.front());
    let painter = ui.painter().with_clip_rect(*transform.frame());
    for curve in &scene.curves {
        decorate::session_marks(&painter, ui, &transform, curve, state.front(), None);
    }
    if let Some(day) = state.cursor {
        let x = transform.position_from_point_x(f64::from(day));
        painter.vline(x, transform.frame().y_range(), Stroke::new(1.0, palette.text_weak));
    }
    years_ui(ui, &transform, scene.estimate, stretch);
    let said = match state.cursor {
        Some(_) => decorate::spoken(scene, state),
        None => tr!("Chart of improvement; the one that is looked at has the keys").to_owned(),
    };
    let spoken = format!("{name}. {said}");
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
}

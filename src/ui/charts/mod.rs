//! The two linked charts: improvement above, cumulative spend below, one time axis and one cursor.

mod alone;
mod annotate;
mod axes;
mod before;
mod beside;
mod decorate;
mod ghost;
mod heading;
mod labels;
mod menu;
mod occasions;
mod paint;
mod plot;
mod readout;
mod stop;
mod stretch;
mod table;
mod time_off;
mod title;
mod unpriced;
mod upkeep;
mod ways;

pub(super) use alone::{Alone, option_ui};
pub(super) use axes::{money_label, nice, steps};
pub use ghost::Ghost;
pub use stretch::Stretch;
pub(super) use ways::{style as way_style, ways_ui};

use super::divider::{self, divider};
use super::theme::Palette;
use super::{Action, View, ViewState};
use crate::evaluation::Evaluation;
use crate::scene::{Chart, Scene};
use egui::{Rect, Stroke, Ui};
use egui_plot::PlotTransform;

/// The charts, from top to bottom.
const ORDER: [Chart; 2] = [Chart::Improvement, Chart::Spend];
/// The share of the upper chart in the height of both, unless somebody has chosen another.
const UPPER: f32 = 0.66;
/// The height in points that the upper chart keeps as long as the other has its least.
const RESULTS: f32 = 262.0;
/// The least height of a chart in points.
const LEAST: f32 = 70.0;

/// The charts with their heading, in all the room there is, of whose first line this much in points is taken.
pub(super) fn charts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (evaluation, taken): (&Evaluation, f32),
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let estimate = &evaluation.estimate;
    let scenes: Vec<Scene<'_>> = ORDER.into_iter().filter_map(|chart| chart.of(estimate, state.against)).collect();
    let filled = state.largest.filter(|filled| scenes.iter().any(|scene| scene.chart == *filled));
    let shown: Vec<&Scene<'_>> =
        scenes.iter().filter(|scene| filled.is_none_or(|filled| scene.chart == filled)).collect();
    heading::heading_ui(ui, view, estimate, (shown.first().copied(), taken), state);
    // The one under the pointer comes in its place as soon as a chart says so.
    (state.cursor, state.cursor_at) = (state.pinned, None);
    let place = ui.available_rect_before_wrap();
    let place =
        if estimate.unpriced { unpriced::unpriced_ui(ui, view, place, (&mut state.prices, actions)) } else { place };
    if state.chart_tables {
        return table::table_ui(ui, evaluation, state, place.height());
    }
    let beside: Vec<&Evaluation> = if state.beside { view.others() } else { Vec::new() };
    state.ghost.follow(ui, evaluation);
    axes::keep_top(ui, &shown, plot::shown_stretch(estimate, state), state);
    match shown[..] {
        [upper, lower] => {
            let room = place.height() - divider::WIDTH;
            let height = state.split.map_or((room * UPPER).max(RESULTS), |share| room * share);
            let height = height.min(room - LEAST).max(LEAST).floor();
            let between =
                Rect::from_x_y_ranges(place.x_range(), place.top() + height..=place.top() + height + divider::WIDTH);
            let (own, others) = beside::places(place.with_max_y(between.top()), beside.len());
            let own = beside::name_ui(ui, view, own, beside.len());
            let above = paint::chart_ui(ui, upper, view, (state, actions), (own, [true, !beside.is_empty()]));
            let below =
                paint::chart_ui(ui, lower, view, (state, actions), (place.with_min_y(between.bottom()), [false, true]));
            title::over_ui(ui, lower, *below.frame(), state);
            cursor_ui(ui, &[above, below], state);
            for (other, place) in beside.iter().zip(others) {
                beside::beside_ui(ui, view, other, state, place);
            }
            let (dragged, is_reset) = divider(ui, "charts", between);
            if is_reset {
                state.split = None;
            } else if dragged != 0.0 {
                state.split = Some(((height + dragged) / room).clamp(0.1, 0.9));
            }
        }
        [only] => {
            // Without money the others stand beside all the same; who fills the room with one chart wants that alone.
            let beside = if estimate.unpriced && filled.is_none() { beside } else { Vec::new() };
            let (own, others) = beside::places(place, beside.len());
            let own = beside::name_ui(ui, view, own, beside.len());
            let shown = paint::chart_ui(ui, only, view, (state, actions), (own, [true, true]));
            cursor_ui(ui, &[shown], state);
            for (other, place) in beside.iter().zip(others) {
                beside::beside_ui(ui, view, other, state, place);
            }
        }
        _ => {}
    }
    readout::readout_ui(ui, evaluation, state);
}

/// One chart alone in all the room there is, to be looked at and nothing else.
pub(super) fn one_chart_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState, chart: Chart) {
    let estimate = &evaluation.estimate;
    (state.cursor, state.cursor_at) = (state.pinned, None);
    let Some(scene) = chart.of(estimate, state.against) else { return };
    title::title_ui(ui, &scene, state);
    let place = ui.available_rect_before_wrap();
    axes::keep_top(ui, &[&scene], plot::shown_stretch(estimate, state), state);
    paint::chart_ui(ui, &scene, view, (state, &mut Vec::new()), (place, [true, true]));
}

/// The cursor through all charts, once it is known which of them has the pointer.
fn cursor_ui(ui: &Ui, charts: &[PlotTransform], state: &ViewState) {
    let Some(day) = state.cursor else { return };
    for transform in charts {
        let (x, area) = (transform.position_from_point_x(f64::from(day)), transform.frame());
        let stroke = Stroke::new(1.0, Palette::of(ui).text_weak);
        ui.painter().with_clip_rect(*area).vline(x, area.y_range(), stroke);
    }
}

//! What the charts show, and how to see it otherwise.

use super::Stretch;
use super::title::title_ui;
use crate::estimate::Estimate;
use crate::locale::{tr, trn};
use crate::scene::{Baseline, Chart, Scene};
use crate::ui::{Command, View, ViewState, concern, kit};
use egui::{Align, Layout, Ui};

/// The years that are offered to look at.
const SPANS: [u32; 3] = [1, 2, 5];
/// The width in points below which what results are measured against is a list, if there is a choice of concerns as well.
const BOTH: f32 = 500.0;
/// The width in points from which on there is room for the way to charts side by side.
const BESIDE: f32 = 420.0;
/// The width in points that spans and the way to the table take.
const SPANS_WIDTH: f32 = 190.0;

/// One line, its beginning taken by something else, with the title of the upper chart; of the same
/// height whatever stands in it.
pub(super) fn heading_ui(
    ui: &mut Ui,
    view: &View<'_>,
    estimate: &Estimate,
    (upper, taken): (Option<&Scene<'_>>, f32),
    state: &mut ViewState,
) {
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.spacing_mut().button_padding = egui::vec2(6.0, 1.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_space(taken);
        // One chart alone, and one of spend, have no others beside them.
        let has_place = state.largest.is_none() && !state.chart_tables;
        let has_place = has_place && upper.is_some_and(|scene| scene.chart == Chart::Improvement);
        if let Some(upper) = upper.filter(|_| !state.chart_tables) {
            title_ui(ui, upper, state);
        }
        concern::seen_ui(ui, view, ("charts", concern::NARROW), &mut state.seen);
        if !view.draft.further.is_empty() && has_place && (state.beside || ui.available_width() > BESIDE) {
            let text = tr!("The improvement for each concern, the others small beside the one that is looked at");
            ui.toggle_value(&mut state.beside, tr!("Side by side")).on_hover_text(text);
        }
        if !state.chart_tables || !view.draft.further.is_empty() {
            ui.add_space(8.0);
        }
        if estimate.do_nothing().projection.is_some() {
            against_ui(ui, view, state);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let table = tr!("Table");
            ui.toggle_value(&mut state.chart_tables, table).on_hover_text(Command::ChartTables.tooltip());
            if !state.chart_tables {
                spans_ui(ui, estimate.horizon_days, &estimate.year_bounds, state);
            }
        });
    });
}

/// What results are measured against.
fn against_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    if !view.draft.further.is_empty() && ui.available_width() < BOTH {
        let name = |against: &Baseline| match against {
            Baseline::Nothing => tr!("against doing nothing").to_owned(),
            Baseline::Today => tr!("against today").to_owned(),
        };
        let field = kit::Field::new("against", tr!("Measured against"));
        let all = [Baseline::Nothing, Baseline::Today];
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - SPANS_WIDTH).clamp(60.0, 170.0));
            state.against = kit::choice_box(ui, field, &state.against, all, name).unwrap_or(state.against);
        });
        return;
    }
    ui.selectable_value(&mut state.against, Baseline::Nothing, tr!("against doing nothing")).on_hover_text(tr!(
        "The gain over doing nothing on the same day, as a share of the severity there would be then"
    ));
    ui.selectable_value(&mut state.against, Baseline::Today, tr!("against today"))
        .on_hover_text(tr!("The change since the first day, as a share of starting severity: ageing counts too"));
}

/// How much of the plan is looked at. From the right.
fn spans_ui(ui: &mut Ui, horizon: i32, bounds: &[i32], state: &mut ViewState) {
    let whole = Stretch::whole(horizon);
    if ui.selectable_label(state.stretch.is_none(), tr!(in "time", "All")).on_hover_text(tr!("Whole plan")).clicked() {
        state.stretch = None;
    }
    for years in SPANS.into_iter().rev() {
        let Some(end) = bounds.get(years as usize).filter(|end| **end < horizon) else { continue };
        let span = Stretch { from: 0.0, to: f64::from(*end) };
        let name = tr!("{years} y", years);
        let response = ui.selectable_label(state.stretch == Some(span), name);
        let about = trn!(years, "The first year", "The first {years} years", years);
        if response.on_hover_text(about).clicked() {
            state.stretch = span.within(whole);
        }
    }
}

//! The two linked charts: cumulative spend above, improvement below, one time axis and one cursor.

mod axes;
mod decorate;
mod labels;
mod paint;
mod plot;
mod readout;
mod stretch;
mod table;

pub use stretch::Stretch;

use super::theme::{Palette, strong, tokens};
use super::{Command, View, ViewState};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::{Against, Chart, Scale, Scene};
use egui::{Align, Layout, RichText, Ui};

/// The charts with their read-out, in `height` points.
pub(super) fn charts_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    axes::keep_tops(ui, evaluation, state);
    let top = ui.cursor().top();
    readout::readout_ui(ui, view, evaluation, state);
    state.cursor = state.pinned;
    heading_ui(ui, evaluation, state);
    let used = |ui: &Ui| ui.cursor().top() - top;
    if state.chart_tables {
        table::table_ui(ui, evaluation, state, height - used(ui));
        return;
    }
    let left = height - used(ui) - HEADING - tokens::GAP;
    let scenes = Chart::ALL.into_iter().filter_map(|chart| chart.of(&evaluation.estimate, state.against));
    let scenes: Vec<Scene<'_>> = scenes.collect();
    for scene in &scenes {
        let (share, least) = match scene.scale {
            Scale::Money(_) if scenes.len() == 1 => (1.0, 70.0),
            Scale::Money(_) => (0.42, 70.0),
            Scale::Share => (0.58, 90.0),
        };
        if scene.scale == Scale::Share {
            against_ui(ui, state);
        }
        paint::chart_ui(ui, scene, evaluation, state, (left * share).max(least));
    }
}

/// The height of a heading between charts, in points.
const HEADING: f32 = 24.0;

/// What the upper chart shows, and how to see it otherwise.
fn heading_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    ui.horizontal(|ui| {
        let currency = evaluation.estimate.currency;
        ui.label(strong(if state.chart_tables {
            tr!("Cumulative spend and improvement, {currency}", currency)
        } else {
            tr!("Cumulative spend, {currency}", currency)
        }));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.toggle_value(&mut state.chart_tables, tr!("Table")).on_hover_text(Command::ChartTables.tooltip());
            if !state.chart_tables && state.stretch.is_some() && ui.button(tr!("Whole plan")).clicked() {
                state.stretch = None;
            }
        });
    });
}

/// What the chart of results is measured against, and how to read it.
fn against_ui(ui: &mut Ui, state: &mut ViewState) {
    ui.horizontal(|ui| {
        ui.label(strong(tr!("Improvement")));
        ui.selectable_value(&mut state.against, Against::Nothing, tr!("against doing nothing")).on_hover_text(tr!(
            "The gain over doing nothing on the same day, as a share of the severity there would be then"
        ));
        ui.selectable_value(&mut state.against, Against::Today, tr!("against today"))
            .on_hover_text(tr!("The change since the first day, as a share of starting severity: ageing counts too"));
        if ui.available_width() < 190.0 {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = tr!("pale area: cautious to optimistic");
            ui.label(RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
        });
    });
}

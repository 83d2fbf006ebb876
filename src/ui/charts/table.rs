//! What both charts hold, as a table: a row for each date, a column for each option.

use super::{axes, series};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::strong;
use crate::ui::{ViewState, cells};
use crate::units::Day;
use crate::wording;
use egui::accesskit::Role;
use egui::{Align, Label, Layout, Sense, Ui, UiBuilder, WidgetInfo};
use egui_extras::{Column, TableBuilder};

/// The table, in `height` points.
pub(super) fn table_ui(ui: &mut Ui, evaluation: &Evaluation, state: &ViewState, height: f32) {
    let estimate = &evaluation.estimate;
    let days = axes::months(estimate, if estimate.horizon_years <= 2 { 1 } else { 3 });
    let count = estimate.options.len();
    let first = 96.0;
    ui.scope_builder(UiBuilder::new().id_salt("chart table").accessibility_role(Role::Table), |ui| {
        let name = tr!("Cumulative spend and improvement, date by date");
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(name));
        ui.spacing_mut().item_spacing.x = 3.0;
        #[expect(clippy::cast_precision_loss, reason = "at most seven options")]
        let width = ((ui.available_width() - first) / count as f32 - ui.spacing().item_spacing.x).max(48.0);
        let table = TableBuilder::new(ui)
            .id_salt("charts")
            .striped(true)
            .auto_shrink([false, false])
            .min_scrolled_height(60.0)
            .max_scroll_height(height - 28.0)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(first))
            .columns(Column::exact(width), count);
        let table = table.header(24.0, |mut header| {
            header.col(|_| {});
            for option in &estimate.options {
                header.col(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.add(Label::new(strong(wording::option_title(option))).truncate());
                    });
                });
            }
        });
        table.body(|body| {
            body.rows(cells::TALL, days.len(), |mut row| {
                let day = days[row.index()];
                row.col(|ui| {
                    ui.label(wording::date(estimate.date(day)));
                });
                for option in &estimate.options {
                    row.col(|ui| cell_ui(ui, evaluation, option, day, state));
                }
            });
        });
    });
}

fn cell_ui(ui: &mut Ui, evaluation: &Evaluation, option: &OptionEstimate, day: Day, state: &ViewState) {
    let estimate = &evaluation.estimate;
    let point = option.point(day);
    let spent = wording::money(point.spend.typical, estimate.currency);
    let result = point.result.map(|result| series::shown(&result, state.against_today));
    let improved = result.map(|band| format!("{} ({})", wording::share(band.typical), wording::share_range(band)));
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let (title, date) = (wording::option_title(option), wording::date(estimate.date(day)));
    let spoken = match &improved {
        Some(improved) => {
            tr!("{title} on {date}: {spent} spent, improvement {improved}", title, date, spent, improved)
        }
        None => tr!("{title} on {date}: {spent} spent", title, date, spent),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &spoken));
    cells::paint(ui, rect, &spent, improved.as_deref());
    response.on_hover_text(spoken);
}

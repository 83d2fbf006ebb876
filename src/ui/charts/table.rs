//! What both charts hold, as a table: a row for each date, a column for each option.

use super::axes;
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::{ViewState, cells};
use crate::units::Day;
use crate::wording;
use egui::accesskit::Role;
use egui::{Ui, UiBuilder};

/// The table, in `height` points.
pub(super) fn table_ui(ui: &mut Ui, evaluation: &Evaluation, state: &ViewState, height: f32) {
    let estimate = &evaluation.estimate;
    let days = axes::months(estimate, if estimate.horizon_years <= 2 { 1 } else { 3 });
    ui.scope_builder(UiBuilder::new().id_salt("chart table").accessibility_role(Role::Table), |ui| {
        let name = tr!("Cumulative spend and improvement, date by date");
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(name));
        let (table, _) = cells::table(ui, "charts", 96.0, estimate.options.len(), f32::INFINITY);
        let table =
            table.auto_shrink([false, false]).min_scrolled_height(60.0).max_scroll_height(height - cells::HEAD - 4.0);
        let table = table.header(cells::HEAD, |mut header| cells::titles(&mut header, estimate.options.iter()));
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
    let spent = if estimate.unpriced {
        tr!("no price yet").to_owned()
    } else {
        wording::money(point.spend.typical, estimate.currency)
    };
    let result = point.result.map(|result| state.against.of(&result));
    let improved = result.map(wording::share_with_range);
    let (title, date) = (wording::option_title(option), wording::date(estimate.date(day)));
    let spoken = match &improved {
        Some(improved) => {
            tr!("{title} on {date}: {spent} spent, improvement {improved}", title, date, spent, improved)
        }
        None => tr!("{title} on {date}: {spent} spent", title, date, spent),
    };
    cells::cell_ui(ui, &spent, improved.as_deref(), &spoken);
}

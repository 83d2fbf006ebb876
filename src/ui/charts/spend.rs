//! Cumulative spend.

use super::series::Steps;
use super::{axes, base_plot, decorate, follow, shown_stretch, upward};
use crate::evaluation::Evaluation;
use crate::ui::ViewState;
use crate::ui::theme::Palette;
use egui::Ui;
use egui_plot::{FilledArea, Line, PlotPoints};

pub(super) fn spend_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    let estimate = &evaluation.estimate;
    let palette = Palette::of(ui);
    let top = state.axis_tops.0;
    let currency = estimate.currency;
    let thickness = axes::thickness(ui, state, currency);
    let plot = base_plot(ui, "spend", evaluation, shown_stretch(evaluation, state), height)
        .show_axes([false, true])
        .y_grid_spacer(move |_| axes::steps(0.0, top, axes::count(height, 4.0)))
        .custom_y_axes(upward(thickness, move |amount| axes::money_label(amount, currency)));
    let stretch = shown_stretch(evaluation, state);
    let drawn = &*state;
    let shown = plot.show(ui, |plot| {
        plot.set_plot_bounds_y(-0.03 * top..=top * 1.04);
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        for option in &estimate.options {
            let steps = Steps::of(option);
            let style = palette.option(option.mark);
            let stands_out = drawn.stands_out(option.mark);
            if option.mark.is_some() {
                let alpha = if stands_out { 0.20 } else { 0.05 };
                let area = FilledArea::new("", &steps.days, &steps.low, &steps.high);
                plot.add(area.fill_color(style.color.gamma_multiply(alpha)).allow_hover(false));
            }
            let width = style.width_for(stands_out);
            let line = Line::new("", PlotPoints::Owned(steps.line()))
                .color(style.color)
                .width(width)
                .style(style.stroked.line_style());
            plot.line(line.allow_hover(false));
        }
    });
    follow(&shown.transform, evaluation, state);
    #[expect(clippy::cast_precision_loss, reason = "amounts are far below the limit of exactness")]
    decorate::finish(ui, &shown, evaluation, state, decorate::What::Spend, |option, day| {
        Some(option.ledger.spent(day).typical.minor() as f64)
    });
}

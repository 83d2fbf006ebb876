//! Improvement, against doing nothing or against today.

use super::{axes, base_plot, decorate, follow, series, shown_stretch, upward};
use crate::estimate::{OptionEstimate, Projection};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, strong, tokens};
use crate::wording;
use egui::{Align, Align2, FontId, Layout, Rect, RichText, Stroke, Ui, pos2, vec2};
use egui_plot::{FilledArea, HLine, Line, LineStyle, PlotPoints, PlotTransform, PlotUi, Span};

pub(super) fn heading_ui(ui: &mut Ui, state: &mut ViewState) {
    ui.horizontal(|ui| {
        ui.label(strong(tr!("Improvement")));
        ui.selectable_value(&mut state.against_today, false, tr!("against doing nothing")).on_hover_text(tr!(
            "The gain over doing nothing on the same day, as a share of the severity there would be then"
        ));
        ui.selectable_value(&mut state.against_today, true, tr!("against today"))
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

pub(super) fn improvement_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    let estimate = &evaluation.estimate;
    let palette = Palette::of(ui);
    let against_today = state.against_today;
    let floor = floor(evaluation, against_today);
    let top = state.axis_tops.1;
    let thickness = axes::thickness(ui, state, estimate.currency);
    let plot = base_plot(ui, "improvement", evaluation, shown_stretch(evaluation, state), height)
        .y_grid_spacer(move |_| axes::steps(floor, top, axes::count(height, 5.0)))
        .custom_y_axes(upward(thickness, wording::share));
    let stretch = shown_stretch(evaluation, state);
    let drawn = &*state;
    let front = estimate.options.iter().find(|option| drawn.stands_out(option.mark));
    let shown = plot.show(ui, |plot| {
        // Room below the lowest figure, which would run into the first of the years.
        let below = (top - floor) * 8.0 / f64::from(height.max(80.0));
        plot.set_plot_bounds_y(floor - below..=top * 1.02);
        plot.set_plot_bounds_x(stretch.from..=stretch.to);
        ground(plot, front, palette);
        if let Some(target) = estimate.target {
            let line = HLine::new("", target).color(palette.accent).width(1.5);
            plot.hline(line.style(LineStyle::Dashed { length: 6.0 }).allow_hover(false));
        }
        for option in &estimate.options {
            option_line(plot, option, drawn, palette);
        }
    });
    if let Some(projection) = front.and_then(|option| option.projection.as_ref()) {
        annotate(ui, &shown.transform, projection);
    }
    follow(&shown.transform, evaluation, state);
    decorate::finish(ui, &shown, evaluation, state, decorate::What::Improvement, |option, day| {
        series::read_off(option, day, |point| Some(series::shown(&point.result?, against_today).typical))
    });
    if let Some(target) = estimate.target {
        target_ui(ui, &shown.transform, target);
    }
}

/// The lowest value shown: zero, or below it in steps of ten points where ageing outweighs the gain.
fn floor(evaluation: &Evaluation, against_today: bool) -> f64 {
    if !against_today {
        return 0.0;
    }
    let points = evaluation.estimate.options.iter().flat_map(|option| &option.curve).filter_map(|point| point.result);
    let lowest = points.map(|result| result.net.cautious).fold(0.0, f64::min);
    (lowest * 10.0).floor() / 10.0
}

/// The shade over what studies have not followed, for the option that stands out.
fn ground(plot: &mut PlotUi<'_>, front: Option<&OptionEstimate>, palette: &Palette) {
    let beyond = front.and_then(|option| option.projection.as_ref()).map(|projection| &projection.beyond_evidence);
    for (from, to) in beyond.into_iter().flatten() {
        let span = Span::new("", f64::from(*from)..=f64::from(*to)).fill(palette.beyond);
        plot.span(span.border_width(0.0));
    }
}

fn option_line(plot: &mut PlotUi<'_>, option: &OptionEstimate, state: &ViewState, palette: &Palette) {
    let style = palette.option(option.mark);
    let stands_out = state.stands_out(option.mark);
    if option.mark.is_some() {
        let [days, low, high] = series::band(option, state.against_today);
        let alpha = if stands_out { 0.20 } else { 0.05 };
        let area = FilledArea::new("", &days, &low, &high).fill_color(style.color.gamma_multiply(alpha));
        plot.add(area.allow_hover(false));
    }
    let width = style.width_for(stands_out);
    for (beyond, points) in series::stretches(option, state.against_today) {
        // Beyond the evidence a line is thin, pale and dashed, whatever its own dash.
        let (color, width, dash) = if beyond {
            (style.color.gamma_multiply(0.75), width * 0.6, LineStyle::Dashed { length: 4.0 })
        } else {
            (style.color, width, style.stroked.line_style())
        };
        plot.line(Line::new("", PlotPoints::Owned(points)).color(color).width(width).style(dash).allow_hover(false));
    }
}

/// Names of the phases and of the ground beyond the evidence.
fn annotate(ui: &Ui, transform: &PlotTransform, projection: &Projection) {
    let palette = Palette::of(ui);
    let chart = *transform.frame();
    let painter = ui.painter().with_clip_rect(chart);
    let font = FontId::proportional(tokens::SIZES[0]);
    let x = |day: i32| transform.position_from_point_x(f64::from(day));
    let named = projection.phases.iter().map(|phase| (phase.from, phase.to, phase.name.as_str()));
    let beyond = projection.beyond_evidence.iter().map(|(from, to)| (*from, *to, tr!("beyond what studies followed")));
    for (from, to, name) in named.chain(beyond) {
        let space = Rect::from_x_y_ranges(x(from)..=x(to), chart.y_range()).intersect(chart);
        let galley = painter.layout_no_wrap(name.to_owned(), font.clone(), palette.text_weak);
        painter.vline(x(from), chart.y_range(), Stroke::new(1.0, palette.grid));
        if galley.size().x + 8.0 < space.width() {
            let at = pos2(space.center().x, chart.top() + 3.0);
            painter.galley(Align2::CENTER_TOP.anchor_size(at, galley.size()).min, galley, palette.text_weak);
        }
    }
}

/// The name of the target above its line, on a ground of its own in front of everything else.
fn target_ui(ui: &Ui, transform: &PlotTransform, target: f64) {
    let palette = Palette::of(ui);
    let chart = *transform.frame();
    let painter = ui.painter().with_clip_rect(chart);
    let text = tr!("target {share}", share = wording::share(target));
    let galley = painter.layout_no_wrap(text, FontId::proportional(tokens::SIZES[0]), palette.accent);
    let at = pos2(chart.right() - 5.0, transform.position_from_point_y(target) - 3.0);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(at, galley.size());
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.9));
    painter.galley(rect.min, galley, palette.accent);
}

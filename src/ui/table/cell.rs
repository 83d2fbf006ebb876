//! A cell of the table: only the current one can be reached by Tab, and arrow keys make another one current.

use super::bars;
use super::columns::Column;
use super::shown_day;
use crate::compare::{Measure, MeasureId, Value, inputs_that_differ, result_years};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::share_of_most;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{EditorTab, Explained, Pane, View, ViewState, cells};
use crate::units::Spread;
use crate::wording;
use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, FontId, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
};

/// A cell at a row and a column.
pub(super) struct Cell {
    pub(super) at: (usize, usize),
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// A figure as it is painted and said.
struct Figure {
    value: Value,
    measure: Measure,
    name: String,
    /// Low, typical and high as shares of the scale of all options.
    shares: Option<Spread<f64>>,
}

impl Cell {
    /// The cell as something to act on.
    pub(super) fn interact(&self, ui: &mut Ui, rect: Rect, sense: Sense, state: &mut ViewState) -> Response {
        let is_current = state.cell == self.at;
        let sense = if is_current { sense } else { sense - Sense::FOCUSABLE };
        let response = ui.interact(rect, Id::unique(("option table", self.at)), sense);
        if is_current && std::mem::take(&mut state.cell_moved) {
            response.request_focus();
        }
        if response.clicked() {
            (state.cell, state.cell_moved) = (self.at, true);
        }
        if response.has_focus() {
            self.keys(ui, &response, state);
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter().rect_stroke(rect.expand2(egui::vec2(4.0, -1.0)), tokens::RADIUS, stroke, StrokeKind::Inside);
        }
        response
    }

    /// Whether an arrow key has just brought the focus here.
    pub(super) fn was_moved_to(&self, response: &Response, state: &ViewState) -> bool {
        response.gained_focus() && state.cell == self.at
    }

    fn keys(&self, ui: &Ui, response: &Response, state: &mut ViewState) {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (row, column) = self.at;
        let to = ui.input_mut(|input| {
            // Taken out of the input, so that the cell that becomes current does not see them too.
            let mut presses = |key| input.count_and_consume_key(Modifiers::NONE, key);
            let row = (row + presses(Key::ArrowDown)).saturating_sub(presses(Key::ArrowUp));
            let column = (column + presses(Key::ArrowRight)).saturating_sub(presses(Key::ArrowLeft));
            let (first, last) = (presses(Key::Home) > 0, presses(Key::End) > 0);
            let column = if last { self.columns } else { column };
            (row, if first { 0 } else { column })
        });
        let to = (to.0.min(self.rows - 1), to.1.min(self.columns - 1));
        if to != self.at {
            (state.cell, state.cell_moved) = (to, true);
            ui.ctx().request_repaint();
        }
    }

    /// A figure of an option. A click explains it.
    pub(super) fn figure_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        (column, rect): (Column, Rect),
        option: &OptionEstimate,
        state: &mut ViewState,
    ) {
        let Some(evaluation) = view.evaluation else { return };
        let response = self.interact(ui, rect, Sense::click(), state);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(self.at.0);
            node.set_column_index(self.at.1);
        });
        if response.hovered() {
            state.hover(option.mark);
        }
        if column == Column::Against {
            return against_ui(ui, view, evaluation, option, &response, state);
        }
        let Some(figure) = figure(evaluation, column, option, state) else { return };
        let difference = difference(evaluation, column, option, &figure, state);
        let spoken = spoken(evaluation, option, &figure, difference.as_deref());
        let explained = Explained { measure: figure.measure, mark: option.mark };
        let is_explained = state.explained == Some(explained);
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_explained, &spoken));
        if response.clicked() {
            (state.selected, state.explained) = (option.mark, Some(explained));
            (state.tab, state.pane) = (EditorTab::Evidence, Pane::Details);
        }
        if is_explained {
            let stroke = Stroke::new(1.0, Palette::of(ui).accent);
            ui.painter().rect_stroke(rect.expand2(egui::vec2(4.0, -1.0)), tokens::RADIUS, stroke, StrokeKind::Inside);
        }
        let estimate = &evaluation.estimate;
        let shown = difference.clone().unwrap_or_else(|| wording::value_typical(figure.value, estimate));
        let range = wording::value_range(figure.value, estimate).filter(|_| difference.is_none());
        match figure.shares {
            Some(shares) => {
                let style = Palette::of(ui).option(option.mark);
                bars::paint(ui, rect, &style, Some(shares), (&shown, range.as_deref()));
            }
            None => cells::paint(ui, rect, &shown, range.as_deref()),
        }
        response.on_hover_text(spoken);
    }
}

/// What a column shows of an option.
fn figure(evaluation: &Evaluation, column: Column, option: &OptionEstimate, state: &ViewState) -> Option<Figure> {
    let estimate = &evaluation.estimate;
    if column == Column::Result {
        let day = shown_day(evaluation, state);
        let band = state.against.of(&option.point(day).result?);
        // What is explained is the result after the years that are nearest to that day.
        let apart = |year: &u32| (estimate.year_bounds[*year as usize] - day).abs();
        let year = result_years(estimate.horizon_years).min_by_key(apart);
        let shares = Spread { low: band.cautious, typical: band.typical, high: band.optimistic };
        let name = tr!("Improvement on {date}", date = wording::date(estimate.date(day)));
        let measure = Measure { id: MeasureId::ImprovementAfter, year };
        return Some(Figure { value: Value::Share(band), measure, name, shares: Some(shares) });
    }
    let measure = column.measure()?;
    let value = *evaluation.comparison.row(measure)?.values.get(evaluation.position(option.mark)?)?;
    let shares = match value {
        Value::Money(amount) => Some(amount.map(|amount| share_of_most(estimate, amount))),
        _ => None,
    };
    Some(Figure { value, measure, name: wording::measure_name(measure), shares })
}

/// The difference of typical values to the baseline, if differences are shown and this is not the baseline.
fn difference(
    evaluation: &Evaluation,
    column: Column,
    option: &OptionEstimate,
    of: &Figure,
    state: &ViewState,
) -> Option<String> {
    let baseline = evaluation.option(state.baseline);
    let baseline = baseline.filter(|baseline| state.differences && baseline.mark != option.mark)?;
    let other = figure(evaluation, column, baseline, state)?;
    wording::value_difference(&of.value, &other.value, evaluation.estimate.currency)
}

fn spoken(evaluation: &Evaluation, option: &OptionEstimate, figure: &Figure, difference: Option<&str>) -> String {
    let (option, measure) = (wording::option_title(option), &figure.name);
    let full = wording::value(figure.value, &evaluation.estimate);
    match difference {
        Some(difference) => {
            tr!("{measure}, {option}: {difference} against the baseline, {full}", measure, option, difference, full)
        }
        None => format!("{measure}, {option}: {full}"),
    }
}

/// The inputs in which an option differs from the baseline.
fn against_ui(
    ui: &Ui,
    view: &View<'_>,
    evaluation: &Evaluation,
    option: &OptionEstimate,
    response: &Response,
    state: &mut ViewState,
) {
    let of = |mark| evaluation.plan.options.iter().find(|one| Some(one.mark) == mark);
    let (short, full) = match (of(state.baseline), of(option.mark)) {
        _ if !state.differences => (String::new(), String::new()),
        _ if state.baseline == option.mark => (tr!("compared with").to_owned(), String::new()),
        (Some(baseline), Some(treated)) => {
            let currency = evaluation.estimate.currency;
            let differences = inputs_that_differ(baseline, treated);
            let words = differences.iter().flat_map(|one| wording::input_difference(one, view.catalog, currency));
            let words: Vec<[String; 3]> = words.map(|words| words.map(Into::into)).collect();
            let names = words.iter().map(|[what, ..]| what.as_str()).collect::<Vec<_>>().join(", ");
            let lines = words.iter().map(|[what, one, other]| format!("{what}: {one} → {other}"));
            (names, lines.collect::<Vec<_>>().join("\n"))
        }
        _ => (String::new(), String::new()),
    };
    let title = wording::option_title(option);
    let spoken = tr!("What differs, {title}: {differences}", title, differences = full);
    response.widget_info(|| WidgetInfo::labeled(Role::GridCell, true, &spoken));
    if response.clicked() && !full.is_empty() {
        (state.selected, state.tab, state.pane) = (option.mark, EditorTab::Plan, Pane::Details);
    }
    let palette = Palette::of(ui);
    let mut text =
        egui::text::LayoutJob::simple_singleline(short, FontId::proportional(tokens::SIZES[0]), palette.text_weak);
    text.wrap = egui::text::TextWrapping::truncate_at_width(response.rect.width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text));
    let at = pos2(response.rect.right(), response.rect.center().y);
    let place = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
    ui.painter().galley(place.min, galley, palette.text_weak);
    if !full.is_empty() {
        response.clone().on_hover_text(full);
    }
}

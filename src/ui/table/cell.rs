//! A cell of the table: only the current one can be reached by Tab, and arrow keys make another one current.

use super::bars;
use super::columns::Column;
use super::result_day::ResultDay;
use crate::compare::{Measure, Value, inputs_that_differ};
use crate::document::OptionId;
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::share_of_most;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{EditorTab, Explained, Pane, View, ViewState, cells, grid};
use crate::units::{Day, Outlook, Spread};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align, FontId, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

/// A cell at a row and a column.
pub(super) struct Cell {
    /// Whose it is, none meaning doing nothing.
    pub(super) option: Option<OptionId>,
    pub(super) at: (usize, usize),
    pub(super) rows: usize,
    pub(super) columns: usize,
}

/// A figure as it is painted and said.
struct Figure {
    value: Value,
    measure: Measure,
    name: String,
    /// The day, if it is the result on one.
    day: Option<Day>,
    /// Low, typical and high as shares of the scale of all options.
    shares: Option<Spread<f64>>,
}

impl Cell {
    /// The cell as something to act on. Whichever Up and Down bring the focus to selects its option.
    pub(super) fn interact(&self, ui: &mut Ui, rect: Rect, sense: Sense, state: &mut ViewState) -> Response {
        let arrives = state.table.moved && state.table.at == self.at;
        let id = Id::unique(("option", self.option, self.at.1));
        let response = grid::cell(ui, (id, rect, sense), self.at, (self.rows, self.columns), &mut state.table);
        if response.clicked() || response.drag_started() {
            state.table.go_to(self.at);
        }
        if arrives || response.clicked() || response.drag_started() {
            state.selected = self.option;
        }
        if response.has_focus() {
            let stroke = Stroke::new(2.0, Palette::of(ui).accent);
            ui.painter().rect_stroke(rect.expand2(egui::vec2(4.0, -1.0)), tokens::RADIUS, stroke, StrokeKind::Inside);
        }
        response
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
        let response = self.interact(ui, rect, Sense::CLICK, state);
        if response.hovered() {
            state.hover(option.id);
        }
        if column == Column::Against {
            return against_ui(ui, view, evaluation, option, &response, state);
        }
        let Some(figure) = figure(evaluation, column, option, state) else { return };
        let difference = difference(evaluation, column, option, &figure, state);
        let spoken = spoken(evaluation, option, &figure, difference.as_deref());
        let explained = Explained { measure: figure.measure, option: option.id, day: figure.day };
        let is_explained = state.explained == Some(explained);
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_explained, &spoken));
        if response.clicked() {
            state.explained = Some(explained);
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
                let is_money = matches!(figure.value, Value::Money(_));
                bars::paint(ui, rect, &style, (shares, is_money), (&shown, range.as_deref()));
            }
            None => cells::paint(ui, rect, &shown, range.as_deref()),
        }
        response.on_hover_text(spoken);
    }
}

/// What a column shows of an option.
fn figure(evaluation: &Evaluation, column: Column, option: &OptionEstimate, state: &ViewState) -> Option<Figure> {
    let estimate = &evaluation.estimate;
    let result_day = ResultDay::of(evaluation, state);
    if let (Column::Result, ResultDay::Day(day)) = (column, result_day) {
        let value = Value::Share(state.against.of(&option.point(day).result?));
        let name = tr!("Improvement on {date}", date = wording::date(estimate.date(day)));
        return Some(Figure {
            value,
            measure: result_day.measure(estimate),
            name,
            day: Some(day),
            shares: value.shares().map(Outlook::of_clinics),
        });
    }
    let measure = if column == Column::Result { result_day.measure(estimate) } else { column.measure()? };
    let value = *evaluation.comparison.row(measure)?.values.get(evaluation.position(option.id)?)?;
    let shares = match value {
        Value::Money(amount) => Some(amount.map(|amount| share_of_most(estimate, amount))),
        other => other.shares().map(Outlook::of_clinics),
    };
    Some(Figure { value, measure, name: wording::measure_name(measure), day: None, shares })
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
    let baseline = baseline.filter(|baseline| state.differences && baseline.id != option.id)?;
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
    let of = |id| evaluation.plan.options.iter().find(|one| Some(one.id) == id);
    let (short, full) = match (of(state.baseline), of(option.id)) {
        _ if !state.differences => (String::new(), String::new()),
        _ if state.baseline == option.id => (tr!("compared with").to_owned(), String::new()),
        (Some(baseline), Some(treated)) => {
            let currency = evaluation.estimate.currency;
            let differences = inputs_that_differ(&evaluation.plan, baseline, treated);
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
        (state.tab, state.pane) = (EditorTab::Plan, Pane::Details);
    }
    let palette = Palette::of(ui);
    let font = FontId::proportional(tokens::SIZES[0]);
    let galley = cells::two_lines(ui, &short, (font, palette.text_weak), response.rect.width(), Align::RIGHT);
    let at = pos2(response.rect.right(), response.rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text_weak);
    if !full.is_empty() {
        response.clone().on_hover_text(full);
    }
}

//! All measures: a column for each option, a row for each measure. One stop of the Tab key; arrow keys move in it.

use crate::compare::{Measure, Row};
use crate::document::{Edit, PlanEdit};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, EditorTab, Explained, Pane, View, ViewState, cells, grid, paying};
use crate::wording;
use egui::accesskit::Role;
use egui::{
    Align, Color32, Id, Layout, Response, RichText, Sense, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui, UiBuilder,
    WidgetInfo, WidgetText,
};
use egui_extras::TableRow;

/// The highest the table of all measures grows, as a share of the window.
const HIGHEST: f32 = 0.45;

/// All measures with their heading. Sorting puts the options of the plan in order, so it needs a plan that can be changed.
pub(super) fn measures_ui(
    ui: &mut Ui,
    view: &View<'_>,
    evaluation: &Evaluation,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    let height = ui.ctx().content_rect().height() * HIGHEST;
    let can_sort = !view.is_issued();
    let whole = UiBuilder::new().id_salt("measures");
    ui.scope_builder(whole, |ui| {
        ui.set_max_height(height);
        if paying::is_shown(evaluation, state) {
            return paying::table_ui(ui, evaluation, state);
        }
        heading_ui(ui, evaluation, state, can_sort, actions);
        let grid = UiBuilder::new().id_salt("grid").accessibility_role(Role::Grid);
        ui.scope_builder(grid, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(tr!("Comparison")));
            table_ui(ui, view, evaluation, state, can_sort, actions);
        });
    });
    ui.add_space(tokens::GAP);
}

/// The rows of the concern that is looked at, and behind them what is achieved for each other one, which is named.
fn rows<'a>(view: &'a View<'_>, evaluation: &'a Evaluation) -> Vec<Line<'a>> {
    let own = evaluation.comparison.rows.iter().map(|row| Line { evaluation, row, concern: None });
    let others = view.others().into_iter().flat_map(|evaluation| {
        let concern = Some(wording::concern_name(view.catalog, &evaluation.plan.concern));
        evaluation.comparison.of_results().map(move |row| Line { evaluation, row, concern })
    });
    own.chain(others).collect()
}

/// One measure for one of the plan's concerns.
#[derive(Clone, Copy)]
struct Line<'a> {
    evaluation: &'a Evaluation,
    row: &'a Row,
    /// Its name, unless it is the one that is looked at.
    concern: Option<&'a str>,
}

impl Line<'_> {
    fn name(&self) -> String {
        let name = wording::measure_name(self.row.measure);
        match self.concern {
            Some(concern) => tr!("{concern}: {measure}", concern, measure = wording::continued(&name)),
            None => name,
        }
    }
}

fn table_ui(
    ui: &mut Ui,
    view: &View<'_>,
    evaluation: &Evaluation,
    state: &mut ViewState,
    can_sort: bool,
    actions: &mut Vec<Action>,
) {
    let count = evaluation.estimate.options.len();
    let first = (ui.available_width() * 0.2).clamp(118.0, 230.0);
    let height = ui.available_height();
    let rows = rows(view, evaluation);
    // A name that goes on has the room it needs.
    let names: Vec<f32> = rows.iter().map(|line| name_height(ui, &line.name(), first)).collect();
    let (table, width) = cells::table(ui, "comparison", first, count, f32::INFINITY);
    let table = table.auto_shrink([false, false]).min_scrolled_height(60.0).max_scroll_height(height);
    // With many options a cell has no room for ranges; they are one click away.
    let ranges = width > 84.0;
    let (row, column) = state.measures.at;
    state.measures.at = (row.min(rows.len() - 1), column.min(count - 1));
    let table = table.header(cells::HEAD, |mut header| header_ui(&mut header, evaluation, state));
    table.body(|mut body| {
        for (at, line) in rows.iter().enumerate() {
            let estimate = &line.evaluation.estimate;
            let tall = ranges && line.row.values.iter().any(|value| wording::value_range(*value, estimate).is_some());
            body.row(if tall { cells::TALL } else { cells::LOW }.max(names[at]), |mut cells| {
                cells.col(|ui| measure_ui(ui, line, can_sort, actions));
                for column in 0..count {
                    cells.col(|ui| {
                        Cell { line: *line, at: (at, column), size: (rows.len(), count), ranges }.show(ui, state);
                    });
                }
            });
        }
    });
}

/// How high the name of a row is in a column of this width, with some air.
fn name_height(ui: &Ui, name: &str, width: f32) -> f32 {
    let text = WidgetText::from(name).into_galley(ui, Some(TextWrapMode::Wrap), width - 8.0, TextStyle::Body);
    text.size().y + 4.0
}

/// The names of the options.
fn header_ui(header: &mut TableRow<'_, '_>, evaluation: &Evaluation, state: &mut ViewState) {
    header.col(|_| {});
    for option in &evaluation.estimate.options {
        header.col(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(2.0);
                let title = wording::option_title(option);
                let response = cells::title_ui(ui, option, Sense::CLICK);
                response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &title));
                if response.hovered() {
                    state.hover(option.id);
                }
                if response.clicked() {
                    state.selected = option.id;
                }
            });
        });
    }
}

/// The name of a measure; a click sorts the options by it.
fn measure_ui(ui: &mut Ui, line: &Line<'_>, can_sort: bool, actions: &mut Vec<Action>) {
    let (name, measure) = (line.name(), line.row.measure);
    let label = egui::Label::new(&name).selectable(false).wrap().sense(Sense::CLICK);
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &name));
    let formula = wording::formula(measure);
    if !can_sort {
        response.on_hover_text(formula);
        return;
    }
    if response.clicked() {
        actions.extend(sorted_by(line.evaluation, measure));
    }
    response.on_hover_text(format!("{formula}\n\n{}", tr!("A click sorts the options by it")));
}

/// Puts the options in order, the least first, or the most first if they are in that order already.
pub(super) fn sorted_by(evaluation: &Evaluation, measure: Measure) -> Option<Action> {
    let estimate = &evaluation.estimate;
    let mut order = evaluation.comparison.order(measure, estimate);
    if order.iter().copied().eq(estimate.options.iter().filter_map(|option| option.id)) {
        order.reverse();
    }
    (order.len() > 1).then_some(Action::Edit(Edit::Plan(PlanEdit::Order(order))))
}

fn heading_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState, can_sort: bool, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        paying::tabs_ui(ui, evaluation, state);
        let sort = ui.add_enabled_ui(can_sort, |ui| {
            ui.menu_button(tr!("Sort"), |ui| {
                let rows = evaluation.comparison.rows.iter().map(|row| row.measure);
                for measure in rows.filter(|measure| *measure != Measure::DOMINATED) {
                    if ui.button(wording::measure_name(measure)).clicked() {
                        actions.extend(sorted_by(evaluation, measure));
                    }
                }
            })
        });
        sort.inner
            .response
            .accessible_name(tr!("Sort options by"))
            .on_hover_text(tr!("Sort the options by a measure: the least first; again, the most first"));
        let hint = RichText::new(tr!("select a figure to see how it comes about")).size(tokens::SIZES[0]);
        ui.add(egui::Label::new(hint.color(Palette::of(ui).text_weak)).truncate());
    });
}

/// One figure.
struct Cell<'a> {
    line: Line<'a>,
    /// Row and column.
    at: (usize, usize),
    /// How many of either there are.
    size: (usize, usize),
    /// Whether there is room for ranges.
    ranges: bool,
}

impl Cell<'_> {
    fn show(&self, ui: &mut Ui, state: &mut ViewState) {
        let Line { evaluation, row, concern } = self.line;
        let option = &evaluation.estimate.options[self.at.1];
        let explained = Explained { measure: row.measure, option: option.id, day: None };
        let is_explained = concern.is_none() && state.explained == Some(explained);
        let (_, rect) = ui.allocate_space(ui.available_size());
        let id = Id::unique(("cell of the measures", &evaluation.plan.concern, row.measure, option.id));
        let response = grid::cell(ui, (id, rect, Sense::CLICK), self.at, self.size, &mut state.measures);
        let difference = self.difference(state);
        let spoken = self.spoken(difference.as_deref());
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, true, is_explained, &spoken));
        if response.hovered() {
            state.hover(option.id);
        }
        if response.clicked() {
            // What is looked at stands in front.
            let own = evaluation.comparison.rows.iter().position(|own| own.measure == row.measure);
            state.measures.go_to((own.unwrap_or(self.at.0), self.at.1));
            // What is explained is looked at.
            state.seen = Some(evaluation.plan.concern.clone());
            state.explained = Some(explained);
            state.selected = option.id;
            state.tab = EditorTab::Evidence;
            state.pane = Pane::Details;
        }
        let palette = Palette::of(ui);
        let fill = match () {
            () if response.hovered() || is_explained => palette.selected,
            () if state.stands_out(option.id) => palette.selected.gamma_multiply(0.5),
            () => Color32::TRANSPARENT,
        };
        let edge = match () {
            () if response.has_focus() => Stroke::new(2.0, palette.accent),
            () if is_explained => Stroke::new(1.0, palette.accent),
            () => Stroke::NONE,
        };
        ui.painter().rect(response.rect, tokens::RADIUS, fill, edge, StrokeKind::Inside);
        self.paint(ui, &response, difference);
        response.on_hover_text(spoken);
    }

    fn spoken(&self, difference: Option<&str>) -> String {
        let estimate = &self.line.evaluation.estimate;
        let option = wording::option_title(&estimate.options[self.at.1]);
        let full = wording::value(self.line.row.values[self.at.1], estimate);
        let measure = self.line.name();
        match difference {
            Some(difference) => {
                tr!("{measure}, {option}: {difference} against the baseline, {full}", measure, option, difference, full)
            }
            None => format!("{measure}, {option}: {full}"),
        }
    }

    /// The value or its difference to the baseline. A range belongs to a value, not to a difference.
    fn paint(&self, ui: &Ui, response: &Response, difference: Option<String>) {
        let estimate = &self.line.evaluation.estimate;
        let value = self.line.row.values[self.at.1];
        let range = wording::value_range(value, estimate).filter(|_| self.ranges && difference.is_none());
        let shown = match (difference, value) {
            (Some(difference), _) => difference,
            (None, value) => wording::value_typical(value, estimate),
        };
        cells::paint(ui, response.rect, &shown, range.as_deref());
    }

    /// The difference of typical values to the baseline, if differences are shown and this is not the baseline.
    fn difference(&self, state: &ViewState) -> Option<String> {
        let baseline = self.line.evaluation.position(state.baseline);
        let baseline = baseline.filter(|baseline| state.differences && *baseline != self.at.1)?;
        let values = &self.line.row.values;
        wording::value_difference(&values[self.at.1], &values[baseline], self.line.evaluation.estimate.currency)
    }
}

//! The names of the columns: the day of the results, which is the charts' cursor, and what options are compared with.

use super::columns::{Column, Columns};
use super::result_day::ResultDay;
use crate::document::OptionId;
use crate::evaluation::Evaluation;
use crate::locale::{tr, trn};
use crate::ui::theme::{Palette, text_width, tokens};
use crate::ui::{Action, View, ViewState, kit};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align, Label, Layout, RichText, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// The height of the heads in points.
pub(super) const HEIGHT: f32 = 26.0;
/// The width in points of what options are compared with, where it has no column of its own.
const AGAINST: f32 = 96.0;
/// The least width in points of a list box with its name before it.
const LEAST_BOX: f32 = 128.0;

pub(super) fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    columns: &Columns,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    for (_, column, rect) in columns.cells(row) {
        let layout = match column {
            Column::Name => Layout::left_to_right(Align::Center),
            _ => Layout::right_to_left(Align::Center),
        };
        let mut head = ui.new_child(UiBuilder::new().id_salt(("head", column as u8)).max_rect(rect).layout(layout));
        head.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
        one_ui(&mut head, view, (columns, column), state, actions);
    }
}

fn one_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (columns, column): (&Columns, Column),
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    let Some(evaluation) = view.evaluation else {
        if column == Column::Name {
            kit::headline(ui, tr!("Options"), tokens::SIZES[2], 2);
        }
        return;
    };
    match column {
        Column::Name => {
            kit::headline(ui, tr!("Options"), tokens::SIZES[2], 2);
            if !columns.has(Column::Against) {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.set_max_width(ui.available_width().min(AGAINST));
                    against_ui(ui, evaluation, state);
                });
            }
        }
        Column::Result => result_ui(ui, view, evaluation, state),
        Column::Against => against_ui(ui, evaluation, state),
        Column::Cost | Column::Visits | Column::Downtime => {
            measure_ui(ui, view, evaluation, column, actions);
        }
    }
}

/// The name of a measure; a click puts the options in its order.
fn measure_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, column: Column, actions: &mut Vec<Action>) {
    let Some(measure) = column.measure() else { return };
    let years = u64::from(evaluation.estimate.horizon_years);
    let name = match column {
        Column::Cost => trn!(years, "Cost, {years} year", "Cost, {years} years", years),
        Column::Visits => tr!("Visits").to_owned(),
        _ => tr!("Days unseen").to_owned(),
    };
    let full = wording::measure_name(measure);
    let text = RichText::new(name).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
    let response = ui.add(Label::new(text).selectable(false).truncate().sense(Sense::CLICK));
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &full));
    if response.clicked() && !view.is_issued() {
        actions.extend(super::measures::sorted_by(evaluation, measure));
    }
    let sorts = if view.is_issued() { "" } else { tr!("A click sorts the options by it") };
    response.on_hover_text(format!("{full}\n{}\n\n{sorts}", wording::formula(measure)).trim_end());
}

/// The day of the results. What is chosen moves the cursor of the charts, and the cursor shows here.
fn result_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState) {
    let estimate = &evaluation.estimate;
    let shown = ResultDay::of(evaluation, state);
    let mut offered: Vec<ResultDay> = ResultDay::offered(estimate).collect();
    if !offered.contains(&shown) {
        offered.insert(0, shown);
    }
    let field = kit::Field::new("day of the results", tr!("Result on the day"));
    let list = |ui: &mut Ui| kit::choice_box(ui, field, &shown, offered, |result_day| result_day.name(estimate));
    // Of several concerns it is said which one results are for, where there is room for that.
    let concern = (!view.draft.further.is_empty()).then(|| wording::concern_name(view.catalog, view.seen));
    let has_room = |name: &&str| text_width(ui, name) + 8.0 + LEAST_BOX <= ui.available_width();
    if let Some(result_day) = boxed(ui, concern.filter(has_room).unwrap_or(tr!("Result")), list) {
        result_day.choose(estimate.horizon_days, state);
    }
}

/// A list box at the right of its head, with its name before it if there is room for both.
fn boxed<T>(ui: &mut Ui, name: &str, list: impl FnOnce(&mut Ui) -> T) -> T {
    let room = ui.available_width();
    let width = text_width(ui, name) + 8.0;
    let size = vec2((room - width).clamp(room.min(LEAST_BOX), 170.0), HEIGHT);
    let inner = ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), list);
    if room - inner.response.rect.width() >= width {
        ui.label(RichText::new(name).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    }
    inner.inner
}

/// What options are compared with: figures then are differences, and the column lists the inputs that differ.
fn against_ui(ui: &mut Ui, evaluation: &Evaluation, state: &mut ViewState) {
    if evaluation.position(state.baseline).is_none() {
        (state.baseline, state.differences) = (None, false);
    }
    let options = evaluation.estimate.options.iter().map(|option| Some(option.id));
    let name = |against: &Option<Option<OptionId>>| match against {
        None => tr!("vs …").to_owned(),
        Some(id) => {
            let option = evaluation.option(*id).map(wording::option_title).unwrap_or_default();
            tr!("vs {option}", option)
        }
    };
    let now = state.differences.then_some(state.baseline);
    let field = kit::Field::new("baseline", tr!("Compared with"));
    let offered = std::iter::once(None).chain(options);
    if let Some(chosen) = kit::choice_box(ui, field, &now, offered, name) {
        (state.baseline, state.differences) = (chosen.flatten(), chosen.is_some());
    }
}

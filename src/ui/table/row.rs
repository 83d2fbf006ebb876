//! One option of the table: its name with its line, and its figures.

use super::cell::Cell;
use super::columns::{Column, Columns};
use crate::document::{Edit, OptionDraft, OptionEdit, OptionId};
use crate::estimate::OptionEstimate;
use crate::locale::tr;
use crate::plan::Remark;
use crate::record::Acknowledgement;
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, Command, View, ViewState, cells, kit, marks, top_bar};
use crate::wording;
use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, FontId, Id, Layout, Popup, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, vec2,
};

/// The width of what opens the tools of an option, in points.
const MORE: f32 = 26.0;

/// What can be done with one option.
const OF_ONE: [Command; 7] = [
    Command::DuplicateOption,
    Command::CopyOption,
    Command::KeepTemplate,
    Command::HideOption,
    Command::MoveOptionUp,
    Command::MoveOptionDown,
    Command::RemoveOption,
];

/// A row.
pub(super) struct Row<'a> {
    pub(super) view: &'a View<'a>,
    /// The option; none is doing nothing.
    pub(super) option: Option<&'a OptionDraft>,
    /// Its place from the top.
    pub(super) at: usize,
    /// How many rows there are.
    pub(super) rows: usize,
    pub(super) columns: &'a Columns,
}

/// The option that is dragged.
struct Dragged(OptionId);

impl Row<'_> {
    pub(super) fn show(&self, ui: &mut Ui, state: &mut ViewState, actions: &mut Vec<Action>) {
        let id = self.option.map(|option| option.id);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), self.columns.row_height()), Sense::hover());
        let palette = Palette::of(ui);
        let fill = match () {
            () if state.selected == id => palette.selected,
            () if state.stands_out(id) => palette.hovered,
            () => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), tokens::RADIUS, fill);
        let is_last = self.at + 1 == self.rows;
        if !is_last {
            ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.grid));
        }
        let estimate = self.view.evaluation.and_then(|evaluation| evaluation.option(id));
        for (at, column, part) in self.columns.cells(rect) {
            let cell = Cell { option: id, at: (self.at, at), rows: self.rows, columns: self.columns.count() };
            match (column, estimate) {
                (Column::Name, _) => self.name_ui(ui, &cell, part, state, actions),
                (column, Some(estimate)) => cell.figure_ui(ui, self.view, (column, part), estimate, state),
                (..) => {}
            }
        }
    }

    /// Line, letter and name; what can be done with the option is in its menu.
    fn name_ui(&self, ui: &mut Ui, cell: &Cell, rect: Rect, state: &mut ViewState, actions: &mut Vec<Action>) {
        let id = self.option.map(|option| option.id);
        let sense = if self.option.is_some() { Sense::CLICK | Sense::DRAG } else { Sense::CLICK };
        let response = cell.interact(ui, rect, sense, state);
        let estimate = self.view.evaluation.and_then(|evaluation| evaluation.option(id));
        let is_hidden = self.option.is_some_and(|option| option.hidden);
        let title = self.title();
        let spoken = format!("{title}, {}", self.total(estimate, is_hidden));
        let selected = state.selected == id;
        response.widget_info(|| WidgetInfo::selected(Role::RowHeader, true, selected, &spoken));
        if response.hovered() && !is_hidden {
            state.hover(id);
        }
        let warnings = self.warnings(estimate);
        self.paint(ui, rect.with_max_x(rect.right() - MORE), &title, is_hidden, !warnings.is_empty());
        if let Some(option) = self.option {
            if !self.view.is_issued() {
                self.drag_ui(ui, &response, option.id, actions);
            }
            response.context_menu(|ui| self.tools_ui(ui, state, actions));
            if (state.selected == id || ui.rect_contains_pointer(rect)) && !self.view.client_view {
                self.more_ui(ui, rect, state, actions);
            }
        }
        let hover = std::iter::once(title).chain(warnings).collect::<Vec<_>>().join("\n");
        response.on_hover_text(hover);
    }

    /// What is worth knowing of it and nobody has acknowledged.
    fn warnings(&self, estimate: Option<&OptionEstimate>) -> Vec<String> {
        let Some(plan) = self.view.evaluation.map(|evaluation| &evaluation.plan) else { return Vec::new() };
        let acknowledged = self.view.record.acknowledged();
        let is_open = |remark: &&Remark| Acknowledgement::of(remark, plan, acknowledged).is_none();
        let remarks = estimate.into_iter().flat_map(|one| &one.remarks);
        remarks.filter(is_open).map(wording::remark).collect()
    }

    fn tools_ui(&self, ui: &mut Ui, state: &mut ViewState, actions: &mut Vec<Action>) {
        state.selected = self.option.map(|option| option.id);
        for command in OF_ONE {
            top_bar::command_ui(ui, self.view, command, actions);
        }
    }

    /// What opens the tools by a click, at the right of the name. Keys have the menu and the palette for them.
    fn more_ui(&self, ui: &Ui, name: Rect, state: &mut ViewState, actions: &mut Vec<Action>) {
        let place = Rect::from_center_size(name.right_center() - vec2(MORE / 2.0, 0.0), vec2(MORE, 22.0));
        let more = ui.interact(place, Id::unique(("more of an option", self.option.map(|one| one.id))), Sense::CLICK);
        let about = tr!("What can be done with this option");
        more.widget_info(|| WidgetInfo::labeled(Role::Button, true, about));
        let palette = Palette::of(ui);
        let fill = if more.hovered() { palette.hovered } else { palette.card };
        ui.painter().rect(place, tokens::RADIUS, fill, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        let font = FontId::proportional(tokens::SIZES[2]);
        ui.painter().text(place.center(), Align2::CENTER_CENTER, icons::MORE, font, palette.text);
        Popup::menu(&more).show(|ui| self.tools_ui(ui, state, actions));
        more.on_hover_text(about);
    }

    fn title(&self) -> String {
        match self.option {
            Some(option) => format!("{} · {}", option.mark.letter(), option.name),
            None => wording::do_nothing().to_owned(),
        }
    }

    fn total(&self, estimate: Option<&OptionEstimate>, is_hidden: bool) -> String {
        let Some(evaluation) = self.view.evaluation.filter(|_| !is_hidden) else {
            return if is_hidden { tr!(in "option", "hidden").to_owned() } else { String::new() };
        };
        if evaluation.estimate.unpriced {
            return tr!("no price yet").to_owned();
        }
        let total = estimate.map(|one| wording::money(one.ledger.total.typical, evaluation.estimate.currency));
        total.unwrap_or_default()
    }

    fn paint(&self, ui: &mut Ui, rect: Rect, title: &str, is_hidden: bool, is_warned: bool) {
        let palette = Palette::of(ui);
        let inner = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        let mut row = ui.new_child(inner);
        row.spacing_mut().item_spacing.x = 8.0;
        marks::sample(&mut row, self.option.map(|option| option.mark));
        let color = if is_hidden { palette.text_weak } else { palette.text };
        if is_warned {
            kit::icon(&mut row, icons::WARNING, palette.warning);
        }
        if is_hidden {
            kit::icon(&mut row, icons::HIDDEN, palette.text_weak);
        }
        let room = row.available_width();
        cells::text_ui(&mut row, title, color, room);
    }

    /// Lets the option be dragged to another place in the list.
    fn drag_ui(&self, ui: &Ui, response: &Response, id: OptionId, actions: &mut Vec<Action>) {
        response.dnd_set_drag_payload(Dragged(id));
        let palette = Palette::of(ui);
        if let Some(dragged) = response.dnd_hover_payload::<Dragged>().filter(|dragged| dragged.0 != id) {
            let rect = response.rect;
            let ids = || self.view.draft.options.iter().map(|option| option.id);
            let is_above = ids().find(|one| [id, dragged.0].contains(one)) != Some(id);
            let y = if is_above { rect.bottom() } else { rect.top() };
            ui.painter().hline(rect.x_range(), y, Stroke::new(2.0, palette.accent));
        }
        if let Some(dragged) = response.dnd_release_payload::<Dragged>() {
            actions.push(Action::Edit(Edit::Option(dragged.0, OptionEdit::MoveTo(id))));
        }
    }
}

//! The table: only what is in sight is drawn, so that a long list stays fast. In a narrow window every line's name
//! stands above its fields.

use super::context::{AMOUNT, Context, HEIGHTS, INDENT, NAME, WIDTHS, across};
use super::lines::{self, TableLine};
use super::state::is_narrow;
use super::value::Row;
use crate::locale::tr;
use crate::overlay::{Quantity, Subject};
use crate::ui::theme::{Palette, icons, strong, tokens};
use crate::ui::{Action, View, ViewState, kit};
use egui::accesskit::Role;
use egui::{Align, Label, Layout, RichText, Ui, UiBuilder, vec2};
use egui_extras::{Column, TableBuilder};

/// The table, in all the room there is or of this height in points.
pub(super) fn table_ui(
    ui: &mut Ui,
    view: &View<'_>,
    height: Option<f32>,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    let lines = lines::lines(&view.prices, &state.prices, view.catalog);
    if lines.is_empty() {
        ui.label(tr!("No value fits; change search or filter."));
        return;
    }
    // Room for the scroll bar, which floats.
    let room = ui.available_width() - 12.0;
    let context = Context { view: &view.prices, plan: view, is_narrow: is_narrow(ui), room };
    let grid = UiBuilder::new().id_salt("price list").accessibility_role(Role::Table);
    ui.scope_builder(grid, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(tr!("Price list")));
        let is_added = |line: &TableLine<'_>| match line {
            TableLine::Value(section, value, _) => {
                let is_it = |(subject, quantity): &(Subject, Quantity)| {
                    *subject == section.subject && *quantity == value.listed.quantity
                };
                state.prices.added.as_ref().is_some_and(is_it)
            }
            _ => false,
        };
        let mut table = context.columns(ui);
        if let Some(height) = height {
            table = table.min_scrolled_height(height).max_scroll_height(height);
        }
        if let Some(at) = lines.iter().position(is_added) {
            table = table.scroll_to_row(at, Some(Align::Center));
        } else if std::mem::take(&mut state.prices.is_found_anew) {
            table = table.vertical_scroll_offset(0.0);
        }
        let table = table.header(22.0, |mut header| {
            for (name, is_amount) in heads(context.is_narrow) {
                let layout = if is_amount { Layout::right_to_left } else { Layout::left_to_right };
                header.col(|ui| {
                    ui.with_layout(layout(Align::Center), |ui| {
                        // Above the end of what is typed.
                        ui.add_space(if is_amount { 12.0 } else { 0.0 });
                        ui.label(strong(name).color(Palette::of(ui).text_weak));
                    });
                });
            }
        });
        table.body(|body| {
            let heights = lines.iter().map(|line| context.height(line));
            body.heterogeneous_rows(heights, |mut cells| match &lines[cells.index()] {
                TableLine::Head(section) => context.head_ui(&mut cells, section, &mut state.prices, actions),
                TableLine::Value(section, value, number) => {
                    let row = Row { context: &context, section, value, number: *number };
                    row.show(&mut cells, &mut state.prices, actions);
                }
                TableLine::Wrong(message) => drop(cells.col(|ui| context.wrong_ui(ui, message))),
            });
        });
    });
}

/// The names of the columns, and whether they are those of amounts; buttons need none.
fn heads(is_narrow: bool) -> Vec<(&'static str, bool)> {
    let mut heads = vec![
        (tr!(in "column", "Value"), false),
        (tr!(in "column", "Low"), true),
        (tr!(in "column", "Typical"), true),
        (tr!(in "column", "High"), true),
        (tr!(in "column", "In force from"), false),
        (tr!(in "column", "Who says so"), false),
        ("", false),
    ];
    if is_narrow {
        heads[0].0 = "";
        heads.remove(5);
    }
    heads
}

impl Context<'_> {
    fn columns<'ui>(&self, ui: &'ui mut Ui) -> TableBuilder<'ui> {
        let gap = ui.spacing().item_spacing.x;
        // Fields stand at the bottom of a line, below its name if there is one.
        let align = if self.is_narrow { Align::Max } else { Align::Center };
        let table = TableBuilder::new(ui).id_salt("price list").auto_shrink([false, false]).min_scrolled_height(80.0);
        let table = table.cell_layout(Layout::left_to_right(align));
        let fields = 3.0 * (AMOUNT + gap) + WIDTHS[0] + gap;
        if self.is_narrow {
            let table = table.column(Column::exact(INDENT)).columns(Column::exact(AMOUNT), 3);
            let rest = (self.room - INDENT - gap - fields).max(WIDTHS[1]);
            return table.column(Column::exact(WIDTHS[0])).column(Column::exact(rest));
        }
        let words = self.room - fields - WIDTHS[1] - 2.0 * gap;
        let table = table.column(Column::exact(words * 0.6)).columns(Column::exact(AMOUNT), 3);
        table.column(Column::exact(WIDTHS[0])).column(Column::exact(words * 0.4)).column(Column::exact(WIDTHS[1]))
    }

    fn height(&self, line: &TableLine<'_>) -> f32 {
        let name = if self.is_narrow { NAME } else { 0.0 };
        match line {
            TableLine::Head(section) if section.subject == Subject::Clinic => HEIGHTS[0],
            TableLine::Head(section) if self.is_narrow && section.subject.is_own() => 2.0 * HEIGHTS[0],
            TableLine::Head(_) => HEIGHTS[0] + name,
            TableLine::Value(..) => HEIGHTS[1] + name,
            TableLine::Wrong(_) => HEIGHTS[2],
        }
    }

    /// What is wrong with the line above. The other cells of this line are empty: it may run on over them.
    fn wrong_ui(&self, ui: &mut Ui, message: &str) {
        let color = Palette::of(ui).error;
        let text = RichText::new(message).color(color).size(tokens::SIZES[0]);
        across(ui, 0.0, vec2(self.room, HEIGHTS[2]), |ui| {
            ui.add_space(INDENT);
            kit::icon(ui, icons::ERROR, color);
            ui.add(Label::new(text).truncate());
        });
    }
}

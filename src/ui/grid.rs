//! Cells of a table that is one stop of the Tab key, and in which arrow keys move.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui};

/// Where Tab enters a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CurrentCell {
    /// Row and column.
    pub at: (usize, usize),
    /// Whether the cell has just become the current one and is to get the focus.
    pub moved: bool,
}

impl CurrentCell {
    /// Makes another cell the current one and gives it the focus.
    pub(super) fn go_to(&mut self, at: (usize, usize)) {
        *self = Self { at, moved: true };
    }
}

/// A cell in a table of so many rows and columns. Only the current one can be reached by Tab; arrow keys make another one
/// current.
pub(super) fn cell(
    ui: &mut Ui,
    (id, rect, sense): (Id, Rect, Sense),
    at: (usize, usize),
    size: (usize, usize),
    current: &mut CurrentCell,
) -> Response {
    let is_current = current.at == at;
    let focusable = if is_current { Sense::FOCUSABLE } else { Sense::empty() };
    let response = ui.interact(rect, id, sense | focusable);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_row_index(at.0);
        node.set_column_index(at.1);
    });
    if is_current && std::mem::take(&mut current.moved) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let to = target(ui, at, size);
        if to != at {
            current.go_to(to);
            ui.ctx().request_repaint();
        }
    }
    response
}

/// Where keys lead. They are taken out of the input, so that the cell that becomes current does not see them too.
fn target(ui: &Ui, (row, column): (usize, usize), (rows, columns): (usize, usize)) -> (usize, usize) {
    ui.input_mut(|input| {
        let mut presses = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let row = (row + presses(Key::ArrowDown)).saturating_sub(presses(Key::ArrowUp));
        let column = (column + presses(Key::ArrowRight)).saturating_sub(presses(Key::ArrowLeft));
        let (first, last) = (presses(Key::Home) > 0, presses(Key::End) > 0);
        let column = match () {
            () if first => 0,
            () if last => usize::MAX,
            () => column,
        };
        (row.min(rows.saturating_sub(1)), column.min(columns.saturating_sub(1)))
    })
}

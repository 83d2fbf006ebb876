//! What dialogs are made of.

use crate::ui::theme::Palette;
use egui::{Button, Response, RichText, ScrollArea, Ui};

/// As much of a long text as the window has room for, from the first frame on.
pub(in crate::ui) fn scroll_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let height = (ui.ctx().content_rect().height() - 240.0).max(160.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, add);
}

/// Gives a dialog's first control the focus as long as nothing in it has it.
pub(in crate::ui) fn focus_first(ui: &Ui, control: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        control.request_focus();
    }
}

/// The button that does what the dialog is for.
pub(in crate::ui) fn primary(ui: &mut Ui, text: &str) -> bool {
    let palette = Palette::of(ui);
    let button = ui.add(Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent));
    focus_first(ui, &button);
    button.clicked()
}

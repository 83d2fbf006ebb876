//! Headings, tags and small buttons.

use crate::ui::state::Action;
use crate::ui::theme::{Palette, tokens};
use egui::{RichText, Ui};

/// A small button with an icon, named for screen readers and explained on hovering.
pub(in crate::ui) fn icon_button(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> bool {
    let button = egui::Button::new(RichText::new(icon).size(15.0)).frame_when_inactive(false);
    ui.add_enabled(enabled, button).accessible_name(name).on_hover_text(name).clicked()
}

/// A heading of a group.
pub(in crate::ui) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(tokens::GAP);
    ui.heading(text);
}

/// A tag that says how much weight a figure carries.
pub(in crate::ui) fn tag(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.label(RichText::new(text).size(tokens::SIZES[0]).color(palette.text_weak).background_color(palette.hovered));
}

/// Puts an edit among the actions if there is one.
pub(in crate::ui) fn push<T>(
    actions: &mut Vec<Action>,
    value: Option<T>,
    edit: impl FnOnce(T) -> crate::document::Edit,
) {
    actions.extend(value.map(|value| Action::Edit(edit(value))));
}

//! Headings, tags and small buttons.

use crate::ui::state::{Action, View};
use crate::ui::theme::{Palette, icons, strong, tokens};
use egui::accesskit::Role;
use egui::{Align, Align2, Color32, FontId, Label, Layout, Response, RichText, Sense, Ui, UiBuilder, WidgetText, vec2};

/// A small button with an icon, named for screen readers and explained on hovering.
pub(in crate::ui) fn icon_button(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> bool {
    let button = egui::Button::new(RichText::new(icon).size(15.0)).frame_when_inactive(false);
    ui.add_enabled(enabled, button).accessible_name(name).on_hover_text(name).clicked()
}

/// Adds fields of the plan. What is issued is read and not changed; the document refuses it anyway.
pub(in crate::ui) fn if_editable<R>(ui: &mut Ui, view: &View<'_>, add: impl FnOnce(&mut Ui) -> R) -> R {
    // It is to be read all the same.
    ui.visuals_mut().disabled_alpha = tokens::READ_ONLY_ALPHA;
    ui.add_enabled_ui(!view.is_issued(), add).inner
}

/// An icon that a screen reader says nothing of.
pub(in crate::ui) fn icon(ui: &mut Ui, icon: &str, color: Color32) {
    let size = tokens::SIZES[2];
    let (rect, _) = ui.allocate_exact_size(vec2(size + 1.0, size + 3.0), Sense::hover());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icon, FontId::proportional(size), color);
}

/// A text with an icon before it.
pub(in crate::ui) fn with_icon(ui: &mut Ui, sign: &str, color: Color32, text: impl Into<WidgetText>) -> Response {
    ui.horizontal_top(|ui| {
        icon(ui, sign, color);
        ui.add(Label::new(text).wrap())
    })
    .inner
}

/// What is wrong, in one sentence.
pub(in crate::ui) fn error(ui: &mut Ui, text: &str) -> Response {
    let color = Palette::of(ui).error;
    with_icon(ui, icons::ERROR, color, RichText::new(text).color(color))
}

/// A quiet note in small letters.
pub(in crate::ui) fn note(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
}

/// The title of a view or a dialog.
pub(in crate::ui) fn title(ui: &mut Ui, text: &str) -> Response {
    headline(ui, text, tokens::SIZES[3], 1)
}

/// A heading of a group.
pub(in crate::ui) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(tokens::GAP);
    headline(ui, text, tokens::SIZES[2], 2);
}

/// A text that a screen reader finds as a heading.
pub(in crate::ui) fn headline(ui: &mut Ui, text: &str, size: f32, level: usize) -> Response {
    let response = ui.add(Label::new(strong(text).size(size)).selectable(false));
    say_heading(&response, text, level);
    response
}

/// Has a screen reader find a text as a heading.
pub(in crate::ui) fn say_heading(shown: &Response, text: &str, level: usize) {
    shown.ctx.accesskit_node_builder(shown.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.set_level(level);
    });
}

/// The name of what stands beside or below it.
pub(in crate::ui) fn caption(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).selectable(false).extend())
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

/// Something in a place of exactly this width.
pub(in crate::ui) fn fixed<R>(ui: &mut Ui, width: f32, align: Align, add: impl FnOnce(&mut Ui) -> R) {
    let (place, _) = ui.allocate_exact_size(vec2(width, ui.spacing().interact_size.y), Sense::hover());
    let layout =
        if align == Align::Max { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
    add(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(layout)));
}

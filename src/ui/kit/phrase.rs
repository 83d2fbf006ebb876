//! Words that open the fields they are made of: a phrase within a sentence, or a sentence as a whole.

use super::field::{Field, said_wrong};
use super::popover::popover;
use crate::ui::theme::{Palette, icons, text_width};
use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Response, RichText, Stroke, TextStyle, TextWrapMode, Ui, WidgetText, pos2, vec2};

/// A phrase, its fields in a popover of this width in points. Says what is wrong with them.
pub(in crate::ui) fn phrase(
    ui: &mut Ui,
    field: Field<'_>,
    text: &str,
    width: f32,
    add: impl FnOnce(&mut Ui),
) -> Option<String> {
    let padding = vec2(2.0, 1.0);
    let needed = text_width(ui, text) + 2.0 * padding.x;
    let fits = needed <= ui.max_rect().width();
    if fits && needed > ui.available_size_before_wrap().x {
        // What fits a line of its own goes there before it is broken.
        ui.end_row();
    }
    opening(ui, field, text, width, add, |ui, wrong| {
        ui.spacing_mut().button_padding = padding;
        ui.spacing_mut().interact_size.y = 20.0;
        let mode = if fits { TextWrapMode::Extend } else { TextWrapMode::Wrap };
        ui.add(Button::new(underlined(ui, text)).frame_when_inactive(wrong).wrap_mode(mode))
    })
}

/// A sentence that stands alone, with its fields below. Says what is wrong with them, which it marks itself.
pub(in crate::ui) fn sentence(
    ui: &mut Ui,
    field: Field<'_>,
    text: &str,
    width: f32,
    add: impl FnOnce(&mut Ui),
) -> Option<String> {
    opening(ui, field, text, width, add, |ui, wrong| {
        let mark = if wrong { format!("{} ", icons::ERROR) } else { String::new() };
        let text = RichText::new(format!("{mark}{text}"));
        let text = if wrong { text.color(Palette::of(ui).error) } else { text };
        let button = ui.add(Button::new((text, SIGN)).truncate());
        opens_below(ui, &button);
        button
    })
}

/// The width that a sentence takes where there is room, with the space behind it, in points.
pub(in crate::ui) fn sentence_width(ui: &Ui, text: &str) -> f32 {
    let spacing = ui.spacing();
    text_width(ui, text) + text_width(ui, SIGN) + 2.0 * spacing.button_padding.x + 2.0 * spacing.item_spacing.x
}

/// The room for the sign that a sentence opens something.
const SIGN: &str = "    ";

/// The sign of a button that opens something below, in the space behind its words.
fn opens_below(ui: &Ui, button: &Response) {
    let middle = pos2(button.rect.right() - 11.0, button.rect.center().y + 0.5);
    let corners = [vec2(-3.5, -2.0), vec2(0.0, 2.0), vec2(3.5, -2.0)].map(|corner| middle + corner);
    ui.painter().line(corners.to_vec(), Stroke::new(1.5, ui.style().interact(button).fg_stroke.color));
}

/// The words as something that opens: underlined, in the colour of text.
fn underlined(ui: &Ui, text: &str) -> WidgetText {
    let palette = Palette::of(ui);
    let color = if ui.is_enabled() { palette.text } else { palette.text_weak };
    let underline = Stroke::new(1.0, palette.accent);
    let font_id = TextStyle::Body.resolve(ui.style());
    LayoutJob::single_section(text.to_owned(), TextFormat { font_id, color, underline, ..TextFormat::default() }).into()
}

/// Adds what opens, spoken with its name, and its fields in a popover. What is typed there and cannot be read is not in the
/// document: it is said for as long as the words stay the same.
fn opening(
    ui: &mut Ui,
    field: Field<'_>,
    text: &str,
    width: f32,
    add: impl FnOnce(&mut Ui),
    look: impl FnOnce(&mut Ui, bool) -> Response,
) -> Option<String> {
    let of_typing = field.id().with("unread");
    let unread = ui.data(|data| data.get_temp::<(String, String)>(of_typing));
    let unread = unread.filter(|(words, _)| words == text).map(|(_, wrong)| wrong);
    let wrong = field.what_is_wrong().map(str::to_owned).or(unread);
    let spoken = format!("{}: {text}", field.name);
    let opener = field.named(&spoken).wrong(wrong.as_deref());
    let opener = opener.add(ui, |ui| look(ui, wrong.is_some()));
    let inside = popover(&opener, field.name, width, |ui| said_wrong(ui, add));
    match inside {
        Some(Some(wrong)) => drop(ui.data_mut(|data| data.insert_temp(of_typing, (text.to_owned(), wrong)))),
        Some(None) => ui.data_mut(|data| data.remove::<(String, String)>(of_typing)),
        None => {}
    }
    wrong
}

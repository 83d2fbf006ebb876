//! What makes a field a field: who it is, what it is called, what is wrong with it.

use super::{focus, small};
use crate::document::Place;
use crate::ui::state::View;
use crate::ui::theme::{Palette, icons, tokens};
use egui::accesskit::Invalid;
use egui::{Id, Response, RichText, Stroke, TextEdit, Ui, UiBuilder};
use std::fmt::Debug;
use std::hash::Hash;

/// The width of labels before fields, in points.
const LABEL_WIDTH: f32 = 118.0;

/// A field: its identity, its name, and what is wrong with its value.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Field<'a> {
    id: Id,
    /// What it is called, on screen and to a screen reader.
    pub(in crate::ui) name: &'a str,
    wrong: Option<&'a str>,
    /// The place of the document with what was typed there, and where to leave what is typed now, if it cannot be read.
    unread: Option<(Place, &'a View<'a>)>,
}

impl<'a> Field<'a> {
    /// The field that stands for something, such as a place of the document. No other field may stand for the same.
    pub(in crate::ui) fn new(stands_for: impl Hash + Debug, name: &'a str) -> Self {
        Self { id: Id::unique(("field", stands_for)), name, wrong: None, unread: None }
    }

    /// The field at a place of the document, with what is wrong there.
    pub(in crate::ui) fn at(view: &'a View<'_>, place: Place, name: &'a str) -> Self {
        Self { unread: Some((place, view)), ..Self::new(place, name).wrong(view.wrong_at(place)) }
    }

    /// One of several fields that stand for the same together.
    pub(in crate::ui) fn part(self, of: impl Hash + Debug) -> Self {
        Self { id: self.id.with(of), ..self }
    }

    /// The field with something wrong with it, if anything is.
    pub(in crate::ui) fn wrong(self, wrong: Option<&'a str>) -> Self {
        Self { wrong: wrong.or(self.wrong), ..self }
    }

    /// What is wrong with it, if anything is.
    pub(super) fn what_is_wrong(&self) -> Option<&'a str> {
        self.wrong
    }

    /// The same field under another name.
    pub(in crate::ui) fn named(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    /// What was typed last and could not be read.
    pub(super) fn unread(&self) -> Option<&'a str> {
        self.unread.and_then(|(place, view)| view.draft.unread.get(&place)).map(String::as_str)
    }

    /// Leaves what is typed and cannot be read to the document, if the field is of one.
    pub(super) fn leave(&self, text: &str) -> bool {
        if let Some((place, view)) = self.unread
            && self.unread() != Some(text)
        {
            view.unread.borrow_mut().push((place, text.to_owned()));
        }
        self.unread.is_some()
    }

    /// The identity: what is kept for the field is kept under it.
    pub(in crate::ui) fn id(&self) -> Id {
        self.id
    }

    /// Whether its text is being typed.
    pub(in crate::ui) fn is_typed_in(&self, ui: &Ui) -> bool {
        focus::is_typed_in(ui.ctx(), self.id.with("text"))
    }

    /// Gives its text the focus, also where something else is being clicked.
    pub(in crate::ui) fn request_focus(&self, ui: &Ui) {
        focus::give_to(ui.ctx(), self.id.with("text"));
    }

    /// Whether its text has the focus.
    pub(in crate::ui) fn has_focus(&self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.id.with("text")))
    }

    /// A box for one line of text.
    pub(in crate::ui) fn line<'t>(&self, text: &'t mut String) -> TextEdit<'t> {
        TextEdit::singleline(text).id(self.id.with("text"))
    }

    /// A box for text of several lines.
    pub(in crate::ui) fn lines<'t>(&self, text: &'t mut String) -> TextEdit<'t> {
        TextEdit::multiline(text).id(self.id.with("text"))
    }

    /// Adds the widget, named, and framed and spoken as wrong if it is. It stands in a scope of the field's own, right or
    /// wrong, so that it is the same widget always.
    pub(in crate::ui) fn add(&self, ui: &mut Ui, widget: impl FnOnce(&mut Ui) -> Response) -> Response {
        let inner = ui.scope_builder(UiBuilder::new().scope_id(self.id), |ui| {
            if self.wrong.is_some() {
                frame_wrong(ui);
            }
            widget(ui).accessible_name(self.name)
        });
        focus::go_in(&inner.inner);
        if let Some(message) = self.wrong {
            speak_wrong(&inner.inner, message);
        }
        inner.inner
    }
}

/// Frames what is added from here on as wrong.
pub(super) fn frame_wrong(ui: &mut Ui) {
    let error = Stroke::new(1.5, Palette::of(ui).error);
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        state.bg_stroke = error;
    }
    ui.visuals_mut().selection.stroke = error;
}

/// Ties what is wrong to its field, so that a screen reader says both together.
pub(super) fn speak_wrong(field: &Response, message: &str) {
    field.ctx.accesskit_node_builder(field.id, |node| {
        node.set_invalid(Invalid::True);
        node.set_description(message);
    });
    field.ctx.data_mut(|data| _ = data.get_temp_mut_or_insert_with(said(), || FirstError(message.to_owned())));
}

/// What the first of several fields says to be wrong.
#[derive(Clone, Default)]
struct FirstError(String);

fn said() -> Id {
    Id::unique("said to be wrong")
}

/// Adds fields, and tells what the first that is wrong says of itself.
pub(in crate::ui) fn said_wrong(ui: &mut Ui, add: impl FnOnce(&mut Ui)) -> Option<String> {
    ui.data_mut(|data| data.remove::<FirstError>(said()));
    add(ui);
    ui.data_mut(|data| data.remove_temp::<FirstError>(said())).map(|said| said.0)
}

/// A row: the field's name, then the field, and below it what is wrong. It counts as one thing among its neighbours,
/// whatever it says.
pub(in crate::ui) fn row<R>(ui: &mut Ui, field: Field<'_>, add: impl FnOnce(&mut Ui) -> R) -> R {
    row_saying(ui, field, |ui| (add(ui), None))
}

/// A row whose field tells besides what is wrong with what is typed.
pub(super) fn row_saying<R>(ui: &mut Ui, field: Field<'_>, add: impl FnOnce(&mut Ui) -> (R, Option<String>)) -> R {
    let whole = UiBuilder::new().scope_id(field.id.with("row"));
    let shown = ui.scope_builder(whole, |ui| {
        let inner = ui.horizontal(|ui| {
            let size = egui::vec2(LABEL_WIDTH, ui.spacing().interact_size.y);
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_width(LABEL_WIDTH);
                ui.add(egui::Label::new(RichText::new(field.name).color(Palette::of(ui).text_weak)).wrap())
            });
            add(ui)
        });
        let (shown, unread) = inner.inner;
        wrong(ui, unread.as_deref().or(field.wrong));
        shown
    });
    shown.inner
}

/// The sentence on what is wrong, if anything is.
pub(in crate::ui) fn wrong(ui: &mut Ui, message: Option<&str>) {
    if let Some(message) = message {
        let color = Palette::of(ui).error;
        small::with_icon(ui, icons::ERROR, color, RichText::new(message).color(color).size(tokens::SIZES[0]));
    }
}

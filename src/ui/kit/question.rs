//! Dialogs, all of one look: a title, what is asked, and below it the buttons, the one that does it at the right. Enter
//! does it wherever the focus is, unless that is on something that Enter presses; Escape leaves everything as it is.

use super::{focus, small};
use crate::locale::tr;
use crate::ui::sides::sides;
use crate::ui::theme::{Palette, tokens};
use egui::{Button, Context, Frame, Id, Key, Modal, Response, RichText, ScrollArea, Stroke, Ui};

/// How a dialog ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pressed {
    /// What it is for is to be done.
    Done,
    /// The other thing is to be done.
    Other,
    /// Everything stays as it is.
    Cancelled,
}

/// A dialog before it is shown.
pub(in crate::ui) struct Question<'a> {
    title: &'a str,
    width: f32,
    verb: Option<&'a str>,
    is_ready: bool,
    other: Option<&'a str>,
    is_careful: bool,
}

/// The usual width of a dialog, and that of one with much to read, in points.
const USUAL: f32 = 440.0;
const WIDE: f32 = 760.0;
/// What a dialog takes of the height of its window beside what is asked: title, buttons, margins. In points.
const AROUND: f32 = 150.0;
/// Between the edge of a dialog and what it holds, in points.
const MARGIN: f32 = 18.0;

impl<'a> Question<'a> {
    /// Something to read: its one button closes it.
    pub(in crate::ui) fn new(title: &'a str) -> Self {
        Self { title, width: USUAL, verb: None, is_ready: true, other: None, is_careful: false }
    }

    /// With a button that does this, and one to leave everything as it is.
    pub(in crate::ui) fn to(self, verb: &'a str) -> Self {
        Self { verb: Some(verb), ..self }
    }

    /// Whether it can be done as things stand.
    pub(in crate::ui) fn if_ready(self, is_ready: bool) -> Self {
        Self { is_ready, ..self }
    }

    /// With a button for something else.
    pub(in crate::ui) fn or(self, other: &'a str) -> Self {
        Self { other: Some(other), ..self }
    }

    /// Where what is done cannot be taken back: Enter leaves everything as it is, and the focus begins there.
    pub(in crate::ui) fn careful(self) -> Self {
        Self { is_careful: true, ..self }
    }

    /// With room for much to read.
    pub(in crate::ui) fn wide(self) -> Self {
        Self { width: WIDE, ..self }
    }

    /// Shows it. How it ends, if it does.
    pub(in crate::ui) fn show(self, ctx: &Context, ask: impl FnOnce(&mut Ui)) -> Option<Pressed> {
        let id = Id::unique("dialog");
        let area = Modal::default_area(id).accessible_name(self.title);
        let frame = Frame::popup(&ctx.style_of(ctx.theme())).inner_margin(MARGIN);
        let enter = focus::Enter::before(ctx);
        let modal = Modal::new(id).area(area).frame(frame);
        let content = |ui: &mut Ui| {
            ui.set_width(self.width.min(ctx.content_rect().width() - 3.0 * MARGIN));
            small::title(ui, self.title);
            ui.add_space(tokens::GAP);
            let room = (ctx.content_rect().height() - AROUND).max(80.0);
            let asked = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
            asked.auto_shrink([false, true]).show(ui, |ui| {
                ask(ui);
                focus::follow(ui);
            });
            ui.add_space(tokens::GROUP_GAP);
            self.buttons_ui(ui)
        };
        let shown = focus::within_dialog(ctx, || modal.show(ctx, content));
        if let Some(pressed) = shown.inner {
            Some(pressed)
        } else if self.is_ready && enter.is_free(ctx) {
            Some(if self.is_done_by_enter() { Pressed::Done } else { Pressed::Cancelled })
        } else {
            self.is_left(&shown).then_some(Pressed::Cancelled)
        }
    }

    fn is_done_by_enter(&self) -> bool {
        self.verb.is_some() && !self.is_careful
    }

    /// Whether a key, or for something to read a click beside it, closes the dialog. What is typed is not lost to a click.
    fn is_left<T>(&self, shown: &egui::ModalResponse<T>) -> bool {
        let escaped = || shown.response.ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        (self.verb.is_none() && shown.backdrop_response.clicked()) || (!shown.any_popup_open && escaped())
    }

    fn buttons_ui(&self, ui: &mut Ui) -> Option<Pressed> {
        let (mut pressed, mut other) = (None, None);
        let other_ui = |ui: &mut Ui| {
            if self.other.is_some_and(|text| ui.button(text).clicked()) {
                other = Some(Pressed::Other);
            }
        };
        sides(ui, "dialog", other_ui, |ui| {
            let text = if self.verb.is_some() { tr!("Cancel") } else { tr!("Close") };
            let cancel = ui.button(text);
            if !self.is_done_by_enter() {
                focus::go_in(&cancel);
            }
            if cancel.clicked() {
                pressed = Some(Pressed::Cancelled);
            }
            if let Some(verb) = self.verb {
                let done = if self.is_careful { grave(ui, verb) } else { primary(ui, verb, self.is_ready) };
                if !self.is_careful {
                    focus::go_in(&done);
                }
                if done.clicked() {
                    pressed = Some(Pressed::Done);
                }
            }
        });
        pressed.or(other)
    }
}

/// The button that does what a view is for.
pub(in crate::ui) fn primary(ui: &mut Ui, text: &str, is_ready: bool) -> Response {
    let palette = Palette::of(ui);
    let button = Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent);
    ui.add_enabled(is_ready, button)
}

/// The button that does what cannot be taken back.
fn grave(ui: &mut Ui, text: &str) -> Response {
    let error = Palette::of(ui).error;
    ui.add(Button::new(RichText::new(text).color(error)).stroke(Stroke::new(1.0, error)))
}

/// As much of a long text as the window has room for, from the first frame on.
pub(in crate::ui) fn scroll(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let height = list_room(ui);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, add);
}

/// The height in points that a window has for a long list in a dialog.
pub(in crate::ui) fn list_room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 240.0).max(120.0)
}

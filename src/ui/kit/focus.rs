//! Where the focus is, and whether something is being typed there.
//!
//! Enter and Escape end what is being typed, and leave the focus where it is: whoever works by keyboard goes on from
//! there, and a screen reader does not lose its place. egui would give the focus to nobody.

use egui::{Context, Event, Id, Key};

/// Where the widget is kept whose typing has ended.
fn ended() -> Id {
    Id::unique("typing has ended")
}

/// Before anything is shown: Escape leaves the focus where it was. What is typed next is typing again.
pub(in crate::ui) fn begin(ctx: &Context, before: Option<Id>) {
    let typed = |event: &Event| match event {
        Event::Key { key, pressed, .. } => *pressed && !matches!(key, Key::Enter | Key::Escape | Key::Tab),
        other => matches!(other, Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_)),
    };
    if ctx.input(|input| input.events.iter().any(typed)) {
        ctx.data_mut(|data| data.remove::<Id>(ended()));
    }
    keep(ctx, before, Key::Escape);
}

/// After everything is shown: Enter leaves the focus where it was.
pub(in crate::ui) fn finish(ctx: &Context, before: Option<Id>) {
    keep(ctx, before, Key::Enter);
}

fn keep(ctx: &Context, before: Option<Id>, key: Key) {
    let Some(id) = before.filter(|_| ctx.input(|input| input.key_pressed(key))) else { return };
    if ctx.memory(egui::Memory::focused).is_none() {
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.data_mut(|data| data.insert_temp(ended(), id));
    }
}

/// Whether Enter or Escape has ended what was typed where the focus is.
pub fn typing_has_ended(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<Id>(ended())).is_some_and(|id| ctx.memory(|memory| memory.has_focus(id)))
}

/// Whether something is being typed in a widget.
pub(super) fn is_typed_in(ctx: &Context, id: Id) -> bool {
    ctx.memory(|memory| memory.has_focus(id)) && !typing_has_ended(ctx)
}

/// Whether a text is being typed anywhere.
pub(in crate::ui) fn is_typing(ctx: &Context) -> bool {
    ctx.text_edit_focused() && !typing_has_ended(ctx)
}

//! Where the focus is, whether something is being typed there, and where it comes back to.
//!
//! Enter and Escape end what is being typed, and leave the focus where it is: whoever works by keyboard goes on from
//! there, and a screen reader does not lose its place. egui would give the focus to nobody. It is given back, too, when a
//! menu, a list or a dialog closes, and when a view gives way to the one before; and when what had it is gone, whatever
//! stands in its place gets it.

use super::pane::{self, Pane};
use super::popover;
use egui::{Context, Event, Id, Key, Popup, Pos2, Response, Ui};

/// What is kept from one frame to the next.
#[derive(Clone, Default)]
struct FocusMemory {
    /// What had the focus when no menu and no list was open, and where it stood; none once the pointer has left it.
    home: Option<(Id, Pos2)>,
    /// The same from before the dialog that is open.
    behind: Option<(Id, Pos2)>,
    /// What is looked at, by its first pane.
    view: Option<Pane>,
    /// What had the focus when another view was looked at.
    left: Vec<(Pane, (Id, Pos2))>,
    had_dialog: bool,
    /// Whether something has got the focus just now.
    has_moved: bool,
    /// Whether a text was being typed at the end of the frame before.
    was_typing: bool,
    /// Whether a menu or a list was open when the frame began.
    had_popup: bool,
    /// Whether a dialog is open in which nothing has the focus.
    is_outside: bool,
    /// What gets the focus once the click that would take it away is past.
    given: Option<Id>,
    /// Whether the next control gets the focus.
    goes_in: bool,
    /// The widget that has the focus and leaves Enter to its dialog.
    leaves_enter: Option<Id>,
    /// Whether Alt has been pressed, and nothing else since.
    alt: bool,
    /// Whether a command has been given with Alt since that was pressed.
    alt_used: bool,
    /// Whether Alt asks for the menu.
    menu: bool,
}

fn kept<R>(ctx: &Context, take: impl FnOnce(&mut FocusMemory) -> R) -> R {
    ctx.data_mut(|data| take(data.get_temp_mut_or_default(Id::unique("focus"))))
}

/// Where the widget is kept whose typing has ended.
fn ended() -> Id {
    Id::unique("typing has ended")
}

/// Before anything is shown: Escape leaves the focus where it was, and a dialog takes it and gives it back. What is typed
/// next is typing again.
pub(in crate::ui) fn begin(ctx: &Context, before: Option<Id>, has_dialog: bool) {
    let typed = |event: &Event| match event {
        Event::Key { key, pressed, .. } => *pressed && !matches!(key, Key::Enter | Key::Escape | Key::Tab),
        other => matches!(other, Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Ime(_)),
    };
    if ctx.input(|input| input.events.iter().any(typed)) {
        ctx.data_mut(|data| data.remove::<Id>(ended()));
    }
    if !ctx.input(|input| input.pointer.any_click())
        && let Some(given) = kept(ctx, |kept| kept.given.take())
    {
        ctx.memory_mut(|memory| memory.request_focus(given));
    }
    let has_moved = ctx.memory(egui::Memory::focused) != before;
    kept(ctx, |kept| kept.has_moved = has_moved);
    let is_open = Popup::is_any_open(ctx);
    // What Escape closes gives the focus back to where it was before.
    let home = kept(ctx, |kept| kept.home.filter(|_| is_open).map(|(id, _)| id));
    keep(ctx, home.or(before), Key::Escape);
    let events = ctx.input(|input| input.events.clone());
    let is_again = ctx.current_pass_index() > 0;
    kept(ctx, |kept| {
        // What a choice has changed is shown in the same frame once more, after the menu has closed.
        kept.had_popup = is_open || (is_again && kept.had_popup);
        for event in &events {
            kept.hear(event, is_open);
        }
    });
    hand_over(ctx, has_dialog);
    pane::begin(ctx);
}

impl FocusMemory {
    fn hear(&mut self, event: &Event, is_open: bool) {
        match event {
            Event::Key { key: Key::AltLeft, pressed: true, .. } => self.alt = true,
            Event::Key { key: Key::AltLeft, pressed: false, .. } => {
                let is_used = std::mem::take(&mut self.alt_used);
                self.menu = std::mem::take(&mut self.alt) && !is_used;
            }
            Event::PointerButton { pressed: true, .. } => {
                self.alt = false;
                self.home = self.home.filter(|_| is_open);
            }
            Event::Key { .. } | Event::MouseWheel { .. } => self.alt = false,
            _ => {}
        }
    }
}

/// A dialog takes the focus when it opens, and gives it back when it closes.
fn hand_over(ctx: &Context, has_dialog: bool) {
    let focused = ctx.memory(egui::Memory::focused);
    let changed = kept(ctx, |kept| {
        let changed = kept.had_dialog != has_dialog;
        kept.had_dialog = has_dialog;
        if changed && has_dialog {
            kept.behind = kept.home.take();
        } else if changed {
            kept.home = kept.behind.take();
        }
        kept.is_outside = has_dialog && (changed || focused.is_none());
        changed
    });
    if changed {
        ctx.memory_mut(|memory| focused.into_iter().for_each(|id| memory.surrender_focus(id)));
    }
}

/// A dialog is shown; its first control gets the focus as long as nothing in it has it.
pub(super) fn within_dialog<R>(ctx: &Context, show: impl FnOnce() -> R) -> R {
    within(ctx, kept(ctx, |kept| kept.is_outside), show)
}

/// Something is shown whose first control gets the focus, if the focus is to go there.
pub(in crate::ui) fn within<R>(ctx: &Context, goes_in: bool, show: impl FnOnce() -> R) -> R {
    kept(ctx, |kept| kept.goes_in = goes_in);
    let shown = show();
    kept(ctx, |kept| kept.goes_in = false);
    shown
}

/// A control gets the focus. A click takes it from whatever it did not hit, each time the frame of that click is laid out: so it
/// is given once more after it.
pub(super) fn give(control: &Response) {
    give_to(&control.ctx, control.id);
}

/// The same by identity.
pub(super) fn give_to(ctx: &Context, control: Id) {
    ctx.memory_mut(|memory| memory.request_focus(control));
    if ctx.input(|input| input.pointer.any_click()) {
        kept(ctx, |kept| kept.given = Some(control));
        ctx.request_repaint();
    }
}

/// A control that gets the focus if it is the first of a dialog.
pub(super) fn go_in(control: &Response) {
    let ctx = &control.ctx;
    if control.enabled() && kept(ctx, |kept| std::mem::take(&mut kept.goes_in)) {
        control.request_focus();
    }
}

/// Space presses what has the focus here, and Enter does what its dialog is for.
pub(super) fn leave_enter(control: &Response) {
    if control.has_focus() {
        kept(&control.ctx, |kept| kept.leaves_enter = Some(control.id));
    }
}

/// Enter, which does what a dialog or a page is for, unless it is for something in it.
pub(in crate::ui) struct Enter {
    focused: Option<Id>,
    is_pressed: bool,
}

impl Enter {
    /// Before anything is shown that may take it.
    pub(in crate::ui) fn before(ctx: &Context) -> Self {
        let is_pressed = ctx.input(|input| input.key_pressed(Key::Enter)) && !Popup::is_any_open(ctx);
        Self { focused: ctx.memory(egui::Memory::focused), is_pressed }
    }

    /// Whether it was pressed and nothing has taken it: what has the focus is pressed by it unless it leaves Enter alone.
    pub(in crate::ui) fn is_free(&self, ctx: &Context) -> bool {
        let left = kept(ctx, |kept| kept.leaves_enter);
        let taken = self.focused.filter(|id| left != Some(*id)).and_then(|id| ctx.read_response(id));
        self.is_pressed && !taken.is_some_and(|response| response.clicked())
    }
}

/// After everything is shown: Enter leaves the focus where it was, and what has lost it gets it back.
pub(in crate::ui) fn finish(ctx: &Context, before: Option<Id>) {
    keep(ctx, before, Key::Enter);
    popover::finish(ctx);
    let is_typing = is_typing(ctx);
    kept(ctx, |kept| kept.was_typing = is_typing);
    if Popup::is_any_open(ctx) || goes_over(ctx) {
        return;
    }
    let focused = ctx.memory(egui::Memory::focused);
    if let Some(place) = focused.and_then(|id| ctx.read_response(id)) {
        kept(ctx, |kept| {
            // An entry of a menu that has just closed is no place to come back to.
            if !kept.had_popup {
                kept.home = Some((place.id, place.rect.center()));
            }
        });
    } else if let Some((id, place)) = kept(ctx, |kept| kept.home.filter(|_| focused.is_none() && !kept.is_outside)) {
        // A cell of a table that is no longer its current one takes no focus.
        if ctx.read_response(id).is_some_and(|home| home.enabled() && home.sense.is_focusable()) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        } else {
            kept(ctx, |kept| kept.home = None);
            if !popover::enter_again(ctx) {
                pane::go_to_pane_around(ctx, place);
            }
        }
        ctx.request_repaint();
    }
}

/// Another view has taken the place of the one that had the focus: its first control gets it, or, when one comes back to a
/// view, what had it there. Says whether it is so.
fn goes_over(ctx: &Context) -> bool {
    // A dialog keeps the focus as long as it is open.
    let Some(view) = pane::view(ctx).filter(|_| kept(ctx, |kept| !kept.had_dialog)) else { return false };
    let comes_from = kept(ctx, |kept| kept.view.replace(view).filter(|before| *before != view));
    let Some(before) = comes_from else { return false };
    let (home, back) = kept(ctx, |kept| {
        let back = kept.left.iter().position(|(left, _)| *left == view).map(|at| kept.left.swap_remove(at).1);
        (kept.home.take(), back)
    });
    let Some(home) = home else { return false };
    kept(ctx, |kept| {
        kept.left.retain(|(left, _)| *left != before);
        kept.left.push((before, home));
    });
    match back {
        Some((id, _)) if ctx.read_response(id).is_some_and(|response| response.enabled()) => {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        _ => pane::go_to(ctx, view),
    }
    ctx.request_repaint();
    true
}

/// Whether Escape was pressed for the view as a whole: no popover, no list, no menu and no typing waits for it.
pub(in crate::ui) fn is_escaped(ctx: &Context) -> bool {
    let is_awaited = kept(ctx, |kept| kept.was_typing) || Popup::is_any_open(ctx) || popover::is_open(ctx);
    !is_awaited && ctx.input(|input| input.key_pressed(Key::Escape))
}

fn keep(ctx: &Context, before: Option<Id>, key: Key) {
    let Some(id) = before.filter(|_| ctx.input(|input| input.key_pressed(key))) else { return };
    if ctx.memory(egui::Memory::focused).is_none() {
        ctx.memory_mut(|memory| memory.request_focus(id));
        ctx.data_mut(|data| data.insert_temp(ended(), id));
    }
}

/// The focus goes to the first control of the next pane, or of the one before. A dialog stands in no pane, and what opens
/// beside its opener lies over any: what has the focus behind the one and what has opened the other count. What is open
/// closes.
pub fn go_round(ctx: &Context, forwards: bool) {
    let opener = popover::close(ctx);
    Popup::close_all(ctx);
    let focused = opener.or(ctx.memory(egui::Memory::focused));
    let place = focused.and_then(|id| ctx.read_response(id)).map(|of| of.rect.center());
    let behind = kept(ctx, |kept| kept.behind.filter(|_| kept.had_dialog));
    pane::go_round(ctx, behind.map(|(_, place)| place).or(place), forwards);
}

/// Whether a control has got the focus just now.
pub(in crate::ui) fn has_come_to(control: &Response) -> bool {
    control.has_focus() && kept(&control.ctx, |kept| kept.has_moved)
}

/// Brings what has just got the focus into view, if it is among what has been added.
pub(in crate::ui) fn follow(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
    let Some(response) = focused.filter(has_come_to) else { return };
    if response.layer_id == ui.layer_id() && ui.min_rect().contains_rect(response.rect) {
        ui.scroll_to_rect(response.rect.expand(24.0), None);
    }
}

/// A command has been given by keys with these modifiers, which nobody else hears of: Alt was not pressed for the menu, in
/// whatever order the keys are let go.
pub(in crate::ui) fn command_given(ctx: &Context, modifiers: egui::Modifiers) {
    if modifiers.alt {
        kept(ctx, |kept| kept.alt_used = true);
    }
}

/// Opens or closes the menu of a button if Alt asks for it.
pub(in crate::ui) fn open_by_alt(button: &Response) {
    if kept(&button.ctx, |kept| std::mem::take(&mut kept.menu)) {
        button.request_focus();
        Popup::toggle_id(&button.ctx, Popup::default_response_id(button));
        button.ctx.request_repaint();
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

//! A small window beside what opens it: a sentence, a phrase. The focus goes in, Tab stays in it, and Escape or a click
//! elsewhere closes it and gives the focus back. Only one is open at a time.

use egui::accesskit::HasPopup;
use egui::{Context, FocusDirection, Frame, Id, Key, LayerId, Modifiers, Order, Popup, PopupCloseBehavior};
use egui::{Response, ScrollArea, Ui};

/// What is kept from one frame to the next.
#[derive(Clone, Copy, Default)]
struct PopoverMemory {
    /// What has opened the one that is open.
    opener: Option<Id>,
    /// Whether its first control is to get the focus.
    enters: bool,
    /// What had the focus in it.
    focused: Option<Id>,
    /// The pass in which it was laid out last.
    shown: u64,
}

fn kept<R>(ctx: &Context, take: impl FnOnce(&mut PopoverMemory) -> R) -> R {
    ctx.data_mut(|data| take(data.get_temp_mut_or_default(Id::unique("popover"))))
}

/// The least distance between its edges and those of the window, above and below together, in points.
const MARGIN: f32 = 48.0;

/// A popover of this name and width in points, which a click on its opener opens and closes. Says what it has given, if it
/// is open.
pub(in crate::ui) fn popover<R>(
    opener: &Response,
    name: &str,
    width: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let ctx = &opener.ctx;
    let was_open = kept(ctx, |kept| kept.opener == Some(opener.id));
    let is_open = was_open != opener.clicked();
    if opener.clicked() {
        kept(ctx, |kept| {
            *kept = PopoverMemory { opener: is_open.then_some(opener.id), enters: is_open, ..PopoverMemory::default() }
        });
    }
    ctx.accesskit_node_builder(opener.id, |node| {
        node.set_has_popup(HasPopup::Dialog);
        node.set_expanded(is_open);
    });
    if !is_open {
        return None;
    }
    // A list or a calendar that is open within closes first.
    let is_nested = Popup::is_any_open(ctx);
    let id = opener.id.with("popover");
    let layer = LayerId::new(Order::Foreground, id);
    let popup = Popup::new(id, ctx.clone(), opener, opener.layer_id).open(true).accessible_name(name);
    let popup = popup.close_behavior(PopupCloseBehavior::IgnoreClicks).gap(3.0);
    let popup = popup.frame(Frame::popup(&ctx.style_of(ctx.theme())).inner_margin(10.0));
    let room = ctx.content_rect().size() - egui::vec2(24.0, MARGIN);
    let shown = popup.show(|ui| {
        ui.set_width(width.min(room.x));
        // It takes as much height as there is, whatever it had before something in it was unfolded.
        let scroll = ScrollArea::vertical().max_height(room.y).min_scrolled_height(room.y);
        let inner = scroll.auto_shrink([false, true]).show(ui, |ui| keep_focus(ui, layer, opener.id, add));
        inner.inner
    })?;
    let escapes = !is_nested && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let is_left = was_open && !is_nested && shown.response.clicked_elsewhere();
    let is_behind = ctx.memory(|memory| !memory.is_above_modal_layer(layer));
    if escapes || is_left || is_behind {
        kept(ctx, |kept| *kept = PopoverMemory::default());
        let elsewhere = ctx.memory(egui::Memory::focused).filter(|id| !is_within(ctx, *id, layer));
        if escapes || (is_left && elsewhere.is_none()) {
            opener.request_focus();
        }
        ctx.request_repaint();
    }
    Some(shown.inner)
}

/// Whether one is open.
pub(super) fn is_open(ctx: &Context) -> bool {
    kept(ctx, |kept| kept.opener.is_some())
}

/// After everything is shown: one whose opener is gone, as another view stands there, is open no more.
pub(super) fn finish(ctx: &Context) {
    let pass = ctx.cumulative_pass_nr();
    kept(ctx, |kept| {
        if kept.shown != pass {
            *kept = PopoverMemory::default();
        }
    });
}

/// The first control of the one that is open gets the focus, as what had it there is gone. Says whether one is open.
pub(super) fn enter_again(ctx: &Context) -> bool {
    kept(ctx, |kept| {
        kept.enters |= kept.opener.is_some();
        kept.opener.is_some()
    })
}

/// Closes the one that is open. Says what had opened it.
pub(super) fn close(ctx: &Context) -> Option<Id> {
    kept(ctx, std::mem::take).opener
}

/// Whether a widget stands in a layer.
fn is_within(ctx: &Context, id: Id, layer: LayerId) -> bool {
    ctx.read_response(id).is_some_and(|response| response.layer_id == layer)
}

/// Adds what is in it between two ends that Tab never leaves, and brings what gets the focus into view.
fn keep_focus<R>(ui: &mut Ui, layer: LayerId, opener: Id, add: impl FnOnce(&mut Ui) -> R) -> R {
    let ctx = ui.ctx().clone();
    let [first, last] = ["first", "last"].map(|end| layer.id.with(end));
    let leave = |id: Id| ctx.memory_mut(|memory| memory.has_focus(id).then(|| memory.surrender_focus(id))).is_some();
    let goes_back = leave(first);
    ctx.memory_mut(|memory| memory.interested_in_focus(first, layer));
    // Asked for before what is kept is locked.
    let (pass, is_visible) = (ctx.cumulative_pass_nr(), ui.is_visible());
    let enters = kept(&ctx, |kept| {
        kept.shown = pass;
        is_visible && std::mem::take(&mut kept.enters)
    });
    if enters {
        ctx.memory_mut(|memory| {
            memory.focused().into_iter().for_each(|id| memory.surrender_focus(id));
            // The toolkit gives the focus to whatever comes next.
            memory.move_focus(FocusDirection::Next);
        });
    }
    let inner = add(ui);
    if goes_back {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    }
    ctx.memory_mut(|memory| memory.interested_in_focus(last, layer));
    if leave(last) {
        if enters {
            // There is nothing in it to act on.
            ctx.memory_mut(|memory| memory.request_focus(opener));
        } else {
            kept(&ctx, |kept| kept.enters = true);
            ctx.request_repaint();
        }
    }
    let focused = ctx.memory(egui::Memory::focused);
    if kept(&ctx, |kept| std::mem::replace(&mut kept.focused, focused)) != focused
        && let Some(response) = focused.and_then(|id| ctx.read_response(id)).filter(|one| one.layer_id == layer)
    {
        ui.scroll_to_rect(response.rect.expand(16.0), None);
    }
    inner
}

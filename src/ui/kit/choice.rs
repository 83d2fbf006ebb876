//! One of several, and yes or no.

use super::field::{Field, row};
use super::focus;
use super::small::{self, caption};
use egui::accesskit::Role;
use egui::{Checkbox, ComboBox, CursorIcon, Event, EventFilter, Key, Label, Response, RichText, Sense, Ui, UiBuilder};

/// One of several named values.
pub(in crate::ui) fn choice<T: PartialEq>(
    ui: &mut Ui,
    field: Field<'_>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    row(ui, field, |ui| choice_box(ui, field, value, values, name))
}

/// The box of one of several named values, without a name that can be seen. Its list opens on the present value; closed,
/// Up and Down change the value; open or closed, typing finds one.
pub(in crate::ui) fn choice_box<T: PartialEq>(
    ui: &mut Ui,
    field: Field<'_>,
    value: &T,
    values: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) -> Option<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    let names: Vec<String> = values.iter().map(&name).collect();
    let at = values.iter().position(|one| one == value);
    let spoken = format!("{}: {}", field.name, name(value));
    let field = field.named(&spoken);
    let mut items: Vec<Response> = Vec::new();
    let mut clicked = None;
    let width = ui.available_width().min(230.0);
    let combo = ComboBox::from_id_salt("list").width(width).selected_text(name(value)).truncate();
    let items_ui = |ui: &mut Ui| {
        for (position, name) in names.iter().enumerate() {
            let item = ui.selectable_label(Some(position) == at, name);
            if item.clicked() {
                clicked = Some(position);
                // By keyboard, too, a choice ends the choosing.
                ui.close();
            }
            items.push(item);
        }
    };
    let response = field.add(ui, |ui| combo.show_ui(ui, items_ui).response);
    let is_open = !items.is_empty();
    let was_open = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(field.id()), is_open));
    let found = found(ui, field, is_open || response.has_focus(), &names);
    if let Some(item) = found.or(at.filter(|_| !was_open)).and_then(|position| items.get(position)) {
        focus::give(item);
        item.scroll_to_me(None);
    }
    let is_left = was_open && !is_open && ui.memory(egui::Memory::focused).is_none();
    if clicked.is_some() || is_left || (was_open && ui.input(|input| input.key_pressed(Key::Escape))) {
        focus::give(&response);
    }
    let stepped = if is_open || was_open { None } else { found.or_else(|| stepped(ui, &response, at?, names.len())) };
    clicked.or(stepped).filter(|chosen| Some(*chosen) != at).map(|chosen| values.swap_remove(chosen))
}

/// Where Up, Down, Home and End lead in a closed box that has the focus.
fn stepped(ui: &Ui, response: &Response, at: usize, count: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    match () {
        () if pressed(Key::ArrowDown) => Some((at + 1).min(count.saturating_sub(1))),
        () if pressed(Key::ArrowUp) => Some(at.saturating_sub(1)),
        () if pressed(Key::Home) => Some(0),
        () if pressed(Key::End) => count.checked_sub(1),
        () => None,
    }
}

/// How long in seconds what is typed belongs together.
const TOGETHER: f64 = 1.0;

/// The first name that begins as is typed, if something was typed just now.
fn found(ui: &Ui, field: Field<'_>, is_heard: bool, names: &[String]) -> Option<usize> {
    let typed: String = ui.input(|input| {
        let text = |event: &Event| if let Event::Text(text) = event { Some(text.to_lowercase()) } else { None };
        input.events.iter().filter_map(text).filter(|_| is_heard).collect()
    });
    if typed.is_empty() {
        return None;
    }
    let now = ui.input(|input| input.time);
    let begun = ui.data_mut(|data| {
        let (begun, last) = data.get_temp_mut_or_default::<(String, f64)>(field.id().with("typed"));
        if now - *last > TOGETHER {
            begun.clear();
        }
        begun.push_str(&typed);
        *last = now;
        begun.trim_start().to_owned()
    });
    names.iter().position(|name| !begun.is_empty() && name.to_lowercase().starts_with(&begun))
}

/// Choices of which one holds, below what they are about.
pub(in crate::ui) fn radios(ui: &mut Ui, about: &str, add: impl FnOnce(&mut Ui)) {
    caption(ui, about);
    let group = UiBuilder::new().accessibility_role(Role::RadioGroup).accessibility_label(about);
    ui.scope_builder(group, add);
}

/// One of a few values that are all in sight. Enter is left to the dialog.
pub(in crate::ui) fn radio<T: PartialEq>(ui: &mut Ui, value: &mut T, own: T, name: &str) {
    let radio = ui.radio(*value == own, name);
    focus::go_in(&radio);
    focus::leave_enter(&radio);
    if radio.clicked() {
        *value = own;
    }
}

/// Yes or no.
pub(in crate::ui) fn check(ui: &mut Ui, label: &str, value: bool) -> Option<bool> {
    let mut on = value;
    ui.checkbox(&mut on, label).changed().then_some(on)
}

/// Yes or no to a longer text, which stands beside the box from its first line on and is its name. Either may be pressed to say
/// yes. A note may stand below it.
pub(in crate::ui) fn tick(
    ui: &mut Ui,
    on: &mut bool,
    (name, text, note): (&str, RichText, Option<&str>),
    about: &str,
) -> Response {
    ui.horizontal_top(|ui| {
        let mut response = ui.add(Checkbox::without_text(on)).accessible_name(name);
        ui.vertical(|ui| {
            // The first line beside the middle of the box.
            ui.add_space(2.0);
            // Painted, and no text of its own: a screen reader hears it once.
            let (at, galley, label) = Label::new(text).wrap().selectable(false).sense(Sense::CLICK).layout_in_ui(ui);
            ui.painter().galley(at, galley, ui.visuals().text_color());
            // A stray click on a long text takes nothing back: that is for the box.
            if label.clicked() && !*on {
                *on = true;
                response.mark_changed();
            }
            label.on_hover_text(about).on_hover_cursor(CursorIcon::PointingHand);
            note.into_iter().for_each(|said| small::note(ui, said));
        });
        response.on_hover_text(about)
    })
    .inner
}

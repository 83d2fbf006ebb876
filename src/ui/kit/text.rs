//! Texts, and figures and days that are kept as text.

use super::field::{Field, row};
use super::typing::Typing;
use crate::document::limits;
use crate::locale;
use crate::ui::theme::Palette;
use crate::units::parse_date;
use crate::wording;
use egui::text::CCursorRange;
use egui::{Align2, Key, Modifiers, Response, RichText, TextEdit, Ui, WidgetText};
use jiff::ToSpan as _;
use rust_decimal::Decimal;

/// One line of text.
pub(in crate::ui) fn text(ui: &mut Ui, field: Field<'_>, value: &str, hint: &str) -> Option<String> {
    row(ui, field, |ui| {
        let mut text = value.to_owned();
        let edit = field.line(&mut text).desired_width(f32::INFINITY).char_limit(limits::NAME);
        let response = field.add(ui, |ui| ui.add(edit.hint_text(WidgetText::from(hint))));
        let is_changed = response.changed();
        select_on_coming(&response, &text);
        is_changed.then_some(text)
    })
}

/// How a value that is kept as text in plain notation is shown to people, and read from them. What cannot be read stays as
/// it is typed.
pub(in crate::ui) struct Notation {
    shown: fn(&str) -> String,
    plain: fn(&str) -> String,
    align: Align2,
    /// The value so many steps on, if it goes in steps.
    step: fn(&str, i64) -> Option<String>,
}

/// An amount or a percentage, as the country writes it.
pub(in crate::ui) const AMOUNT: Notation = Notation {
    shown: |plain| locale::current().pack.to_typed(plain),
    plain: |typed| locale::current().pack.to_plain(typed),
    align: Align2::RIGHT_CENTER,
    step: |plain, steps| {
        let amount = plain.trim().parse::<Decimal>().ok()?.checked_add(steps.into())?;
        Some(amount.max(Decimal::ZERO).to_string())
    },
};

/// A day.
pub(in crate::ui) const DAY: Notation = Notation {
    shown: |plain| parse_date(plain).map_or_else(|_| plain.to_owned(), wording::date),
    plain: |typed| locale::current().pack.read_date(typed).map_or_else(|| typed.to_owned(), |day| day.to_string()),
    align: Align2::LEFT_CENTER,
    step: |plain, steps| Some(parse_date(plain).ok()?.checked_add(steps.days()).ok()?.to_string()),
};

/// The box of a value in a notation, without a name that can be seen; and the value if it was changed. Up and Down change
/// it, Page Up and Page Down by ten.
pub(in crate::ui) fn notation_box(
    ui: &mut Ui,
    field: Field<'_>,
    value: &str,
    notation: &Notation,
    (hint, width): (&str, f32),
) -> (Response, Option<String>) {
    let mut typing = Typing::new(ui, field.id(), &value.to_owned(), |plain| (notation.shown)(plain));
    let edit = field.line(&mut typing.text).desired_width(width).char_limit(limits::AMOUNT);
    let edit = edit.align(notation.align).hint_text(WidgetText::from(hint));
    let steps = steps(ui, field);
    let response = field.add(ui, |ui| ui.add(edit));
    select_on_coming(&response, &typing.text);
    let plain = response.changed().then(|| (notation.plain)(&typing.text));
    let stepped = (steps != 0).then(|| (notation.step)(value, steps)).flatten();
    if stepped.is_some() {
        typing.forget::<String>(ui);
        return (response, stepped);
    }
    match &plain {
        Some(plain) => typing.keep(ui, plain.clone()),
        None if response.has_focus() => {}
        None => typing.forget::<String>(ui),
    }
    (response, plain)
}

/// Whoever comes to a line of text by keyboard, or has it opened, has all of it selected: what is typed takes its place.
pub(super) fn select_on_coming(line: &Response, text: &str) {
    // What was typed or clicked in the same frame has found its place already.
    let is_at_work = line.changed() || line.clicked() || line.is_pointer_button_down_on();
    if line.gained_focus() && !is_at_work {
        let mut state = TextEdit::load_state(&line.ctx, line.id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::select_all_str(text)));
        state.store(&line.ctx, line.id);
    }
}

/// How often Up was pressed in a field, and Down less; Page Up and Page Down count ten times.
pub(super) fn steps(ui: &Ui, field: Field<'_>) -> i64 {
    if !field.has_focus(ui) {
        return 0;
    }
    let count = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
    let [up, down, page_up, page_down] =
        [Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown].map(|key| i64::try_from(count(key)).unwrap_or(0));
    up - down + 10 * (page_up - page_down)
}

/// An amount or a percentage with its unit behind.
pub(in crate::ui) fn amount(ui: &mut Ui, field: Field<'_>, value: &str, hint: &str, unit: &str) -> Option<String> {
    row(ui, field, |ui| {
        let (_, typed) = notation_box(ui, field, value, &AMOUNT, (hint, 84.0));
        ui.label(RichText::new(unit).color(Palette::of(ui).text_weak));
        typed
    })
}

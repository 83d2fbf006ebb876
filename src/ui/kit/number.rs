//! Numbers that are dragged, stepped with the arrow keys, or typed.

use super::field::{Field, frame_wrong, row_saying, speak_wrong};
use super::focus;
use super::typing::Typing;
use crate::locale;
use crate::wording;
use egui::{DragValue, Event, Id, Key, Modifiers, Slider, Ui};
use std::cell::RefCell;
use std::ops::RangeInclusive;

/// The numbers that a field takes.
pub(in crate::ui) struct Numbers<'a> {
    range: RangeInclusive<u32>,
    /// How many of its digits stand behind the decimal point.
    decimals: i32,
    /// Whether all of these are written, also where they are noughts.
    is_padded: bool,
    /// How far a key goes, as the number is kept.
    step: u32,
    unit: &'a str,
}

impl<'a> Numbers<'a> {
    /// Whole numbers, with what is written behind them.
    pub(in crate::ui) fn whole(range: RangeInclusive<u32>, unit: &'a str) -> Self {
        Self { range, decimals: 0, is_padded: true, step: 1, unit }
    }

    /// Numbers that are kept in hundredths, with what is written behind them.
    pub(in crate::ui) fn hundredths(range: RangeInclusive<u32>, unit: &'a str) -> Self {
        Self { range, decimals: 2, is_padded: true, step: 1, unit }
    }

    /// Numbers of units, kept in hundredths: a key goes for half a unit.
    pub(in crate::ui) fn units(range: RangeInclusive<u32>) -> Self {
        Self { range, decimals: 2, is_padded: false, step: 50, unit: "" }
    }

    /// The number as it is written.
    fn counted(&self, kept: u32) -> f64 {
        f64::from(kept) / self.scale()
    }

    /// The nearest number of the range.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast keeps to the type's range")]
    fn kept(&self, counted: f64) -> u32 {
        ((counted * self.scale()).round() as u32).clamp(*self.range.start(), *self.range.end())
    }

    fn scale(&self) -> f64 {
        10_f64.powi(self.decimals)
    }

    fn shown(&self, kept: u32) -> String {
        match usize::try_from(self.decimals) {
            Ok(_) if !self.is_padded => locale::current().pack.number(&self.counted(kept).to_string()),
            Ok(decimals @ 1..) => locale::current().pack.number(&format!("{:.decimals$}", self.counted(kept))),
            _ => kept.to_string(),
        }
    }

    /// The number that a text stands for, or what is wrong with it.
    fn read(&self, text: &str) -> Result<u32, String> {
        let pack = locale::current().pack;
        let plain = pack.plain_number(text.trim()).unwrap_or_else(|| pack.to_plain(text));
        let number: Option<f64> = plain.trim().parse().ok();
        let exact = |number: &f64| (self.counted(self.kept(*number)) - number).abs() < 1e-9;
        let limits = (self.range.clone(), self.decimals.unsigned_abs());
        let read = number.filter(exact).map(|number| self.kept(number));
        read.ok_or_else(|| wording::not_a_number(text, Some(&limits)))
    }

    /// How many steps a drag goes for a point: the whole range within reach of a hand.
    fn drag(&self) -> f64 {
        let steps = f64::from(self.range.end() - self.range.start()) / 400.0;
        if self.decimals == 0 { steps.clamp(0.05, 1.0) } else { 1.0 }
    }
}

/// A number that can be dragged or typed.
pub(in crate::ui) fn number(ui: &mut Ui, field: Field<'_>, value: u32, numbers: &Numbers<'_>) -> Option<u32> {
    row_saying(ui, field, |ui| boxed(ui, field, value, numbers))
}

/// The box of a number, without a name that can be seen; what is wrong is framed and spoken.
pub(in crate::ui) fn number_box(ui: &mut Ui, field: Field<'_>, value: u32, numbers: &Numbers<'_>) -> Option<u32> {
    boxed(ui, field, value, numbers).0
}

/// A number on a slider, with its box behind.
pub(in crate::ui) fn slider(ui: &mut Ui, field: Field<'_>, value: u32, numbers: &Numbers<'_>) -> Option<u32> {
    row_saying(ui, field, |ui| {
        let mut slid = value;
        let slider = Slider::new(&mut slid, numbers.range.clone()).show_value(false);
        let moved = field.part("slider").add(ui, |ui| ui.add(slider)).changed();
        let (typed, error) = boxed(ui, field, value, numbers);
        (typed.or(moved.then_some(slid)), error)
    })
}

/// The number if it was changed, and what is wrong with what was typed once the field is left. What is no number, or is
/// out of range, stays as typed until it is one, or until the value changes from elsewhere.
fn boxed(ui: &mut Ui, field: Field<'_>, value: u32, numbers: &Numbers<'_>) -> (Option<u32>, Option<String>) {
    let unread = field.unread().map(str::to_owned);
    let of = (value, unread.clone());
    let shown = |(value, unread): &(u32, Option<String>)| unread.clone().unwrap_or_else(|| numbers.shown(*value));
    let mut typing = Typing::new(ui, field.id(), &of, shown);
    let before = numbers.counted(value);
    let (mut number, typed) = (before, RefCell::new(None));
    let mut error = numbers.read(&typing.text).err();
    let response = field.add(ui, |ui| {
        // The first widget of the field's own scope.
        let id = ui.next_auto_id();
        leap(ui, id);
        error = error.take().filter(|_| !focus::is_typed_in(ui.ctx(), id));
        if error.is_some() {
            frame_wrong(ui);
        }
        let range = numbers.counted(*numbers.range.start())..=numbers.counted(*numbers.range.end());
        // A key is a whole step; a drag goes through the whole range.
        let steps = if ui.ctx().is_being_dragged(id) { numbers.drag() } else { f64::from(numbers.step) };
        let widget = DragValue::new(&mut number).range(range).speed(steps / numbers.scale()).suffix(numbers.unit);
        // Each is kept to its last decimal, however far a step goes.
        let widget = widget.fixed_decimals(usize::try_from(numbers.decimals).unwrap_or_default());
        let text = &typing.text;
        let shown =
            |now: f64| if now.to_bits() == before.to_bits() { text.clone() } else { numbers.shown(numbers.kept(now)) };
        let widget = widget.clamp_existing_to_range(false).custom_formatter(|now, _| shown(now));
        ui.add(widget.custom_parser(|text| {
            typed.replace(Some(text.to_owned()));
            numbers.read(text).ok().map(|read| numbers.counted(read))
        }))
    });
    if let Some(error) = &error {
        speak_wrong(&response, error);
    }
    let now = if response.changed() { numbers.kept(number) } else { value };
    let mut is_mended = unread.is_some() && response.changed();
    match typed.take() {
        Some(text) => {
            let is_read = numbers.read(&text).is_ok();
            is_mended |= unread.is_some() && is_read;
            let unread = (!is_read && field.leave(&text)).then(|| text.clone());
            typing.text = text;
            typing.keep(ui, (now, unread));
        }
        None if response.changed() || (error.is_none() && !response.has_focus()) => {
            typing.forget::<(u32, Option<String>)>(ui);
        }
        None => {}
    }
    (Some(now).filter(|now| *now != value || is_mended), error)
}

/// Page Up and Page Down are ten times Up and Down for what has the focus.
fn leap(ui: &Ui, id: Id) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    for (key, step) in [(Key::PageUp, Key::ArrowUp), (Key::PageDown, Key::ArrowDown)] {
        ui.input_mut(|input| {
            let steps = 10 * input.count_and_consume_key(Modifiers::NONE, key);
            let event =
                Event::Key { key: step, physical_key: None, pressed: true, repeat: true, modifiers: Modifiers::NONE };
            input.events.extend(std::iter::repeat_n(event, steps));
        });
    }
}

//! A day: typed as people write it, or chosen on a calendar.

use super::calendar::calendar;
use super::field::{Field, row, wrong};
use super::text::steps;
use super::typing::Typing;
use crate::document::limits;
use crate::locale;
use crate::units::Date;
use crate::wording;
use egui::Ui;
use jiff::ToSpan as _;

/// A day with its name.
pub(in crate::ui) fn date(ui: &mut Ui, field: Field<'_>, value: Date) -> Option<Date> {
    row(ui, field, |ui| date_box(ui, field, value))
}

/// The box of a day, without a name that can be seen. Up and Down go by a day, Page Up and Page Down by ten. What is no day stays as typed until it is one, or until the day
/// changes from elsewhere; it is marked once the field is left.
pub(in crate::ui) fn date_box(ui: &mut Ui, field: Field<'_>, value: Date) -> Option<Date> {
    let unread = field.unread().map(str::to_owned);
    let of = (value, unread.clone());
    let mut typing = Typing::new(ui, field.id(), &of, |(day, unread)| unread.clone().unwrap_or(wording::date(*day)));
    let error =
        read(&typing.text).is_none().then(|| wording::not_a_date(&typing.text)).filter(|_| !field.is_typed_in(ui));
    let steps = steps(ui, field);
    let shown = ui.vertical(|ui| {
        let boxes = ui.horizontal(|ui| {
            let width = if typing.text.chars().count() > 11 { 112.0 } else { 98.0 };
            let edit = field.line(&mut typing.text).desired_width(width).char_limit(limits::AMOUNT);
            let response = field.wrong(error.as_deref()).add(ui, |ui| ui.add(edit));
            (response, calendar(ui, field, value))
        });
        wrong(ui, error.as_deref());
        boxes.inner
    });
    let (response, chosen) = shown.inner;
    let read = read(&typing.text);
    if steps != 0 {
        typing.forget::<(Date, Option<String>)>(ui);
        return value.checked_add(steps.days()).ok().filter(|day| limits::YEARS.contains(&day.year()));
    }
    if response.changed() {
        let unread = (read.is_none() && field.leave(&typing.text)).then(|| typing.text.clone());
        typing.keep(ui, (read.unwrap_or(value), unread));
    } else if read.is_some() && !response.has_focus() {
        typing.forget::<(Date, Option<String>)>(ui);
    }
    read.filter(|date| response.changed() && (*date != value || unread.is_some())).or(chosen)
}

/// A day as this country writes it.
fn read(text: &str) -> Option<Date> {
    locale::current().pack.read_date(text)
}

//! A day: typed as people write it, or chosen on a calendar.

use super::calendar::{ANY_DAY, calendar};
use super::field::{Field, row, wrong};
use super::text::{select_on_coming, steps};
use super::typing::Typing;
use crate::document::limits;
use crate::locale;
use crate::units::Date;
use crate::wording;
use egui::Ui;
use jiff::ToSpan as _;
use std::ops::RangeInclusive;

/// The days that a field takes, and what is said of another one that is typed.
pub(in crate::ui) struct Days<'a> {
    pub(in crate::ui) range: RangeInclusive<Date>,
    pub(in crate::ui) outside: &'a dyn Fn(&str) -> String,
}

impl Days<'_> {
    /// Every day.
    const ANY: Self = Self { range: ANY_DAY, outside: &wording::not_a_date };

    /// The day that a text stands for as this country writes it, or what is wrong with it.
    fn read(&self, text: &str) -> Result<Date, String> {
        let day = locale::current().pack.read_date(text).ok_or_else(|| wording::not_a_date(text))?;
        if self.range.contains(&day) { Ok(day) } else { Err((self.outside)(text)) }
    }
}

/// A day with its name.
pub(in crate::ui) fn date(ui: &mut Ui, field: Field<'_>, value: Date) -> Option<Date> {
    date_of(ui, field, value, &Days::ANY)
}

/// One of these days, with its name.
pub(in crate::ui) fn date_of(ui: &mut Ui, field: Field<'_>, value: Date, days: &Days<'_>) -> Option<Date> {
    // What the document says to be wrong stands below the row.
    let is_said = field.what_is_wrong().is_some();
    row(ui, field, |ui| boxed(ui, field, value, days, is_said))
}

/// Whether what stands in the field of a day with this value is a day.
pub(in crate::ui) fn is_day(ui: &Ui, field: Field<'_>, value: Date) -> bool {
    let of = (value, field.unread().map(str::to_owned));
    let typing = Typing::new(ui, field.id(), &of, |(day, _)| wording::date(*day));
    Days::ANY.read(&typing.text).is_ok()
}

/// The box of a day, without a name that can be seen.
pub(in crate::ui) fn date_box(ui: &mut Ui, field: Field<'_>, value: Date) -> Option<Date> {
    boxed(ui, field, value, &Days::ANY, false)
}

/// Up and Down go by a day, Page Up and Page Down by ten. What is none of the days stays as typed until it is one, or until
/// the day changes from elsewhere; it is marked once the field is left.
fn boxed(ui: &mut Ui, field: Field<'_>, value: Date, days: &Days<'_>, is_said: bool) -> Option<Date> {
    let unread = field.unread().map(str::to_owned);
    let of = (value, unread.clone());
    let mut typing = Typing::new(ui, field.id(), &of, |(day, unread)| unread.clone().unwrap_or(wording::date(*day)));
    let error = days.read(&typing.text).err().filter(|_| !field.is_typed_in(ui));
    let steps = steps(ui, field);
    let shown = ui.vertical(|ui| {
        let boxes = ui.horizontal(|ui| {
            let width = if typing.text.chars().count() > 11 { 112.0 } else { 98.0 };
            let edit = field.line(&mut typing.text).desired_width(width).char_limit(limits::AMOUNT);
            let response = field.wrong(error.as_deref()).add(ui, |ui| ui.add(edit));
            select_on_coming(&response, &typing.text);
            (response, calendar(ui, field, value, &days.range))
        });
        wrong(ui, error.as_deref().filter(|_| !is_said));
        boxes.inner
    });
    let (response, chosen) = shown.inner;
    let read = days.read(&typing.text).ok();
    if steps != 0 {
        typing.forget::<(Date, Option<String>)>(ui);
        return value.checked_add(steps.days()).ok().filter(|day| days.range.contains(day));
    }
    if response.changed() {
        let unread = (read.is_none() && field.leave(&typing.text)).then(|| typing.text.clone());
        typing.keep(ui, (read.unwrap_or(value), unread));
    } else if read.is_some() && !response.has_focus() {
        typing.forget::<(Date, Option<String>)>(ui);
    }
    read.filter(|date| response.changed() && (*date != value || unread.is_some())).or(chosen)
}

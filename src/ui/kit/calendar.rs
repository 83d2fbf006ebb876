//! A calendar to choose a day on, in the words of the language.

use super::field::Field;
use super::focus;
use crate::document::limits;
use crate::locale::tr;
use crate::ui::theme::{icons, strong};
use crate::units::Date;
use crate::wording;
use egui::{Button, Grid, Layout, Popup, PopupCloseBehavior, Response, RichText, Ui, vec2};
use jiff::civil::date;
use jiff::{Span, ToSpan as _};
use std::ops::RangeInclusive;

/// The size of a day in points.
const DAY: egui::Vec2 = vec2(32.0, 22.0);

/// Every day that a plan can hold.
pub(in crate::ui) const ANY_DAY: RangeInclusive<Date> =
    date(*limits::YEARS.start(), 1, 1)..=date(*limits::YEARS.end(), 12, 31);

/// A button with a calendar below it, of which these days can be chosen; the day if another one was.
pub(in crate::ui) fn calendar(ui: &mut Ui, field: Field<'_>, value: Date, days: &RangeInclusive<Date>) -> Option<Date> {
    let value = value.clamp(*ANY_DAY.start(), *ANY_DAY.end());
    let name = tr!("Calendar: {name}", name = field.name);
    let button = field.part("calendar").named(&name).add(ui, |ui| ui.button(icons::CALENDAR));
    let id = Popup::default_response_id(&button).with("month");
    let popup = Popup::from_toggle_button_response(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    if !popup.is_open() {
        ui.data_mut(|data| data.remove_temp::<Date>(id));
    }
    let shown = popup.show(|ui| {
        let month = ui.data(|data| data.get_temp(id)).unwrap_or(value.first_of_month());
        if let Some(other) = months_ui(ui, month) {
            ui.data_mut(|data| data.insert_temp(id, other));
        }
        days_ui(ui, month, value, days)
    });
    let chosen = shown.and_then(|shown| shown.inner);
    if chosen.is_some() {
        Popup::close_id(ui.ctx(), Popup::default_response_id(&button));
        focus::give(&button);
    }
    chosen.filter(|day| *day != value)
}

/// The month, and the way to others.
fn months_ui(ui: &mut Ui, month: Date) -> Option<Date> {
    let mut wanted = None;
    let mut step = |ui: &mut Ui, text: &str, name: &str, by: Span| {
        let other = month.checked_add(by).ok().filter(|other| limits::YEARS.contains(&other.year()));
        let button = ui.add_enabled(other.is_some(), Button::new(text).min_size(DAY));
        if button.accessible_name(name).on_hover_text(name).clicked() {
            wanted = other;
        }
    };
    ui.horizontal(|ui| {
        step(ui, "«", tr!("Year before"), (-1).years());
        step(ui, "‹", tr!("Month before"), (-1).months());
        let room = 7.0 * DAY.x + 6.0 * 2.0 - 4.0 * (DAY.x + ui.spacing().item_spacing.x);
        ui.allocate_ui_with_layout(vec2(room, DAY.y), Layout::centered_and_justified(egui::Direction::TopDown), |ui| {
            ui.label(strong(wording::month_year(month)));
        });
        step(ui, "›", tr!("Month after"), 1.months());
        step(ui, "»", tr!("Year after"), 1.years());
    });
    wanted
}

/// The days of a month, a week in a row.
fn days_ui(ui: &mut Ui, month: Date, value: Date, days: &RangeInclusive<Date>) -> Option<Date> {
    let before = i64::from(month.weekday().to_monday_zero_offset());
    let weeks = (before + i64::from(month.days_in_month()) + 6) / 7;
    let mut chosen = None;
    Grid::new("days").min_col_width(DAY.x).spacing([2.0, 2.0]).show(ui, |ui| {
        for name in weekdays() {
            ui.vertical_centered(|ui| ui.label(RichText::new(name).weak()));
        }
        ui.end_row();
        for week in 0..weeks {
            for weekday in 0..7 {
                let day = month.checked_add((week * 7 + weekday - before).days()).ok();
                if let Some(day) = day.filter(|day| limits::YEARS.contains(&day.year()))
                    && ui.add_enabled_ui(days.contains(&day), |ui| day_ui(ui, month, day, value)).inner.clicked()
                {
                    chosen = Some(day);
                }
            }
            ui.end_row();
        }
    });
    chosen
}

fn day_ui(ui: &mut Ui, month: Date, day: Date, value: Date) -> Response {
    let text = RichText::new(day.day().to_string());
    let text = if day.month() == month.month() { text } else { text.weak() };
    let button = Button::selectable(day == value, text).min_size(DAY);
    ui.add(button).accessible_name(wording::date(day))
}

fn weekdays() -> [&'static str; 7] {
    [
        tr!(in "weekday", "Mo"),
        tr!(in "weekday", "Tu"),
        tr!(in "weekday", "We"),
        tr!(in "weekday", "Th"),
        tr!(in "weekday", "Fr"),
        tr!(in "weekday", "Sa"),
        tr!(in "weekday", "Su"),
    ]
}

//! What a plan must keep to, besides what may be spent.

use super::days::Days;
use crate::locale::tr;
use crate::search::Question;
use crate::ui::kit::{self, Field, Numbers};
use crate::ui::theme::{Palette, icons};
use egui::{Button, RichText, Ui};

/// The most visits and days unseen that can be asked for.
const MOST: u32 = 999;

/// The fields of the limits.
pub(super) fn limits_ui(ui: &mut Ui, question: &mut Question, days: &Days) {
    let visits = (Field::new("find visits", tr!("Visits at most")), tr!("Limit the visits"));
    number_ui(ui, visits, &mut question.most_visits, 8, &Numbers::whole(0..=MOST, ""));
    let unseen = (Field::new("find unseen", tr!("Days unseen at most")), tr!("Limit the days unseen"));
    number_ui(ui, unseen, &mut question.most_days_unseen, 14, &Numbers::whole(0..=MOST, ""));
    let in_a_row = (Field::new("find in a row", tr!("Unseen in a row at most")), tr!("Limit the days unseen in a row"));
    number_ui(ui, in_a_row, &mut question.most_in_a_row, 5, &Numbers::whole(0..=MOST, ""));
    days.day_ui(ui, Field::new("find earliest", tr!("Begins no earlier")), &mut question.earliest);
    well_on_ui(ui, question, days);
    let own = kit::check(ui, tr!("Only prices of the clinic's own"), question.own_prices);
    question.own_prices = own.unwrap_or(question.own_prices);
    let lines = |most: &usize| match most {
        1 => tr!(in "treatments", "one").to_owned(),
        2 => tr!(in "treatments", "one or two").to_owned(),
        _ => tr!(in "treatments", "one to three").to_owned(),
    };
    let field = Field::new("find treatments", tr!("Treatments in a plan"));
    let chosen = kit::choice(ui, field, &question.most_lines, 1..=Question::MOST_LINES, lines);
    question.most_lines = chosen.unwrap_or(question.most_lines);
    let overlap = tr!("Allow sessions while another heals");
    question.may_overlap = kit::check(ui, overlap, question.may_overlap).unwrap_or(question.may_overlap);
}

/// A number that need not be there: a box to tick, named by what it does, and the number that it begins with.
pub(super) fn number_ui(
    ui: &mut Ui,
    (field, name): (Field<'_>, &str),
    value: &mut Option<u32>,
    begin: u32,
    numbers: &Numbers<'_>,
) {
    kit::row(ui, field, |ui| {
        let mut on = value.is_some();
        if ui.checkbox(&mut on, "").accessible_name(name).changed() {
            *value = on.then_some(begin);
        }
        match value {
            Some(number) => *number = kit::number_box(ui, field, *number, numbers).unwrap_or(*number),
            None => {
                ui.label(RichText::new(tr!(in "limit", "none")).color(Palette::of(ui).text_weak));
            }
        }
    });
}

/// The stretches of days on which nothing may show.
fn well_on_ui(ui: &mut Ui, question: &mut Question, days: &Days) {
    let mut removed = None;
    for (at, (first, last)) in question.well_on.iter_mut().enumerate() {
        days.day_ui(ui, Field::new(("find well from", at), tr!("Nothing to be seen from")), first);
        days.day_ui(ui, Field::new(("find well to", at), tr!("to")), last);
        let text = tr!("Let go of these days");
        let button = Button::new(format!("{} {text}", icons::CLOSE)).frame_when_inactive(false);
        if ui.add(button).accessible_name(text).clicked() {
            removed = Some(at);
        }
        *last = (*last).max(*first);
    }
    if let Some(at) = removed {
        question.well_on.remove(at);
    }
    let text = tr!("Add days free of visible healing");
    let add = Button::new(format!("{} {text}", icons::ADD)).frame_when_inactive(false);
    if question.well_on.len() < MOST_SPANS && ui.add(add).accessible_name(text).clicked() {
        let first = days.horizon.min(USUAL_DAY);
        question.well_on.push((first, first));
    }
}

/// The most stretches of days.
const MOST_SPANS: usize = 12;
/// The day that a stretch begins with, from the plan's first one.
const USUAL_DAY: i32 = 180;

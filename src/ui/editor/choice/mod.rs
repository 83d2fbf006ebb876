//! The option as a choice: what a result is worth, what speaks for which option, what would change it. It recommends
//! nothing.

mod chances;
mod kept;
mod moves;

pub use kept::ChoiceKept;

use super::parts::Content;
use crate::compare::Deciding;
use crate::document::{Edit, Field, Place};
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::ui::theme::{Palette, strong, tokens};
use crate::ui::{Action, View, ViewState, kit};
use crate::units::Money;
use crate::wording;
use egui::{RichText, Slider, Ui};
use std::ops::RangeInclusive;

/// The worths of a year of full improvement that the slider reaches, in units of the currency; any other can be typed.
const WORTHS: RangeInclusive<f64> = 100.0..=100_000.0;

pub(super) fn choice_ui(ui: &mut Ui, content: &Content<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    worth_ui(ui, content.view, &content.evaluation.estimate, actions);
    let Some(deciding) = content.evaluation.comparison.deciding.as_ref() else {
        ui.label(if content.option.projection.is_some() {
            tr!("What each option may come to is being worked out …")
        } else {
            tr!("No result is projected for this concern, so that there is only money to choose by.")
        });
        return;
    };
    standing_ui(ui, content, deciding);
    kit::heading(ui, tr!("Chance of being the best"));
    chances::chances_ui(ui, &content.evaluation.estimate, deciding);
    let kept = state.choice.of(content, deciding);
    moves::turns_ui(ui, content, &kept.turns);
    if let Some(swings) = &kept.swings {
        moves::swings_ui(ui, content, swings);
    }
    ui.add_space(tokens::GAP);
    note_ui(
        ui,
        tr!("A draw is one possible truth, the same for all options, as it may be for one person. This shows what \
        speaks for each option, and recommends none."),
    );
}

fn note_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
}

/// What one year of full improvement is worth to the client: by a slider, or typed.
fn worth_ui(ui: &mut Ui, view: &View<'_>, estimate: &Estimate, actions: &mut Vec<Action>) {
    let place = Place::Plan(Field::Worth);
    let currency = view.draft.currency;
    let name = tr!("A year of full improvement is worth");
    kit::described(ui, view, place, (name, currency.code()), actions);
    #[expect(clippy::cast_precision_loss, reason = "a worth for a slider")]
    let now = estimate.worth.map(|worth| worth.minor() as f64 / 10_f64.powi(currency.decimals().cast_signed()));
    let mut slid = now.unwrap_or(*WORTHS.start()).clamp(*WORTHS.start(), *WORTHS.end());
    kit::if_editable(ui, view, |ui| {
        ui.spacing_mut().slider_width = ui.available_width() - tokens::GAP;
        let slider = Slider::new(&mut slid, WORTHS).logarithmic(true).show_value(false);
        let field = kit::Field::at(view, place, name).part("slider");
        if field.add(ui, |ui| ui.add(slider)).changed() {
            actions.push(Action::Edit(Edit::Set(place, rounded(slid).into())));
        }
        if now.is_some() && ui.link(tr!("Leave open what it is worth")).clicked() {
            actions.push(Action::Edit(Edit::Set(place, String::new().into())));
        }
    });
    if now.is_none() {
        note_ui(ui, tr!("Nobody has said; only spend and result are compared."));
    }
}

/// To two figures, as typed.
fn rounded(worth: f64) -> String {
    let two: f64 = format!("{worth:.1e}").parse().unwrap_or(worth);
    format!("{two:.0}")
}

/// What speaks for the option and against it.
fn standing_ui(ui: &mut Ui, content: &Content<'_>, deciding: &Deciding) {
    let estimate = &content.evaluation.estimate;
    let Some(at) = content.evaluation.position(content.option.id) else { return };
    ui.add_space(tokens::GAP);
    let standing = wording::standing(deciding.standings[at], estimate);
    ui.label(strong(format!("{}: {standing}.", wording::option_mark(content.option))));
    if let Some(chance) = deciding.chance_best(at) {
        let best = tr!("It is the best in {share} of draws.", share = wording::share(chance));
        ui.label(best);
    }
    if let Some(loss) = deciding.expected_loss(at) {
        ui.label(format!("{}.", wording::expected_loss(loss, at, estimate)));
    }
    if let Some(beaten) = content.evaluation.comparison.dominated_by(at) {
        ui.label(format!("{}.", wording::beaten(beaten, estimate)));
    }
}

/// An amount of whole units of the currency.
fn whole(units: f64, estimate: &Estimate) -> Money {
    #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest amount")]
    let units = units.round() as i64;
    Money::from_minor(units.saturating_mul(10_i64.pow(estimate.currency.decimals())))
}

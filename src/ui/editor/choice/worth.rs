//! What one year of full improvement is worth to the client.

use crate::document::{Edit, Field, Place};
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::ui::theme::tokens;
use crate::ui::{Action, View, kit};
use crate::units::Money;
use egui::{Slider, Ui};
use std::ops::RangeInclusive;

/// The worths of a year of full improvement that the slider reaches, in units of the currency; any other can be typed.
pub(super) const WORTHS: RangeInclusive<f64> = 100.0..=100_000.0;

/// What one year of full improvement is worth to the client: by a slider, or typed.
pub(super) fn worth_ui(ui: &mut Ui, view: &View<'_>, estimate: &Estimate, actions: &mut Vec<Action>) {
    let place = Place::Plan(Field::Worth);
    let currency = view.draft.currency;
    let name = tr!("A year of full improvement is worth");
    kit::described(ui, view, place, (name, currency.code()), actions);
    let now = estimate.worth.map(|worth| units(worth, estimate));
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
        kit::note(ui, tr!("Nobody has said; only spend and result are compared."));
    }
}

/// To two figures, as typed.
fn rounded(worth: f64) -> String {
    let two: f64 = format!("{worth:.1e}").parse().unwrap_or(worth);
    format!("{two:.0}")
}

/// An amount in units of the currency, for a place on a scale.
pub(super) fn units(amount: Money, estimate: &Estimate) -> f64 {
    amount.approximate() / 10_f64.powi(estimate.currency.decimals().cast_signed())
}

/// An amount of whole units of the currency.
pub(super) fn whole(units: f64, estimate: &Estimate) -> Money {
    #[expect(clippy::cast_possible_truncation, reason = "casts stop at the largest amount")]
    let units = units.round() as i64;
    Money::from_minor(units.saturating_mul(10_i64.pow(estimate.currency.decimals())))
}

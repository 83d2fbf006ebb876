//! The first step: each option as a card, its cost and visits as sentences.

use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::{tr, trn};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{View, kit, marks};
use crate::units::Currency;
use crate::wording;
use egui::{Frame, Label, Stroke, Ui};

/// The least width of a card that has another one beside it.
const LEAST_CARD: f32 = 280.0;

/// A card for each option, two beside each other where there is room, and last one as wide as both for doing nothing, so
/// that all of four are in sight, and what becomes of the condition without them.
pub(super) fn options_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation) {
    let estimate = &evaluation.estimate;
    let money = (estimate.currency, estimate.year_bounds.len().saturating_sub(1), estimate.unpriced);
    let columns = if ui.available_width() < 2.0 * LEAST_CARD { 1 } else { 2 };
    let (treated, nothing): (Vec<_>, Vec<_>) = estimate.options.iter().partition(|option| option.mark.is_some());
    for beside in treated.chunks(columns) {
        ui.columns(columns, |places| {
            for (ui, option) in places.iter_mut().zip(beside) {
                // Columns would stretch the lines of a text.
                ui.vertical(|ui| card_ui(ui, option, &[Some(cost(option, money)), visits(option)]));
            }
        });
    }
    let untreated = view.draft.concerns().filter_map(|concern| {
        let untreated = wording::text(&view.catalog.prospect(concern)?.untreated.value);
        let name = wording::concern_name(view.catalog, concern);
        // Of several it is said which one is meant.
        Some(if view.draft.further.is_empty() { untreated.to_owned() } else { format!("{name}: {untreated}") })
    });
    let untreated = untreated.collect::<Vec<_>>().join(" ");
    for option in nothing {
        let said = [cost(option, money), untreated.clone()].join(" ");
        card_ui(ui, option, &[Some(said)]);
    }
}

fn card_ui(ui: &mut Ui, option: &OptionEstimate, said: &[Option<String>]) {
    let palette = Palette::of(ui);
    let edge = Stroke::new(1.0, palette.edge);
    let card = Frame::new().fill(palette.card).stroke(edge).corner_radius(tokens::RADIUS).inner_margin(10.0);
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            marks::sample(ui, option.mark);
            kit::headline(ui, &wording::option_title(option), tokens::SIZES[2], 2);
        });
        for said in said.iter().flatten() {
            ui.add(Label::new(said).wrap());
        }
    });
}

/// `About $3,150 over 5 years; it may be between $1,800 and $4,500.`
fn cost(option: &OptionEstimate, (currency, years, unpriced): (Currency, usize, bool)) -> String {
    if unpriced && option.mark.is_some() {
        return wording::missing_prices(currency);
    }
    let total = option.ledger.total;
    let [low, typical, high] = [total.low, total.typical, total.high].map(|amount| wording::money(amount, currency));
    if total.high.minor() == 0 {
        return tr!("It costs nothing.").to_owned();
    }
    if total.low == total.high {
        return trn!(years as u64, "{typical} over a year.", "{typical} over {years} years.", typical, years);
    }
    trn!(
        years as u64,
        "About {typical} over a year; it may be between {low} and {high}.",
        "About {typical} over {years} years; it may be between {low} and {high}.",
        typical,
        years,
        low,
        high,
    )
}

/// `9 visits. On 8 to 24 days one may not want to be seen.`
fn visits(option: &OptionEstimate) -> Option<String> {
    let visits = option.visits;
    if visits == 0 {
        return None;
    }
    let visits = trn!(u64::from(visits), "One visit.", "{visits} visits.", visits);
    let (least, most) = option.downtime_days;
    if most == 0 {
        return Some(visits);
    }
    let days = wording::day_range(least, most);
    let unseen = tr!("On {days} you may not want to be seen.", days);
    Some(format!("{visits} {unseen}"))
}

//! The last step: one picture of the cost, the first twelve months apart from what comes later.

use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::{Palette, strong, tokens};
use crate::ui::{kit, marks};
use crate::units::{Currency, Date, Money};
use crate::wording;
use egui::{Color32, Label, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

/// The height of a bar in points.
const BAR: f32 = 26.0;

/// A bar for each option on one scale: the first twelve months full, later pale.
pub(super) fn cost_ui(ui: &mut Ui, evaluation: &Evaluation, today: Date) {
    let begun = Some(evaluation.plan.start).filter(|start| *start < today);
    let estimate = &evaluation.estimate;
    if estimate.unpriced {
        ui.label(wording::missing_prices(estimate.currency));
        return;
    }
    let most = estimate.options.iter().map(|option| option.ledger.total.typical).max().unwrap_or_default();
    legend_ui(ui, begun);
    for option in &estimate.options {
        ui.add_space(tokens::GROUP_GAP);
        option_ui(ui, option, (estimate.currency, most), begun.is_some());
    }
}

fn legend_ui(ui: &mut Ui, begun: Option<Date>) {
    let first = match begun {
        Some(day) => tr!("the first 12 months, from {day}", day = wording::date(day)),
        None => tr!("the next 12 months").to_owned(),
    };
    let color = Palette::of(ui).text;
    ui.horizontal_wrapped(|ui| {
        for (text, is_later) in [(first.as_str(), false), (tr!("later"), true)] {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, tokens::SIZES[1]), Sense::hover());
            part(ui, rect, color, is_later);
            ui.label(text);
            ui.add_space(12.0);
        }
    });
}

fn option_ui(ui: &mut Ui, option: &OptionEstimate, (currency, most): (Currency, Money), has_begun: bool) {
    let ledger = &option.ledger;
    let (soon, later) = (ledger.first_year().typical, ledger.later().typical);
    ui.horizontal(|ui| {
        marks::sample(ui, option.mark);
        kit::headline(ui, &wording::option_title(option), tokens::SIZES[2], 2);
    });
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, BAR), Sense::hover());
    let color = Palette::of(ui).option(option.mark).color;
    let right = |amount: Money| rect.left() + width * share(amount, most);
    let middle = right(soon);
    part(ui, rect.with_max_x(middle), color, false);
    let end = middle + width * share(later, most);
    part(ui, Rect::from_min_max(pos2(middle, rect.top()), pos2(end, rect.bottom())), color, true);
    let [soon, later] = [soon, later].map(|amount| wording::money(amount, currency));
    let text = if has_begun {
        tr!("{soon} in the first 12 months, {later} later", soon, later)
    } else {
        tr!("{soon} in the next 12 months, {later} later", soon, later)
    };
    ui.add(Label::new(strong(text)).wrap());
}

/// A part of a bar: full, or pale with an edge.
fn part(ui: &Ui, rect: Rect, color: Color32, is_later: bool) {
    if rect.width() < 0.5 {
        return;
    }
    let fill = if is_later { color.gamma_multiply(0.22) } else { color };
    ui.painter().rect(rect, 2.0, fill, Stroke::new(1.0, color), StrokeKind::Inside);
}

/// Which part of the longest bar an amount takes.
#[expect(clippy::cast_possible_truncation, reason = "the length of a bar on screen")]
fn share(amount: Money, most: Money) -> f32 {
    if most.minor() == 0 { 0.0 } else { (amount.approximate() / most.approximate()) as f32 }
}

//! The third step: of a hundred people how many each option helps, and for how long.

use crate::compare::{Measure, MeasureId, Value};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::beyond_evidence;
use crate::ui::marks;
use crate::ui::theme::{Palette, strong, tokens};
use crate::wording;
use egui::{Sense, Ui, pos2, vec2};

/// The distance from person to person in points.
const STEP: f32 = 6.5;
/// How many people stand above each other, and how many columns of them there are.
const CROWD: (u16, u16) = (5, 20);
/// The least width of an option that has another one beside it.
const LEAST: f32 = 230.0;

/// A hundred people for each option, the same hundred for all, with their number written.
pub(super) fn hundred_ui(ui: &mut Ui, evaluation: &Evaluation) {
    let (estimate, comparison) = (&evaluation.estimate, &evaluation.comparison);
    if estimate.do_nothing().projection.is_none() {
        ui.label(tr!("Cost only: no improvement is projected"));
        return;
    }
    let measure = Measure { id: MeasureId::PeopleOver25, year: Some(estimate.horizon_years) };
    ui.label(strong(wording::measure_name(measure)));
    if estimate.options.iter().any(|option| beyond_evidence(option).next().is_some()) {
        ui.label(tr!("No study has followed results to the end of this plan."));
    }
    let row = comparison.row(measure);
    let counted = row.iter().flat_map(|row| &row.values).map(|value| match value {
        Value::People(share) => Some(*share),
        _ => None,
    });
    let Some(shares) = counted.collect::<Option<Vec<f64>>>() else {
        ui.label(tr!("What each option may come to is being worked out …"));
        return;
    };
    let all: Vec<_> = estimate.options.iter().zip(shares).collect();
    let columns = if ui.available_width() < 2.0 * LEAST { 1 } else { 2 };
    for beside in all.chunks(columns) {
        ui.add_space(tokens::GAP);
        ui.columns(columns, |places| {
            for (ui, (option, share)) in places.iter_mut().zip(beside) {
                ui.vertical(|ui| option_ui(ui, option, *share));
            }
        });
    }
    ui.add_space(tokens::GAP);
    let lasting = tr!("A result lasts as long as two thirds of its peak are left.");
    ui.label(format!("{} {lasting}", wording::notices::of_hundred()));
}

fn option_ui(ui: &mut Ui, option: &OptionEstimate, share: f64) {
    ui.horizontal(|ui| {
        marks::sample(ui, option.mark);
        ui.label(strong(wording::option_title(option)));
    });
    ui.horizontal(|ui| {
        crowd_ui(ui, option, wording::of_hundred(share));
        ui.label(strong(tr!("{count} of 100", count = wording::hundred(share))));
    });
    let projection = option.projection.as_ref().filter(|projection| projection.peak.is_some());
    if let Some(projection) = projection {
        ui.label(tr!("Without upkeep it lasts {months}", months = wording::lasts(projection.lasts_months)));
    }
}

/// A hundred people as dots, so many of them in the option's colour.
fn crowd_ui(ui: &mut Ui, option: &OptionEstimate, count: u32) {
    let palette = Palette::of(ui);
    let (full, empty) = (palette.option(option.mark).color, palette.line);
    let (rows, columns) = CROWD;
    let (place, _) = ui.allocate_exact_size(vec2(f32::from(columns), f32::from(rows)) * STEP, Sense::hover());
    for number in 0..columns * rows {
        // Column by column, so that a count reads as a length too.
        let at = vec2(f32::from(number / rows) + 0.5, f32::from(number % rows) + 0.5) * STEP;
        let color = if u32::from(number) < count { full } else { empty };
        ui.painter().circle_filled(pos2(place.left() + at.x, place.top() + at.y), STEP * 0.38, color);
    }
}

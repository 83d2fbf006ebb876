//! What a treatment is like.

use super::Context;
use crate::locale::tr;
use crate::wording;
use egui::Ui;

pub(super) fn about_ui(ui: &mut Ui, context: &Context<'_>) {
    let treatment = context.treatment;
    ui.label(wording::text(&treatment.summary));
    if let Some(suit) = treatment.suits.iter().find(|suit| suit.concern == context.concern.id) {
        ui.label(wording::text(&suit.note));
    }
    let (least, most) = treatment.downtime.social_days;
    let downtime = wording::day_range(least, most);
    let full = wording::days(treatment.downtime.full_days);
    let note = wording::text(&treatment.downtime.note);
    ui.label(tr!("Shows for {downtime}, fully normal after {full}. {note}", downtime, full, note));
    for risk in &treatment.risks {
        ui.label(format!("• {}", wording::text(risk)));
    }
}

//! What a treatment is like to go through.

use crate::catalog::{Concern, Treatment};
use crate::locale::tr;
use crate::wording;
use egui::{CollapsingHeader, Ui};

/// A treatment in words, folded under its name.
pub(super) fn about_ui(ui: &mut Ui, treatment: &Treatment, concern: &Concern) {
    let title = tr!("What {name} is like", name = wording::text(&treatment.name));
    CollapsingHeader::new(title).id_salt(("about", &treatment.id)).show(ui, |ui| {
        ui.label(wording::text(&treatment.summary));
        if let Some(suit) = treatment.suits.iter().find(|suit| suit.concern == concern.id) {
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
    });
}

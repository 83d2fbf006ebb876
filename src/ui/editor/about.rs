//! What a treatment is like to go through.

use crate::catalog::{Aftercare, Concern, Treatment};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::theme::{Palette, strong, tokens};
use crate::wording;
use egui::{CollapsingHeader, RichText, Ui};

/// A treatment in words, folded under its name.
pub(super) fn about_ui(ui: &mut Ui, treatment: &Treatment, aftercare: Option<&Aftercare>, concern: &Concern) {
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
        if let Some(aftercare) = aftercare {
            ui.add_space(tokens::GAP);
            aftercare_ui(ui, aftercare);
        }
    });
}

/// What to do after a session, and how much weight that carries.
fn aftercare_ui(ui: &mut Ui, aftercare: &Aftercare) {
    ui.horizontal(|ui| {
        ui.label(strong(tr!("Aftercare")));
        kit::tag(ui, wording::basis(aftercare.basis));
    });
    ui.label(RichText::new(wording::text(&aftercare.note)).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    for [when, what] in aftercare.days.iter().map(wording::aftercare_day) {
        ui.label(strong(when));
        ui.label(what);
    }
    ui.label(wording::text(&aftercare.warning.value));
}

//! What there is of the selected option if it stops on a day.

use crate::locale::tr;
use crate::ui::theme::{Palette, icons, strong, tokens};
use crate::ui::{View, ViewState, kit};
use crate::wording;
use egui::{Frame, Label, Margin, Ui};

/// A card with what has been paid, what stays, and what is left of packages; there is none as long as no day is asked for.
pub(in crate::ui) fn stop_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    let (Some(stop), Some(evaluation)) = (view.stop, view.evaluation) else { return };
    let Some(option) = evaluation.plan.options.iter().find(|option| Some(option.id) == state.selected) else { return };
    let palette = Palette::of(ui);
    let card =
        Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.line)).corner_radius(tokens::RADIUS);
    card.inner_margin(Margin::symmetric(8, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let date = wording::date(evaluation.estimate.date(stop.day));
            let letter = option.mark.letter();
            let text = tr!("If {letter} stops on {date}", letter, date);
            let title = ui.add(Label::new(strong(&text)).selectable(false));
            kit::say_heading(&title, &text, 3);
            if kit::icon_button(ui, icons::CLOSE, tr!("Goes on as planned"), true) {
                state.stop = None;
            }
        });
        let said = wording::stopped(stop, option, view.catalog, evaluation.estimate.currency);
        ui.add(Label::new(format!("{}.", said.join(". "))).wrap());
    });
    ui.add_space(tokens::GAP);
}

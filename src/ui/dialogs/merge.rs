//! Where two versions of a plan changed the same field: both values side by side, to choose from.

use super::state::{Answer, Conflict};
use crate::locale::tr;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::{strong, tokens};
use egui::{Context, Grid, Label, Ui};

/// The name of a field, and its value in either version.
const COLUMNS: u8 = 3;

/// The dialog; pressing a value chooses it.
pub(super) fn merge_ui(ctx: &Context, conflicts: &[Conflict], answer: &mut impl FnMut(Answer)) {
    let question = Question::new(tr!("Both versions changed the same")).wide().to(tr!("Take what is chosen"));
    let pressed = question.show(ctx, |ui| {
        ui.label(tr!("Everything else is put together already. Which of these is to stand?"));
        ui.add_space(tokens::GAP);
        kit::scroll(ui, |ui| {
            // Each as wide as the others: names and values may both be long.
            let gaps = ui.spacing().item_spacing.x * f32::from(COLUMNS - 1);
            let width = (ui.available_width() - gaps) / f32::from(COLUMNS);
            let grid = Grid::new("conflicts").num_columns(usize::from(COLUMNS)).striped(true);
            let grid = grid.min_col_width(width).max_col_width(width);
            grid.show(ui, |ui| conflicts_ui(ui, conflicts, answer));
        });
    });
    pressed.into_iter().for_each(|pressed| {
        answer(if pressed == Pressed::Done { Answer::Merge } else { Answer::Cancel });
    });
}

fn conflicts_ui(ui: &mut Ui, conflicts: &[Conflict], answer: &mut impl FnMut(Answer)) {
    for head in ["", tr!("This version"), tr!("The other one")] {
        ui.label(strong(head));
    }
    ui.end_row();
    for (at, conflict) in conflicts.iter().enumerate() {
        ui.add(Label::new(&conflict.name).wrap());
        for (is_theirs, value) in [(false, &conflict.mine), (true, &conflict.theirs)] {
            ui.scope(|ui| {
                let chosen = ui.radio(conflict.is_theirs == is_theirs, value);
                let said = if is_theirs {
                    tr!("{name}, in the other version: {value}", name = conflict.name, value)
                } else {
                    tr!("{name}, in this version: {value}", name = conflict.name, value)
                };
                let is_chosen = conflict.is_theirs == is_theirs;
                chosen.widget_info(|| {
                    egui::WidgetInfo::selected(egui::accesskit::Role::RadioButton, true, is_chosen, &said)
                });
                if chosen.clicked() && !is_chosen {
                    answer(Answer::Mark(at));
                }
            });
        }
        ui.end_row();
    }
}

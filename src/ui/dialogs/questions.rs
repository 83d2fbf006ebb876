//! Questions about files and plans.

use super::purpose::Purpose;
use super::state::Answer;
use crate::locale::tr;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::state::View;
use egui::Context;

pub(super) fn unsaved_ui(ctx: &Context, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    let title = tr!("Save the changes to {name}?", name = view.name);
    let question = Question::new(&title).to(tr!("Save")).or(tr!("Don't save"));
    let pressed = question.show(ctx, |ui| drop(ui.label(tr!("They are lost if you don't save them."))));
    pressed.into_iter().for_each(|pressed| {
        answer(match pressed {
            Pressed::Done => Answer::Save,
            Pressed::Other => Answer::Discard,
            Pressed::Cancelled => Answer::Cancel,
        });
    });
}

pub(super) fn path_ui(ctx: &Context, purpose: Purpose, path: &str, answer: &mut impl FnMut(Answer)) {
    let mut typed = path.to_owned();
    let pressed = Question::new(purpose.title()).to(purpose.verb()).show(ctx, |ui| {
        let field = kit::Field::new("path", tr!("File"));
        ui.label(field.name);
        let edit = field.line(&mut typed).desired_width(f32::INFINITY);
        if field.add(ui, |ui| ui.add(edit)).changed() {
            answer(Answer::Typed(typed.clone()));
        }
    });
    pressed.into_iter().for_each(|pressed| {
        let path = typed.clone();
        answer(if pressed == Pressed::Done { Answer::Path(path) } else { Answer::Cancel });
    });
}

pub(super) fn overwrite_ui(ctx: &Context, path: &std::path::Path, answer: &mut impl FnMut(Answer)) {
    let text = tr!("\"{path}\" exists already.", path = path.display());
    let question = Question::new(tr!("Replace the file?")).to(tr!("Replace"));
    let pressed = question.show(ctx, |ui| drop(ui.label(text)));
    pressed.into_iter().for_each(|pressed| {
        answer(if pressed == Pressed::Done { Answer::Replace } else { Answer::Cancel });
    });
}

//! The passphrase of a plan: typed to open it, or chosen to protect it.

use super::passphrase_form::{PassphraseForm, PassphraseUse};
use super::state::Answer;
use crate::locale::tr;
use crate::ui::kit::{self, Field, Pressed, Question};
use crate::ui::theme::tokens;
use egui::{Context, Label, Ui};

pub(super) fn passphrase_ui(ctx: &Context, form: &PassphraseForm, answer: &mut impl FnMut(Answer)) {
    if form.to == PassphraseUse::LetGo {
        return let_go_ui(ctx, answer);
    }
    let (title, verb) = match form.to {
        PassphraseUse::Open(_) | PassphraseUse::Recover | PassphraseUse::ShowTheirs | PassphraseUse::Merge => {
            (tr!("Passphrase of the plan"), tr!(in "verb", "Open"))
        }
        PassphraseUse::Save => (tr!("Passphrase of the plan"), tr!(in "verb", "Save")),
        PassphraseUse::Protect => (tr!("Protect with a passphrase"), tr!(in "verb", "Protect")),
        PassphraseUse::Change | PassphraseUse::LetGo => (tr!("Passphrase of the plan"), tr!(in "verb", "Change")),
    };
    let question = Question::new(title).to(verb).if_ready(!form.typed.is_empty());
    let question = match form.to {
        PassphraseUse::Change => question.or(tr!("Take it off")),
        PassphraseUse::Recover => question.or(tr!("Delete that work…")),
        _ => question,
    };
    let mut changed = form.clone();
    let pressed = question.show(ctx, |ui| fields_ui(ui, form, &mut changed));
    if changed != *form {
        changed.problem = None;
        answer(Answer::PassphraseTyped(changed));
    }
    pressed.into_iter().for_each(|pressed| {
        answer(match pressed {
            Pressed::Done => Answer::Passphrase,
            Pressed::Other => Answer::NoPassphrase,
            Pressed::Cancelled => Answer::Cancel,
        });
    });
}

/// Whether what nobody can open without its passphrase is to go.
fn let_go_ui(ctx: &Context, answer: &mut impl FnMut(Answer)) {
    let question = Question::new(tr!("Delete that work?")).to(tr!("Delete for good")).careful();
    let pressed = question.show(ctx, |ui| {
        ui.add(
            Label::new(tr!("What was not saved is deleted and cannot be brought back. The plan's own file stays."))
                .wrap(),
        );
    });
    pressed.into_iter().for_each(|pressed| {
        answer(if pressed == Pressed::Done { Answer::NoPassphrase } else { Answer::Cancel });
    });
}

fn fields_ui(ui: &mut Ui, form: &PassphraseForm, changed: &mut PassphraseForm) {
    ui.add(Label::new(said(form)).wrap());
    ui.add_space(tokens::GAP);
    let passphrase = Field::new("passphrase", tr!("Passphrase")).wrong(form.problem.as_deref());
    passphrase_field_ui(ui, passphrase, &mut changed.typed);
    if form.is_new() {
        passphrase_field_ui(ui, Field::new("passphrase again", tr!("Once more")), &mut changed.again);
    }
    if let Some(whole) = changed.folder {
        let checked = kit::check(ui, tr!("For all plans in this folder, and those that come to it"), whole);
        changed.folder = Some(checked.unwrap_or(whole));
    }
}

fn passphrase_field_ui(ui: &mut Ui, field: Field<'_>, text: &mut String) {
    kit::row(ui, field, |ui| {
        let edit = field.line(text).password(true).desired_width(f32::INFINITY).char_limit(LONGEST);
        field.add(ui, |ui| ui.add(edit))
    });
}

/// The longest passphrase, in characters.
const LONGEST: usize = 256;

fn said(form: &PassphraseForm) -> String {
    match &form.to {
        PassphraseUse::Open(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            tr!("{name} is protected. Without its passphrase nobody can open it.", name)
        }
        PassphraseUse::Recover | PassphraseUse::LetGo => tr!(
            "A protected plan was not saved when the program last ended. With its passphrase you can go on with it; else it stays \
             where it is."
        )
        .to_owned(),
        PassphraseUse::ShowTheirs | PassphraseUse::Merge => {
            tr!("Another desk has protected the plan. Without its passphrase their version cannot be read.").to_owned()
        }
        PassphraseUse::Save => tr!(
            "The plan in the file, or all plans in its folder, are protected by a passphrase that is not known here. Nothing is \
             saved before it is."
        )
        .to_owned(),
        PassphraseUse::Protect | PassphraseUse::Change => tr!(
            "The file is encrypted, and so are unsaved work and other versions beside it. Exports, sheets and calendars are not. \
             A lost passphrase is a lost plan: nobody can open it without, not even whoever made this program."
        )
        .to_owned(),
    }
}

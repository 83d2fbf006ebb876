//! Issuing the plan, and recording what the client said to it.

use super::state::{AnswerForm, IssueForm, RecordAction, RecordDialog};
use crate::clinic::Clinic;
use crate::document::limits;
use crate::locale::{Language, tr};
use crate::record::{Answer, Issued, Presentation, Snapshot};
use crate::report::PlanResults;
use crate::ui::View;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::{Palette, icons, tokens};
use crate::wording;
use egui::{Context, Label, RichText, Ui};

pub(super) fn issue_ui(
    ctx: &Context,
    view: &View<'_>,
    form: &IssueForm,
    act: &mut impl FnMut(RecordAction),
) -> Option<Pressed> {
    let title = match view.record.next_revision() {
        1 => tr!("Issue this plan").to_owned(),
        revision => tr!("Issue revision {revision}", revision),
    };
    Question::new(&title).to(tr!("Issue")).show(ctx, |ui| issue_fields_ui(ui, view, form, act))
}

fn issue_fields_ui(ui: &mut Ui, view: &View<'_>, form: &IssueForm, act: &mut impl FnMut(RecordAction)) {
    weak(
        ui,
        tr!("Its prices are kept as they are, and it can be changed again only as a new revision. The plan is saved."),
    );
    ui.add_space(tokens::GAP);
    let mut changed = form.clone();
    let field = kit::Field::new;
    let number = field("issue number", tr!("Number"));
    kit::row(ui, number, |ui| {
        let edit = number.line(&mut changed.number).desired_width(f32::INFINITY).char_limit(limits::NUMBER);
        number.add(ui, |ui| ui.add(edit));
    });
    kit::row(ui, field("issued on", tr!("Issued on")), |ui| ui.label(wording::date(form.on)));
    changed.valid_until =
        kit::date(ui, field("valid until", tr!("Valid until")), form.valid_until).unwrap_or(form.valid_until);
    if let Some(last) = view.record.last() {
        kit::row(ui, field("replaces", tr!("Takes the place of")), |ui| ui.label(&last.snapshot.number));
    }
    if let Some(born) = form.born {
        kit::row(ui, field("born", tr!("Born")), |ui| ui.label(wording::date(born)));
    }
    if let Some(decide_from) = form.decide_from {
        kit::row(ui, field("decide from", tr!("Decide from")), |ui| ui.label(wording::date(decide_from)));
    }
    presentation_ui(ui, &form.presentation);
    open_ui(ui, view);
    kit::wrong(ui, form.problem.as_deref());
    if changed != *form {
        changed.problem = None;
        act(RecordAction::Change(RecordDialog::Issue(Box::new(changed))));
    }
}

/// So many remarks are named.
const NAMED: usize = 4;

/// What is still open for a clinician to decide: that is said, and keeps nobody from issuing.
fn open_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(whole) = view.whole else { return };
    let matters = PlanResults::of(whole, view.catalog).acknowledging(view.record.acknowledged()).matters();
    let open: Vec<_> = matters.iter().filter(|(_, by)| by.is_none()).map(|(matter, _)| matter).collect();
    if open.is_empty() {
        return;
    }
    let palette = Palette::of(ui);
    let said = RichText::new(wording::open_matters(open.len() as u64)).color(palette.warning);
    kit::with_icon(ui, icons::WARNING, palette.warning, said);
    for matter in open.iter().take(NAMED) {
        let said = wording::clinical(&matter.remark);
        let said = match matter.option.and_then(|id| view.draft.mark(id)) {
            Some(mark) => format!("{} · {said}", mark.letter()),
            None => said,
        };
        // On a line each, so that the buttons stay in sight; whole under the pointer.
        let said = RichText::new(said).size(tokens::SIZES[0]).color(palette.text_weak);
        ui.add(Label::new(said).truncate());
    }
    if open.len() > NAMED {
        kit::note(ui, "…");
    }
}

/// What its copies will keep besides.
fn presentation_ui(ui: &mut Ui, presentation: &Presentation) {
    let Presentation { clinic, language, .. } = presentation;
    let name = match clinic.name.trim() {
        "" if *clinic == Clinic::default() => tr!(in "letterhead", "none"),
        "" => tr!(in "letterhead", "without a name"),
        name => name,
    };
    kit::row(ui, kit::Field::new("letterhead", tr!("Letterhead")), |ui| ui.label(name));
    let language = Language::find(language).map_or(language.as_str(), Language::name);
    kit::row(ui, kit::Field::new("issue language", tr!("Language")), |ui| ui.label(language));
}

pub(super) fn answer_ui(
    ctx: &Context,
    view: &View<'_>,
    form: &AnswerForm,
    act: &mut impl FnMut(RecordAction),
) -> Option<Pressed> {
    let last = view.record.last()?;
    let title = tr!("What the client said to {number}", number = last.snapshot.number);
    let question = Question::new(&title).to(tr!(in "verb", "Record"));
    question.show(ctx, |ui| answer_fields_ui(ui, last, form, act))
}

fn answer_fields_ui(ui: &mut Ui, last: &Issued, form: &AnswerForm, act: &mut impl FnMut(RecordAction)) {
    if !last.answers.is_empty() {
        let answers = wording::answers(last);
        weak(ui, &tr!("Recorded so far: {answers}. It stays in the record; the last answer counts.", answers));
    }
    ui.add_space(tokens::GAP);
    let mut changed = form.clone();
    let accepted = if matches!(form.answer, Answer::Accepted(_)) { form.answer } else { Answer::Accepted(None) };
    kit::radio(ui, &mut changed.answer, accepted, tr!("Accepted"));
    if matches!(form.answer, Answer::Accepted(_)) {
        ui.indent("accepted", |ui| option_ui(ui, &last.snapshot, &mut changed.answer));
    }
    kit::radio(ui, &mut changed.answer, Answer::Declined, tr!("Declined"));
    if !last.answers.is_empty() {
        kit::radio(ui, &mut changed.answer, Answer::Open, tr!("No answer after all"));
    }
    changed.on = kit::date(ui, kit::Field::new("answered on", tr!(in "date", "On")), form.on).unwrap_or(form.on);
    kit::wrong(ui, form.problem.as_deref());
    if changed != *form {
        changed.problem = None;
        act(RecordAction::Change(RecordDialog::Answer(changed)));
    }
}

/// Which of its options was accepted.
fn option_ui(ui: &mut Ui, snapshot: &Snapshot, answer: &mut Answer) {
    for (mark, name) in snapshot.choices() {
        let letter = mark.letter();
        kit::radio(ui, answer, Answer::Accepted(Some(mark)), &format!("{letter} · {name}"));
    }
    kit::radio(ui, answer, Answer::Accepted(None), tr!("It was not said which"));
}

pub(super) fn weak(ui: &mut Ui, text: &str) {
    ui.add(Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).wrap());
}

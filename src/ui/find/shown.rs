//! The plan that is pointed at: its curve, its dates, and what is to be doubted of it.

use crate::document::{Edit, OptionDraft, PlanEdit};
use crate::locale::{english, tr};
use crate::search::{Answer, Told};
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, View, charts, kit};
use crate::wording::{self, finding};
use egui::{Label, RichText, Ui};

/// The height of the picture in points.
const PICTURE: f32 = 168.0;

pub(super) fn shown_ui(ui: &mut Ui, view: &View<'_>, (answer, at): (&Answer, usize), actions: &mut Vec<Action>) {
    let found = &answer.frontier[at];
    let said = |ui: &mut Ui, text: &str| drop(ui.add(Label::new(text).wrap()));
    kit::title(ui, &finding::name(found, view.catalog));
    said(ui, &finding::reaches(answer, at, view.draft.currency));
    add_ui(ui, view, (answer, at), actions);
    // Of the best of single lines nothing more is known while the others are looked at.
    let Some(told) = answer.told.get(at) else { return };
    if let Some(chance) = finding::chance(told) {
        said(ui, &chance);
    }
    ui.add_space(tokens::GAP);
    let estimate = &told.evaluation.estimate;
    kit::headline(ui, tr!("Improvement"), tokens::SIZES[1], 2);
    ui.add_space(tokens::GAP);
    let spoken = finding::curve(told);
    let alone = charts::Alone {
        mark: view.draft.free_mark(),
        height: PICTURE,
        spoken: &spoken,
        planned: Vec::new(),
        today: None,
        graded: Vec::new(),
        foreseen_from: None,
    };
    charts::option_ui(ui, estimate, &alone);
    kit::heading(ui, tr!("Treatments"));
    for line in finding::lines(told, view.catalog) {
        said(ui, &line);
    }
    kit::heading(ui, tr!("Dates"));
    for days in finding::days_of(told, view.catalog) {
        said(ui, &days);
    }
    let occasions = finding::occasions(told);
    if !occasions.is_empty() {
        kit::heading(ui, tr!("Days that matter"));
        occasions.iter().for_each(|said_of_day| said(ui, said_of_day));
    }
    doubts_ui(ui, view, told);
}

/// Makes it an option of the plan, or says that it is one.
fn add_ui(ui: &mut Ui, view: &View<'_>, (answer, at): (&Answer, usize), actions: &mut Vec<Action>) {
    let found = &answer.frontier[at];
    ui.add_space(tokens::GAP);
    let made = finding::option(found, view.seen, view.draft, view.catalog);
    let is_it = |option: &&OptionDraft| made.as_ref().map_or(&found.lines, |made| &made.lines) == &option.anew().lines;
    let own = view.draft.options.iter().find(is_it);
    if let Some(option) = own {
        let text = tr!("It is option {letter} of the plan.", letter = option.mark.letter());
        kit::with_icon(ui, icons::INFO, Palette::of(ui).accent, RichText::new(text));
        return;
    }
    let button = kit::primary(ui, tr!("Add as option"), view.has_room());
    let why = if view.is_issued() {
        tr!("The plan is issued; revise it first")
    } else {
        tr!("A plan has room for six options; remove one first")
    };
    let about = tr!("Puts it into the plan beside the others; undo takes it out");
    if button.on_hover_text(about).on_disabled_hover_text(why).clicked()
        && let Some(option) = made
    {
        actions.push(Action::Edit(Edit::Plan(PlanEdit::AddOption(option, english!("add a found plan")))));
    }
}

/// What it rests on, as far as that is to be doubted, and what else is worth knowing of it.
fn doubts_ui(ui: &mut Ui, view: &View<'_>, told: &Told) {
    let doubts = finding::doubts(told, view.catalog);
    let all: Vec<String> = doubts.into_iter().chain(finding::remarks(told)).collect();
    if all.is_empty() {
        return;
    }
    kit::heading(ui, tr!("What is uncertain"));
    for doubt in all {
        kit::with_icon(ui, icons::WARNING, Palette::of(ui).warning, RichText::new(wording::capitalized(&doubt)));
    }
}

//! The treatments of the selected option, and what can be added.

use super::about;
use super::card::card_ui;
use super::context::Context;
use crate::catalog::{Catalog, Concern, SuitLevel, Treatment, TreatmentId};
use crate::document::{Edit, Field, LineDraft, LineEdit, LineId, OptionDraft, OptionEdit, Place, limits};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::theme::{icons, tokens};
use crate::ui::{Action, View};
use crate::wording;
use egui::{Id, Ui, UiBuilder};

/// All treatments of an option, and what can be added.
pub(super) fn treatments_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    let place = Place::Option { option: option.id, field: Field::Treatment };
    kit::wrong(ui, view.wrong_at(place));
    let Some(seen) = view.concern() else { return };
    for (at, line) in option.lines.iter().enumerate() {
        let Some(treatment) = view.catalog.treatment(&line.treatment) else {
            kit::if_editable(ui, view, |ui| unknown_ui(ui, view, line.id, actions));
            continue;
        };
        // What it is for may be a concern that the catalogue does not have.
        let concern = view.catalog.concern(view.draft.purpose(line)).unwrap_or(seen);
        let context = Context { view, option, at, line, treatment, concern };
        // The same wherever it stands, so that the focus stays with what is moved.
        let of_line = UiBuilder::new().scope_id(Id::unique(("line", line.id)));
        ui.scope_builder(of_line, |ui| card_ui(ui, &context, actions));
        ui.add_space(tokens::GAP);
    }
    if option.lines.is_empty() {
        ui.label(tr!("No treatment yet: the same as doing nothing. Add one below."));
    }
    if option.lines.len() < limits::LINES {
        kit::if_editable(ui, view, |ui| add_ui(ui, view, seen, option, actions));
    }
}

/// A line whose treatment the catalogue does not have: all that can be done is to take it out.
fn unknown_ui(ui: &mut Ui, view: &View<'_>, line: LineId, actions: &mut Vec<Action>) {
    kit::wrong(ui, view.wrong_at(Place::Line { line, field: Field::Treatment }));
    if ui.button(tr!("Remove this treatment")).clicked() {
        actions.push(Action::Edit(Edit::Line(line, LineEdit::Remove)));
    }
}

fn add_ui(ui: &mut Ui, view: &View<'_>, concern: &Concern, option: &OptionDraft, actions: &mut Vec<Action>) {
    let menu = ui.menu_button(format!("{} {}", icons::ADD, tr!("Add treatment")), |ui| {
        for treatment in by_suitability(view.catalog, concern) {
            if ui.button(suited_name(treatment, concern)).clicked() {
                let mut line = LineDraft::usual(view.catalog, concern, &view.draft.profile_for(&concern.id), treatment);
                line.concern = Some(concern.id.clone()).filter(|concern| *concern != view.draft.concern);
                line.start_day = after_the_others(view, option, treatment);
                actions.push(Action::Edit(Edit::Option(option.id, OptionEdit::AddLine(line))));
            }
        }
    });
    menu.response.accessible_name(tr!("Add treatment"));
}

/// The first day on which a further treatment is clear of the courses already there.
fn after_the_others(view: &View<'_>, option: &OptionDraft, treatment: &Treatment) -> u32 {
    let clear = |line: &LineDraft| {
        let known = view.catalog.treatment(&line.treatment)?;
        let rest = known.downtime.full_days.max(known.minimum_interval_days.value);
        let course = line.sessions_needed().2.saturating_sub(1) * line.spacing_days;
        Some(line.start_day + course + rest.max(treatment.minimum_interval_days.value))
    };
    let first = option.lines.iter().filter_map(clear).max().unwrap_or(0);
    first.min(*limits::START_DAY.end())
}

/// The treatments in order of how well they fit the concern; those no source uses for it come last.
fn by_suitability<'a>(catalog: &'a Catalog, concern: &Concern) -> Vec<&'a Treatment> {
    let mut all: Vec<&Treatment> = catalog.treatments.iter().collect();
    all.sort_by_key(|treatment| level(treatment, concern).map_or(u8::MAX, |level| level as u8));
    all
}

fn level(treatment: &Treatment, concern: &Concern) -> Option<SuitLevel> {
    treatment.suits.iter().find(|suit| suit.concern == concern.id).map(|suit| suit.level)
}

fn suited_name(treatment: &Treatment, concern: &Concern) -> String {
    let fit = match level(treatment, concern) {
        Some(SuitLevel::Usual) => tr!(in "suits", "usual"),
        Some(SuitLevel::Sometimes) => tr!(in "suits", "sometimes"),
        Some(SuitLevel::Doubtful) => tr!(in "suits", "doubtful"),
        None if treatment.response.is_unprojected => tr!(in "suits", "the clinic's own, cost only"),
        None => tr!(in "suits", "not for this concern"),
    };
    format!("{} · {fit}", wording::text(&treatment.name))
}

/// What the treatments are like to go through, each once.
pub(super) fn about_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft) {
    let mut told: Vec<&TreatmentId> = Vec::new();
    ui.add_space(tokens::GAP);
    for line in &option.lines {
        let known = (view.catalog.treatment(&line.treatment), view.catalog.concern(view.draft.purpose(line)));
        if let (Some(treatment), Some(concern)) = known
            && !told.contains(&&treatment.id)
        {
            about::about_ui(ui, treatment, view.catalog.aftercare(&treatment.id), concern);
            told.push(&treatment.id);
        }
    }
}

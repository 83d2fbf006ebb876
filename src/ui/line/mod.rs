//! The treatments of the selected option: course, price, add-ons, upkeep.

mod about;
mod course;
mod extras;
mod price;
mod terms;
mod upkeep;

use super::kit::{self, icon_button};
use super::theme::{Palette, icons, tokens};
use super::{Action, View};
use crate::catalog::{Catalog, Concern, SuitLevel, Treatment};
use crate::document::{Edit, Field, LineDraft, LineEdit, LineId, OptionDraft, OptionEdit, Place, limits};
use crate::locale::tr;
use crate::wording;
use egui::{CollapsingHeader, Frame, Ui};

/// Everything a line's view needs to know.
struct Context<'a> {
    view: &'a View<'a>,
    at: usize,
    line: &'a LineDraft,
    treatment: &'a Treatment,
    concern: &'a Concern,
}

impl Context<'_> {
    fn edit(&self, edit: LineEdit) -> Action {
        Action::Edit(Edit::Line(self.line.id, edit))
    }

    fn set(&self, field: Field, value: u32) -> Action {
        Action::Edit(Edit::Set(self.place(field), value.into()))
    }

    /// A field of the line as the document describes it, with its name, and its unit or hint.
    fn field_ui(&self, ui: &mut Ui, field: Field, words: (&str, &str), actions: &mut Vec<Action>) {
        kit::described(ui, self.view, self.line, self.place(field), words, actions);
    }

    fn place(&self, field: Field) -> Place {
        Place::Line { line: self.line.id, field }
    }

    /// The field at a place of the line.
    fn field<'a>(&'a self, field: Field, name: &'a str) -> kit::Field<'a> {
        kit::Field::at(self.view, self.place(field), name)
    }

    /// A field of the line that is never wrong by itself.
    fn own<'a>(&self, stands_for: &str, name: &'a str) -> kit::Field<'a> {
        kit::Field::new((self.line.id, stands_for), name)
    }

    fn wrong(&self, field: Field) -> Option<&str> {
        self.view.wrong_at(self.place(field))
    }
}

/// All treatments of an option, and what can be added.
pub(super) fn lines_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    let Some(concern) = view.catalog.concern(&view.draft.concern) else { return };
    for (at, line) in option.lines.iter().enumerate() {
        let Some(treatment) = view.catalog.treatment(&line.treatment) else {
            unknown_ui(ui, view, line.id, actions);
            continue;
        };
        let context = Context { view, at, line, treatment, concern };
        ui.push_id(line.id, |ui| card_ui(ui, &context, actions));
        ui.add_space(tokens::GAP);
    }
    if option.lines.is_empty() {
        ui.label(tr!("No treatment yet: the same as doing nothing. Add one below."));
    }
    if option.lines.len() < limits::LINES {
        add_ui(ui, view, concern, option, actions);
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
    ui.menu_button(format!("{} {}", icons::ADD, tr!("Add treatment")), |ui| {
        for treatment in by_suitability(view.catalog, concern) {
            if ui.button(suited_name(treatment, concern)).clicked() {
                let mut line = LineDraft::usual(view.catalog, concern, &view.draft.profile, treatment);
                line.start_day = after_the_others(view, option, treatment);
                actions.push(Action::Edit(Edit::Option(option.id, OptionEdit::AddLine(line))));
            }
        }
    });
}

/// The first day on which a further treatment is clear of the courses already there.
fn after_the_others(view: &View<'_>, option: &OptionDraft, treatment: &Treatment) -> u32 {
    let clear = |line: &LineDraft| {
        let known = view.catalog.treatment(&line.treatment)?;
        let rest = known.downtime.full_days.max(known.minimum_interval_days.value);
        let course = line.sessions.saturating_sub(1) * line.spacing_days;
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
        None => tr!(in "suits", "not for this concern"),
    };
    format!("{} · {fit}", wording::text(&treatment.name))
}

fn card_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.line));
    frame.corner_radius(tokens::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        header_ui(ui, context, actions);
        context.field_ui(ui, Field::Area, (tr!("Area"), tr!("such as full face")), actions);
        course::course_ui(ui, context, actions);
        price::price_ui(ui, context, actions);
        terms::package_ui(ui, context, actions);
        context.field_ui(ui, Field::Discount, (tr!("Discount"), "%"), actions);
        terms::tax_ui(ui, context, actions);
        extras::add_ons_ui(ui, context, actions);
        upkeep::upkeep_ui(ui, context, actions);
        CollapsingHeader::new(tr!("About this treatment")).id_salt("about").show(ui, |ui| about::about_ui(ui, context));
    });
}

fn header_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let view = context.view;
    ui.horizontal(|ui| {
        let ids = view.catalog.treatments.iter().map(|treatment| treatment.id.clone());
        let name = |id: &crate::catalog::TreatmentId| {
            view.catalog.treatment(id).map_or(id.to_string(), |treatment| wording::text(&treatment.name).to_owned())
        };
        let spoken = tr!("Treatment {number}", number = context.at + 1);
        let field = context.field(Field::Treatment, &spoken);
        let chosen = kit::choice_box(ui, field, &context.line.treatment, ids, name);
        if let Some(treatment) = chosen.as_ref().and_then(|id| view.catalog.treatment(id)) {
            let mut line = LineDraft::usual(view.catalog, context.concern, &view.draft.profile, treatment);
            line.start_day = context.line.start_day;
            line.area.clone_from(&context.line.area);
            actions.push(context.edit(LineEdit::Treatment(line)));
        }
        if icon_button(ui, icons::REMOVE, &tr!("Remove {name}", name = wording::text(&context.treatment.name)), true) {
            actions.push(context.edit(LineEdit::Remove));
        }
    });
    kit::wrong(ui, context.wrong(Field::Treatment));
}

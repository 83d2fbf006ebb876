//! Options of the clinic's own to start from: what they are called, and what they are of.

use crate::locale::tr;
use crate::price_list::{Field, ListEdit, Place, TemplateDraft, limits};
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, Command, View};
use crate::wording;
use egui::{Label, RichText, Ui};

/// The width of what is shown of them in points.
const WIDTH: f32 = 460.0;
/// The width of a name in points.
const NAME: f32 = 380.0;

/// How many there are, which opens the list of them.
pub(super) fn templates_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let templates = &view.prices.draft.templates;
    let is_wrong = |place: Place| matches!(place, Place::Template(..));
    let wrong = view.prices.problems.iter().find(|problem| is_wrong(problem.place));
    let field = kit::Field::new("templates", tr!("Templates")).wrong(wrong.map(|problem| problem.message.as_str()));
    let count = templates.len();
    kit::phrase(ui, field, &tr!("Templates: {count}", count), WIDTH, |ui| {
        if templates.is_empty() {
            let command = Command::KeepTemplate.text();
            ui.label(tr!("None yet. In a plan, \"{command}\" in the menu of an option makes one of it.", command));
        }
        kit::scroll(ui, |ui| {
            for (at, template) in templates.iter().enumerate() {
                template_ui(ui, view, (at, template), actions);
            }
        });
    });
}

fn template_ui(ui: &mut Ui, view: &View<'_>, (at, template): (usize, &TemplateDraft), actions: &mut Vec<Action>) {
    let of_it = |place: Place| matches!(place, Place::Template(of, ..) if of == at);
    let wrong: Vec<_> = view.prices.problems.iter().filter(|problem| of_it(problem.place)).collect();
    let of_name = wrong.iter().find(|problem| problem.place.field() == Field::Name);
    let spoken = tr!("Name of template {number}", number = at + 1);
    ui.horizontal(|ui| {
        let field = kit::Field::new(("template", at), &spoken).wrong(of_name.map(|problem| problem.message.as_str()));
        let mut name = template.name.clone();
        let edit = field.line(&mut name).desired_width(NAME).char_limit(limits::TEMPLATE_TEXT);
        if field.add(ui, |ui| ui.add(edit)).changed() {
            actions.push(Action::Prices(ListEdit::NameTemplate(at, name)));
        }
        if icon_button(ui, icons::REMOVE, &tr!("Remove template {name}", name = template.name), true) {
            actions.push(Action::Prices(ListEdit::RemoveTemplate(at)));
        }
    });
    let said = RichText::new(wording::template(template, view.catalog)).size(tokens::SIZES[0]);
    ui.add(Label::new(said.color(Palette::of(ui).text_weak)).wrap());
    for problem in wrong {
        kit::error(ui, &problem.message);
    }
    ui.add_space(tokens::GAP);
}

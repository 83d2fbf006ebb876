//! Which option is edited: its mark, its name as a field, and what can be done with it.

use crate::document::{Edit, Field, OptionDraft, Place, limits};
use crate::locale::tr;
use crate::ui::marks;
use crate::ui::sides::sides;
use crate::ui::theme::{icons, strong, tokens};
use crate::ui::top_bar::command_ui;
use crate::ui::{Action, Command, View, kit};
use crate::wording;
use egui::{RichText, Ui};

/// What can be done with an option.
const COMMANDS: [Command; 7] = [
    Command::DuplicateOption,
    Command::CopyOption,
    Command::KeepTemplate,
    Command::HideOption,
    Command::MoveOptionUp,
    Command::MoveOptionDown,
    Command::RemoveOption,
];

/// The title of the editor; none is doing nothing.
pub(super) fn title_ui(ui: &mut Ui, view: &View<'_>, option: Option<&OptionDraft>, actions: &mut Vec<Action>) {
    let Some(option) = option else {
        ui.horizontal(|ui| {
            marks::sample(ui, None);
            ui.heading(wording::do_nothing());
        });
        return;
    };
    let (mut named, mut done) = (Vec::new(), Vec::new());
    sides(
        ui,
        "option",
        |ui| name_ui(ui, view, option, &mut named),
        |ui| {
            let menu = ui.menu_button(RichText::new(icons::MORE), |ui| {
                COMMANDS.into_iter().for_each(|command| command_ui(ui, view, command, &mut done));
            });
            let name = tr!("What can be done with option {letter}", letter = option.mark.letter());
            menu.response.accessible_name(&name).on_hover_text(&name);
        },
    );
    actions.extend(named.into_iter().chain(done));
    kit::wrong(ui, view.wrong_at(place(option)));
}

fn place(option: &OptionDraft) -> Place {
    Place::Option { option: option.id, field: Field::Name }
}

fn name_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    marks::sample(ui, Some(option.mark));
    ui.label(strong(option.mark.letter().to_string()).size(tokens::SIZES[2]));
    kit::if_editable(ui, view, |ui| {
        let mut name = option.name.clone();
        let field = kit::Field::at(view, place(option), tr!("Name"));
        let edit = field.line(&mut name).desired_width(f32::INFINITY).char_limit(limits::NAME);
        if field.add(ui, |ui| ui.add(edit)).changed() {
            actions.push(Action::Edit(Edit::Set(place(option), name.into())));
        }
    });
}

//! One calm line on how an issued plan stands, with what can be done about it.

use super::RecordAction;
use crate::locale::tr;
use crate::scenario::Answer;
use crate::ui::theme::{Palette, icons};
use crate::ui::{Action, Command, View, top_bar};
use crate::wording;
use egui::{Frame, Label, Margin, Panel, RichText, Ui};

/// The line below the bar; nothing as long as nothing was issued.
pub(in crate::ui) fn banner_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.draft.record.last().is_none() {
        return;
    }
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.selected).inner_margin(Margin::symmetric(12, 5));
    Panel::top("record").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(icons::INFO).color(palette.accent).size(16.0));
            ui.add(Label::new(wording::plan_standing(view.draft, view.today)));
            ui.add_space(8.0);
            if view.draft.record.is_revising() {
                commands_ui(ui, view, &[Command::Issue, Command::AbandonRevision], actions);
            } else {
                answers_ui(ui, view, actions);
                commands_ui(ui, view, &[Command::Revise], actions);
            }
            commands_ui(ui, view, &[Command::PricesSince, Command::Record], actions);
        });
    });
}

/// What the client said; where there is an answer already, only the way to correct it.
fn answers_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let answered = view.draft.record.last().is_some_and(|last| last.answer().is_some());
    if answered {
        return commands_ui(ui, view, &[Command::RecordAnswer], actions);
    }
    for (text, answer) in [(tr!("Accepted…"), Answer::Accepted(None)), (tr!("Declined…"), Answer::Declined)] {
        if ui.button(text).on_hover_text(tr!("Record what the client said, with its day")).clicked() {
            actions.push(Action::Record(RecordAction::Ask(answer)));
        }
    }
}

fn commands_ui(ui: &mut Ui, view: &View<'_>, commands: &[Command], actions: &mut Vec<Action>) {
    for command in commands {
        let button = ui.add_enabled(top_bar::is_enabled(view, *command), egui::Button::new(command.text()));
        if button.on_hover_text(command.tooltip()).clicked() {
            actions.push(Action::Command(*command));
        }
    }
}

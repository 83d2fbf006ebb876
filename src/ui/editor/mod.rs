//! The editor of the selected option: its treatments as sentences whose phrases are fields, its dated money, and who says
//! so.

mod about;
mod card;
mod choice;
mod context;
mod course;
mod differences;
mod evidence;
mod extras;
mod membership;
mod money;
mod parts;
mod paying;
mod plan;
mod price;
mod pricing;
mod remarks;
mod sessions;
mod stop;
mod title;
mod upkeep;
mod ways;

pub use choice::ChoiceKept;
pub(super) use stop::stop_ui;

use super::kit;
use super::theme::{Palette, tokens};
use super::{Action, Command, EditorTab, View, ViewState, page};
use crate::document::OptionDraft;
use crate::locale::tr;
use egui::{RichText, Ui};
use parts::Content;

/// The editor.
pub(super) fn editor_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let option = view.selected;
    title::title_ui(ui, view, option, actions);
    if option.is_some() {
        let tabs = [
            (EditorTab::Plan, tr!("Plan")),
            (EditorTab::Money, tr!("Money")),
            (EditorTab::Choice, tr!("Choice")),
            (EditorTab::Evidence, tr!("Evidence")),
        ];
        kit::tabs(ui, tr!("What to see of the option"), &mut state.tab, &tabs);
    }
    ui.add_space(tokens::GAP);
    let salt = ("editor", option.map(|_| state.tab as u8));
    page::scrolled(ui, salt, |ui| {
        match option {
            Some(option) => option_ui(ui, view, option, state, actions),
            None => nothing_ui(ui, view, state),
        }
        ui.add_space(tokens::GROUP_GAP);
    });
}

/// What doing nothing means, and who says so.
fn nothing_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    ui.label(tr!("No sessions, no cost, no downtime. The chart shows how ageing alone goes on."));
    ui.label(tr!("Doing nothing is always compared. Select an option to change its treatments."));
    if let Some(content) = Content::of(view, state) {
        ui.add_space(tokens::GROUP_GAP);
        evidence::evidence_ui(ui, &content, state);
    }
}

fn option_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, state: &mut ViewState, actions: &mut Vec<Action>) {
    if option.hidden {
        hidden_ui(ui, view, actions);
    }
    let content = Content::of(view, state);
    match (state.tab, &content) {
        (EditorTab::Plan, content) => {
            plan::treatments_ui(ui, view, option, actions);
            if let Some(content) = content {
                ui.add_space(tokens::GROUP_GAP);
                sessions::sessions_ui(ui, content, actions);
                differences::differences_ui(ui, content, state);
            }
            plan::about_ui(ui, view, option);
        }
        (EditorTab::Money, Some(content)) => money::money_ui(ui, content, actions),
        (EditorTab::Choice, Some(content)) => choice::choice_ui(ui, content, state, actions),
        (EditorTab::Evidence, Some(content)) => evidence::evidence_ui(ui, content, state),
        (_, None) if option.hidden => {}
        (_, None) => {
            if state.tab == EditorTab::Money {
                membership::membership_ui(ui, view, actions);
            }
            ui.label(tr!("There are no figures of this option yet. Mend what is marked, and they follow at once."));
        }
    }
}

fn hidden_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let text = tr!("This option is hidden: kept in the plan, but neither compared nor printed.");
    ui.label(RichText::new(text).color(Palette::of(ui).text_weak));
    kit::if_editable(ui, view, |ui| {
        if ui.button(tr!("Show option")).clicked() {
            actions.push(Action::Command(Command::HideOption));
        }
    });
    ui.add_space(tokens::GAP);
}

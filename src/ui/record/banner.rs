//! One calm line on how an issued plan stands, with what can be done about it.

use super::state::RecordAction;
use crate::locale::tr;
use crate::record::Answer;
use crate::ui::theme::{Palette, icons, text_width};
use crate::ui::{Action, Command, View, kit, top_bar};
use crate::wording;
use egui::{Frame, Label, Margin, Panel, Ui};

/// The line below the bar; nothing as long as nothing was issued.
pub(in crate::ui) fn banner_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.record.last().is_none() {
        return;
    }
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.selected).inner_margin(Margin::symmetric(12, 5));
    let (said, offers) = (wording::plan_status(view.record, view.today), offers(view, ui.available_width()));
    Panel::top("record").frame(frame).show(ui, |ui| {
        let said_ui = |ui: &mut Ui| {
            kit::icon(ui, icons::INFO, palette.accent);
            ui.add(Label::new(&said).wrap());
        };
        let around = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
        let buttons: f32 = offers.iter().map(|offer| text_width(ui, offer.text) + around).sum();
        // Either all on one line, or what can be done on a line of its own: no button is left over alone.
        if 34.0 + text_width(ui, &said) + buttons < ui.available_width() {
            ui.horizontal(|ui| {
                said_ui(ui);
                ui.add_space(8.0);
                offers_ui(ui, view, offers, actions);
            });
        } else {
            ui.horizontal(said_ui);
            ui.horizontal_wrapped(|ui| offers_ui(ui, view, offers, actions));
        }
    });
}

/// Something that can be done with the issued plan.
struct Offer {
    text: &'static str,
    tooltip: &'static str,
    action: Action,
}

impl From<Command> for Offer {
    fn from(command: Command) -> Self {
        Self { text: command.text(), tooltip: command.tooltip(), action: Action::Command(command) }
    }
}

/// Below this width of the window in points what is only to be looked at is left to the menu.
const NARROW: f32 = 700.0;

/// What can be done; where there is an answer already, only the way to correct it.
fn offers(view: &View<'_>, width: f32) -> Vec<Offer> {
    let said = |text, answer| {
        let action = Action::Record(RecordAction::Ask(answer));
        Offer { text, tooltip: tr!("Record what the client said, with its day"), action }
    };
    let record = view.record;
    let answered = record.last().is_some_and(|last| last.answer().is_some());
    let mut offers: Vec<Offer> = if record.is_revising() {
        vec![Command::Issue.into(), Command::AbandonRevision.into()]
    } else if answered {
        vec![Command::Progress.into(), Command::RecordAnswer.into(), Command::Revise.into()]
    } else {
        let answers = [(tr!("Accepted…"), Answer::Accepted(None)), (tr!("Declined…"), Answer::Declined)];
        answers.map(|(text, answer)| said(text, answer)).into_iter().chain([Command::Revise.into()]).collect()
    };
    if width >= NARROW {
        offers.extend([Command::PricesSince, Command::Record].map(Offer::from));
    }
    offers
}

fn offers_ui(ui: &mut Ui, view: &View<'_>, offers: Vec<Offer>, actions: &mut Vec<Action>) {
    for offer in offers {
        let is_enabled = match offer.action {
            Action::Command(command) => top_bar::is_enabled(view, command),
            _ => true,
        };
        let button = ui.add_enabled(is_enabled, egui::Button::new(offer.text));
        if button.on_hover_text(offer.tooltip).clicked() {
            actions.push(offer.action);
        }
    }
}

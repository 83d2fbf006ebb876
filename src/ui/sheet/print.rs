//! Choosing a printer.

use super::state::{PrinterChoice, SheetAction, SheetView};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::notices::error_ui;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, Answer};
use egui::{Button, RichText, Ui};

/// The dialog: which printer, and whether to print.
pub(in crate::ui) fn print_ui(ui: &mut Ui, sheet: &SheetView<'_>, actions: &mut Vec<Action>) {
    ui.heading(tr!("Print the consultation sheet"));
    let found = match sheet.printers {
        PrinterChoice::Looking => {
            ui.label(tr!("Looking for printers…"));
            false
        }
        PrinterChoice::Missing(why) => {
            error_ui(ui, why);
            false
        }
        PrinterChoice::There { names, default } => {
            choice_ui(ui, sheet, names, default.as_deref(), actions);
            !names.is_empty()
        }
    };
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        let palette = Palette::of(ui);
        let print = Button::new(RichText::new(tr!("Print")).color(palette.on_accent)).fill(palette.accent);
        if ui.add_enabled(found, print).clicked() {
            actions.push(Action::Sheet(SheetAction::Print));
        }
        let again = ui.add_enabled(*sheet.printers != PrinterChoice::Looking, Button::new(tr!("Look again")));
        if again.on_hover_text(tr!("Look for printers anew")).clicked() {
            actions.push(Action::Sheet(SheetAction::LookForPrinters));
        }
        let cancel = ui.button(tr!("Cancel"));
        crate::ui::dialogs::focus_first(ui, &cancel);
        if cancel.clicked() {
            actions.push(Action::Answer(Answer::Cancel));
        }
    });
}

fn choice_ui(ui: &mut Ui, sheet: &SheetView<'_>, names: &[String], default: Option<&str>, actions: &mut Vec<Action>) {
    if names.is_empty() {
        error_ui(ui, tr!("There is no printer; add one in the system's settings, or save the sheet as a PDF"));
        return;
    }
    let chosen = sheet.printers.chosen(sheet.printer).unwrap_or_default().to_owned();
    let name =
        |name: &String| if Some(name.as_str()) == default { tr!("{name} (default)", name) } else { name.clone() };
    if let Some(other) =
        kit::choice(ui, kit::Field::new("printer", tr!("Printer")), &chosen, names.iter().cloned(), name)
    {
        actions.push(Action::Sheet(SheetAction::ChoosePrinter(other)));
    }
    ui.label(format!("{}, {}", sheet.choices.audience.name(), sheet.choices.paper.name()));
}

//! Choosing a printer.

use super::state::{PrinterChoice, SheetAction, SheetView};
use crate::locale::tr;
use crate::report::sheet::{PrintRun, Sides};
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::{Action, Answer, View};
use egui::{Context, Ui};

/// The dialog: which printer, and whether to print.
pub(in crate::ui) fn print_ui(ctx: &Context, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(sheet) = &view.sheet else { return };
    let is_there = matches!(sheet.printers, PrinterChoice::There { names, .. } if !names.is_empty());
    let question = Question::new(tr!("Print the consultation sheet")).to(tr!("Print")).or(tr!("Look again"));
    let pressed = question.if_ready(is_there).show(ctx, |ui| match sheet.printers {
        PrinterChoice::Looking => drop(ui.label(tr!("Looking for printers…"))),
        PrinterChoice::Missing(why) => drop(kit::error(ui, why)),
        PrinterChoice::There { names, default } => choice_ui(ui, sheet, names, default.as_deref(), actions),
    });
    match pressed {
        Some(Pressed::Done) => actions.push(Action::Sheet(SheetAction::Print)),
        Some(Pressed::Other) => actions.push(Action::Sheet(SheetAction::LookForPrinters)),
        Some(Pressed::Cancelled) => actions.push(Action::Answer(Answer::Cancel)),
        None => {}
    }
}

fn choice_ui(ui: &mut Ui, sheet: &SheetView<'_>, names: &[String], default: Option<&str>, actions: &mut Vec<Action>) {
    if names.is_empty() {
        kit::error(ui, tr!("There is no printer; add one in the system's settings, or save the sheet as a PDF"));
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
    let run = sheet.run;
    let range = kit::Numbers::whole(1..=PrintRun::MOST, "");
    if let Some(count) = kit::number(ui, kit::Field::new("copies", tr!("Copies")), run.count, &range) {
        actions.push(Action::Sheet(SheetAction::ChooseRun(PrintRun { count, ..run })));
    }
    let field = kit::Field::new("sides", tr!("Printed on"));
    if let Some(sides) = kit::choice(ui, field, &run.sides, Sides::ALL, |sides| sides.name().to_owned()) {
        actions.push(Action::Sheet(SheetAction::ChooseRun(PrintRun { sides, ..run })));
    }
    ui.label(format!("{}, {}", sheet.choices.audience.name(), sheet.choices.paper.name()));
}

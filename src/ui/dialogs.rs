//! Questions that must be answered before anything else.

use super::help::scroll_ui;
use super::theme::{Palette, tokens};
use super::{Action, Command, RecordDialog, View, top_bar};
use crate::catalog::ConcernId;
use crate::report::Worked;
use crate::report::export::Export;
use egui::{Button, Id, Key, Modal, Response, RichText, ScrollArea, TextEdit, Ui};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// There is unsaved work, and something would replace it.
    Unsaved,
    /// Which concern a new plan is for.
    NewPlan,
    /// Where to save, typed by hand, where the desktop offers no dialog of its own.
    SaveAs(String),
    /// What to open, typed by hand, where the desktop offers no dialog of its own.
    Open(String),
    /// The file to be written exists.
    Overwrite(std::path::PathBuf),
    /// What to export.
    Export,
    /// Where to export to, typed by hand.
    ExportTo(Export, String),
    /// The file to export to exists.
    OverwriteExport(Export, std::path::PathBuf),
    /// Where to save the sheet as a PDF, typed by hand.
    SaveSheet(String),
    /// The PDF to be written exists.
    ReplaceSheet(std::path::PathBuf),
    /// Which printer to print the sheet on.
    Print,
    /// A question about the plan's record.
    Record(RecordDialog),
    /// Which table of prices to import, typed by hand.
    ImportPrices(String),
    /// Where to put the price list as a table, typed by hand.
    ExportPrices(String),
    /// What a table of prices would change.
    PriceImport,
    /// The table to be written exists.
    OverwriteTable(std::path::PathBuf),
    /// The language of texts and the country of notations.
    Language,
    /// Any command by its name: what has been typed, and which of those found is marked, from 0.
    Palette(String, usize),
    /// The two-minute tour.
    Tour,
    /// Evidence and limits.
    Evidence,
    /// The keys of all commands.
    Shortcuts,
    /// Licences.
    Licences,
    /// Version.
    About,
}

impl Dialog {
    /// Whether there is nothing to answer.
    fn is_read_only(&self) -> bool {
        matches!(self, Self::Language | Self::Tour | Self::Evidence | Self::Shortcuts | Self::Licences | Self::About)
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Save first, then go on.
    Save,
    /// Go on without saving.
    Discard,
    /// Leave everything as it is.
    Cancel,
    /// A new plan for this concern.
    NewPlan(ConcernId),
    /// The path typed so far.
    Typed(String),
    /// The path as typed.
    Path(String),
    /// Replace the file.
    Overwrite,
    /// Mark the command at this position of those found.
    Mark(usize),
    /// Take over the table of prices whose preview is shown.
    TakePrices,
    /// Another language or country.
    Locale(crate::storage::LocaleChoice),
    /// Give this command.
    Command(Command),
    /// Export this.
    Export(Export),
}

/// The open dialog, if any.
pub(super) fn dialog_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(dialog) = view.dialog else { return };
    let (mut of_sheet, mut of_record) = (Vec::new(), Vec::new());
    let response = Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 40.0));
        let mut answer = |answer| actions.push(Action::Answer(answer));
        match dialog {
            Dialog::Unsaved => unsaved_ui(ui, view, &mut answer),
            Dialog::NewPlan => new_plan_ui(ui, view, &mut answer),
            Dialog::SaveAs(path) => path_ui(ui, "Save as", "Save", path, &mut answer),
            Dialog::Open(path) => path_ui(ui, "Open a plan", "Open", path, &mut answer),
            Dialog::SaveSheet(path) => path_ui(ui, "Save as PDF", "Save", path, &mut answer),
            Dialog::Print => {
                if let Some(sheet) = &view.sheet {
                    super::sheet::print_ui(ui, sheet, &mut of_sheet);
                }
            }
            Dialog::Record(dialog) => super::record::dialog_ui(ui, view, dialog, &mut |action| of_record.push(action)),
            Dialog::Overwrite(path)
            | Dialog::ReplaceSheet(path)
            | Dialog::OverwriteExport(_, path)
            | Dialog::OverwriteTable(path) => overwrite_ui(ui, path, &mut answer),
            Dialog::Export => export_ui(ui, view, &mut answer),
            Dialog::ExportTo(kind, path) => path_ui(ui, kind.name(), "Export", path, &mut answer),
            Dialog::ImportPrices(path) => path_ui(ui, "Import a price list", "Look at it", path, &mut answer),
            Dialog::ExportPrices(path) => path_ui(ui, "Export the price list", "Export", path, &mut answer),
            Dialog::PriceImport => super::prices::import_ui(ui, view, &mut answer),
            Dialog::Palette(typed, at) => palette_ui(ui, view, (typed, *at), &mut answer),
            Dialog::Language => super::language::language_ui(ui, view, &mut answer),
            Dialog::Tour => super::help::tour_ui(ui),
            Dialog::Evidence => super::help::evidence_ui(ui, view),
            Dialog::Shortcuts => super::help::shortcuts_ui(ui),
            Dialog::Licences => super::help::licences_ui(ui),
            Dialog::About => super::help::about_ui(ui, view),
        }
        if dialog.is_read_only() {
            ui.add_space(tokens::GAP);
            let close = ui.button("Close");
            focus_first(ui, &close);
            if close.clicked() {
                answer(Answer::Cancel);
            }
        }
    });
    actions.append(&mut of_sheet);
    actions.extend(of_record.into_iter().map(Action::Record));
    if response.should_close() {
        actions.push(Action::Answer(Answer::Cancel));
    }
}

fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Evidence | Dialog::Licences | Dialog::PriceImport => 760.0,
        Dialog::Tour | Dialog::Shortcuts | Dialog::About => 560.0,
        Dialog::Record(dialog) => super::record::width(dialog),
        _ => 420.0,
    }
}

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading(format!("Save the changes to {}?", view.name));
    ui.label("They are lost if you don't save them.");
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, "Save") {
            answer(Answer::Save);
        }
        if ui.button("Don't save").clicked() {
            answer(Answer::Discard);
        }
        if ui.button("Cancel").clicked() {
            answer(Answer::Cancel);
        }
    });
}

fn new_plan_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading("New plan");
    ui.label("Starts from the worked example of a concern, with the catalogue's own figures.");
    ui.add_space(tokens::GAP);
    scroll_ui(ui, |ui| {
        for concern in &view.catalog.concerns {
            let button = ui.button(&concern.name).on_hover_text(&concern.summary);
            focus_first(ui, &button);
            if button.clicked() {
                answer(Answer::NewPlan(concern.id.clone()));
            }
        }
    });
    ui.add_space(tokens::GAP);
    if ui.button("Cancel").clicked() {
        answer(Answer::Cancel);
    }
}

fn path_ui(ui: &mut Ui, title: &str, verb: &str, path: &str, answer: &mut impl FnMut(Answer)) {
    ui.heading(title);
    let mut typed = path.to_owned();
    let label = ui.label("File");
    let edit = ui.add(TextEdit::singleline(&mut typed).desired_width(f32::INFINITY)).labelled_by(label.id);
    // Asked before the focus comes back to the field, which would have lost it no more.
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    focus_first(ui, &edit);
    if edit.changed() {
        answer(Answer::Typed(typed.clone()));
    }
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, verb) || entered {
            answer(Answer::Path(typed));
        }
        if ui.button("Cancel").clicked() {
            answer(Answer::Cancel);
        }
    });
}

/// Commands whose name holds what is typed; arrow keys mark one, and Enter gives it.
fn palette_ui(ui: &mut Ui, view: &View<'_>, (typed, at): (&str, usize), answer: &mut impl FnMut(Answer)) {
    let mut text = typed.to_owned();
    let edit = TextEdit::singleline(&mut text).desired_width(f32::INFINITY).hint_text("type a command's name");
    let edit = ui.add(edit).accessible_name("Command");
    edit.request_focus();
    if edit.changed() {
        answer(Answer::Typed(text.clone()));
    }
    let wanted = text.to_lowercase();
    let fits =
        |command: &Command| command.text().to_lowercase().contains(&wanted) && top_bar::is_enabled(view, *command);
    let found: Vec<Command> = Command::all().filter(|command| *command != Command::Palette).filter(fits).collect();
    let at = at.min(found.len().saturating_sub(1));
    let (down, up, enter) = ui.input(|input| {
        (input.num_presses(Key::ArrowDown), input.num_presses(Key::ArrowUp), input.key_pressed(Key::Enter))
    });
    if down + up > 0 {
        answer(Answer::Mark((at + down).saturating_sub(up).min(found.len().saturating_sub(1))));
    }
    if let Some(marked) = found.get(at).filter(|_| enter) {
        answer(Answer::Command(*marked));
    }
    ui.add_space(tokens::GAP);
    ScrollArea::vertical().max_height(320.0).min_scrolled_height(320.0).show(ui, |ui| {
        for (position, command) in found.iter().enumerate() {
            let mut button = Button::new(command.text()).min_size(egui::vec2(ui.available_width(), 0.0));
            button = button.selected(position == at);
            if let Some(keys) = command.shortcuts().first() {
                button = button.shortcut_text(ui.ctx().format_shortcut(keys));
            }
            let response = ui.add(button).accessible_name(command.text()).on_hover_text(command.tooltip());
            if position == at && down + up > 0 {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                answer(Answer::Command(*command));
            }
        }
    });
    if found.is_empty() {
        ui.label("No command of this name");
    }
}

/// What can be exported of this plan.
fn export_ui(ui: &mut Ui, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    ui.heading("Export");
    if let Some(option) = view.selected {
        ui.label(format!("A calendar holds the sessions of the selected option, {}.", option.mark.letter()));
    }
    ui.add_space(tokens::GAP);
    let plan = view.evaluation.map(|evaluation| Worked::of(evaluation, view.catalog));
    scroll_ui(ui, |ui| {
        for kind in Export::ALL.into_iter().filter(|kind| !Export::CLIPBOARD.contains(kind)) {
            let applies = plan.as_ref().is_some_and(|plan| kind.applies(plan));
            let button = Button::new(format!("{}…", kind.name())).min_size(egui::vec2(ui.available_width(), 0.0));
            let button = ui.add_enabled(applies, button);
            focus_first(ui, &button);
            if button.clicked() {
                answer(Answer::Export(kind));
            }
        }
    });
    ui.add_space(tokens::GAP);
    if ui.button("Cancel").clicked() {
        answer(Answer::Cancel);
    }
}

fn overwrite_ui(ui: &mut Ui, path: &std::path::Path, answer: &mut impl FnMut(Answer)) {
    ui.heading("Replace the file?");
    ui.label(format!("\"{}\" exists already.", path.display()));
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if primary(ui, "Replace") {
            answer(Answer::Overwrite);
        }
        if ui.button("Cancel").clicked() {
            answer(Answer::Cancel);
        }
    });
}

/// Gives a dialog's first control the focus as long as nothing in it has it.
pub(super) fn focus_first(ui: &Ui, control: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        control.request_focus();
    }
}

/// The button that does what the dialog is for.
pub(super) fn primary(ui: &mut Ui, text: &str) -> bool {
    let palette = Palette::of(ui);
    let button = ui.add(Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent));
    focus_first(ui, &button);
    button.clicked()
}

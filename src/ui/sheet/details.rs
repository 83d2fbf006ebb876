//! Changing the clinic's details; the pages beside them follow, but for what an issue keeps.

use super::form::{ClinicForm, Detail, LONG, Layout, SHORT};
use super::state::{SheetAction, SheetView};
use crate::locale::tr;
use crate::report::sheet::LogoKind;
use crate::ui::Action;
use crate::ui::kit;
use crate::ui::sides::sides;
use crate::ui::theme::{Palette, tokens};
use egui::{Button, RichText, Ui};

pub(super) fn details_ui(ui: &mut Ui, sheet: &SheetView<'_>, form: &ClinicForm, actions: &mut Vec<Action>) {
    kit::heading(ui, tr!("Clinic details"));
    ui.label(tr!("Set once for every sheet. What is empty is not printed."));
    if sheet.issued.is_some_and(|(issued, _)| issued.snapshot.presentation.is_some()) {
        weak(
            ui,
            tr!("The issue beside keeps the letterhead and terms it was handed out with; later sheets have these."),
        );
    }
    if let Some(problem) = sheet.clinic_problem {
        kit::error(ui, problem);
    }
    ui.add_space(tokens::GAP);
    let mut changed = form.clone();
    let wrong = form.wrong();
    for &detail in Detail::ALL {
        let wrong = wrong.as_deref().filter(|_| detail == Detail::Address);
        if let Some(text) = detail_ui(ui, detail, form.get(detail), wrong) {
            changed = changed.with(detail, &text);
        }
    }
    ui.add_space(tokens::GROUP_GAP);
    let mut wanted = logo_ui(ui, sheet, &mut changed);
    ui.add_space(tokens::GROUP_GAP);
    wanted = layout_ui(ui, sheet, &mut changed).or(wanted);
    ui.add_space(tokens::GROUP_GAP);
    if changed != *form {
        actions.push(Action::Sheet(SheetAction::Details(Box::new(changed))));
    }
    actions.extend(wanted.map(Action::Sheet));
}

fn detail_ui(ui: &mut Ui, detail: Detail, value: &str, wrong: Option<&str>) -> Option<String> {
    let mut text = value.to_owned();
    let field = kit::Field::new(detail, detail.name());
    // What is wrong is said at the end of the form.
    kit::row(ui, field, |ui| {
        let edit = if detail.is_long() {
            field.lines(&mut text).desired_rows(2).char_limit(LONG)
        } else {
            field.line(&mut text).char_limit(SHORT)
        };
        field.wrong(wrong).add(ui, |ui| ui.add(edit.desired_width(f32::INFINITY))).changed()
    })
    .then_some(text)
}

fn logo_ui(ui: &mut Ui, sheet: &SheetView<'_>, form: &mut ClinicForm) -> Option<SheetAction> {
    kit::headline(ui, tr!("Logo"), tokens::SIZES[1], 3);
    let mut wanted = None;
    let about = form.logo.as_ref().map(|logo| {
        let kind = match logo.kind() {
            LogoKind::Png => "PNG",
            LogoKind::Svg => "SVG",
        };
        tr!("A {kind} picture of {size} kB", kind, size = logo.bytes().len().div_ceil(1000))
    });
    match about {
        Some(about) => {
            ui.horizontal(|ui| {
                ui.label(about);
                if ui.small_button(tr!("Remove")).accessible_name(tr!("Remove the logo")).clicked() {
                    form.logo = None;
                }
            });
        }
        None => weak(ui, tr!("None yet: a PNG or SVG picture")),
    }
    if let Some(taken) =
        path_ui(ui, kit::Field::new("logo file", tr!("Logo file")), tr!("Take the logo"), &mut form.logo_path)
    {
        wanted = taken.then_some(SheetAction::TakeLogo);
    }
    if sheet.native_dialogs && ui.button(tr!("Choose a logo…")).clicked() {
        wanted = Some(SheetAction::ChooseLogo);
    }
    wanted
}

fn layout_ui(ui: &mut Ui, sheet: &SheetView<'_>, form: &mut ClinicForm) -> Option<SheetAction> {
    kit::headline(ui, tr!("Layout"), tokens::SIZES[1], 3);
    let mut wanted = None;
    let named = match &form.layout {
        Layout::BuiltIn => None,
        Layout::Own(name) => Some(name.clone()),
        Layout::From(path) => Some(tr!("{path}, copied when the details are saved", path = path.display())),
    };
    match named {
        None => weak(ui, tr!("The built-in one")),
        Some(named) => {
            ui.add(egui::Label::new(named).wrap());
            if ui.button(tr!("Back to the built-in layout")).clicked() {
                form.layout = Layout::BuiltIn;
            }
        }
    }
    if let Some(taken) =
        path_ui(ui, kit::Field::new("layout file", tr!("Layout file")), tr!("Take the layout"), &mut form.layout_path)
    {
        wanted = taken.then_some(SheetAction::TakeLayout);
    }
    if sheet.native_dialogs && ui.button(tr!("Choose a layout…")).clicked() {
        wanted = Some(SheetAction::ChooseLayout);
    }
    wanted
}

fn weak(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).color(Palette::of(ui).text_weak));
}

/// A path to type, and a button to take what lies there; whether it is to be taken.
fn path_ui(ui: &mut Ui, field: kit::Field<'_>, take: &str, path: &mut String) -> Option<bool> {
    kit::row(ui, field, |ui| {
        let edit = field.line(path).desired_width((ui.available_width() - 70.0).max(80.0));
        let edit = field.add(ui, |ui| ui.add(edit.hint_text(tr!("its path"))));
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let button = ui.add_enabled(!path.trim().is_empty(), Button::new(tr!("Take"))).accessible_name(take);
        Some(button.clicked() || entered)
    })
}

/// Saving or leaving, always in sight.
pub(super) fn end_ui(ui: &mut Ui, sheet: &SheetView<'_>, actions: &mut Vec<Action>) {
    let Some(form) = sheet.form else { return };
    ui.add_space(tokens::GAP);
    let wrong = form.wrong();
    for problem in wrong.iter().chain(&form.problem) {
        kit::error(ui, problem);
    }
    sides(
        ui,
        "details end",
        |_| {},
        |ui| {
            if ui.button(tr!("Cancel")).on_hover_text(tr!("Leave the details as they were")).clicked() {
                actions.push(Action::Sheet(SheetAction::LeaveDetails));
            }
            if kit::primary(ui, tr!("Save details"), wrong.is_none()).clicked() {
                actions.push(Action::Sheet(SheetAction::SaveDetails));
            }
        },
    );
    ui.add_space(tokens::GAP);
}

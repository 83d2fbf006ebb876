//! What the sheet shows, and where it goes.

use super::state::{SheetAction, SheetChoices, SheetView, optional};
use crate::locale::{self, Language, tr, trn};
use crate::record::Issued;
use crate::report::sheet::{Audience, Paper};
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, Command, View, is_enabled};
use crate::wording;
use egui::{Button, RichText, Ui};

/// The longest date anybody types, in characters.
const DATE: usize = 40;
/// For how many days a sheet may hold.
const VALID: std::ops::RangeInclusive<u32> = 0..=366;

pub(super) fn choices_ui(ui: &mut Ui, view: &View<'_>, sheet: &SheetView<'_>, actions: &mut Vec<Action>) {
    let mut act = |action| actions.push(Action::Sheet(action));
    let back = Button::new(format!("← {}", tr!("Back to the plan")));
    if ui.add(back).accessible_name(tr!("Back to the plan")).on_hover_text(tr!("Escape does the same")).clicked() {
        act(SheetAction::Back);
    }
    kit::heading(ui, tr!("Consultation sheet"));
    let mut chosen = sheet.choices.clone();
    choose_ui(ui, sheet, &mut chosen);
    if chosen != *sheet.choices {
        act(SheetAction::Choose(chosen));
    }
    ui.add_space(tokens::GROUP_GAP);
    way_out_ui(ui, view, sheet, &mut |action| actions.push(action));
    ui.add_space(tokens::GROUP_GAP);
    clinic_ui(ui, sheet, &mut |action| actions.push(Action::Sheet(action)));
}

fn choose_ui(ui: &mut Ui, sheet: &SheetView<'_>, chosen: &mut SheetChoices) {
    kit::radios(ui, tr!("What it shows"), |ui| {
        for audience in Audience::ALL {
            ui.radio_value(&mut chosen.audience, audience, audience.name());
        }
    });
    ui.add_space(tokens::GAP);
    let paper = kit::choice(ui, kit::Field::new("paper", tr!("Paper")), &chosen.paper, Paper::ALL, |paper| {
        paper.name().to_owned()
    });
    chosen.paper = paper.unwrap_or(chosen.paper);
    language_ui(ui, sheet, chosen);
    match sheet.issued {
        Some((issued, is_original)) => issued_ui(ui, issued, is_original),
        None => draft_ui(ui, chosen),
    }
    let Some(own) = sheet.own_layout else { return };
    let name = |built_in: &bool| if *built_in { tr!("Built-in").to_owned() } else { tr!("Own: {name}", name = own) };
    let layout =
        kit::choice(ui, kit::Field::new("layout", tr!("Layout")), &chosen.built_in_layout, [false, true], name);
    chosen.built_in_layout = layout.unwrap_or(chosen.built_in_layout);
}

/// The language of the sheet, which need not be the one of whoever makes it.
fn language_ui(ui: &mut Ui, sheet: &SheetView<'_>, chosen: &mut SheetChoices) {
    let field = kit::Field::new("sheet language", tr!("Language"));
    let kept = sheet.issued.and_then(|(issued, _)| issued.snapshot.presentation.as_ref());
    let kept = kept.and_then(|kept| Language::find(&kept.language));
    if let (Some(language), Some((_, true))) = (kept, sheet.issued) {
        kit::row(ui, field, |ui| ui.label(language.name()));
        return;
    }
    let all = std::iter::once(None).chain(Language::all().into_iter().map(|language| Some(language.code.clone())));
    let name = |code: &Option<String>| match code.as_deref().and_then(Language::find) {
        Some(language) => language.name().to_owned(),
        None if kept.is_some() => tr!("As issued: {name}", name = kept.map_or("", Language::name)),
        None => tr!("As the window: {name}", name = locale::current().language.name()),
    };
    if let Some(language) = kit::choice(ui, field, &chosen.language, all, name) {
        chosen.language = language;
    }
}

/// What is said of a plan that is not issued.
fn draft_ui(ui: &mut Ui, chosen: &mut SheetChoices) {
    let unit = trn!(chosen.valid_days, " day", " days");
    let (field, numbers) = (kit::Field::new("valid days", tr!("Valid for")), Numbers::whole(VALID, unit));
    let days = kit::number(ui, field, u32::from(chosen.valid_days), &numbers);
    chosen.valid_days = days.and_then(|days| u16::try_from(days).ok()).unwrap_or(chosen.valid_days);
    let (decide, born) = (tr!("Decide from"), tr!("Date of birth"));
    date_ui(ui, kit::Field::new("sheet decide from", decide), &mut chosen.decide_from, tr!("a line to write it on"));
    date_ui(ui, kit::Field::new("sheet born", born), &mut chosen.born, tr!("not printed"));
}

/// What is said of an issue, which no choice changes.
fn issued_ui(ui: &mut Ui, issued: &Issued, is_original: bool) {
    ui.label(wording::issued(issued));
    let text = if is_original {
        tr!("This is the original. Once it is opened, saved or printed, every further one is a copy.")
    } else {
        tr!("This is a copy, and says so.")
    };
    ui.add(egui::Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).wrap());
}

/// A day that may be left away. What is no date is said once the field is left.
fn date_ui(ui: &mut Ui, field: kit::Field<'_>, typed: &mut String, hint: &str) {
    let error = optional(typed).err().filter(|_| !field.is_typed_in(ui)).map(|error| wording::not_a_date(&error.0));
    let field = field.wrong(error.as_deref());
    kit::row(ui, field, |ui| {
        let edit = field.line(typed).desired_width(f32::INFINITY).char_limit(DATE).hint_text(hint);
        field.add(ui, |ui| ui.add(edit))
    });
}

/// The ways out of the program: a viewer, a file, a printer.
fn way_out_ui(ui: &mut Ui, view: &View<'_>, sheet: &SheetView<'_>, act: &mut impl FnMut(Action)) {
    let why = if !view.problems.is_empty() && sheet.issued.is_none() {
        Some(tr!("Mend the plan first; a sheet needs a valid plan"))
    } else if !sheet.choices.are_readable() && sheet.issued.is_none() {
        Some(tr!("Mend the date first"))
    } else if sheet.is_leaving {
        Some(tr!("Wait until the work under way has ended, or cancel it"))
    } else {
        None
    };
    let palette = Palette::of(ui);
    let open = RichText::new(tr!("Open as PDF")).color(palette.on_accent);
    let ways = [
        (
            Button::new(open).fill(palette.accent),
            tr!("In the system's viewer, tagged for screen readers"),
            SheetAction::Open,
        ),
        (
            Button::new(tr!("Save as PDF…")),
            tr!("Into a file of your choice, tagged for screen readers"),
            SheetAction::Save,
        ),
        (Button::new(tr!("Print…")), tr!("On a printer of your choice"), SheetAction::AskPrinter),
    ];
    ui.vertical_centered_justified(|ui| {
        if sheet.issued.is_none() {
            let issue = ui.add_enabled(why.is_none() && is_enabled(view, Command::Issue), Button::new(tr!("Issue…")));
            if issue.on_hover_text(Command::Issue.tooltip()).clicked() {
                act(Action::Command(Command::Issue));
            }
        }
        let mut act = |action| act(Action::Sheet(action));
        for (button, tooltip, action) in ways {
            let response = ui.add_enabled(why.is_none(), button).on_hover_text(tooltip);
            if response.on_disabled_hover_text(why.unwrap_or_default()).clicked() {
                act(action);
            }
        }
    });
}

fn clinic_ui(ui: &mut Ui, sheet: &SheetView<'_>, act: &mut impl FnMut(SheetAction)) {
    if let Some(problem) = sheet.clinic_problem {
        kit::error(ui, problem);
    }
    let tooltip = tr!("Letterhead, terms, logo and layout, set once for every sheet");
    ui.vertical_centered_justified(|ui| {
        if ui.button(tr!("Clinic details…")).on_hover_text(tooltip).clicked() {
            act(SheetAction::EditDetails);
        }
    });
}

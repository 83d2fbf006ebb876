//! What Help shows.

use super::command::{Command, Menu};
use super::kit::{self, Pressed, Question};
use super::rules::rules_ui;
use super::state::View;
use super::theme::{strong, tokens};
use super::words;
use crate::catalog::Basis;
use crate::locale::{self, english, tr};
use crate::wording::{self, notices};
use egui::{Context, Grid, Ui};

/// The two-minute tour.
pub(super) fn tour_ui(ctx: &Context) -> Option<Pressed> {
    Question::new(tr!("Two-minute tour")).wide().show(ctx, |ui| {
        kit::scroll(ui, |ui| {
            for (title, text) in TOUR {
                kit::heading(ui, locale::text(title));
                ui.label(locale::text(text));
            }
        });
    })
}

const TOUR: [(&str, &str); 8] = [
    (
        english!("Client and plan"),
        english!(
            "The sentences in the bar: what the client comes for, how bad it is, and what changes the result; from when and \
             how far the plan looks. A click opens their fields."
        ),
    ),
    (
        english!("Options"),
        english!(
            "A row for each of up to six mixes of treatments, and for doing nothing, which is always there. Drag to put them \
             in order; hide one to set it aside. Select a figure to see how it comes about and who says so."
        ),
    ),
    (
        english!("Charts"),
        english!(
            "Improvement above, spend below, on one time axis. The pale area is the range of the selected option: the outer \
             one of people, the inner one of clinics; the bars at the end are those of clinics, for all options. Move the pointer to read every option on a day. \
             Hatched ground lies beyond what studies followed. Ctrl+T shows the same figures as a table."
        ),
    ),
    (
        english!("The selected option"),
        english!(
            "Its treatments in sentences, beside the charts; each underlined phrase opens its fields. Next to them its dated \
             money, how it may be paid, and the evidence."
        ),
    ),
    (
        english!("Client view"),
        english!(
            "F11 shows step by step what a client is to see, in large text and with nothing to edit; Escape leaves."
        ),
    ),
    (
        english!("Find a plan"),
        english!(
            "Ctrl+F looks at every plan of one or two treatments, or up to three if asked, and shows which reach most for \
             the money, within a budget and whatever else they must keep to."
        ),
    ),
    (
        english!("Sheet"),
        english!(
            "Ctrl+P shows the consultation sheet, to open, save or print it; Ctrl+E exports tables, charts and a \
             calendar. The price list holds the clinic's own prices."
        ),
    ),
    (
        english!("Files"),
        english!(
            "Ctrl+S saves the plan; Ctrl+Z takes any change back. Ctrl+K finds any command, Ctrl+/ lists the keys."
        ),
    ),
];

/// Evidence and limits.
pub(super) fn evidence_ui(ctx: &Context, view: &View<'_>) -> Option<Pressed> {
    Question::new(tr!("Evidence and limits")).wide().show(ctx, |ui| {
        kit::scroll(ui, |ui| evidence_text_ui(ui, view));
    })
}

fn evidence_text_ui(ui: &mut Ui, view: &View<'_>) {
    let reviewed =
        tr!("State of the evidence: {reviewed}.", reviewed = wording::evidence_reviewed(view.catalog, view.today));
    let notices =
        [notices::results(), notices::evidence(), notices::improvement(), notices::advice(), notices::funding()];
    for text in notices.into_iter().chain([reviewed.as_str()]) {
        ui.label(text);
        ui.add_space(tokens::GAP);
    }
    kit::heading(ui, tr!("Where sources contradict each other"));
    for one in &view.catalog.contradictions {
        ui.collapsing(format!("{} · {}", one.id, wording::text(&one.topic)), |ui| {
            for (statement, ids) in &one.statements {
                let ids: Vec<&str> = ids.iter().map(crate::catalog::SourceId::as_str).collect();
                ui.label(format!("• {} ({})", wording::text(statement), ids.join(", ")));
            }
            ui.label(strong(tr!("Here: {reconciliation}", reconciliation = wording::text(&one.reconciliation))));
        });
    }
    ui.add_space(tokens::GAP);
    rules_ui(ui, view.catalog);
    ui.add_space(tokens::GAP);
    kit::heading(ui, tr!("The guides' cost table, recomputed"));
    cost_table_ui(ui, view);
    ui.add_space(tokens::GAP);
    kit::heading(ui, tr!("Documents"));
    for source in &view.catalog.sources {
        ui.label(tr!(
            "{id} · {title} ({publisher}). Quality {quality}",
            id = source.id,
            title = source.title,
            publisher = source.publisher,
            quality = wording::text(&source.quality),
        ));
    }
}

fn cost_table_ui(ui: &mut Ui, view: &View<'_>) {
    let dollars = crate::units::Currency::USD;
    let range = |(low, high)| format!("{}–{}", wording::money(low, dollars), wording::money(high, dollars));
    for row in &view.catalog.cost_table {
        let (name, upkeep, note) = (wording::text(&row.name), range(row.upkeep()), wording::text(&row.note));
        let printed = row.printed_course.filter(|printed| Some(*printed) != row.course()).map(range);
        let text = match (row.course().map(range), printed) {
            (None, None) => tr!("{name}: upkeep a year {upkeep}. {note}", name, upkeep, note),
            (None, Some(printed)) => {
                tr!("{name}: upkeep a year {upkeep}; printed {printed}. {note}", name, upkeep, printed, note)
            }
            (Some(course), None) => {
                tr!("{name}: course {course}, upkeep a year {upkeep}. {note}", name, course, upkeep, note)
            }
            (Some(course), Some(printed)) => tr!(
                "{name}: course {course}, upkeep a year {upkeep}; printed {printed}. {note}",
                name,
                course,
                upkeep,
                printed,
                note,
            ),
        };
        ui.label(format!("• {text}"));
    }
}

/// The keys of every command, and of charts and table.
pub(super) fn shortcuts_ui(ctx: &Context) -> Option<Pressed> {
    Question::new(tr!("Keyboard shortcuts")).wide().show(ctx, |ui| kit::scroll(ui, keys_ui))
}

fn keys_ui(ui: &mut Ui) {
    for menu in Menu::ALL {
        kit::heading(ui, menu.name());
        Grid::new(menu.name()).num_columns(2).min_col_width(220.0).show(ui, |ui| {
            for command in menu.commands().filter(|command| !command.shortcuts().is_empty()) {
                ui.label(command.text());
                ui.label(keys(ui, command));
                ui.end_row();
            }
        });
    }
    for (place, keys) in KEYS {
        kit::heading(ui, locale::text(place));
        ui.label(locale::text(keys));
    }
}

/// One or two ways to give a command by keys.
fn keys(ui: &Ui, command: Command) -> String {
    let all: Vec<String> = command.shortcuts().iter().map(|shortcut| words::keys(ui, *shortcut)).collect();
    match all.as_slice() {
        [one, other] => tr!("{one} or {other}", one, other),
        all => all.join(", "),
    }
}

const KEYS: [(&str, &str); 4] = [
    (
        english!("Everywhere"),
        english!("Tab and Shift+Tab go from field to field; Space presses; Escape closes a list or a dialog."),
    ),
    (
        english!("Charts"),
        english!(
            "Left and Right move the cursor by a month, with Shift by a day; Page Up and Page Down by a year; Home and \
             End to the ends; plus and minus look closer and further; Escape lets go. With the pointer: drag to move in \
             time, Ctrl and wheel to look closer, double-click for the whole plan."
        ),
    ),
    (english!("Comparison"), english!("Arrow keys go from figure to figure; Space explains the figure.")),
    (english!("Numbers"), english!("Drag sideways to change, or press and type. Up and Down change by one.")),
];

/// The licences of the program and of what it is built from.
pub(super) fn licences_ui(ctx: &Context) -> Option<Pressed> {
    Question::new(tr!("Licences")).wide().show(ctx, |ui| {
        ui.label(tr!(
            "Collagen Ledger is free software under the MIT licence or the Apache Licence 2.0, at your choice."
        ));
        ui.label(tr!("Text is set in Inter (SIL Open Font Licence 1.1), icons are Phosphor (MIT)."));
        kit::scroll(ui, |ui| {
            for (name, text) in LICENCES {
                ui.collapsing(locale::text(name), |ui| ui.label(text));
            }
            kit::heading(ui, tr!("Libraries, each under the licence it names"));
            ui.label(LIBRARIES);
        });
    })
}

const LICENCES: [(&str, &str); 4] = [
    (english!("MIT licence"), include_str!("../../LICENSE-MIT")),
    (english!("Apache Licence 2.0"), include_str!("../../LICENSE-APACHE")),
    (english!("Inter: SIL Open Font Licence 1.1"), include_str!("../../assets/fonts/LICENSE-Inter.txt")),
    (english!("Phosphor: MIT licence"), include_str!("../../assets/fonts/LICENSE-Phosphor.txt")),
];

/// One library a line, with its version and licence. A test keeps it true.
const LIBRARIES: &str = include_str!("../../assets/libraries.txt");

/// Version, model and catalogue.
pub(super) fn about_ui(ctx: &Context, view: &View<'_>) -> Option<Pressed> {
    Question::new("Collagen Ledger").show(ctx, |ui| {
        ui.label(tr!("Version {version}", version = env!("CARGO_PKG_VERSION")));
        let catalog = view.catalog;
        ui.label(tr!(
            "Response model {model}, catalogue {catalogue}, {reviewed}",
            model = catalog.model.version,
            catalogue = catalog.version,
            reviewed = wording::evidence_reviewed(catalog, view.today),
        ));
        ui.label(notices::purpose());
        ui.label(notices::funding());
        ui.add_space(tokens::GAP);
        let labels: Vec<&str> =
            [Basis::Trial, Basis::Society, Basis::Seed, Basis::Assumption, Basis::Placeholder, Basis::Clinic]
                .map(wording::basis)
                .to_vec();
        ui.label(tr!("Every figure is labelled by what it rests on: {labels}.", labels = labels.join(", ")));
    })
}

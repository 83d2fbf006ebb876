//! What Help shows.

use super::theme::{strong, tokens};
use super::{Menu, View};
use crate::catalog::Basis;
use crate::wording::{self, notices};
use egui::{Grid, ScrollArea, Ui};

/// As much of a long text as the window has room for, from the first frame on.
pub(super) fn scroll_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let height = (ui.ctx().content_rect().height() - 240.0).max(160.0);
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, add);
}

/// The two-minute tour.
pub(super) fn tour_ui(ui: &mut Ui) {
    ui.heading("Two-minute tour");
    for (title, text) in TOUR {
        ui.add_space(tokens::GAP);
        ui.label(strong(title));
        ui.label(text);
    }
}

const TOUR: [(&str, &str); 7] = [
    (
        "Client",
        "On the left, say what the client comes for, how bad it is, and what changes the result: age, sun, smoking.",
    ),
    (
        "Options",
        "Up to six mixes of treatments, and doing nothing, which is always there. Select one to change its \
         treatments: sessions, dates, price, extras, upkeep. Drag to put them in order; hide one to set it aside.",
    ),
    (
        "Charts",
        "Cumulative spend above, improvement below, on one time axis. The pale area is the range from cautious to \
         optimistic. Move the pointer to read every option on a day. Shaded ground lies beyond what studies followed. \
         Ctrl+T shows the same figures as a table.",
    ),
    ("Comparison", "A column for each option. Select a number to see how it comes about and who says so."),
    ("Details", "On the right: dated sessions, dated money, the evidence behind a figure, and what differs."),
    (
        "Sheet",
        "Ctrl+P shows the consultation sheet, to open, save or print it; Ctrl+E exports tables, charts and a calendar. \
         The price list holds the clinic's own prices.",
    ),
    ("Files", "Ctrl+S saves the plan; Ctrl+Z takes any change back. Ctrl+K finds any command, Ctrl+/ lists the keys."),
];

/// Evidence and limits.
pub(super) fn evidence_ui(ui: &mut Ui, view: &View<'_>) {
    ui.heading("Evidence and limits");
    scroll_ui(ui, |ui| {
        for text in [notices::results(), notices::evidence(), notices::improvement(), notices::advice()] {
            ui.label(text);
            ui.add_space(tokens::GAP);
        }
        ui.label(strong("Where sources contradict each other"));
        for one in &view.catalog.contradictions {
            ui.collapsing(format!("{} · {}", one.id, one.topic), |ui| {
                for (statement, ids) in &one.statements {
                    let ids: Vec<&str> = ids.iter().map(crate::catalog::SourceId::as_str).collect();
                    ui.label(format!("• {statement} ({})", ids.join(", ")));
                }
                ui.label(strong(format!("Here: {}", one.reconciliation)));
            });
        }
        ui.add_space(tokens::GAP);
        ui.label(strong("The seed cost table, recomputed"));
        cost_table_ui(ui, view);
        ui.add_space(tokens::GAP);
        ui.label(strong("Documents"));
        for source in &view.catalog.sources {
            ui.label(format!("{} · {} ({}). Quality {}", source.id, source.title, source.publisher, source.quality));
        }
    });
}

fn cost_table_ui(ui: &mut Ui, view: &View<'_>) {
    let dollars = crate::units::Currency::USD;
    let range = |(low, high)| format!("{}–{}", wording::money(low, dollars), wording::money(high, dollars));
    for row in &view.catalog.cost_table {
        let course = row.course().map(|course| format!("course {}, ", range(course))).unwrap_or_default();
        let printed = row.printed_course.filter(|printed| Some(*printed) != row.course());
        let printed = printed.map(|printed| format!("; printed {}", range(printed))).unwrap_or_default();
        ui.label(format!("• {}: {course}upkeep a year {}{printed}. {}", row.name, range(row.upkeep()), row.note));
    }
}

/// The keys of every command, and of charts and table.
pub(super) fn shortcuts_ui(ui: &mut Ui) {
    ui.heading("Keyboard shortcuts");
    scroll_ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.add_space(tokens::GAP);
            ui.label(strong(menu.name()));
            Grid::new(menu.name()).num_columns(2).min_col_width(220.0).show(ui, |ui| {
                for command in menu.commands().filter(|command| !command.shortcuts().is_empty()) {
                    let keys = command.shortcuts().iter().map(|keys| ui.ctx().format_shortcut(keys));
                    let keys: Vec<String> = keys.collect();
                    ui.label(command.text());
                    ui.label(keys.join(" or "));
                    ui.end_row();
                }
            });
        }
        for (place, keys) in KEYS {
            ui.add_space(tokens::GAP);
            ui.label(strong(place));
            ui.label(keys);
        }
    });
}

const KEYS: [(&str, &str); 4] = [
    ("Everywhere", "Tab and Shift+Tab go from field to field; Space presses; Escape closes a list or a dialog."),
    (
        "Charts",
        "Left and Right move the cursor by a month, with Shift by a day; Page Up and Page Down by a year; Home and End to \
         the ends; plus and minus look closer and further; Escape lets go. With the pointer: drag to move in time, Ctrl and \
         wheel to look closer, double-click for the whole plan.",
    ),
    ("Comparison", "Arrow keys go from figure to figure; Space explains the figure."),
    ("Numbers", "Drag sideways to change, or press and type. Up and Down change by one."),
];

/// The licences of the program and of what it is built from.
pub(super) fn licences_ui(ui: &mut Ui) {
    ui.heading("Licences");
    ui.label("Collagen Ledger is free software under the MIT licence or the Apache Licence 2.0, at your choice.");
    ui.label("Text is set in Inter (SIL Open Font Licence 1.1), icons are Phosphor (MIT).");
    scroll_ui(ui, |ui| {
        for (name, text) in LICENCES {
            ui.collapsing(name, |ui| ui.label(text));
        }
        ui.add_space(tokens::GAP);
        ui.label(strong("Libraries, each under the licence it names"));
        ui.label(LIBRARIES);
    });
}

const LICENCES: [(&str, &str); 4] = [
    ("MIT licence", include_str!("../../LICENSE-MIT")),
    ("Apache Licence 2.0", include_str!("../../LICENSE-APACHE")),
    ("Inter: SIL Open Font Licence 1.1", include_str!("../../assets/fonts/LICENSE-Inter.txt")),
    ("Phosphor: MIT licence", include_str!("../../assets/fonts/LICENSE-Phosphor.txt")),
];

/// One library a line, with its version and licence. A test keeps it true.
const LIBRARIES: &str = include_str!("../../assets/libraries.txt");

/// Version, model and catalogue.
pub(super) fn about_ui(ui: &mut Ui, view: &View<'_>) {
    ui.heading("Collagen Ledger");
    ui.label(format!("Version {}", env!("CARGO_PKG_VERSION")));
    let catalog = view.catalog;
    ui.label(format!(
        "Response model {}, catalogue {}, evidence last reviewed {}",
        catalog.model.version,
        catalog.version,
        wording::date(catalog.reviewed)
    ));
    ui.add_space(tokens::GAP);
    let labels: Vec<&str> =
        [Basis::Trial, Basis::Society, Basis::Seed, Basis::Assumption, Basis::Placeholder, Basis::Clinic]
            .map(Basis::label)
            .to_vec();
    ui.label(format!("Every figure is labelled by what it rests on: {}.", labels.join(", ")));
}

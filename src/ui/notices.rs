//! Messages, the explanation of the first start, and what Help shows.

use super::fields::icon_button;
use super::theme::{Palette, icons, strong, tokens};
use super::{Action, View};
use crate::catalog::Basis;
use crate::wording::{self, notices};
use egui::{Frame, RichText, ScrollArea, Ui};

/// Messages that stay until dismissed, and the explanation of the first start.
pub(super) fn notices_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.intro && view.is_new && strip_ui(ui, icons::INFO, false, INTRO, "Dismiss the explanation") {
        actions.push(Action::DismissIntro);
    }
    for (at, notice) in view.notices.iter().enumerate() {
        let icon = if notice.is_error { icons::ERROR } else { icons::INFO };
        if strip_ui(ui, icon, notice.is_error, &notice.text, "Dismiss the message") {
            actions.push(Action::DismissNotice(at));
        }
    }
    if !view.problems.is_empty() {
        stale_ui(ui, view);
    }
}

const INTRO: &str = "This is a worked example on the catalogue's own figures. Change the client on the left and the \
    treatments below the options: charts, table and sheet follow at once. Nothing here promises a result.";

/// A strip across the window; true if it is dismissed.
fn strip_ui(ui: &mut Ui, icon: &str, is_error: bool, text: &str, dismiss: &str) -> bool {
    let palette = Palette::of(ui);
    let color = if is_error { palette.error } else { palette.accent };
    let frame = Frame::new().fill(palette.selected).corner_radius(tokens::RADIUS).inner_margin(8.0);
    let shown = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(icon).color(color).size(16.0));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let dismissed = icon_button(ui, icons::CLOSE, dismiss, true);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(text).wrap());
                });
                dismissed
            })
            .inner
        })
        .inner
    });
    shown.inner
}

fn stale_ui(ui: &mut Ui, view: &View<'_>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.error));
    frame.corner_radius(tokens::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let before = if view.evaluation.is_some() { ". What is shown is from before" } else { "" };
        let count = view.problems.len();
        let title = if count == 1 { "One entry to mend".to_owned() } else { format!("{count} entries to mend") };
        ui.label(RichText::new(format!("{} {title}{before}", icons::ERROR)).color(palette.error));
        for problem in view.problems.iter().take(4) {
            ui.label(problem.to_string());
        }
        if count > 4 {
            ui.label(format!("and {} more, each marked beside its field", count - 4));
        }
    });
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

const TOUR: [(&str, &str); 6] = [
    (
        "Client",
        "On the left, say what the client comes for, how bad it is, and what changes the result: age, sun, smoking.",
    ),
    (
        "Options",
        "Up to six mixes of treatments, and doing nothing, which is always there. Select one to change its \
         treatments: sessions, dates, price, extras, upkeep.",
    ),
    (
        "Charts",
        "Cumulative spend above, improvement below, on one time axis. The pale area is the range from cautious to \
         optimistic. Move the pointer to read every option on a day. Shaded ground lies beyond what studies followed.",
    ),
    ("Comparison", "A column for each option. Select a number to see how it comes about and who says so."),
    ("Details", "On the right: dated sessions, dated money, the evidence behind a figure, and what differs."),
    (
        "Sheet",
        "Ctrl+P makes the consultation sheet and opens it to print. Ctrl+S saves the plan; Ctrl+Z takes any change back.",
    ),
];

/// Evidence and limits.
pub(super) fn evidence_ui(ui: &mut Ui, view: &View<'_>) {
    ui.heading("Evidence and limits");
    let height = (ui.ctx().content_rect().height() - 200.0).max(160.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for text in [notices::RESULTS, notices::EVIDENCE, notices::IMPROVEMENT, notices::ADVICE] {
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

/// Version and licences.
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
    ui.label("Free software under the MIT licence or the Apache Licence 2.0, at your choice.");
    ui.label("Text is set in Inter (SIL Open Font Licence 1.1), icons are Phosphor (MIT).");
    ui.add_space(tokens::GAP);
    let labels: Vec<&str> =
        [Basis::Trial, Basis::Society, Basis::Seed, Basis::Assumption, Basis::Placeholder, Basis::Clinic]
            .map(Basis::label)
            .to_vec();
    ui.label(format!("Every figure is labelled by what it rests on: {}.", labels.join(", ")));
}

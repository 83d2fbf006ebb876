//! Messages, and the explanation of the first start.

use super::kit::icon_button;
use super::theme::{Palette, icons, tokens};
use super::{Action, JobLine, View};
use crate::locale::{self, mark, tr, trn};
use egui::{Frame, RichText, Ui};
use std::time::Duration;

/// Messages that stay until dismissed, and the explanation of the first start.
pub(super) fn notices_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.intro
        && view.is_new
        && !view.prices.is_open
        && !view.client_view
        && strip_ui(ui, icons::INFO, false, locale::text(INTRO), tr!("Dismiss the explanation"))
    {
        actions.push(Action::DismissIntro);
    }
    messages_ui(ui, view, actions);
}

/// Messages that stay until dismissed.
pub(super) fn messages_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.changed_elsewhere {
        changed_ui(ui, view, actions);
    }
    // The first one stands in the bar above.
    for job in view.jobs.iter().skip(1) {
        ui.horizontal(|ui| job_ui(ui, job, actions));
    }
    for (at, notice) in view.notices.iter().enumerate() {
        let icon = if notice.is_error { icons::ERROR } else { icons::INFO };
        if strip_ui(ui, icon, notice.is_error, &notice.text, tr!("Dismiss the message")) {
            actions.push(Action::DismissNotice(at));
        }
    }
    if !view.problems.is_empty() {
        stale_ui(ui, view);
    }
}

/// How long a job may take before it is said for how long it has been under way.
const LONG: Duration = Duration::from_secs(3);

/// What is being worked on beside the window, for how long if that is long, and the way to give it up.
pub(super) fn job_ui(ui: &mut Ui, job: &JobLine, actions: &mut Vec<Action>) {
    let what = job.what;
    if job.since < LONG {
        ui.label(format!("{what}…"));
    } else {
        ui.label(tr!("{what}… {seconds} s", what, seconds = job.since.as_secs()));
    }
    if ui.small_button(tr!("Cancel")).accessible_name(tr!("Cancel {busy}", busy = what)).clicked() {
        actions.push(Action::CancelJob(job.id));
    }
}

const INTRO: &str = mark!(
    "This is a worked example on the catalogue's own figures. Change the client on the left and the treatments below \
     the options: charts, table and sheet follow at once. Nothing here promises a result."
);

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

/// Somebody else has written the plan's file: which version to go on with.
fn changed_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.selected).corner_radius(tokens::RADIUS).inner_margin(8.0);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = tr!("{name} was changed by somebody else. Both versions are kept", name = view.name);
        ui.label(format!("{} {text}", icons::INFO));
        ui.horizontal(|ui| {
            if ui.button(tr!("Show theirs")).on_hover_text(tr!("Undo brings this one back")).clicked() {
                actions.push(Action::TakeTheirs);
            }
            let text = tr!("Saving then keeps their version in a file beside this one");
            if ui.button(tr!("Keep mine")).on_hover_text(text).clicked() {
                actions.push(Action::KeepMine);
            }
        });
    });
}

fn stale_ui(ui: &mut Ui, view: &View<'_>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.error));
    frame.corner_radius(tokens::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let count = view.problems.len();
        let title = if view.evaluation.is_some() {
            trn!(
                count as u64,
                "One entry to mend. What is shown is from before",
                "{count} entries to mend. What is shown is from before",
                count
            )
        } else {
            trn!(count as u64, "One entry to mend", "{count} entries to mend", count)
        };
        ui.label(RichText::new(format!("{} {title}", icons::ERROR)).color(palette.error));
        for problem in view.problems.iter().take(4) {
            ui.label(problem.to_string());
        }
        if count > 4 {
            ui.label(tr!("and {count} more, each marked beside its field", count = count - 4));
        }
    });
}

/// What is wrong, in one sentence.
pub(super) fn error_ui(ui: &mut Ui, text: &str) {
    let text = format!("{} {text}", icons::ERROR);
    ui.add(egui::Label::new(RichText::new(text).color(Palette::of(ui).error)).wrap());
}

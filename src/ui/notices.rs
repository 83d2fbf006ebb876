//! What is to be told: messages, work under way, what is to be mended. All of it lies over the rest, so that nothing
//! moves when it comes and goes, and is announced to a screen reader.

use super::kit::{self, Pane, icon_button};
use super::theme::{Palette, icons, strong, tokens};
use super::{Action, CopyAnswer, JobLine, Notice, View};
use crate::locale::{tr, trn};
use crate::storage::PlanCopy;
use egui::accesskit::Live;
use egui::{Align, Align2, Area, Color32, Frame, Id, Label, Layout, Response, RichText, Stroke, Ui, vec2};
use std::time::Duration;

/// The widest that messages are, and how far from the edge of the window, in points.
const WIDTH: f32 = 520.0;
const MARGIN: f32 = 12.0;

/// Everything there is to tell, at the foot of the window.
pub(super) fn notices_ui(ui: &Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    // What has no price yet is said where the money would be, and of a plan that is not begun there is nothing to mend.
    let has_problems = !view.problems.is_empty() && view.unpriced.is_empty() && !view.is_starting;
    let is_quiet = view.notices.is_empty() && view.jobs.is_empty() && !has_problems;
    if view.client_view || (is_quiet && !view.changed_elsewhere && view.copy.is_none()) {
        return;
    }
    // Where nothing is typed or pressed: over the lower chart, or over the pages of the sheet.
    let (corner, inwards) = match view.sheet {
        Some(_) => (Align2::RIGHT_BOTTOM, -MARGIN),
        None => (Align2::LEFT_BOTTOM, MARGIN),
    };
    let area = Area::new(Id::unique("notices")).anchor(corner, vec2(inwards, -MARGIN));
    area.show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 2.0 * MARGIN));
        kit::pane(ui, Pane::Notices, |ui| {
            if has_problems {
                problems_ui(ui, view);
            }
            for job in &view.jobs {
                job_ui(ui, job, actions);
            }
            if view.changed_elsewhere {
                changed_ui(ui, view, actions);
            } else if let Some(copy) = view.copy {
                copy_ui(ui, copy, actions);
            }
            for (at, notice) in view.notices.iter().enumerate() {
                notice_ui(ui, at, notice, actions);
            }
        });
    });
}

/// A card of its own, with a line in a colour around it.
fn card_ui(ui: &mut Ui, color: Color32, add: impl FnOnce(&mut Ui)) {
    let frame = Frame::popup(ui.style()).fill(Palette::of(ui).card).stroke(Stroke::new(1.0, color));
    frame.corner_radius(tokens::RADIUS).inner_margin(9.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
}

/// Has a screen reader say a text when it comes up.
fn announce(text: &Response, is_urgent: bool) {
    let live = if is_urgent { Live::Assertive } else { Live::Polite };
    text.ctx.accesskit_node_builder(text.id, |node| node.set_live(live));
}

fn notice_ui(ui: &mut Ui, at: usize, notice: &Notice, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let (sign, color) = if notice.is_error { (icons::ERROR, palette.error) } else { (icons::INFO, palette.accent) };
    card_ui(ui, color, |ui| {
        ui.horizontal_top(|ui| {
            kit::icon(ui, sign, color);
            let room = ui.available_width() - 30.0;
            ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(room);
                announce(&ui.add(Label::new(&notice.text).wrap()), notice.is_error);
                if let Some(path) = &notice.written {
                    written_ui(ui, path, actions);
                }
            });
            if icon_button(ui, icons::CLOSE, tr!("Dismiss the message"), true) {
                actions.push(Action::DismissNotice(at));
            }
        });
    });
}

/// What can be done with a file that was written.
fn written_ui(ui: &mut Ui, path: &std::path::Path, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        if ui.button(tr!("Open")).clicked() {
            actions.push(Action::Show(path.to_owned()));
        }
        if let Some(folder) = path.parent().filter(|_| ui.button(tr!("Show in folder")).clicked()) {
            actions.push(Action::Show(folder.to_owned()));
        }
    });
}

/// How long a job may take before it is said for how long it has been under way.
const LONG: Duration = Duration::from_secs(3);

/// What is being worked on in the background, for how long if that is long, and the way to give it up.
fn job_ui(ui: &mut Ui, job: &JobLine, actions: &mut Vec<Action>) {
    let what = job.what;
    card_ui(ui, Palette::of(ui).edge, |ui| {
        ui.horizontal(|ui| {
            announce(&ui.label(format!("{what}…")), false);
            if job.since >= LONG {
                ui.label(tr!("{seconds} s", seconds = job.since.as_secs()));
            }
            if ui.button(tr!("Cancel")).accessible_name(tr!("Cancel {busy}", busy = what)).clicked() {
                actions.push(Action::CancelJob(job.id));
            }
        });
    });
}

/// Somebody else has written the plan's file: which version to go on with.
fn changed_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let accent = Palette::of(ui).accent;
    card_ui(ui, accent, |ui| {
        let text = tr!("{name} was changed by somebody else. Nothing of either version is lost", name = view.name);
        announce(&kit::with_icon(ui, icons::INFO, accent, text), false);
        ui.horizontal_wrapped(|ui| {
            let text = tr!("What was changed at either desk stands; where both changed the same, you choose");
            if view.unsaved && ui.button(tr!("Put both together")).on_hover_text(text).clicked() {
                actions.push(Action::MergeTheirs);
            }
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

/// The same plan lies in another file beside this one: what to do with what is there.
fn copy_ui(ui: &mut Ui, copy: &PlanCopy, actions: &mut Vec<Action>) {
    let accent = Palette::of(ui).accent;
    card_ui(ui, accent, |ui| {
        let name = copy.path.file_name().unwrap_or_default().to_string_lossy();
        let text = tr!("Another version of this plan lies beside it, as {name}", name);
        let why = tr!("Two desks wrote at once, or a version was laid aside. The other file stays as it is");
        announce(&kit::with_icon(ui, icons::INFO, accent, text).on_hover_text(why), false);
        ui.horizontal_wrapped(|ui| {
            let together = tr!("What either version has is taken; where they differ, you choose");
            let answers = [
                (CopyAnswer::Merge, tr!("Put both together"), together),
                (CopyAnswer::Open, tr!("Open it"), tr!("In place of this plan")),
                (CopyAnswer::Leave, tr!("Leave it"), tr!("It is not offered again unless it changes")),
            ];
            for (answer, text, what) in answers {
                if ui.button(text).on_hover_text(what).clicked() {
                    actions.push(Action::Copy(copy.clone(), answer));
                }
            }
        });
    });
}

/// What keeps the plan from being worked out.
fn problems_ui(ui: &mut Ui, view: &View<'_>) {
    let (count, error) = (view.problems.len(), Palette::of(ui).error);
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
    card_ui(ui, error, |ui| {
        announce(&kit::with_icon(ui, icons::ERROR, error, strong(title).color(error)), false);
        for problem in view.problems.iter().take(3) {
            ui.add(Label::new(problem.to_string()).wrap());
        }
        if count > 3 {
            ui.label(RichText::new(tr!("and {count} more, each marked beside its field", count = count - 3)));
        }
    });
}

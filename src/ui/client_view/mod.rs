//! What a client is shown, full screen and in four steps: what one could do, what it may achieve, how many
//! it helps, what it costs. No
//! menus, no file's name, nothing to edit; large enough to be read from the other side of a table.

mod cost;
mod hundred;
mod options;

use super::theme::{Palette, strong, tokens};
use super::{Action, Command, View, ViewState, charts, concern, kit};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::scene::{Chart, beyond_evidence};
use crate::wording;
use egui::{CentralPanel, FocusDirection, Frame, Key, Margin, Modifiers, Panel, Rect, ScrollArea, Ui, UiBuilder, vec2};
use std::ops::RangeInclusive;

/// The smallest text, in points of the window at its usual size.
const LEAST_TEXT: f32 = 22.0;
/// How much larger everything is than elsewhere.
pub const CLOSER: f32 = LEAST_TEXT / tokens::SIZES[0];

/// A picture lower than this shows nothing.
const LEAST_PICTURE: f32 = 180.0;

/// How many steps there are.
const STEPS: usize = 4;

/// The view, in the whole window.
pub(super) fn client_view_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    if view.dialog.is_none() {
        keys(ui, state, actions);
    }
    let palette = Palette::of(ui);
    let margin = Margin::symmetric(16, 8);
    let frame = Frame::new().fill(palette.ground).inner_margin(margin);
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        kit::pane(ui, kit::Pane::ClientView, |ui| {
            let foot = Panel::bottom("client steps").frame(Frame::new()).show_separator_line(false);
            foot.show(ui, |ui| foot_ui(ui, state, actions));
            kit::title(ui, title(state.client_step));
            if OF_RESULTS.contains(&state.client_step) {
                concern::seen_ui(ui, view, ("client view", concern::WIDE), &mut state.seen);
            }
            if let Some(evaluation) = view.evaluation {
                step_ui(ui, view, evaluation, state);
            }
        });
    });
}

/// The steps that show results.
const OF_RESULTS: RangeInclusive<usize> = 1..=2;

fn title(step: usize) -> &'static str {
    match step {
        0 => tr!("What you could do"),
        1 => tr!("What it may achieve"),
        2 => tr!("How many it may help, and for how long"),
        _ => tr!("What it costs"),
    }
}

/// Arrow keys go from step to step, Escape leaves.
fn keys(ui: &Ui, state: &mut ViewState, actions: &mut Vec<Action>) {
    let pressed =
        |keys: [Key; 2]| ui.input_mut(|input| keys.into_iter().any(|key| input.consume_key(Modifiers::NONE, key)));
    let (on, back) = (pressed([Key::ArrowRight, Key::PageDown]), pressed([Key::ArrowLeft, Key::PageUp]));
    if on || back {
        // They do not move the focus as well.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    if on {
        state.client_step = (state.client_step + 1).min(STEPS - 1);
    } else if back {
        state.client_step = state.client_step.saturating_sub(1);
    }
    if kit::focus::is_escaped(ui.ctx()) {
        actions.push(Action::Command(Command::ClientView));
    }
}

/// The way from step to step.
fn foot_ui(ui: &mut Ui, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.add_space(tokens::GAP);
    ui.horizontal_wrapped(|ui| {
        let (step, all) = (state.client_step + 1, STEPS);
        ui.label(tr!("{step} of {all}", step, all));
        if ui.add_enabled(step > 1, egui::Button::new(tr!(in "step", "Back"))).clicked() {
            state.client_step -= 1;
        }
        if ui.add_enabled(step < all, egui::Button::new(tr!(in "step", "Next"))).clicked() {
            state.client_step += 1;
        }
        if ui.button(tr!("Leave client view")).clicked() {
            actions.push(Action::Command(Command::ClientView));
        }
    });
}

fn step_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState) {
    match state.client_step {
        0 => scroll(ui, |ui| options::options_ui(ui, view, evaluation)),
        1 => {
            let height = ui.available_height();
            scroll(ui, |ui| improvement_ui(ui, view, evaluation, state, height));
        }
        2 => scroll(ui, |ui| hundred::hundred_ui(ui, evaluation)),
        _ => scroll(ui, |ui| cost::cost_ui(ui, evaluation, view.today)),
    }
}

fn scroll(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt("client view").auto_shrink([false, false]).show(ui, |ui| {
        // Room for the scroll bar, which floats.
        ui.set_max_width(ui.available_width() - 12.0);
        add(ui);
    });
}

/// What is to be known of any result, and one large picture that has what is left of this height. Where that is too little
/// for a picture it goes on below.
fn improvement_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState, height: f32) {
    let top = ui.cursor().top();
    let estimate = &evaluation.estimate;
    if estimate.do_nothing().projection.is_none() {
        ui.label(tr!("Cost only: no improvement is projected"));
        if let Some(crate::catalog::Projection::CostOnly { reason, .. }) =
            view.concern().map(|concern| &concern.projection)
        {
            ui.label(wording::text(reason));
        }
        return;
    }
    if let Some(prospect) = view.catalog.prospect(&evaluation.plan.concern) {
        ui.horizontal_wrapped(|ui| {
            ui.label(strong(wording::is_it_permanent()));
            ui.label(wording::text(&prospect.permanent.value));
        });
    }
    let is_unstudied = estimate.options.iter().any(|option| beyond_evidence(option).next().is_some());
    if is_unstudied {
        let text = tr!("Hatched: not studied beyond here");
        ui.label(strong(text));
    }
    ui.label(wording::notices::results());
    let left = top + height - ui.cursor().top();
    let room = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), left.max(LEAST_PICTURE)));
    ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
        charts::one_chart_ui(ui, view, evaluation, state, Chart::Improvement);
    });
    ui.advance_cursor_after_rect(room);
}

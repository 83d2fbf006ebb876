//! Where everything stands: the options above, below them the picture, and beside it the editor.

use super::theme::{Palette, strong, tokens};
use super::{Action, Pane, View, ViewState};
use super::{charts, dialogs, editor, kit, notices, prices, record, sheet, start, table, top_bar};
use crate::locale::tr;
use crate::wording;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui, Vec2, vec2};

/// Below this width in points the editor lies over the picture when it is asked for.
const EDITOR_BESIDE: f32 = 1120.0;
/// Below this width or height in points the window scrolls as a whole.
const SMALL: Vec2 = vec2(760.0, 520.0);

/// Below this height in points a window is low.
const LOW: f32 = 420.0;

/// The whole window. Returns what the person wants.
pub fn show(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) -> Vec<Action> {
    let mut actions = Vec::new();
    begin(ui, view, state);
    // What lies behind a dialog sees no pointer: a hover text would stay in front of a dialog that a key has opened.
    let pointer = view.dialog.map(|_| ui.input_mut(|input| std::mem::take(&mut input.pointer)));
    views_ui(ui, view, state, &mut actions);
    if let Some(pointer) = pointer {
        ui.input_mut(|input| input.pointer = pointer);
    }
    notices::notices_ui(ui, view, &mut actions);
    dialogs::dialog_ui(ui, view, &mut actions);
    finish(ui, state);
    actions
}

/// The bar, and below it what is looked at.
fn views_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let bar = Frame::new().fill(Palette::of(ui).panel).inner_margin(Margin::symmetric(8, 5));
    Panel::top("bar").frame(bar).show(ui, |ui| {
        kit::pane(ui, kit::Pane::Bar, |ui| top_bar::top_bar_ui(ui, view, state, actions));
    });
    if !state.client_view && !state.prices.is_open && !view.is_starting {
        record::banner_ui(ui, view, actions);
    }
    match &view.sheet {
        Some(shown) => sheet::sheet_ui(ui, view, shown, state, actions),
        None if state.client_view => client_view_ui(ui, view, state, actions),
        None if state.prices.is_open => {
            kit::pane(ui, kit::Pane::Prices, |ui| prices::prices_ui(ui, view, state, actions));
        }
        None if view.is_starting => start::start_ui(ui, view, state, actions),
        None => plan_ui(ui, view, state, actions),
    }
}

/// The options, below them the picture, and the editor of the selected option beside it.
fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let size = ui.available_size();
    if size.x < SMALL.x || size.y < SMALL.y {
        return small_ui(ui, view, state, actions);
    }
    let table = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(16, 4));
    Panel::top("options").frame(table).show(ui, |ui| {
        options_ui(ui, view, state, actions);
    });
    let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(10, 4));
    let usual = (size.x * 0.235).clamp(290.0, 400.0);
    if size.x >= EDITOR_BESIDE {
        let panel =
            Panel::right("editor").frame(side).resizable(true).default_size(state.editor_width.unwrap_or(usual));
        let panel = panel.size_range(260.0..=560.0);
        let width = panel.show(ui, |ui| editor_ui(ui, view, state, actions)).response.rect.width();
        state.editor_width = Some(width);
    } else if state.pane == Pane::Details {
        let panel = Panel::right("editor over").frame(side).resizable(false).exact_size(usual);
        panel.show(ui, |ui| {
            pane_ui(ui, state);
            editor_ui(ui, view, state, actions);
        });
    }
    let middle = Frame::new().fill(palette.ground).inner_margin(Margin { left: 10, right: 4, top: 4, bottom: 2 });
    CentralPanel::no_frame().frame(middle).show(ui, |ui| {
        if size.x < EDITOR_BESIDE && state.pane != Pane::Details {
            pane_ui(ui, state);
        }
        picture_ui(ui, view, state);
    });
}

/// What chooses between picture and editor where there is no room for both.
fn pane_ui(ui: &mut Ui, state: &mut ViewState) {
    ui.horizontal(|ui| {
        for pane in [Pane::Result, Pane::Details] {
            ui.selectable_value(&mut state.pane, pane, pane.name());
        }
    });
}

/// A small window scrolls as a whole: everything keeps a height one can read.
fn small_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(Palette::of(ui).panel).inner_margin(Margin::symmetric(10, 4));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().id_salt("small").auto_shrink([false, false]).show(ui, |ui| {
            // Room for the scroll bar, which floats.
            ui.set_max_width(ui.available_width() - 12.0);
            options_ui(ui, view, state, actions);
            pane_ui(ui, state);
            let height = ui.ctx().content_rect().height();
            ui.scope(|ui| match state.pane {
                Pane::Details => editor_ui(ui, view, state, actions),
                Pane::Result => {
                    ui.set_max_height(height.max(360.0));
                    ui.set_min_height(height.max(360.0));
                    picture_ui(ui, view, state);
                }
            });
            state.follow_focus(ui);
        });
    });
}

fn options_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    kit::pane(ui, kit::Pane::Table, |ui| table::table_ui(ui, view, state, actions));
}

fn editor_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    kit::pane(ui, kit::Pane::Editor, |ui| editor::editor_ui(ui, view, state, actions));
}

fn picture_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) {
    kit::pane(ui, kit::Pane::Charts, |ui| match view.evaluation {
        Some(evaluation) => charts::charts_ui(ui, evaluation, state),
        None => empty_ui(ui),
    });
}

/// What a client is to see: results in large text, without the clinic's side.
fn client_view_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin::symmetric(24, 10));
    let panel = CentralPanel::no_frame().frame(frame);
    panel.show(ui, |ui| {
        kit::pane(ui, kit::Pane::ClientView, |ui| {
            ui.horizontal(|ui| {
                let concern =
                    view.catalog.concern(&view.draft.concern).map_or("", |concern| wording::text(&concern.name));
                ui.label(strong(concern).size(tokens::SIZES[3]));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if ui.button(tr!("Leave client view")).clicked() {
                        actions.push(Action::Command(super::Command::ClientView));
                    }
                });
            });
            Panel::bottom("client notice").frame(Frame::new()).show_separator_line(false).show(ui, |ui| {
                ui.add_space(tokens::GAP);
                // A low window keeps more of its room for the results themselves.
                let size = if ui.ctx().content_rect().height() < LOW { tokens::SIZES[0] } else { tokens::SIZES[1] };
                ui.label(RichText::new(wording::notices::results()).size(size));
            });
            ScrollArea::vertical().id_salt("client view").auto_shrink([false, false]).show(ui, |ui| {
                // Room for the scroll bar, which floats.
                ui.set_max_width(ui.available_width() - 12.0);
                table::table_ui(ui, view, state, actions);
                ui.scope(|ui| {
                    ui.set_max_height(ui.available_height().max(360.0));
                    picture_ui(ui, view, state);
                });
            });
        });
    });
}

/// Puts the state in order before anything is drawn.
fn begin(ui: &Ui, view: &View<'_>, state: &mut ViewState) {
    kit::focus::begin(ui.ctx(), state.focused, view.dialog.is_some());
    let focused = ui.memory(egui::Memory::focused);
    state.focus_moved = focused != state.focused;
    state.focused = focused;
    state.hovering = None;
    if state.selected.is_some() && view.draft.options.iter().all(|option| Some(option.mark) != state.selected) {
        state.selected = view.draft.options.first().map(|option| option.mark);
    }
    let horizon = view.evaluation.map_or(0, |evaluation| evaluation.estimate.horizon_days);
    if horizon != state.drawn_horizon {
        state.drawn_horizon = horizon;
        state.pinned = state.pinned.filter(|day| *day <= horizon);
        state.stretch = None;
    }
}

/// What is under the pointer shows in the next frame, everywhere at once; there is one if it changed.
fn finish(ui: &Ui, state: &mut ViewState) {
    kit::focus::finish(ui.ctx(), state.focused);
    if state.hovered != state.hovering {
        state.hovered = state.hovering;
        ui.ctx().request_repaint();
    }
}

fn empty_ui(ui: &mut Ui) {
    ui.add_space(tokens::GROUP_GAP);
    ui.label(RichText::new(tr!("Nothing to show yet")).heading());
    ui.label(tr!("Mend what is marked; charts and table follow at once."));
}

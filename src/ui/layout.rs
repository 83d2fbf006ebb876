//! Where everything stands: the options above, below them the picture, and beside it the editor.

use super::divider::{self, divider};
use super::theme::{Palette, tokens};
use super::{Action, Pane, View, ViewState};
use super::{
    charts, client_view, dialogs, due, editor, find, kit, notices, prices, progress, record, sheet, start, table,
    top_bar,
};
use crate::locale::tr;
use egui::{CentralPanel, Frame, Margin, Panel, Rect, RichText, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

/// Below this width in points picture and editor share one place.
const BESIDE: f32 = 1120.0;
/// From this width in points on, what chooses between them stands on one line with the picture's own choices.
const ONE_LINE: f32 = 820.0;
/// The least width of the editor in points, and the least that it leaves to the picture.
const EDITOR: (f32, f32) = (260.0, 420.0);
/// The least height in points of picture and editor; a lower window scrolls.
const LEAST_HEIGHT: f32 = 350.0;

/// The whole window. Returns what the person wants.
pub fn show(ui: &mut Ui, view: &View<'_>, state: &mut ViewState) -> Vec<Action> {
    let mut actions = Vec::new();
    let cursor = state.cursor;
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
    if state.cursor != cursor {
        // The table above the charts shows the day of their cursor.
        ui.ctx().request_repaint();
    }
    actions
}

/// The bar, and below it what is looked at.
fn views_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    if state.client_view && view.sheet.is_none() {
        return client_view::client_view_ui(ui, view, state, actions);
    }
    let bar = Frame::new().fill(Palette::of(ui).panel).inner_margin(Margin::symmetric(8, 5));
    Panel::top("bar").frame(bar).show(ui, |ui| {
        kit::pane(ui, kit::Pane::Bar, |ui| top_bar::top_bar_ui(ui, view, state, actions));
    });
    if !state.prices.is_open && !state.find.is_open && !state.due.is_open && !view.is_starting {
        record::banner_ui(ui, view, actions);
    }
    match &view.sheet {
        Some(shown) => sheet::sheet_ui(ui, view, shown, state, actions),
        None if state.prices.is_open => {
            kit::pane(ui, kit::Pane::Prices, |ui| prices::prices_ui(ui, view, state, actions));
        }
        None if state.due.is_open => due::due_ui(ui, view, state, actions),
        None if state.find.is_open && !view.is_starting => find::find_ui(ui, view, state, actions),
        None if state.progress.is_open && !view.is_starting => progress::progress_ui(ui, view, state, actions),
        None if view.is_starting => start::start_ui(ui, view, state, actions),
        None => plan_ui(ui, view, state, actions),
    }
}

/// The options, below them the picture, and the editor of the selected option beside it. A low window scrolls as a whole:
/// everything keeps a height one can read.
fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    CentralPanel::no_frame().frame(Frame::new().fill(palette.ground)).show(ui, |ui| {
        ScrollArea::vertical().id_salt("plan").auto_shrink([false, false]).show(ui, |ui| {
            let bottom = ui.max_rect().bottom();
            ui.spacing_mut().item_spacing.y = 0.0;
            let table = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(16, 2));
            let table = table.show(ui, |ui| {
                ui.set_width(ui.available_width());
                options_ui(ui, view, state, actions);
            });
            let below = table.response.rect;
            let height = (bottom - below.bottom()).max(LEAST_HEIGHT);
            let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            ui.painter().hline(place.x_range(), place.top(), Stroke::new(1.0, palette.line));
            ui.reset_style();
            if place.width() >= BESIDE {
                beside_ui(ui, place, view, state, actions);
            } else {
                shared_ui(ui, place.shrink2(vec2(10.0, 3.0)), view, state, actions);
            }
        });
    });
}

fn options_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    kit::pane(ui, kit::Pane::Table, |ui| table::table_ui(ui, view, state, actions));
}

fn editor_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    kit::pane(ui, kit::Pane::Editor, |ui| editor::editor_ui(ui, view, state, actions));
}

/// Adds something in a place of its own.
fn within(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        ui.shrink_clip_rect(place.expand(2.0));
        add(ui);
    });
}

/// Picture and editor side by side, with a line between them that can be dragged.
fn beside_ui(ui: &mut Ui, place: Rect, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let usual = (place.width() * 0.232).clamp(EDITOR.0, 420.0);
    let width = state.editor_width.unwrap_or(usual).min(place.width() - EDITOR.1).max(EDITOR.0).floor();
    let editor = place.with_min_x(place.right() - width);
    let between = editor.with_min_x(editor.left() - divider::WIDTH).with_max_x(editor.left());
    let picture = place.with_max_x(between.left());
    ui.painter().rect_filled(editor.with_min_x(between.center().x), 0.0, Palette::of(ui).panel);
    let (dragged, is_reset) = divider(ui, "editor", between);
    if is_reset {
        state.editor_width = None;
    } else if dragged != 0.0 {
        state.editor_width = Some(width - dragged);
    }
    within(ui, Rect::from_min_max(picture.min + vec2(6.0, 2.0), picture.max), |ui| {
        picture_ui(ui, view, state, 0.0, actions);
    });
    within(ui, editor.shrink2(vec2(6.0, 4.0)), |ui| {
        editor::stop_ui(ui, view, state);
        editor_ui(ui, view, state, actions);
    });
}

/// Picture or editor, with what chooses between them: above, or before the picture's own choices where there is room.
fn shared_ui(ui: &mut Ui, place: Rect, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    within(ui, place, |ui| {
        editor::stop_ui(ui, view, state);
        let place = ui.available_rect_before_wrap();
        let panes = ui.horizontal(|ui| {
            for pane in [Pane::Result, Pane::Details] {
                ui.selectable_value(&mut state.pane, pane, pane.name());
            }
        });
        match state.pane {
            Pane::Result if place.width() >= ONE_LINE => {
                let beside = panes.response.rect.right() + 12.0 - place.left();
                within(ui, place, |ui| picture_ui(ui, view, state, beside, actions));
            }
            Pane::Result => picture_ui(ui, view, state, 0.0, actions),
            Pane::Details => editor_ui(ui, view, state, actions),
        }
    });
}

/// The charts; this much of their first line in points is taken.
fn picture_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, taken: f32, actions: &mut Vec<Action>) {
    kit::pane(ui, kit::Pane::Charts, |ui| match view.evaluation {
        Some(evaluation) => charts::charts_ui(ui, view, (evaluation, taken), state, actions),
        None => empty_ui(ui),
    });
}

/// Puts the state in order before anything is drawn.
fn begin(ui: &Ui, view: &View<'_>, state: &mut ViewState) {
    kit::focus::begin(ui.ctx(), state.focused, view.dialog.is_some());
    // A screen reader says where it is when it comes to the window.
    ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |root| {
        root.set_label(format!("{} – Collagen Ledger", view.name));
    });
    state.focused = ui.memory(egui::Memory::focused);
    state.hovering = None;
    if state.selected.is_some() && view.draft.options.iter().all(|option| Some(option.id) != state.selected) {
        state.selected = view.draft.options.first().map(|option| option.id);
    }
    let horizon = view.evaluation.map_or(0, |evaluation| evaluation.estimate.horizon_days);
    if horizon != state.drawn_horizon {
        state.drawn_horizon = horizon;
        state.pinned = state.pinned.filter(|day| *day <= horizon);
        state.stop = state.stop.filter(|day| *day <= horizon);
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

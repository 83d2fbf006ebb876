//! Where everything stands: three columns where there is room, fewer where there is not.

use super::theme::{Palette, strong, tokens};
use super::{Action, Pane, View, ViewState};
use super::{
    charts, client, comparison, dialogs, inspector, kit, line, notices, options, paying, prices, record, sheet, top_bar,
};
use crate::locale::tr;
use crate::wording;
use egui::{CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

/// Below this width in points result and details share the middle.
const THREE_COLUMNS: f32 = 1160.0;
/// Below this width in points all three share it.
const TWO_COLUMNS: f32 = 820.0;

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
    dialogs::dialog_ui(ui, view, &mut actions);
    finish(ui, state);
    actions
}

/// The bar, and below it what is looked at.
fn views_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let bar = Frame::new().fill(Palette::of(ui).panel).inner_margin(Margin::symmetric(8, 5));
    Panel::top("bar").frame(bar).show(ui, |ui| top_bar::top_bar_ui(ui, view, actions));
    if !state.client_view && !state.prices.is_open {
        record::banner_ui(ui, view, actions);
    }
    match &view.sheet {
        Some(shown) => sheet::sheet_ui(ui, view, shown, state, actions),
        None if state.client_view => client_view_ui(ui, view, state, actions),
        None if state.prices.is_open => prices::prices_ui(ui, view, state, actions),
        None => columns_ui(ui, view, state, actions),
    }
}

/// Plan, result and details side by side, as many as there is room for.
fn columns_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let side = Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(10, 4));
    let usual = ((width * 0.245).clamp(268.0, 360.0), (width * 0.236).clamp(240.0, 380.0));
    let mut widths = state.panels.unwrap_or(usual);
    if width >= TWO_COLUMNS {
        let panel = Panel::left("plan").frame(side).resizable(true).default_size(widths.0).size_range(250.0..=460.0);
        widths.0 = panel.show(ui, |ui| plan_ui(ui, view, state, actions)).response.rect.width();
    }
    if width >= THREE_COLUMNS {
        let panel = Panel::right("details").frame(side).resizable(true).default_size(widths.1);
        let panel = panel.size_range(220.0..=520.0);
        widths.1 = panel.show(ui, |ui| details_ui(ui, view, state, actions)).response.rect.width();
        state.panels = Some(widths);
    }
    let middle = Frame::new().fill(palette.ground).inner_margin(Margin::symmetric(10, 6));
    CentralPanel::no_frame().frame(middle).show(ui, |ui| match width {
        width if width >= THREE_COLUMNS => result_ui(ui, view, state, actions),
        width if width >= TWO_COLUMNS => panes_ui(ui, view, state, actions, &[Pane::Result, Pane::Details]),
        _ => panes_ui(ui, view, state, actions, &[Pane::Plan, Pane::Result, Pane::Details]),
    });
}

/// What a client is to see: results in large text, without the clinic's side.
fn client_view_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin::symmetric(24, 10));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let concern = view.catalog.concern(&view.draft.concern).map_or("", |concern| wording::text(&concern.name));
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
            result_ui(ui, view, state, actions);
        });
    });
}

/// Puts the state in order before anything is drawn.
fn begin(ui: &Ui, view: &View<'_>, state: &mut ViewState) {
    kit::focus::begin(ui.ctx(), state.focused);
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

/// One of several panes, with what chooses between them.
fn panes_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>, panes: &[Pane]) {
    ui.horizontal(|ui| {
        for pane in panes {
            ui.selectable_value(&mut state.pane, *pane, pane.name());
        }
    });
    match state.pane {
        Pane::Plan if panes.contains(&Pane::Plan) => plan_ui(ui, view, state, actions),
        Pane::Details => details_ui(ui, view, state, actions),
        Pane::Plan | Pane::Result => {
            // A low window scrolls as a whole: charts and table keep a height one can read.
            ScrollArea::vertical().id_salt("result").auto_shrink([false, false]).show(ui, |ui| {
                // Room for the scroll bar, which floats.
                ui.set_max_width(ui.available_width() - 12.0);
                result_ui(ui, view, state, actions);
            });
        }
    }
}

fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ScrollArea::vertical().id_salt("plan").auto_shrink([false, false]).show(ui, |ui| {
        // Room for the scroll bar, which floats.
        ui.set_max_width(ui.available_width() - 12.0);
        // What is issued is read and not changed; the document refuses it anyway.
        let editable = !view.is_issued();
        if !editable {
            // It is to be read all the same.
            ui.visuals_mut().disabled_alpha = tokens::READ_ONLY_ALPHA;
        }
        ui.add_enabled_ui(editable, |ui| {
            client::client_ui(ui, view, state, actions);
            ui.add_space(tokens::GAP);
            client::plan_ui(ui, view, state, actions);
        });
        ui.add_space(tokens::GROUP_GAP);
        options::options_ui(ui, view, state, actions);
        ui.add_space(tokens::GROUP_GAP);
        if state.selected.is_none() {
            ui.label(tr!("Doing nothing is always compared. Select an option to change its treatments."));
        } else if let Some(option) = state.selected_in(view.draft) {
            ui.add_enabled_ui(editable, |ui| {
                options::selected_ui(ui, view, option, actions);
                line::lines_ui(ui, view, option, actions);
            });
        }
        ui.add_space(tokens::GROUP_GAP);
        state.follow_focus(ui);
    });
}

fn result_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    notices::notices_ui(ui, view, actions);
    let Some(evaluation) = view.evaluation else {
        empty_ui(ui);
        return;
    };
    let available = ui.available_height();
    let charts = (available * 0.6).max(360.0);
    charts::charts_ui(ui, view, evaluation, state, charts);
    ui.add_space(tokens::GAP);
    ui.push_id("comparison", |ui| {
        if paying::is_shown(evaluation, state) {
            paying::table_ui(ui, evaluation, state);
        } else {
            comparison::comparison_ui(ui, evaluation, state, !view.is_issued(), actions);
        }
    });
}

fn details_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    match view.evaluation {
        Some(evaluation) => inspector::inspector_ui(ui, view, evaluation, state, actions),
        None => empty_ui(ui),
    }
}

fn empty_ui(ui: &mut Ui) {
    ui.add_space(tokens::GROUP_GAP);
    ui.label(RichText::new(tr!("Nothing to show yet")).heading());
    ui.label(tr!("Mend what is marked on the left; charts and table follow at once."));
}

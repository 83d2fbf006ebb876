//! A list of things of which one is chosen: one stop of the Tab key, within which arrow keys choose.

use super::focus;
use crate::ui::theme::{Palette, strong, tokens};
use egui::accesskit::Role;
use egui::{
    Align, EventFilter, FontSelection, Id, Key, Response, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

/// Something to choose.
pub(in crate::ui) struct Row<'a> {
    pub(in crate::ui) name: &'a str,
    /// A sentence on it; may be empty.
    pub(in crate::ui) about: String,
    pub(in crate::ui) is_enabled: bool,
}

/// Things of a kind.
pub(in crate::ui) struct Group<'a> {
    pub(in crate::ui) name: &'a str,
    pub(in crate::ui) rows: Vec<Row<'a>>,
}

/// Between the edge of a row and its text, in points.
const PADDING: egui::Vec2 = vec2(10.0, 5.0);

/// The list under a name that is spoken. The position among all rows that was chosen, if another one was.
pub(in crate::ui) fn list(ui: &mut Ui, name: &str, groups: &[Group<'_>], at: Option<usize>) -> Option<usize> {
    let rows: Vec<&Row<'_>> = groups.iter().flat_map(|group| &group.rows).collect();
    let id = Id::unique(("list", name));
    let moved = at.and_then(|at| moved(ui, id.with(at), at, rows.len(), |at| rows[at].is_enabled));
    let named = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(name);
    let mut clicked = None;
    ui.scope_builder(named, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut position = 0;
        for group in groups {
            ui.add_space(tokens::GAP);
            ui.label(strong(group.name));
            for row in &group.rows {
                let is_chosen = moved.or(at) == Some(position);
                let response =
                    ui.add_enabled_ui(row.is_enabled, |ui| row_ui(ui, id.with(position), row, is_chosen)).inner;
                if is_chosen && moved.is_some() {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(position);
                    response.request_focus();
                }
                position += 1;
            }
        }
    });
    clicked.or(moved).filter(|chosen| Some(*chosen) != at)
}

/// Where arrow keys lead from the row of this id, the one at a position among so many, if it has the focus.
pub(in crate::ui) fn moved(
    ui: &Ui,
    id: Id,
    at: usize,
    count: usize,
    is_enabled: impl Fn(usize) -> bool,
) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let enabled = |at: &usize| is_enabled(*at);
    match () {
        () if pressed(Key::ArrowDown) => (at + 1..count).find(enabled),
        () if pressed(Key::ArrowUp) => (0..at).rev().find(enabled),
        () if pressed(Key::Home) => (0..count).find(enabled),
        () if pressed(Key::End) => (0..count).rev().find(enabled),
        () => None,
    }
}

/// A row: its name, and below it the sentence. Only the chosen one is a stop of the Tab key.
fn row_ui(ui: &mut Ui, id: Id, row: &Row<'_>, is_chosen: bool) -> Response {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let text = |text: RichText| {
        let mut job = egui::text::LayoutJob::default();
        text.append_to(&mut job, ui.style(), FontSelection::Default, Align::Min);
        job.wrap.max_width = width - 2.0 * PADDING.x;
        ui.painter().layout_job(job)
    };
    let name = text(RichText::new(row.name).color(palette.text));
    let about = text(RichText::new(&row.about).color(palette.text_weak).size(tokens::SIZES[0]));
    let below = if row.about.is_empty() { 0.0 } else { about.size().y + 1.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(width, name.size().y + below + 2.0 * PADDING.y), Sense::hover());
    let response = ui.interact(rect, id, if is_chosen { Sense::click() } else { Sense::CLICK });
    focus::leave_enter(&response);
    let is_enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListBoxOption, is_enabled, row.name));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_selected(is_chosen);
        node.set_description(row.about.as_str());
    });
    if is_chosen {
        focus::go_in(&response);
        ui.painter().rect_filled(rect, tokens::RADIUS, palette.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, tokens::RADIUS, palette.hovered);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, tokens::RADIUS, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    let origin = rect.min + PADDING;
    ui.painter().galley(origin + vec2(0.0, name.size().y + 1.0), about, palette.text);
    ui.painter().galley(origin, name, palette.text);
    response
}

//! Tabs: one stop of the Tab key, and arrow keys that go from one to the next.

use crate::ui::theme::{Palette, strong, tokens};
use egui::accesskit::Role;
use egui::{EventFilter, Key, Response, RichText, Sense, Stroke, TextStyle, TextWrapMode, Ui, UiBuilder, WidgetInfo};
use egui::{WidgetText, vec2};

/// Between the words of a tab and its edges, in points.
const PADDING: egui::Vec2 = vec2(8.0, 5.0);

/// One of several, each with its name; all of them together are called `name`.
pub(in crate::ui) fn tabs<T: Copy + PartialEq>(ui: &mut Ui, name: &str, current: &mut T, all: &[(T, &str)]) {
    let whole = UiBuilder::new().id_salt(name).accessibility_role(Role::TabList).accessibility_label(name);
    ui.scope_builder(whole, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let shown: Vec<Response> = all.iter().map(|(value, text)| tab_ui(ui, *value == *current, text)).collect();
            let at = all.iter().position(|(value, _)| value == current).unwrap_or_default();
            let next = stepped(ui, &shown[at], at, all.len());
            if let Some(next) = next {
                shown[next].request_focus();
            }
            if let Some(chosen) = next.or(shown.iter().position(Response::clicked)) {
                *current = all[chosen].0;
            }
        });
    });
}

/// Where an arrow key leads from the tab that has the focus.
fn stepped(ui: &Ui, current: &Response, at: usize, count: usize) -> Option<usize> {
    if !current.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(current.id, arrows));
    ui.input(|input| {
        if input.key_pressed(Key::ArrowRight) {
            Some((at + 1) % count)
        } else {
            input.key_pressed(Key::ArrowLeft).then_some((at + count - 1) % count)
        }
    })
}

/// A tab. Only the one that is shown is a stop of the Tab key.
fn tab_ui(ui: &mut Ui, is_on: bool, text: &str) -> Response {
    let palette = Palette::of(ui);
    let words = if is_on { strong(text).color(palette.text) } else { RichText::new(text).color(palette.text_weak) };
    let words = WidgetText::from(words);
    let galley = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    let sense = if is_on { Sense::click() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * PADDING, sense);
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, is_enabled, text));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(is_on));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect, tokens::RADIUS, palette.hovered);
    }
    if response.has_focus() {
        painter.rect_stroke(rect, tokens::RADIUS, Stroke::new(1.5, palette.accent), egui::StrokeKind::Inside);
    }
    if is_on {
        painter.hline(rect.x_range().shrink(PADDING.x), rect.bottom() - 1.0, Stroke::new(2.0, palette.accent));
    }
    painter.galley(rect.min + PADDING, galley, palette.text);
    response
}

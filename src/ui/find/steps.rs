//! The same plans as a list: one stop of the Tab key, within which arrow keys choose.

use crate::locale::tr;
use crate::search::Answer;
use crate::ui::View;
use crate::ui::kit;
use crate::ui::theme::{Palette, strong, tokens};
use crate::wording::finding;
use egui::accesskit::Role;
use egui::{
    Align2, FontId, Galley, Id, Rect, Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, WidgetText, pos2, vec2,
};
use std::sync::Arc;

/// The height of a row and the least of the list, in points.
const ROW: f32 = 24.0;
const LEAST: f32 = 4.5 * ROW;
/// Where the columns of figures end, and between the last of them and the name, in points.
const ENDS: [f32; 4] = [72.0, 196.0, 250.0, 342.0];
const BETWEEN: f32 = 32.0;
/// How far before the name a plan's sign stands, and its radius, in points.
const SIGN: (f32, f32) = (13.0, 3.5);

/// The list with one of the plans in hand, which comes into view if that or the list is news, and with this much room in points
/// below it. Gives the position of another one that was chosen.
pub(super) fn steps_ui(
    ui: &mut Ui,
    view: &View<'_>,
    answer: &Answer,
    (in_hand, listed): (Option<usize>, &mut Option<(usize, usize, bool)>),
    (below, hovered): (f32, &mut Option<usize>),
) -> Option<usize> {
    let id = Id::unique("plans found");
    let count = answer.frontier.len();
    let moved = in_hand.and_then(|at| kit::moved(ui, id.with(at), at, count, |_| true));
    head_ui(ui, answer);
    let named = UiBuilder::new().accessibility_role(Role::ListBox).accessibility_label(tr!("Plans found"));
    let mut clicked = None;
    let room = ui.clip_rect().bottom() - ui.cursor().top() - below - limits_height(answer);
    let now = in_hand.map(|at| (at, count, answer.is_whole));
    let comes_into_view = in_hand.filter(|_| now != *listed);
    *listed = now;
    ui.scope_builder(named, |ui| {
        let list = ScrollArea::vertical().id_salt("plans").max_height(room.max(LEAST)).auto_shrink([false, true]);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for at in 0..count {
                let is_chosen = moved.or(in_hand) == Some(at);
                let row = row_ui(ui, view, (answer, at), (id.with(at), is_chosen));
                if is_chosen && moved.is_some() {
                    row.request_focus();
                }
                if moved.or(comes_into_view) == Some(at) {
                    row.scroll_to_me(None);
                }
                if row.hovered() {
                    *hovered = Some(at);
                }
                if row.clicked() {
                    clicked = Some(at);
                    row.request_focus();
                }
            }
        });
    });
    clicked.or(moved)
}

/// About the height in points of what is said of limits below the list.
fn limits_height(answer: &Answer) -> f32 {
    let count = answer.limits.len().min(6);
    if count == 0 { 0.0 } else { 40.0 + 36.0 * f32::from(u8::try_from(count).unwrap_or_default()) }
}

/// The right ends of the figures in a row, and where the name begins.
fn columns(rect: Rect) -> ([f32; 4], f32) {
    let ends = ENDS.map(|end| rect.left() + end);
    (ends, ends[3] + BETWEEN)
}

fn head_ui(ui: &mut Ui, answer: &Answer) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let (ends, name) = columns(rect);
    let (palette, font) = (Palette::of(ui), FontId::proportional(tokens::SIZES[0]));
    let [headings @ .., plan] = finding::headings(answer.question.goal);
    for (end, heading) in ends.into_iter().zip(headings) {
        let at = pos2(end, rect.center().y);
        ui.painter().text(at, Align2::RIGHT_CENTER, heading, font.clone(), palette.text_weak);
    }
    ui.painter().text(pos2(name, rect.center().y), Align2::LEFT_CENTER, plan, font, palette.text_weak);
}

/// A plan: its figures and its treatments. Only the chosen one is a stop of the Tab key.
fn row_ui(ui: &mut Ui, view: &View<'_>, (answer, at): (&Answer, usize), (id, is_chosen): (Id, bool)) -> Response {
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, id, if is_chosen { Sense::click() } else { Sense::CLICK });
    let spoken = || finding::step(answer, at, view.draft, view.catalog);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, spoken()));
    ui.ctx().accesskit_node_builder(id, |node| node.set_selected(is_chosen));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if is_chosen || response.hovered() {
        let color = if is_chosen { palette.selected } else { palette.hovered };
        ui.painter().rect_filled(rect, tokens::RADIUS, color);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, tokens::RADIUS, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    let (ends, left) = columns(rect);
    let is_best = Some(at) == answer.first();
    let text = |text: &str, width: f32| -> Arc<Galley> {
        let text = if is_best { strong(text) } else { RichText::new(text) };
        WidgetText::from(text.color(palette.text)).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            width,
            egui::TextStyle::Body,
        )
    };
    for (end, figure) in ends.into_iter().zip(finding::figures(answer, at, view.draft.currency)) {
        let galley = text(&figure, f32::INFINITY);
        let place = pos2(end - galley.size().x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(place, galley, palette.text);
    }
    let found = &answer.frontier[at];
    // As in the chart, whose legend says what it means.
    let (sign, color) = (pos2(left - SIGN.0, rect.center().y), palette.text_weak);
    if found.is_doubted() {
        ui.painter().circle_stroke(sign, SIGN.1, Stroke::new(1.5, color));
    } else {
        ui.painter().circle_filled(sign, SIGN.1, color);
    }
    let room = rect.right() - left;
    let name = finding::brief(found, view.catalog);
    let fits = |shorter: &str| text(shorter, f32::INFINITY).size().x <= room;
    let shown = finding::brief_within(found, view.catalog, fits);
    let galley = text(&shown, room);
    let is_cut = shown != name || galley.elided;
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, palette.text);
    if is_cut { response.on_hover_text(name) } else { response }
}

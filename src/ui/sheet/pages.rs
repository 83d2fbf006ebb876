//! The pages as pictures, one below the other.

use super::state::{PagePicture, PagesState, SheetAction, SheetView};
use crate::locale::{tr, trn};
use crate::ui::kit::{self, icon_button};
use crate::ui::sides::sides;
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{Action, ViewState};
use egui::emath::GuiRounding as _;
use egui::{Align, Frame, Image, Key, Layout, Stroke, Ui, Vec2, vec2};

/// The least and the most of zoom, and a step of it.
const ZOOM: (f32, f32, f32) = (0.5, 3.0, 1.25);
/// Wider than this in points a page is not made by itself: a sheet as wide as a large screen is hard to read.
const WIDEST: f32 = 1000.0;

/// How many pages there are, and how large they are shown.
pub(super) fn head_ui(ui: &mut Ui, sheet: &SheetView<'_>, state: &mut ViewState) {
    sides(ui, "pages", |ui| drop(ui.label(said(sheet))), |ui| zoom_ui(ui, &mut state.pages));
    ui.add_space(tokens::GAP);
}

fn said(sheet: &SheetView<'_>) -> String {
    let paper = sheet.choices.paper.name();
    match (sheet.pages.len(), sheet.waiting) {
        (0, true) => tr!("The pages are being laid out…").to_owned(),
        (0, false) => tr!("No pages").to_owned(),
        (count, false) => trn!(count as u64, "{count} page · {paper}", "{count} pages · {paper}", count, paper),
        (_, true) => tr!("The pages are being laid out anew…").to_owned(),
    }
}

fn zoom_ui(ui: &mut Ui, state: &mut PagesState) {
    let (least, most, step) = ZOOM;
    if icon_button(ui, icons::LESS, tr!("Smaller pages"), state.zoom > least) {
        state.zoom = (state.zoom / step).max(least);
    }
    ui.label(crate::wording::share(f64::from(state.zoom)));
    if icon_button(ui, icons::ADD, tr!("Larger pages"), state.zoom < most) {
        state.zoom = (state.zoom * step).min(most);
    }
    if ui.button(tr!("Fit the width")).clicked() {
        state.zoom = 1.0;
    }
}

/// The pages, or why there are none.
pub(super) fn pages_ui(ui: &mut Ui, sheet: &SheetView<'_>, state: &mut PagesState, actions: &mut Vec<Action>) {
    let room = (ui.available_width() - 16.0).clamp(120.0, WIDEST);
    let width = (room * state.zoom).round_to_pixels(ui.pixels_per_point());
    #[expect(clippy::cast_possible_truncation, reason = "a width of some hundred points")]
    let paper = sheet.choices.paper.width() as f32;
    state.scale = Some(width * ui.pixels_per_point() / paper);
    if let Some(problem) = sheet.problem {
        failed_ui(ui, sheet, problem, actions);
    }
    turn_by_key(ui);
    let count = sheet.pages.len();
    for (at, page) in sheet.pages.iter().enumerate() {
        let aspect = page.picture.aspect_ratio();
        let size = vec2(width, (width / aspect).round_to_pixels(ui.pixels_per_point()));
        let name = tr!(
            "Page {page} of {count} of the consultation sheet; the PDF is its accessible form",
            page = at + 1,
            count
        );
        ui.with_layout(Layout::top_down(Align::Center), |ui| page_ui(ui, page, size, &name));
        ui.add_space(tokens::GROUP_GAP);
    }
}

fn page_ui(ui: &mut Ui, page: &PagePicture, size: Vec2, name: &str) {
    if page.is_old {
        ui.set_opacity(0.45);
    }
    let image = Image::from_texture((page.picture.id(), size)).fit_to_exact_size(size).alt_text(name);
    let shown = ui.add(image);
    let edge = Stroke::new(1.0, Palette::of(ui).line);
    ui.painter().rect_stroke(shown.rect, 0.0, edge, egui::StrokeKind::Outside);
}

/// The sentence in the pages' place, with the ways on.
fn failed_ui(ui: &mut Ui, sheet: &SheetView<'_>, problem: &str, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(Stroke::new(1.0, palette.error));
    frame.corner_radius(tokens::RADIUS).inner_margin(12.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::title(ui, tr!("There are no pages to show"));
        kit::error(ui, problem);
        ui.horizontal(|ui| {
            if ui.button(tr!("Try again")).on_hover_text(tr!("Reads the layout and the clinic's file anew")).clicked() {
                actions.push(Action::Sheet(SheetAction::TryAgain));
            }
            let own = sheet.own_layout.is_some() && !sheet.choices.built_in_layout;
            if own && ui.button(tr!("Take the built-in layout")).clicked() {
                let choices = super::SheetChoices { built_in_layout: true, ..sheet.choices.clone() };
                actions.push(Action::Sheet(SheetAction::Choose(choices)));
            }
        });
    });
}

/// Page up and page down, unless a field has the focus.
fn turn_by_key(ui: &Ui) {
    if kit::focus::is_typing(ui.ctx()) {
        return;
    }
    let page = ui.clip_rect().height() * 0.9;
    for (key, delta) in [(Key::PageDown, -page), (Key::PageUp, page)] {
        if ui.input(|input| input.key_pressed(key)) {
            ui.scroll_with_delta(vec2(0.0, delta));
        }
    }
}

//! What the lines of the table share: their measures, and what they show and keep.

use super::state::{PricesState, PricesView};
use crate::overlay::{Quantity, Subject};
use crate::price_list::Section;
use crate::ui::{View, kit};
use crate::wording;
use egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

/// The heights of lines in points: head, value, what is wrong.
pub(super) const HEIGHTS: [f32; 3] = [34.0, 28.0, 19.0];
/// The height of a name above its fields in points.
pub(super) const NAME: f32 = 22.0;
/// The width of low, typical and high in points.
pub(super) const AMOUNT: f32 = 82.0;
/// The widths of the day and of the buttons in points.
pub(super) const WIDTHS: [f32; 2] = [146.0, 88.0];
/// How far values stand to the right of the names they belong to, in points.
pub(super) const INDENT: f32 = 16.0;

/// What every line needs to know.
pub(super) struct Context<'a> {
    pub(super) view: &'a PricesView<'a>,
    pub(super) plan: &'a View<'a>,
    /// Whether names stand above their fields.
    pub(super) is_narrow: bool,
    /// The width of a line in points.
    pub(super) room: f32,
}

impl Context<'_> {
    /// The name of a treatment, with the part of the body if it is about one, or of an add-on.
    pub(super) fn called(&self, section: &Section) -> String {
        wording::listed_subject(&section.subject, &self.view.draft.labels, self.plan.catalog)
    }

    /// The name of a line: in its first cell, or above its fields, where it may run on over the other cells.
    pub(super) fn name_ui(&self, ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
        if self.is_narrow {
            let top = (ui.max_rect().height() - HEIGHTS[1] - NAME).max(0.0);
            across(ui, top, vec2(self.room, NAME), add);
        } else {
            add(ui);
        }
    }

    /// Lines out of sight are not drawn: the next one must be for the Tab key to reach it.
    pub(super) fn follow(ui: &Ui, field: &Response) {
        if kit::focus::has_come_to(field) {
            ui.scroll_to_rect(field.rect.expand2(vec2(0.0, 2.0 * HEIGHTS[0])), None);
        }
    }
}

/// Adds to a cell what may be wider than it, so far below its top.
pub(super) fn across(ui: &mut Ui, below: f32, size: egui::Vec2, add: impl FnOnce(&mut Ui)) {
    let rect = egui::Rect::from_min_size(ui.max_rect().min + vec2(0.0, below), size);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    let mut clip = ui.clip_rect();
    clip.max.x = rect.right();
    inside.set_clip_rect(clip);
    add(&mut inside);
}

/// Keeps what was changed in view.
pub(super) fn touch(state: &mut PricesState, subject: &Subject, quantity: Option<&Quantity>) {
    let touched = (subject.clone(), quantity.cloned());
    if !state.touched.contains(&touched) {
        state.touched.push(touched);
    }
}

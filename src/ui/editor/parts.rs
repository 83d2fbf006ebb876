//! What the tabs of the editor share: what they show, sentences, and rows of two columns.

use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::plan::TreatmentOption;
use crate::ui::theme::{strong, text_width};
use crate::ui::{View, ViewState, kit};
use egui::{Align, CollapsingHeader, Label, Layout, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

/// What every tab is given.
pub(super) struct Content<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) evaluation: &'a Evaluation,
    pub(super) option: &'a OptionEstimate,
    /// The option as valid; none for doing nothing.
    pub(super) treated: Option<&'a TreatmentOption>,
}

impl<'a> Content<'a> {
    /// Of what is selected, if its figures are known.
    pub(super) fn of(view: &'a View<'a>, state: &ViewState) -> Option<Self> {
        let evaluation = view.evaluation?;
        let option = evaluation.option(state.selected)?;
        let treated = evaluation.plan.options.iter().find(|other| Some(other.id) == option.id);
        Some(Self { view, evaluation, option, treated })
    }
}

/// Longer lists than this are folded year by year: what is folded takes no time, and keys and screen readers reach it
/// by the names of its years.
pub(super) const LONG: usize = 60;

/// The rows of a year, folded if there are many of them.
pub(super) fn folded_ui(
    ui: &mut Ui,
    (option, year): (&OptionEstimate, usize),
    title: &str,
    rows: usize,
    add: impl FnOnce(&mut Ui),
) {
    let header = CollapsingHeader::new(title).id_salt((option.id, year));
    header.default_open(year == 0 && rows <= LONG).show_unindented(ui, add);
}

/// A sentence, or a part of one, on a line of its own, and below it what is wrong with its phrases.
pub(super) fn line_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui, &mut Vec<String>)) {
    let mut wrong = Vec::new();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(3.0, 1.0);
        add(ui, &mut wrong);
    });
    wrong.iter().for_each(|message| kit::wrong(ui, Some(message)));
}

/// A row of a table of two columns: what, and how much at the right; below it where there is no room for both.
pub(super) fn pair_ui(ui: &mut Ui, what: &str, how_much: &str, is_strong: bool) {
    let text = |text: &str| if is_strong { strong(text) } else { RichText::new(text) };
    let room = ui.available_width();
    let right = WidgetText::from(text(how_much));
    let right = right.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
    let left = room - right.size().x - 2.0 * ui.spacing().item_spacing.x;
    if left < room * 0.4 && left < text_width(ui, what) + 4.0 {
        ui.add(Label::new(text(what)).wrap());
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| ui.add(Label::new(text(how_much)).truncate()));
        return;
    }
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(egui::vec2(left, 0.0), Layout::top_down(Align::LEFT), |ui| {
            ui.set_width(left);
            ui.add(Label::new(text(what)).wrap());
        });
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| ui.add(Label::new(right)));
    });
}

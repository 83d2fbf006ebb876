//! The inspector: sessions, money, evidence, and what differs, of the selected option.

mod differences;
mod evidence;
mod money;
mod sessions;

use super::theme::{Palette, icons, strong, text_width, tokens};
use super::{Action, Command, InspectorTab, View, ViewState};
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::plan::{Remark, TreatmentOption};
use crate::wording;
use egui::{Align, CollapsingHeader, Label, Layout, RichText, ScrollArea, TextStyle, TextWrapMode, Ui, WidgetText};

/// The inspector.
pub(super) fn inspector_ui(
    ui: &mut Ui,
    view: &View<'_>,
    evaluation: &Evaluation,
    state: &mut ViewState,
    actions: &mut Vec<Action>,
) {
    ui.add_space(tokens::GAP);
    if let Some(option) = view.selected.filter(|option| option.hidden) {
        ui.heading(&option.name);
        ui.label(tr!("This option is hidden: kept in the plan, but neither compared nor printed."));
        if ui.button(tr!("Show option")).clicked() {
            actions.push(Action::Command(Command::HideOption));
        }
        return;
    }
    let Some(option) = evaluation.option(state.selected).or_else(|| evaluation.estimate.options.first()) else {
        return;
    };
    ui.add(Label::new(RichText::new(wording::option_title(option)).heading()).truncate());
    ui.horizontal_wrapped(|ui| {
        (ui.spacing_mut().button_padding.x, ui.spacing_mut().item_spacing.x) = (4.0, 2.0);
        for (tab, name) in [
            (InspectorTab::Sessions, tr!("Sessions")),
            (InspectorTab::Money, tr!("Money")),
            (InspectorTab::Evidence, tr!("Evidence")),
            (InspectorTab::Differences, tr!("What differs")),
        ] {
            ui.selectable_value(&mut state.tab, tab, name);
        }
    });
    ui.separator();
    ScrollArea::vertical().id_salt(("inspector", state.tab as u8)).auto_shrink([false, false]).show(ui, |ui| {
        let content = Content { view, evaluation, option, treated: treated(evaluation, option) };
        match state.tab {
            InspectorTab::Sessions => sessions::sessions_ui(ui, &content),
            InspectorTab::Money => money::money_ui(ui, &content),
            InspectorTab::Evidence => evidence::evidence_ui(ui, &content, state),
            InspectorTab::Differences => differences::differences_ui(ui, &content, state),
        }
    });
}

/// What every tab is given.
struct Content<'a> {
    view: &'a View<'a>,
    evaluation: &'a Evaluation,
    option: &'a OptionEstimate,
    /// The option as valid; none for doing nothing.
    treated: Option<&'a TreatmentOption>,
}

fn treated<'a>(evaluation: &'a Evaluation, option: &OptionEstimate) -> Option<&'a TreatmentOption> {
    evaluation.plan.options.iter().find(|other| Some(other.mark) == option.mark)
}

/// What is worth knowing.
fn remarks_ui(ui: &mut Ui, remarks: &[Remark]) {
    let palette = Palette::of(ui);
    for remark in remarks {
        let text = format!("{} {}", icons::WARNING, remark.message);
        ui.label(RichText::new(text).color(palette.warning).size(tokens::SIZES[0] + 0.5));
    }
}

/// Longer lists than this are folded year by year: what is folded takes no time, and keys and screen readers reach it
/// by the names of its years.
const LONG: usize = 60;

/// The rows of a year, folded if there are many of them.
fn folded_ui(
    ui: &mut Ui,
    (option, year): (&OptionEstimate, usize),
    title: &str,
    rows: usize,
    add: impl FnOnce(&mut Ui),
) {
    let header = CollapsingHeader::new(title).id_salt((option.mark, year));
    header.default_open(year == 0 && rows <= LONG).show_unindented(ui, add);
}

/// A row of a table of two columns: what, and how much at the right; below it where there is no room for both.
fn pair_ui(ui: &mut Ui, what: &str, how_much: &str, is_strong: bool) {
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

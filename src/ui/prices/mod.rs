//! The clinic's price list in place of the plan: every value with who says so, to be written in.

mod add;
mod context;
mod head;
mod import;
mod lines;
mod section;
mod state;
mod table;
mod templates;
mod value;

pub(super) use import::import_ui;
pub use state::{PriceFilter, PriceImport, PricePreview, PricesState, PricesView};

use super::theme::{Palette, icons, tokens};
use super::{Action, Command, View, ViewState, kit, page};
use crate::locale::tr;
use crate::wording;
use egui::{CentralPanel, Frame, Label, Margin, Panel, RichText, Ui};

/// The price list in place of the plan. Escape leads back to that, unless something nearer waits for it.
pub(super) fn prices_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    page::leave_by_escape(ui, view, Command::PriceList, actions);
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin::symmetric(14, 8));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        if ui.available_height() < LOW {
            // Nothing above the table or below it may take the room of all its rows.
            page::scrolled(ui, "price list page", |ui| {
                list_ui(ui, view, Some(TABLE), state, actions);
                totals_ui(ui, view);
            });
            return;
        }
        let foot = Panel::bottom("price list foot").frame(Frame::new()).show_separator_line(false);
        foot.show(ui, |ui| totals_ui(ui, view));
        list_ui(ui, view, None, state, actions);
    });
}

/// In a page lower than this, in points, all of it is scrolled, and the table is so high.
const LOW: f32 = 400.0;
const TABLE: f32 = 230.0;

/// What is done with the list, and its table, in all the room there is or of this height.
fn list_ui(ui: &mut Ui, view: &View<'_>, height: Option<f32>, state: &mut ViewState, actions: &mut Vec<Action>) {
    head::head_ui(ui, view, actions);
    if let Some(why) = view.prices.unreadable {
        unreadable_ui(ui, why, actions);
    } else {
        head::tools_ui(ui, view, state, actions);
        problems_ui(ui, view);
        ui.add_space(tokens::GAP);
        table::table_ui(ui, view, height, state, actions);
    }
}

/// What the options of the open plan cost with the list as it stands.
fn totals_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(evaluation) = view.evaluation else { return };
    let estimate = &evaluation.estimate;
    if estimate.unpriced {
        let (name, names) = (&view.name, view.unpriced.join(", "));
        let text = tr!("In {name}, no price yet: {names}", name, names);
        ui.add_space(tokens::GAP);
        ui.add(Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).wrap());
        return;
    }
    let treated = estimate.options.iter().filter(|option| option.mark.is_some());
    let total = |option| -> String {
        let option: &crate::estimate::OptionEstimate = option;
        format!("{} {}", wording::option_title(option), wording::money(option.ledger.total.typical, estimate.currency))
    };
    let totals: Vec<String> = treated.map(total).collect();
    let (name, totals) = (&view.name, totals.join("   "));
    let text = if view.problems.is_empty() {
        tr!("In {name}:  {totals}", name, totals)
    } else {
        tr!("In {name}, from before what is to be mended:  {totals}", name, totals)
    };
    ui.add_space(tokens::GAP);
    ui.add(Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).wrap());
}

/// The file is there and cannot be read: nothing is written before somebody says so.
fn unreadable_ui(ui: &mut Ui, why: &str, actions: &mut Vec<Action>) {
    ui.add_space(tokens::GROUP_GAP);
    kit::error(ui, tr!("The price list cannot be read"));
    ui.label(why);
    ui.label(tr!("The catalogue's prices are used. Mend the file and start again, or begin a new list."));
    ui.add_space(tokens::GAP);
    let button = ui.button(tr!("Begin a new list")).on_hover_text(tr!("The file is kept under another name beside it"));
    if button.clicked() {
        actions.push(Action::BeginPriceList);
    }
}

/// What is wrong, wherever it stands in the table. The line is always there: what one types must not move away.
fn problems_ui(ui: &mut Ui, view: &View<'_>) {
    let problems = view.prices.problems;
    let Some(first) = problems.first() else {
        let text = tr!("What is typed is in force at once and saved by itself. A typical value alone is a fixed one.");
        ui.add(Label::new(RichText::new(text).color(Palette::of(ui).text_weak)).truncate());
        return;
    };
    let text = match problems.len() {
        1 => tr!("To mend; everything else is in force: {problem}", problem = first),
        count => tr!(
            "To mend; everything else is in force: {problem} (and {count} more, each marked beside its field)",
            problem = first,
            count = count - 1,
        ),
    };
    let shown = ui.horizontal(|ui| {
        let color = Palette::of(ui).error;
        kit::icon(ui, icons::ERROR, color);
        ui.add(Label::new(RichText::new(&text).color(color)).truncate())
    });
    let shown = shown.inner;
    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_live(egui::accesskit::Live::Polite));
    shown.on_hover_text(text);
}

//! The ways to pay the courses of the selected option, side by side: one of them is chosen here.

use super::parts::Content;
use crate::document::{Edit, Field, PackageDraft, Place};
use crate::evaluation::{Way, ways};
use crate::locale::tr;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, kit};
use crate::wording;
use egui::{RichText, Ui};

/// Each line that can be paid in more than one way; nothing if there is none.
pub(super) fn ways_ui(ui: &mut Ui, content: &Content<'_>, actions: &mut Vec<Action>) {
    let Some(treated) = content.treated else { return };
    let (plan, catalog) = (&content.evaluation.plan, content.view.catalog);
    let ways = ways(plan, treated, &content.option.schedule, catalog);
    if ways.is_empty() {
        return;
    }
    ui.add_space(tokens::GAP);
    kit::headline(ui, tr!("Ways of paying"), tokens::SIZES[1], 3);
    for of_line in ways.chunk_by(|one, other| one.line == other.line) {
        let name = wording::line_name(catalog, &treated[of_line[0].line]);
        kit::radios(ui, &name, |ui| kit::if_editable(ui, content.view, |ui| of_line_ui(ui, content, of_line, actions)));
    }
}

fn of_line_ui(ui: &mut Ui, content: &Content<'_>, ways: &[Way], actions: &mut Vec<Action>) {
    let currency = content.evaluation.estimate.currency;
    let before = ways.iter().position(|way| way.is_chosen).unwrap_or_default();
    let mut chosen = before;
    for (at, way) in ways.iter().enumerate() {
        let total = wording::money(way.total.typical, currency);
        let name = tr!("{way}: {total} in all", way = wording::way_name(way), total);
        kit::radio(ui, &mut chosen, at, &name);
        if let Some(said) = wording::way_against_single(way, currency) {
            ui.indent(("way", at), |ui| {
                ui.label(RichText::new(said).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
            });
        }
    }
    // What is typed in the plan is there to be chosen only while it is chosen.
    if let Some(way) = ways.get(chosen).filter(|way| chosen != before && !way.is_typed) {
        let package = way.package.map_or(PackageDraft::None, |sessions| PackageDraft::Catalogue { sessions });
        let place = Place::Line { line: way.line, field: Field::Package };
        actions.push(Action::Edit(Edit::Set(place, package.into())));
    }
}

//! The ways to pay the selected option and its courses, side by side: one of them is chosen here.

use super::parts::Content;
use crate::document::{Edit, ExtraId, Field, MembershipDraft, OptionEdit, PackageDraft, Place};
use crate::evaluation::{Way, WayKind, ways};
use crate::locale::tr;
use crate::ui::theme::{OptionStyle, Palette, tokens};
use crate::ui::{Action, charts, kit, marks};
use crate::wording;
use egui::{RichText, Ui};

/// The height of the sample of a line in points.
const SAMPLE: f32 = 14.0;

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
    for alike in ways.chunk_by(|one, other| one.kind.sold() == other.kind.sold()) {
        let name = wording::paid_in_ways(&alike[0], treated, catalog);
        kit::radios(ui, &name, |ui| kit::if_editable(ui, content.view, |ui| alike_ui(ui, content, alike, actions)));
    }
}

fn alike_ui(ui: &mut Ui, content: &Content<'_>, ways: &[Way], actions: &mut Vec<Action>) {
    let estimate = &content.evaluation.estimate;
    let (palette, plan) = (Palette::of(ui), &content.evaluation.plan);
    let of_plan = (plan.currency, plan.tax);
    let styled: Vec<(&Way, OptionStyle)> = ways
        .iter()
        .enumerate()
        .map(|(at, way)| (way, charts::way_style(palette, palette.option(content.option.mark), way, at)))
        .collect();
    let before = ways.iter().position(|way| way.is_chosen).unwrap_or_default();
    let mut chosen = before;
    for (at, (way, style)) in styled.iter().enumerate() {
        let total = wording::money(way.total.typical, estimate.currency);
        let name = tr!("{way}: {total} in all", way = wording::way_name(way), total);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.add_space((ui.spacing().interact_size.y - SAMPLE) / 2.0);
                marks::line_sample(ui, style);
            });
            ui.vertical(|ui| {
                kit::radio(ui, &mut chosen, at, &name);
                // The terms of a member who is one stand above, in the phrase that opens them.
                let terms = way.membership.as_ref().filter(|_| !way.is_chosen);
                let terms = terms.map(|terms| wording::membership(terms, of_plan, content.view.catalog));
                for said in terms.into_iter().chain(wording::way_against_plain(way, estimate.currency)) {
                    ui.label(RichText::new(said).size(tokens::SIZES[0]).color(palette.text_weak));
                }
            });
        });
    }
    charts::ways_ui(ui, estimate, &styled);
    ui.add_space(tokens::GAP);
    // What is typed in the plan is there to be chosen only while it is chosen.
    if let Some(way) = ways.get(chosen).filter(|way| chosen != before && !way.is_typed) {
        actions.extend(paid(content, way.kind).map(Action::Edit));
    }
}

/// The edit that makes a way of the price list the one that is planned.
fn paid(content: &Content<'_>, kind: WayKind) -> Option<Edit> {
    let package = |line, add_on: Option<ExtraId>, package: PackageDraft| {
        let field = add_on.map_or(Field::Package, Field::AddOnPackage);
        Some(Edit::Set(Place::Line { line, field }, package.into()))
    };
    let membership = |membership| Some(Edit::Option(content.option.id?, OptionEdit::Membership(membership)));
    match kind {
        WayKind::Single { line, add_on } => package(line, add_on, PackageDraft::None),
        WayKind::Package { line, add_on, sessions } => package(line, add_on, PackageDraft::Catalogue { sessions }),
        WayKind::WithoutMembership => membership(None),
        WayKind::Member => {
            let listed = &content.view.catalog.defaults.membership;
            let option = content.view.selected?;
            membership(Some(MembershipDraft::listed(listed, content.view.draft.currency, &option.lines)))
        }
    }
}

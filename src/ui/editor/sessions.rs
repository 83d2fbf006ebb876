//! Dated sessions.

use super::parts::{Content, LONG, folded_ui, pair_ui};
use super::remarks::remarks_ui;
use crate::estimate::SessionsNeeded;
use crate::locale::{tr, trn};
use crate::schedule::Session;
use crate::ui::theme::{strong, tokens};
use crate::ui::{Action, kit};
use crate::wording;
use egui::{Align, Label, Layout, RichText, Ui, vec2};

/// The part of the width that names take in the table by the number of sessions.
const NAMES: f32 = 0.31;
/// The widest of its other columns in points.
const WIDEST: f32 = 100.0;

pub(super) fn sessions_ui(ui: &mut Ui, content: &Content<'_>, actions: &mut Vec<Action>) {
    let Some(treated) = content.treated else { return };
    remarks_ui(ui, content, &content.option.remarks, actions);
    remarks_ui(ui, content, &content.evaluation.estimate.remarks, actions);
    let option = content.option;
    if let Some(projection) = &option.projection {
        result_ui(ui, content, projection);
    }
    by_sessions_ui(ui, content);
    occasions_ui(ui, content);
    ui.add_space(tokens::GAP);
    let (least, most) = option.downtime_days;
    pair_ui(ui, tr!("Visits to the clinic"), &option.visits.to_string(), true);
    pair_ui(ui, tr!("Days you may not want to be seen"), &wording::day_range(least, most), false);
    ui.add_space(tokens::GAP);
    let sessions = &option.schedule.sessions;
    let row_ui = |ui: &mut Ui, session: &Session| {
        let what = match treated.lines.len() {
            1 => wording::only_session(session, treated),
            _ => wording::session(session, treated, content.view.catalog),
        };
        let date = wording::session_date(session, &option.schedule);
        pair_ui(ui, &what, &date, false);
    };
    if sessions.len() <= LONG {
        sessions.iter().for_each(|session| row_ui(ui, session));
        return;
    }
    let ends = &content.evaluation.estimate.year_bounds[1..];
    let year_of = |session: &Session| ends.partition_point(|end| *end <= session.day).min(ends.len() - 1);
    for of_year in sessions.chunk_by(|one, other| year_of(one) == year_of(other)) {
        let (year, count) = (year_of(&of_year[0]), of_year.len());
        let title =
            trn!(count as u64, "Year {year}: {count} session", "Year {year}: {count} sessions", year = year + 1, count);
        folded_ui(ui, (option, year), &title, count, |ui| of_year.iter().for_each(|session| row_ui(ui, session)));
    }
}

/// What it comes to by the number of sessions; the typical one as it is planned.
fn by_sessions_ui(ui: &mut Ui, content: &Content<'_>) {
    let (option, estimate) = (content.option, &content.evaluation.estimate);
    let rows = wording::by_sessions(option, estimate, |total| wording::money(total.typical, estimate.currency));
    if rows.is_empty() {
        return;
    }
    ui.add_space(tokens::GAP);
    let is_planned: Vec<bool> = option.by_sessions.iter().map(|one| one.needed == SessionsNeeded::Typical).collect();
    let room = ui.available_width() - 4.0 * ui.spacing().item_spacing.x;
    let width = (room * (1.0 - NAMES) / 3.0).min(WIDEST);
    for (at, (name, cells)) in rows.iter().enumerate() {
        ui.horizontal(|ui| {
            let height = tokens::SIZES[0] + 4.0;
            ui.allocate_ui_with_layout(vec2(room * NAMES, height), Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(room * NAMES);
                ui.add(Label::new(RichText::new(*name).size(tokens::SIZES[0])).truncate());
            });
            for ((cell, which), is_planned) in cells.iter().zip(&rows[0].1).zip(&is_planned) {
                let text = if at == 0 || *is_planned { strong(cell) } else { RichText::new(cell) };
                let text = text.size(tokens::SIZES[0]);
                ui.allocate_ui_with_layout(vec2(width, height), Layout::right_to_left(Align::Center), |ui| {
                    ui.set_width(width);
                    let shown = ui.label(text);
                    let spoken = if at == 0 { cell.clone() } else { format!("{name}, {which}: {cell}") };
                    ui.ctx().accesskit_node_builder(shown.id, |node| node.set_value(spoken));
                });
            }
        });
    }
    kit::note(ui, tr!("Typical values, worked out anew for each number of sessions."));
}

/// How the option stands on the days that matter.
fn occasions_ui(ui: &mut Ui, content: &Content<'_>) {
    let estimate = &content.evaluation.estimate;
    for (occasion, on) in estimate.occasions.iter().zip(&content.option.occasions) {
        ui.add_space(tokens::GAP);
        ui.label(strong(wording::occasion(&occasion.name, estimate.date(occasion.day))));
        let said = wording::capitalized(&wording::on_occasion(on, estimate));
        ui.add(Label::new(format!("{said}.")).wrap());
    }
}

fn result_ui(ui: &mut Ui, content: &Content<'_>, projection: &crate::estimate::Projection) {
    let estimate = &content.evaluation.estimate;
    ui.add_space(tokens::GAP);
    let date = |day| wording::month_year(estimate.date(day));
    if let Some(day) = projection.noticeable {
        pair_ui(ui, tr!("First noticeable, typically"), &date(day), false);
    }
    if let Some(peak) = projection.peak {
        let text = format!("{}, {}", wording::share_with_range(peak.improvement), date(peak.day));
        pair_ui(ui, tr!("Peak"), &text, false);
    }
    if projection.peak.is_some() {
        let lasts = wording::lasts(projection.lasts_months);
        pair_ui(ui, tr!("Without upkeep, under two thirds of its peak after"), &lasts, false);
    }
}

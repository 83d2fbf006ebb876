//! Dated sessions.

use super::{Content, pair_ui, remarks_ui};
use crate::locale::tr;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn sessions_ui(ui: &mut Ui, content: &Content<'_>) {
    let Some(treated) = content.treated else {
        ui.label(tr!("No sessions, no cost, no downtime. The chart shows how ageing alone goes on."));
        return;
    };
    let weak = Palette::of(ui).text_weak;
    for line in &treated.lines {
        ui.label(RichText::new(wording::line_summary(line, content.view.catalog)).color(weak));
    }
    remarks_ui(ui, &content.option.remarks);
    remarks_ui(ui, &content.evaluation.estimate.remarks);
    let option = content.option;
    if let Some(projection) = &option.projection {
        result_ui(ui, content, projection);
    }
    ui.add_space(tokens::GAP);
    let (least, most) = option.downtime_days;
    pair_ui(ui, tr!("Visits to the clinic"), &option.visits.to_string(), true);
    pair_ui(ui, tr!("Days you may not want to be seen"), &wording::day_range(least, most), false);
    ui.add_space(tokens::GAP);
    for session in &option.schedule.sessions {
        let what = match treated.lines.len() {
            1 => wording::only_session(session, treated),
            _ => wording::session(session, treated, content.view.catalog),
        };
        pair_ui(ui, &what, &wording::date(session.date), false);
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
        let typical = wording::share(peak.improvement.typical);
        let text = format!("{typical} ({}), {}", wording::share_range(peak.improvement), date(peak.day));
        pair_ui(ui, tr!("Peak"), &text, false);
    }
    if let Some(months) = projection.duration_months {
        pair_ui(ui, tr!("Under two thirds of the peak after"), &wording::months(months), false);
    }
}

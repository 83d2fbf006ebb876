//! What every option has cost and achieved on the day of the cursor. It lies over the chart, so that it moves nothing.

use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{ViewState, marks};
use crate::units::Day;
use crate::wording;
use egui::{Align2, FontFamily, FontId, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use std::sync::Arc;

/// Space between the read-out and what is around it, in points.
const AROUND: f32 = 8.0;

/// Paints the read-out beside the pointer, or at the top of the chart where keys move the cursor.
pub(super) fn readout_ui(ui: &Ui, evaluation: &Evaluation, state: &ViewState) {
    let (Some(day), Some(at)) = (state.cursor, state.cursor_at) else { return };
    let palette = Palette::of(ui);
    let estimate = &evaluation.estimate;
    let painter = ui.painter();
    let font = |strong: bool| {
        let family = if strong { FontFamily::Name(tokens::STRONG_FAMILY.into()) } else { FontFamily::Proportional };
        FontId::new(tokens::SIZES[0], family)
    };
    let line = |text: String, strong| painter.layout_no_wrap(text, font(strong), palette.text);
    let time = wording::months(f64::from(day) / crate::units::DAYS_PER_MONTH);
    let head = tr!("{date}, {time} in", date = wording::date(estimate.date(day)), time);
    let front = estimate.options.iter().find(|option| state.stands_out(option.id));
    let session = front.and_then(|option| session(evaluation, option, day));
    let heads = std::iter::once(head).chain(session).map(|text| line(text, true));
    let mut lines: Vec<(Option<&OptionEstimate>, Arc<egui::Galley>)> = heads.map(|galley| (None, galley)).collect();
    for option in &estimate.options {
        lines.push((Some(option), line(of_option(evaluation, option, day, state), state.stands_out(option.id))));
    }
    let indent = |option: Option<&OptionEstimate>| if option.is_some() { 14.0 } else { 0.0 };
    let width = lines.iter().map(|(option, line)| line.size().x + indent(*option)).fold(0.0, f32::max);
    let height: f32 = lines.iter().map(|(_, line)| line.size().y + 2.0).sum();
    let size = vec2(width, height) + vec2(AROUND, AROUND) * 2.0;
    let room = ui.max_rect();
    let left = if at.x + AROUND + size.x < room.right() { at.x + AROUND } else { at.x - AROUND - size.x };
    let top = (at.y - size.y - AROUND).max(room.top() + 30.0);
    let rect = Rect::from_min_size(pos2(left.max(room.left()), top), size);
    let fill = palette.card.gamma_multiply(0.96);
    painter.rect(rect, tokens::RADIUS, fill, Stroke::new(1.0, palette.line), StrokeKind::Inside);
    let mut at = rect.min + vec2(AROUND, AROUND);
    for (option, galley) in lines {
        if let Some(option) = option {
            let style = palette.option(option.mark);
            marks::marker(painter, at + vec2(5.0, galley.size().y / 2.0), 3.5, &style);
        }
        let place = Align2::LEFT_TOP.anchor_size(at + vec2(indent(option), 0.0), galley.size());
        at.y += galley.size().y + 2.0;
        painter.galley(place.min, galley, palette.text);
    }
}

/// An option on a day: `A · 47 % (20–75 %) · $2,450`.
fn of_option(evaluation: &Evaluation, option: &OptionEstimate, day: Day, state: &ViewState) -> String {
    let point = option.point(day);
    let result = point.result.map(|result| state.against.of(&result));
    let result = result.map(wording::share_with_range);
    let estimate = &evaluation.estimate;
    let spent = (!estimate.unpriced).then(|| wording::money(point.spend.typical, estimate.currency));
    let name = option.mark.map_or(wording::do_nothing().to_owned(), |mark| mark.letter().to_string());
    [Some(name), result, spent].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The session on a day, if there is one, else the phase.
fn session(evaluation: &Evaluation, option: &OptionEstimate, day: Day) -> Option<String> {
    let treated = evaluation.plan.options.iter().find(|other| Some(other.id) == option.id)?;
    let session = option.schedule.sessions.iter().find(|session| session.day == day);
    let letter = option.mark?.letter();
    let of_day = session.map(|session| format!("{letter} · {}", wording::session_with_interval(session, treated)));
    of_day.or_else(|| phase(option, day).map(|phase| phase.trim_start_matches(" · ").to_owned()))
}

/// The phase an option is in on a day, in words: in a chart there is not always room for its name.
pub(super) fn phase(option: &OptionEstimate, day: Day) -> Option<String> {
    let phase = option.phases.iter().find(|phase| (phase.from..phase.to).contains(&day))?;
    Some(format!(" · {}: {}", option.mark?.letter(), wording::within(wording::text(&phase.name))))
}

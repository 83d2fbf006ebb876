//! What stands at the ends of lines: the range of each option with its letter, and, where no table names the options, names.

use super::stretch::Stretch;
use crate::estimate::OptionEstimate;
use crate::scene::Scene;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{ViewState, marks};
use crate::units::Day;
use crate::wording;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align2, FontFamily, FontId, Galley, Painter, Rect, Stroke, Ui, pos2, vec2};
use egui_plot::PlotTransform;
use std::sync::Arc;

/// The distance of two ranges, in points.
const BESIDE: f32 = 11.0;
/// The room for a letter above a range, in points.
const LETTER: f32 = 14.0;
/// The least distance of two names, in points.
const APART: f32 = 2.0;
/// The most lines of a name.
const LINES: usize = 5;

/// The end of a line on screen.
struct End<'a> {
    option: &'a OptionEstimate,
    stands_out: bool,
    y: f32,
}

/// The name of an option at a height.
struct Name<'a> {
    end: &'a End<'a>,
    galley: Arc<Galley>,
    top: f32,
}

/// The room that the ranges of so many options, and in the client's view their names, need beside a chart; all of it is this
/// wide.
pub(super) fn width(options: usize, state: &ViewState, all: f32) -> f32 {
    let names = if state.client_view { (all * 0.19).clamp(100.0, 250.0).min(all * 0.3) } else { 0.0 };
    ranges(options) + names
}

#[expect(clippy::cast_precision_loss, reason = "at most six options")]
fn ranges(options: usize) -> f32 {
    options as f32 * BESIDE + 5.0
}

/// Ranges and names to the right of a chart.
pub(super) fn ends_ui(
    ui: &Ui,
    transform: &PlotTransform,
    scene: &Scene<'_>,
    (state, shown): (&ViewState, Stretch),
    place: Rect,
) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(place.shrink2(vec2(0.0, 1.0)), 0.0, palette.card);
    #[expect(clippy::cast_possible_truncation, reason = "within the horizon")]
    let day = shown.to.round() as Day;
    let y = |value| transform.position_from_point_y(value);
    let mut x = place.left() - BESIDE / 2.0 + 2.5;
    let mut ends = Vec::new();
    for curve in &scene.curves {
        let Some(value) = scene.on(curve.option, day) else { continue };
        let end = End { option: curve.option, stands_out: state.stands_out(curve.option.id), y: y(value.typical) };
        if curve.option.id.is_some() {
            x += BESIDE;
            range(&painter, &end, x, (y(value.low), y(value.high)), palette);
        }
        ends.push(end);
    }
    if state.client_view {
        names_ui(ui, place.with_min_x(x + BESIDE / 2.0 + 2.5), &mut ends);
    }
}

fn font(stands_out: bool) -> FontId {
    let family = if stands_out { FontFamily::Name(tokens::STRONG_FAMILY.into()) } else { FontFamily::Proportional };
    FontId::new(tokens::SIZES[0], family)
}

/// The range of an option, its letter above it, or below it where that would be outside.
fn range(painter: &Painter, end: &End<'_>, x: f32, (low, high): (f32, f32), palette: &Palette) {
    let stroke = Stroke::new(if end.stands_out { 2.5 } else { 1.5 }, palette.option(end.option.mark).color);
    painter.vline(x, high..=low, stroke);
    for y in [low, high] {
        painter.hline(x - 2.5..=x + 2.5, y, stroke);
    }
    painter.circle_filled(pos2(x, end.y), 3.0, stroke.color);
    let has_room = high - LETTER > painter.clip_rect().top();
    let (y, align) = if has_room { (high - 2.0, Align2::CENTER_BOTTOM) } else { (low + 2.0, Align2::CENTER_TOP) };
    if let Some(mark) = end.option.mark {
        painter.text(pos2(x, y), align, mark.letter(), font(end.stands_out), stroke.color);
    }
}

/// Draws names near their lines and apart from each other, each in as many lines as there is room for all. Where there is
/// not even room for one line of each, only the one that stands out has its name: its letter tells of every other.
fn names_ui(ui: &Ui, place: Rect, ends: &mut Vec<End<'_>>) {
    ends.sort_by(|one, other| one.y.total_cmp(&other.y));
    let set = |lines: usize| ends.iter().map(|end| name(ui, end, place.width() - 14.0, lines)).collect::<Vec<_>>();
    let fits =
        |names: &Vec<Name<'_>>| names.iter().map(|name| name.galley.size().y + APART).sum::<f32>() <= place.height();
    let all = (1..=LINES).rev().map(set).find(fits);
    let mut names = all.unwrap_or_else(|| set(LINES).into_iter().filter(|name| name.end.stands_out).collect());
    let mut free = place.top();
    for name in &mut names {
        name.top = name.top.max(free);
        free = name.top + name.galley.size().y + APART;
    }
    // What ran over the bottom is pushed up again.
    let mut room = place.bottom();
    for name in names.iter_mut().rev() {
        name.top = name.top.min(room - name.galley.size().y - APART);
        room = name.top;
    }
    for Name { end, galley, top } in names {
        let style = Palette::of(ui).option(end.option.mark);
        let at = pos2(place.left() + 3.0, top);
        if end.option.mark.is_some() {
            marks::marker(ui.painter(), at + vec2(0.0, tokens::SIZES[0] * 0.65), 3.5, &style);
        }
        ui.painter().galley(at + vec2(8.0, 0.0), galley, style.color);
    }
}

/// A name in at most so many lines, its middle beside the end of its line.
fn name<'a>(ui: &Ui, end: &'a End<'a>, width: f32, lines: usize) -> Name<'a> {
    let color = Palette::of(ui).option(end.option.mark).color;
    let letter = end.option.mark.map(|mark| format!("{} ", mark.letter())).unwrap_or_default();
    let text = format!("{letter}{}", wording::option_name(end.option));
    let mut text = LayoutJob::simple(text, font(end.stands_out), color, width);
    text.wrap = TextWrapping { max_rows: lines, ..TextWrapping::wrap_at_width(width) };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(text));
    let top = end.y - galley.size().y / 2.0;
    Name { end, galley, top }
}

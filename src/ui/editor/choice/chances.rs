//! How often each option is the best one, over all that a year of full improvement may be worth.

use super::worth::{WORTHS, units, whole};
use crate::compare::Deciding;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::ui::theme::{OptionStyle, Palette, tokens};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align2, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

/// The height of the chart in points, and the room for what stands at its left and below.
const HEIGHT: f32 = 170.0;
const LEFT: f32 = 34.0;
const BELOW: f32 = 18.0;
/// So many worths are looked at along the chart.
const STEPS: u16 = 160;

/// Where worths and shares are drawn.
struct Axes {
    area: Rect,
}

impl Axes {
    /// The place of a worth, which counts by its logarithm, and of a share.
    #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
    fn place(&self, worth: f64, share: f64) -> Pos2 {
        let (low, high) = (WORTHS.start().ln(), WORTHS.end().ln());
        let along = ((worth.ln() - low) / (high - low)).clamp(0.0, 1.0) as f32;
        pos2(egui::lerp(self.area.x_range(), along), egui::lerp(self.area.bottom()..=self.area.top(), share as f32))
    }
}

/// The worths along the chart.
fn worths() -> impl Iterator<Item = f64> {
    let (low, high) = (WORTHS.start().ln(), WORTHS.end().ln());
    (0..=STEPS).map(move |step| (low + (high - low) * f64::from(step) / f64::from(STEPS)).exp())
}

pub(super) fn chances_ui(ui: &mut Ui, estimate: &Estimate, deciding: &Deciding) {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::focusable_noninteractive());
    let spoken = spoken(estimate, deciding);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let axes = Axes { area: Rect::from_min_max(rect.min + vec2(LEFT, 6.0), rect.max - vec2(14.0, BELOW)) };
    axes_ui(ui, &axes, estimate);
    let shares: Vec<(f64, Vec<f64>)> =
        worths().map(|worth| (worth, deciding.chances.at(whole(worth, estimate)))).collect();
    let palette = Palette::of(ui);
    let mut named: Vec<Rect> = Vec::new();
    for (at, option) in estimate.options.iter().enumerate() {
        let style = palette.option(option.mark);
        let points: Vec<Pos2> = shares.iter().map(|(worth, shares)| axes.place(*worth, shares[at])).collect();
        line_ui(ui, &points, &style);
        let letter = option.mark.map_or_else(|| tr!("none").to_owned(), |mark| mark.letter().to_string());
        let highest = shares.iter().max_by(|one, other| one.1[at].total_cmp(&other.1[at]));
        if let Some((worth, shares)) = highest.filter(|(_, shares)| shares[at] > 0.04) {
            let mut place = axes.place(*worth, shares[at]) + vec2(0.0, -2.0);
            place.x = place.x.clamp(axes.area.left() + 14.0, axes.area.right() - 8.0);
            place.y = place.y.max(axes.area.top() + 14.0);
            let font = FontId::proportional(tokens::SIZES[1]);
            let galley = ui.painter().layout_no_wrap(letter, font, style.color);
            let of = |place: Pos2| Align2::CENTER_BOTTOM.anchor_size(place, galley.size());
            // No name on another one.
            while named.iter().any(|other| other.intersects(of(place))) && place.x > axes.area.left() + 20.0 {
                place.x -= 6.0;
            }
            named.push(of(place));
            ui.painter().galley(of(place).min, galley, style.color);
        }
    }
    if let Some(worth) = deciding.worth() {
        let x = axes.place(units(worth, estimate).max(1.0), 0.0).x;
        ui.painter().vline(x, axes.area.y_range(), Stroke::new(1.0, palette.text));
    }
}

/// The axes with their marks.
fn axes_ui(ui: &Ui, axes: &Axes, estimate: &Estimate) {
    let (palette, font) = (Palette::of(ui), FontId::proportional(tokens::SIZES[0]));
    let painter = ui.painter();
    for share in [0.0, 0.5, 1.0] {
        let y = axes.place(1.0, share).y;
        painter.hline(axes.area.x_range(), y, Stroke::new(1.0, palette.grid));
        let at = pos2(axes.area.left() - 4.0, y);
        painter.text(at, Align2::RIGHT_CENTER, wording::share(share), font.clone(), palette.text_weak);
    }
    for worth in [100.0, 1_000.0, 10_000.0, 100_000.0] {
        let at = axes.place(worth, 0.0);
        painter.vline(at.x, axes.area.y_range(), Stroke::new(1.0, palette.grid));
        // There is no room for the last one beside the one before.
        if worth > 10_000.0 {
            continue;
        }
        let text = wording::money(whole(worth, estimate), estimate.currency);
        let anchor = if worth < 1_000.0 { Align2::LEFT_TOP } else { Align2::CENTER_TOP };
        painter.text(at + vec2(0.0, 3.0), anchor, text, font.clone(), palette.text_weak);
    }
}

fn line_ui(ui: &Ui, points: &[Pos2], style: &OptionStyle) {
    let stroke = Stroke::new(style.width, style.color);
    match style.stroked.dashes() {
        Some((dash, gap)) => ui.painter().extend(Shape::dashed_line(points, stroke, dash, gap)),
        None => {
            ui.painter().line(points.to_vec(), stroke);
        }
    }
}

/// The chart in words.
fn spoken(estimate: &Estimate, deciding: &Deciding) -> String {
    let at = [300.0, 1_000.0, 3_000.0, 10_000.0, 30_000.0].map(|worth| {
        let amount = whole(worth, estimate);
        let shares = deciding.chances.at(amount);
        let each = estimate.options.iter().zip(shares).filter(|(_, share)| *share >= 0.005);
        let each: Vec<String> =
            each.map(|(option, share)| format!("{} {}", wording::option_mark(option), wording::share(share))).collect();
        format!("{}: {}", wording::money(amount, estimate.currency), each.join(", "))
    });
    tr!("Chance of being the best by what a year of full improvement is worth. {each}.", each = at.join("; "))
}

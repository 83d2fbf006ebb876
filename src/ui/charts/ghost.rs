//! How the option that is being changed was before, for a moment: a pale line, and what the change comes to.

use super::paint::line_style;
use crate::compare::Value;
use crate::estimate::OptionEstimate;
use crate::evaluation::Evaluation;
use crate::scene::Scene;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{Align2, FontId, Rect, Ui, pos2, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints, PlotUi};
use std::sync::Arc;
use std::time::Duration;

/// For how long after the last change it is shown, in seconds.
const STAYS: f64 = 2.0;

/// What was shown last, and the option that has changed since with the time of its last change.
#[derive(Clone, Default)]
pub struct Ghost {
    shown: Vec<OptionEstimate>,
    before: Option<(OptionEstimate, f64)>,
}

/// Whether two are worked out alike. What an edit leaves alone is kept and not worked out anew.
fn is_same(one: &OptionEstimate, other: &OptionEstimate) -> bool {
    let same_result = match (&one.projection, &other.projection) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    same_result && Arc::ptr_eq(&one.ledger, &other.ledger)
}

impl std::fmt::Debug for Ghost {
    /// It passes by itself: nothing that is kept.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ghost")
    }
}

impl Ghost {
    /// Takes in what is shown now. Only where one option has changed and all others are as they were is there anything to
    /// show: what changes all of them is no change of a field of one.
    pub(super) fn follow(&mut self, ui: &Ui, evaluation: &Evaluation) {
        let options = &evaluation.estimate.options;
        let now = ui.input(|input| input.time);
        let is_alike = self.shown.len() == options.len() && self.shown.iter().zip(options).all(|(a, b)| is_same(a, b));
        if !is_alike {
            let known = self.shown.iter().map(|option| option.id).eq(options.iter().map(|option| option.id));
            let mut changed = self.shown.iter().zip(options).filter(|(one, other)| !is_same(one, other));
            self.before = match (changed.next(), changed.next()) {
                (Some((old, new)), None) if known => {
                    let before = self.before.take().map(|(before, _)| before).filter(|before| before.id == new.id);
                    Some((before.unwrap_or_else(|| old.clone()), now))
                }
                _ => None,
            };
            self.shown.clone_from(options);
        }
        if let Some((_, since)) = self.before {
            let left = STAYS - (now - since);
            if left > 0.0 {
                ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
            } else {
                self.before = None;
            }
        }
    }
}

/// The pale line of how it was.
pub(super) fn line_ui(plot: &mut PlotUi<'_>, scene: &Scene<'_>, state: &ViewState, palette: &Palette) {
    let Some((before, _)) = &state.ghost.before else { return };
    let points = scene.line_of(before).into_iter();
    let points = points.map(|point| PlotPoint::new(f64::from(point.day), point.value.typical)).collect();
    let color = palette.option(before.mark).color.gamma_multiply(0.35);
    let line = Line::new("", PlotPoints::Owned(points)).color(color).width(1.5).style(line_style());
    plot.line(line.allow_hover(false));
}

/// What the change comes to at the day of the cursor, or else at the end: `+3 points, +$420`.
pub(super) fn change_ui(ui: &Ui, scene: &Scene<'_>, state: &ViewState, area: Rect) {
    let Some((before, _)) = &state.ghost.before else { return };
    let Some(now) = scene.curves.iter().map(|curve| curve.option).find(|option| option.id == before.id) else { return };
    let estimate = scene.estimate;
    let day = state.cursor.unwrap_or(estimate.horizon_days);
    let (old, new) = (before.point(day), now.point(day));
    let band = |result: &crate::estimate::ResultPoint| Value::Share(state.against.of(result));
    let result = old.result.zip(new.result).map(|(old, new)| (band(&new), band(&old)));
    let money = Some((Value::Money(new.spend), Value::Money(old.spend)));
    let words = [result, money].into_iter().flatten();
    let words = words.filter_map(|(new, old)| wording::value_difference(&new, &old, estimate.currency));
    let text = format!("{} {}", wording::option_title(now), words.collect::<Vec<_>>().join(", "));
    let palette = Palette::of(ui);
    let font = FontId::proportional(tokens::SIZES[1]);
    let galley = ui.painter().layout_no_wrap(text, font, palette.option(now.mark).color);
    let rect = Align2::RIGHT_TOP.anchor_size(pos2(area.right() - 8.0, area.top() + 5.0), galley.size());
    ui.painter().rect_filled(rect.expand2(vec2(5.0, 2.0)), tokens::RADIUS, palette.card.gamma_multiply(0.95));
    ui.painter().galley(rect.min, galley, palette.text);
}

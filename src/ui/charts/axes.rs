//! Scales: years along, sensible steps upward, and tops that stay while something is dragged.

use super::{Stretch, ViewState};
use crate::estimate::Estimate;
use crate::locale::{self, tr, trn};
use crate::scene::{ROOM_FOR_BUDGET, Scale, Scene};
use crate::ui::theme::tokens;
use crate::units::{Currency, Day};
use egui::{Color32, FontId, Ui};
use egui_plot::GridMark;
use std::ops::RangeInclusive;

/// The first day of every so many months of the plan, and its last day.
pub(super) fn months(estimate: &Estimate, step: u32) -> Vec<Day> {
    let start = estimate.date(0);
    let day = |month: u32| (start.saturating_add(jiff::Span::new().months(i64::from(month))) - start).get_days();
    (0..=estimate.horizon_years * 12).step_by(step as usize).map(day).collect()
}

/// Marks of the time shown: at each year of the plan, or at months where less than two years are shown.
pub(super) fn time_marks(estimate: &Estimate, shown: Stretch) -> Vec<GridMark> {
    let step = match shown.length() {
        length if length < 200.0 => 1,
        length if length < 750.0 => 3,
        _ => 12,
    };
    let days = months(estimate, step).into_iter().map(f64::from);
    let days = days.filter(|day| (shown.from - 0.5..=shown.to + 0.5).contains(day));
    days.map(|value| GridMark { value, step_size: 365.0 }).collect()
}

/// `start`, `1 year`, `2 years`, …; shorter where there are many; months between them.
pub(super) fn time_label(estimate: &Estimate, day: f64) -> String {
    let near = |bound: &Day| (f64::from(*bound) - day).abs() < 0.5;
    if let Some(year) = estimate.year_bounds.iter().position(near) {
        return match year {
            0 => tr!("start").to_owned(),
            year if estimate.horizon_years > 6 => tr!("{year} y", year),
            year => trn!(year as u64, "{year} year", "{year} years", year),
        };
    }
    match months(estimate, 1).iter().position(near) {
        Some(month) => trn!(month as u64, "{month} month", "{month} months", month),
        None => String::new(),
    }
}

/// How many steps a chart of this height in points has room for, up to a usual number.
fn count(height: f32, usual: f64) -> f64 {
    f64::from(height / 28.0).clamp(1.5, usual)
}

/// Marks from the floor to the top, from zero to the top in about `count` steps of 1, 2 or 5 times a power of ten.
pub(in crate::ui) fn steps(floor: f64, top: f64, count: f64) -> Vec<GridMark> {
    let step = nice(top / count);
    let first = (floor / step).ceil();
    let marks =
        std::iter::successors(Some(first), |mark| Some(mark + 1.0)).take_while(|mark| mark * step <= top + step * 1e-6);
    marks.map(|mark| GridMark { value: mark * step, step_size: step }).collect()
}

/// The next of 1, 2 or 5 times a power of ten at or above a positive value.
pub(in crate::ui) fn nice(value: f64) -> f64 {
    let power = 10_f64.powf(value.max(1e-9).log10().floor());
    let factor =
        [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= value * (1.0 - 1e-9)).unwrap_or(10.0);
    factor * power
}

/// The width that the labels of both upward axes need, so that the charts stand exactly above each other.
pub(super) fn thickness(ui: &Ui, state: &ViewState, currency: Currency) -> f32 {
    let top = state.money_top;
    let font = FontId::proportional(tokens::SIZES[0]);
    let width = |text: String| ui.painter().layout_no_wrap(text, font.clone(), Color32::PLACEHOLDER).size().x;
    let amounts = steps(0.0, top, 4.0).into_iter().map(|mark| money_label(mark.value, top, currency));
    // With the margins that the toolkit has at both sides of a label.
    amounts.chain([crate::wording::share(1.0)]).map(width).fold(0.0, f32::max) + 8.0
}

/// An amount on a money axis up to a top: all in thousands if that is ten thousand or more, all in millions if it is one.
pub(in crate::ui) fn money_label(minor: f64, top: f64, currency: Currency) -> String {
    let unit = 10_f64.powi(i32::try_from(currency.decimals()).unwrap_or(2));
    let amount = minor / unit;
    let number = match top / unit {
        _ if amount == 0.0 => trimmed(amount),
        top if top >= 1e6 => tr!("{number}M", number = trimmed(amount / 1e6)),
        top if top >= 1e4 => tr!("{number}k", number = trimmed(amount / 1e3)),
        _ => trimmed(amount),
    };
    // Behind the number a sign only takes room: the title names the currency.
    if locale::current().pack.sign_first { format!("{}{number}", currency.prefix()) } else { number }
}

fn trimmed(value: f64) -> String {
    let text = format!("{value:.2}");
    locale::current().pack.number(text.trim_end_matches('0').trim_end_matches('.'))
}

/// The upward axis of a chart.
#[derive(Clone)]
pub(super) struct ValueAxis {
    pub(super) scale: Scale,
    pub(super) floor: f64,
    pub(super) top: f64,
    /// About how many steps there are between the two.
    pub(super) count: f64,
    /// The values at the lower and the upper edge of the picture.
    pub(super) shown: RangeInclusive<f64>,
}

/// The room in points inside a chart, below what is lowest, for the names of the years.
pub(super) const YEARS: f32 = 20.0;
/// The room in points inside a chart, above what is highest, for its title.
const TITLE: f32 = 22.0;

impl ValueAxis {
    /// In a chart of this height; the last one has the names of the years in it.
    pub(super) fn of(scene: &Scene<'_>, state: &ViewState, height: f32, is_last: bool) -> Self {
        let scale = scene.scale;
        let (floor, top, usual, above) = match scale {
            Scale::Money(_) => (0.0, state.money_top, 4.0, TITLE),
            Scale::Share => (floor(scene), share_top(scene, state), 5.0, 6.0),
        };
        let below = if is_last { YEARS } else { 6.0 };
        let a_point = (top - floor) / f64::from((height - above - below).max(20.0));
        let shown = floor - a_point * f64::from(below)..=top + a_point * f64::from(above);
        Self { scale, floor, top, count: count(height, usual), shown }
    }
}

/// The highest share shown: all of it, so that a small gain looks small, unless the reader asks for a closer look.
pub(super) fn share_top(scene: &Scene<'_>, state: &ViewState) -> f64 {
    if !state.enlarged || state.client_view {
        return 1.0;
    }
    let highest = scene.highest(scene.estimate.horizon_days).max(scene.target.unwrap_or_default());
    ((highest * 10.0).ceil() / 10.0).clamp(0.1, 1.0)
}

/// The lowest share shown: zero, or below it in steps of ten points where ageing outweighs the gain.
fn floor(scene: &Scene<'_>) -> f64 {
    let corners = scene.curves.iter().flat_map(|curve| &curve.points);
    let lowest = corners.map(|point| point.value.low).fold(0.0, f64::min);
    (lowest * 10.0).floor() / 10.0
}

/// Sets the top of the money axis by what is shown. While a button is held it only grows, so that the scale does not run
/// from the hand.
pub(super) fn keep_top(ui: &Ui, shown: &[&Scene<'_>], stretch: Stretch, state: &mut ViewState) {
    #[expect(clippy::cast_possible_truncation, reason = "within the horizon")]
    let until = stretch.to.round() as Day;
    let Some(spend) = shown.iter().find(|scene| scene.scale != Scale::Share) else { return };
    let highest = spend.highest(until).max(1.0);
    let front = spend.curves.iter().find(|curve| state.stands_out(curve.option.id));
    let ceiling = front.map(|curve| spend.ceiling(curve.option)).unwrap_or_default();
    let ceiling = ceiling.into_iter().take_while(|(day, _)| *day <= until).map(|(_, most)| most).fold(0.0, f64::max);
    let highest = if ceiling <= ROOM_FOR_BUDGET * highest { highest.max(ceiling) } else { highest };
    let top = nice(highest / 4.0) * (highest / nice(highest / 4.0)).ceil();
    let held = ui.input(|input| input.pointer.any_down());
    state.money_top = if held { top.max(state.money_top) } else { top };
}

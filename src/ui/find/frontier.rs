//! The plans that reach most for the money, as a chart: what they cost along, what they reach upward.

use crate::engine::Goal;
use crate::locale::tr;
use crate::scene::ROOM_FOR_BUDGET;
use crate::search::{Answer, Found};
use crate::ui::View;
use crate::ui::charts::{money_label, nice, steps};
use crate::ui::kit;
use crate::ui::theme::{Palette, tokens};
use crate::units::{BudgetPeriod, Currency};
use crate::wording::finding;
use egui::accesskit::Role;
use egui::{
    Align2, EventFilter, FontId, Key, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, lerp,
    pos2, vec2,
};

/// The height of the chart in points, and the room for what stands at its left and below.
const HEIGHT: f32 = 240.0;
const LEFT: f32 = 52.0;
const BELOW: f32 = 20.0;
/// The room above the highest plan and behind the dearest one, as a share of all.
const ROOM: f64 = 1.06;
/// Within this distance in points the pointer is at a plan.
const NEAR: f32 = 26.0;

/// What may be spent over the whole plan, in minor units.
fn whole_budget(answer: &Answer) -> Option<f64> {
    let whole = answer.question.budget.filter(|budget| budget.period == BudgetPeriod::Plan);
    whole.map(|budget| budget.amount.approximate())
}

/// Where plans are drawn.
struct Axes {
    area: Rect,
    /// The most that is spent and reached.
    top: (f64, f64),
    currency: Currency,
    goal: Goal,
}

impl Axes {
    fn of(answer: &Answer, currency: Currency, rect: Rect) -> Self {
        let area = Rect::from_min_max(rect.min + vec2(LEFT, 8.0), rect.max - vec2(12.0, BELOW));
        let last = answer.frontier.last();
        let goal = answer.question.goal;
        let spend = last.map_or(1.0, |found| found.spend.approximate()).max(1.0);
        // As long as there is room for it the budget is in sight.
        let budget = whole_budget(answer).filter(|most| *most <= ROOM_FOR_BUDGET * spend);
        let spend = spend.max(budget.unwrap_or_default());
        let highest = answer.told.iter().filter_map(|told| Some(told.range(goal)?.of_clinics().high));
        let highest = highest.chain(last.map(|found| found.reached)).chain(answer.question.enough).fold(0.0, f64::max);
        Self { area, top: (ROOM * spend, (ROOM * highest).max(1e-3)), currency, goal }
    }

    #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
    fn place(&self, spend: f64, reached: f64) -> Pos2 {
        let (along, up) = ((spend / self.top.0).clamp(0.0, 1.0) as f32, (reached / self.top.1).clamp(0.0, 1.0) as f32);
        pos2(lerp(self.area.x_range(), along), lerp(self.area.bottom()..=self.area.top(), up))
    }

    fn of_plan(&self, found: &Found) -> Pos2 {
        self.place(found.spend.approximate(), found.reached)
    }

    /// The marks of both axes.
    fn show(&self, ui: &Ui) {
        let (palette, font) = (Palette::of(ui), FontId::proportional(tokens::SIZES[0]));
        let painter = ui.painter();
        for mark in steps(0.0, self.top.1, 4.0) {
            let at = self.place(0.0, mark.value);
            painter.hline(self.area.x_range(), at.y, Stroke::new(1.0, palette.grid));
            let text = finding::mark(self.goal, mark.value);
            painter.text(at - vec2(5.0, 0.0), Align2::RIGHT_CENTER, text, font.clone(), palette.text_weak);
        }
        for mark in steps(0.0, self.top.0, 5.0) {
            let at = self.place(mark.value, 0.0);
            let text = money_label(mark.value, nice(self.top.0), self.currency);
            painter.text(at + vec2(0.0, 4.0), Align2::CENTER_TOP, text, font.clone(), palette.text_weak);
        }
    }

    /// What may be spent in all, and what is enough.
    fn limits(&self, ui: &Ui, answer: &Answer) {
        let dashed = |line: [Pos2; 2]| {
            let stroke = Stroke::new(1.5, Palette::of(ui).accent);
            ui.painter().extend(Shape::dashed_line(&line, stroke, 6.0, 5.0));
        };
        if let Some(most) = whole_budget(answer).filter(|most| *most < self.top.0) {
            dashed([self.place(most, 0.0), self.place(most, self.top.1)]);
        }
        if let Some(enough) = answer.question.enough {
            dashed([self.place(0.0, enough), self.place(self.top.0, enough)]);
        }
    }
}

/// The chart with one of the plans in front. Gives the position of one that was chosen.
pub(super) fn frontier_ui(
    ui: &mut Ui,
    view: &View<'_>,
    answer: &Answer,
    (shown, hovered): (Option<usize>, &mut Option<usize>),
) -> Option<usize> {
    let title = finding::chart_title(answer.question.goal, view.draft.currency);
    kit::headline(ui, &title, tokens::SIZES[1], 2);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let spoken =
        shown.map_or(title.clone(), |at| format!("{title}. {}", finding::step(answer, at, view.draft, view.catalog)));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let palette = Palette::of(ui);
    ui.painter().rect_filled(rect, tokens::RADIUS, palette.card);
    let axes = Axes::of(answer, view.draft.currency, rect);
    axes.show(ui);
    axes.limits(ui, answer);
    stairs(ui, &axes, answer);
    for at in (0..answer.frontier.len()).filter(|at| Some(*at) != shown).chain(shown) {
        plan_ui(ui, &axes, answer, (at, Some(at) == shown));
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(rect, tokens::RADIUS, stroke, StrokeKind::Inside);
    }
    legend_ui(ui, answer);
    let near = response.hover_pos().and_then(|pointer| near(&axes, answer, pointer));
    *hovered = near.or(*hovered);
    near.filter(|_| response.clicked()).or_else(|| by_keys(ui, &response, shown, answer.frontier.len()))
}

/// The plan under the pointer.
fn near(axes: &Axes, answer: &Answer, pointer: Pos2) -> Option<usize> {
    let distances = answer.frontier.iter().map(|found| axes.of_plan(found).distance(pointer)).enumerate();
    let nearest = distances.min_by(|one, other| one.1.total_cmp(&other.1));
    nearest.filter(|(_, distance)| *distance <= NEAR).map(|(at, _)| at)
}

/// Arrow keys go from plan to plan.
fn by_keys(ui: &Ui, chart: &Response, shown: Option<usize>, count: usize) -> Option<usize> {
    let at = shown.filter(|_| chart.has_focus())?;
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(chart.id, arrows));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    match () {
        () if pressed(Key::ArrowRight) => Some((at + 1).min(count - 1)),
        () if pressed(Key::ArrowLeft) => Some(at.saturating_sub(1)),
        () if pressed(Key::Home) => Some(0),
        () if pressed(Key::End) => Some(count - 1),
        () => None,
    }
}

/// What is reached for every amount: as much as by the dearest plan that it pays for.
fn stairs(ui: &Ui, axes: &Axes, answer: &Answer) {
    let mut corners: Vec<Pos2> = Vec::new();
    for found in &answer.frontier {
        let at = axes.of_plan(found);
        corners.extend(corners.last().map(|last| pos2(at.x, last.y)));
        corners.push(at);
    }
    corners.extend(corners.last().map(|last| pos2(axes.area.right(), last.y)));
    ui.painter().line(corners, Stroke::new(1.5, Palette::of(ui).edge));
}

/// A plan with the range of clinics: hollow where it rests on what is to be doubted.
fn plan_ui(ui: &Ui, axes: &Axes, answer: &Answer, (at, is_shown): (usize, bool)) {
    let (palette, painter) = (Palette::of(ui), ui.painter());
    let found = &answer.frontier[at];
    let place = axes.of_plan(found);
    let (color, radius) = if is_shown { (palette.accent, 6.0) } else { (palette.text_weak, 3.5) };
    if let Some(range) = answer.told.get(at).and_then(|told| told.range(axes.goal)) {
        let range = range.of_clinics();
        let [low, high] = [range.low, range.high].map(|end| axes.place(found.spend.approximate(), end).y);
        let stroke = if is_shown { Stroke::new(3.0, color) } else { Stroke::new(1.0, palette.grid) };
        painter.vline(place.x, high..=low, stroke);
    }
    if found.is_doubted() {
        painter.circle(place, radius, palette.card, Stroke::new(1.5, color));
    } else {
        painter.circle_filled(place, radius, color);
    }
    if Some(at) == answer.first() {
        painter.circle_stroke(place, radius + 4.0, Stroke::new(1.5, palette.accent));
    }
}

/// What the signs mean, as far as they are there.
fn legend_ui(ui: &mut Ui, answer: &Answer) {
    let has_ranges = answer.told.iter().any(|told| told.range(answer.question.goal).is_some());
    let signs = [
        answer.first().map(|_| {
            if answer.is_open() { tr!("ringed: nine tenths of the most") } else { tr!("ringed: answers the question") }
        }),
        has_ranges.then(|| tr!("bars: 8 of 10 clinics")),
        answer
            .frontier
            .iter()
            .any(Found::is_doubted)
            .then(|| tr!("hollow: rests on a stand-in price or on our assumption")),
    ];
    let signs: Vec<&str> = signs.into_iter().flatten().collect();
    kit::note(ui, &signs.join(" · "));
}

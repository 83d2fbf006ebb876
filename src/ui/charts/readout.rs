//! What every option has cost and achieved on one day: legend and read-out in one.

use crate::estimate::{Estimate, OptionEstimate};
use crate::evaluation::Evaluation;
use crate::locale::tr;
use crate::ui::theme::{Palette, strong, text_width, tokens};
use crate::ui::{View, ViewState, marks, words};
use crate::units::Day;
use crate::wording;
use egui::{RichText, Sense, Ui, UiBuilder, vec2};

pub(super) fn readout_ui(ui: &mut Ui, view: &View<'_>, evaluation: &Evaluation, state: &mut ViewState) {
    let estimate = &evaluation.estimate;
    let day = state.cursor.unwrap_or(estimate.horizon_days);
    let front = estimate.options.iter().find(|option| state.stands_out(option.mark));
    let phase = front.and_then(|option| phase(option, day)).unwrap_or_default();
    let heading = format!("{}{phase}", heading(estimate, day, state.cursor.is_none()));
    ui.add(egui::Label::new(RichText::new(heading).color(Palette::of(ui).text_weak)).truncate());
    let count = estimate.options.len();
    #[expect(clippy::cast_precision_loss, reason = "at most seven options")]
    let width = ((ui.available_width() - 4.0 * (count - 1) as f32) / count as f32).floor();
    // A narrow cell stacks what a wide one sets side by side, and leaves the range to the hover text.
    let amount = |option: &OptionEstimate| wording::money(option.point(day).spend.typical, estimate.currency);
    let amounts: Vec<String> = estimate.options.iter().map(amount).collect();
    let widest = amounts.iter().map(|amount| text_width(ui, amount)).fold(0.0, f32::max);
    let narrow = width < 112.0 || widest + MARK_WIDTH > width;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (option, spent) in estimate.options.iter().zip(&amounts) {
            cell_ui(ui, view, option, (day, spent), state, (width, narrow));
        }
    });
}

/// The phase an option is in on a day, in words: in a chart there is not always room for its name.
pub(super) fn phase(option: &OptionEstimate, day: Day) -> Option<String> {
    let phase = option.phases.iter().find(|phase| (phase.from..phase.to).contains(&day))?;
    Some(format!(" · {}: {}", option.mark?.letter(), words::within(wording::text(&phase.name))))
}

fn heading(estimate: &Estimate, day: Day, at_end: bool) -> String {
    let date = wording::date(estimate.date(day));
    if at_end {
        tr!("At the end of the plan, {date}", date)
    } else {
        tr!("On {date}, {time} in", date, time = wording::months(f64::from(day) / crate::units::DAYS_PER_MONTH))
    }
}

/// The room for an option's line, mark and letter in points.
const MARK_WIDTH: f32 = 62.0;

fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    option: &OptionEstimate,
    (day, spent): (Day, &str),
    state: &mut ViewState,
    (width, narrow): (f32, bool),
) {
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, if narrow { 62.0 } else { 46.0 }), Sense::click());
    let point = option.point(day);
    let result = point.result.map(|result| state.against.of(&result));
    let title = wording::option_title(option);
    let spoken = match result {
        Some(band) => tr!(
            "{title}: {spent} spent, improvement {share} ({range}, cautious to optimistic)",
            title,
            spent,
            share = wording::share(band.typical),
            range = wording::share_range(band),
        ),
        None => tr!("{title}: {spent} spent", title, spent),
    };
    let selected = state.selected == option.mark;
    response.widget_info(|| egui::WidgetInfo::selected(egui::accesskit::Role::Button, true, selected, &spoken));
    if response.clicked() {
        state.selected = option.mark;
    }
    if response.hovered() {
        state.hover(option.mark);
    }
    let fill = if state.stands_out(option.mark) { palette.selected } else { palette.card };
    let edge = if response.has_focus() { palette.accent } else { palette.line };
    ui.painter().rect(rect, tokens::RADIUS, fill, egui::Stroke::new(1.0, edge), egui::StrokeKind::Inside);
    let layout = egui::Layout::top_down(egui::Align::LEFT);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(6.0, 4.0))).layout(layout));
    inside.set_clip_rect(rect.intersect(ui.clip_rect()));
    inside.spacing_mut().item_spacing = vec2(4.0, 1.0);
    inside.spacing_mut().interact_size.y = 20.0;
    inside.horizontal(|ui| {
        marks::sample(ui, option.mark);
        let name = option.mark.map_or(tr!(in "option", "none").to_owned(), |mark| mark.letter().to_string());
        ui.add(egui::Label::new(strong(name)).selectable(false));
        if !narrow {
            ui.add(egui::Label::new(spent).selectable(false).truncate());
        }
    });
    if narrow {
        inside.add(egui::Label::new(spent).selectable(false).truncate());
    }
    let text = match result {
        Some(band) if narrow => wording::share(band.typical),
        Some(band) => format!("{} ({})", wording::share(band.typical), wording::share_range(band)),
        None => view.catalog.concern(&view.draft.concern).map_or(String::new(), |_| tr!("cost only").to_owned()),
    };
    let text = RichText::new(text).size(tokens::SIZES[0]).color(palette.text);
    inside.add(egui::Label::new(text).selectable(false).truncate());
    response.on_hover_text(spoken);
}

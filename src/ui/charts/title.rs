//! The title of a chart.

use super::axes;
use crate::locale::tr;
use crate::scene::{Scale, Scene};
use crate::ui::theme::{Palette, icons, tokens};
use crate::ui::{ViewState, kit};
use crate::wording;
use egui::{Align, Button, Frame, Layout, Margin, PointerButton, Rect, RichText, Ui, UiBuilder, vec2};

/// The chart's title. A double click on it, or the button behind it, makes the chart fill the place of both.
pub(super) fn title_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut ViewState) {
    let top = axes::share_top(scene, state);
    let name = match scene.scale {
        Scale::Share if top < 1.0 => tr!("Improvement, enlarged to {top}", top = wording::share(top)),
        _ => wording::chart_name(scene.chart, scene.estimate.currency),
    };
    let title = kit::headline(ui, &name, tokens::SIZES[1], 2);
    if state.client_view {
        return;
    }
    let fill = state.largest == Some(scene.chart);
    let name = if fill { tr!("Show both charts") } else { tr!("Show this chart alone") };
    let sign = RichText::new(if fill { icons::BOTH } else { icons::FILL }).color(Palette::of(ui).text_weak);
    let button = ui.add(Button::new(sign).frame_when_inactive(false)).accessible_name(name);
    let is_double = ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
    if button.clicked() || (is_double && title.contains_pointer()) {
        state.largest = (!fill).then_some(scene.chart);
    }
    button.on_hover_text(name);
}

/// The title over the upper left corner of its chart, on a ground of its own.
pub(super) fn over_ui(ui: &mut Ui, scene: &Scene<'_>, chart: Rect, state: &mut ViewState) {
    let place = Rect::from_min_size(chart.min + vec2(1.0, 1.0), vec2(chart.width() - 2.0, 22.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut over = ui.new_child(UiBuilder::new().id_salt(scene.chart).max_rect(place).layout(layout));
    over.spacing_mut().button_padding = vec2(4.0, 0.0);
    let ground = Frame::new().fill(Palette::of(ui).card.gamma_multiply(0.85)).inner_margin(Margin::symmetric(5, 0));
    ground.show(&mut over, |ui| title_ui(ui, scene, state));
}

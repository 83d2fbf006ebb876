//! The title of a chart.

use crate::locale::tr;
use crate::scene::Scene;
use crate::ui::ViewState;
use crate::ui::theme::{Palette, icons, tokens};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align2, FontFamily, FontId, Id, Rect, Sense, Ui, WidgetInfo, vec2};

/// The chart's title over its upper left corner. A double click, or the button beside it, makes it fill the place of both.
pub(super) fn title_ui(ui: &Ui, scene: &Scene<'_>, chart: Rect, state: &mut ViewState) {
    let palette = Palette::of(ui);
    let fill = state.largest == Some(scene.chart);
    let place = Rect::from_min_size(chart.min + vec2(6.0, 3.0), vec2(chart.width() - 12.0, 18.0));
    let text = ui.painter().layout_no_wrap(
        wording::chart_name(scene.chart, scene.estimate.currency),
        FontId::new(tokens::SIZES[1], FontFamily::Name(tokens::STRONG_FAMILY.into())),
        palette.text,
    );
    if state.client_view {
        ui.painter().galley(place.min, text, palette.text);
        return;
    }
    let title = place.with_max_x((place.left() + text.size().x + 22.0).min(place.right()));
    ui.painter().rect_filled(title.expand2(vec2(3.0, 0.0)), 3.0, palette.card.gamma_multiply(0.85));
    let response = ui.interact(title, Id::unique(("title of a chart", scene.chart)), Sense::CLICK);
    let icon = FontId::proportional(tokens::SIZES[1]);
    let sign = if fill { icons::BOTH } else { icons::FILL };
    let color = if response.hovered() { palette.accent } else { palette.text_weak };
    ui.painter().text(title.right_center(), Align2::RIGHT_CENTER, sign, icon, color);
    ui.painter().galley(title.min, text, palette.text);
    let name = if fill { tr!("Show both charts") } else { tr!("Show this chart alone") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let on_sign = response.interact_pointer_pos().is_none_or(|at| at.x > title.right() - 20.0);
    if response.double_clicked() || (response.clicked() && on_sign) {
        state.largest = (!fill).then_some(scene.chart);
    }
    response.on_hover_text(name);
}

//! The tokens as a style of the toolkit.

use super::tokens::{DARK, LIGHT, Palette, RADIUS, SIZES};
use egui::{Color32, CornerRadius, FontFamily, FontId, Stroke, Style, TextStyle, Theme, Visuals, vec2};

/// Text of more weight.
pub fn strong(text: impl Into<String>) -> egui::RichText {
    egui::RichText::new(text).family(FontFamily::Name(super::tokens::STRONG_FAMILY.into()))
}

/// The width of a text in the body's type, in points.
pub(in crate::ui) fn text_width(ui: &egui::Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// Gives both themes of a context our look.
pub fn apply(ctx: &egui::Context) {
    ctx.set_fonts(super::definitions());
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| restyle(style, palette, theme));
    }
}

fn restyle(style: &mut Style, palette: &Palette, theme: Theme) {
    let [small, body, heading, _] = SIZES;
    let sized = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, sized(small)),
        (TextStyle::Body, sized(body)),
        (TextStyle::Button, sized(body)),
        (TextStyle::Monospace, FontId::new(body, FontFamily::Monospace)),
        (TextStyle::Heading, FontId::new(heading, FontFamily::Name(super::tokens::STRONG_FAMILY.into()))),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(6.0, 5.0);
    spacing.button_padding = vec2(8.0, 3.5);
    spacing.interact_size = vec2(32.0, 24.0);
    spacing.combo_width = 90.0;
    spacing.slider_width = 92.0;
    spacing.scroll.floating = true;
    spacing.scroll.bar_width = 8.0;
    style.visuals = visuals(palette, theme);
    style.interaction.tooltip_delay = 0.3;
    // Nothing moves by itself: calm for everybody, and what people ask for who reduce motion.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
}

fn visuals(palette: &Palette, theme: Theme) -> Visuals {
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(RADIUS);
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.edge);
    visuals.window_corner_radius = CornerRadius::same(RADIUS + 2);
    visuals.menu_corner_radius = radius;
    visuals.extreme_bg_color = palette.card;
    visuals.faint_bg_color = palette.hovered;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warning;
    visuals.error_fg_color = palette.error;
    visuals.weak_text_color = Some(palette.text_weak);
    visuals.selection.bg_fill = palette.selected;
    visuals.selection.stroke = Stroke::new(1.5, palette.accent);
    let widgets = &mut visuals.widgets;
    let states = [
        (&mut widgets.noninteractive, palette.panel, palette.line, palette.text),
        (&mut widgets.inactive, palette.card, palette.edge, palette.text),
        (&mut widgets.hovered, palette.hovered, palette.accent, palette.text),
        (&mut widgets.active, palette.selected, palette.accent, palette.text),
        (&mut widgets.open, palette.selected, palette.accent, palette.text),
    ];
    for (state, fill, edge, text) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, edge);
        state.fg_stroke = Stroke::new(1.0, text);
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
    // The rail of a slider and the box of a check mark need an edge that can be seen.
    visuals.widgets.inactive.bg_fill = blend(palette.line, palette.card);
    visuals
}

/// Halfway between two colours.
fn blend(one: Color32, other: Color32) -> Color32 {
    one.lerp_to_gamma(other, 0.35)
}

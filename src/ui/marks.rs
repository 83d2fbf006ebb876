//! The sample of an option's line and marker, as legends and lists show it.

use super::theme::{Dash, OptionStyle, Palette};
use crate::document::Mark;
use egui::{Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::MarkerShape;

/// A short piece of the option's line with its marker in the middle.
pub(super) fn sample(ui: &mut Ui, mark: Option<Mark>) {
    let (rect, _) = ui.allocate_exact_size(vec2(30.0, 14.0), Sense::hover());
    let style = Palette::of(ui).option(mark);
    let line = [pos2(rect.left(), rect.center().y), pos2(rect.right(), rect.center().y)];
    ui.painter().extend(line_shapes(&line, &style));
    if mark.is_some() {
        marker(ui.painter(), rect.center(), 4.0, &style);
    }
}

/// A short piece of a line without a marker.
pub(super) fn line_sample(ui: &mut Ui, style: &OptionStyle) {
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 14.0), Sense::hover());
    ui.painter().extend(line_shapes(&[rect.left_center(), rect.right_center()], style));
}

fn line_shapes(line: &[Pos2], style: &OptionStyle) -> Vec<Shape> {
    let stroke = Stroke::new(style.width, style.color);
    match style.stroked {
        Dash::Solid => vec![Shape::line_segment([line[0], line[1]], stroke)],
        Dash::Long => Shape::dashed_line(line, stroke, 9.0, 4.0),
        Dash::Short => Shape::dashed_line(line, stroke, 4.0, 3.0),
        Dash::Longest => Shape::dashed_line(line, stroke, 13.0, 4.0),
        Dash::Middling => Shape::dashed_line(line, stroke, 6.0, 4.0),
        Dash::Dots => Shape::dotted_line(line, style.color, 5.0, style.width / 1.6),
        Dash::Sparse => Shape::dotted_line(line, style.color, 8.0, style.width / 1.6),
    }
}

/// A marker with a rim in the ground's colour, so that it stands out on its own line.
pub(super) fn marker(painter: &Painter, at: Pos2, radius: f32, style: &OptionStyle) {
    let polygon = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at + vec2(*x, *y) * radius).collect();
        Shape::convex_polygon(points, style.color, Stroke::NONE)
    };
    let shape = match style.marker {
        MarkerShape::Square => {
            Shape::rect_filled(Rect::from_center_size(at, vec2(1.7, 1.7) * radius), 0.0, style.color)
        }
        MarkerShape::Up => polygon(&[(0.0, -1.1), (1.0, 0.8), (-1.0, 0.8)]),
        MarkerShape::Down => polygon(&[(0.0, 1.1), (-1.0, -0.8), (1.0, -0.8)]),
        MarkerShape::Diamond => polygon(&[(0.0, -1.25), (1.1, 0.0), (0.0, 1.25), (-1.1, 0.0)]),
        MarkerShape::Cross => {
            let stroke = Stroke::new(radius * 0.6, style.color);
            let arm = vec2(0.9, 0.9) * radius;
            let other = vec2(0.9, -0.9) * radius;
            Shape::Vec(vec![
                Shape::line_segment([at - arm, at + arm], stroke),
                Shape::line_segment([at - other, at + other], stroke),
            ])
        }
        _ => Shape::circle_filled(at, radius, style.color),
    };
    painter.add(shape);
}

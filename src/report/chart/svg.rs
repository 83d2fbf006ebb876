//! Writing SVG: a string that grows by elements.

use super::style::ChartStyle;
use std::fmt::Write;

/// An SVG document being written.
pub(super) struct Svg {
    text: String,
}

/// The family of all text, and what stands in for it where a drawing is opened by itself.
const FAMILY: &str = "Inter, Helvetica, Arial, sans-serif";

/// Where a text is held.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct TextStyle<'a> {
    pub(super) size: f64,
    pub(super) colour: &'a str,
    pub(super) anchor: Anchor,
    pub(super) bold: bool,
}

impl Svg {
    /// An empty drawing of the look's size; the title is read out where the drawing cannot be seen.
    pub(super) fn new(style: &ChartStyle, title: &str) -> Self {
        let margin = style.margin;
        let (width, height) = (style.width + 2.0 * margin, style.height + 2.0 * margin);
        let corner = 0.0 - margin;
        let text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.2}\" height=\"{height:.2}\" \
             viewBox=\"{corner:.2} {corner:.2} {width:.2} {height:.2}\" role=\"img\" font-family=\"{FAMILY}\">\
             <title>{}</title>",
            escaped(title)
        );
        Self { text }
    }

    /// The finished document.
    pub(super) fn finish(mut self) -> String {
        self.text.push_str("</svg>");
        self.text
    }

    /// One element without content; attributes are `name="value"` pairs.
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (attribute, value) in attributes {
            self.attribute(attribute, value);
        }
        self.text.push_str("/>");
    }

    fn attribute(&mut self, name: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, " {name}=\"{}\"", escaped(value));
    }

    /// A straight line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: &str, width: f64) {
        self.element(
            "path",
            &[("d", &path(&[from, to])), ("stroke", stroke), ("stroke-width", &number(width)), ("fill", "none")],
        );
    }

    /// A dashed line through these points.
    pub(super) fn dashes(&mut self, points: &[(f64, f64)], stroke: &str, width: f64) {
        let (data, width) = (path(points), number(width));
        let line = [("d", data.as_str()), ("stroke", stroke), ("stroke-width", &width), ("fill", "none")];
        self.element("path", &[&line[..], &[("stroke-dasharray", "5 3")]].concat());
    }

    /// A rectangle that lets the grid below it show through.
    pub(super) fn veil(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        let place = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
        self.element("rect", &[&place[..], &[("fill", fill), ("fill-opacity", "0.16")]].concat());
    }

    /// A rectangle that nothing below it shows through much, for a text to be read on.
    pub(super) fn ground(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        let place = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
        self.element("rect", &[&place[..], &[("fill", fill), ("fill-opacity", "0.85")]].concat());
    }

    /// A line of text whose base line starts, centres or ends at the point.
    pub(super) fn text(&mut self, (x, y): (f64, f64), text: &str, set: TextStyle<'_>) {
        let anchor = match set.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if set.bold { "600" } else { "400" };
        let [x, y, size] = [x, y, set.size].map(number);
        let attributes = [
            ("x", x.as_str()),
            ("y", &y),
            ("font-size", &size),
            ("font-weight", weight),
            ("fill", set.colour),
            ("text-anchor", anchor),
        ];
        self.text.push_str("<text");
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        let _ = write!(self.text, ">{}</text>", escaped(text));
    }
}

/// A polyline through points as path data.
pub(super) fn path(points: &[(f64, f64)]) -> String {
    let mut data = String::with_capacity(points.len() * 14);
    for (at, (x, y)) in points.iter().enumerate() {
        let _ = write!(data, "{}{x:.2} {y:.2}", if at == 0 { 'M' } else { 'L' });
    }
    data
}

/// A number as an attribute.
pub(super) fn number(value: f64) -> String {
    format!("{value:.2}")
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

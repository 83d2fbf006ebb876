//! One option's line with its dash, its markers, its band or range, and the label at its end.

use super::plot::{Plot, RANGE};
use super::style::Palette;
use super::svg::{Anchor, TextStyle, number, path};
use crate::document::Mark;
use crate::estimate::OptionEstimate;
use crate::units::Day;
use crate::wording;

/// What is drawn for one option: points already in the drawing's units.
pub(super) struct Series {
    /// Who it is; none for doing nothing.
    pub(super) mark: Option<Mark>,
    name: String,
    /// The typical line, in stretches; the flag says whether the stretch is beyond the evidence.
    pub(super) stretches: Vec<(bool, Vec<(f64, f64)>)>,
    /// The edges of the band, upper and lower, from left to right.
    pub(super) edges: Option<[Vec<(f64, f64)>; 2]>,
    /// Low, typical and high at the end of the horizon, as heights.
    pub(super) end: [f64; 3],
    /// Where markers stand.
    pub(super) markers: Vec<(f64, f64)>,
}

/// The most options whose bands are drawn over each other; beyond that each has a range beside the plot.
const MOST_BANDS: usize = 3;

impl Series {
    /// A series without points yet.
    pub(super) fn new(option: &OptionEstimate, end: [f64; 3]) -> Self {
        let (mark, name) = (option.mark, wording::option_name(option).to_owned());
        Self { mark, name, stretches: Vec::new(), edges: None, end, markers: Vec::new() }
    }

    fn colour(&self, palette: &Palette) -> &'static str {
        self.mark.map_or(palette.nothing, |mark| palette.options[mark.index()])
    }

    /// Dash and gap: the same order of dashes as in the window.
    fn dash(&self) -> &'static str {
        const DASHES: [&str; 6] = ["none", "7 2.4", "1.6 1.8", "3.6 2.2", "13 3.5", "5 3.6"];
        self.mark.map_or("1.2 4", |mark| DASHES[mark.index()])
    }
}

/// Whether bands would hide each other.
pub(super) fn crowded(options: &[OptionEstimate]) -> bool {
    options.iter().filter(|option| option.mark.is_some()).count() > MOST_BANDS
}

/// The days on which an option's markers stand: spread over the horizon, and staggered so that lines lying on each
/// other still show each marker.
pub(super) fn marker_days(horizon: Day, mark: Option<Mark>) -> Vec<Day> {
    let Some(mark) = mark else { return Vec::new() };
    let shift = i32::try_from(mark.index()).unwrap_or(0);
    (0..6).map(|at| horizon * (at * 6 + shift + 1) / 37).collect()
}

impl Plot<'_> {
    /// Draws all series: bands at the bottom, then lines, markers, ranges and labels.
    pub(super) fn draw(&mut self, series: &[Series]) {
        for one in series {
            self.band(one);
        }
        for one in series {
            self.curve(one);
        }
        for one in series {
            for point in &one.markers {
                self.marker(one, *point);
            }
        }
        self.ends(series);
    }

    fn band(&mut self, series: &Series) {
        let Some([upper, lower]) = &series.edges else { return };
        let outline: Vec<(f64, f64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
        let colour = series.colour(&self.style.palette);
        self.svg.element("path", &[("d", &format!("{}Z", path(&outline))), ("fill", colour), ("fill-opacity", "0.11")]);
    }

    fn curve(&mut self, series: &Series) {
        for (beyond, points) in &series.stretches {
            // Beyond the evidence every line has the same fine dashes, whatever dash it has before.
            let width = if *beyond || series.mark.is_none() { "0.8" } else { "1.4" };
            let dash = if *beyond { "2 2" } else { series.dash() };
            let mut attributes =
                vec![("fill", "none"), ("stroke", series.colour(&self.style.palette)), ("stroke-width", width)];
            attributes.push(("stroke-linejoin", "round"));
            if dash != "none" {
                attributes.push(("stroke-dasharray", dash));
            }
            let data = path(points);
            attributes.push(("d", &data));
            self.svg.element("path", &attributes);
        }
    }

    /// The marker of a series, as in the window: circle, square, triangle, diamond, triangle upside down, cross.
    fn marker(&mut self, series: &Series, (x, y): (f64, f64)) {
        let Some(mark) = series.mark else { return };
        let r = self.style.text * 0.31;
        let (colour, ground) = (series.colour(&self.style.palette), self.style.palette.ground);
        let corners = match mark.index() {
            1 => vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
            2 => vec![(x, y - r * 1.2), (x + r * 1.15, y + r * 0.9), (x - r * 1.15, y + r * 0.9)],
            3 => vec![(x, y - r * 1.4), (x + r * 1.4, y), (x, y + r * 1.4), (x - r * 1.4, y)],
            4 => vec![(x, y + r * 1.2), (x - r * 1.15, y - r * 0.9), (x + r * 1.15, y - r * 0.9)],
            5 => {
                self.svg.line((x - r, y - r), (x + r, y + r), colour, 1.5);
                self.svg.line((x - r, y + r), (x + r, y - r), colour, 1.5);
                return;
            }
            _ => {
                let [x, y, r] = [x, y, r * 1.1].map(number);
                self.svg.element(
                    "circle",
                    &[("cx", &x), ("cy", &y), ("r", &r), ("fill", colour), ("stroke", ground), ("stroke-width", "0.5")],
                );
                return;
            }
        };
        let outline = format!("{}Z", path(&corners));
        self.svg.element("path", &[("d", &outline), ("fill", colour), ("stroke", ground), ("stroke-width", "0.5")]);
    }

    /// Ranges at the end of the horizon, each with the letter of its option below it.
    fn lettered_ends(&mut self, series: &[Series]) {
        let (text, palette) = (self.style.text, &self.style.palette);
        let mut x = self.right + text * 1.2;
        for one in series {
            self.range(one, x, text * 0.28);
            let set = TextStyle { size: text, colour: one.colour(palette), anchor: Anchor::Middle, bold: true };
            if let Some(mark) = one.mark {
                self.svg.text((x, self.bottom + text * 1.4), &mark.letter().to_string(), set);
            } else {
                // It has no marker of its own, and its name is longer than a letter.
                self.svg.line((x - text * 0.4, one.end[1]), (x + text * 0.4, one.end[1]), palette.nothing, 1.1);
                let set = TextStyle { anchor: Anchor::End, bold: false, colour: palette.faint, ..set };
                self.svg.text((x + text * 0.4, self.bottom + text * 2.6), &one.name, set);
            }
            x += text * RANGE;
        }
    }

    /// A range and, within it, the typical value.
    fn range(&mut self, series: &Series, x: f64, cap: f64) {
        let colour = series.colour(&self.style.palette);
        let [low, typical, high] = series.end;
        if (low - high).abs() > 0.5 {
            self.svg.line((x, low), (x, high), colour, 1.1);
            for y in [low, high] {
                self.svg.line((x - cap, y), (x + cap, y), colour, 1.1);
            }
        }
        self.marker(series, (x, typical));
    }

    /// Ranges at the end of the horizon, and labels moved apart where they would touch.
    fn ends(&mut self, series: &[Series]) {
        if !self.style.alone {
            return self.lettered_ends(series);
        }
        let text = self.style.text;
        let wanted: Vec<f64> = series.iter().map(|one| one.end[1]).collect();
        let placed = apart(&wanted, text * 1.28, (self.top, self.bottom));
        let mut x = self.right + text * 0.9;
        let labels = x + text * 0.8 * f64::from(u32::try_from(series.len()).unwrap_or(7));
        for (one, y) in series.iter().zip(placed) {
            self.range(one, x, 1.5);
            self.svg.line((labels - text * 0.7, one.end[1]), (labels - text * 0.1, y), self.style.palette.faint, 0.4);
            self.label(one, (labels + text * 0.2, y + text * 0.36));
            x += text * 0.8;
        }
    }

    fn label(&mut self, series: &Series, (x, y): (f64, f64)) {
        let (size, palette) = (self.style.text, &self.style.palette);
        let plain = TextStyle { size, colour: palette.ink, anchor: Anchor::Start, bold: false };
        let Some(mark) = series.mark else { return self.svg.text((x, y), &series.name, plain) };
        let letter = TextStyle { colour: series.colour(palette), bold: true, ..plain };
        self.svg.text((x, y), &mark.letter().to_string(), letter);
        self.svg.text((x + size, y), &shortened(&series.name), plain);
    }
}

/// A name short enough for the margin.
fn shortened(name: &str) -> String {
    const MOST: usize = 24;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let start: String = name.chars().take(MOST - 1).collect();
    format!("{}…", start.trim_end())
}

/// Moves heights apart so that neighbours are at least `gap` from each other, inside the limits as far as they fit.
fn apart(wanted: &[f64], gap: f64, (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut placed = wanted.to_vec();
    let mut least = top;
    for at in &order {
        placed[*at] = placed[*at].max(least);
        least = placed[*at] + gap;
    }
    let mut most = bottom;
    for at in order.iter().rev() {
        placed[*at] = placed[*at].min(most);
        most = placed[*at] - gap;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::{apart, shortened};

    #[test]
    fn labels_keep_apart_and_inside() {
        assert_eq!(apart(&[50.0, 50.0, 51.0], 10.0, (0.0, 100.0)), [50.0, 60.0, 70.0]);
        assert_eq!(apart(&[95.0, 20.0, 99.0], 10.0, (0.0, 100.0)), [90.0, 20.0, 100.0]);
    }

    #[test]
    fn long_names_are_cut_at_a_character() {
        assert_eq!(shortened("Ελληνικά"), "Ελληνικά");
        assert_eq!(shortened(&"é".repeat(40)).chars().count(), 24);
    }
}

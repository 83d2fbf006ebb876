//! The ground both charts are drawn on: title, axes, grid, and the way from days and values to points.

use super::style::ChartStyle;
use super::svg::{Anchor, Svg, TextStyle};
use crate::estimate::Estimate;
use crate::locale::{tr, trn};
use crate::units::Day;
use crate::wording;

/// How far apart the ranges of a narrow drawing stand, as a share of the size of its text: wide enough for a letter.
pub(super) const RANGE: f64 = 1.35;

/// A chart being drawn.
pub(super) struct Plot<'a> {
    pub(super) svg: Svg,
    pub(super) style: &'a ChartStyle,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    days: f64,
    low: f64,
    high: f64,
}

/// What a chart says about itself.
pub(super) struct Caption<'a> {
    pub(super) title: &'a str,
    pub(super) note: &'a str,
}

/// The value axis and its marks.
pub(super) struct Axis {
    /// The lowest value drawn.
    pub(super) low: f64,
    /// The highest value drawn.
    pub(super) high: f64,
    /// Values of the marks, upwards.
    pub(super) ticks: Vec<f64>,
    /// Their labels.
    pub(super) labels: Vec<String>,
}

impl<'a> Plot<'a> {
    /// Title, axes and grid. Both charts leave the same margins, so their time axes stand above each other.
    pub(super) fn new(estimate: &Estimate, style: &'a ChartStyle, caption: &Caption<'_>, axis: &Axis) -> Self {
        let text = style.text;
        let options = f64::from(u32::try_from(estimate.options.len()).unwrap_or(7));
        let mut plot = Self {
            svg: Svg::new(style, caption.title),
            style,
            left: text * 5.6,
            right: style.width - text * if style.alone { 15.0 + 0.8 * options } else { 0.6 + RANGE * options },
            top: text * if style.alone { 2.6 } else { 3.6 },
            bottom: style.height - text * 2.9,
            days: f64::from(estimate.horizon_days.max(1)),
            low: axis.low,
            high: axis.high,
        };
        plot.caption(caption);
        plot.years(estimate);
        plot.values(axis);
        plot
    }

    /// Where a day lies.
    pub(super) fn x(&self, day: Day) -> f64 {
        self.left + (self.right - self.left) * f64::from(day) / self.days
    }

    /// Where a value lies.
    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)
    }

    /// Which day lies there.
    pub(super) fn day(&self, x: f64) -> f64 {
        (x - self.left) / (self.right - self.left) * self.days
    }

    /// Which value lies there.
    pub(super) fn value(&self, y: f64) -> f64 {
        self.low + (self.bottom - y) / (self.bottom - self.top) * (self.high - self.low)
    }

    /// Plain text at the look's size.
    pub(super) fn type_of(&self, colour: &'a str, anchor: Anchor) -> TextStyle<'a> {
        TextStyle { size: self.style.text, colour, anchor, bold: false }
    }

    fn caption(&mut self, caption: &Caption<'_>) {
        let (text, palette) = (self.style.text, &self.style.palette);
        let title = TextStyle { size: text * 1.15, colour: palette.ink, anchor: Anchor::Start, bold: true };
        let note = self.type_of(palette.faint, Anchor::End);
        self.svg.text((0.0, text * 1.2), caption.title, title);
        if self.style.alone {
            self.svg.text((self.style.width, text * 1.2), caption.note, note);
        } else {
            self.svg.text((0.0, text * 2.5), caption.note, TextStyle { anchor: Anchor::Start, ..note });
        }
        if let Some(notice) = self.style.notice {
            let set = TextStyle { size: text * 0.9, ..self.type_of(palette.faint, Anchor::Start) };
            self.svg.text((0.0, self.style.height + text), notice, set);
        }
    }

    fn years(&mut self, estimate: &Estimate) {
        let (text, palette) = (self.style.text, &self.style.palette);
        let set = self.type_of(palette.faint, Anchor::Middle);
        for (years, day) in (0_u32..).zip(&estimate.year_bounds) {
            let x = self.x(*day);
            self.svg.line((x, self.top), (x, self.bottom + text * 0.3), palette.grid, 0.5);
            let label = match years {
                0 => wording::month_year(estimate.start),
                // Many years, or a narrow drawing, leave room for the number alone.
                _ if estimate.horizon_years > 6 || !self.style.alone => years.to_string(),
                _ => trn!(years, "{years} year", "{years} years", years),
            };
            self.svg.text((x, self.bottom + text * 1.4), &label, set);
        }
        let name = tr!("Years from the first day of the plan");
        self.svg.text((f64::midpoint(self.left, self.right), self.bottom + text * 2.6), name, set);
    }

    fn values(&mut self, axis: &Axis) {
        let (text, palette) = (self.style.text, &self.style.palette);
        let set = self.type_of(palette.faint, Anchor::End);
        for (value, label) in axis.ticks.iter().zip(&axis.labels) {
            let y = self.y(*value);
            let (colour, width) = if *value == 0.0 { (palette.faint, 0.7) } else { (palette.grid, 0.5) };
            self.svg.line((self.left, y), (self.right, y), colour, width);
            self.svg.text((self.left - text * 0.5, y + text * 0.36), label, set);
        }
    }
}

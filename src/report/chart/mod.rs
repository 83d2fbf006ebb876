//! The charts as standalone SVG, on one time axis.
//!
//! An option is told apart by its dash, its marker and the label at the end of its line, so a grey print still reads;
//! colour comes on top. The drawing is plain paths and text in the family "Inter", without style sheets or scripts.
//! [`png`] makes pixels of it.

mod axis;
mod paint;
mod plot;
mod png;
mod series;
mod style;
mod svg;

pub use png::{PngError, png};
pub use style::{ChartStyle, Palette};

use crate::estimate::Estimate;
use crate::scene::{Baseline, Chart};

/// The chart of an estimate, improvement against the first day. None for a chart that the estimate does not have.
pub fn svg(chart: Chart, estimate: &Estimate, style: &ChartStyle) -> Option<String> {
    chart.of(estimate, Baseline::Today).map(|scene| paint::paint(&scene, style))
}

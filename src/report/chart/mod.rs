//! The charts as standalone SVG, on one time axis.
//!
//! An option is told apart by its dash, its marker and the label at the end of its line, so a grey print still reads;
//! colour comes on top. The drawing is plain paths and text in the family "Inter", without style sheets or scripts.
//! [`png`] makes pixels of it.

mod axis;
mod look;
mod paint;
mod plot;
mod png;
mod series;
mod svg;

pub use look::{Look, Palette};
pub use png::{PngError, png};

use crate::estimate::Estimate;
use crate::scene::{Against, Chart};

/// The chart of an estimate, improvement against the first day. None for a chart that the estimate does not have.
pub fn svg(chart: Chart, estimate: &Estimate, look: &Look) -> Option<String> {
    chart.of(estimate, Against::Today).map(|scene| paint::paint(&scene, look))
}

//! The two charts as standalone SVG: spend and improvement over the years, on one time axis.
//!
//! An option is told apart by its dash, its marker and the label at the end of its line, so a grey print still reads;
//! colour comes on top. The drawing is plain paths and text in the family "Inter", without style sheets or scripts.
//! [`png`] makes pixels of it.

mod axis;
mod improvement;
mod look;
mod plot;
mod png;
mod series;
mod spend;
mod svg;

pub(in crate::report) use improvement::beyond_evidence;
pub use look::{Look, Palette};
pub use png::{PngError, png};

use crate::estimate::Estimate;

/// The money spent up to each day: a step line for each option, the band or the range from low to high.
pub fn spend_svg(estimate: &Estimate, look: &Look) -> String {
    spend::draw(estimate, look)
}

/// The change against the first day: a curve for each option and for doing nothing, the band or the range from
/// cautious to optimistic, and the stretch beyond the evidence. None for a concern that gets no projection.
pub fn improvement_svg(estimate: &Estimate, look: &Look) -> Option<String> {
    estimate.do_nothing().projection.as_ref().map(|_| improvement::draw(estimate, look))
}

/// What the spend chart shows, in words, for those who cannot see it.
pub fn spend_alt(estimate: &Estimate) -> String {
    spend::alt(estimate)
}

/// What the improvement chart shows, in words, for those who cannot see it.
pub fn improvement_alt(estimate: &Estimate) -> String {
    improvement::alt(estimate)
}

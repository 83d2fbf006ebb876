//! The design language: colour, type and space as tokens. No other file names a colour.

mod fonts;
pub mod icons;
mod style;
pub mod tokens;

pub use fonts::definitions;
pub(in crate::ui) use style::text_width;
pub use style::{apply, strong};
pub use tokens::{Dash, OptionStyle, Palette};

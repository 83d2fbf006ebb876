//! An estimate put on paper or into a file: the consultation sheet and its charts, JSON, CSV and text. Knows no widgets.

pub mod calendar;
mod cell;
pub mod chart;
pub mod csv;
pub mod json;
pub mod sheet;
pub mod text;
mod worked;

pub use worked::Worked;

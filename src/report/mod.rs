//! An estimate put on paper, into a file or on the clipboard: the consultation sheet and its charts, JSON, CSV, tables to
//! paste, a calendar and text. [`export`] is the one door to all that goes into a file of its own. Knows no widgets.

pub mod calendar;
mod cell;
pub mod chart;
pub mod export;
mod grid;
pub mod json;
mod loan;
mod results;
pub mod sheet;
pub mod tables;
pub mod text;
mod typefaces;

pub use loan::Loan;
pub use results::{AskedDays, PlanResults};
pub use typefaces::{BuiltIn, Face, Typefaces};

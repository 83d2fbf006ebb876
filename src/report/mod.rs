//! An estimate put on paper, into a file or on the clipboard: the consultation sheet and its charts, JSON, CSV, tables to
//! paste, a calendar and text. [`export`] is the one door to all that goes into a file of its own. Knows no widgets.

pub mod calendar;
mod cell;
pub mod chart;
pub mod csv;
pub mod export;
pub mod json;
mod loan;
pub mod plans;
pub mod sheet;
pub mod text;
pub mod tsv;
mod worked;

pub use loan::Loan;
pub use worked::Worked;

//! Thousands of possible courses at once: the plain loops behind the ranges, and nothing of skin or money.
//!
//! A **member** is one course. Members stand in blocks; all members of a block share their curves and differ in the
//! coefficients with which these are added up. What a member comes to on a day is its gain, saturated; a day of all members
//! is a row, and quantiles are counted in rows.
//!
//! This is a package of its own so that it is compiled with optimisation wherever it is used: a test draws as many members
//! as the program does. Everything is single precision without fused products, so that each processor gives the same bits,
//! whatever instructions it has.

#![expect(clippy::inline_always, reason = "only what stands within a function is compiled for its instructions")]

mod exp2;
mod normal;
mod powers;
mod processor;
mod quantile;
mod run;
mod superpose;

pub use normal::normal_quantile;
pub use powers::powers;
pub use processor::Processor;
pub use quantile::{Near, Row, SCALE};
pub use run::{Block, Course, Figures, Group, LANES, MOST, Part, Range, Stretch};
pub use superpose::superpose;

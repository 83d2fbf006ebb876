//! Collagen Ledger: what a course of skin treatment costs over the years, what it may achieve, and whether it lasts.

pub mod catalog;
pub mod compare;
pub mod estimate;
pub mod evaluation;
pub mod ledger;
pub mod response;
pub mod scenario;
pub mod schedule;
pub mod storage;
pub mod units;
pub mod wording;

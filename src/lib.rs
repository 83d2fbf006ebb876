//! Collagen Ledger: what a course of skin treatment costs over the years, what it may achieve, and whether it lasts.

pub mod catalog;
pub mod ledger;
pub mod response;
pub mod scenario;
pub mod schedule;
pub mod units;

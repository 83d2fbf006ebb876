//! Bounds of a price list.

use std::ops::RangeInclusive;

/// Entries of a list: some two hundred for each treatment.
pub const ENTRIES: usize = 2_000;
/// Labels of a list.
pub const LABELS: usize = 500;
/// Length of an amount or a date as typed, in characters.
pub const AMOUNT: usize = 40;
/// Length of an id, in characters.
pub const ID: usize = 64;
/// Length of a code, a group or a name, in characters. The id made of a name fits [`ID`].
pub const TEXT: usize = 60;
/// Years in which an effective date may lie.
pub const YEARS: RangeInclusive<i16> = 1900..=2200;

//! Bounds of a price list.

use std::ops::RangeInclusive;

/// Entries of a list: some two hundred for each treatment.
pub const ENTRIES: usize = 2_000;
/// Labels of a list.
pub const LABELS: usize = 500;
/// Rows of a table: every value, label and all that templates say.
pub const ROWS: usize = ENTRIES + LABELS + TEMPLATES * TEMPLATE_LINES * 15;
/// Length of an amount or a date as typed, in characters.
pub const AMOUNT: usize = 40;
/// Length of an id, in characters.
pub const ID: usize = 64;
/// Length of a code, a group or a name, in characters. The id made of a name fits [`ID`].
pub const TEXT: usize = 60;
/// Templates of a list.
pub const TEMPLATES: usize = 40;
/// Length of a template's name or a part of the body in one, in characters, as in a plan.
pub const TEMPLATE_TEXT: usize = 120;
/// Treatments of a template, as of an option.
pub const TEMPLATE_LINES: usize = 12;
/// Add-ons of a treatment of a template.
pub const TEMPLATE_ADD_ONS: usize = 6;
/// Sessions of a course of a template.
pub const TEMPLATE_SESSIONS: RangeInclusive<u32> = 1..=520;
/// Days between these.
pub const TEMPLATE_SPACING: RangeInclusive<u32> = 1..=730;
/// First day of a course of a template, counted from the plan's start.
pub const TEMPLATE_FIRST_DAY: RangeInclusive<u32> = 0..=3652;
/// Units in a session of a template, in hundredths of one.
pub const TEMPLATE_UNITS: RangeInclusive<u32> = 10..=2000;
/// Needle length of a template in hundredths of a millimetre.
pub const TEMPLATE_DEPTH: RangeInclusive<u32> = 10..=300;
/// Months between sessions of upkeep of a template.
pub const TEMPLATE_UPKEEP: RangeInclusive<u32> = 1..=60;
/// Share of the peak, in percent, at which a template treats again.
pub const TEMPLATE_FADED: RangeInclusive<u32> = 10..=95;
/// Years in which an effective date may lie.
pub const YEARS: RangeInclusive<i16> = 1900..=2200;

/// Makes a text fit: control characters go, and what is too long is cut.
pub(super) fn fit(text: &mut String, most: usize) {
    text.retain(|c| !c.is_control());
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
}

//! Templates in the table: a row for each thing that is said of a treatment of one.

use crate::catalog::{AddOnId, ExampleLine};
use crate::price_list::limits;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// The word of the column `kind`.
pub(super) const KIND: &str = "template";
/// What the value of a row begins with, before the number of the treatment in its template.
const LINE: &str = "line_";

/// Low, typical and high of a row.
type Amounts = [String; 3];
/// Which of the three is no number within these limits, which are in units of so many decimals.
type Wrong = (usize, (RangeInclusive<u32>, u32));
/// The place of low, typical and high among the three.
const LOW: usize = 0;
const TYPICAL: usize = 1;
const HIGH: usize = 2;

/// What can be said of a treatment of a template.
pub(super) struct Value {
    /// Its name behind the number of the treatment.
    name: &'static str,
    /// The rows of it.
    write: fn(&ExampleLine) -> Vec<Amounts>,
    read: fn(&mut ExampleLine, [&str; 3]) -> Result<(), Wrong>,
}

/// Each in the order of rows. The number of sessions is said of each treatment, the others as far as there is something to say.
const VALUES: [Value; 10] = [
    Value {
        name: "sessions",
        write: |line| {
            let ends = [line.fewest, line.sessions, line.most];
            let ends = ends.map(|end| end.map_or_else(String::new, |end| end.to_string()));
            vec![ends]
        },
        read: |line, [low, typical, high]| {
            if typical.is_empty() {
                // As many as are usual.
                return Ok(());
            }
            let sessions = whole(typical, limits::TEMPLATE_SESSIONS)?;
            let end = |text: &str, column, within: RangeInclusive<u32>| {
                let number = || whole(text, within).map(Some).map_err(|(_, limits)| (column, limits));
                if text.is_empty() { Ok(None) } else { number() }
            };
            line.fewest = end(low, LOW, *limits::TEMPLATE_SESSIONS.start()..=sessions)?;
            line.most = end(high, HIGH, sessions..=*limits::TEMPLATE_SESSIONS.end())?;
            line.sessions = Some(sessions);
            Ok(())
        },
    },
    Value {
        name: "spacing_days",
        write: |line| said(line.spacing_days),
        read: |line, [_, typical, _]| Ok(line.spacing_days = Some(whole(typical, limits::TEMPLATE_SPACING)?)),
    },
    Value {
        name: "first_day",
        write: |line| said(Some(line.start_day).filter(|day| *day > 0)),
        read: |line, [_, typical, _]| Ok(line.start_day = whole(typical, limits::TEMPLATE_FIRST_DAY)?),
    },
    Value {
        name: "units",
        write: |line| hundredths(line.units_hundredths),
        read: |line, [_, typical, _]| Ok(line.units_hundredths = Some(decimal(typical, limits::TEMPLATE_UNITS)?)),
    },
    Value {
        name: "needle_length_mm",
        write: |line| hundredths(line.depth_hundredths_mm),
        read: |line, [_, typical, _]| Ok(line.depth_hundredths_mm = Some(decimal(typical, limits::TEMPLATE_DEPTH)?)),
    },
    Value {
        name: "package_of",
        write: |line| said(line.package),
        read: |line, [_, typical, _]| Ok(line.package = Some(whole(typical, crate::overlay::PACKAGE)?)),
    },
    Value {
        name: "area",
        write: |line| line.area.iter().map(|area| typical(super::defused(area))).collect(),
        read: |line, [_, typical, _]| Ok(line.area = Some(super::restored(typical).to_owned())),
    },
    Value {
        name: "add_on",
        write: |line| line.add_ons.iter().map(|id| typical(id.to_string())).collect(),
        read: |line, [_, typical, _]| Ok(line.add_ons.push(AddOnId::from(typical))),
    },
    Value {
        name: "upkeep_months",
        write: |line| said(line.upkeep_months),
        read: |line, [_, typical, _]| Ok(line.upkeep_months = Some(whole(typical, limits::TEMPLATE_UPKEEP)?)),
    },
    Value {
        name: "upkeep_when_faded_to_percent",
        write: |line| said(line.upkeep_when_faded_to),
        read: |line, [_, typical, _]| Ok(line.upkeep_when_faded_to = Some(whole(typical, limits::TEMPLATE_FADED)?)),
    },
];

/// The rows of the treatment with this number: the name of each value, with low, typical and high.
pub(super) fn rows(number: usize, line: &ExampleLine) -> Vec<(String, Amounts)> {
    let rows = VALUES.iter().flat_map(|value| (value.write)(line).into_iter().map(|amounts| (value.name, amounts)));
    rows.map(|(name, amounts)| (format!("{LINE}{number}_{name}"), amounts)).collect()
}

/// Which treatment of its template a value with this name is of, and which one it is; none for another name.
pub(super) fn named(name: &str) -> Option<(usize, &'static Value)> {
    let (number, name) = name.strip_prefix(LINE)?.split_once('_')?;
    let number = number.parse().ok().filter(|number| (1..=limits::TEMPLATE_LINES).contains(number))?;
    VALUES.iter().find(|value| value.name == name).map(|value| (number, value))
}

impl Value {
    /// Whether it may be said with nothing: as many sessions as are usual, and no part of the body.
    pub(super) fn may_be_empty(&self) -> bool {
        matches!(self.name, "sessions" | "area")
    }

    /// Whether it has low and high besides typical.
    pub(super) fn is_range(&self) -> bool {
        self.name == "sessions"
    }

    /// Whether a treatment can have several.
    pub(super) fn is_several(&self) -> bool {
        self.name == "add_on"
    }

    /// What of a treatment is said by it, once: upkeep is either of two.
    pub(super) fn says(&self) -> &'static str {
        if self.name.starts_with("upkeep") { "upkeep" } else { self.name }
    }

    /// Says it of a treatment.
    ///
    /// # Errors
    /// Which of the three is no number within which limits.
    pub(super) fn read(&self, line: &mut ExampleLine, amounts: [&str; 3]) -> Result<(), Wrong> {
        (self.read)(line, amounts)
    }
}

fn typical(text: String) -> Amounts {
    [String::new(), text, String::new()]
}

fn said(number: Option<u32>) -> Vec<Amounts> {
    number.map(|number| typical(number.to_string())).into_iter().collect()
}

fn hundredths(number: Option<u32>) -> Vec<Amounts> {
    let shown = |number: u32| typical(Decimal::new(number.into(), 2).normalize().to_string());
    number.map(shown).into_iter().collect()
}

/// A whole number, also as spreadsheets write it, with a point.
fn whole(text: &str, within: RangeInclusive<u32>) -> Result<u32, Wrong> {
    let read = number(text).filter(Decimal::is_integer).and_then(|number| u32::try_from(number).ok());
    read.filter(|number| within.contains(number)).ok_or((TYPICAL, (within, 0)))
}

/// A number with a point or a comma, in hundredths.
fn decimal(text: &str, within: RangeInclusive<u32>) -> Result<u32, Wrong> {
    let hundredths = number(text).and_then(|number| number.checked_mul(Decimal::ONE_HUNDRED));
    let read = hundredths.filter(Decimal::is_integer).and_then(|number| u32::try_from(number).ok());
    read.filter(|number| within.contains(number)).ok_or((TYPICAL, (within, 2)))
}

fn number(text: &str) -> Option<Decimal> {
    text.replace(',', ".").parse().ok()
}

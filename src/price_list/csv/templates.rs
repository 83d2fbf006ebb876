//! Templates in the table: a row for each thing that is said of a treatment of one.

use crate::catalog::{AddOnId, ExampleLine};
use crate::overlay::PACKAGE;
use crate::price_list::limits;
use rust_decimal::Decimal;
use std::ops::RangeInclusive;

/// The word of the column `kind`.
pub const KIND: &str = "template";
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
    is: Is,
}

/// What a value is.
enum Is {
    /// Sessions of the course, with as few and as many as it may take.
    Sessions,
    /// A whole number within limits, or one in hundredths: where it stands, and how it is written down.
    Number(RangeInclusive<u32>, Unit, fn(&ExampleLine) -> Option<u32>, fn(&mut ExampleLine, u32)),
    /// A part of the body.
    Area,
    /// An add-on; a treatment may have several.
    AddOn,
}

/// In what a number is kept.
#[derive(Clone, Copy)]
enum Unit {
    Whole,
    Hundredths,
}

/// Each in the order of rows. The number of sessions is said of each treatment, the others as far as there is something to say.
const VALUES: [Value; 10] = [
    Value { name: "sessions", is: Is::Sessions },
    number(
        "spacing_days",
        limits::TEMPLATE_SPACING,
        Unit::Whole,
        |line| line.spacing_days,
        |line, days| line.spacing_days = Some(days),
    ),
    number(
        "first_day",
        limits::TEMPLATE_FIRST_DAY,
        Unit::Whole,
        |line| Some(line.start_day).filter(|day| *day > 0),
        |line, day| line.start_day = day,
    ),
    number(
        "units",
        limits::TEMPLATE_UNITS,
        Unit::Hundredths,
        |line| line.units_hundredths,
        |line, units| line.units_hundredths = Some(units),
    ),
    number(
        "needle_length_mm",
        limits::TEMPLATE_DEPTH,
        Unit::Hundredths,
        |line| line.depth_hundredths_mm,
        |line, depth| line.depth_hundredths_mm = Some(depth),
    ),
    number("package_of", PACKAGE, Unit::Whole, |line| line.package, |line, sessions| line.package = Some(sessions)),
    Value { name: "area", is: Is::Area },
    Value { name: "add_on", is: Is::AddOn },
    number(
        "upkeep_months",
        limits::TEMPLATE_UPKEEP,
        Unit::Whole,
        |line| line.upkeep_months,
        |line, months| line.upkeep_months = Some(months),
    ),
    number(
        "upkeep_when_faded_to_percent",
        limits::TEMPLATE_FADED,
        Unit::Whole,
        |line| line.upkeep_when_faded_to,
        |line, percent| line.upkeep_when_faded_to = Some(percent),
    ),
];

const fn number(
    name: &'static str,
    within: RangeInclusive<u32>,
    unit: Unit,
    get: fn(&ExampleLine) -> Option<u32>,
    set: fn(&mut ExampleLine, u32),
) -> Value {
    Value { name, is: Is::Number(within, unit, get, set) }
}

/// The rows of the treatment with this number: the name of each value, with low, typical and high.
pub(super) fn rows(number: usize, line: &ExampleLine) -> Vec<(String, Amounts)> {
    let rows = VALUES.iter().flat_map(|value| value.rows(line).into_iter().map(|amounts| (value.name, amounts)));
    rows.map(|(name, amounts)| (format!("{LINE}{number}_{name}"), amounts)).collect()
}

/// Which treatment of its template a value with this name is of, and which one it is; none for another name.
pub(super) fn named(name: &str) -> Option<(usize, &'static Value)> {
    let (number, name) = name.strip_prefix(LINE)?.split_once('_')?;
    let number = number.parse().ok().filter(|number| (1..=limits::TEMPLATE_LINES).contains(number))?;
    VALUES.iter().find(|value| value.name == name).map(|value| (number, value))
}

/// What the values of the first treatment are called.
pub fn names() -> impl Iterator<Item = String> {
    VALUES.iter().map(|value| format!("{LINE}1_{}", value.name))
}

impl Value {
    /// Whether it may be said with nothing: as many sessions as are usual, and no part of the body.
    pub(super) fn may_be_empty(&self) -> bool {
        matches!(self.is, Is::Sessions | Is::Area)
    }

    /// Whether it has low and high besides typical.
    pub(super) fn is_range(&self) -> bool {
        matches!(self.is, Is::Sessions)
    }

    /// Whether a treatment can have several.
    pub(super) fn is_several(&self) -> bool {
        matches!(self.is, Is::AddOn)
    }

    /// What of a treatment is said by it, once: upkeep is either of two.
    pub(super) fn says(&self) -> &'static str {
        if self.name.starts_with("upkeep") { "upkeep" } else { self.name }
    }

    /// The rows of it.
    fn rows(&self, line: &ExampleLine) -> Vec<Amounts> {
        let typical = |text: String| [String::new(), text, String::new()];
        match &self.is {
            Is::Sessions => {
                let ends = [line.fewest, line.sessions, line.most];
                vec![ends.map(|end| end.map_or_else(String::new, |end| end.to_string()))]
            }
            Is::Number(_, unit, get, _) => get(line).map(|number| typical(unit.shown(number))).into_iter().collect(),
            Is::Area => line.area.iter().map(|area| typical(super::defused(area))).collect(),
            Is::AddOn => line.add_ons.iter().map(|id| typical(id.to_string())).collect(),
        }
    }

    /// Says it of a treatment.
    ///
    /// # Errors
    /// Which of the three is no number within which limits.
    pub(super) fn read(&self, line: &mut ExampleLine, [low, typical, high]: [&str; 3]) -> Result<(), Wrong> {
        match &self.is {
            // As many as are usual.
            Is::Sessions if typical.is_empty() => {}
            Is::Sessions => {
                let all = limits::TEMPLATE_SESSIONS;
                let sessions = Unit::Whole.read(typical, TYPICAL, &all)?;
                let end = |text: &str, column, within: &RangeInclusive<u32>| {
                    let number = || Unit::Whole.read(text, column, within).map(Some);
                    if text.is_empty() { Ok(None) } else { number() }
                };
                line.fewest = end(low, LOW, &(*all.start()..=sessions))?;
                line.most = end(high, HIGH, &(sessions..=*all.end()))?;
                line.sessions = Some(sessions);
            }
            Is::Number(within, unit, _, set) => set(line, unit.read(typical, TYPICAL, within)?),
            Is::Area => line.area = Some(super::restored(typical).to_owned()),
            Is::AddOn => line.add_ons.push(AddOnId::from(typical)),
        }
        Ok(())
    }
}

impl Unit {
    fn decimals(self) -> u32 {
        match self {
            Self::Whole => 0,
            Self::Hundredths => 2,
        }
    }

    fn shown(self, number: u32) -> String {
        Decimal::new(number.into(), self.decimals()).normalize().to_string()
    }

    /// A number with a point or a comma, as spreadsheets write also whole ones.
    fn read(self, text: &str, column: usize, within: &RangeInclusive<u32>) -> Result<u32, Wrong> {
        // Three digits behind a comma are thousands.
        let is_grouped = text.rsplit_once([',', '.']).is_some_and(|(_, behind)| behind.len() > 2);
        let number: Option<Decimal> = text.replace(',', ".").parse().ok().filter(|_| !is_grouped);
        let kept = number.and_then(|number| number.checked_mul(Decimal::from(10_u32.pow(self.decimals()))));
        let read = kept.filter(Decimal::is_integer).and_then(|number| u32::try_from(number).ok());
        read.filter(|number| within.contains(number)).ok_or_else(|| (column, (within.clone(), self.decimals())))
    }
}

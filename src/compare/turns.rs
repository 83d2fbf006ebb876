//! At which price a choice turns over.

use super::deciding::Deciding;
use crate::decide::Threshold;
use crate::document::LineId;
use crate::estimate::Estimate;
use crate::ledger::{Item, Ledger};
use crate::plan::Plan;
use crate::units::{Money, UnitCount};

/// For which typical prices of a treatment an option is the better buy than another: worth more on average than it costs
/// more, or, where nobody said what a result is worth, cheaper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The position of the option.
    pub at: usize,
    /// The position of the other one.
    pub over: usize,
    /// The line whose price is meant.
    pub line: LineId,
    /// How many sessions the package covers, if its price is meant, and not that of single sessions.
    pub package: Option<u32>,
    /// Whether what the results are worth is counted, and not only what is paid.
    pub by_worth: bool,
    /// The prices in minor units.
    pub holds: Threshold,
}

/// All prices of the option at a position against all other options, and against doing nothing where it is known what
/// results are worth: nothing costs less.
pub fn turns(plan: &Plan, estimate: &Estimate, deciding: Option<&Deciding>, at: usize) -> Vec<Turn> {
    let Some(option) = plan.options.get(at) else { return Vec::new() };
    let by_worth = deciding.is_some_and(|deciding| deciding.worth().is_some());
    let rivals = if by_worth { estimate.options.len() } else { plan.options.len() };
    let now = &estimate.options[at];
    let mut turns = Vec::new();
    for (place, line) in option.lines.iter().enumerate() {
        let packages = line.package.iter().map(|package| (Some(package.sessions), package.price));
        for (package, price) in [(None, line.price)].into_iter().chain(packages) {
            let is_paid = |item: &Item| match item {
                Item::Session { line: of, .. } | Item::Device { line: of, .. } => *of == line.id && package.is_none(),
                Item::Package { line: of, add_on: None, .. } => *of == line.id && package.is_some(),
                Item::Package { .. }
                | Item::AddOn { .. }
                | Item::Consultation
                | Item::Membership { .. }
                | Item::Included { .. }
                | Item::Payment { .. } => false,
            };
            let paid = now.ledger.entries.iter().filter(|entry| is_paid(&entry.item));
            let units = i64::from(paid.map(|entry| entry.units).sum::<UnitCount>().hundredths());
            if units == 0 {
                continue;
            }
            let mut changed = option.clone();
            let mut cost = |price: i64| {
                changed.lines[place].set_typical_price(package.is_some(), Money::from_minor(price));
                Ledger::of(plan, &changed, &now.schedule).total.typical
            };
            for over in (0..rivals).filter(|over| *over != at) {
                let other = estimate.options[over].ledger.total.typical;
                let bound = other + deciding.map_or(Money::ZERO, |deciding| deciding.gain(at, over));
                let near =
                    price.typical.minor() + (bound - now.ledger.total.typical).minor().saturating_mul(100) / units;
                let holds = Threshold::find((0, Money::MAX.minor()), near, |price| cost(price) < bound);
                turns.push(Turn { at, over, line: line.id, package, by_worth, holds });
            }
        }
    }
    turns
}

//! Quantities with their rules: money, percentages, dates counted in days, and the spreads they come in.
//!
//! This room knows nothing of treatments. Everything here is a small `Copy` value with checked arithmetic.

mod budget;
mod discount;
mod grade;
mod money;
mod outlook;
mod percent;
mod spread;
mod tax;
mod time;
mod unit_count;
mod wait;

/// What was typed, cut to a length that a message can hold.
pub(crate) fn quoted(text: &str) -> String {
    let cut: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

pub use budget::{Budget, BudgetPeriod};
pub use discount::{Discount, DiscountError};
pub use grade::Grade;
pub use money::{Currency, Money, MoneyError};
pub use outlook::{Outlook, Quantiles};
pub use percent::{Percent, PercentError};
pub use spread::Spread;
pub use tax::{Tax, TaxMode};
pub use time::{DAYS_PER_MONTH, DAYS_PER_YEAR, Date, DateError, Day, parse_date, position};
pub use unit_count::UnitCount;
pub use wait::Wait;

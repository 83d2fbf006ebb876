//! The years of a plan, and what prices grow by from one to the next.

use crate::plan::Plan;
use crate::units::Day;
use rust_decimal::Decimal;

/// The year of the plan a day falls in, from 0.
pub(super) fn year_of(bounds: &[Day], day: Day) -> usize {
    bounds.partition_point(|first| *first <= day).clamp(1, bounds.len() - 1) - 1
}

/// (1 + growth)^y for each year of the plan.
pub(super) fn growth(plan: &Plan) -> Vec<Decimal> {
    let factor = Decimal::ONE + plan.price_growth.as_share();
    std::iter::successors(Some(Decimal::ONE), |power| Some(power * factor)).take(plan.horizon_years as usize).collect()
}

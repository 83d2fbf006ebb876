//! Which option makes another one needless.

use crate::estimate::{Estimate, OptionEstimate};

/// The first treatment option that costs no more than this one and has no fewer improvement-years, and is
/// better in at least one of the two. Both by typical values. Doing nothing takes no part: it is no rival but the
/// ground everything is measured from.
pub(super) fn dominated_by(estimate: &Estimate, option: &OptionEstimate) -> Option<usize> {
    let key = |option: &OptionEstimate| {
        let projection = option.projection.as_ref()?;
        Some((option.ledger.total.typical, projection.improvement_years.typical))
    };
    option.mark?;
    let (cost, gain) = key(option)?;
    estimate.options.iter().position(|other| {
        let better = |(other_cost, other_gain)| {
            other_cost <= cost && other_gain >= gain && (other_cost < cost || other_gain > gain)
        };
        other.mark.is_some() && key(other).is_some_and(better)
    })
}

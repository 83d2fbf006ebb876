//! What a new plan starts with, and when it is said that it nears its end. The catalogue itself says nothing of it; a clinic's price list may.

use super::Membership;
use crate::units::{Currency, Money, Percent, TaxMode};

/// The money terms of plans; none means that there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defaults {
    /// Tax.
    pub tax: Option<Percent>,
    /// Whether prices include it; none means that they do not.
    pub tax_mode: Option<TaxMode>,
    /// The discount of every line.
    pub discount: Option<Percent>,
    /// The discount of the whole plan.
    pub plan_discount: Option<Percent>,
    /// The consultation fee, at most one per currency.
    pub consultation_fees: Vec<(Currency, Money)>,
    /// Whether that is taken off the treatment.
    pub fee_credited: Option<bool>,
    /// For how many months after its first session a package holds; none means that it always does.
    pub package_months: Option<u32>,
    /// What is paid back of the sessions that are left of a package, as a share of what was paid for them; none means that nothing
    /// is said of it.
    pub package_refund: Option<Percent>,
    /// What a further part of the body costs on one day, as a share of its price; none means the whole.
    pub further_area: Option<Percent>,
    /// The deposit at booking, as a share of the initial course.
    pub deposit: Option<Percent>,
    /// On which terms the clinic takes members.
    pub membership: Membership,
    /// From which share of what was spoken of on it is said that so much is paid; none means nine tenths, and 0
    /// never.
    pub nearing: Option<Percent>,
}

/// From which share of what was spoken of on it is said that so much is paid, where the clinic says nothing: our choice.
const NEARING: Percent = Percent::whole(90);

impl Defaults {
    /// From which share of what was spoken of on it is said that so much is paid.
    pub fn nearing(&self) -> Percent {
        self.nearing.unwrap_or(NEARING)
    }
}

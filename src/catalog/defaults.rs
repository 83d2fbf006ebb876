//! What a new plan starts with. The catalogue itself says nothing of it; a clinic's price list may.

use crate::units::{Currency, Money, Percent, TaxMode};

/// The money terms of a new plan; none means that there are none.
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
    /// What a further part of the body costs on one day, as a share of its price; none means the whole.
    pub further_area: Option<Percent>,
    /// The deposit at booking, as a share of the initial course.
    pub deposit: Option<Percent>,
}

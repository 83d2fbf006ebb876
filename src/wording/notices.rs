//! The notices that stand on the sheet and on screen.

/// What the sheet is, and what it is not.
pub const ESTIMATE: &str = "This is an estimate for planning, not a contract and not an offer. It binds nobody to \
    anything. What is charged may differ, above all if the plan, the price list or what is found during treatment \
    changes; ask for a new sheet then.";

/// Results vary.
pub const RESULTS: &str = "Results differ from person to person and are not guaranteed. Some people see little change. \
    The range shows how far published studies disagree; it is not a share of patients.";

/// What has to be said on a chart that stands by itself.
pub const CHART: &str = "An estimate for planning, not an offer. Results differ from person to person and are not \
    guaranteed.";

/// Not medical advice.
pub const ADVICE: &str = "This is no medical advice. See a clinician before any treatment, above all with a skin \
    condition, an active infection, when pregnant or when nursing.";

/// Where evidence ends.
pub const EVIDENCE: &str = "No study follows needling beyond 24 months after the last session. Everything later is an \
    extrapolation, drawn dashed on a shaded ground. Repeated upkeep over many years has not been studied either.";

/// Who sells.
pub const INTEREST: &str = "The clinic that gives you this sheet sells these treatments. Doing nothing is a choice too, \
    and is shown beside them.";

/// How often each figure's basis is said.
pub const BASIS: &str = "Prices and results rest on the sources named here. Those marked placeholder or assumption are \
    weak; ask which ones matter to you.";

/// What improvement means.
pub const IMPROVEMENT: &str = "Improvement is the gain over doing nothing, as a share of the severity there would be \
    without treatment on the same day.";

/// What the band means.
pub const BAND: &str = "cautious to optimistic";

/// What an example of a credit is, and what it is not.
pub const CREDIT: &str = "The credit is an example, subject to the lender's terms, and not an offer.";

/// How the figures of a credit belong together.
pub const CREDIT_SUMS: &str =
    "Cash price plus cost of credit is deposit plus total repayable; the annual rate counts the fee.";

/// What is paid for.
pub const CASH_PRICE: &str = "Cash price: consultation and initial course, without upkeep.";

/// What a deposit is.
pub const DEPOSIT: &str = "A deposit is due at booking and taken off the first payments: it is part of the price, not on \
    top of it.";

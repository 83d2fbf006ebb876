//! The plan as valid: parsed once from a [`Draft`], then trusted by every room behind this one.
//!
//! Every value is inside its limits, every id exists, every amount is in the plan's currency. What is wrong with a draft
//! is a [`Problem`] with its place.

mod line;
mod membership;
mod parse;
mod problem;
mod remark;
mod so_far;
mod valid;

pub use line::{AddOnInput, Input, Line, LineAddOn, LinePackage, LineTogether};
pub use membership::Membership;
pub use problem::{Cause, Problem, Problems};
pub use remark::{ClinicalRemark, Given, MembershipRemark, MovedBy, Remark, RemarkKind};
pub use so_far::{Past, PastKind, SoFar};
pub use valid::{DatedPayment, FurtherConcern, Occasion, Plan, TimeOff, TreatmentOption};

#[cfg(doc)]
use crate::document::Draft;

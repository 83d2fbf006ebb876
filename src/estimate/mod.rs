//! The one place where schedule, ledger and engine meet: one plan in, everything derived out.
//!
//! Nothing here depends on how it is shown, nor on which days a reader asks for: [`OptionEstimate::point`] answers for
//! any day, and the measures (peak, improvement-years, duration) come from a grid of their own.

mod beginnings;
mod begun;
mod budget;
mod by_sessions;
mod checklist;
mod context;
mod course;
mod estimator;
mod fading;
mod figures;
mod membership;
mod occasion;
mod options;
mod payment;
mod phases;
mod place;
mod remarks;
mod result;
mod serving;
mod stop;
mod visits;

pub use budget::Ceiling;
pub use by_sessions::{SessionsNeeded, WithSessions};
pub use estimator::Estimator;
pub use fading::{Effects, Watch, Watched};
pub use figures::{Figures, FurtherFigures, OptionFigures};
pub use occasion::{Moved, OnOccasion};
pub use options::{Estimate, OptionEstimate, Point};
pub use payment::Payment;
pub use phases::PhaseSpan;
pub use result::{Peak, Projection, ResultFigures, ResultPoint};
pub use stop::{Prepaid, Refund, STAYS_YEARS, Stays, Stop};

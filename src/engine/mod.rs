//! The collagen model: what sessions do, how it fades, and how skin ages meanwhile.
//!
//! Pure and allocation-light: the hot path. It knows no prices and no dates; time is in whole days from the plan's start.
//! Transcendental functions come from `libm` and from `exp.rs`, so the same input gives the same bits on every platform.
//!
//! With `u` months since a session, `a` its amplitude and `C` the ceiling:
//!
//! | quantity | formula |
//! |---|---|
//! | build-up | M(u) = 1 − (1 + u/τm) exp(−u/τm) |
//! | fade | R(u) = p · exp(−λu) · K(age+t)/K(age of the session) + (1 − p) exp(−(u/τd)^k), p = 0 for upkeep |
//! | session | g(u) = w · a · M(u) · R(u), 0 for u ≤ 0 |
//! | spacing | w = 1 first, else min(1, gap / reference gap) |
//! | accumulation | G(t) = (1 − η) max + η Σ over the treatments, of each the sum of its g |
//! | improvement | I(t) = C (1 − exp(−G/C)), for each scar type, weighed by the client's mix |
//! | untreated | D(t) = 1 + v (1 − K(age+t)/K(age)), K(age) = (1 − r)^(age − 20) |
//!
//! From catalogue and client to a curve:
//!
//! ```text
//! params ──> kernel ──> tables ──> program ──> sums ──> measures ──> score
//!   └──> ageing                       └──────> fading ──> lasting
//! ```
//!
//! Sessions fall on whole days, so that build-up and fade are wanted for whole numbers of days only: `tables` works them
//! out once for each time course, and every sum over sessions, however many, looks them up.

mod ageing;
mod cache;
mod exp;
mod fading;
mod kernel;
mod lasting;
mod measures;
mod params;
mod program;
mod score;
mod sums;
mod tables;

pub use ageing::Ageing;
pub use cache::Cache;
pub use fading::Fading;
pub use kernel::Kernel;
pub use lasting::Lasting;
pub use measures::{Measures, Thresholds, grid};
pub use params::{Address, Client, NINE_OF_TEN, OfConcern, OfTreatment, Params, Rule, Scale, Source, treatment_number};
pub use program::{Dose, Program, Setting};
pub use score::Goal;
pub use sums::Sums;
pub use tables::{KernelShape, Tables};

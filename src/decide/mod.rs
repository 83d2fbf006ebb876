//! Which option to take, as far as figures can tell: how often each would be the best and what it costs to be wrong, which
//! is beaten, which are worth their price at all, where a choice turns over, and what moves it most. Recommends nothing.
//!
//! All of it rests on plain figures: what each option costs, and the improvement-years it comes to in each **draw**, which
//! is one possible truth and the same for all options. The **worth** of a result is what one year of full improvement is
//! worth to somebody; an option's net benefit in a draw is worth × improvement-years − cost.
//!
//! Comparisons are of whole numbers, multiplied across and never divided: who is better does not hang on rounding.

mod alternatives;
mod chances;
mod dominance;
mod frontier;
mod threshold;
mod tornado;

pub use alternatives::Alternatives;
pub use chances::Chances;
pub use dominance::Dominance;
pub use frontier::Standing;
pub use threshold::Threshold;
pub use tornado::{Bar, tornado};

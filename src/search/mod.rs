//! Finds plans: from what somebody wants and may spend to the plans that reach most of it for each amount of money.
//!
//! The space is every single line, and every mix of two lines of different treatments, or of three, that the catalogue's usual
//! courses allow: number of sessions, spacing, upkeep, add-on and first day. Upkeep of one or two lines is dated, or waits for the
//! result of the plan to fade; of three it is dated. Its plans are gone through one by one; nothing is guessed and nothing drawn,
//! so that the answer is the same each time.
//!
//! ```text
//! question ──> candidates ──> groups ──> space ──> run ─────────> best ──> found ──> told ──┐
//!                              │ ↑                  ├─> thirds ─────┤         └──> limits ──┴─> inquiry ──> answer
//!                              ↓ │                  │      ↑        │
//!                       begun, samples ──> glance, couples ┘        │
//!                              └─> course, window ──┴─> faded ──────┘
//! ```
//!
//! Lines begin as they are needed (`begun`): with their days, what they cost (`once`, `dated`), and what they do on a few samples of
//! the curve (`samples`, `blocks`). What lines cost and keep to in one plan says `together`: where a treatment costs less on days on
//! which another one is given too (`beside`) they cost what the ledger says of all; everywhere else the sum of each. Lines that do the
//! same and differ in how they are paid are one *dosing* to mix.
//!
//! A plan of two lines is looked at in four steps, each for what the one before leaves over: what both lines reach by
//! themselves, added up; what they reach at most together in blocks of samples; what they reach together on samples of the
//! curve, with what that may be off; and the whole sum of the engine, which is what an estimate of the plan says, to the last
//! bit. Where one waits, it is first asked with how many sessions of upkeep it could be one of the best, whenever they are given
//! (`upkept`); only then are they dated. Of three lines it is first asked what any two of them reach (`couples`), which is known
//! by then: of a thousand million mixes most are passed over in passing. Of plans that cost and reach the same the first in the
//! order of the space (`id`) counts, so that nothing depends on the order of work.

mod answer;
mod assumed;
mod begun;
mod beside;
mod best;
mod blocks;
#[cfg(test)]
mod bounds;
mod candidates;
mod couples;
mod course;
mod dated;
mod day_set;
mod days;
mod faded;
mod found;
mod glance;
mod groups;
mod id;
mod inquiry;
mod joint;
mod limited;
mod limits;
mod once;
mod question;
mod run;
mod samples;
mod side;
mod space;
mod staircase;
mod thirds;
mod together;
mod told;
mod upkept;
mod window;

pub use answer::Answer;
pub use found::Found;
pub use inquiry::Inquiry;
pub use limits::{Lifted, Limit};
pub use question::{Nothing, Question};
pub use run::{Search, Step};
pub use space::Space;
pub use told::Told;

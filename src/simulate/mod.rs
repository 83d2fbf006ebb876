//! How sure a result is: thousands of draws, each one possible truth, and what a course comes to in them.
//!
//! A **draw** gives every uncertain parameter a value: for the concern, for each treatment, for what persists, fades, wears
//! off, can be gained at most, for add-ons, for what treatments do together, and for days beyond the evidence. All options
//! share the same draws, so that differences between options are honest. Two ranges are always told apart: **clinics**, what
//! the average of a clinic's clients may come to, and **people**, what one person may get: the same with one more factor.
//!
//! | quantity | in a draw |
//! |---|---|
//! | amplitude | ln a = ln a typical + 0.6 z of the concern + 0.6 z of the treatment, and 0.9 z of the person |
//! | share that persists | logit p = logit p typical + 0.8 z |
//! | fade time, wear | ln τd = ln τd typical + 0.35 z; ln λ = ln λ typical + 0.7 z |
//! | ceiling | logit C = logit C typical + 0.3 z, held to the limit of all ceilings |
//! | add-on | ln factor = ln typical + 0.25 z |
//! | together | η from a beta distribution |
//! | beyond the evidence | ln I + 0.35 √(years beyond) z, held to C |
//!
//! The figures stand in the catalogue. Draws are Sobol points with Owen scrambling: the first of many are the many of few,
//! so that a picture sharpens and never jumps. A draw changes amplitudes and shares by factors, and the time course through
//! τd and λ only; so every curve is a sum of a few node curves (`nodes`), and draws of like τd and λ share theirs.

mod course;
mod drawing;
mod draws;
mod nodes;
mod simulation;
mod simulator;
mod uncertainty;
mod weighing;

pub use course::{Conditions, Course, Graded};
pub use draws::{Draws, Parameter};
pub use ensemble::Processor;
pub use simulation::{Drawn, DrawnFigure, SimulatedFigures, Simulation};
pub use simulator::{Precision, Simulator};
pub use uncertainty::Uncertainty;
pub use weighing::Agreement;

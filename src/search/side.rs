//! What a line does by itself, to be looked at beside one that waits for the result of both.

use super::days::Days;
use super::window::{Gains, Window};
use crate::engine::{Kernel, Program, Setting, Tables};
use crate::units::Day;

/// What a line does by itself, without what waits.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// What a session of its course does.
    pub(super) kernel: Kernel,
    pub(super) program: Program,
    pub(super) gains: Gains,
}

impl Side {
    pub(super) fn new(
        days: &Days,
        kernel: Kernel,
        (window, setting, horizon): (&Window, Setting, Day),
        tables: &mut Tables,
    ) -> Self {
        let mut program = Program::new([kernel, kernel.of_upkeep()], setting, horizon, tables);
        days.doses().for_each(|dose| program.add(&dose));
        Self { kernel, gains: window.gains(&program), program }
    }
}

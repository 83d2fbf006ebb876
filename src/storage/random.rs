//! Random numbers from the system, for ids that nobody else makes.

use crate::document::PlanId;
use uuid::Uuid;

/// The id of a new plan.
pub fn new_plan() -> PlanId {
    PlanId::of_random(Uuid::new_v4().as_u128())
}

/// A name for a desk that has none yet.
pub fn new_desk() -> String {
    format!("{:08x}", salt())
}

/// Random bits for the ids of what is added to a plan.
pub fn salt() -> u32 {
    let [a, b, c, d, ..] = *Uuid::new_v4().as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

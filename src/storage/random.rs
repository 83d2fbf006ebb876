//! Random numbers from the system, for ids that nobody else makes.

use uuid::Uuid;

/// Random bits for the ids of what is added to a plan.
pub fn salt() -> u32 {
    let [a, b, c, d, ..] = *Uuid::new_v4().as_bytes();
    u32::from_be_bytes([a, b, c, d])
}

//! Who writes into a plan's log, with what its file seals each entry by.

use super::presence::DeskName;
use super::random::{new_desk, salt};
use super::wire::v4;
use crate::log::{Author, Moment, Signature};
use jiff::Zoned;

/// A desk that writes down what happens to plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// What tells it from every other; empty before it has been given anything.
    pub id: String,
    /// What other desks call it, and who works there.
    pub name: DeskName,
}

impl Desk {
    /// Who writes something down here now, with this version of the program.
    pub fn author(&self, now: &Zoned, program: &str) -> Author {
        let DeskName { desk, person } = self.name.clone();
        let id = if self.id.is_empty() { new_desk() } else { self.id.clone() };
        author(now, &id, salt()).signed(Signature { person, desk, program: program.to_owned() })
    }
}

/// Somebody at the desk with this id at a moment, with random bits for the numbers of what is written down; nobody has signed yet.
pub fn author(at: impl Into<Moment>, desk: &str, salt: u32) -> Author {
    Author { at: at.into(), desk: desk.to_owned(), salt, signature: None, seal: v4::seal }
}

//! Everything in a plan has an id of its own.

use super::Draft;
use super::id::Serial;
use std::collections::BTreeSet;

impl Draft {
    /// Gives an id to everything that has none yet, and another one to everything whose id stands in the plan before it:
    /// what was copied is a thing of its own.
    pub fn identify(&mut self, salt: u32) {
        let last = self.serials().map(|serial| serial.number).max().unwrap_or_default();
        let mut given = IdRegister { taken: BTreeSet::from([Serial::default()]), last, salt };
        self.serials().for_each(|serial| given.settle(serial));
    }

    /// Whether everything has an id of its own.
    pub fn is_identified(&self) -> bool {
        let mut ids = BTreeSet::from([Serial::default()]);
        self.options.iter().all(|option| {
            let mut lines = option.lines.iter();
            ids.insert(option.id.0)
                && lines.all(|line| ids.insert(line.id.0) && line.add_ons.iter().all(|extra| ids.insert(extra.id.0)))
        })
    }

    /// Everything that has an id, in the order of the document.
    fn serials(&mut self) -> impl Iterator<Item = &mut Serial> {
        self.options.iter_mut().flat_map(|option| {
            let lines = option.lines.iter_mut().flat_map(|line| {
                let add_ons = line.add_ons.iter_mut().map(|add_on| &mut add_on.id.0);
                std::iter::once(&mut line.id.0).chain(add_ons)
            });
            std::iter::once(&mut option.id.0).chain(lines)
        })
    }
}

/// Which ids there are, and what the next one is made of.
struct IdRegister {
    taken: BTreeSet<Serial>,
    last: u32,
    salt: u32,
}

impl IdRegister {
    fn settle(&mut self, serial: &mut Serial) {
        while !self.taken.insert(*serial) {
            self.last = self.last.saturating_add(1);
            *serial = Serial { number: self.last, salt: self.salt };
        }
    }
}

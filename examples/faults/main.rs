//! Faults that a clinic meets, as a bar that can be run:
//!
//!     cargo run --release --example faults -- desks 8 10000
//!     (trap '' XFSZ; cargo run --release --example faults -- full-disk)
//!
//! The first has so many desks write so often, and takes some minutes. The second fills the disk at each byte of each file that is
//! written; the signal that the system sends besides is ignored as in a service.

mod desks;
mod full_disk;

use anyhow::{Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["desk", folder, desk, plans, last] => {
            desks::write_on(Path::new(folder), desk.parse()?, plans.parse()?, last.parse()?)
        }
        ["desks", desks, edits] => desks::bar(desks.parse()?, edits.parse()?),
        ["full-disk"] => full_disk::bar(),
        _ => bail!("faults desks DESKS EDITS, such as: faults desks 8 10000; or: faults full-disk"),
    }
}

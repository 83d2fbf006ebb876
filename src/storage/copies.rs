//! Copies of a plan beside it: what programs that keep folders in step leave where two desks wrote at once, whatever they call them,
//! and what was laid aside by this one.

use super::disk::{Stamp, look_at_plan};
use super::folder::versions_of;
use super::keys;
use super::places::time_and_size;
use super::token::Disk;
use super::write::target;
use crate::document::PlanId;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Another file with the same plan in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCopy {
    /// The file.
    pub path: PathBuf,
    /// What the text of its plan is, whatever protects it.
    pub stamp: Stamp,
}

/// Looks for the copies of one plan; what was read once is read again only when its file changes.
#[derive(Debug, Default)]
pub struct Copies {
    known: BTreeMap<PathBuf, Known>,
}

/// What is known of a file: its time and size when it was read, and which plan it held, if any.
type Known = (Seen, Option<(PlanId, Stamp)>);

/// By what a file is known to be the same: its time and size, and for one that no passphrase opened how many were known.
type Seen = (Option<(SystemTime, u64)>, usize);

impl Copies {
    /// The files beside a plan whose names begin as its own does and that hold a plan with its id, by name. One that holds the very
    /// same as the plan's file is none.
    pub fn of(&mut self, disk: &Disk, plan: &Path, id: PlanId) -> Vec<PlanCopy> {
        let plan = &target(plan);
        let beside = versions_of(disk, plan);
        self.known.retain(|path, _| path == plan || beside.contains(path));
        if beside.is_empty() {
            return Vec::new();
        }
        let own = self.held(disk, plan);
        let held = beside.into_iter().filter_map(|path| Some((self.held(disk, &path)?, path)));
        let copies = held.filter(|(held, _)| held.0 == id && Some(*held) != own);
        copies.map(|((_, stamp), path)| PlanCopy { path, stamp }).collect()
    }

    /// Which plan a file holds, if it holds one.
    fn held(&mut self, disk: &Disk, path: &Path) -> Option<(PlanId, Stamp)> {
        let (now, keys) = (time_and_size(disk, path), keys::count());
        if let Some(((seen, tried), held)) = self.known.get(path)
            && *seen == now
            && (held.is_some() || *tried == keys)
        {
            return *held;
        }
        let looked = look_at_plan(disk, path);
        let held = looked.ok().map(|(plan, stamp)| (plan.draft.id, stamp));
        self.known.insert(path.to_owned(), ((now, keys), held));
        held
    }
}

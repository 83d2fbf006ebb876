//! What a path stands for: followed through `use`, re-exports and modules to where it is defined.

use std::collections::{BTreeMap, BTreeSet};

/// Modules by their paths from the top of the crate, which itself is `[]`.
pub(super) type Modules = BTreeMap<Vec<String>, Module>;

/// A module: the file it stands in, and what its names mean.
#[derive(Default)]
pub(super) struct Module {
    pub(super) file: String,
    /// A type, a function and a module may share a name.
    pub(super) names: BTreeMap<String, Vec<Meaning>>,
    /// What it takes over whole: `use super::*`.
    pub(super) globs: Vec<Vec<String>>,
}

/// What a name means within a module.
#[derive(PartialEq)]
pub(super) enum Meaning {
    Item,
    Module,
    Use(Vec<String>),
}

/// What a path stands for.
pub(super) enum Found {
    /// Something defined in a module of ours, by its name there.
    Item(Vec<String>, String),
    Module(Vec<String>),
    /// Something of another crate.
    Foreign(Vec<String>),
}

/// More `use` behind each other than this go round in a circle.
const DEEPEST: usize = 16;

/// Follows a path written in the module `at`, and adds the rooms on the way.
pub(super) fn find(modules: &Modules, at: &[String], path: &[String], rooms: &mut BTreeSet<String>) -> Option<Found> {
    Search { modules, rooms }.find(at, path, 0)
}

struct Search<'s> {
    modules: &'s Modules,
    rooms: &'s mut BTreeSet<String>,
}

impl Search<'_> {
    fn find(&mut self, at: &[String], path: &[String], depth: usize) -> Option<Found> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(&[], rest, depth),
            "self" | "super" => self.walk(at, path, depth),
            _ => self.within(at, first, rest, depth).or((path.len() > 1).then(|| Found::Foreign(path.to_vec()))),
        }
    }

    /// Goes down from a module. What it does not spell out, a macro has made.
    fn walk(&mut self, at: &[String], path: &[String], depth: usize) -> Option<Found> {
        match path.split_first() {
            None => Some(Found::Module(at.to_vec())),
            Some((first, rest)) if first == "self" => self.walk(at, rest, depth),
            Some((first, rest)) if first == "super" => self.walk(&at[..at.len() - 1], rest, depth),
            Some((first, rest)) => {
                let made = Found::Item(at.to_vec(), first.clone());
                self.within(at, first, rest, depth).or_else(|| self.modules.contains_key(at).then_some(made))
            }
        }
    }

    /// What a name means in a module, and the rest of the path from there.
    fn within(&mut self, at: &[String], name: &str, rest: &[String], depth: usize) -> Option<Found> {
        let module = self.modules.get(at).filter(|_| depth < DEEPEST)?;
        if at.is_empty() {
            self.rooms.insert(name.to_owned());
        }
        let meanings = module.names.get(name).map_or(&[][..], Vec::as_slice);
        let inside = [at, &[name.to_owned()]].concat();
        if !rest.is_empty() && meanings.contains(&Meaning::Module) {
            return self.walk(&inside, rest, depth);
        }
        if meanings.contains(&Meaning::Item) {
            return Some(Found::Item(at.to_vec(), name.to_owned()));
        }
        let mut uses =
            meanings.iter().filter_map(|meaning| if let Meaning::Use(path) = meaning { Some(path) } else { None });
        if let Some(path) = uses.next() {
            return self.find(at, &[path, rest].concat(), depth + 1);
        }
        if meanings.contains(&Meaning::Module) {
            return Some(Found::Module(inside));
        }
        module.globs.iter().find_map(|glob| match self.find(at, glob, depth + 1)? {
            Found::Module(module) => self.within(&module, name, rest, depth + 1),
            _ => None,
        })
    }
}

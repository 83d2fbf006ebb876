//! Rows that only their names tell apart: a list without a column for the part of the body, in which a treatment stands
//! once as *Microneedling face* and once as *Microneedling face and neck*.

use crate::catalog::{Catalog, TreatmentId};
use std::collections::{HashMap, HashSet};

/// What a row says, as far as it matters here.
pub(super) struct NamedRow<'a> {
    /// The treatment's id as typed.
    pub(super) id: &'a str,
    /// The name as typed.
    pub(super) name: &'a str,
    /// All that tells values apart but for the part of the body and the day.
    pub(super) value: Vec<&'a str>,
}

/// The names that stand for parts of the body, each with its treatment.
#[derive(Default)]
pub(super) struct ByName(HashSet<(String, String)>);

impl ByName {
    /// The names of rows that would otherwise give the same value twice.
    pub(super) fn of<'a>(rows: impl Iterator<Item = NamedRow<'a>>) -> Self {
        let mut names: HashMap<(&str, Vec<&str>), Vec<&str>> = HashMap::new();
        for NamedRow { id, name, value } in rows {
            let of_value = names.entry((id, value)).or_default();
            if !of_value.contains(&name) {
                of_value.push(name);
            }
        }
        let several = names.iter().filter(|(_, names)| names.len() > 1);
        let named =
            several.flat_map(|((id, _), names)| names.iter().map(|name| ((*id).to_owned(), (*name).to_owned())));
        Self(named.collect())
    }

    /// The part of the body that a name stands for: what it says beyond the name of the treatment, or, where it begins with
    /// another one, the part of the list with which it ends. Empty if it stands for none.
    pub(super) fn area(&self, id: &str, name: &str, catalog: &Catalog) -> String {
        if !self.0.contains(&(id.to_owned(), name.to_owned())) {
            return String::new();
        }
        let called = catalog.treatment(&TreatmentId::from(id)).map_or("", |treatment| treatment.name.written());
        match name.get(..called.len()).filter(|start| start.eq_ignore_ascii_case(called)) {
            Some(_) => catalog.areas.written(name[called.len()..].trim_matches(|c: char| !c.is_alphanumeric())),
            None => catalog.areas.at_end(name).map_or(String::new(), |area| area.name.written().to_owned()),
        }
    }
}

//! The clinic's values in the place of the catalogue's.

use super::entry::{PriceList, in_force};
use super::own;
use crate::catalog::{AddOn, AddOnId, Catalog};
use crate::overlay::{Case, Entry, Overlay, Part, Quantity};
use crate::text::Text;
use crate::units::Date;

impl PriceList {
    /// The catalogue as of a day: every value of the clinic's that is in force stands in the place of the catalogue's, and
    /// the clinic's own treatments stand beside the catalogue's, and its own add-ons are offered with every treatment at
    /// the clinic.
    #[must_use]
    pub fn over(&self, catalog: &Catalog, on: Date) -> Catalog {
        self.overlay(catalog, on).over(catalog)
    }

    /// What is in force on a day, to be laid over a catalogue with these concerns.
    pub fn overlay(&self, catalog: &Catalog, on: Date) -> Overlay {
        let own = |(id, name): (&AddOnId, &str)| AddOn::without_effect(id.clone(), Text::own(name), Vec::new());
        let joined = self.joined(catalog);
        Overlay {
            treatments: own::treatments(&self.labels, catalog),
            add_ons: self.own_add_ons().map(own).collect(),
            offered: self.own_add_ons().map(|(id, _)| id.clone()).collect(),
            templates: self.templates.clone(),
            values: self.values(&joined, on),
            ..Overlay::default()
        }
    }

    /// The values in force on a day; one for a wider case once for each that it holds for.
    fn values(&self, catalog: &Catalog, on: Date) -> Vec<Entry> {
        let mut found = Vec::new();
        for of_one in self.entries.chunk_by(|one, other| one.subject == other.subject) {
            for entry in of_one {
                let exact = exact(&entry.quantity, catalog).into_iter();
                let holds = |quantity: &Quantity| in_force(of_one, &entry.subject, quantity, on) == Some(entry);
                found.extend(exact.filter(holds).map(|quantity| Entry { quantity, ..entry.clone() }));
            }
        }
        found
    }
}

/// What a quantity answers for: itself, or a course for every concern and severity of its case.
fn exact(quantity: &Quantity, catalog: &Catalog) -> Vec<Quantity> {
    if !quantity.kind().takes(Part::Concern) {
        return vec![quantity.clone()];
    }
    Case::all(catalog).map(|case| quantity.what.case(case)).filter(|case| quantity.covers(case)).collect()
}

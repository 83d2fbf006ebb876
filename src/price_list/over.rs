//! The clinic's values in the place of the catalogue's.

use super::PriceList;
use super::entry::in_force;
use crate::catalog::Severity;
use crate::catalog::{AddOn, AddOnId, Catalog};
use crate::locale::tr;
use crate::overlay::{Case, Entry, Overlay, Quantity, Subject};
use crate::units::{Currency, Date};

impl PriceList {
    /// The catalogue as of a day: every value of the clinic's that is in force stands in the place of the catalogue's, and
    /// the clinic's own add-ons are offered with every treatment at the clinic.
    #[must_use]
    pub fn over(&self, catalog: &Catalog, on: Date) -> Catalog {
        self.overlay(catalog, on).over(catalog)
    }

    /// What is in force on a day, to be laid over a catalogue with these concerns.
    pub fn overlay(&self, catalog: &Catalog, on: Date) -> Overlay {
        Overlay {
            add_ons: self.own_add_ons().map(|(id, name)| own_add_on(id, name)).collect(),
            offered: self.own_add_ons().map(|(id, _)| id.clone()).collect(),
            values: self.values(catalog, on),
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

    /// The packages of which the clinic has a price: how many sessions, in which currency. Each once.
    pub(super) fn packages(&self, subject: &Subject) -> Vec<(u32, Currency)> {
        let of_subject = self.entries.iter().filter(|entry| entry.subject == *subject);
        let mut found: Vec<(u32, Currency)> = of_subject.filter_map(|entry| entry.quantity.package()).collect();
        // Entries stand in order, so that those of one package stand together.
        found.dedup();
        found
    }

    /// The add-ons of the clinic's own with their names.
    pub(super) fn own_add_ons(&self) -> impl Iterator<Item = (&AddOnId, &str)> {
        self.labels.iter().filter_map(|label| match &label.subject {
            Subject::OwnAddOn(id) => Some((id, label.name.as_str())),
            _ => None,
        })
    }
}

/// What a quantity answers for: itself, or a course for every concern and severity of its case.
fn exact(quantity: &Quantity, catalog: &Catalog) -> Vec<Quantity> {
    let of_case: fn(Case) -> Quantity = match quantity {
        Quantity::Sessions(_) => Quantity::Sessions,
        Quantity::Spacing(_) => Quantity::Spacing,
        _ => return vec![quantity.clone()],
    };
    let concerns = catalog.concerns.iter().map(|concern| &concern.id);
    let cases = concerns.flat_map(|concern| Severity::ALL.map(|severity| of_case(Case::of(concern, severity))));
    cases.filter(|case| quantity.covers(case)).collect()
}

fn own_add_on(id: &AddOnId, name: &str) -> AddOn {
    let summary = tr!("An extra of the clinic's own; it leaves the projected result alone.").to_owned();
    AddOn::without_effect(id.clone(), name.to_owned(), summary, Vec::new())
}

//! The price list as valid: entries, labels, and which entry is in force.

use crate::catalog::{AddOnId, Catalog};
use crate::overlay::{Case, Entry, Quantity, Subject};
use crate::units::{Currency, Date};
use std::borrow::Cow;

/// The clinic's own values. Made by [`super::PriceListDraft::parse`] and [`super::csv::import`] only, so that every
/// value is within its limits, every id exists and no value stands twice. In the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList {
    pub(super) entries: Vec<Entry>,
    pub(super) labels: Vec<Label>,
}

/// What the clinic calls a subject, in short free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is called so.
    pub subject: Subject,
    /// The name of an add-on of the clinic's own; empty for everything else.
    pub name: String,
    /// The clinic's code, such as `MN-01`. May be empty.
    pub code: String,
    /// The group it is listed in, such as `Needling`. May be empty.
    pub group: String,
}

impl PriceList {
    /// All entries, in the catalogue's order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All labels, in the catalogue's order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Code, group and name of a subject, if it has any.
    pub fn label(&self, subject: &Subject) -> Option<&Label> {
        self.labels.iter().find(|label| label.subject == *subject)
    }

    /// The entry that gives this value on this day, if the clinic has one. For a course that may be an entry for a
    /// wider case.
    pub fn in_force(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<&Entry> {
        in_force(&self.entries, subject, quantity, on)
    }
}

/// The entry in force: the most specific one, then the latest.
pub(super) fn in_force<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    subject: &Subject,
    quantity: &Quantity,
    on: Date,
) -> Option<&'a Entry> {
    let entries = entries.into_iter().filter(|entry| entry.subject == *subject && entry.quantity.covers(quantity));
    entries.filter(|entry| entry.from <= Some(on)).max_by_key(|entry| (entry.quantity.specificity(), entry.from))
}

impl Entry {
    /// Whether both give the same value from the same day on, so that one of them is too many.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.subject == other.subject && self.quantity == other.quantity && self.from == other.from
    }

    /// Where it stands in a list.
    pub(super) fn rank(&self, catalog: &Catalog) -> impl Ord + '_ {
        (self.subject.rank(catalog), self.quantity.rank(), self.from)
    }
}

impl Subject {
    /// The add-on of the clinic's own with this name: its id is made of the name once and then stays.
    pub fn own_add_on(name: &str) -> Self {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
        let slug: String = slug.chars().take(super::limits::ID - Self::OWN.len()).collect();
        Self::OwnAddOn(AddOnId::from(format!("{}{slug}", Self::OWN).as_str()))
    }

    /// What the id of an add-on of the clinic's own begins with; no id of the catalogue does.
    pub const OWN: &'static str = "own-";

    /// The kind in words, as it stands in a table: `treatment`, `add-on`, `own add-on`, `clinic`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Clinic => "clinic",
            Self::Treatment(_) => "treatment",
            Self::AddOn(_) => "add-on",
            Self::OwnAddOn(_) => "own add-on",
        }
    }

    /// The id in files; empty for the clinic itself.
    pub fn id(&self) -> &str {
        match self {
            Self::Clinic => "",
            Self::Treatment(id) => id.as_str(),
            Self::AddOn(id) | Self::OwnAddOn(id) => id.as_str(),
        }
    }

    /// Whether it has a value of this kind.
    pub fn has(&self, quantity: &Quantity) -> bool {
        match self {
            Self::Clinic => {
                matches!(quantity, Quantity::Tax | Quantity::TaxIncluded | Quantity::Discount | Quantity::PlanDiscount)
            }
            Self::Treatment(_) => {
                !matches!(quantity, Quantity::TaxIncluded | Quantity::Discount | Quantity::PlanDiscount)
            }
            Self::AddOn(_) | Self::OwnAddOn(_) => matches!(quantity, Quantity::Price(_)),
        }
    }

    /// Where it stands in a list, in the catalogue's order.
    pub(super) fn rank<'a>(&'a self, catalog: &Catalog) -> (usize, usize, &'a str) {
        let (kind, at) = match self {
            Self::Clinic => (0, None),
            Self::Treatment(id) => (1, catalog.treatments.iter().position(|treatment| treatment.id == *id)),
            Self::AddOn(id) => (2, catalog.add_ons.iter().position(|add_on| add_on.id == *id)),
            Self::OwnAddOn(_) => (3, None),
        };
        (kind, at.unwrap_or(usize::MAX), self.id())
    }
}

impl Quantity {
    /// The name in tables: `price`, `package_of_3`, `sessions`, `spacing_days`, `minimum_interval_days`, `tax_percent`,
    /// `tax_included`, `discount_percent`, `plan_discount_percent`.
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Package(sessions, _) => return Cow::Owned(format!("{}{sessions}", Self::PACKAGE_OF)),
            Self::Price(_) => "price",
            Self::Sessions(_) => "sessions",
            Self::Spacing(_) => "spacing_days",
            Self::MinimumInterval => "minimum_interval_days",
            Self::Tax => "tax_percent",
            Self::TaxIncluded => "tax_included",
            Self::Discount => "discount_percent",
            Self::PlanDiscount => "plan_discount_percent",
        })
    }

    /// What the name of a package in tables begins with.
    pub(super) const PACKAGE_OF: &'static str = "package_of_";

    fn specificity(&self) -> (bool, bool) {
        self.case().map_or((false, false), |case| (case.concern.is_some(), case.severity.is_some()))
    }

    /// Where it stands among the values of a subject.
    pub(super) fn rank(&self) -> (usize, &'static str, u32, Option<&Case>) {
        let (at, sessions) = match self {
            Self::Price(_) => (0, 0),
            Self::Package(sessions, _) => (1, *sessions),
            Self::Sessions(_) => (2, 0),
            Self::Spacing(_) => (3, 0),
            Self::MinimumInterval => (4, 0),
            Self::Tax => (5, 0),
            Self::TaxIncluded => (6, 0),
            Self::Discount => (7, 0),
            Self::PlanDiscount => (8, 0),
        };
        (at, self.currency().map_or("", Currency::code), sessions, self.case())
    }
}

//! Whose value it is.

use crate::catalog::{AddOnId, Catalog, TreatmentId};
use crate::text::Text;
use std::borrow::Cow;

/// Whose value it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The clinic itself: what a new plan starts with.
    Clinic,
    /// A treatment of the catalogue, or one of the clinic's own: the id says which.
    Treatment(TreatmentId),
    /// A treatment on one part of the body, as the list names it, where it has prices of its own.
    TreatmentOn {
        /// The treatment: of the catalogue, or of the clinic's own.
        treatment: TreatmentId,
        /// The part of the body.
        area: String,
    },
    /// An add-on of the catalogue.
    AddOn(AddOnId),
    /// An add-on of the clinic's own, without an effect on the projected result.
    OwnAddOn(AddOnId),
}

/// What kind of subject there is, in the order of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// The clinic itself.
    Clinic,
    /// A treatment of the catalogue.
    Treatment,
    /// A treatment of the clinic's own.
    OwnTreatment,
    /// A treatment on one part of the body.
    TreatmentOn,
    /// An add-on of the catalogue.
    AddOn,
    /// An add-on of the clinic's own.
    OwnAddOn,
}

impl Subject {
    /// What the id of a treatment or an add-on of the clinic's own begins with; no id of the catalogue does.
    pub const OWN: &'static str = "own-";

    /// Whether it is the clinic's own, with a name of its own.
    pub fn is_own(&self) -> bool {
        matches!(self.whose(), SubjectKind::OwnTreatment | SubjectKind::OwnAddOn)
    }

    /// What kind of subject it is.
    pub fn whose(&self) -> SubjectKind {
        match self {
            Self::Clinic => SubjectKind::Clinic,
            Self::Treatment(id) if id.as_str().starts_with(Self::OWN) => SubjectKind::OwnTreatment,
            Self::Treatment(_) => SubjectKind::Treatment,
            Self::TreatmentOn { .. } => SubjectKind::TreatmentOn,
            Self::AddOn(_) => SubjectKind::AddOn,
            Self::OwnAddOn(_) => SubjectKind::OwnAddOn,
        }
    }

    /// The part of the body it holds for, where that is one.
    pub fn area(&self) -> Option<&str> {
        if let Self::TreatmentOn { area, .. } = self { Some(area) } else { None }
    }

    /// The treatment as a whole, of one on a part of the body; everything else is whole.
    #[must_use]
    pub fn whole(&self) -> Cow<'_, Self> {
        match self {
            Self::TreatmentOn { treatment: id, .. } => Cow::Owned(Self::Treatment(id.clone())),
            _ => Cow::Borrowed(self),
        }
    }

    /// The id in files; empty for the clinic itself.
    pub fn id(&self) -> &str {
        match self {
            Self::Clinic => "",
            Self::Treatment(id) | Self::TreatmentOn { treatment: id, .. } => id.as_str(),
            Self::AddOn(id) | Self::OwnAddOn(id) => id.as_str(),
        }
    }

    /// Its name in the catalogue, if it has one.
    pub fn name<'a>(&self, catalog: &'a Catalog) -> Option<&'a Text> {
        match self {
            Self::Clinic => None,
            Self::Treatment(id) | Self::TreatmentOn { treatment: id, .. } => {
                catalog.treatment(id).map(|treatment| &treatment.name)
            }
            Self::AddOn(id) | Self::OwnAddOn(id) => catalog.add_on(id).map(|add_on| &add_on.name),
        }
    }
}

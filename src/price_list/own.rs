//! Treatments and add-ons of the clinic's own, as part of a catalogue.

use super::entry::{Label, PriceList};
use crate::catalog::{AddOnId, Catalog, Treatment, TreatmentId};
use crate::overlay::{Overlay, Subject};
use crate::text::Text;
use std::borrow::Cow;

/// What the clinic has of its own: its id in files is made of the name once and then stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// A treatment, with the result of one of the catalogue or without one.
    Treatment,
    /// An add-on, without an effect on the result.
    AddOn,
}

impl Own {
    /// The subject with this name.
    pub fn named(self, name: &str) -> Subject {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
        let slug: String = slug.chars().take(super::limits::ID - Subject::OWN.len()).collect();
        let id = format!("{}{slug}", Subject::OWN);
        match self {
            Self::Treatment => Subject::Treatment(TreatmentId::from(id.as_str())),
            Self::AddOn => Subject::OwnAddOn(AddOnId::from(id.as_str())),
        }
    }
}

impl PriceList {
    /// A catalogue with the treatments of the clinic's own, as far as only what they are called and like counts.
    pub(super) fn joined<'a>(&self, catalog: &'a Catalog) -> Cow<'a, Catalog> {
        joined(&self.labels, catalog)
    }
}

/// The treatments of the clinic's own that these labels name, as the catalogue says what they are like.
pub(super) fn treatments(labels: &[Label], catalog: &Catalog) -> Vec<Treatment> {
    let own = labels.iter().filter_map(|label| match &label.subject {
        Subject::Treatment(id) if label.subject.is_own() => Some((id.clone(), label)),
        _ => None,
    });
    let treatment = |(id, label): (TreatmentId, &Label)| {
        let name = Text::own(label.name.trim());
        match label.like.as_ref().and_then(|like| catalog.treatment(like)) {
            Some(like) => Treatment::own_like(id, name, like),
            None => Treatment::own_unprojected(id, name),
        }
    };
    own.map(treatment).collect()
}

/// A catalogue that has the treatments of the clinic's own that these labels name.
pub(super) fn joined<'a>(labels: &[Label], catalog: &'a Catalog) -> Cow<'a, Catalog> {
    let treatments = treatments(labels, catalog);
    if treatments.is_empty() {
        return Cow::Borrowed(catalog);
    }
    Cow::Owned(Overlay { treatments, ..Overlay::default() }.over(catalog))
}

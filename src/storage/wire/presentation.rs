//! How an issue was handed out.

use super::bounded::{List, Text};
use crate::clinic;
use crate::record;
use serde::{Deserialize, Serialize};

type Code = Text<40>;
type Short = Text<160>;
type Note = Text<1000>;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Presentation {
    country: Code,
    language: Code,
    clinic: Clinic,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Clinic {
    name: Short,
    address: List<Short, 6>,
    phone: Short,
    email: Short,
    web: Short,
    practitioner: Short,
    registration: Short,
    tax_id: Short,
    contact: Short,
    opening: Note,
    included: Note,
    not_included: Note,
    deposit: Note,
    cancellation: Note,
}

impl From<&record::Presentation> for Presentation {
    fn from(presentation: &record::Presentation) -> Self {
        let record::Presentation { country, language, clinic } = presentation;
        Self { country: Text(country.clone()), language: Text(language.clone()), clinic: clinic.into() }
    }
}

impl From<Presentation> for record::Presentation {
    fn from(stored: Presentation) -> Self {
        Self { country: stored.country.0, language: stored.language.0, clinic: stored.clinic.into() }
    }
}

impl From<&clinic::Clinic> for Clinic {
    fn from(clinic: &clinic::Clinic) -> Self {
        Self {
            name: Text(clinic.name.clone()),
            address: List(clinic.address.iter().cloned().map(Text).collect()),
            phone: Text(clinic.phone.clone()),
            email: Text(clinic.email.clone()),
            web: Text(clinic.web.clone()),
            practitioner: Text(clinic.practitioner.clone()),
            registration: Text(clinic.registration.clone()),
            tax_id: Text(clinic.tax_id.clone()),
            contact: Text(clinic.contact.clone()),
            opening: Text(clinic.opening.clone()),
            included: Text(clinic.included.clone()),
            not_included: Text(clinic.not_included.clone()),
            deposit: Text(clinic.deposit.clone()),
            cancellation: Text(clinic.cancellation.clone()),
        }
    }
}

impl From<Clinic> for clinic::Clinic {
    fn from(stored: Clinic) -> Self {
        Self {
            name: stored.name.0,
            address: stored.address.0.into_iter().map(|line| line.0).collect(),
            phone: stored.phone.0,
            email: stored.email.0,
            web: stored.web.0,
            practitioner: stored.practitioner.0,
            registration: stored.registration.0,
            tax_id: stored.tax_id.0,
            contact: stored.contact.0,
            opening: stored.opening.0,
            included: stored.included.0,
            not_included: stored.not_included.0,
            deposit: stored.deposit.0,
            cancellation: stored.cancellation.0,
        }
    }
}

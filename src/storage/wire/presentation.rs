//! How an issue was handed out.

use super::bounded::{List, Text};
use super::stored::stored;
use crate::clinic;
use crate::record;

type Code = Text<40>;
type Short = Text<160>;
type Note = Text<1000>;

stored! {
    struct Presentation = record::Presentation {
        country: Code,
        language: Code,
        clinic: Clinic,
    }

    struct Clinic = clinic::Clinic {
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
}

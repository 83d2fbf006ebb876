//! What somebody begins with, named in the reader's language and with the terms of the reader's country.

use super::text;
use crate::catalog::{Catalog, Concern};
use crate::document::{Draft, LocalDefaults, OptionDraft, PlanId, Profile};
use crate::locale;
use crate::text::Text;
use crate::units::{Currency, Date, TaxMode};

/// A new plan for a concern, in this currency or else in that of the reader's country.
pub fn beginning(
    id: PlanId,
    catalog: &Catalog,
    (concern, client): (&Concern, Option<&Profile>),
    (start, currency): (Date, Option<Currency>),
) -> Draft {
    let pack = locale::current().pack;
    let local = LocalDefaults {
        currency: currency.or_else(|| Currency::from_code(&pack.currency)).unwrap_or(Currency::USD),
        tax: Some(pack.tax_percent.clone()).filter(|percent| percent != "0"),
        tax_mode: if pack.tax_included { TaxMode::Included } else { TaxMode::OnTop },
    };
    let mut draft = Draft::beginning(id, catalog, (concern, client), start, local);
    let is_own =
        |option: &&mut OptionDraft| catalog.templates.iter().any(|own| own.option.name.written() == option.name);
    draft.options.iter_mut().filter(|option| !is_own(option)).for_each(|option| name(std::slice::from_mut(option)));
    draft
}

/// Options to start from, for a concern and a client.
pub fn templates(catalog: &Catalog, concern: &Concern, profile: &Profile) -> Vec<OptionDraft> {
    let mut templates = OptionDraft::templates(catalog, concern, profile);
    // The clinic's own stand first, and keep their names.
    let own = catalog.templates.iter().filter(|own| own.is_for(&concern.id)).count();
    name(&mut templates[own..]);
    templates
}

/// Options made from the catalogue have its names, which from here on are as if a person had typed them.
fn name(options: &mut [OptionDraft]) {
    for option in options {
        option.name = text(&Text::english(option.name.as_str())).to_owned();
    }
}

//! The list as a table: every treatment and add-on stands in it, so that it can be filled in.

use super::{KINDS, defused, severity_word};
use crate::catalog::Catalog;
use crate::overlay::{Entry, Key, Part, QuantityDefinition, Subject};
use crate::price_list::{EntryDraft, Field, Label, PriceList};
use crate::units::Currency;
use ::csv::{Error, Writer};

/// The list as CSV with the columns [`super::COLUMNS`] explains. What has no price of the clinic's gets a row without
/// one. [`super::import`] gives the same list back.
///
/// # Errors
/// None that writing into memory could cause.
pub fn export(list: &PriceList, catalog: &Catalog) -> Result<Vec<u8>, Error> {
    let catalog = &*list.joined(catalog);
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(Field::ALL.map(Field::name))?;
    let currency = list.entries().iter().find_map(|entry| entry.quantity.key.currency).unwrap_or(Currency::USD);
    for subject in list.subjects(catalog) {
        for row in rows(list, &subject, currency) {
            writer.write_record(Field::ALL.map(|field| cell(list, catalog, &row, field)))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The rows of a subject: its values, and an empty row for each that is usually asked for and not there: the price, and
/// everything of the clinic itself.
fn rows(list: &PriceList, subject: &Subject, currency: Currency) -> Vec<EntryDraft> {
    let entries: Vec<&Entry> = list.entries().iter().filter(|entry| entry.subject == *subject).collect();
    let is_missing = |kind: &&QuantityDefinition| !entries.iter().any(|entry| entry.quantity.what == kind.what);
    let is_price = |kind: &QuantityDefinition| kind.key == [Part::Currency] && !kind.added.contains(&subject.whose());
    let is_usual = |kind: &&QuantityDefinition| is_price(kind) || *subject == Subject::Clinic;
    let empty = |kind: &QuantityDefinition| {
        let key = Key { currency: kind.takes(Part::Currency).then_some(currency), ..Key::default() };
        EntryDraft::empty(subject.clone(), kind.what.of(key))
    };
    let missing = QuantityDefinition::all_of(subject.whose()).filter(is_usual).filter(is_missing);
    entries.iter().map(|entry| EntryDraft::from(*entry)).chain(missing.map(empty)).collect()
}

fn cell(list: &PriceList, catalog: &Catalog, row: &EntryDraft, field: Field) -> String {
    let EntryDraft { subject, quantity, amounts, from } = row;
    let whole = &*subject.whole();
    let said = |of: &Subject, text: fn(&Label) -> &String| list.label(of).map(|label| defused(text(label)));
    let text = |text| said(subject, text).unwrap_or_default();
    let case = &quantity.key.case;
    match field {
        Field::Kind => KINDS.into_iter().find(|(whose, _)| *whose == whole.whose()).map(|(_, word)| word.to_owned()),
        Field::Id => Some(subject.id().to_owned()),
        Field::Name if whole.is_own() => said(whole, |label| &label.name),
        Field::Name => subject.name(catalog).map(|name| name.written().to_owned()),
        Field::Like => list.label(whole).and_then(|label| label.like.as_ref()).map(ToString::to_string),
        Field::Code => Some(text(|label| &label.code)),
        Field::Group => Some(text(|label| &label.group)),
        Field::Area => subject.area().map(defused),
        Field::Value => Some(quantity.name().into_owned()),
        Field::Concern => case.concern.as_ref().map(ToString::to_string),
        Field::Severity => case.severity.map(|severity| severity_word(severity).to_owned()),
        Field::Currency => quantity.key.currency.map(|currency| currency.code().to_owned()),
        Field::Low => Some(amounts.low.clone()),
        Field::Typical => Some(amounts.typical.clone()),
        Field::High => Some(amounts.high.clone()),
        Field::EffectiveFrom => Some(from.clone()),
    }
    .unwrap_or_default()
}

//! The list as a table: every treatment and add-on stands in it, so that it can be filled in.

use super::defused;
use crate::catalog::{Catalog, Severity};
use crate::overlay::{Entry, Quantity, Subject};
use crate::price_list::{EntryDraft, Field, PriceList};
use crate::units::{Currency, Spread};
use ::csv::{Error, Writer};

/// The list as CSV with the columns [`super::COLUMNS`] explains. What has no price of the clinic's gets a row without
/// one. [`super::import`] gives the same list back.
///
/// # Errors
/// None that writing into memory could cause.
pub fn export(list: &PriceList, catalog: &Catalog) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(Field::ALL.map(Field::name))?;
    let currency = list.entries.iter().find_map(|entry| entry.quantity.currency());
    for subject in subjects(list, catalog) {
        for row in rows(list, &subject, currency.unwrap_or(Currency::USD)) {
            writer.write_record(cells(list, catalog, &row))?;
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn subjects(list: &PriceList, catalog: &Catalog) -> Vec<Subject> {
    let treatments = catalog.treatments.iter().map(|treatment| Subject::Treatment(treatment.id.clone()));
    let add_ons = catalog.add_ons.iter().map(|add_on| Subject::AddOn(add_on.id.clone()));
    let own = list.own_add_ons().map(|(id, _)| Subject::OwnAddOn(id.clone()));
    [Subject::Clinic].into_iter().chain(treatments).chain(add_ons).chain(own).collect()
}

/// The rows of a subject: its values, and an empty row for each that is usually asked for and not there.
fn rows(list: &PriceList, subject: &Subject, currency: Currency) -> Vec<EntryDraft> {
    let usual = match subject {
        Subject::Clinic => vec![Quantity::Tax, Quantity::TaxIncluded, Quantity::Discount, Quantity::PlanDiscount],
        _ => vec![Quantity::Price(currency)],
    };
    let entries: Vec<&Entry> = list.entries.iter().filter(|entry| entry.subject == *subject).collect();
    let is_there = |quantity: &Quantity| entries.iter().any(|entry| entry.quantity.name() == quantity.name());
    let empty = usual.into_iter().filter(|quantity| !is_there(quantity)).map(|quantity| EntryDraft {
        subject: subject.clone(),
        quantity,
        amounts: Spread::default(),
        from: String::new(),
    });
    let filled = entries.iter().map(|entry| EntryDraft::from(*entry));
    filled.chain(empty.collect::<Vec<_>>()).collect()
}

fn cells(list: &PriceList, catalog: &Catalog, row: &EntryDraft) -> [String; 13] {
    let EntryDraft { subject, quantity, amounts, from } = row;
    let label = list.label(subject);
    let text =
        |of: fn(&crate::price_list::Label) -> &String| label.map(of).map(|text| defused(text)).unwrap_or_default();
    let name = match subject {
        Subject::Clinic => String::new(),
        Subject::OwnAddOn(_) => text(|label| &label.name),
        _ => subject.name(catalog).to_owned(),
    };
    let case = quantity.case().cloned().unwrap_or_default();
    let currency = quantity.currency().map_or("", Currency::code);
    [
        subject.kind().to_owned(),
        subject.id().to_owned(),
        name,
        text(|label| &label.code),
        text(|label| &label.group),
        quantity.name().into_owned(),
        case.concern.map(|concern| concern.to_string()).unwrap_or_default(),
        case.severity.map(severity).unwrap_or_default(),
        currency.to_owned(),
        amounts.low.clone(),
        amounts.typical.clone(),
        amounts.high.clone(),
        from.clone(),
    ]
}

fn severity(severity: Severity) -> String {
    super::severity_word(severity).to_owned()
}

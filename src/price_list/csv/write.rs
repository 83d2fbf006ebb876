//! The list as a table: every treatment and add-on stands in it, so that it can be filled in.

use super::{KINDS, defused, severity_word, templates};
use crate::catalog::{Catalog, ExampleLine, Template};
use crate::overlay::{Entry, Key, Part, QuantityDefinition, Subject};
use crate::price_list::{EntryDraft, Field, Label, PriceList};
use crate::spreadsheet::{Content, TableError, Workbook, WorkbookError, is_workbook_name};
use crate::units::Currency;
use ::csv::{Error, Writer};
use std::path::Path;

/// The list as CSV with the columns [`super::COLUMNS`] explains. What has no price of the clinic's gets a row without
/// one, in the currency of the list, or in `usual` where it has none. [`super::import`] gives the same list back.
///
/// # Errors
/// None that writing into memory could cause.
pub fn export(list: &PriceList, catalog: &Catalog, usual: Currency) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(Field::ALL.map(Field::name))?;
    for cells in table(list, catalog, usual) {
        writer.write_record(cells)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The same as a workbook, whose cells take everything as it is typed: a code like 001 stays one.
///
/// # Errors
/// If a text is longer than a cell takes.
pub fn workbook(list: &PriceList, catalog: &Catalog, usual: Currency) -> Result<Vec<u8>, WorkbookError> {
    let content = |text: String| if text.is_empty() { Content::Empty } else { Content::Text(text) };
    let rows: Vec<Vec<Content>> =
        table(list, catalog, usual).map(|cells| cells.into_iter().map(content).collect()).collect();
    let headings = Field::ALL.map(|field| field.name().to_owned());
    Workbook { name: "prices", headings: &headings, is_typed_on: true }.bytes(&rows)
}

/// What a file with this name holds: a workbook if it ends in `.xlsx`, and else CSV.
///
/// # Errors
/// As [`workbook`].
pub fn file(list: &PriceList, catalog: &Catalog, usual: Currency, path: &Path) -> Result<Vec<u8>, TableError> {
    Ok(if is_workbook_name(path) { workbook(list, catalog, usual)? } else { export(list, catalog, usual)? })
}

/// The cells of every row below the heading.
fn table(list: &PriceList, catalog: &Catalog, usual: Currency) -> impl Iterator<Item = [String; FIELDS]> {
    let catalog = list.joined(catalog);
    let currency = list.entries().iter().find_map(|entry| entry.quantity.key.currency).unwrap_or(usual);
    let mut cells = Vec::new();
    for subject in list.subjects(&catalog) {
        for row in rows(list, &subject, currency) {
            cells.push(Field::ALL.map(|field| cell(list, &catalog, &row, field)));
        }
    }
    cells.extend(list.templates().iter().flat_map(of_template));
    cells.into_iter()
}

/// The rows of an option to start from.
fn of_template(Template { concern, option }: &Template) -> Vec<[String; FIELDS]> {
    let of_line = |(number, line): (usize, &ExampleLine)| {
        let row = |(value, [low, typical, high]): (String, [String; 3])| {
            Field::ALL.map(|field| match field {
                Field::Kind => templates::KIND.to_owned(),
                Field::Name => defused(option.name.written()),
                Field::Like => line.treatment.to_string(),
                Field::Value => value.clone(),
                Field::Concern => concern.as_ref().map(ToString::to_string).unwrap_or_default(),
                Field::Low => low.clone(),
                Field::Typical => typical.clone(),
                Field::High => high.clone(),
                _ => String::new(),
            })
        };
        templates::rows(number, line).into_iter().map(row).collect::<Vec<_>>()
    };
    (1..).zip(&option.lines).flat_map(of_line).collect()
}

/// How many columns there are.
const FIELDS: usize = Field::ALL.len();

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
    entries.iter().map(|entry| EntryDraft::of(entry, list.own_code(entry))).chain(missing.map(empty)).collect()
}

fn cell(list: &PriceList, catalog: &Catalog, row: &EntryDraft, field: Field) -> String {
    let EntryDraft { subject, quantity, amounts, from, code } = row;
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
        Field::Code if code.is_empty() => Some(text(|label| &label.code)),
        Field::Code => Some(defused(code)),
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

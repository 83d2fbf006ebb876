//! The price list on the disk: as text with a schema version, and as a table to import.

use super::content::{self, ContentError, Kind};
use super::disk::{Stamp, StorageError, name_of, read_bytes};
use super::swap::replace;
use super::token::Disk;
use super::wire::bounded::{List, Text, Whole};
use super::wire::quantity::QuantityKind;
use super::write::make_folder_of;
use crate::catalog::{AddOnId, TreatmentId};
use crate::overlay::Subject;
use crate::price_list::{EntryDraft, Label, PriceListDraft, csv};
use crate::units::Spread;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The schema version that is written.
const CURRENT: u32 = 2;

/// The largest price list read, in bytes: the longest one takes a third of it.
const LARGEST: u64 = 2 * 1024 * 1024;

/// The text of a price list as typed. The same list always gives the same bytes.
pub fn price_list_text(draft: &PriceListDraft) -> String {
    let remark = "A price list of Collagen Ledger. Values are text as typed; an empty day means always.";
    content::text(remark, &File::<CURRENT>::from(draft), 2)
}

/// Reads a price list from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_price_list(text: &str) -> Result<PriceListDraft, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    match schema {
        1 => content::parse::<File<1>>(Kind::PriceList, text).map(PriceListDraft::from),
        _ => content::parse::<File<CURRENT>>(Kind::PriceList, text).map(PriceListDraft::from),
    }
}

/// Reads a price list from its file.
///
/// # Errors
/// One sentence naming the file, with line and column where it is the content.
pub fn read_price_list(_: &Disk, path: &Path) -> Result<PriceListDraft, StorageError> {
    let bytes = read_bytes(path, LARGEST)?;
    let read = content::decode(Kind::PriceList, &bytes, LARGEST).and_then(parse_price_list);
    read.map_err(|source| StorageError::Content { name: name_of(path), source })
}

/// The bytes of a table to import, and a few more than [`csv::import`] takes if it is larger than that.
///
/// # Errors
/// If the file is not there or cannot be read.
pub fn read_price_table(_: &Disk, path: &Path) -> Result<Vec<u8>, StorageError> {
    read_bytes(path, csv::LARGEST as u64)
}

/// Writes a price list in one piece, its folder with it if that is not there. What the file held when it was last read or
/// written here is given; what it holds else is kept beside it under a name with these words, which is given back.
///
/// # Errors
/// If the folder is not writable, or the disk is full; what was there before is then still there.
pub fn write_price_list(
    disk: &Disk,
    path: &Path,
    known: Option<Stamp>,
    draft: &PriceListDraft,
    words: &str,
) -> Result<(Stamp, Option<PathBuf>), StorageError> {
    make_folder_of(disk, path)?;
    replace(disk, path, known, &price_list_text(draft), words)
}

/// What every schema version begins with.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPriceList")]
struct Header {
    schema: u32,
}

// Schema versions 1 and 2, which differ in the quantities they know alone. Version 1 is never changed, its limits included;
// version 2 until it is released, then never again.

type Typed = Text<40>;
type Id = Text<64>;
type Short = Text<60>;

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPriceList", deny_unknown_fields)]
struct File<const SCHEMA: u32> {
    schema: Whole<1, 2>,
    values: List<Row<SCHEMA>, 2000>,
    labels: List<Called, 500>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Value", deny_unknown_fields)]
struct Row<const SCHEMA: u32> {
    of: Whose,
    what: QuantityKind<SCHEMA>,
    low: Typed,
    typical: Typed,
    high: Typed,
    effective_from: Typed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Label", deny_unknown_fields)]
struct Called {
    of: Whose,
    name: Short,
    code: Short,
    group: Short,
}

#[derive(Serialize, Deserialize)]
enum Whose {
    Clinic,
    Treatment(Id),
    AddOn(Id),
    OwnAddOn(Id),
}

impl From<&PriceListDraft> for File<CURRENT> {
    fn from(draft: &PriceListDraft) -> Self {
        let values = draft.entries.iter().map(Row::from).collect();
        let labels = draft.labels.iter().map(Called::from).collect();
        Self { schema: Whole(CURRENT), values: List(values), labels: List(labels) }
    }
}

impl<const SCHEMA: u32> From<File<SCHEMA>> for PriceListDraft {
    fn from(file: File<SCHEMA>) -> Self {
        Self {
            entries: file.values.0.into_iter().map(EntryDraft::from).collect(),
            labels: file.labels.0.into_iter().map(Label::from).collect(),
        }
    }
}

impl From<&EntryDraft> for Row<CURRENT> {
    fn from(entry: &EntryDraft) -> Self {
        let Spread { low, typical, high } = entry.amounts.clone().map(Text);
        let effective_from = Text(entry.from.clone());
        Self {
            of: (&entry.subject).into(),
            what: QuantityKind(entry.quantity.clone()),
            low,
            typical,
            high,
            effective_from,
        }
    }
}

impl<const SCHEMA: u32> From<Row<SCHEMA>> for EntryDraft {
    fn from(row: Row<SCHEMA>) -> Self {
        let amounts = Spread { low: row.low.0, typical: row.typical.0, high: row.high.0 };
        Self { subject: row.of.into(), quantity: row.what.0, amounts, from: row.effective_from.0 }
    }
}

impl From<&Label> for Called {
    fn from(label: &Label) -> Self {
        let Label { subject, name, code, group } = label;
        Self { of: subject.into(), name: Text(name.clone()), code: Text(code.clone()), group: Text(group.clone()) }
    }
}

impl From<Called> for Label {
    fn from(called: Called) -> Self {
        Self { subject: called.of.into(), name: called.name.0, code: called.code.0, group: called.group.0 }
    }
}

impl From<&Subject> for Whose {
    fn from(subject: &Subject) -> Self {
        match subject {
            Subject::Clinic => Self::Clinic,
            Subject::Treatment(id) => Self::Treatment(Text(id.to_string())),
            Subject::AddOn(id) => Self::AddOn(Text(id.to_string())),
            Subject::OwnAddOn(id) => Self::OwnAddOn(Text(id.to_string())),
        }
    }
}

impl From<Whose> for Subject {
    fn from(whose: Whose) -> Self {
        match whose {
            Whose::Clinic => Self::Clinic,
            Whose::Treatment(id) => Self::Treatment(TreatmentId::from(id.0.as_str())),
            Whose::AddOn(id) => Self::AddOn(AddOnId::from(id.0.as_str())),
            Whose::OwnAddOn(id) => Self::OwnAddOn(AddOnId::from(id.0.as_str())),
        }
    }
}

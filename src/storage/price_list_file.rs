//! The price list on the disk: as text with a schema version, and as a table to import.

use super::content::{self, ContentError, Kind};
use super::disk::{Stamp, StorageError, name_of, read_bytes};
use super::swap::replace;
use super::token::Disk;
use super::wire::bounded::{Id, List, Text, Whole, is_default};
use super::wire::quantity::QuantityKind;
use super::wire::stored::{Stored, stored};
use super::workbook::table_of;
use super::write::make_folder_of;
use crate::catalog::ExampleLine;
use crate::overlay::Subject;
use crate::price_list::{EntryDraft, Label, PriceListDraft, TemplateDraft};
use crate::spreadsheet;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The schema version that is written.
const CURRENT: u32 = 2;

/// The largest price list read, in bytes: the longest one takes half of it.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The text of a price list as typed. The same list always gives the same bytes.
pub fn price_list_text(draft: &PriceListDraft) -> String {
    let remark = "A price list of Collagen Ledger. Values are text as typed; an empty day means always.";
    content::text(remark, &File::<CURRENT>::of(draft), 2)
}

/// Reads a price list from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_price_list(text: &str) -> Result<PriceListDraft, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    match schema {
        1 => content::parse::<File<1>>(Kind::PriceList, text).map(Stored::value),
        _ => content::parse::<File<CURRENT>>(Kind::PriceList, text).map(Stored::value),
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

/// The bytes of a table to import as text, and a few more than are taken if it is larger than that. Of a workbook it is the first
/// sheet.
///
/// # Errors
/// If the file is not there or cannot be read, or is a workbook that cannot be.
pub fn read_table(_: &Disk, path: &Path) -> Result<Vec<u8>, StorageError> {
    let bytes = read_bytes(path, spreadsheet::LARGEST as u64)?;
    table_of(bytes).map_err(|source| StorageError::Workbook { name: name_of(path), source })
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
type Short = Text<60>;
/// A name or a part of the body, as in a plan.
type Long = Text<120>;

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPriceList", deny_unknown_fields)]
struct File<const SCHEMA: u32> {
    schema: Whole<1, 2>,
    values: List<Row<SCHEMA>, 2000>,
    labels: List<StoredLabel, 500>,
    #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
    templates: List<StoredTemplate, 40>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Value", deny_unknown_fields)]
struct Row<const SCHEMA: u32> {
    of: StoredSubject,
    what: QuantityKind<SCHEMA>,
    low: Typed,
    typical: Typed,
    high: Typed,
    effective_from: Typed,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    code: Short,
}

stored! {
    #[serde(rename = "Label")]
    struct StoredLabel = Label {
        #[serde(rename = "of")]
        subject: StoredSubject,
        name: Short,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        like: Option<Id>,
        code: Short,
        group: Short,
    }
}

stored! {
    #[serde(rename = "Template")]
    struct StoredTemplate = TemplateDraft {
        name: Long,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        concern: Option<Id>,
        lines: List<TemplateLine, 12>,
    }

    #[serde(rename = "Line")]
    struct TemplateLine = ExampleLine {
        treatment: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<Long>,
        #[serde(default, skip_serializing_if = "is_default")]
        start_day: Whole<0, 3652>,
        sessions: Option<Whole<1, 520>>,
        #[serde(rename = "fewest_sessions", default, skip_serializing_if = "Option::is_none")]
        fewest: Option<Whole<1, 520>>,
        #[serde(rename = "most_sessions", default, skip_serializing_if = "Option::is_none")]
        most: Option<Whole<1, 520>>,
        spacing_days: Option<Whole<1, 730>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        units_hundredths: Option<Whole<10, 2000>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        depth_hundredths_mm: Option<Whole<10, 300>>,
        #[serde(rename = "package_of", default, skip_serializing_if = "Option::is_none")]
        package: Option<Whole<2, 50>>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        add_ons: List<Id, 6>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        upkeep_months: Option<Whole<1, 60>>,
        #[serde(rename = "upkeep_when_faded_to_percent", default, skip_serializing_if = "Option::is_none")]
        upkeep_when_faded_to: Option<Whole<10, 95>>,
    }
}

stored! {
    enum StoredSubject = Subject {
        Clinic,
        Treatment(id: Id),
        TreatmentOn { treatment: Id, area: Short },
        AddOn(id: Id),
        OwnAddOn(id: Id),
    }
}

impl<const SCHEMA: u32> Stored<PriceListDraft> for File<SCHEMA> {
    fn of(PriceListDraft { entries, labels, templates }: &PriceListDraft) -> Self {
        Self {
            schema: Whole(SCHEMA),
            values: Stored::of(entries),
            labels: Stored::of(labels),
            templates: Stored::of(templates),
        }
    }

    fn value(self) -> PriceListDraft {
        let (entries, labels, templates) = (self.values.value(), self.labels.value(), self.templates.value());
        PriceListDraft { entries, labels, templates }
    }
}

impl<const SCHEMA: u32> Stored<EntryDraft> for Row<SCHEMA> {
    fn of(EntryDraft { subject, quantity, amounts, from, code }: &EntryDraft) -> Self {
        let (of, what, (low, typical, high)) =
            (Stored::of(subject), QuantityKind(quantity.clone()), Stored::of(amounts));
        Self { of, what, low, typical, high, effective_from: Stored::of(from), code: Stored::of(code) }
    }

    fn value(self) -> EntryDraft {
        let amounts = (self.low, self.typical, self.high).value();
        let (from, code) = (self.effective_from.0, self.code.0);
        EntryDraft { subject: self.of.value(), quantity: self.what.0, amounts, from, code }
    }
}

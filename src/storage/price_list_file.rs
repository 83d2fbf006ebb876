//! The price list on the disk: as text with a schema version, and as a table to import.

use super::content::{self, ContentError, Kind};
use super::disk::{StorageError, name_of, read_bytes};
use super::token::Disk;
use super::wire::bounded::{List, Text, Whole};
use super::write::{make_folder_of, write_private};
use crate::catalog::{AddOnId, ConcernId, Severity, TreatmentId};
use crate::overlay::{Case, Quantity, Subject};
use crate::price_list::{EntryDraft, Label, PriceListDraft, csv};
use crate::units::{Currency, Spread};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The schema version that is written.
const CURRENT: u32 = 2;

/// The largest price list read, in bytes: the longest one takes a third of it.
const LARGEST: u64 = 2 * 1024 * 1024;

/// The text of a price list as typed. The same list always gives the same bytes.
pub fn price_list_text(draft: &PriceListDraft) -> String {
    let remark = "A price list of Collagen Ledger. Values are text as typed; an empty day means always.";
    content::text(remark, &File::<What>::from(draft), 2)
}

/// Reads a price list from its text.
///
/// # Errors
/// One sentence with line and column.
pub fn parse_price_list(text: &str) -> Result<PriceListDraft, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    match schema {
        1 => content::parse::<File<FirstWhat>>(Kind::PriceList, text).map(PriceListDraft::from),
        _ => content::parse::<File<What>>(Kind::PriceList, text).map(PriceListDraft::from),
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

/// Writes a price list in one piece, its folder with it if that is not there.
///
/// # Errors
/// If the folder is not writable, or the disk is full; what was there before is then still there.
pub fn write_price_list(disk: &Disk, path: &Path, draft: &PriceListDraft) -> Result<(), StorageError> {
    make_folder_of(disk, path)?;
    write_private(disk, path, price_list_text(draft).as_bytes())
}

/// What every schema version begins with.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPriceList")]
struct Header {
    schema: u32,
}

// Schema versions 1 and 2, which differ in `What` alone. Version 1 is never changed, its limits included; version 2 until
// it is released, then never again.

type Typed = Text<40>;
type Id = Text<64>;
type Short = Text<60>;

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPriceList", deny_unknown_fields)]
struct File<W> {
    schema: Whole<1, 2>,
    values: List<Row<W>, 2000>,
    labels: List<Called, 500>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Value", deny_unknown_fields)]
struct Row<W> {
    of: Whose,
    what: W,
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

/// What version 1 knows.
#[derive(Deserialize)]
#[serde(rename = "What", deny_unknown_fields)]
enum FirstWhat {
    Price(Currency),
    Sessions { concern: Option<Id>, severity: Option<Severity> },
    SpacingDays { concern: Option<Id>, severity: Option<Severity> },
    MinimumIntervalDays,
    TaxPercent,
    DiscountPercent,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum What {
    Price(Currency),
    Package { sessions: Whole<2, 50>, currency: Currency },
    Sessions { concern: Option<Id>, severity: Option<Severity> },
    SpacingDays { concern: Option<Id>, severity: Option<Severity> },
    MinimumIntervalDays,
    TaxPercent,
    TaxIncluded,
    DiscountPercent,
    PlanDiscountPercent,
}

impl From<&PriceListDraft> for File<What> {
    fn from(draft: &PriceListDraft) -> Self {
        let values = draft.entries.iter().map(Row::from).collect();
        let labels = draft.labels.iter().map(Called::from).collect();
        Self { schema: Whole(CURRENT), values: List(values), labels: List(labels) }
    }
}

impl<W: Into<Quantity>> From<File<W>> for PriceListDraft {
    fn from(file: File<W>) -> Self {
        Self {
            entries: file.values.0.into_iter().map(EntryDraft::from).collect(),
            labels: file.labels.0.into_iter().map(Label::from).collect(),
        }
    }
}

impl From<&EntryDraft> for Row<What> {
    fn from(entry: &EntryDraft) -> Self {
        let Spread { low, typical, high } = entry.amounts.clone().map(Text);
        let effective_from = Text(entry.from.clone());
        Self { of: (&entry.subject).into(), what: (&entry.quantity).into(), low, typical, high, effective_from }
    }
}

impl<W: Into<Quantity>> From<Row<W>> for EntryDraft {
    fn from(row: Row<W>) -> Self {
        let amounts = Spread { low: row.low.0, typical: row.typical.0, high: row.high.0 };
        Self { subject: row.of.into(), quantity: row.what.into(), amounts, from: row.effective_from.0 }
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

impl From<&Quantity> for What {
    fn from(quantity: &Quantity) -> Self {
        let concern = |case: &Case| case.concern.as_ref().map(|concern| Text(concern.to_string()));
        match quantity {
            Quantity::Price(currency) => Self::Price(*currency),
            Quantity::Package(sessions, currency) => Self::Package { sessions: Whole(*sessions), currency: *currency },
            Quantity::Sessions(case) => Self::Sessions { concern: concern(case), severity: case.severity },
            Quantity::Spacing(case) => Self::SpacingDays { concern: concern(case), severity: case.severity },
            Quantity::MinimumInterval => Self::MinimumIntervalDays,
            Quantity::Tax => Self::TaxPercent,
            Quantity::TaxIncluded => Self::TaxIncluded,
            Quantity::Discount => Self::DiscountPercent,
            Quantity::PlanDiscount => Self::PlanDiscountPercent,
        }
    }
}

impl From<FirstWhat> for Quantity {
    fn from(what: FirstWhat) -> Self {
        match what {
            FirstWhat::Price(currency) => Self::Price(currency),
            FirstWhat::Sessions { concern, severity } => Self::Sessions(case(concern, severity)),
            FirstWhat::SpacingDays { concern, severity } => Self::Spacing(case(concern, severity)),
            FirstWhat::MinimumIntervalDays => Self::MinimumInterval,
            FirstWhat::TaxPercent => Self::Tax,
            FirstWhat::DiscountPercent => Self::Discount,
        }
    }
}

impl From<What> for Quantity {
    fn from(what: What) -> Self {
        match what {
            What::Price(currency) => Self::Price(currency),
            What::Package { sessions, currency } => Self::Package(sessions.0, currency),
            What::Sessions { concern, severity } => Self::Sessions(case(concern, severity)),
            What::SpacingDays { concern, severity } => Self::Spacing(case(concern, severity)),
            What::MinimumIntervalDays => Self::MinimumInterval,
            What::TaxPercent => Self::Tax,
            What::TaxIncluded => Self::TaxIncluded,
            What::DiscountPercent => Self::Discount,
            What::PlanDiscountPercent => Self::PlanDiscount,
        }
    }
}

fn case(concern: Option<Id>, severity: Option<Severity>) -> Case {
    Case { concern: concern.map(|concern| ConcernId::from(concern.0.as_str())), severity }
}

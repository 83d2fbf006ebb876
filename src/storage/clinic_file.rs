//! What a clinic sets up for its sheets: a file of particulars, and beside it a logo and a layout of its own.
//!
//! The file is RON with a schema number; only the number has to be there. Logo and layout are files of their own in the
//! same folder, so that they can be made and changed with the programs made for them.

use super::content::{self, ContentError, Kind};
use super::disk::{Stamp, StorageError, name_of, read_bytes};
use super::swap::replace;
use super::token::Disk;
use super::wire::bounded::{List, Text, Whole};
use super::write::{make_folder_of, write_private};
use crate::clinic::Clinic;
use crate::locale::{tr, trn};
use crate::report::sheet::{Logo, LogoKind};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The schema version that is written.
const CURRENT: u32 = 1;
/// The largest file of particulars, in bytes.
const LARGEST: u64 = 64 * 1024;
/// The largest layout, in bytes.
const LARGEST_TEMPLATE: u64 = 1024 * 1024;

/// What a clinic set up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClinicFile {
    /// What its sheets show of it.
    pub clinic: Clinic,
    /// The clinic's sign.
    pub logo: Option<Logo>,
    /// The name of its own layout, a file in the same folder; none prints with the built-in one.
    pub template: Option<String>,
}

/// Reads a clinic's file with its logo. The layout is read by [`read_template`] when it is needed.
///
/// # Errors
/// One sentence naming the file, with line and column where it is the content.
pub fn read_clinic(disk: &Disk, path: &Path) -> Result<ClinicFile, StorageError> {
    let bytes = read_bytes(path, LARGEST)?;
    let read = content::decode(Kind::Clinic, &bytes, LARGEST).and_then(parse);
    let wire = read.map_err(|source| StorageError::Content { name: name_of(path), source })?;
    let logo =
        if wire.logo.0.0.is_empty() { None } else { Some(read_logo(disk, &path.with_file_name(&wire.logo.0.0))?) };
    let template = Some(wire.template.0.0.clone()).filter(|name| !name.is_empty());
    Ok(ClinicFile { clinic: wire.into(), logo, template })
}

/// The files beside a clinic's file that it names: its logo and its layout.
///
/// # Errors
/// As [`read_clinic`].
pub(super) fn files_named_in(_: &Disk, path: &Path) -> Result<Vec<String>, StorageError> {
    let bytes = read_bytes(path, LARGEST)?;
    let read = content::decode(Kind::Clinic, &bytes, LARGEST).and_then(parse);
    let wire = read.map_err(|source| StorageError::Content { name: name_of(path), source })?;
    Ok([wire.logo.0.0, wire.template.0.0].into_iter().filter(|name| !name.is_empty()).collect())
}

/// Reads a picture as a logo.
///
/// # Errors
/// One sentence naming the picture.
pub fn read_logo(_: &Disk, path: &Path) -> Result<Logo, StorageError> {
    let bytes = read_bytes(path, Logo::LARGEST as u64)?;
    Logo::new(bytes).map_err(|source| StorageError::Logo { name: name_of(path), source })
}

/// Reads a layout; whether it works, only laying out a sheet can tell.
///
/// # Errors
/// One sentence naming the file.
pub fn read_template(_: &Disk, path: &Path) -> Result<String, StorageError> {
    let bytes = read_bytes(path, LARGEST_TEMPLATE)?;
    let most = LARGEST_TEMPLATE;
    let is_too_large = trn!(
        most,
        "the file is larger than {most} byte, too large for a layout",
        "the file is larger than {most} bytes, too large for a layout",
        most
    );
    let is_not_text = tr!("the file is not text, so it is no layout");
    let read = content::decode_or_say(&bytes, most, is_too_large, || is_not_text);
    read.map(str::to_owned).map_err(|source| StorageError::Content { name: name_of(path), source })
}

/// Writes a clinic's file, making its folder if need be, and the logo beside it. What the file held when it was last read or
/// written here is given; what it holds else is kept beside it under a name with these words, which is given back.
///
/// # Errors
/// If the folder cannot be made or a file not written.
pub fn write_clinic(
    disk: &Disk,
    path: &Path,
    known: Option<Stamp>,
    file: &ClinicFile,
    words: &str,
) -> Result<(Stamp, Option<PathBuf>), StorageError> {
    make_folder_of(disk, path)?;
    if let Some(logo) = &file.logo {
        write_private(disk, &path.with_file_name(logo_name(logo)), logo.bytes())?;
    }
    replace(disk, path, known, &text(file), words)
}

/// What a logo is called beside the clinic's file.
fn logo_name(logo: &Logo) -> &'static str {
    match logo.kind() {
        LogoKind::Png => "clinic-logo.png",
        LogoKind::Svg => "clinic-logo.svg",
    }
}

fn text(file: &ClinicFile) -> String {
    let remark = "What the sheets of Collagen Ledger show of the clinic. What is empty is not printed.";
    content::text(remark, &Wire::of(file), usize::MAX)
}

fn parse(text: &str) -> Result<Wire, ContentError> {
    let schema = ron::from_str::<Header>(text).map_or(CURRENT, |header| header.schema);
    content::check_schema(schema, CURRENT)?;
    content::parse(Kind::Clinic, text)
}

/// What every schema version begins with.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerClinic")]
struct Header {
    schema: u32,
}

type Short = Text<160>;
type Note = Text<1000>;

/// Schema version 1. Never changed once released; a later version gets a struct of its own.
#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerClinic", deny_unknown_fields)]
struct Wire {
    schema: Whole<1, 1>,
    #[serde(default)]
    name: Short,
    #[serde(default)]
    address: List<Short, 6>,
    #[serde(default)]
    phone: Short,
    #[serde(default)]
    email: Short,
    #[serde(default)]
    web: Short,
    #[serde(default)]
    practitioner: Short,
    #[serde(default)]
    registration: Short,
    #[serde(default)]
    tax_id: Short,
    #[serde(default)]
    contact: Short,
    #[serde(default)]
    opening: Note,
    #[serde(default)]
    included: Note,
    #[serde(default)]
    not_included: Note,
    #[serde(default)]
    deposit: Note,
    #[serde(default)]
    cancellation: Note,
    #[serde(default)]
    logo: Beside,
    #[serde(default)]
    template: Beside,
}

/// The name of a file in the same folder, or empty. A path to elsewhere is refused.
#[derive(Default, Serialize)]
#[serde(transparent)]
struct Beside(Short);

impl<'de> Deserialize<'de> for Beside {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Short::deserialize(deserializer)?;
        let plain = text.0.is_empty() || Path::new(&text.0).file_name().is_some_and(|name| name == text.0.as_str());
        if plain && !text.0.contains(['/', '\\']) {
            Ok(Self(text))
        } else {
            let message = tr!("this must be the name of a file in the same folder, without a path");
            Err(serde::de::Error::custom(message))
        }
    }
}

impl Wire {
    fn of(file: &ClinicFile) -> Self {
        let clinic = file.clinic.clone();
        let logo = file.logo.as_ref().map_or("", logo_name).to_owned();
        Self {
            schema: Whole(CURRENT),
            name: Text(clinic.name),
            address: List(clinic.address.into_iter().map(Text).collect()),
            phone: Text(clinic.phone),
            email: Text(clinic.email),
            web: Text(clinic.web),
            practitioner: Text(clinic.practitioner),
            registration: Text(clinic.registration),
            tax_id: Text(clinic.tax_id),
            contact: Text(clinic.contact),
            opening: Text(clinic.opening),
            included: Text(clinic.included),
            not_included: Text(clinic.not_included),
            deposit: Text(clinic.deposit),
            cancellation: Text(clinic.cancellation),
            logo: Beside(Text(logo)),
            template: Beside(Text(file.template.clone().unwrap_or_default())),
        }
    }
}

impl From<Wire> for Clinic {
    fn from(wire: Wire) -> Self {
        Self {
            name: wire.name.0,
            address: wire.address.0.into_iter().map(|line| line.0).collect(),
            phone: wire.phone.0,
            email: wire.email.0,
            web: wire.web.0,
            practitioner: wire.practitioner.0,
            registration: wire.registration.0,
            tax_id: wire.tax_id.0,
            contact: wire.contact.0,
            opening: wire.opening.0,
            included: wire.included.0,
            not_included: wire.not_included.0,
            deposit: wire.deposit.0,
            cancellation: wire.cancellation.0,
        }
    }
}

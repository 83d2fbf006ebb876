//! What a clinic sets up for its sheets: a file of particulars, and beside it a logo and a layout of its own.
//!
//! The file is RON with a schema number; only the number has to be there. Logo and layout are files of their own in the
//! same folder, so that they can be made and changed with the programs made for them.

use super::disk::{StorageError, make_folder_of, write_private};
use super::wire::bounded::{List, Text, Whole};
use crate::clinic::Clinic;
use crate::locale::tr;
use crate::report::sheet::{Logo, LogoError, LogoKind};
use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The schema version that is written.
const CURRENT: u32 = 1;
/// What the file begins with.
const CLINIC: &str = "CollagenLedgerClinic";
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

/// Why a clinic's file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ClinicFileError {
    /// It is not there.
    #[error("{}", tr!("\"{name}\" does not exist; check the name and the folder", name = .0.display()))]
    Missing(PathBuf),
    /// It cannot be read.
    #[error("{}", tr!("\"{name}\" cannot be read: {source}", name = path.display(), source))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It is too large.
    #[error("{}", tr!("\"{name}\" is larger than {most} bytes, too large for what it is meant to be", name, most))]
    TooLarge {
        /// The file's name.
        name: String,
        /// The most bytes it may have.
        most: u64,
    },
    /// Something in it cannot be read.
    #[error("{}", tr!("{name}, line {line}, column {column}: {message}", name, line, column, message))]
    Content {
        /// The file's name.
        name: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong, in one sentence.
        message: String,
    },
    /// The picture cannot be a logo.
    #[error("{}", tr!("The logo \"{name}\" cannot be used: {source}", name, source))]
    Logo {
        /// The picture's name.
        name: String,
        /// Why.
        source: LogoError,
    },
}

impl ClinicFileError {
    /// Whether what was given is at fault, rather than the disk or its permissions.
    pub fn is_bad_input(&self) -> bool {
        !matches!(self, Self::Unreadable { .. })
    }
}

/// Reads a clinic's file with its logo. The layout is read by [`read_template`] when it is needed.
///
/// # Errors
/// One sentence naming the file, with line and column where it is the content.
pub fn read_clinic(path: &Path) -> Result<ClinicFile, ClinicFileError> {
    let wire = parse(&read_text(path, LARGEST)?, &name_of(path))?;
    let logo = if wire.logo.0.0.is_empty() { None } else { Some(read_logo(&path.with_file_name(&wire.logo.0.0))?) };
    let template = Some(wire.template.0.0.clone()).filter(|name| !name.is_empty());
    Ok(ClinicFile { clinic: wire.into(), logo, template })
}

/// Reads a picture as a logo.
///
/// # Errors
/// One sentence naming the picture.
pub fn read_logo(path: &Path) -> Result<Logo, ClinicFileError> {
    let bytes = read_bytes(path, Logo::LARGEST as u64)?;
    Logo::new(bytes).map_err(|source| ClinicFileError::Logo { name: name_of(path), source })
}

/// Reads a layout; whether it works, only laying out a sheet can tell.
///
/// # Errors
/// One sentence naming the file.
pub fn read_template(path: &Path) -> Result<String, ClinicFileError> {
    read_text(path, LARGEST_TEMPLATE)
}

/// Writes a clinic's file, making its folder if need be, and the logo beside it.
///
/// # Errors
/// If the folder cannot be made or a file not written.
pub fn write_clinic(path: &Path, file: &ClinicFile) -> Result<(), StorageError> {
    make_folder_of(path)?;
    if let Some(logo) = &file.logo {
        write_private(&path.with_file_name(logo_name(logo)), logo.bytes())?;
    }
    write_private(path, text(file).as_bytes())
}

/// What a logo is called beside the clinic's file.
fn logo_name(logo: &Logo) -> &'static str {
    match logo.kind() {
        LogoKind::Png => "clinic-logo.png",
        LogoKind::Svg => "clinic-logo.svg",
    }
}

fn text(file: &ClinicFile) -> String {
    let config = PrettyConfig::new().new_line("\n").indentor("  ").struct_names(true).extensions(Extensions::empty());
    // Serialising plain data into memory has no way to fail.
    let body = ron::Options::default().to_string_pretty(&Wire::of(file), config).unwrap_or_default();
    format!("// What the sheets of Collagen Ledger show of the clinic. What is empty is not printed.\n{body}\n")
}

fn parse(text: &str, name: &str) -> Result<Wire, ClinicFileError> {
    let options = ron::Options::default();
    let content = |line, column, message| ClinicFileError::Content { name: name.to_owned(), line, column, message };
    if let Ok(Header { schema }) = options.from_str::<Header>(text)
        && schema > CURRENT
    {
        let message = tr!(
            "the file has schema {schema}, and this program reads up to {most}; use a newer version",
            schema,
            most = CURRENT
        );
        return Err(content(1, 1, message));
    }
    options.from_str::<Wire>(text).map_err(|error| content(error.span.end.line, error.span.end.col, said(&error)))
}

/// The error in one short line, whatever the file put into it.
fn said(error: &SpannedError) -> String {
    let message = match &error.code {
        ron::Error::ExpectedNamedStructLike(_) | ron::Error::ExpectedDifferentStructName { .. } => {
            tr!("this is not a clinic's file; it begins with \"{begins}\"", begins = format_args!("{CLINIC}("))
        }
        ron::Error::NoSuchStructField { found, .. } => {
            tr!("\"{found}\" is no field here; remove it or mend its name", found)
        }
        ron::Error::DuplicateStructField { field, .. } => tr!("the field \"{field}\" stands twice; remove one", field),
        ron::Error::MissingStructField { field, .. } => tr!("the field \"{field}\" is missing; add it", field),
        ron::Error::InvalidValueForType { expected, found } => {
            tr!("Expected {expected} but found {found} instead", expected, found)
        }
        ron::Error::Eof | ron::Error::ExpectedStringEnd => tr!("the file ends too early").to_owned(),
        other => other.to_string(),
    };
    message.chars().map(|c| if c.is_control() { ' ' } else { c }).take(240).collect()
}

fn read_text(path: &Path, most: u64) -> Result<String, ClinicFileError> {
    String::from_utf8(read_bytes(path, most)?).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        let message = tr!("the file is not text").to_owned();
        ClinicFileError::Content { name: name_of(path), line, column: 1, message }
    })
}

fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, ClinicFileError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => ClinicFileError::Missing(path.to_owned()),
        _ => ClinicFileError::Unreadable { path: path.to_owned(), source },
    };
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > most { Err(ClinicFileError::TooLarge { name: name_of(path), most }) } else { Ok(bytes) }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
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
    #[serde(default = "empty")]
    name: Short,
    #[serde(default = "no_lines")]
    address: List<Short, 6>,
    #[serde(default = "empty")]
    phone: Short,
    #[serde(default = "empty")]
    email: Short,
    #[serde(default = "empty")]
    web: Short,
    #[serde(default = "empty")]
    practitioner: Short,
    #[serde(default = "empty")]
    registration: Short,
    #[serde(default = "empty")]
    tax_id: Short,
    #[serde(default = "empty")]
    contact: Short,
    #[serde(default = "empty")]
    opening: Note,
    #[serde(default = "empty")]
    included: Note,
    #[serde(default = "empty")]
    not_included: Note,
    #[serde(default = "empty")]
    deposit: Note,
    #[serde(default = "empty")]
    cancellation: Note,
    #[serde(default)]
    logo: Beside,
    #[serde(default)]
    template: Beside,
}

fn empty<const MAX: usize>() -> Text<MAX> {
    Text(String::new())
}

fn no_lines() -> List<Short, 6> {
    List(Vec::new())
}

/// The name of a file in the same folder, or empty. A path to elsewhere is refused.
#[derive(Serialize)]
#[serde(transparent)]
struct Beside(Short);

impl Default for Beside {
    fn default() -> Self {
        Self(empty())
    }
}

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

//! A sheet as asked for on the command line, laid out.

use super::args::sheet::SheetChoices;
use super::failure::Failure;
use super::work::Work;
use crate::report::sheet::{Document, Handout, Issue, Paper, Sheet, Template};
use crate::scenario::Scenario;
use crate::storage::{self, ClinicFile, Places};
use std::path::{Path, PathBuf};

/// A sheet laid out, with what a printer's queue wants to know of it.
pub(super) struct Made {
    pub(super) document: Document,
    pub(super) paper: Paper,
    pub(super) reference: String,
}

/// Reads the plan, the clinic's file and the layout, and lays the sheet out.
pub(super) fn make(choices: &SheetChoices) -> Result<Made, Failure> {
    let work = Work::read(&choices.file, &choices.with)?;
    let (file, folder) = clinic(choices)?;
    let own = template(choices, &file, &folder)?;
    let sheet = Sheet {
        plan: work.worked(),
        paper: choices.paper.into(),
        issued: super::today(),
        version: env!("CARGO_PKG_VERSION"),
    };
    let handout = Handout {
        sheet,
        clinic: (file != ClinicFile::default()).then_some(&file.clinic),
        issue: Issue {
            number: choices.number.as_deref(),
            valid_days: choices.valid_days,
            revision: choices.revision,
            supersedes: choices.supersedes.as_deref(),
            born: choices.born,
            decide_from: choices.decide_from,
        },
        audience: choices.audience.into(),
        template: own.as_ref().map(|(name, text)| Template { name, text }),
    };
    let document = Document::of(&handout)?;
    let Scenario { reference, .. } = &work.evaluation.scenario;
    Ok(Made { document, paper: sheet.paper, reference: reference.clone() })
}

/// The clinic's file that was named, or the user's own if there is one, with the folder it lies in.
fn clinic(choices: &SheetChoices) -> Result<(ClinicFile, PathBuf), Failure> {
    let own = || Places::of_user().map(|places| places.clinic()).filter(|path| storage::exists(path));
    let path = match &choices.clinic {
        Some(path) => Some(path.clone()),
        None => own(),
    };
    let Some(path) = path else { return Ok((ClinicFile::default(), PathBuf::new())) };
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok((storage::read_clinic(&path)?, folder))
}

/// The layout that was named, or the one the clinic's file names: its name and its text.
fn template(choices: &SheetChoices, file: &ClinicFile, folder: &Path) -> Result<Option<(String, String)>, Failure> {
    let path = choices.template.clone().or_else(|| file.template.as_ref().map(|name| folder.join(name)));
    let Some(path) = path.filter(|_| !choices.built_in_template) else { return Ok(None) };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(Some((name, storage::read_template(&path)?)))
}

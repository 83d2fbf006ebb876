//! A sheet as asked for on the command line, laid out.

use super::args::day;
use super::args::sheet::{SheetChoices, SheetLook};
use super::clock;
use super::evaluated::{EvaluatedPlan, LoadedPlan};
use super::failure::Failure;
use super::locale::LocaleRequest;
use crate::locale::{self, Locale, tr};
use crate::record::{Presentation, Record, RecordError};
use crate::report::PlanResults;
use crate::report::sheet::{self, Document, Handout, Issue, Paper, Sheet, Template};
use crate::storage::{self, ClinicFile, Disk, Places, SystemTypefaces};
use crate::units::Date;
use std::path::{Path, PathBuf};

/// A sheet laid out, with what a printer's queue wants to know of it.
pub(super) struct LaidOutSheet {
    pub(super) document: Document,
    pub(super) paper: Paper,
    pub(super) reference: String,
}

/// An issue to be printed: as the original, or as a copy on a day.
pub(super) struct Printed<'a> {
    pub(super) record: &'a Record,
    pub(super) at: usize,
    pub(super) copied: Option<Date>,
}

/// Reads the plan, the clinic's file and the layout, and lays the sheet out. Of an issued plan that is a copy of what was
/// issued: with the words and the letterhead it had, but for what was asked for.
pub(super) fn make(choices: &SheetChoices, asked: LocaleRequest) -> Result<LaidOutSheet, Failure> {
    let read = LoadedPlan::of(&choices.file, &choices.with)?;
    match position(&read.record, choices)? {
        None => draft(read, choices),
        Some(at) => {
            only_for_a_draft(choices)?;
            let issued = read.record.issues().get(at).ok_or(RecordError::NothingIssued)?;
            let kept = issued.snapshot.presentation.as_ref().map(super::locale::of_issue);
            // The notations and notices of an issue stay; in another language its copy says so.
            let locale = match kept {
                Some(kept) => Locale { language: asked.over(kept).language, ..kept },
                None => locale::current(),
            };
            let printed = Printed { record: &read.record, at, copied: Some(clock::today()) };
            let evaluated = read.as_issued(issued)?;
            locale::with(locale, || lay_out_issue(&evaluated, &printed, &choices.look))
        }
    }
}

fn draft(read: LoadedPlan, choices: &SheetChoices) -> Result<LaidOutSheet, Failure> {
    let (evaluated, today) = (read.evaluated()?, clock::today());
    let number = choices.number.clone().unwrap_or_else(|| proposed_number(&evaluated, today));
    lay_out(evaluated.results(), today, draft_marks(&number, &evaluated.record, choices)?, None, &choices.look)
}

/// The position of the issue that is to be printed; none for a draft.
fn position(record: &Record, choices: &SheetChoices) -> Result<Option<usize>, Failure> {
    match &choices.issue {
        Some(number) => Ok(Some(record.position(number).ok_or_else(|| RecordError::Unknown(number.clone()))?)),
        None => Ok(record.issues().len().checked_sub(1).filter(|_| record.current().is_some())),
    }
}

/// What was said when the plan was issued stands on its copies; anything else is more likely a mistake than meant.
fn only_for_a_draft(choices: &SheetChoices) -> Result<(), Failure> {
    let given = [
        ("--number", choices.number.is_some()),
        ("--valid-days", choices.valid_days.is_some()),
        ("--revision", choices.revision.is_some()),
        ("--supersedes", choices.supersedes.is_some()),
        ("--born", choices.born.is_some()),
        ("--decide-from", choices.decide_from.is_some()),
    ];
    match given.into_iter().find(|(_, given)| *given) {
        None => Ok(()),
        Some((name, _)) => Err(Failure::bad_input(tr!(
            "{name} cannot be given for a plan that is issued: a copy says what the original says; leave it out",
            name
        ))),
    }
}

/// A number that no issue of the plan has.
pub(super) fn proposed_number(evaluated: &EvaluatedPlan, on: Date) -> String {
    let sheet = Sheet { plan: evaluated.results(), paper: Paper::A4, issued: on, version: env!("CARGO_PKG_VERSION") };
    sheet::proposed_number(sheet, &evaluated.record)
}

fn draft_marks<'a>(number: &'a str, record: &'a Record, choices: &'a SheetChoices) -> Result<Issue<'a>, Failure> {
    let usual = Issue::draft(record);
    Ok(Issue {
        number: Some(number),
        valid_days: choices.valid_days.unwrap_or(usual.valid_days),
        revision: choices.revision.or(usual.revision),
        supersedes: choices.supersedes.as_deref().or(usual.supersedes),
        born: day::read(choices.born.as_ref())?,
        decide_from: day::read(choices.decide_from.as_ref())?,
        ..usual
    })
}

/// Lays the sheet of an issue out. `evaluated` is the plan as it was issued.
pub(super) fn lay_out_issue(
    evaluated: &EvaluatedPlan,
    printed: &Printed<'_>,
    look: &SheetLook,
) -> Result<LaidOutSheet, Failure> {
    let Printed { record, at, copied } = *printed;
    let issued = record.issues().get(at).ok_or(RecordError::NothingIssued)?;
    let marks = Issue::of(record, at, copied).ok_or(RecordError::NothingIssued)?;
    // What was acknowledged since is not what was printed.
    let plan = evaluated.results().acknowledging(&issued.acknowledged);
    lay_out(plan, issued.snapshot.on, marks, issued.snapshot.presentation.as_ref(), look)
}

/// `kept` is how an issue was handed out: its texts take the place of the clinic's of today.
fn lay_out(
    plan: PlanResults<'_>,
    issued: Date,
    issue: Issue<'_>,
    kept: Option<&Presentation>,
    look: &SheetLook,
) -> Result<LaidOutSheet, Failure> {
    let (file, folder) = clinic(look)?;
    let own = template(look, &file, &folder)?;
    let paper = look.paper.map_or_else(Paper::of_country, Paper::from);
    let disk = Disk::here();
    let sheet = Sheet { plan, paper, issued, version: env!("CARGO_PKG_VERSION") };
    let handout = Handout {
        sheet,
        clinic: Some(kept.map_or(&file.clinic, |kept| &kept.clinic)),
        logo: file.logo.as_ref(),
        issue,
        audience: look.audience.into(),
        template: own.as_ref().map(|(name, text)| Template { name, text }),
        typefaces: &SystemTypefaces::new(&disk),
    };
    let document = Document::of(&handout)?;
    Ok(LaidOutSheet { document, paper: sheet.paper, reference: plan.plan.reference.clone() })
}

/// The clinic's file that was named, or the user's own if there is one, with the folder it lies in.
pub(super) fn clinic(look: &SheetLook) -> Result<(ClinicFile, PathBuf), Failure> {
    let own = || Places::of_user().map(|places| places.clinic()).filter(|path| storage::exists(&Disk::here(), path));
    let path = match &look.clinic {
        Some(path) => Some(path.clone()),
        None => own(),
    };
    let Some(path) = path else { return Ok((ClinicFile::default(), PathBuf::new())) };
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Ok((storage::read_clinic(&Disk::here(), &path)?, folder))
}

/// The layout that was named, or the one the clinic's file names: its name and its text.
fn template(look: &SheetLook, file: &ClinicFile, folder: &Path) -> Result<Option<(String, String)>, Failure> {
    let path = look.template.clone().or_else(|| file.template.as_ref().map(|name| folder.join(name)));
    let Some(path) = path.filter(|_| !look.built_in_template) else { return Ok(None) };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Ok(Some((name, storage::read_template(&Disk::here(), &path)?)))
}

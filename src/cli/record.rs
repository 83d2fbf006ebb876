//! `issue`, `answer`, `revise` and `record`: a plan is handed out, and what becomes of it is written down.

use super::args::record::{AnswerArgs, Issue, Record, Revise, Said};
use super::args::shared::TextOrJson;
use super::failure::Failure;
use super::work::Work;
use super::{clock, files, handout};
use crate::document::{Answer, Draft, Edit, PlanEdit, Presentation, RecordError, Terms};
use crate::history::Change as _;
use crate::locale::{self, tr};
use crate::report::{json, text};
use crate::storage;
use crate::units::Date;
use crate::wording;
use std::path::Path;

pub(super) fn issue(args: &Issue) -> Result<(), Failure> {
    let work = Work::read(&args.file, &args.with)?;
    let on = args.on.unwrap_or_else(clock::today);
    let terms = Terms {
        number: args.number.clone().unwrap_or_else(|| handout::proposed_number(&work, on)),
        on,
        valid_until: on.saturating_add(jiff::Span::new().days(i64::from(args.valid_days))),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        born: args.born,
        decide_from: args.decide_from,
        presentation: Some(Presentation::of(locale::current(), handout::clinic(&args.look)?.0.clinic)),
    };
    let issued = work.draft.issue(terms, &work.catalog)?;
    if let Some(output) = &args.output {
        files::check_free(output, false)?;
    }
    // The sheet is laid out first: what cannot be printed is not issued.
    let pdf = args.sheet.as_deref().map(|path| original(&issued, &work, args, path)).transpose()?;
    // Written before the plan: where there is no room for the sheet, the plan stays a draft.
    if let Some((path, pdf)) = args.sheet.as_deref().zip(pdf) {
        files::write(path, &pdf)?;
    }
    write(&args.file, args.output.as_deref(), &issued, on)
}

fn original(issued: &Draft, work: &Work, args: &Issue, path: &Path) -> Result<Vec<u8>, Failure> {
    files::spare_plan(path, tr!("the sheet"))?;
    let last = issued.record.issues().len().saturating_sub(1);
    let printed = handout::Printed { record: &issued.record, at: last, copied: None };
    Ok(handout::lay_out_issue(work, &printed, &args.look)?.document.pdf()?)
}

pub(super) fn answer(args: &AnswerArgs) -> Result<(), Failure> {
    let (draft, today) = (files::read(&args.file)?, clock::today());
    let answered = draft.answer(said(args)?, args.on.unwrap_or(today), today)?;
    write(&args.file, None, &answered, today)
}

fn said(args: &AnswerArgs) -> Result<Answer, Failure> {
    match (args.answer, args.option) {
        (Said::Accepted, option) => Ok(Answer::Accepted(option)),
        (Said::Declined, None) => Ok(Answer::Declined),
        (Said::Open, None) => Ok(Answer::Open),
        (_, Some(_)) => Err(Failure::bad_input(tr!("--option goes with \"accepted\" only; leave it out"))),
    }
}

pub(super) fn revise(args: &Revise) -> Result<(), Failure> {
    let mut draft = files::read(&args.file)?;
    if draft.record.last().is_none() {
        return Err(RecordError::NothingIssued.into());
    }
    Edit::Plan(if args.abandon { PlanEdit::Abandon } else { PlanEdit::Revise }).apply(&mut draft, 0);
    write(&args.file, None, &draft, clock::today())
}

pub(super) fn record(args: &Record) -> Result<(), Failure> {
    let (draft, on) = (files::read(&args.file)?, args.on.unwrap_or_else(clock::today));
    match args.format {
        TextOrJson::Text => files::print(text::record(&draft, on)),
        TextOrJson::Json => files::print(json::record(&draft, on)?),
    }
}

/// Writes a plan in the place of the one that was read, or to another file, and says how it stands. From standard input
/// it goes to standard output, and nothing is said.
fn write(file: &Path, output: Option<&Path>, draft: &Draft, today: Date) -> Result<(), Failure> {
    let output = output.unwrap_or(file);
    files::write(output, storage::plan_text(draft).as_bytes())?;
    if output.to_str() == Some(files::STREAM) {
        return Ok(());
    }
    files::print(wording::plan_standing(draft, today) + "\n")
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::bad_input(error.to_string())
    }
}

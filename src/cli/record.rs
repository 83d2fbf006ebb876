//! `issue`, `answer`, `revise` and `record`: a plan is handed out, and what becomes of it is written down.

use super::args::day;
use super::args::record::{AnswerArgs, Issue, Record, Revise, Said};
use super::args::shared::TextOrJson;
use super::evaluated::{EvaluatedPlan, LoadedPlan};
use super::failure::Failure;
use super::{clock, files, handout};
use crate::catalog::Catalog;
use crate::locale::{self, Locale, tr};
use crate::log::{Dossier, IssueTerms};
use crate::record::{Answer, Presentation, RecordError};
use crate::report::{json, text};
use crate::storage::Expected;
use crate::wording;
use std::path::Path;

pub(super) fn issue(args: &Issue) -> Result<(), Failure> {
    files::until_written(&args.file, || issue_as_read(args))
}

/// Issues the plan as it is now; false if somebody else wrote it meanwhile.
fn issue_as_read(args: &Issue) -> Result<bool, Failure> {
    let read = LoadedPlan::of(&args.file, &args.with)?;
    let expected = if args.output.is_some() { Expected::Nothing } else { read.expected };
    let evaluated = read.evaluated()?;
    let on = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    let terms = IssueTerms {
        number: args.number.clone().unwrap_or_else(|| handout::proposed_number(&evaluated, on)),
        on,
        valid_until: on.saturating_add(jiff::Span::new().days(i64::from(args.valid_days))),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        born: day::read(args.born.as_ref())?,
        decide_from: day::read(args.decide_from.as_ref())?,
        presentation: Some(presentation(args)?),
    };
    let mut issued = evaluated.dossier.clone();
    issued.issue(terms, &evaluated.catalog, &clock::by())?;
    if let Some(output) = &args.output {
        files::check_free(output, false)?;
    }
    // The sheet is laid out first: what cannot be printed is not issued.
    let pdf = args.sheet.as_deref().map(|path| original(&issued, &evaluated, args, path)).transpose()?;
    // Written before the plan: where there is no room for the sheet, the plan stays a draft.
    let sheet = || args.sheet.as_deref().zip(pdf).map_or(Ok(()), |(path, pdf)| files::write(path, &pdf));
    let output = args.output.as_deref().unwrap_or(&args.file);
    let written = files::write_plan(output, expected, &issued, sheet)?;
    if written {
        files::say(output, &wording::plan_status(&issued.record(), on))?;
        let open = evaluated.results().open() as u64;
        if open > 0 {
            files::say(output, &wording::open_matters(open))?;
        }
    }
    Ok(written)
}

/// How the plan is handed out: in the locale of the command, by the clinic.
fn presentation(args: &Issue) -> Result<Presentation, Failure> {
    let (Locale { pack, language }, clinic) = (locale::current(), handout::clinic(&args.look)?.0.clinic);
    Ok(Presentation { country: pack.id.clone(), language: language.code.clone(), clinic })
}

fn original(issued: &Dossier, evaluated: &EvaluatedPlan, args: &Issue, path: &Path) -> Result<Vec<u8>, Failure> {
    files::spare_plan(path, tr!("the sheet"))?;
    let record = issued.record();
    let at = record.issues().len().saturating_sub(1);
    let printed = handout::Printed { record: &record, at, copied: None };
    Ok(handout::lay_out_issue(evaluated, &printed, &args.look)?.document.pdf()?)
}

pub(super) fn answer(args: &AnswerArgs) -> Result<(), Failure> {
    let (said, today) = (said(args)?, clock::today());
    let on = day::read(args.on.as_ref())?.unwrap_or(today);
    files::change(&args.file, |plan| {
        plan.answer(said, on, today, &clock::by())?;
        Ok(wording::plan_status(&plan.record(), today))
    })
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
    files::change(&args.file, |plan| {
        if args.abandon { plan.abandon(&clock::by()) } else { plan.revise(&clock::by()) }?;
        Ok(wording::plan_status(&plan.record(), clock::today()))
    })
}

pub(super) fn record(args: &Record) -> Result<(), Failure> {
    let on = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    let plan = files::read(&args.file)?;
    match args.format {
        TextOrJson::Text => files::print(text::record(&plan, &Catalog::built_in(), on)),
        TextOrJson::Json => files::print(json::record(&plan, on)?),
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::bad_input(wording::record_error(&error))
    }
}

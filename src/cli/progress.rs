//! `note` and `progress`: what really happened of a plan is noted, and how it goes on is shown.

use super::args::day;
use super::args::progress::{Note, OfOption, OfResult, OfTreatment, Progress as Args, What};
use super::args::shared::Format;
use super::evaluated::{EvaluatedPlan, asked};
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::Catalog;
use crate::document::{Draft, LineId, Mark, OptionDraft, OptionId, Serial};
use crate::estimate::Estimator;
use crate::evaluation::Followed;
use crate::locale::{self, tr};
use crate::log::Dossier;
use crate::progress::{Fact, ProgressError, SessionFact, line_named};
use crate::report::{json, tables, text};
use crate::simulate::{Precision, Simulator};
use crate::storage::{self, Disk};
use crate::units::{Date, Grade, Money};
use crate::wording;
use std::path::Path;

pub(super) fn note(args: &Note) -> Result<(), Failure> {
    let today = clock::today();
    files::change(&args.file, |plan| Ok(wording::noted(apply(plan, &args.what, today)?)))
}

/// Writes down what happened, and says how much that was.
fn apply(plan: &mut Dossier, what: &What, today: Date) -> Result<usize, Failure> {
    let fact = match what {
        What::TakeBack { number } => {
            let number: Serial = number.parse().map_err(|_| Failure::from(ProgressError::NothingToTakeBack))?;
            plan.take_back(number, &clock::by())?;
            return Ok(1);
        }
        What::List { table } => return list(plan, table, today),
        What::Had { of, paid } => {
            let paid = paid.as_ref().map(|paid| amount(&plan.draft, paid)).transpose()?;
            session(plan, of, SessionFact::Had { paid, planned: None }, today)?
        }
        What::Booked(of) => session(plan, of, SessionFact::Booked, today)?,
        What::GivenUp(of) => session(plan, of, SessionFact::Skipped, today)?,
        What::BrokenOff(of) => {
            Fact::Ended { line: line(plan, &of.treatment)?, on: day::read(of.on.as_ref())?.unwrap_or(today) }
        }
        What::Paid(of) => payment(plan, of, today, false)?,
        What::PaidBack(of) => payment(plan, of, today, true)?,
        What::Graded(of) => graded(plan, of, today)?,
    };
    plan.note(as_planned(plan, fact, today), today, &clock::by())?;
    Ok(1)
}

/// With what was planned of it by what was issued. Of a plan that is not issued it is not known here which price list holds.
fn as_planned(plan: &Dossier, fact: Fact, today: Date) -> Fact {
    let record = plan.record();
    if record.current().is_none() {
        return fact;
    }
    let catalog = record.catalog_in_force(Catalog::built_in());
    match record.evaluate(&mut Estimator::default(), &plan.draft, &catalog) {
        Ok(evaluation) => plan.as_planned(fact, &evaluation, today, &catalog),
        Err(_) => fact,
    }
}

fn session(plan: &Dossier, of: &OfTreatment, what: SessionFact, today: Date) -> Result<Fact, Failure> {
    let on = day::read(of.on.as_ref())?.unwrap_or(today);
    Ok(Fact::Session { line: line(plan, &of.treatment)?, on, what })
}

fn payment(plan: &Dossier, of: &OfOption, today: Date, is_back: bool) -> Result<Fact, Failure> {
    let (option, amount) = (option(&plan.draft, of.option)?.id, amount(&plan.draft, &of.amount)?);
    let amount = if is_back { Money::ZERO - amount } else { amount };
    let on = day::read(of.on.as_ref())?.unwrap_or(today);
    let note = of.note.trim().chars().take(crate::document::limits::NAME).collect();
    Ok(Fact::Payment { option, on, amount, note })
}

fn graded(plan: &Dossier, of: &OfResult, today: Date) -> Result<Fact, Failure> {
    let grade = Grade::parse(&of.grade).ok_or(ProgressError::NoGrade)?;
    let (option, on) = (option(&plan.draft, of.option)?.id, day::read(of.on.as_ref())?.unwrap_or(today));
    let concern = asked(&of.of, &plan.draft, &Catalog::built_in())?.unwrap_or_else(|| plan.draft.concern.clone());
    Ok(Fact::Graded { option, concern, on, grade })
}

fn amount(draft: &Draft, typed: &str) -> Result<Money, Failure> {
    Money::parse(typed, draft.currency).map_err(|error| Failure::bad_input(wording::no_amount(&error)))
}

fn option(draft: &Draft, mark: Mark) -> Result<&OptionDraft, Failure> {
    let found = draft.options.iter().find(|option| option.mark == mark);
    found.ok_or_else(|| {
        let letter = mark.letter();
        Failure::bad_input(tr!("the plan has no option {option}", option = letter))
    })
}

fn line(plan: &Dossier, named: &str) -> Result<LineId, Failure> {
    let found = line_named(&plan.draft, plan.option_followed(), named);
    found.map_err(|error| Failure::bad_input(wording::not_a_line(&error)))
}

/// Writes down what a table of appointments says, all of it or nothing.
fn list(plan: &mut Dossier, table: &Path, today: Date) -> Result<usize, Failure> {
    let bytes = storage::read_table(&Disk::here(), table)?;
    let pack = locale::current().pack;
    let facts = plan.appointments(&bytes, today, &|day| pack.read_date(day));
    let facts = facts.map_err(|problems| Failure::BadInput(wording::appointment_problems(&problems)))?;
    for fact in &facts {
        plan.note(as_planned(plan, fact.clone(), today), today, &clock::by())?;
    }
    Ok(facts.len())
}

pub(super) fn progress(args: &Args) -> Result<(), Failure> {
    let evaluated = EvaluatedPlan::read(&args.file, &args.with)?.seen_for(&args.of)?;
    let as_of = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    let followed = followed(&evaluated, args.option, (as_of, Precision(args.with.draws)))?;
    let catalog = &evaluated.catalog;
    match args.format {
        Format::Text => files::print(text::progress(&followed, &evaluated.record, catalog, as_of)),
        Format::Json => files::print(json::progress(&followed, catalog)?),
        Format::Csv => files::print(tables::progress(&followed, catalog).csv()?),
    }
}

/// How an option goes on by what really happened up to a day, with ranges from so many draws.
pub(super) fn followed(
    evaluated: &EvaluatedPlan,
    asked: Option<Mark>,
    (as_of, precision): (Date, Precision),
) -> Result<Followed, Failure> {
    let EvaluatedPlan { dossier: plan, evaluation, catalog, .. } = evaluated;
    let followed = plan.followed(evaluation, option_followed(plan, asked)?, as_of, catalog);
    let followed = followed.map_err(|problems| Failure::of_plan(&problems, &plan.draft, catalog))?;
    let hidden = || Failure::bad_input(tr!("the option is hidden in the plan; show it first").to_owned());
    Ok(followed.ok_or_else(hidden)?.simulated(&mut Simulator::default(), precision))
}

fn option_followed(plan: &Dossier, asked: Option<Mark>) -> Result<OptionId, Failure> {
    if let Some(mark) = asked {
        return Ok(option(&plan.draft, mark)?.id);
    }
    let nobody_knows = || {
        let sentence = tr!("it is not known with which option the plan goes on; name it with --option");
        Failure::bad_input(sentence.to_owned())
    };
    plan.option_followed().ok_or_else(nobody_knows)
}

impl From<ProgressError> for Failure {
    fn from(error: ProgressError) -> Self {
        Self::bad_input(wording::progress_error(&error))
    }
}

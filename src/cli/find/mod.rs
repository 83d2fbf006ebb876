//! `find`: the plans that reach most for the money.

mod asked;

use super::args::find::Find;
use super::args::shared::Format;
use super::evaluated::{self, LoadedPlan};
use super::failure::Failure;
use super::files;
use crate::catalog::{Catalog, ConcernId};
use crate::document::Draft;
use crate::locale::{tr, trn};
use crate::report::{json, tables, text};
use crate::search::{Answer, Found, Inquiry, Nothing, Question};
use crate::simulate::Precision;
use crate::storage::{self, Expected};
use crate::wording::finding;
use std::path::Path;

pub(super) fn run(args: &Find) -> Result<(), Failure> {
    if let Some(output) = &args.output {
        files::check_free(output, args.force)?;
    }
    let loaded = LoadedPlan::of(&args.file, &args.with)?;
    let (catalog, draft) = (loaded.catalog(), loaded.dossier.draft);
    let concern = evaluated::asked(&args.of, &draft, &catalog)?.unwrap_or_else(|| draft.concern.clone());
    let whole = draft;
    let draft = whole.seen_for(&concern);
    let question = asked::question(args, &draft, &catalog)?;
    let answer = answered(args, question, &draft, &catalog);
    let answer = answer.map_err(|nothing| failure(&nothing, &draft, &catalog))?;
    if let Some(output) = &args.output {
        write(output, args, (&answer, &concern), (whole.clone(), &catalog))?;
    }
    match args.format {
        Format::Text => files::print(text::finding(&answer, &draft, &catalog)),
        Format::Json => files::print(json::finding(&answer, &draft, &catalog)?),
        Format::Csv => files::print(tables::plans_found(&answer, &catalog).csv()?),
    }
}

/// The answer to a question. What its limits cost stands in no table, and is only worked out for one where nothing was found.
fn answered(args: &Find, question: Question, draft: &Draft, catalog: &Catalog) -> Result<Answer, Nothing> {
    let mut inquiry = Inquiry::new(draft, catalog, question, Precision(args.with.draws))?;
    while let Some(step) = inquiry.next() {
        step?;
        if matches!(args.format, Format::Csv) && inquiry.answer().is_told() {
            break;
        }
    }
    Ok(inquiry.into_answer())
}

/// What stands for the plan that answers the question.
const BEST: &str = "best";

fn failure(nothing: &Nothing, draft: &Draft, catalog: &Catalog) -> Failure {
    match nothing {
        Nothing::Invalid(problems) => Failure::of_plan(problems, draft, catalog),
        _ => Failure::bad_input(finding::nothing_to_find(nothing, draft, catalog).unwrap_or_default()),
    }
}

/// Writes the plan with those that are taken as further options: a plan of its own, as nobody has been handed it.
fn write(
    output: &Path,
    args: &Find,
    (answer, concern): (&Answer, &ConcernId),
    (mut draft, catalog): (Draft, &Catalog),
) -> Result<(), Failure> {
    // Where nothing answers the question, that is said, and what there would be without each limit.
    let is_asked = answer.frontier.is_empty() || args.take.iter().any(|take| take.trim() == BEST);
    let said = finding::nothing_found(answer, &draft).filter(|_| is_asked);
    if let Some(said) = said {
        let lifted = answer.lifted.iter().map(|lifted| finding::lifted(lifted, answer, &draft, catalog));
        return Err(Failure::BadInput([said].into_iter().chain(lifted).collect()));
    }
    for found in taken(&args.take, answer)? {
        let option = finding::option(found, concern, &draft, catalog).ok_or_else(|| {
            Failure::bad_input(tr!("A plan has room for six options; take fewer, or remove some of its own."))
        })?;
        draft.options.push(option);
    }
    let id = storage::new_plan();
    storage::protect_as(id, draft.id);
    draft.id = id;
    draft.identify(storage::salt());
    let expected = if args.force { Expected::Anything } else { Expected::Nothing };
    if files::write_plan(output, expected, &draft.into(), || Ok(()))? { Ok(()) } else { Err(files::taken(output)) }
}

/// The plans that are meant by "best" and by numbers, each once.
fn taken<'a>(take: &[String], answer: &'a Answer) -> Result<Vec<&'a Found>, Failure> {
    let one = |text: &String| {
        let at = match text.trim() {
            BEST => answer.best,
            number => number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)),
        };
        at.filter(|at| *at < answer.frontier.len()).ok_or_else(|| {
            let count = answer.frontier.len();
            Failure::bad_input(trn!(
                count as u64,
                "\"{text}\" is none of the {count} plan that was found",
                "\"{text}\" is none of the {count} plans that were found",
                text,
                count
            ))
        })
    };
    let mut places = Vec::with_capacity(take.len());
    for text in take {
        let at = one(text)?;
        places.extend((!places.contains(&at)).then_some(at));
    }
    Ok(places.into_iter().map(|at| &answer.frontier[at]).collect())
}

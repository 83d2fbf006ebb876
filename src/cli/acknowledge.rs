//! `acknowledge`: what a clinician decides of a plan is listed, acknowledged, and taken back.

use super::args::acknowledge::Acknowledge;
use super::args::shared::TextOrJson;
use super::evaluated::{EvaluatedPlan, LoadedPlan};
use super::failure::Failure;
use super::{clock, files};
use crate::locale::tr;
use crate::record::Matter;
use crate::report::{json, text};
use crate::storage;

pub(super) fn run(args: &Acknowledge) -> Result<(), Failure> {
    if args.codes.is_empty() {
        return list(args, &EvaluatedPlan::read(&args.file, &args.with)?);
    }
    files::until_written(&args.file, || acknowledge_as_read(args))
}

/// What there is to decide, and who has.
fn list(args: &Acknowledge, evaluated: &EvaluatedPlan) -> Result<(), Failure> {
    let (results, draft) = (evaluated.results(), &evaluated.dossier.draft);
    match args.format {
        TextOrJson::Text => files::print(text::matters(&results, draft, &storage::matter_code)),
        TextOrJson::Json => files::print(json::matters(&results, draft, &storage::matter_code)?),
    }
}

/// Acknowledges what is named in the plan as it is now, or takes that back, all of it or nothing; false if somebody else wrote it
/// meanwhile.
fn acknowledge_as_read(args: &Acknowledge) -> Result<bool, Failure> {
    let read = LoadedPlan::of(&args.file, &args.with)?;
    let expected = read.expected;
    let mut evaluated = read.evaluated()?;
    let matters =
        args.codes.iter().map(|code| named(code, args.take_back, &evaluated)).collect::<Result<Vec<_>, _>>()?;
    let by = clock::by();
    for matter in matters {
        if args.take_back {
            evaluated.dossier.reopen(&matter, &by);
        } else {
            evaluated.dossier.acknowledge(matter, &by);
        }
    }
    let written = files::write_plan(&args.file, expected, &evaluated.dossier, || Ok(()))?;
    if written && args.file.to_str() != Some(files::STREAM) {
        evaluated.record = evaluated.dossier.record();
        list(args, &evaluated)?;
    }
    Ok(written)
}

/// What has this code: of what there is to decide, or to take back of what was acknowledged, be it gone from the plan.
fn named(code: &str, take_back: bool, evaluated: &EvaluatedPlan) -> Result<Matter, Failure> {
    let asked = code.to_ascii_lowercase();
    let known = evaluated.record.acknowledged().iter().map(|one| one.matter.clone());
    let open = evaluated.results().matters().into_iter().map(|(matter, _)| matter);
    let mut found: Box<dyn Iterator<Item = Matter>> = if take_back { Box::new(known) } else { Box::new(open) };
    found.find(|matter| storage::matter_code(matter) == asked).ok_or_else(|| {
        Failure::bad_input(if take_back {
            tr!("nothing with the code {code} was acknowledged, or it was taken back already", code)
        } else {
            tr!(
                "there is nothing with the code {code} to decide; the plan may have changed: list again what there is",
                code
            )
        })
    })
}

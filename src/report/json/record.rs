//! The record of a plan as a document.

use crate::document::{DatedAnswer, Draft, Issued, Mark, Record, Standing};
use crate::units::Date;
use serde::Serialize;

/// The whole record as of a day.
#[derive(Serialize)]
pub(super) struct RecordDocument<'a> {
    schema: u32,
    as_of: Date,
    /// `draft`, or what became of the last issue.
    standing: &'static str,
    revising: bool,
    issues: Vec<IssuePart<'a>>,
}

#[derive(Serialize)]
struct IssuePart<'a> {
    number: &'a str,
    revision: usize,
    issued_on: Date,
    valid_until: Date,
    standing: &'static str,
    answers: Vec<AnswerPart>,
    supersedes: Option<&'a str>,
    superseded_by: Option<String>,
    superseded_on: Option<Date>,
    born: Option<Date>,
    decide_from: Option<Date>,
    country: Option<&'a str>,
    language: Option<&'a str>,
    program: &'a str,
    model: &'a str,
    catalogue: &'a str,
}

#[derive(Serialize)]
struct AnswerPart {
    answer: &'static str,
    /// The letter of the option that was accepted, if it was said which.
    option: Option<char>,
    on: Date,
}

impl<'a> RecordDocument<'a> {
    pub(super) fn of(draft: &'a Draft, today: Date) -> Self {
        let record = &draft.record;
        let last = record.last_standing(today).filter(|_| draft.is_issued());
        Self {
            schema: 1,
            as_of: today,
            standing: last.map_or("draft", |standing| standing.id()),
            revising: record.is_revising(),
            issues: record.issues().iter().enumerate().filter_map(|(at, one)| part(record, at, one, today)).collect(),
        }
    }
}

impl From<&DatedAnswer> for AnswerPart {
    fn from(said: &DatedAnswer) -> Self {
        Self { answer: said.answer.id(), option: said.answer.option().map(Mark::letter), on: said.on }
    }
}

fn part<'a>(record: &'a Record, at: usize, issued: &'a Issued, today: Date) -> Option<IssuePart<'a>> {
    let (snapshot, standing) = (&*issued.snapshot, record.standing(at, today)?);
    let (id, presentation) = (standing.id(), snapshot.presentation.as_ref());
    let next = match standing {
        Standing::Superseded(next) => Some(next),
        _ => None,
    };
    Some(IssuePart {
        number: &snapshot.number,
        revision: at + 1,
        issued_on: snapshot.on,
        valid_until: snapshot.valid_until,
        standing: id,
        answers: issued.answers.iter().map(AnswerPart::from).collect(),
        supersedes: record.supersedes(at),
        superseded_on: next.as_ref().map(|next| next.on),
        superseded_by: next.map(|next| next.by),
        born: snapshot.born,
        decide_from: snapshot.decide_from,
        country: presentation.map(|presentation| presentation.country.as_str()),
        language: presentation.map(|presentation| presentation.language.as_str()),
        program: &snapshot.versions.program,
        model: &snapshot.versions.model,
        catalogue: &snapshot.versions.catalogue,
    })
}

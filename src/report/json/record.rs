//! The record of a plan as a document.

use super::parts::object;
use crate::document::Mark;
use crate::log::{Dossier, Event};
use crate::record::{Acknowledgement, Issued, Record, Status};
use crate::units::Date;
use crate::wording;
use serde::Serialize;

/// The whole record as of a day.
pub(super) fn document(plan: &Dossier, record: &Record, today: Date) -> impl Serialize {
    let last = record.last_status(today).filter(|_| record.current().is_some());
    let issues = record.issues().iter().enumerate();
    object! {
        schema: 1_u32,
        as_of: today,
        // What became of the last issue.
        standing: last.map_or("draft", |status| status.id()),
        revising: record.is_revising(),
        issues: issues.filter_map(|(at, one)| issue(record, at, one, today)).collect::<Vec<_>>(),
        // Whether each event is behind what it was written behind.
        unbroken: plan.log.torn().is_empty(),
        // What clinicians have acknowledged, the earliest first, whether or not the plan still says it.
        acknowledged: record.acknowledged().iter().map(|one| acknowledged(plan, one)).collect::<Vec<_>>(),
        events: plan.log.events().iter().map(event).collect::<Vec<_>>(),
    }
}

fn acknowledged(plan: &Dossier, by: &Acknowledgement) -> impl Serialize {
    object! {
        id: by.id.to_string(),
        option: by.matter.option.and_then(|id| plan.draft.mark(id)).map(Mark::letter),
        remark: wording::clinical(&by.matter.remark),
        person: by.person.as_str(),
        desk: by.desk.as_str(),
        on: by.on,
    }
}

fn event(event: &Event) -> impl Serialize {
    let by = event.by.as_ref();
    object! {
        id: event.number.to_string(),
        at: event.at.to_string(),
        what: event.what.id(),
        person: by.map(|by| by.person.as_str()),
        desk: by.map(|by| by.desk.as_str()),
        program: by.map(|by| by.program.as_str()),
        seal: event.seal.to_string(),
        before: event.before.iter().map(ToString::to_string).collect::<Vec<_>>(),
    }
}

fn issue(record: &Record, at: usize, issued: &Issued, today: Date) -> Option<impl Serialize> {
    let (snapshot, status) = (&*issued.snapshot, record.status(at, today)?);
    let (id, presentation) = (status.id(), snapshot.presentation.as_ref());
    let next = match status {
        Status::Superseded(next) => Some(next),
        _ => None,
    };
    let answers = issued.answers.iter().map(|said| {
        // The letter of the option that was accepted, if it was said which.
        let option = said.answer.option().map(Mark::letter);
        object! { answer: said.answer.id(), option: option, on: said.on }
    });
    Some(object! {
        id: issued.id.to_string(),
        number: &snapshot.number,
        revision: at + 1,
        issued_on: snapshot.on,
        valid_until: snapshot.valid_until,
        standing: id,
        answers: answers.collect::<Vec<_>>(),
        supersedes: record.supersedes(at),
        superseded_by: next.as_ref().map(|next| next.by.clone()),
        superseded_on: next.map(|next| next.on),
        born: snapshot.born,
        decide_from: snapshot.decide_from,
        country: presentation.map(|presentation| presentation.country.as_str()),
        language: presentation.map(|presentation| presentation.language.as_str()),
        program: &snapshot.versions.program,
        model: &snapshot.versions.model,
        catalogue: &snapshot.versions.catalogue,
        // Whether dates, money and results were frozen, or the prices alone.
        whole: snapshot.frozen.is_whole(),
    })
}

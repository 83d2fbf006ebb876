//! What a search found.

use super::table::{Align, Table, heading, sentence};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::engine::Goal;
use crate::locale::{tr, trn};
use crate::search::Answer;
use crate::units::{Day, Outlook};
use crate::wording::{self, finding};

pub(super) fn write(text: &mut String, answer: &Answer, draft: &Draft, catalog: &Catalog) {
    let question = &answer.question;
    heading(text, &tr!("Plans for {concern}", concern = wording::concern_name(catalog, &draft.concern)));
    let asked = tr!(
        "Sought: {goal}, {budget}.",
        goal = finding::goal(question, draft),
        budget = finding::budget(question.budget, draft)
    );
    sentence(text, 2, &asked);
    let limits: Vec<String> = answer.limits.iter().map(|limit| finding::limit(limit, draft, catalog)).collect();
    if !limits.is_empty() {
        sentence(text, 2, &tr!("Kept to: {limits}.", limits = limits.join(" · ")));
    }
    sentence(text, 2, &finding::looked_at(answer));
    if let Some(said) = finding::of_checklist(draft) {
        sentence(text, 2, said);
    }
    let some = answer.some();
    if let Some(nothing) = finding::nothing_found(answer, draft) {
        text.push('\n');
        sentence(text, 2, &nothing);
    }
    if !some.is_empty() {
        heading(text, tr!("The most for the money"));
        steps(text, answer, &some, draft);
        let (told, of) = (some.len(), answer.frontier.len());
        if told < of {
            sentence(
                text,
                2,
                &trn!(
                    of as u64,
                    "{told} of {of} step; those between reach little more than the one before.",
                    "{told} of {of} steps; those between reach little more than the one before.",
                    told,
                    of
                ),
            );
        }
    }
    for at in some {
        plan(text, answer, at, catalog);
    }
    if !answer.lifted.is_empty() {
        heading(text, tr!("What the limits cost"));
    }
    for lifted in &answer.lifted {
        sentence(text, 2, &finding::lifted(lifted, answer, draft, catalog));
    }
    text.push('\n');
    sentence(text, 2, finding::no_advice());
}

fn steps(text: &mut String, answer: &Answer, some: &[usize], draft: &Draft) {
    let mut table = Table::new(&[Align::Right]);
    let goal = answer.question.goal;
    let [figures @ .., _] = finding::headings(goal);
    let ranges = answer.told.iter().any(|told| told.range(goal).is_some()).then_some(tr!("Of 10 clinics 8"));
    table.row([""].into_iter().chain(figures).chain(ranges));
    for at in some {
        let told = &answer.told[*at];
        let mut row = vec![(at + 1).to_string()];
        row.extend(finding::figures(answer, *at, draft.currency));
        row.extend(told.range(goal).map(|range| range_of_clinics(range, goal)));
        table.row(row);
    }
    table.write(text);
}

fn range_of_clinics(outlook: Outlook, goal: Goal) -> String {
    let range = outlook.of_clinics();
    let [low, high] = [range.low, range.high].map(|end| finding::reached(goal, end));
    tr!("{low} to {high}", low, high)
}

fn plan(text: &mut String, answer: &Answer, at: usize, catalog: &Catalog) {
    let told = &answer.told[at];
    let number = at + 1;
    let title = if Some(at) == answer.best {
        tr!("Plan {number}, which answers the question", number)
    } else {
        tr!("Plan {number}", number)
    };
    heading(text, &title);
    finding::lines(told, catalog).iter().for_each(|line| sentence(text, 2, line));
    if let Some(chance) = finding::chance(told) {
        sentence(text, 2, &chance);
    }
    finding::occasions(told).iter().for_each(|said| sentence(text, 2, said));
    let doubts = finding::doubts(told, catalog);
    if !doubts.is_empty() {
        sentence(text, 2, &tr!("To be doubted: {doubts}.", doubts = doubts.join("; ")));
    }
    finding::remarks(told).iter().for_each(|remark| sentence(text, 2, &format!("{remark}.")));
    let last: Option<Day> = told.option().schedule.sessions.last().map(|session| session.day);
    if let Some(last) = last {
        sentence(text, 2, &tr!("Last session on {date}.", date = wording::date(told.evaluation.estimate.date(last))));
    }
}

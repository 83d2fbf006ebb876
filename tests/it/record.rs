//! A plan is issued, answered, revised and issued again: what is recorded stays, and an issued plan keeps its cents.

use collagen_ledger::app::Document;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::{
    AddOnDraft, Draft, Edit, Field, LineId, Mark, OptionEdit, OptionId, Place, PlanEdit, PriceDraft, Serial,
};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::log::{Author, Dossier, IssueTerms};
use collagen_ledger::price_list::csv;
use collagen_ledger::record::{Answer, Presentation, RecordError, Status, Succession};
use collagen_ledger::storage::{self, Disk, plan_text, read_plan};
use collagen_ledger::units::Date;
use jiff::civil::date;

const FIRST: Date = date(2027, 3, 1);
/// The example's first option and its line.
const OPTION: OptionId = OptionId(Serial { number: 1, salt: 0 });
const LINE: LineId = LineId(Serial { number: 2, salt: 0 });

fn terms(number: &str, on: Date) -> IssueTerms {
    IssueTerms {
        number: number.to_owned(),
        on,
        valid_until: on.saturating_add(jiff::Span::new().days(30)),
        program: "0.1.0".to_owned(),
        born: Some(date(1990, 6, 15)),
        decide_from: None,
        presentation: None,
    }
}

/// A desk whose clock shows so many minutes past nine.
fn by(minute: i8) -> Author {
    storage::author(FIRST.at(9, minute, 0, 0), "front", 7)
}

fn example() -> (Draft, Catalog) {
    let catalog = Catalog::built_in();
    (Draft::example(&catalog, &catalog.concerns[0], FIRST), catalog)
}

fn document() -> (Document, Catalog) {
    let (draft, catalog) = example();
    (Document::new(draft, &catalog), catalog)
}

fn draft(document: &Document) -> &Draft {
    document.history().draft()
}

/// How every issue stands on a day, from the oldest.
fn statuses(document: &Document, today: Date) -> Vec<Status> {
    let record = document.record();
    (0..record.issues().len()).map(|at| record.status(at, today).expect("an issue")).collect()
}

/// One edit of each kind.
fn edits() -> Vec<Edit> {
    let mut other = example().0;
    other.reference = "another plan".to_owned();
    vec![
        Edit::Set(Place::Plan(Field::Reference), "x".into()),
        Edit::Set(Place::Plan(Field::Start), date(2028, 1, 1).into()),
        Edit::Set(Place::Plan(Field::Notes), "x".into()),
        Edit::Plan(PlanEdit::Options(Vec::new(), "")),
        Edit::Plan(PlanEdit::AddOption(other.options[0].clone(), "")),
        Edit::Plan(PlanEdit::Order(other.options.iter().rev().map(|option| option.id).collect())),
        Edit::Plan(PlanEdit::Replace(Box::new(other), "")),
        Edit::Option(OPTION, OptionEdit::Remove),
        Edit::Option(OPTION, OptionEdit::Hide(true)),
        Edit::Set(Place::Line { line: LINE, field: Field::Sessions }, 9.into()),
        Edit::Set(Place::Line { line: LINE, field: Field::Price }, PriceDraft::Catalogue.into()),
        Edit::Set(Place::Line { line: LINE, field: Field::Discount }, "50".into()),
    ]
}

#[test]
fn an_issued_plan_takes_no_edit_and_undo_does_not_un_issue() {
    let (mut document, catalog) = document();
    document.apply(Edit::Set(Place::Line { line: LINE, field: Field::Discount }, "10".into()), &catalog);
    document.issue(terms("CL-1", FIRST), &catalog).expect("issued");
    let issued = draft(&document).clone();
    assert_eq!((document.history().undo_label(), document.history().redo_label()), (None, None));
    document.undo(&catalog);
    for edit in edits() {
        document.apply(edit.clone(), &catalog);
        assert_eq!(*draft(&document), issued, "{edit:?}");
    }
    document.abandon(&catalog).expect("nothing to abandon");
    assert!(document.is_issued() && *draft(&document) == issued);
    assert_eq!(document.issue(terms("CL-2", FIRST), &catalog), Err(RecordError::AlreadyIssued("CL-1".to_owned())));
}

#[test]
fn answers_are_corrected_and_all_of_them_stay() {
    let (mut document, catalog) = document();
    document.issue(terms("CL-1", FIRST), &catalog).expect("issued");
    let (late, until) = (date(2027, 6, 1), date(2027, 3, 31));
    assert_eq!(statuses(&document, until), [Status::Issued], "the last day counts");
    assert_eq!(statuses(&document, date(2027, 4, 1)), [Status::Expired { on: until }]);
    let (on, any, b) = (date(2027, 3, 5), Answer::Accepted(None), Mark::from_letter('B'));
    let steps = [
        (Answer::Accepted(b), on, Status::Accepted { on, option: b }),
        (Answer::Declined, date(2027, 3, 4), Status::Declined { on: date(2027, 3, 4) }),
        (Answer::Open, date(2027, 3, 9), Status::Expired { on: until }),
        (any, date(2027, 3, 20), Status::Accepted { on: date(2027, 3, 20), option: None }),
    ];
    for (count, (answer, on, status)) in steps.into_iter().enumerate() {
        document.answer(answer, on, late).expect("recorded");
        assert_eq!(statuses(&document, late), [status], "an accepted plan does not expire");
        document.undo(&catalog);
        assert_eq!(document.record().issues()[0].answers.len(), count + 1, "undo takes no answer back");
    }
    let early = RecordError::AnswerTooEarly { on: date(2027, 2, 28), issued: FIRST };
    assert_eq!(document.answer(Answer::Accepted(None), date(2027, 2, 28), late), Err(early));
    let ahead = RecordError::AnswerAhead(date(2027, 6, 2));
    assert_eq!(document.answer(Answer::Accepted(None), date(2027, 6, 2), late), Err(ahead));
    let missing = RecordError::NoSuchOption { option: 'F', number: "CL-1".to_owned() };
    let not_offered = Answer::Accepted(Mark::from_letter('F'));
    assert_eq!(document.answer(not_offered, late, late), Err(missing));
    for _ in 4..20 {
        document.answer(Answer::Declined, late, late).expect("recorded");
    }
    assert_eq!(document.answer(Answer::Accepted(None), late, late), Err(RecordError::TooManyAnswers));
}

#[test]
fn a_revision_is_abandoned_taken_back_answered_meanwhile_and_issued() {
    let (mut document, catalog) = document();
    document.issue(terms("CL-1", FIRST), &catalog).expect("issued");
    let issued = draft(&document).clone();
    document.revise().expect("issued");
    assert!(document.record().is_revising() && !document.is_issued());
    document.apply(Edit::Set(Place::Line { line: LINE, field: Field::Sessions }, 3.into()), &catalog);
    let revision = draft(&document).clone();
    document.abandon(&catalog).expect("a revision");
    assert!(document.is_issued() && *draft(&document) == issued, "abandoning gives back what was issued");
    document.undo(&catalog);
    assert!(document.record().is_revising() && *draft(&document) == revision, "in one step");
    let on = date(2027, 3, 3);
    document.answer(Answer::Declined, on, on).expect("the client answers what is at hand");
    document.undo(&catalog);
    assert_eq!(*draft(&document), issued);
    assert!(document.record().is_revising(), "what happened is not undone");
    assert_eq!(statuses(&document, on), [Status::Declined { on }], "the answer stays");
    document.redo(&catalog);
    let second = date(2027, 3, 8);
    document.issue(terms(" CL-2 ", second), &catalog).expect("issued again");
    let by = |on, by: &str| Status::Superseded(Succession { on, by: by.to_owned() });
    assert_eq!(statuses(&document, second), [by(second, "CL-2"), Status::Issued]);
    let record = document.record();
    assert_eq!((record.supersedes(0), record.supersedes(1)), (None, Some("CL-1")));
    assert_eq!(record.issues()[0].snapshot.draft.options[0].lines[0].sessions, 5, "what was issued is as it was");
    assert_eq!(record.issues()[1].snapshot.draft.options[0].lines[0].sessions, 3);
    assert_eq!(record.issues()[0].answers.len(), 1);
}

#[test]
fn what_cannot_be_issued_is_refused_with_the_reason() {
    let (mut document, catalog) = document();
    let until = |valid_until| IssueTerms { valid_until, ..terms("CL-9", FIRST) };
    let (on, early, far) = (FIRST, date(2027, 2, 28), date(2028, 3, 2));
    let cases = [
        (terms(" ", FIRST), RecordError::NoNumber),
        (terms(&"9".repeat(41), FIRST), RecordError::BadNumber),
        (terms("a\u{7}", FIRST), RecordError::BadNumber),
        (until(early), RecordError::ValidTooShort { on, valid_until: early }),
        (until(far), RecordError::ValidTooLong { on, valid_until: far }),
        (terms("CL-9", date(1800, 1, 1)), RecordError::BadDate(date(1800, 1, 1))),
    ];
    for (terms, error) in cases {
        assert_eq!(document.issue(terms, &catalog), Err(error));
        assert_eq!(document.record().last(), None, "nothing was issued");
    }
    assert_eq!(document.answer(Answer::Accepted(None), on, on), Err(RecordError::NothingIssued));
    document.apply(Edit::Set(Place::Line { line: LINE, field: Field::Discount }, "much".into()), &catalog);
    assert_eq!(document.issue(terms("CL-1", FIRST), &catalog), Err(RecordError::Invalid));
    document.undo(&catalog);
    document.issue(terms("CL-1", FIRST), &catalog).expect("issued");
    document.revise().expect("issued");
    assert_eq!(document.issue(terms("CL-1", FIRST), &catalog), Err(RecordError::NumberTaken("CL-1".to_owned())));
    let before = RecordError::BeforeLast { on: early, before: FIRST };
    assert_eq!(document.issue(terms("CL-2", early), &catalog), Err(before));
}

/// A clinic that says as much as it can.
fn longest() -> Presentation {
    let (short, long) = ("ß".repeat(160), "ß".repeat(1000));
    let clinic = Clinic {
        name: short.clone(),
        address: vec![short.clone(); 6],
        phone: short.clone(),
        email: short.clone(),
        web: short.clone(),
        practitioner: short.clone(),
        registration: short.clone(),
        tax_id: short.clone(),
        contact: short,
        opening: long.clone(),
        included: long.clone(),
        not_included: long.clone(),
        deposit: long.clone(),
        cancellation: long,
    };
    Presentation { country: "de".to_owned(), language: "x".repeat(40), clinic }
}

#[test]
fn a_record_is_full_one_day_and_every_proposed_number_is_free() {
    let (mut document, catalog) = document();
    for revision in 1..=100 {
        let record = document.record();
        assert_eq!(record.next_revision(), revision);
        let number = record.proposed_number("20270301-ABCDEFG");
        assert_eq!(number == "20270301-ABCDEFG", revision == 1, "{number}");
        let terms = IssueTerms { presentation: Some(longest()), ..terms(&number, FIRST) };
        document.issue(terms, &catalog).expect("issued");
        document.revise().expect("issued");
    }
    let number = document.record().proposed_number("x");
    assert_eq!(document.issue(terms(&number, FIRST), &catalog), Err(RecordError::TooManyIssues));
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), plan_text(&document.dossier())).expect("written");
    let read = read_plan(&Disk::here(), file.path()).expect("a plan");
    assert_eq!(read, document.dossier(), "a full record is saved and opened");
}

/// An add-on of the clinic's own.
const OWN: &str = "\
kind,id,name,value,currency,typical
own add-on,,Vitamin C serum,price,USD,25
";

#[test]
fn an_own_add_on_that_the_list_has_no_more_is_still_in_what_was_issued() {
    let (mut draft, built_in) = example();
    let list = csv::import(OWN.as_bytes(), &built_in, &|_| None).unwrap_or_else(|problems| panic!("{problems:?}"));
    let with_own = list.over(&built_in, FIRST);
    let own = with_own.add_ons.last().expect("the clinic's own").clone();
    draft.options[0].lines[0].add_ons.push(AddOnDraft::of_catalog(own.id.clone()));
    draft.identify(0);
    let mut dossier = Dossier::from(draft);
    dossier.issue(terms("CL-1", FIRST), &with_own, &by(0)).expect("issued");
    let record = dossier.record();
    let before = Evaluation::of(&dossier.draft, &with_own).expect("valid");
    let in_force = record.catalog_in_force(built_in.clone());
    let after = Evaluation::of(&dossier.draft, &in_force).expect("valid without the list");
    assert_eq!(after, before);
    let snapshot = &record.last().expect("an issue").snapshot;
    let effect = snapshot.since(&built_in);
    assert!(
        effect.problems_before.is_empty() && !effect.problems_after.is_empty(),
        "a revision would have to be mended"
    );
    assert!(snapshot.since(&with_own).is_none());
}

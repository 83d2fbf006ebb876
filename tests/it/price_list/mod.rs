//! The clinic's price list: what is laid over what, tables in and out, files, and the effect on a plan.

mod areas;
mod beside;
mod editing;
mod effect;
mod files;
mod frozen;
mod lists;
mod over;
mod own;
mod packages;
mod tables;
mod templates;

use collagen_ledger::catalog::{Catalog, TreatmentId};
use collagen_ledger::document::Draft;
use collagen_ledger::log::{Dossier, IssueTerms};
use collagen_ledger::overlay::{Case, Quantity, Subject};
use collagen_ledger::price_list::{EntryDraft, Label, PriceList, PriceListDraft, Problems};
use collagen_ledger::storage::{self, parse_plan, plan_text};
use collagen_ledger::units::{Currency, Date, Spread, parse_date};
use collagen_ledger::wording;
use std::sync::LazyLock;

/// The catalogue, read once.
static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::built_in);

fn day(text: &str) -> Date {
    parse_date(text).expect("a date")
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).expect("a currency")
}

fn price(code: &str) -> Quantity {
    Quantity::price(currency(code))
}

fn package(sessions: u32, code: &str) -> Quantity {
    Quantity::package(sessions, currency(code))
}

fn treatment(id: &str) -> Subject {
    Subject::Treatment(TreatmentId::from(id))
}

/// A case such as `acne-scars severe`, `acne-scars`, `severe` or nothing.
fn case(words: &str) -> Case {
    let mut case = Case::default();
    for word in words.split_whitespace() {
        match collagen_ledger::catalog::Severity::ALL
            .into_iter()
            .find(|one| wording::severity(*one).eq_ignore_ascii_case(word))
        {
            Some(severity) => case.severity = Some(severity),
            None => case.concern = Some(word.into()),
        }
    }
    case
}

/// A value as typed: one amount, or low, typical and high with blanks between them.
fn typed(subject: &Subject, quantity: &Quantity, amounts: &str, from: &str) -> EntryDraft {
    let words: Vec<&str> = amounts.split_whitespace().collect();
    let amounts = match words[..] {
        [low, typical, high] => Spread { low: low.into(), typical: typical.into(), high: high.into() },
        _ => Spread { typical: amounts.to_owned(), ..Spread::default() },
    };
    let (subject, quantity) = (subject.clone(), quantity.clone());
    EntryDraft { subject, quantity, amounts, from: from.to_owned(), code: String::new() }
}

fn label(subject: &Subject, [name, code, group]: [&str; 3]) -> Label {
    Label { name: name.into(), code: code.into(), group: group.into(), ..Label::empty(subject.clone()) }
}

fn list(entries: Vec<EntryDraft>, labels: Vec<Label>) -> PriceList {
    let draft = PriceListDraft { entries, labels, ..PriceListDraft::default() };
    draft.parse(&CATALOG).unwrap_or_else(|problems| panic!("{:?}", said(&draft, &problems)))
}

/// What is said of the problems of a list.
fn said(draft: &PriceListDraft, problems: &Problems) -> Vec<String> {
    wording::list_problems(&problems.0, draft, &CATALOG).iter().map(ToString::to_string).collect()
}

/// The plan issued at these prices on its first day, as its file is read again.
fn issued(draft: &Draft, catalog: &Catalog) -> Dossier {
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on: draft.start,
        valid_until: draft.start,
        program: "0.1.0".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let by = storage::author(draft.start.at(9, 0, 0, 0), "", 0);
    let mut issued = Dossier::from(draft.clone());
    issued.issue(terms, catalog, &by).expect("issued");
    let reopened = parse_plan(&plan_text(&issued)).expect("a plan");
    assert_eq!(reopened, issued);
    reopened
}

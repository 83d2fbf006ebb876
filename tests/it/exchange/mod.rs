//! What leaves the program: tables that add up, calendars a strict parser takes, charts as pixels, text to paste.

mod calendar;
mod charts;
mod german;
mod tables;
mod years;

use collagen_ledger::catalog::{Catalog, ConcernId};
use collagen_ledger::document::{Draft, LineDraft, Mark};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::record::Record;
use collagen_ledger::report::calendar::Contents;
use collagen_ledger::report::export::{Export, ExportError, ExportInput};
use collagen_ledger::report::{BuiltIn, PlanResults};
use collagen_ledger::simulate::{Precision, Simulator};
use jiff::Zoned;

/// A plan worked out, and how it is exported.
struct Made {
    draft: Draft,
    catalog: Catalog,
    evaluation: Evaluation,
    option: Option<Mark>,
    record: Record,
    contents: Contents,
    when: Zoned,
}

/// The worked example of a concern, changed by `change`.
fn made(concern: &str, change: impl FnOnce(&mut Draft, &Catalog)) -> Made {
    let catalog = Catalog::built_in();
    let known = catalog.concern(&ConcernId::from(concern)).expect("a concern of the catalogue");
    let mut draft = Draft::example(&catalog, known, jiff::civil::date(2027, 3, 1));
    change(&mut draft, &catalog);
    of(&draft)
}

/// A draft worked out.
fn of(draft: &Draft) -> Made {
    let catalog = Catalog::built_in();
    let evaluation = Evaluation::of(draft, &catalog).unwrap_or_else(|problems| panic!("{problems:?}"));
    // Few draws: what is told here is where figures go.
    let evaluation = evaluation.simulated(&mut Simulator::default(), Precision(128));
    let when = "2027-02-20T23:30:05-05:00[-05:00]".parse().expect("a time");
    Made {
        draft: draft.clone(),
        catalog,
        evaluation,
        option: Mark::from_letter('A'),
        record: Record::default(),
        contents: Contents::default(),
        when,
    }
}

impl Made {
    fn with<T>(&self, use_it: impl FnOnce(&ExportInput<'_>) -> T) -> T {
        use_it(&ExportInput {
            plan: PlanResults::of(&self.evaluation, &self.catalog),
            option: self.option,
            record: &self.record,
            contents: self.contents,
            made: &self.when,
            typefaces: &BuiltIn,
        })
    }

    fn export(&self, export: Export) -> Result<Vec<u8>, ExportError> {
        self.with(|subject| export.bytes(subject))
    }

    fn text(&self, export: Export) -> String {
        let bytes = self.export(export).unwrap_or_else(|error| panic!("{export:?}: {error}"));
        String::from_utf8(bytes).expect("text in UTF-8")
    }

    fn file_name(&self, export: Export) -> String {
        self.with(|subject| export.file_name(subject))
    }
}

/// A line of a treatment in its usual course.
fn line(draft: &Draft, catalog: &Catalog, treatment: &str) -> LineDraft {
    let concern = catalog.concern(&draft.concern).expect("a concern");
    let treatment = catalog.treatment(&treatment.into()).expect("a treatment");
    LineDraft::usual(catalog, concern, &draft.profile, treatment)
}

#[test]
fn each_kind_has_an_id_a_name_and_a_file_name_of_its_own() {
    let made = made("acne-scars", |draft, _| draft.reference = "R 12/Zoë".into());
    let unique = |texts: Vec<String>| texts.iter().collect::<std::collections::BTreeSet<_>>().len();
    assert_eq!(unique(Export::ALL.map(|export| export.id().to_owned()).to_vec()), Export::ALL.len());
    assert_eq!(unique(Export::ALL.map(|export| export.name().to_owned()).to_vec()), Export::ALL.len());
    assert_eq!(unique(Export::ALL.map(|export| made.file_name(export)).to_vec()), Export::ALL.len());
    for export in Export::ALL {
        let name = made.file_name(export);
        assert!(name.ends_with(&format!(".{}", export.extension())), "{name}");
        assert!(name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.'), "{name}");
    }
    // The day is the one on the wall of whoever makes it, not that of Greenwich.
    assert_eq!(made.file_name(Export::LedgerCsv), "ledger-R-12-Zoë-2027-02-20.csv");
    assert_eq!(made.file_name(Export::Calendar), "sessions-A-R-12-Zoë-2027-02-20.ics");
}

#[test]
fn the_same_subject_gives_the_same_bytes() {
    let bytes = |export: Export| made("wrinkles", |_, _| ()).export(export).expect("an export");
    for export in Export::ALL {
        assert!(bytes(export) == bytes(export), "{export:?}");
        assert!(!bytes(export).is_empty(), "{export:?}");
    }
}

#[test]
fn a_concern_without_projection_has_all_but_the_improvement_chart() {
    let made = made("hair", |_, _| ());
    for export in Export::ALL {
        let applies = made.with(|subject| export.applies(&subject.plan));
        match made.export(export) {
            Ok(_) => assert!(applies, "{export:?}"),
            Err(error) => {
                assert!(!applies && error.is_bad_input(), "{export:?}: {error}");
                assert!(error.to_string().contains("no result is projected for this concern"), "{error}");
            }
        }
    }
}

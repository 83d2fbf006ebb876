//! Treatments of the clinic's own: what they cost, and whose result they have.

use super::{CATALOG, currency, day, label, price, said, typed};
use collagen_ledger::catalog::{Catalog, TreatmentId};
use collagen_ledger::document::{CheckDraft, DepositDraft, Draft, LineDraft, OptionDraft, PriceDraft, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::log::{Dossier, IssueTerms};
use collagen_ledger::overlay::{Quantity, QuantityKind, Subject};
use collagen_ledger::plan::{ClinicalRemark, RemarkKind};
use collagen_ledger::price_list::{EntryDraft, Label, Own, PriceList, PriceListDraft, csv};
use collagen_ledger::search::{Question, Search, Space};
use collagen_ledger::storage;
use collagen_ledger::units::{Currency, Spread};

const START: &str = "2027-03-01";

fn own(name: &str) -> Subject {
    Own::Treatment.named(name)
}

fn like(name: &str, like: Option<&str>) -> Label {
    Label { like: like.map(TreatmentId::from), ..label(&own(name), [name, "", ""]) }
}

fn of(subject: &Subject, quantity: &Quantity, amounts: &str) -> EntryDraft {
    typed(subject, quantity, amounts, "")
}

/// The clinic's needling by its own name, and a facial of which nothing is projected.
fn list() -> PriceList {
    let (pen, facial) = (own("Clinic pen"), own("Glow facial"));
    super::list(
        vec![
            of(&pen, &price("USD"), "400"),
            of(&pen, &Quantity::package(3, currency("USD")), "1000"),
            of(&facial, &price("USD"), "150"),
        ],
        vec![like("Clinic pen", Some("microneedling")), like("Glow facial", None)],
    )
}

fn catalog() -> Catalog {
    list().over(&CATALOG, day(START))
}

/// One option of courses: treatment, sessions, first day.
fn plan(catalog: &Catalog, lines: &[(&str, u32, u32)]) -> Draft {
    let concern = &CATALOG.concerns[0];
    let mut draft = Draft::example(&CATALOG, concern, day(START));
    let line = |(id, sessions, start_day): &(&str, u32, u32)| {
        let treatment = catalog.treatment(&(*id).into()).expect("a treatment");
        let usual = LineDraft::usual(catalog, concern, &draft.profile, treatment);
        LineDraft { sessions: *sessions, start_day: *start_day, upkeep: Upkeep::None, ..usual }
    };
    let lines = lines.iter().map(line).collect();
    draft.options = vec![OptionDraft { name: "one".to_owned(), lines, ..draft.options[0].clone() }];
    draft.identify(0);
    draft
}

fn option(draft: &Draft, catalog: &Catalog) -> OptionEstimate {
    Evaluation::of(draft, catalog).expect("a valid plan").estimate.options[0].clone()
}

/// What a result is on each day, and over the years, to the last bit.
fn result(option: &OptionEstimate) -> Vec<u64> {
    let days = option.days.iter().map(|day| option.point(*day).result.expect("a result").improvement.typical);
    let years = option.projection.as_ref().expect("a result").improvement_years.typical;
    days.chain([years]).map(f64::to_bits).collect()
}

fn ids(option: &OptionEstimate) -> Vec<&RemarkKind> {
    option.remarks.iter().map(|remark| &remark.kind).collect()
}

#[test]
fn one_by_another_name_has_the_result_of_what_it_is_like_at_the_clinics_price() {
    let catalog = catalog();
    let pen = option(&plan(&catalog, &[("own-clinic-pen", 4, 0)]), &catalog);
    let needling = option(&plan(&catalog, &[("microneedling", 4, 0)]), &catalog);
    assert!(result(&pen) == result(&needling), "to the last bit");
    assert_eq!(pen.ledger.total.typical.minor(), 4 * 40_000);
    assert!(ids(&pen).is_empty(), "{:?}", ids(&pen));
    // Both together are one treatment, and keep its interval.
    let both = option(&plan(&catalog, &[("microneedling", 2, 0), ("own-clinic-pen", 2, 56)]), &catalog);
    assert!(result(&both) == result(&needling));
    let close = plan(&catalog, &[("microneedling", 1, 0), ("own-clinic-pen", 1, 7)]);
    let problems = close.parse(&catalog).and_then(|_| Evaluation::of(&close, &catalog).map(drop));
    assert!(problems.is_err(), "closer than the safe minimum");
    // What the checklist asks of needling it asks of this.
    let mut draft = plan(&catalog, &[("own-clinic-pen", 4, 0)]);
    draft.checklist = vec![CheckDraft { hold: "isotretinoin".into(), over: None }];
    let is_on_hold = |kind: &&RemarkKind| matches!(kind, RemarkKind::Clinical(ClinicalRemark::OnHold { .. }));
    assert!(ids(&option(&draft, &catalog)).iter().any(is_on_hold));
    let aftercare = |id: &str| catalog.aftercare(&id.into()).map(|aftercare| aftercare.days.len());
    assert_eq!(aftercare("own-clinic-pen"), aftercare("microneedling"));
}

#[test]
fn of_one_that_is_like_none_only_the_cost_is_counted() {
    let catalog = catalog();
    let with = option(&plan(&catalog, &[("microneedling", 4, 0), ("own-glow-facial", 3, 14)]), &catalog);
    let without = option(&plan(&catalog, &[("microneedling", 4, 0)]), &catalog);
    for day in without.days.iter() {
        assert_eq!(with.point(*day).result, without.point(*day).result, "day {day}");
    }
    assert_eq!(
        with.ledger.total.typical - without.ledger.total.typical,
        collagen_ledger::units::Money::from_minor(45_000)
    );
    assert_eq!(with.visits, without.visits + 3);
    assert!(matches!(ids(&with)[..], [RemarkKind::Unprojected(_)]), "{:?}", ids(&with));
    // Alone it does nothing that could fade.
    let mut draft = plan(&catalog, &[("own-glow-facial", 3, 0)]);
    assert!(option(&draft, &catalog).projection.is_some(), "that of doing nothing");
    draft.options[0].lines[0].upkeep = Upkeep::WhenFaded { percent: 70 };
    assert!(Evaluation::of(&draft, &catalog).is_err());
}

#[test]
fn a_course_of_ones_own_begins_with_the_clinics_numbers() {
    let facial = own("Glow facial");
    let entries = vec![
        of(&facial, &price("USD"), "150"),
        of(&facial, &QuantityKind::Sessions.case(super::case("")), "4 6 8"),
        of(&facial, &QuantityKind::Spacing.case(super::case("")), "21"),
        of(&facial, &QuantityKind::MinimumInterval.alone(), "14"),
    ];
    let catalog = super::list(entries, vec![like("Glow facial", None)]).over(&CATALOG, day(START));
    let (concern, treatment) = (&CATALOG.concerns[0], catalog.treatment(&"own-glow-facial".into()).expect("its own"));
    let draft = Draft::example(&CATALOG, concern, day(START));
    let line = LineDraft::usual(&catalog, concern, &draft.profile, treatment);
    assert_eq!((line.sessions, line.spacing_days), (6, 21));
    let dense = PriceListDraft {
        entries: vec![
            of(&facial, &price("USD"), "150"),
            of(&facial, &QuantityKind::Spacing.case(super::case("")), "7"),
            of(&facial, &QuantityKind::MinimumInterval.alone(), "14"),
        ],
        labels: vec![like("Glow facial", None)],
        ..PriceListDraft::default()
    };
    let problems = dense.parse(&CATALOG).expect_err("closer than the clinic's own interval");
    assert!(said(&dense, &problems)[0].contains("closer than the minimum interval of 14 days"));
}

/// What was issued with one of the clinic's own stays as it was, whatever list comes later.
#[test]
fn an_issue_keeps_it_without_the_list() {
    let catalog = catalog();
    let draft = plan(&catalog, &[("own-clinic-pen", 4, 0), ("own-glow-facial", 2, 14)]);
    let before = Evaluation::of(&draft, &catalog).expect("a valid plan");
    let mut dossier = Dossier::from(draft);
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on: day(START),
        valid_until: day("2027-03-31"),
        program: "test".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    let by = storage::author(day(START).at(9, 0, 0, 0), "front", 7);
    dossier.issue(terms, &catalog, &by).expect("issued");
    let text = storage::plan_text(&dossier);
    let read = storage::parse_plan(&text).expect("a plan").record();
    let (after, _) = read.issues()[0].snapshot.evaluate(&CATALOG).expect("as it was");
    let (after, before) = (&after.estimate.options[0], &before.estimate.options[0]);
    assert!(after.ledger == before.ledger && result(after) == result(before));
}

#[test]
fn a_table_holds_them_and_gives_them_back() {
    let list = list();
    let table = csv::export(&list, &CATALOG, Currency::USD).expect("a table");
    let text = String::from_utf8(table.clone()).expect("text");
    assert!(text.contains("own treatment,own-clinic-pen,Clinic pen,microneedling,"), "{text}");
    assert_eq!(csv::import(&table, &CATALOG, &|_| None).as_ref(), Ok(&list));
    let draft = PriceListDraft::from(&list);
    assert_eq!(storage::parse_price_list(&storage::price_list_text(&draft)).as_ref(), Ok(&draft));

    let check = |rows: &str, expected: &str| {
        let table = format!("kind,id,name,like,value,currency,typical\n{rows}\n");
        let problems = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect_err(rows);
        let said = collagen_ledger::wording::row_problems(&problems, &CATALOG).join("\n");
        assert!(said.contains(expected), "{rows}: {said}");
    };
    check("treatment,hydrafacial,HydraFacial,,price,USD,150", "or make it an own treatment");
    check("own treatment,hydrafacial,HydraFacial,,price,USD,150", "is no id of an own treatment; write \"own-\"");
    check("own treatment,,,,price,USD,150", "the id is missing; write it, or a name to make it of");
    check("own treatment,,Pen,micro-needling,price,USD,150", "did you mean \"microneedling\"?");
    check("own treatment,,Pen,own-pen,price,USD,150", "\"own-pen\" is not a known treatment");
    check("treatment,microneedling,,subcision,price,USD,150", "only an own treatment is like another one");
    check(
        "own treatment,,Pen,microneedling,price,USD,150\nown treatment,,Pen,subcision,package_of_3,USD,400",
        "\"subcision\" contradicts \"microneedling\"",
    );
    check("own treatment,,Pen,microneedling,,,", "has no price");
}

/// What a clinic says of its own terms is what a new plan begins with.
#[test]
fn fees_deposit_and_the_price_of_upkeep_are_those_of_new_plans() {
    let table = "kind,id,value,currency,typical\n\
        clinic,,consultation_fee,USD,50\nclinic,,consultation_fee,EUR,45\nclinic,,fee_credited,,yes\n\
        clinic,,deposit_percent,,20\ntreatment,microneedling,upkeep_price,USD,300\n";
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let exported = csv::export(&list, &CATALOG, Currency::USD).expect("a table");
    assert_eq!(csv::import(&exported, &CATALOG, &|_| None).as_ref(), Ok(&list));
    let catalog = list.over(&CATALOG, day(START));
    let draft = Draft::example(&catalog, &CATALOG.concerns[0], day(START)).with_defaults(&catalog.defaults);
    assert_eq!((draft.consultation_fee.as_str(), draft.fee_credited), ("50.00", true));
    assert_eq!(draft.deposit, DepositDraft::Percent("20".to_owned()));
    // 5 sessions at 350 and 4 of upkeep at 300; the fee is taken off.
    let needling = option(&draft, &catalog);
    assert_eq!(needling.ledger.total.typical.minor(), 5 * 35_000 + 4 * 30_000);
    // Beside a price of the plan's own the list says nothing; an own price of upkeep goes before both.
    let mut own = draft.clone();
    own.options[0].lines[0].price = PriceDraft::Own(Spread::of_text("100"));
    assert_eq!(option(&own, &catalog).ledger.total.typical.minor(), 9 * 10_000);
    own.options[0].lines[0].upkeep_price = "80".to_owned();
    assert_eq!(option(&own, &catalog).ledger.total.typical.minor(), 5 * 10_000 + 4 * 8_000);
}

/// One by two names is not looked at beside itself, and otherwise like any other.
#[test]
fn a_search_takes_it_for_what_it_is_like() {
    let catalog = catalog();
    let draft = plan(&catalog, &[("microneedling", 4, 0)]);
    let concern = &CATALOG.concerns[0];
    let usual = Question::usual(&draft, &catalog, concern);
    assert!(usual.treatments.contains(&"own-clinic-pen".into()));
    assert!(!usual.treatments.contains(&"own-glow-facial".into()), "it reaches nothing");
    let space = |ids: &[&str]| {
        let treatments = ids.iter().map(|id| TreatmentId::from(*id)).collect();
        Space::new(&draft, &catalog, Question { treatments, ..usual.clone() }).expect("a space")
    };
    let (one, other) = (space(&["microneedling"]).plans(), space(&["own-clinic-pen"]).plans());
    assert_eq!(space(&["microneedling", "own-clinic-pen"]).plans(), one + other);
    let found = Search::new(space(&["microneedling", "own-clinic-pen", "tca-cross"])).run();
    for found in &found {
        let estimate = option(
            &{
                let mut draft = draft.clone();
                draft.options[0].lines = found.lines.clone();
                draft.identify(0);
                draft
            },
            &catalog,
        );
        let projection = estimate.projection.expect("a result");
        assert_eq!(estimate.ledger.total.typical, found.spend);
        assert_eq!(projection.improvement_years.typical.to_bits(), found.reached.to_bits());
    }
}

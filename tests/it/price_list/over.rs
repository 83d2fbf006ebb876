//! What is in force on a day, and the catalogue under it.

use super::lists::price_list;
use super::{CATALOG, case, currency, day, label, list, price, treatment, typed};
use crate::plans::said;
use collagen_ledger::catalog::{Basis, Catalog, ConcernId, Severity, TreatmentId};
use collagen_ledger::document::{self, AddOnDraft, Draft, PriceDraft, Profile};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::overlay::{Case, CountUnit, Part, Quantity, QuantityKind, Subject, Value};
use collagen_ledger::price_list::{EntryDraft, Field, Label, Own, Place, PriceList, PriceListDraft, limits};
use collagen_ledger::units::{Money, Spread};
use proptest::prelude::*;

fn microneedling() -> Subject {
    treatment("microneedling")
}

/// The typical price of microneedling in minor units, with its basis.
fn price_in(catalog: &Catalog, code: &str) -> Option<(i64, Basis)> {
    let treatment = catalog.treatment(&TreatmentId::from("microneedling")).expect("a treatment");
    let price = treatment.prices.iter().find(|price| price.currency == currency(code))?;
    Some((price.amount.typical.minor(), price.basis))
}

#[test]
fn the_latest_price_that_has_come_is_in_force() {
    let of = |amounts: &str, from: &str| typed(&microneedling(), &price("USD"), amounts, from);
    let list = list(vec![of("320", "2028-01-01"), of("300", "2027-01-01"), of("310", "2027-07-01")], Vec::new());
    for (on, expected) in [
        ("2026-12-31", (35_000, Basis::Seed)),
        ("2027-01-01", (30_000, Basis::Clinic)),
        ("2027-06-30", (30_000, Basis::Clinic)),
        ("2027-07-01", (31_000, Basis::Clinic)),
        ("2027-12-31", (31_000, Basis::Clinic)),
        ("2199-01-01", (32_000, Basis::Clinic)),
    ] {
        assert_eq!(price_in(&list.over(&CATALOG, day(on)), "USD"), Some(expected), "on {on}");
    }
}

#[test]
fn an_entry_without_a_day_has_always_been_and_gives_way_to_one_with() {
    let of = |amounts: &str, from: &str| typed(&microneedling(), &price("USD"), amounts, from);
    let list = list(vec![of("310", "2027-07-01"), of("290", "")], Vec::new());
    assert_eq!(price_in(&list.over(&CATALOG, day("1950-01-01")), "USD"), Some((29_000, Basis::Clinic)));
    assert_eq!(price_in(&list.over(&CATALOG, day("2027-07-01")), "USD"), Some((31_000, Basis::Clinic)));
}

#[test]
fn a_price_replaces_that_of_its_currency_only() {
    let list = list(vec![typed(&microneedling(), &price("EUR"), "280", "")], Vec::new());
    let laid = list.over(&CATALOG, day("2027-01-01"));
    assert_eq!(price_in(&laid, "EUR"), Some((28_000, Basis::Clinic)));
    for code in ["USD", "GBP", "JPY"] {
        assert_eq!(price_in(&laid, code), price_in(&CATALOG, code), "{code}");
    }
}

fn course(catalog: &Catalog, concern: &str, severity: Severity) -> (u32, u32, Basis) {
    let concern = catalog.concern(&ConcernId::from(concern)).expect("a concern");
    let treatment = catalog.treatment(&TreatmentId::from("microneedling")).expect("a treatment");
    let profile = Profile { severity, ..Profile::default() };
    let preset = treatment.course_for(concern, &profile).expect("a course");
    (preset.sessions.typical, preset.spacing_days.typical, preset.basis)
}

#[test]
fn of_several_courses_the_most_specific_holds() {
    let sessions =
        |words: &str, amounts: &str| typed(&microneedling(), &QuantityKind::Sessions.case(case(words)), amounts, "");
    let entries = vec![
        sessions("", "2"),
        sessions("severe", "7"),
        sessions("acne-scars", "4"),
        sessions("acne-scars severe", "8"),
        typed(&microneedling(), &QuantityKind::Spacing.case(case("wrinkles")), "35", ""),
    ];
    let laid = list(entries, Vec::new()).over(&CATALOG, day("2027-01-01"));
    for (concern, severity, expected) in [
        ("acne-scars", Severity::Mild, (4, 28, Basis::Clinic)),
        ("acne-scars", Severity::Severe, (8, 28, Basis::Clinic)),
        ("texture", Severity::Mild, (2, 28, Basis::Clinic)),
        ("texture", Severity::Severe, (7, 28, Basis::Clinic)),
        ("wrinkles", Severity::Mild, (2, 35, Basis::Clinic)),
    ] {
        assert_eq!(course(&laid, concern, severity), expected, "{concern}, {severity:?}");
    }
    let one = list(vec![sessions("acne-scars mild", "9")], Vec::new()).over(&CATALOG, day("2027-01-01"));
    assert_eq!(course(&one, "acne-scars", Severity::Mild), (9, 28, Basis::Clinic));
    for (concern, severity) in [("acne-scars", Severity::Severe), ("texture", Severity::Mild)] {
        assert_eq!(course(&one, concern, severity), course(&CATALOG, concern, severity));
    }
}

#[test]
fn a_longer_interval_widens_courses_and_is_enforced() {
    let laid = list(vec![typed(&microneedling(), &QuantityKind::MinimumInterval.alone(), "35", "")], Vec::new())
        .over(&CATALOG, day("2027-01-01"));
    assert_eq!(course(&laid, "acne-scars", Severity::Moderate), (5, 35, Basis::Clinic));
    let concern = &CATALOG.concerns[0];
    let fresh = Draft::example(&laid, concern, day("2027-03-01"));
    assert!(Evaluation::of(&fresh, &laid).is_ok(), "a new plan keeps the clinic's interval");
    let old = Draft::example(&CATALOG, concern, day("2027-03-01"));
    let problems = Evaluation::of(&old, &laid).expect_err("28 days are too few");
    let problems = said(&problems, &old, &laid);
    assert!(problems.contains("safe minimum of 35 days"), "{problems}");
}

#[test]
fn own_add_ons_are_offered_at_the_clinic_and_leave_the_result_alone() {
    let serum = Own::AddOn.named("Serum");
    let list = list(vec![typed(&serum, &price("USD"), "25", "")], vec![label(&serum, ["Serum", "", ""])]);
    let laid = list.over(&CATALOG, day("2027-03-01"));
    let id = collagen_ledger::catalog::AddOnId::from(serum.id());
    let offered = |id: &str| laid.treatment(&TreatmentId::from(id)).expect("a treatment").add_ons.clone();
    assert!(offered("subcision").contains(&id) && !offered("home-roller").contains(&id));
    let plain = Draft::example(&laid, &CATALOG.concerns[0], day("2027-03-01"));
    let mut with = plain.clone();
    with.options[0].lines[0].add_ons.push(AddOnDraft::of_catalog(id));
    let (plain, with) = (Evaluation::of(&plain, &laid).expect("a plan"), Evaluation::of(&with, &laid).expect("a plan"));
    let (plain, with) = (&plain.estimate.options[0], &with.estimate.options[0]);
    assert_eq!(plain.projection, with.projection);
    let sessions = i64::try_from(plain.schedule.sessions.len()).expect("a count");
    assert_eq!(with.ledger.total.typical, plain.ledger.total.typical + Money::from_minor(2_500 * sessions));
}

#[test]
fn a_plan_at_the_catalogues_price_takes_the_clinics_and_says_so() {
    let list = list(vec![typed(&microneedling(), &price("EUR"), "250 280 300", "")], Vec::new());
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], day("2027-03-01"));
    draft.options.truncate(1);
    draft.currency = currency("EUR");
    assert!(draft.parse(&CATALOG).is_err(), "the catalogue has no price in euros");
    let plan = draft.parse(&list.over(&CATALOG, draft.start)).expect("a plan");
    let line = &plan.options[0].lines[0];
    assert_eq!((line.price_basis, line.price.low.minor(), line.price_refs.len()), (Basis::Clinic, 25_000, 0));
    draft.options[0].lines[0].price = PriceDraft::Own(Spread::of_text("111"));
    let plan = draft.parse(&list.over(&CATALOG, draft.start)).expect("a plan");
    assert_eq!(plan.options[0].lines[0].price.typical.minor(), 11_100, "a plan's own price stays its own");
}

#[test]
fn defaults_are_those_of_the_day() {
    let tax = |percent: &str, from: &str| typed(&Subject::Clinic, &QuantityKind::Tax.alone(), percent, from);
    let entries = vec![tax("19", "2026-01-01"), tax("20", "2028-01-01")];
    let list = list(entries, Vec::new());
    let defaults = |text: &str| list.over(&CATALOG, day(text)).defaults;
    let on = |text: &str| defaults(text).tax.map(|tax| tax.to_string());
    assert_eq!(
        [on("2025-12-31"), on("2027-12-31"), on("2028-01-01")],
        [None, Some("19%".to_owned()), Some("20%".to_owned())]
    );
    assert_eq!(defaults("2027-01-01").discount, None);
}

/// A typed list must have exactly this problem.
fn check_problem(entries: Vec<EntryDraft>, labels: Vec<Label>, place: Place, repeats: Option<usize>, says: &str) {
    let draft = PriceListDraft { entries, labels, ..PriceListDraft::default() };
    let problems = draft.parse(&CATALOG).expect_err(says);
    let said = super::said(&draft, &problems).join("\n");
    let [problem] = &problems.0[..] else { panic!("{said}") };
    assert_eq!((problem.place, problem.repeats), (place, repeats), "{said}");
    assert!(said.contains(says), "{said} does not say {says:?}");
    let (rest, _) = draft.valid_part(&CATALOG);
    assert!(rest.entries().len() < draft.entries.len() || matches!(place, Place::Label(..)), "{said}");
}

#[test]
fn problems_name_their_place_and_their_remedy() {
    let usd = |amounts: &str, from: &str| typed(&microneedling(), &price("USD"), amounts, from);
    let interval = |days: &str, from: &str| typed(&microneedling(), &QuantityKind::MinimumInterval.alone(), days, from);
    let spacing =
        |days: &str, from: &str| typed(&microneedling(), &QuantityKind::Spacing.case(Case::default()), days, from);
    let at = |entry, field| Place::Entry(entry, field);
    check_problem(
        vec![usd("300", ""), usd("1O0", "2027-01-01")],
        vec![],
        at(1, Field::Typical),
        None,
        "Microneedling, price in USD, typical: \"1O0\" is not an amount",
    );
    check_problem(
        vec![usd("300", ""), usd("310", " ")],
        vec![],
        at(1, Field::EffectiveFrom),
        Some(0),
        "stands twice without a day",
    );
    check_problem(
        vec![interval("27", "")],
        vec![],
        at(0, Field::Typical),
        None,
        "shorter than the safety minimum of 28 days (SES-17, SAF-14, C19); a clinic may wait longer, never shorter",
    );
    check_problem(
        vec![interval("42", ""), spacing("35 42 50", "")],
        vec![],
        at(1, Field::Low),
        None,
        "closer than the minimum interval of 42 days",
    );
    check_problem(
        vec![spacing("35", "2027-01-01"), interval("42", "2026-01-01")],
        vec![],
        at(0, Field::Typical),
        None,
        "42 days",
    );
    let microneedling = microneedling();
    let twice = vec![label(&microneedling, ["", "A", ""]), label(&microneedling, ["", "B", ""])];
    check_problem(vec![], twice, Place::Label(1, Field::Id), Some(0), "stand twice");
    check_problem(
        vec![],
        vec![label(&microneedling, ["Needles", "", ""])],
        Place::Label(0, Field::Name),
        None,
        "the catalogue's name stays",
    );
    let serum = Own::AddOn.named("Serum");
    check_problem(vec![typed(&serum, &price("USD"), "5", "")], vec![], at(0, Field::Name), None, "has no name");
    check_problem(
        vec![],
        vec![label(&serum, ["Serum", "", ""])],
        Place::Label(0, Field::Typical),
        None,
        "has no price",
    );
}

#[test]
fn what_is_typed_wrong_keeps_the_rest_in_force() {
    let draft = PriceListDraft {
        entries: vec![
            typed(&microneedling(), &price("USD"), "3oo", ""),
            typed(&treatment("subcision"), &price("USD"), "300", ""),
        ],
        labels: Vec::new(),
        ..PriceListDraft::default()
    };
    let (valid, problems) = draft.valid_part(&CATALOG);
    assert_eq!((valid.entries().len(), problems.len()), (1, 1));
    assert_eq!(price_in(&valid.over(&CATALOG, day("2027-01-01")), "USD"), price_in(&CATALOG, "USD"));
}

#[test]
fn a_value_shows_whose_it_is_and_what_a_reset_gives() {
    let sessions = |words: &str, amounts: &str, from: &str| {
        typed(&microneedling(), &QuantityKind::Sessions.case(case(words)), amounts, from)
    };
    let mut draft = PriceListDraft {
        entries: vec![
            typed(&microneedling(), &price("USD"), "300", "2027-01-01"),
            typed(&microneedling(), &price("USD"), "320", "2028-01-01"),
            sessions("", "3", ""),
            sessions("acne-scars mild", "2", ""),
        ],
        labels: Vec::new(),
        ..PriceListDraft::default()
    };
    let list = draft.parse(&CATALOG).expect("a list");
    let on = day("2027-06-01");
    let listed = |list: &PriceList, quantity: Quantity| list.listed_value(&CATALOG, microneedling(), quantity, on);
    let shown = listed(&list, price("USD"));
    let typical = |value: Value| match value {
        Value::Money(amount) => amount.typical.minor(),
        Value::Count(count) => i64::from(count.typical),
        Value::Percent(_) | Value::YesNo(_) => panic!("no number"),
    };
    let (now, catalogue) = (shown.now.clone().expect("a price"), shown.catalogue.clone().expect("a price"));
    assert_eq!((typical(now.value), now.basis, now.from), (30_000, Basis::Clinic, Some(day("2027-01-01"))));
    assert_eq!((typical(catalogue.value), catalogue.basis, catalogue.refs.len()), (35_000, Basis::Seed, 7));
    assert_eq!((&shown.after_reset, &shown.later), (&shown.catalogue, &vec![day("2028-01-01")]));
    assert!(shown.can_reset && shown.is_own());
    let mild = listed(&list, QuantityKind::Sessions.case(case("acne-scars mild")));
    let after = mild.after_reset.expect("a course");
    assert_eq!((typical(after.value), after.basis), (3, Basis::Clinic), "the clinic's wider case comes back");
    draft.reset(&microneedling(), &price("USD"));
    let reset = listed(&draft.parse(&CATALOG).expect("a list"), price("USD"));
    assert_eq!((reset.now, reset.can_reset), (shown.catalogue, false));
    assert_eq!(draft.entries.len(), 2, "the rest stays");
    let laser = PriceList::default().listed_value(&CATALOG, treatment("rf-microneedling"), price("USD"), on);
    assert_eq!(laser.now.map(|known| known.basis), Some(Basis::Placeholder));
}

#[test]
fn the_entry_to_edit_is_the_one_in_force_however_wrong_it_is() {
    let of = |amounts: &str, from: &str| typed(&microneedling(), &price("USD"), amounts, from);
    let draft = PriceListDraft {
        entries: vec![of("3oo", "2027-01-01"), of("290", ""), of("310", "next year"), of("320", "2028-01-01")],
        labels: Vec::new(),
        ..PriceListDraft::default()
    };
    for (on, expected) in [("2026-12-31", 1), ("2027-01-01", 0), ("2027-12-31", 0), ("2028-01-01", 3)] {
        assert_eq!(draft.in_force(&microneedling(), &price("USD"), day(on)), Some(expected), "on {on}");
    }
    assert_eq!(draft.in_force(&microneedling(), &price("EUR"), day("2027-01-01")), None);
    assert_eq!(draft.positions(&microneedling(), &price("USD")), [0, 1, 2, 3]);
}

#[test]
fn the_limits_are_those_of_a_plan() {
    assert_eq!(CountUnit::Sessions.range(), document::limits::SESSIONS);
    assert_eq!(CountUnit::Days.range(), document::limits::SPACING_DAYS);
    assert_eq!(limits::AMOUNT, document::limits::AMOUNT);
    assert_eq!(limits::YEARS, document::limits::YEARS);
    assert!(CATALOG.add_ons.iter().all(|add_on| !add_on.id.as_str().starts_with(Subject::OWN)));
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    /// What the window shows as in force is what plans are estimated with.
    #[test]
    fn what_is_shown_is_what_is_laid_over(list in price_list()) {
        let on = day("2027-03-01");
        let laid = list.over(&CATALOG, on);
        for shown in list.listed(&CATALOG, on, currency("EUR")) {
            let now = shown.now.as_ref().map(|known| (known.value, known.basis));
            let plain = PriceList::default().listed_value(&laid, shown.subject.clone(), shown.quantity.clone(), on);
            let laid = match (&shown.subject, Some(&shown.quantity.key.case).filter(|_| shown.quantity.kind().takes(Part::Concern))) {
                (Subject::Clinic, _) => now,
                (Subject::OwnAddOn(id), _) => {
                    let add_on = laid.add_on(id).expect("the add-on");
                    add_on.prices.iter().find(|one| one.currency == currency("EUR")).map(|one| (Value::Money(one.amount), one.basis))
                }
                // One course holds for many cases; those that name both are laid over one by one.
                (_, Some(case)) if case.concern.is_none() || case.severity.is_none() => now,
                // Sessions and days between them share a label.
                (_, Some(_)) => plain.now.map(|known| (known.value, now.map_or(known.basis, |now| now.1))),
                _ => plain.now.map(|known| (known.value, known.basis)),
            };
            prop_assert_eq!(now, laid, "{:?}", shown);
        }
    }

    #[test]
    fn an_empty_list_changes_nothing_and_resetting_everything_makes_one(list in price_list()) {
        let on = day("2027-03-01");
        let mut draft = PriceListDraft::from(&list);
        for entry in list.entries() {
            draft.reset(&entry.subject, &entry.quantity);
        }
        draft.labels.retain(|label| !label.subject.is_own());
        draft.templates.clear();
        let reset = draft.parse(&CATALOG).expect("a list");
        let same = |list: &PriceList| format!("{:?}", list.over(&CATALOG, on)) == format!("{:?}", *CATALOG);
        prop_assert!(same(&reset) && same(&PriceList::default()));
    }
}

//! What other prices change in a plan.

use super::lists::price_list;
use super::{CATALOG, day, label, list, price, treatment, typed};
use collagen_ledger::catalog::{Basis, ConcernId};
use collagen_ledger::document::{AddOnDraft, Draft};
use collagen_ledger::evaluation::{Effect, Evaluation, OptionEffect};
use collagen_ledger::overlay::{QuantityKind, Subject};
use collagen_ledger::price_list::{Own, PriceList};
use collagen_ledger::units::{Money, Spread};
use proptest::prelude::*;

fn plan(concern: &str) -> Draft {
    let concern = CATALOG.concern(&ConcernId::from(concern)).expect("a concern");
    Draft::example(&CATALOG, concern, day("2027-03-01"))
}

fn effect(draft: &Draft, list: &PriceList) -> Effect {
    Effect::of(draft, &CATALOG, &list.over(&CATALOG, draft.start))
}

fn add(one: Spread<Money>, other: Spread<Money>) -> Spread<Money> {
    one.zip(other, |one, other| one + other)
}

fn sum_of_lines(option: &OptionEffect) -> Spread<Money> {
    option.lines.iter().map(collagen_ledger::evaluation::LineEffect::difference).fold(Spread::default(), add)
}

#[test]
fn an_option_changes_by_what_its_lines_change() {
    let list = list(
        vec![
            typed(&treatment("microneedling"), &price("USD"), "200 300 400", ""),
            typed(&Subject::AddOn("prp".into()), &price("USD"), "100", ""),
        ],
        Vec::new(),
    );
    let effect = effect(&plan("acne-scars"), &list);
    let [needling, prp, laser, _] = &effect.options[..] else { panic!("four options") };
    // Nine sessions at 350 and then at 300.
    assert_eq!(needling.before.map(|total| total.typical.minor()), Some(315_000));
    assert_eq!(needling.after.map(|total| total.typical.minor()), Some(270_000));
    assert_eq!(needling.difference().map(|total| total.typical.minor()), Some(-45_000));
    let [line] = &needling.lines[..] else { panic!("one line: {:?}", needling.lines) };
    assert_eq!((line.name.written(), line.add_on), ("Microneedling", None));
    assert_eq!((line.before.basis, line.after.basis), (Basis::Seed, Basis::Clinic));
    assert_eq!((line.before.price.typical.minor(), line.after.price.typical.minor()), (35_000, 30_000));
    let names: Vec<_> = prp.lines.iter().map(|line| (line.name.written(), line.add_on)).collect();
    let added = plan("acne-scars").options[1].lines[0].add_ons[0].id;
    assert_eq!(names, [("Microneedling", None), ("PRP", Some(added))]);
    assert_eq!((laser.difference(), laser.lines.len()), (Some(Spread::default()), 0));
    assert!(!effect.is_none());
}

#[test]
fn a_list_that_touches_nothing_of_the_plan_has_no_effect() {
    let list = list(vec![typed(&treatment("ha-filler"), &price("USD"), "300", "")], Vec::new());
    assert!(effect(&plan("acne-scars"), &list).is_none());
    let later = typed(&treatment("microneedling"), &price("USD"), "300", "2027-03-02");
    assert!(effect(&plan("acne-scars"), &super::list(vec![later], Vec::new())).is_none(), "not yet in force");
}

#[test]
fn what_cannot_be_estimated_any_more_says_why() {
    let list =
        list(vec![typed(&treatment("microneedling"), &QuantityKind::MinimumInterval.alone(), "42", "")], Vec::new());
    let draft = plan("acne-scars");
    let effect = effect(&draft, &list);
    assert!(effect.problems_before.is_empty() && !effect.problems_after.is_empty());
    let option = &effect.options[0];
    assert_eq!((option.before.is_some(), option.after, option.difference()), (true, None, None));
    let back = Effect::of(&draft, &list.over(&CATALOG, draft.start), &CATALOG);
    assert_eq!((back.problems_before, back.options[0].after), (effect.problems_after, option.before));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 32, ..ProptestConfig::default() })]

    /// To the cent, with tax, growth, discount, own add-ons and devices; totals are those of the estimate itself.
    #[test]
    fn differences_of_lines_add_up_to_those_of_totals(
        list in price_list(),
        concern in prop::sample::select(CATALOG.concerns.iter().map(|concern| concern.id.as_str()).collect::<Vec<_>>()),
        tax in 0..30_000_u32,
    ) {
        let serum = Own::AddOn.named("Serum two");
        let own = super::list(vec![typed(&serum, &price("USD"), "19.99", "")], vec![label(&serum, ["Serum two", "", ""])]);
        let mut draft = plan(concern);
        draft.tax = format!("{}.{:03}", tax / 1000, tax % 1000);
        draft.price_growth = "3.3".to_owned();
        draft.options[0].lines[0].discount = "12.5".to_owned();
        if draft.options[0].lines[0].treatment.as_str() != "home-roller" {
            draft.options[0].lines[0].add_ons.push(AddOnDraft::of_catalog(serum.id().into()));
        }
        let before = own.over(&CATALOG, draft.start);
        let after = list.over(&before, draft.start);
        let effect = Effect::of(&draft, &before, &after);
        for (at, option) in effect.options.iter().enumerate() {
            let total = |catalog| Evaluation::of(&draft, catalog).ok().map(|results| results.estimate.options[at].ledger.total);
            prop_assert_eq!((option.before, option.after), (total(&before), total(&after)));
            if let Some(difference) = option.difference() {
                prop_assert_eq!(sum_of_lines(option), difference);
            }
        }
    }
}

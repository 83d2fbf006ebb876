//! Two desks that went on with one plan: nothing that either did is lost, and what both did is told.

use crate::plans::{CATALOG, plan};
use collagen_ledger::document::{
    DepositDraft, Draft, Edit, Field, LineDraft, MembershipDraft, OptionDraft, OptionEdit, PackageDraft, Place,
    PlanEdit, SpreadText, Upkeep, Value, limits,
};
use collagen_ledger::history::Change as _;
use collagen_ledger::units::Currency;
use proptest::prelude::*;

/// One of many changes that somebody makes to a plan, of its fields and of its parts.
fn changed(mut draft: Draft, kind: usize, number: u32, salt: u32) -> Draft {
    let option = draft.options[number as usize % draft.options.len()].clone();
    let line = option.lines.first().map(|line: &LineDraft| line.id);
    let of_line = |field| line.map(|line| Place::Line { line, field });
    let edit = match kind {
        0 => Edit::Set(Place::Plan(Field::Age), Value::Whole(20 + number % 50)),
        1 => Edit::Set(Place::Plan(Field::Reference), Value::Text(format!("M-{number}"))),
        2 => Edit::Set(Place::Plan(Field::Horizon), Value::Whole(1 + number % 9)),
        3 => Edit::Set(Place::Option { option: option.id, field: Field::Name }, Value::Text(format!("N {number}"))),
        4 => Edit::Option(option.id, OptionEdit::Hide(!option.hidden)),
        5 => Edit::Option(option.id, OptionEdit::Duplicate(format!("D {number}"))),
        6 => Edit::Option(option.id, OptionEdit::Remove),
        7 => match of_line(Field::Sessions) {
            Some(place) => Edit::Set(place, Value::Whole(1 + number % 6)),
            None => return draft,
        },
        8 => match of_line(Field::Upkeep) {
            Some(place) => Edit::Set(place, Value::Upkeep(Upkeep::Every { months: 6 + number % 12 })),
            None => return draft,
        },
        9 => match of_line(Field::Discount) {
            Some(place) => Edit::Set(place, Value::Text((number % 30).to_string())),
            None => return draft,
        },
        12 => Edit::Plan(PlanEdit::Credit(draft.credit.is_none())),
        13 => Edit::Set(Place::Plan(Field::CreditRate), Value::Text((number % 20).to_string())),
        14 => Edit::Set(Place::Plan(Field::DepositKind), Value::Deposit(DepositDraft::Percent(number.to_string()))),
        15 => Edit::Set(Place::Plan(Field::Notes), Value::Text(format!("note {number}"))),
        16 => match of_line(Field::Package) {
            Some(place) => {
                let price = SpreadText::of_text(&(100 * number).to_string());
                Edit::Set(place, Value::Package(PackageDraft::Own { sessions: 2 + number % 4, price }))
            }
            None => return draft,
        },
        17 => {
            let code = ["USD", "EUR"][number as usize % 2];
            Edit::Set(Place::Plan(Field::Currency), Value::Currency(Currency::from_code(code).expect("a currency")))
        }
        18 => {
            let terms = MembershipDraft { fee: number.to_string(), ..MembershipDraft::default() };
            Edit::Option(option.id, OptionEdit::Membership(option.membership.is_none().then_some(terms)))
        }
        19 => Edit::Set(Place::Option { option: option.id, field: Field::MemberMonths }, Value::Whole(1 + number)),
        10 => Edit::Unread(Place::Plan(Field::Start), format!("soon {number}")),
        _ => Edit::Option(option.id, OptionEdit::MoveTo(draft.options[0].id)),
    };
    edit.apply(&mut draft, salt);
    draft
}

fn went_on(base: &Draft, steps: &[(usize, u32)], salt: u32) -> Draft {
    steps.iter().fold(base.clone(), |draft, (kind, number)| changed(draft, *kind, *number, salt))
}

fn steps() -> impl Strategy<Value = Vec<(usize, u32)>> {
    prop::collection::vec((0..20_usize, 0..90_u32), 0..5)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    /// Who was alone at it is not told of anybody, and two who did the same did one thing.
    #[test]
    fn one_desk_alone_changes_nothing_but_what_it_changed(base in plan(), other in plan(), steps in steps()) {
        let one = went_on(&base, &steps, 7);
        for theirs in [one, Draft { id: base.id, ..other }] {
            for [mine, theirs] in [[&base, &theirs], [&theirs, &base], [&theirs, &theirs]] {
                let merged = Draft::merged(&base, mine, theirs).expect("one plan");
                prop_assert_eq!(&merged.conflicts, &vec![]);
                let expected = if mine == &base { theirs } else { mine };
                prop_assert_eq!(&merged.draft, expected);
            }
        }
    }

    /// Every field is as whoever changed it left it; where both did it is told, with what the other one has.
    #[test]
    fn every_change_of_either_desk_is_there_or_told(base in plan(), mine in steps(), theirs in steps()) {
        let (mine, theirs) = (went_on(&base, &mine, 7), went_on(&base, &theirs, 8));
        let Some(merged) = Draft::merged(&base, &mine, &theirs) else {
            prop_assert!(has_reason(&base, &mine, &theirs));
            return Ok(());
        };
        prop_assert!(merged.draft.is_identified());
        for place in places(&merged.draft) {
            let [was, here, there, now] = [&base, &mine, &theirs, &merged.draft].map(|draft| draft.at(place));
            let told = merged.conflicts.iter().find(|(told, _)| *told == place).map(|(_, value)| Some(value.clone()));
            match (here == was, there == was) {
                // What one desk took out and the other changed stays as that has it.
                _ if here.is_none() => prop_assert_eq!(now, there),
                _ if here == there || there.is_none() => prop_assert!(now == here && told.is_none(), "{:?}", place),
                (true, _) => prop_assert!(now == there && told.is_none(), "{:?}", place),
                (_, true) => prop_assert!(now == here && told.is_none(), "{:?}", place),
                _ => {
                    prop_assert_eq!(&now, &here);
                    prop_assert_eq!(told, Some(there), "{:?}", place);
                }
            }
        }
        // Whatever somebody added is there, and no two options have one mark.
        let marks: std::collections::BTreeSet<_> = merged.draft.options.iter().map(|option| option.mark).collect();
        prop_assert_eq!(marks.len(), merged.draft.options.len());
        // What was there before keeps its letter: it may have been spoken of.
        for option in &base.options {
            let now = merged.draft.options.iter().find(|known| known.id == option.id);
            prop_assert!(now.is_none_or(|now| now.mark == option.mark));
        }
        for option in mine.options.iter().chain(&theirs.options) {
            let is_new = base.options.iter().all(|known| known.id != option.id);
            prop_assert!(!is_new || merged.draft.options.iter().any(|known| known.id == option.id));
        }
        let chosen = merged.draft.clone().with(merged.conflicts.clone());
        for (place, value) in merged.conflicts {
            prop_assert_eq!(chosen.at(place), Some(value));
        }
    }

    /// Of a copy nobody knows what it was made from: whatever is in it is here as well or told.
    #[test]
    fn everything_in_a_copy_is_there_or_told(base in plan(), mine in steps(), copy in steps()) {
        let (mine, copy) = (went_on(&base, &mine, 7), went_on(&base, &copy, 8));
        let Some(merged) = Draft::merged_with_copy(&mine, &copy) else {
            let too_many = mine.options.len() + copy.options.len() > *limits::OPTIONS.end();
            let has_membership = |option: &OptionDraft| option.membership.is_some();
            let differs = mine.credit.is_some() != copy.credit.is_some()
                || mine.currency != copy.currency
                || mine.options.iter().any(|one| copy.options.iter().any(|other| one.id == other.id && has_membership(one) != has_membership(other)));
            prop_assert!(too_many || differs || mine.unread != copy.unread);
            return Ok(());
        };
        let all = merged.draft.clone().with(merged.conflicts.clone());
        for place in places(&merged.draft) {
            let [here, there, now, chosen] = [&mine, &copy, &merged.draft, &all].map(|draft| draft.at(place));
            prop_assert_eq!(&now, if here.is_some() { &here } else { &there }, "{:?}", place);
            prop_assert_eq!(&chosen, if there.is_some() { &there } else { &here }, "{:?}", place);
            prop_assert_eq!(here != there && here.is_some() && there.is_some(),
                merged.conflicts.iter().any(|(told, _)| *told == place), "{:?}", place);
        }
        for option in mine.options.iter().chain(&copy.options) {
            prop_assert!(merged.draft.options.iter().any(|known| known.id == option.id));
        }
        for option in &mine.options {
            prop_assert!(merged.draft.options.iter().any(|now| now.id == option.id && now.mark == option.mark));
        }
        prop_assert_eq!(Draft::merged_with_copy(&mine, &mine).map(|same| same.draft), Some(mine));
    }
}

/// Each desk may take out what the other one leaves, so that no option is left of all: then both versions stay as they are.
#[test]
fn desks_that_between_them_take_out_everything_are_no_one_plan() {
    let base = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 3, 1));
    let without = |kept: usize| Draft { options: vec![base.options[kept].clone()], ..base.clone() };
    let ways = [(0, 0, true), (0, 1, false), (1, 2, false)];
    for (mine, theirs, is_one) in ways {
        let merged = Draft::merged(&base, &without(mine), &without(theirs));
        assert_eq!(merged.is_some(), is_one, "{mine} {theirs}");
    }
}

/// Whether two versions may be refused to be one plan: both did something to what has no value to choose.
fn has_reason(base: &Draft, mine: &Draft, theirs: &Draft) -> bool {
    let unread = mine.unread.iter().chain(&theirs.unread).any(|(place, _)| {
        let of = |draft: &Draft| (draft.at(*place), draft.unread.get(place).cloned());
        of(mine) != of(base) && of(theirs) != of(base)
    });
    let too_many = mine.options.len() + theirs.options.len() > *limits::OPTIONS.end();
    // What one desk took out and the other left alone is gone: each may have left what the other took out.
    let is_left =
        |option: &&OptionDraft| [mine, theirs].iter().all(|desk| desk.options.iter().any(|one| one.id == option.id));
    let is_new = |option: &&OptionDraft| base.options.iter().all(|one| one.id != option.id);
    let nothing_is_left = !base.options.iter().any(|option| is_left(&option))
        && !mine.options.iter().chain(&theirs.options).any(|option| is_new(&option));
    let both = |changed: fn(&Draft, &Draft) -> bool| changed(base, mine) && changed(base, theirs);
    let is_credit = mine.credit.is_some() != theirs.credit.is_some() && both(|base, now| base.credit != now.credit);
    let is_membership = base.options.iter().any(|option| {
        let of = |desk: &Draft| desk.options.iter().find(|one| one.id == option.id).map(|one| one.membership.clone());
        let [here, there] = [mine, theirs].map(of);
        let both_differ = [&here, &there].into_iter().all(|one| one.as_ref() != Some(&option.membership));
        both_differ && here.zip(there).is_some_and(|(here, there)| here.is_some() != there.is_some())
    });
    let is_currency = mine.currency != theirs.currency && both(|base, now| base != now);
    too_many || nothing_is_left || unread || is_credit || is_membership || is_currency
}

/// Places of the fields that [`changed`] changes.
fn places(draft: &Draft) -> Vec<Place> {
    let of_plan = [
        Field::Age,
        Field::Reference,
        Field::Horizon,
        Field::CreditRate,
        Field::DepositKind,
        Field::Notes,
        Field::Currency,
    ]
    .map(Place::Plan);
    let of_option = |option: &OptionDraft| {
        let lines = option.lines.iter().flat_map(|line| {
            [Field::Sessions, Field::Upkeep, Field::Discount, Field::Package]
                .map(|field| Place::Line { line: line.id, field })
        });
        let own = [Field::Name, Field::MemberFee, Field::MemberMonths]
            .map(|field| Place::Option { option: option.id, field });
        own.into_iter().chain(lines).collect::<Vec<_>>()
    };
    of_plan.into_iter().chain(draft.options.iter().flat_map(of_option)).collect()
}

//! Every field of the document by its row: set, named, kept as typed, and told where two lines differ.

use crate::plans::CATALOG;
use collagen_ledger::catalog::Severity;
use collagen_ledger::compare::{InputDifference, inputs_that_differ};
use collagen_ledger::document::{
    AddOnDraft, CheckDraft, CreditDraft, DepositDraft, Draft, Edit, ExtraId, Field, Fields, FreeOf, FurtherDraft,
    LineDraft, LineTax, MembershipDraft, OccasionDraft, OptionDraft, PackageDraft, Phototype, Place, PlanEdit,
    PriceDraft, SpreadText, StretchMarks, StrongSun, Sun, TimeOffDraft, Upkeep, Value, Wrinkles,
};
use collagen_ledger::finance::RateKind;
use collagen_ledger::history::Change;
use collagen_ledger::log::Dossier;
use collagen_ledger::storage;
use collagen_ledger::units::{BudgetPeriod, Currency, TaxMode, UnitCount};
use collagen_ledger::wording;
use jiff::civil::date;

/// A plan in which something stands in every field.
fn whole() -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], date(2027, 3, 1));
    draft.credit = Some(CreditDraft::default());
    draft.deposit = DepositDraft::Percent("10".to_owned());
    draft.target = Some(40);
    let further = |at: usize| FurtherDraft { concern: CATALOG.concerns[at].id.clone(), severity: Severity::Mild };
    draft.further = vec![further(1), further(3)];
    draft.profile.phototype = Some(Phototype::II);
    draft.options[0].membership = Some(MembershipDraft::default());
    let line = &mut draft.options[0].lines[0];
    line.concern = Some(CATALOG.concerns[1].id.clone());
    (line.fewest, line.most) = (Some(2), Some(9));
    line.depth = Some(100);
    line.package = PackageDraft::Own { sessions: 3, price: SpreadText::of_text("900") };
    line.upkeep = Upkeep::Every { months: 12 };
    line.upkeep_until = Some(date(2030, 1, 1));
    draft
}

/// Every field of a plan, of its first option, and of its first line.
fn places(draft: &Draft) -> Vec<Place> {
    let (option, line) = (draft.options[0].id, draft.options[0].lines[0].id);
    let of_plan = Draft::ROWS.iter().map(|row| Place::Plan(row.about.field));
    let of_option = OptionDraft::ROWS.iter().map(|row| Place::Option { option, field: row.about.field });
    let of_line = LineDraft::ROWS.iter().map(|row| Place::Line { line, field: row.about.field });
    of_plan.chain(of_option).chain(of_line).collect()
}

fn other<T: PartialEq + Clone>(now: &T, all: &[T]) -> T {
    all.iter().find(|one| *one != now).expect("another").clone()
}

/// Another value of the same kind.
fn another(value: &Value) -> Value {
    match value {
        Value::Nothing => panic!("something stands in every field"),
        Value::Text(_) => "7".into(),
        Value::Whole(number) => (number + 1).into(),
        Value::Units(units) => UnitCount::of_hundredths(units.hundredths() + 50).into(),
        Value::Day(day) => day.tomorrow().expect("a day").into(),
        Value::Check(now) => (!now).into(),
        // A line can be for what the plan has only.
        Value::Concern(now) if *now == CATALOG.concerns[1].id => CATALOG.concerns[3].id.clone().into(),
        Value::Concern(_) => CATALOG.concerns[2].id.clone().into(),
        Value::Further(further) => {
            let severity = other(&further[0].severity, &Severity::ALL);
            Value::Further(vec![FurtherDraft { severity, ..further[0].clone() }, further[1].clone()])
        }
        Value::Severity(now) => other(now, &Severity::ALL).into(),
        Value::Sun(now) => other(now, &Sun::ALL).into(),
        Value::Wrinkles(now) => other(now, &Wrinkles::ALL).into(),
        Value::StretchMarks(now) => other(now, &StretchMarks::ALL).into(),
        Value::Currency(_) => Currency::from_code("EUR").expect("a currency").into(),
        Value::TaxMode(now) => other(now, &TaxMode::ALL).into(),
        Value::BudgetPeriod(now) => other(now, &BudgetPeriod::ALL).into(),
        Value::Occasions(_) => {
            let date = date(2028, 8, 14);
            Value::Occasions(vec![OccasionDraft { name: "Wedding".to_owned(), date }])
        }
        Value::Phototype(now) => other(now, &Phototype::ALL).into(),
        Value::Checklist(_) => {
            let check = CheckDraft { hold: "isotretinoin".into(), over: Some(date(2027, 1, 5)) };
            Value::Checklist(vec![check])
        }
        Value::TimeOff(_) => {
            let (first, last) = (date(2027, 8, 2), date(2027, 8, 15));
            let name = "Holiday".to_owned();
            Value::TimeOff(vec![TimeOffDraft { name, first, last, free_of: FreeOf::Traces }])
        }
        Value::StrongSun(now) => other(now, &StrongSun::ALL).into(),
        Value::Deposit(_) => DepositDraft::Amount("7".to_owned()).into(),
        Value::RateKind(now) => other(now, &RateKind::ALL).into(),
        Value::Price(_) => PriceDraft::Own(SpreadText::of_text("7")).into(),
        Value::Package(_) => PackageDraft::Own { sessions: 4, price: SpreadText::of_text("7") }.into(),
        Value::Tax(_) => LineTax::Own { percent: "7".to_owned(), mode: TaxMode::Included }.into(),
        Value::AddOns(_) => Value::AddOns(Vec::new()),
        Value::Upkeep(_) => Upkeep::WhenFaded { percent: 70 }.into(),
        Value::Treatments(_) => vec![CATALOG.treatments[1].id.clone()].into(),
    }
}

#[test]
fn every_field_takes_another_value_under_a_name_and_changes_nothing_else() {
    let before = whole();
    for place in places(&before) {
        let now = before.at(place).expect("it is there");
        let edit = Edit::Set(place, if now == Value::AddOns(Vec::new()) { continue } else { another(&now) });
        assert!(edit.label().contains(' '), "{place:?} has a name for undo");
        assert!(edit.continues_with(&Edit::Set(place, now.clone())), "typing at {place:?} is one step");
        let mut after = before.clone();
        edit.apply(&mut after, 0);
        assert_eq!(after.at(place), Some(another(&now)), "{place:?}");
        Edit::Set(place, now).apply(&mut after, 0);
        assert_eq!(after, before, "{place:?} is what it was");
    }
}

#[test]
fn what_is_typed_for_a_number_or_a_day_is_kept_in_files_under_its_name() {
    let mut draft = whole();
    draft.unread = places(&draft).into_iter().map(|place| (place, "soon".to_owned())).collect();
    draft.fit();
    let text = storage::plan_text(&Dossier::from(draft.clone()));
    let of_plan = ["Age", "Rolling", "Boxcar", "Icepick", "Start", "Horizon", "Target", "CreditMonths", "CreditFirst"];
    let of_line = [
        "Sessions",
        "FewestSessions",
        "MostSessions",
        "Spacing",
        "StartDay",
        "Units",
        "Depth",
        "Package",
        "Upkeep",
        "UpkeepUntil",
    ];
    let of_option = ["MemberMonths", "MemberSessions", "RollOver"];
    assert_eq!(draft.unread.len(), of_plan.len() + of_option.len() + of_line.len());
    for name in of_plan {
        assert!(text.contains(&format!("Plan({name})")), "{name}: {text}");
    }
    for name in of_option.into_iter().chain(of_line) {
        assert!(text.contains(&format!("field: {name}")), "{name}: {text}");
    }
    assert_eq!(storage::parse_plan(&text).expect("a plan").draft.unread, draft.unread);
    // What no day and no number can stand in is said, and not left out without a word.
    for (is, other) in
        [("Plan(Age)", "Plan(Reference)"), ("Plan(Age)", "Plan(Depth)"), ("field: Depth", "field: Price")]
    {
        let said = storage::parse_plan(&text.replacen(is, other, 1)).expect_err("refused").to_string();
        assert!(said.contains("no day and no number stands in this field"), "{other}: {said}");
    }
}

#[test]
fn every_field_of_a_line_can_differ() {
    let plan = whole().parse(&CATALOG).expect("a plan");
    let line = &plan.options[0].lines[0];
    let untold = LineDraft::ROWS.iter().map(|row| row.about.field).filter(|field| line.input(*field).is_none());
    assert_eq!(untold.collect::<Vec<_>>(), [Field::PackagePrice, Field::UpkeepUntil], "they are told with another");
}

/// The fields in which two options differ whose only lines have these values.
fn differing(field: Field, values: [Value; 2]) -> Vec<Field> {
    let mut draft = whole();
    draft.options.truncate(1);
    let mark = draft.free_mark().expect("a mark");
    let copy = OptionDraft { mark, ..draft.options[0].anew() };
    draft.options.push(copy);
    for (option, value) in draft.options.iter_mut().zip(values) {
        option.lines[0].set(field, value);
    }
    draft.identify(0);
    let plan = draft.parse(&CATALOG).expect("a plan");
    let differences = inputs_that_differ(&plan, &plan.options[0], &plan.options[1]);
    let fields = differences.into_iter().flat_map(|difference| match difference {
        InputDifference::Changed(_, fields) => fields.into_iter().map(|(about, _)| about.field).collect::<Vec<_>>(),
        other => panic!("both have the line: {other:?}"),
    });
    fields.collect()
}

#[test]
fn only_what_comes_to_something_else_differs() {
    let packed = |price: &str, package| {
        let (name, price) = ("Numbing cream".to_owned(), PriceDraft::Own(SpreadText::of_text(price)));
        Value::AddOns(vec![AddOnDraft { id: ExtraId::NEW, add_on: None, name, price, package }])
    };
    let add_ons = |price: &str| packed(price, PackageDraft::None);
    let three = PackageDraft::Own { sessions: 3, price: SpreadText::of_text("50") };
    let tax = |percent: &str, mode| Value::Tax(LineTax::Own { percent: percent.to_owned(), mode });
    let (on_top, included) = (TaxMode::OnTop, TaxMode::Included);
    let check = |field, one: Value, other: Value, differs: bool| {
        let expected = if differs { vec![field] } else { Vec::new() };
        assert_eq!(differing(field, [one.clone(), other.clone()]), expected, "{one:?} and {other:?}");
    };
    check(Field::AddOns, add_ons("20"), add_ons("20"), false);
    check(Field::AddOns, add_ons("20"), add_ons("30"), true);
    check(Field::AddOns, add_ons("20"), packed("20", three), true);
    // At a rate of zero the mode says nothing.
    check(Field::Tax, tax("0", on_top), tax("0", included), false);
    check(Field::Tax, tax("8", on_top), tax("8", included), true);
    check(Field::Tax, tax("8", on_top), tax("9", on_top), true);
}

/// What is typed for one of several days goes with it, and moves up with those behind one that is taken out.
#[test]
fn what_is_typed_for_a_day_stays_with_it() {
    let mut draft = whole();
    let day = |month: i8| OccasionDraft { name: format!("{month}"), date: date(2027, month, 1) };
    draft.occasions = vec![day(5), day(6), day(7)];
    let place = |at: u16| Place::Plan(Field::Occasion(at));
    let words = |at: u16| format!("day {at}");
    (1..3).for_each(|at| Edit::Unread(place(at), words(at)).apply(&mut draft, 0));
    let set = |days: &[OccasionDraft]| Edit::Set(Place::Plan(Field::Occasions), Value::Occasions(days.to_vec()));
    let remove = |at: u16| Edit::Plan(PlanEdit::Remove(Field::Occasion(at)));
    let mut shorter = draft.clone();
    remove(9).apply(&mut shorter, 0);
    assert_eq!(shorter, draft, "there is none");
    remove(0).apply(&mut shorter, 0);
    assert_eq!(shorter.unread, [(place(0), words(1)), (place(1), words(2))].into());
    remove(1).apply(&mut shorter, 0);
    assert_eq!(shorter.occasions, [day(6)]);
    assert_eq!(shorter.unread, [(place(0), words(1))].into());
    // A name that changes takes nothing away, and a day that can be read does.
    let renamed = OccasionDraft { name: "Wedding".to_owned(), ..day(6) };
    set(&[renamed]).apply(&mut shorter, 0);
    assert_eq!(shorter.unread.len(), 1);
    Edit::Set(place(0), Value::Day(date(2027, 8, 14))).apply(&mut shorter, 0);
    assert_eq!((shorter.unread.len(), shorter.occasions[0].date), (0, date(2027, 8, 14)));
}

#[test]
fn the_package_of_an_add_on_is_a_field_of_its_own() {
    let mut draft = whole();
    let own = |sessions| PackageDraft::Own { sessions, price: SpreadText::of_text("90") };
    let add_on = |name: &str, package| AddOnDraft {
        id: ExtraId::NEW,
        add_on: None,
        name: name.to_owned(),
        price: PriceDraft::Own(SpreadText::of_text("20")),
        package,
    };
    draft.options[0].lines[0].add_ons = vec![add_on("Light", own(3)), add_on("Cream", PackageDraft::None)];
    draft.identify(0);
    let line = &draft.options[0].lines[0];
    let [packed, single] =
        [0, 1].map(|at| Place::Line { line: line.id, field: Field::AddOnPackage(line.add_ons[at].id) });
    assert_eq!(draft.at(packed), Some(Value::Package(own(3))));
    let edit = Edit::Set(packed, Value::Package(own(4)));
    assert_eq!(edit.label(), "change package of an add-on");
    let mut after = draft.clone();
    edit.apply(&mut after, 0);
    assert_eq!((after.at(packed), after.at(single)), (Some(Value::Package(own(4))), draft.at(single)));
    // Its price is another one: what is typed of one leaves the other alone, also what is no number.
    let price = |amount: &str| Value::Price(PriceDraft::Own(SpreadText::of_text(amount)));
    let Place::Line { field: Field::AddOnPackage(id), line } = packed else { panic!("a place of a line") };
    let priced = Place::Line { line, field: Field::AddOnPackagePrice(id) };
    Edit::Unread(packed, "a few".to_owned()).apply(&mut after, 0);
    Edit::Set(priced, price("80")).apply(&mut after, 0);
    assert_eq!((after.at(priced), after.unread.len()), (Some(price("80")), 1));
    Edit::Set(packed, Value::Package(own(4))).apply(&mut after, 0);
    assert_eq!((after.at(priced), after.unread.len()), (Some(price("90")), 0));
    // What is no number is kept where a number is typed, also in the file, and goes with its add-on.
    Edit::Unread(packed, "a few".to_owned()).apply(&mut after, 0);
    Edit::Unread(single, "a few".to_owned()).apply(&mut after, 0);
    assert_eq!(after.unread.keys().collect::<Vec<_>>(), [&packed]);
    let text = storage::plan_text(&Dossier::from(after.clone()));
    assert_eq!(storage::parse_plan(&text).expect("a plan").draft, after);
    let problems = after.parse(&CATALOG).expect_err("it is no number");
    let said = wording::problems(&problems.0, &after, &CATALOG)[0].to_string();
    assert!(said.contains("\"a few\" is not a number from 2 to 50"), "{said}");
    after.options[0].lines[0].add_ons.remove(0);
    after.fit();
    assert!(after.unread.is_empty());
}

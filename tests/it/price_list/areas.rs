//! Prices for parts of the body: which of them a line has, in and out as a table, and what is said where a line names none.

use super::{CATALOG, currency, day, issued, label, list, package, price, said, treatment, typed};
use crate::plans::said as said_of_plan;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, LineDraft, LineId, OptionDraft, PackageDraft, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::history::Change as _;
use collagen_ledger::overlay::{Key, Quantity, QuantityKind, Subject, Value};
use collagen_ledger::plan::RemarkKind;
use collagen_ledger::price_list::{EntryDraft, ListEdit, PriceList, PriceListDraft, csv};
use collagen_ledger::search::{Question, Search, Space};
use collagen_ledger::storage::{parse_price_list, price_list_text};
use collagen_ledger::units::Currency;
use collagen_ledger::wording;

const START: &str = "2027-03-01";

/// Needling on a part of the body.
fn on(area: &str) -> Subject {
    Subject::TreatmentOn { treatment: "microneedling".into(), area: area.to_owned() }
}

fn of(subject: &Subject, quantity: &Quantity, amount: &str) -> EntryDraft {
    typed(subject, quantity, amount, "")
}

fn upkeep(code: &str) -> Quantity {
    QuantityKind::UpkeepPrice.of(Key { currency: Some(currency(code)), ..Key::default() })
}

/// Face 250, face and neck 300, the décolleté 120 and a package of three for the face and for anywhere.
fn areas() -> PriceList {
    list(
        vec![
            of(&on("Face"), &price("GBP"), "250"),
            of(&on("Face"), &package(3, "GBP"), "650"),
            of(&on("Face and neck"), &price("GBP"), "300"),
            of(&on("Face and neck"), &upkeep("GBP"), "280"),
            of(&on("Chest"), &price("GBP"), "120"),
            of(&on("the old scar"), &price("GBP"), "90"),
            of(&treatment("microneedling"), &package(3, "GBP"), "720"),
        ],
        Vec::new(),
    )
}

fn plan(catalog: &Catalog, area: &str) -> Draft {
    let concern = &CATALOG.concerns[0];
    let mut draft = Draft::example(&CATALOG, concern, day(START));
    let needling = catalog.treatment(&"microneedling".into()).expect("a treatment");
    let usual = LineDraft::usual(catalog, concern, &draft.profile, needling);
    let line = LineDraft { area: area.to_owned(), sessions: 3, upkeep: Upkeep::None, ..usual };
    draft.options = vec![OptionDraft { name: "one".to_owned(), lines: vec![line], ..draft.options[0].clone() }];
    draft.currency = currency("GBP");
    draft.identify(0);
    draft
}

fn option(draft: &Draft, catalog: &Catalog) -> OptionEstimate {
    Evaluation::of(draft, catalog).expect("a valid plan").estimate.options[0].clone()
}

#[test]
fn a_line_has_the_price_of_the_smallest_part_of_the_body_around_it() {
    let catalog = areas().over(&CATALOG, day(START));
    let general = CATALOG.treatment(&"microneedling".into()).expect("a treatment");
    let general = CATALOG.rates(general, "", currency("GBP")).price.expect("a price").amount.typical.minor();
    let check = |area: &str, each: i64| {
        let total = option(&plan(&catalog, area), &catalog).ledger.total.typical.minor();
        assert_eq!(total, 3 * each, "three sessions on {area:?}");
    };
    check("Face", 25_000);
    check("face", 25_000);
    check("Gesicht", 25_000);
    check("both cheeks", 25_000);
    check("Neck", 30_000);
    check("Full face and neck", 30_000);
    check("Décolleté", 12_000);
    check("The OLD scar", 9_000);
    for elsewhere in ["", "Back", "left cheek"] {
        check(elsewhere, general);
    }
}

#[test]
fn a_part_with_a_package_only_has_the_single_price_of_the_part_around_it() {
    let list =
        list(vec![of(&on("Face"), &price("GBP"), "250"), of(&on("Cheeks"), &package(3, "GBP"), "500")], Vec::new());
    let catalog = list.over(&CATALOG, day(START));
    let mut draft = plan(&catalog, "Cheeks");
    assert_eq!(option(&draft, &catalog).ledger.total.typical.minor(), 3 * 25_000);
    draft.options[0].lines[0].package = PackageDraft::Catalogue { sessions: 3 };
    assert_eq!(option(&draft, &catalog).ledger.total.typical.minor(), 50_000);
}

#[test]
fn a_package_and_a_price_of_upkeep_are_those_of_the_part_or_none() {
    let catalog = areas().over(&CATALOG, day(START));
    let packaged = |area: &str| {
        let mut draft = plan(&catalog, area);
        draft.options[0].lines[0].package = PackageDraft::Catalogue { sessions: 3 };
        draft
    };
    for (area, expected) in [("Cheeks", 65_000), ("", 72_000), ("Back", 72_000)] {
        assert_eq!(option(&packaged(area), &catalog).ledger.total.typical.minor(), expected, "{area}");
    }
    let neck = packaged("Neck");
    let problems = Evaluation::of(&neck, &catalog).expect_err("three times the face buys no neck");
    let problems = said_of_plan(&problems, &neck, &catalog);
    assert!(problems.contains("no package of 3 in GBP for Microneedling on Face and neck"), "{problems}");
    let mut kept_up = plan(&catalog, "Neck");
    kept_up.options[0].lines[0].upkeep = Upkeep::Every { months: 12 };
    assert_eq!(option(&kept_up, &catalog).ledger.total.typical.minor(), 3 * 30_000 + 4 * 28_000);
}

#[test]
fn where_only_parts_are_priced_a_new_line_begins_on_the_usual_one_and_a_line_that_names_none_says_so() {
    let catalog = areas().over(&CATALOG, day(START));
    let needling = catalog.treatment(&"microneedling".into()).expect("a treatment");
    let usual = |concern: &str| catalog.usual_area(catalog.concern(&concern.into()).expect("a concern"), needling);
    assert_eq!([usual("acne-scars"), usual("hair"), usual("stretch-marks")], ["Face", "", ""]);
    let priced = list(
        vec![of(&on("Face"), &price("GBP"), "250"), of(&treatment("microneedling"), &price("GBP"), "200")],
        Vec::new(),
    );
    let priced = priced.over(&CATALOG, day(START));
    let whole = priced.treatment(&"microneedling".into()).expect("a treatment");
    assert_eq!(priced.usual_area(&priced.concerns[0], whole), "", "there is a price for any part");
    let remarks = |catalog: &Catalog, area: &str| {
        let remarks = option(&plan(catalog, area), catalog).remarks;
        let unsaid = remarks.into_iter().filter(|remark| matches!(remark.kind, RemarkKind::AreaUnsaid { .. }));
        unsaid.map(|remark| wording::remark(&remark)).collect::<Vec<_>>()
    };
    let said = remarks(&catalog, "");
    assert!(said[0].contains("(Chest, Face, Face and neck, the old scar); say which it is"), "{said:?}");
    let said = remarks(&catalog, "Back");
    assert!(said[0].contains("and no price for Back"), "{said:?}");
    assert!(remarks(&catalog, "nose").is_empty());
    assert!(remarks(&priced, "").is_empty());
    assert!(remarks(&CATALOG, "").is_empty());
}

#[test]
fn a_table_in_which_only_names_tell_rows_apart_is_a_list_by_parts_of_the_body() {
    let table = include_bytes!("data/areas.csv");
    let list = csv::import(table, &CATALOG, &|_| None).expect("a list");
    let catalog = list.over(&CATALOG, day(START));
    for (area, each) in [("Face", 25_000), ("Neck", 30_000), ("face neck decollete", 35_000)] {
        assert_eq!(option(&plan(&catalog, area), &catalog).ledger.total.typical.minor(), 3 * each, "{area}");
    }
    let code = |area: &str| list.label(&on(area)).map(|label| [label.code.as_str(), label.group.as_str()]);
    assert_eq!(code("Face"), Some(["MN-F", "Face"]));
    assert_eq!(code("Face and neck"), Some(["MN-FN", "Face and neck"]));
    // Written again it has a column for the part, and is the same list.
    let again = csv::export(&list, &CATALOG, Currency::USD).expect("a table");
    assert_eq!(csv::import(&again, &CATALOG, &|_| None).expect("a list"), list);
    let text = String::from_utf8(again).expect("text");
    let row =
        "treatment,microneedling,Microneedling,,MN-FN,Face and neck,Face and neck,price,,,GBP,300.00,300.00,300.00,";
    assert!(text.lines().any(|line| line == row), "{text}");
}

/// A table is a list with these prices, each with its part of the body; or it is refused with a sentence that says this.
fn check_table(table: &str, expected: Result<&[(&str, i64)], &str>) {
    match (csv::import(table.as_bytes(), &CATALOG, &|_| None), expected) {
        (Ok(list), Ok(expected)) => {
            let prices = list.entries().iter().map(|entry| match entry.value {
                Value::Money(price) => (entry.subject.area().unwrap_or_default(), price.typical.minor()),
                other => panic!("no price: {other:?}"),
            });
            assert_eq!(prices.collect::<Vec<_>>(), expected, "{table}");
        }
        (Err(problems), Err(says)) => {
            let said = wording::row_problems(&problems, &CATALOG).join("\n");
            assert!(said.contains(says) && !said.contains('\n'), "{table}: {said}");
        }
        (found, _) => panic!("{table}: {found:?}"),
    }
}

#[test]
fn names_tell_rows_apart_only_where_something_has_to() {
    let heading = "kind,id,name,value,currency,typical,effective_from\n";
    let check = |rows: &str, expected| check_table(&format!("{heading}{rows}"), expected);
    // A row that says nothing tells nothing apart.
    check(
        "treatment,microneedling,Microneedling,price,USD,,\ntreatment,microneedling,Microneedling SkinPen,price,USD,200,\n",
        Ok(&[("", 20_000)]),
    );
    // The clinic's name for the treatment is another one: the part stands at its end.
    check(
        "treatment,rf-microneedling,RF needling face,price,USD,700,\ntreatment,rf-microneedling,RF needling face and neck,price,USD,900,\n",
        Ok(&[("Face", 70_000), ("Face and neck", 90_000)]),
    );
    // One begins later and is another part all the same.
    check(
        "treatment,microneedling,Microneedling face,price,USD,200,\ntreatment,microneedling,Microneedling neck,price,USD,300,2027-01-01\n",
        Ok(&[("Face", 20_000), ("Neck", 30_000)]),
    );
    // A slip of the pen is none.
    check(
        "treatment,microneedling,Microneedling,price,USD,200,\ntreatment,microneedling,Micro-needling,price,USD,210,\n",
        Err("this value stands twice"),
    );
    // One price that rises is one price.
    check(
        "treatment,microneedling,Microneedling,price,USD,200,\ntreatment,microneedling,Microneedling,price,USD,210,2027-01-01\n",
        Ok(&[("", 20_000), ("", 21_000)]),
    );
}

#[test]
fn a_table_with_a_column_for_the_part_is_read_in_any_language_and_kept_as_it_is_written() {
    let heading = "kind,id,name,code,area,value,currency,typical\n";
    let check = |rows: &str, expected| check_table(&format!("{heading}{rows}"), expected);
    check("treatment,microneedling,,,Gesicht,price,EUR,280\n", Ok(&[("Gesicht", 28_000)]));
    check("treatment,microneedling,,,face-and-neck,price,EUR,280\n", Ok(&[("Face and neck", 28_000)]));
    check(
        "own treatment,,Pen,,full FACE,price,EUR,280\nown treatment,,Pen,P-N,Neck,price,EUR,90\n",
        Ok(&[("Neck", 9_000), ("full FACE", 28_000)]),
    );
    check("treatment,microneedling,,,'=1+1,price,EUR,280\n", Ok(&[("=1+1", 28_000)]));
    check(
        "treatment,microneedling,,,Face,price,EUR,280\ntreatment,microneedling,,,face,price,EUR,290\n",
        Err("this value stands twice"),
    );
    for other in ["price,EUR,290", "package_of_3,EUR,700"] {
        check(
            &format!("treatment,microneedling,,,Face,price,EUR,280\ntreatment,microneedling,,,Gesicht,{other}\n"),
            Err("this part of the body is called \"Face\" in another row of the treatment"),
        );
    }
    check(
        "treatment,microneedling,,,Face,sessions,,3\n",
        Err("write price, package_of_3, upkeep_price or price_with_microneedling"),
    );
    check("add-on,prp,,,Face,price,EUR,100\n", Err("only a treatment has prices for parts of the body"));
    check("treatment,microneedlin,,,Face,price,EUR,280\n", Err("microneedling"));
}

#[test]
fn the_list_keeps_parts_in_its_file_and_takes_them_out_again() {
    let list = PriceListDraft::from(&areas());
    assert_eq!(parse_price_list(&price_list_text(&list)).expect("a list"), list);
    let mut draft = list.clone();
    ListEdit::Add(on("Back"), price("GBP")).apply(&mut draft, 0);
    let problems = draft.parse(&CATALOG).expect_err("a price is yet to be typed");
    assert_eq!(
        said(&draft, &problems),
        ["Microneedling, Back, price in GBP, typical: the value is missing; type it, or remove the row"]
    );
    ListEdit::Remove(on("Back")).apply(&mut draft, 0);
    assert_eq!(draft, list);
    // With a treatment of the clinic's own its parts go.
    let pen = Subject::Treatment("own-pen".into());
    let part = Subject::TreatmentOn { treatment: "own-pen".into(), area: "Face".to_owned() };
    let mut draft = PriceListDraft {
        entries: vec![of(&part, &price("GBP"), "200")],
        labels: vec![label(&pen, ["Pen", "", ""]), label(&part, ["", "P-1", ""])],
        ..PriceListDraft::default()
    };
    assert!(draft.parse(&CATALOG).is_ok(), "a price for a part is enough");
    ListEdit::Remove(pen).apply(&mut draft, 0);
    assert_eq!(draft, PriceListDraft::default());
}

/// Needling on these parts of the body, each with what it costs there and on which day it begins.
fn beside(catalog: &Catalog, parts: &[(&str, &str, u32)]) -> Draft {
    let mut draft = plan(catalog, "");
    let usual = draft.options[0].lines[0].clone();
    let line = |(area, price, start_day): &(&str, &str, u32)| LineDraft {
        id: LineId::NEW,
        area: (*area).to_owned(),
        price: PriceDraft::Own(SpreadText::of_text(price)),
        start_day: *start_day,
        ..usual.clone()
    };
    draft.options[0].lines = parts.iter().map(line).collect();
    draft.identify(0);
    draft
}

#[test]
fn a_further_part_of_the_body_on_one_day_costs_a_share_of_its_price() {
    let further = |clinic: Option<&str>, own: Option<&str>| {
        let share = QuantityKind::FurtherArea.alone();
        let of_clinic = clinic.map(|percent| of(&Subject::Clinic, &share, percent));
        let of_needling = own.map(|percent| of(&treatment("microneedling"), &share, percent));
        list(of_clinic.into_iter().chain(of_needling).collect(), Vec::new()).over(&CATALOG, day(START))
    };
    let check = |catalog: &Catalog, parts: &[(&str, &str, u32)], expected: i64, said: usize| {
        let option = option(&beside(catalog, parts), catalog);
        assert_eq!(option.ledger.total.typical.minor(), expected, "{parts:?}");
        let remarks = option.remarks.iter().filter(|one| matches!(one.kind, RemarkKind::FurtherArea { .. }));
        assert_eq!(remarks.count(), said, "{parts:?}");
    };
    let (face, neck, back) = (("Face", "250", 0), ("Neck", "150.25", 0), ("Back", "250", 0));
    let half = further(Some("50"), None);
    check(&CATALOG, &[face, neck], 3 * (25_000 + 15_025), 0);
    check(&half, &[face], 3 * 25_000, 0);
    // 75.125 is rounded away from zero; which line stands first does not matter.
    check(&half, &[face, neck], 3 * (25_000 + 7_513), 1);
    check(&half, &[neck, face], 3 * (25_000 + 7_513), 1);
    check(&half, &[face, neck, back], 3 * (25_000 + 7_513 + 12_500), 2);
    // On other days each is the only one.
    check(&half, &[face, ("Neck", "150.25", 14)], 3 * (25_000 + 15_025), 0);
    check(&further(Some("50"), Some("80")), &[face, neck], 3 * (25_000 + 12_020), 1);
    check(&further(None, Some("0")), &[face, neck], 3 * 25_000, 1);
    check(&further(None, Some("100")), &[face, neck], 3 * (25_000 + 15_025), 0);
}

#[test]
fn a_session_of_a_package_is_no_further_part_and_makes_none() {
    let share = QuantityKind::FurtherArea.alone();
    let entries = vec![of(&Subject::Clinic, &share, "50"), of(&treatment("microneedling"), &package(3, "GBP"), "650")];
    let catalog = list(entries, Vec::new()).over(&CATALOG, day(START));
    let mut draft = beside(&catalog, &[("Face", "250", 0), ("Neck", "150", 0)]);
    draft.options[0].lines[0].package = PackageDraft::Catalogue { sessions: 3 };
    assert_eq!(option(&draft, &catalog).ledger.total.typical.minor(), 65_000 + 3 * 15_000);
}

#[test]
fn an_issue_keeps_the_prices_of_its_parts() {
    let catalog = areas().over(&CATALOG, day(START));
    let draft = plan(&catalog, "Neck");
    let reopened = issued(&draft, &catalog);
    for later in [PriceList::default(), list(vec![of(&on("Neck"), &price("GBP"), "999")], Vec::new())] {
        let later = reopened.record().catalog_in_force(later.over(&CATALOG, day(START)));
        assert_eq!(option(&reopened.draft, &later).ledger.total.typical.minor(), 90_000);
    }
}

#[test]
fn a_search_asks_for_the_price_of_the_usual_part() {
    let catalog = areas().over(&CATALOG, day(START));
    let draft = plan(&catalog, "Face");
    let question = Question { own_prices: true, ..Question::usual(&draft, &catalog, &catalog.concerns[0]) };
    let found = Search::new(Space::new(&draft, &catalog, question).expect("something to look at")).run();
    let lines = found.iter().flat_map(|found| &found.lines);
    assert!(lines.clone().count() > 0 && lines.clone().all(|line| line.area == "Face"));
}

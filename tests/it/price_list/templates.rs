//! Options of the clinic's own to start from: made of an option, kept in the list's file and table, offered in plans.

use super::{CATALOG, day, said, treatment, typed};
use collagen_ledger::catalog::{AddOnId, Catalog, ExampleLine};
use collagen_ledger::document::{
    self, AddOnDraft, Draft, ExtraId, OptionDraft, PackageDraft, PriceDraft, Profile, SpreadText, Upkeep,
};
use collagen_ledger::history::Change as _;
use collagen_ledger::overlay::{Quantity, QuantityKind, Subject};
use collagen_ledger::price_list::csv::{export, import};
use collagen_ledger::price_list::{ListEdit, PriceList, PriceListDraft, TemplateDraft, limits};
use collagen_ledger::storage;
use collagen_ledger::units::{Currency, UnitCount};
use collagen_ledger::wording;

/// An option of two treatments with everything that a template keeps, and prices that it does not.
fn option() -> OptionDraft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], day("2027-03-01"));
    let mut filler = draft.options[0].lines[0].clone();
    let needling = &mut draft.options[0].lines[0];
    (needling.sessions, needling.fewest, needling.most, needling.spacing_days) = (4, Some(3), Some(6), 35);
    (needling.area, needling.depth, needling.upkeep) =
        ("Face".to_owned(), Some(150), Upkeep::WhenFaded { percent: 70 });
    needling.price = PriceDraft::Own(SpreadText::of_text("777"));
    needling.add_ons = vec![
        AddOnDraft::of_catalog("prp".into()),
        AddOnDraft {
            id: ExtraId::NEW,
            add_on: None,
            name: "Serum".to_owned(),
            price: PriceDraft::Own(SpreadText::of_text("25")),
            package: PackageDraft::None,
        },
    ];
    filler.treatment = "ha-filler".into();
    (filler.sessions, filler.units, filler.start_day, filler.depth) = (1, UnitCount::of_hundredths(50), 200, None);
    filler.spacing_days = 90;
    (filler.area, filler.upkeep) = (String::new(), Upkeep::Every { months: 9 });
    filler.package = PackageDraft::Own { sessions: 2, price: SpreadText::of_text("900") };
    draft.options[0].lines.push(filler);
    draft.options[0].name = "Glow year".to_owned();
    draft.options[0].clone()
}

fn kept(option: &OptionDraft) -> PriceList {
    let mut draft = PriceListDraft::default();
    let template = option.as_template(&CATALOG.concerns[0].id);
    ListEdit::AddTemplate((&template).into()).apply(&mut draft, 0);
    draft.parse(&CATALOG).unwrap_or_else(|problems| panic!("{:?}", said(&draft, &problems)))
}

fn offered(catalog: &Catalog, concern: usize) -> Vec<OptionDraft> {
    OptionDraft::templates(catalog, &CATALOG.concerns[concern], &Profile::default())
}

#[test]
fn a_template_gives_back_what_is_given_and_when_at_the_prices_of_the_list() {
    let option = option();
    let catalog = kept(&option).over(&CATALOG, day("2027-03-01"));
    let template = offered(&catalog, 0).remove(0);
    assert_eq!(template.name, "Glow year");
    let [needling, filler] = &template.lines[..] else { panic!("two treatments") };
    assert_eq!(needling.sessions_needed(), (3, 4, 6));
    assert_eq!((needling.spacing_days, needling.depth, needling.area.as_str()), (35, Some(150), "Face"));
    assert_eq!(needling.upkeep, Upkeep::WhenFaded { percent: 70 });
    assert_eq!(needling.add_ons.iter().map(|one| one.add_on.clone()).collect::<Vec<_>>(), [Some(AddOnId::from("prp"))]);
    assert_eq!(filler.units, UnitCount::of_hundredths(50));
    assert_eq!((filler.start_day, filler.area.as_str(), &filler.upkeep), (200, "", &Upkeep::Every { months: 9 }));
    for line in &template.lines {
        assert_eq!((&line.price, &line.package), (&PriceDraft::Catalogue, &PackageDraft::None), "the list's");
    }
    let others = offered(&catalog, 1);
    assert!(others.iter().all(|other| other.name != "Glow year"), "it is for one concern");
    assert_eq!(offered(&catalog, 0).len(), offered(&CATALOG, 0).len() + 1, "the catalogue's stay");
}

#[test]
fn the_table_says_each_thing_in_a_row_and_reads_it_back() {
    let list = kept(&option());
    let table = String::from_utf8(export(&list, &CATALOG, Currency::USD).expect("a table")).expect("text");
    let rows: Vec<&str> = table.lines().filter(|row| row.starts_with("template")).collect();
    assert_eq!(
        rows,
        [
            "template,,Glow year,microneedling,,,,line_1_sessions,acne-scars,,,3,4,6,",
            "template,,Glow year,microneedling,,,,line_1_spacing_days,acne-scars,,,,35,,",
            "template,,Glow year,microneedling,,,,line_1_needle_length_mm,acne-scars,,,,1.5,,",
            "template,,Glow year,microneedling,,,,line_1_area,acne-scars,,,,Face,,",
            "template,,Glow year,microneedling,,,,line_1_add_on,acne-scars,,,,prp,,",
            "template,,Glow year,microneedling,,,,line_1_upkeep_when_faded_to_percent,acne-scars,,,,70,,",
            "template,,Glow year,ha-filler,,,,line_2_sessions,acne-scars,,,,1,,",
            "template,,Glow year,ha-filler,,,,line_2_spacing_days,acne-scars,,,,90,,",
            "template,,Glow year,ha-filler,,,,line_2_first_day,acne-scars,,,,200,,",
            "template,,Glow year,ha-filler,,,,line_2_units,acne-scars,,,,0.5,,",
            "template,,Glow year,ha-filler,,,,line_2_area,acne-scars,,,,,,",
            "template,,Glow year,ha-filler,,,,line_2_upkeep_months,acne-scars,,,,9,,",
        ]
    );
    assert_eq!(import(table.as_bytes(), &CATALOG, &|_| None).ok(), Some(list));
}

#[test]
fn a_bad_row_of_a_template_is_named_with_its_line_and_a_remedy() {
    const HEADING: &str = "kind,id,name,like,value,concern,low,typical,high";
    let check = |row: &str, line: usize, says: &str| {
        let good = "template,,Glow,microneedling,line_1_sessions,,,4,";
        let table = format!("{HEADING}\n{good}\n{row}\n");
        let problems = import(table.as_bytes(), &CATALOG, &|_| None).expect_err(row);
        let said = wording::row_problems(&problems, &CATALOG);
        assert!(
            said.len() == 1 && said[0].starts_with(&format!("line {line}")) && said[0].contains(says),
            "{row}: {said:?}"
        );
    };
    check("template,,Glow,microneedling,line_1_units,,,0.333,", 3, "is not a number from 0.1 to 20");
    check("template,,Glow,microneedling,line_1_spacing_days,,,soon,", 3, "is not a number from 1 to 730");
    check("template,,Glow,microneedling,line_1_spacing_days,,,,", 3, "missing");
    check("template,,Glow,microneedling,line_1_spacing_days,,30,28,", 3, "low");
    assert!(
        import(
            format!("{HEADING}\ntemplate,,Glow,microneedling,line_1_sessions,,3.0,4.0,\n").as_bytes(),
            &CATALOG,
            &|_| None
        )
        .is_ok()
    );
    check("template,,Glow,microneedling,line_1_colour,,,4,", 3, "line_1_colour");
    check("template,,Glow,microneedling,line_3_sessions,,,4,", 3, "treatment 2 of the template has no row");
    check("template,,Glow,tca-cross,line_1_spacing_days,,,40,", 3, "microneedling");
    check("template,,Glow,microneedling,line_1_spacing_days,hair,,28,", 3, "hair");
    check("template,,Other,microneedling,line_1_sessions,,6,4,", 3, "is not a number from 1 to 4");
    check("template,,Other,nothing,line_1_sessions,,,4,", 3, "nothing");
    check("template,,Other,microneedling,line_1_sessions,nowhere,,4,", 3, "nowhere");
    check("template,,,microneedling,line_1_sessions,,,4,", 3, "name");
    check("template,,Glow,microneedling,line_1_add_on,,,gold,", 3, "gold");
    check("template,,Glow,microneedling,line_1_sessions,,,7,", 3, "said of the treatment already");
    check("template,,Other,microneedling,line_1_sessions,,6,,9", 3, "missing");
    check("template,,Glow,microneedling,line_1_spacing_days,,,7,", 3, "closer than the minimum interval of 28 days");
    check("template,,Glow,microneedling,line_1_needle_length_mm,,,3,", 3, "is not a number from 0.5 to 2.5");
    check("template,own-glow,Glow,microneedling,line_1_units,,,1,", 3, "nothing stands in this column for a template");
    let upkeep = "template,,Glow,microneedling,line_1_upkeep_months,,,6,\n";
    let both = format!("{upkeep}template,,Glow,microneedling,line_1_upkeep_when_faded_to_percent,,,70,");
    check(&both, 4, "said of the treatment already");
    let seven =
        ["prp", "a", "b", "c", "d", "e", "f"].map(|id| format!("template,,Glow,microneedling,line_1_add_on,,,{id},"));
    let table = format!("{HEADING}\n{}\n", seven.join("\n"));
    let problems = import(table.as_bytes(), &CATALOG, &|_| None).expect_err("too many");
    assert!(wording::row_problems(&problems, &CATALOG).iter().any(|said| said.contains("at most 6 add-ons")));
}

#[test]
fn a_name_that_is_taken_is_counted_on_and_a_wrong_one_is_said() {
    let mut draft = PriceListDraft::default();
    let template: TemplateDraft = (&option().as_template(&CATALOG.concerns[0].id)).into();
    for _ in 0..3 {
        ListEdit::AddTemplate(template.clone()).apply(&mut draft, 0);
    }
    let names: Vec<&str> = draft.templates.iter().map(|template| template.name.as_str()).collect();
    assert_eq!(names, ["Glow year", "Glow year 2", "Glow year 3"]);
    ListEdit::NameTemplate(1, "Glow year".to_owned()).apply(&mut draft, 0);
    ListEdit::NameTemplate(2, " ".to_owned()).apply(&mut draft, 0);
    let (list, problems) = draft.valid_part(&CATALOG);
    let words = said(&draft, &collagen_ledger::price_list::Problems(problems));
    assert_eq!(list.templates().len(), 1, "what is right stays");
    assert!(words[0].contains("called the same") && words[1].contains("name"), "{words:?}");
    ListEdit::RemoveTemplate(1).apply(&mut draft, 0);
    assert_eq!(draft.templates.len(), 2);
}

#[test]
fn a_template_whose_treatment_has_gone_is_said_and_left_out() {
    let lines = vec![ExampleLine::of("own-facial".into())];
    let template = TemplateDraft { name: "Facial".to_owned(), concern: None, lines };
    let draft = PriceListDraft { templates: vec![template], ..PriceListDraft::default() };
    let problems = draft.parse(&CATALOG).expect_err("no such treatment");
    let said = said(&draft, &problems);
    assert!(said.len() == 1 && said[0].contains("Facial") && said[0].contains("own-facial"), "{said:?}");
}

#[test]
fn what_a_template_takes_is_what_a_plan_takes() {
    use document::limits as of_plan;
    assert_eq!((limits::TEMPLATE_LINES, limits::TEMPLATE_ADD_ONS), (of_plan::LINES, of_plan::ADD_ONS));
    let pairs = [
        (limits::TEMPLATE_SESSIONS, of_plan::SESSIONS),
        (limits::TEMPLATE_SPACING, of_plan::SPACING_DAYS),
        (limits::TEMPLATE_FIRST_DAY, of_plan::START_DAY),
        (limits::TEMPLATE_UNITS, of_plan::UNITS),
        (limits::TEMPLATE_DEPTH, of_plan::DEPTH),
        (limits::TEMPLATE_UPKEEP, of_plan::UPKEEP_MONTHS),
        (limits::TEMPLATE_FADED, of_plan::UPKEEP_SHARE),
    ];
    pairs.into_iter().for_each(|(one, other)| assert_eq!(one, other));
}

#[test]
fn a_template_is_taken_as_the_list_is_now() {
    let mut kept = TemplateDraft::from(&option().as_template(&CATALOG.concerns[0].id));
    let needling = &mut kept.lines[0];
    (needling.package, needling.spacing_days) = (Some(7), Some(28));
    kept.lines[1].units_hundredths = Some(250);
    kept.lines[0].units_hundredths = Some(250);
    let interval = typed(&treatment("microneedling"), &QuantityKind::MinimumInterval.alone(), "42", "");
    let list = PriceListDraft { entries: vec![interval], templates: vec![kept], ..PriceListDraft::default() };
    let catalog = list.parse(&CATALOG).expect("a list").over(&CATALOG, day("2027-03-01"));
    let template = offered(&catalog, 0).remove(0);
    let [needling, filler] = &template.lines[..] else { panic!("two treatments") };
    assert_eq!((needling.spacing_days, &needling.package), (42, &PackageDraft::None), "no closer, and no package of 7");
    assert_eq!((needling.units, filler.units), (UnitCount::ONE, UnitCount::of_hundredths(250)), "syringes only");
    let mut draft = Draft::example(&catalog, &CATALOG.concerns[0], day("2027-03-01"));
    draft.options = vec![OptionDraft { mark: draft.options[0].mark, ..template }];
    draft.identify(0);
    assert!(draft.parse(&catalog).is_ok(), "a plan takes it");
}

#[test]
fn a_package_for_a_part_of_the_body_is_kept_where_that_part_is_treated() {
    let check = |area: &str, expected: PackageDraft| {
        let mut kept = TemplateDraft::from(&option().as_template(&CATALOG.concerns[0].id));
        (kept.lines[0].package, kept.lines[0].area) = (Some(3), Some(area.to_owned()));
        let on = Subject::TreatmentOn { treatment: "microneedling".into(), area: "Face".to_owned() };
        let prices = [(Quantity::price(Currency::USD), "300"), (Quantity::package(3, Currency::USD), "800")];
        let entries = prices.iter().map(|(quantity, amount)| typed(&on, quantity, amount, "")).collect();
        let list = PriceListDraft { entries, templates: vec![kept], ..PriceListDraft::default() };
        let catalog = list.parse(&CATALOG).expect("a list").over(&CATALOG, day("2027-03-01"));
        assert_eq!(offered(&catalog, 0)[0].lines[0].package, expected, "{area}");
    };
    check("Face", PackageDraft::Catalogue { sessions: 3 });
    check("Back", PackageDraft::None);
}

#[test]
fn thousands_are_no_decimals_and_a_template_alone_is_shown() {
    let table = "kind,name,like,value,typical,id\ntemplate,Glow,microneedling,line_1_first_day,\"1,000\",\n";
    let problems = import(table.as_bytes(), &CATALOG, &|_| None).expect_err("a thousand or one");
    assert!(wording::row_problems(&problems, &CATALOG)[0].contains("is not a number from 0 to 3652"));
    let shown = collagen_ledger::report::text::price_list(&kept(&option()), &CATALOG, day("2027-03-01"), Currency::USD);
    assert!(shown.contains("Glow year: Acne scars: Microneedling (Face), 3 to 6 sessions"), "{shown}");
}

#[test]
fn as_many_templates_as_there_may_be_are_written_and_read_as_file_and_as_table() {
    let option = option();
    let lines = TemplateDraft::from(&option.as_template(&CATALOG.concerns[0].id)).lines;
    let lines: Vec<ExampleLine> = lines.into_iter().cycle().take(limits::TEMPLATE_LINES).collect();
    let named =
        |number: usize| TemplateDraft { name: format!("Template {number}"), concern: None, lines: lines.clone() };
    let templates = (0..limits::TEMPLATES).map(named).collect();
    let draft = PriceListDraft { templates, ..PriceListDraft::default() };
    let list = draft.parse(&CATALOG).expect("a list");
    assert_eq!(storage::parse_price_list(&storage::price_list_text(&draft)), Ok(draft));
    let table = export(&list, &CATALOG, Currency::USD).expect("a table");
    assert_eq!(import(&table, &CATALOG, &|_| None).ok(), Some(list));
}

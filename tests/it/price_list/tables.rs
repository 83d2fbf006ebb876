//! Tables in and out.

use super::lists::price_list;
use super::{CATALOG, case, currency, label, list, price, treatment, typed};
use collagen_ledger::overlay::{Quantity, QuantityKind, Subject};
use collagen_ledger::price_list::csv::{RowProblem, RowProblems, export, import, workbook};
use collagen_ledger::price_list::{Field, Own, PriceList, PriceListDraft, limits};
use collagen_ledger::spreadsheet::LARGEST;
use collagen_ledger::storage::{WorkbookProblem, table_of};
use collagen_ledger::units::Currency;
use collagen_ledger::wording;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn exported(list: &PriceList) -> String {
    String::from_utf8(export(list, &CATALOG, Currency::USD).expect("a table")).expect("text")
}

fn imported(table: &str) -> PriceList {
    import(table.as_bytes(), &CATALOG, &|_| None).unwrap_or_else(|problems| panic!("{problems:?}\n{table}"))
}

fn refused(table: &[u8]) -> Vec<RowProblem> {
    match import(table, &CATALOG, &|_| None) {
        Ok(list) => panic!("was taken: {list:?}"),
        Err(problems) => problems.0,
    }
}

#[test]
fn every_bad_row_is_named_with_its_line_its_field_and_a_remedy() {
    let table = include_str!("data/bad.csv");
    let problems = refused(table.as_bytes());
    let said = wording::row_problems(&RowProblems(problems.clone()), &CATALOG);
    insta::assert_snapshot!("bad_rows", said.join("\n"));
    // The one row that is right is the first of a contradicting pair; and 60 days between sessions are right too.
    let lines = table.lines().count();
    let blameless: Vec<usize> = (2..=lines).filter(|line| problems.iter().all(|one| one.line != *line)).collect();
    let rows: Vec<&str> = blameless.iter().filter_map(|line| table.lines().nth(line - 1)).collect();
    assert_eq!(
        rows,
        [
            "treatment,microneedling,,MN-1,Needling,price,,,EUR,,300,,2027-01-01",
            "treatment,tca-cross,,,,minimum_interval_days,,,,,60,,",
        ]
    );
}

/// A file that is no table must be refused with one sentence, at this line.
fn check_refused(what: &str, table: &[u8], line: usize, says: &str) {
    let problems = refused(table);
    let [problem] = &problems[..] else { panic!("{what}: {problems:?}") };
    let said = wording::row_problems(&RowProblems(problems.clone()), &CATALOG).join("\n");
    assert!(problem.line == line && said.contains(says) && !said.contains('\n'), "{what}: {said}");
}

const HEADING: &str = "kind,id,value,currency,typical";

#[test]
fn what_is_no_table_is_refused_with_one_sentence() {
    let with = |row: &str| format!("{HEADING}\n{row}\n");
    check_refused("empty", b"", 1, "the file is empty");
    check_refused("blank", b"\n;;;\n\n", 1, "the file is empty");
    check_refused("latin 1", b"kind,id\ntreatment,caf\xe9\n", 2, "save it as \"CSV UTF-8\"");
    check_refused("utf 16", b"\xff\xfek\0i\0n\0d\0", 1, "save it as \"CSV UTF-8\"");
    check_refused("a million bytes", &vec![b'x'; 1_100_000], 1, "too large");
    check_refused("a misspelt column", b"kind,id,value,curency,typical\n", 1, "did you mean \"currency\"?");
    check_refused("a column twice", b"kind,id,value,id,typical\n", 1, "stands twice");
    check_refused("a column missing", b"kind,value,currency,typical\n", 1, "id: the column is missing");
    check_refused("a column without a name", b"kind,id,,value,typical\nclinic,,7,,\n", 2, "without a name");
    let slipped = "kind,id,value,currency,typical,high\ntreatment,subcision,price,EUR,220,50,\n";
    check_refused("a slipped row", slipped.as_bytes(), 2, "put amounts with a comma in quotation marks");
    check_refused(
        "a short row",
        with("treatment,subcision,price,EUR").as_bytes(),
        2,
        "the row has 4 cells and the heading 5",
    );
    let endless = with("treatment,\"microneedling,price,USD,300\ntreatment,subcision,price,USD,300");
    check_refused("a quotation mark left open", endless.as_bytes(), 2, "close every quotation mark");
    check_refused(
        "a control character",
        with("treatment,micro\u{7}needling,price,USD,3").as_bytes(),
        2,
        "control character",
    );
    let crowd = format!("{HEADING}\n{}", "treatment,microneedling,price,USD,\n".repeat(limits::ROWS + 1));
    check_refused("too many rows", crowd.as_bytes(), limits::ROWS + 2, "more than 9700 rows");
    let long = with(&format!("treatment,{},price,USD,300", "x".repeat(100)));
    check_refused("a long id", long.as_bytes(), 2, "longer than 64 characters");
}

#[test]
fn lines_are_counted_as_an_editor_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let table = ["sep=;", "", "kind;id;value;currency;typical", "", ";;;;", "treatment;nothing;price;USD;300", ""]
            .join(end);
        let lines: Vec<usize> = refused(table.as_bytes()).iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [6], "{end:?}");
    }
}

#[test]
fn tables_are_taken_as_spreadsheets_write_them() {
    let expected = list(
        vec![
            typed(&treatment("microneedling"), &price("EUR"), "180 220.50 1234.5", "2027-01-01"),
            typed(&treatment("microneedling"), &QuantityKind::Sessions.case(case("acne-scars severe")), "6", ""),
            typed(&Subject::Clinic, &QuantityKind::Tax.alone(), "8.875", ""),
        ],
        vec![label(&treatment("microneedling"), ["", "MN-1", "Needling"])],
    );
    let english = "kind,id,code,group,value,concern,severity,currency,low,typical,high,effective_from\n\
        treatment,microneedling,MN-1,,price,,,EUR,180,220.50,\"1,234.50\",2027-01-01\n\
        Treatment,microneedling,,Needling,Sessions,acne-scars,Severe,,,6,,\n\
        clinic,,,,tax_percent,,,,,8.875,,\n";
    let german = "\u{feff}sep=;\r\n\
        Kind;ID;Code;Group;Value;Concern;Severity;Currency;Low;Typical;High;Effective From;;\r\n\
        treatment;microneedling;MN-1;Needling;price;;;eur;180,00;220,50;1.234,50;2027-01-01;;\r\n\
        treatment;microneedling;MN-1;Needling;sessions;acne-scars;severe;;6;6;6;;;\r\n\
        \r\n;;;;;;;;;;;\r\nclinic;;;;Tax percent;;;;;8,875;;;;\r\n";
    let tabs = english.replace("\"1,234.50\"", "1234.5").replace(',', "\t");
    let turned = "typical,value,id,kind,currency,low,high,effective_from,concern,severity,code,group\n\
        220.50,price,microneedling,treatment,EUR,180.00,€1234.50,2027-01-01,,,MN-1,Needling\n\
        6,sessions,microneedling,treatment,,,,,acne-scars,severe,,\n\
        8.875 %,tax-percent,,clinic,,,,,,,,\n";
    for table in [english, german, &tabs, turned] {
        assert_eq!(imported(table), expected, "{table}");
    }
}

/// A workbook as somebody makes it: amounts and days as such, a share shown as a percentage, codes typed as text.
#[test]
fn a_workbook_says_what_its_cells_show() {
    let headings = ["kind", "id", "code", "value", "currency", "low", "typical", "high", "effective_from"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let (percent, day) = (Format::new().set_num_format("0.0##%"), Format::new().set_num_format_index(14));
    let text = |sheet: &mut Worksheet, row, texts: [&str; 5]| {
        for (column, text) in (0..).zip(texts) {
            sheet.write_string(row, column, text).unwrap();
        }
    };
    text(sheet, 2, ["treatment", "microneedling", "001", "price", "EUR"]);
    for (column, amount) in (5..).zip([180.0, 220.5, 1234.5]) {
        sheet.write_number(2, column, amount).unwrap();
    }
    let first = ExcelDateTime::from_ymd(2027, 1, 1).unwrap();
    sheet.write_datetime_with_format(2, 8, first, &day).unwrap();
    text(sheet, 3, ["clinic", "", "", "tax_percent", ""]);
    sheet.write_number_with_format(3, 6, 0.08875, &percent).unwrap();
    text(sheet, 4, ["add-on", "prp", "3/4", "price", "EUR"]);
    sheet.write_number(4, 6, 0.1 + 0.2).unwrap();
    let expected = list(
        vec![
            typed(&treatment("microneedling"), &price("EUR"), "180 220.5 1234.5", "2027-01-01"),
            typed(&Subject::Clinic, &QuantityKind::Tax.alone(), "8.875", ""),
            typed(&Subject::AddOn("prp".into()), &price("EUR"), "0.3", ""),
        ],
        vec![
            label(&treatment("microneedling"), ["", "001", ""]),
            label(&Subject::AddOn("prp".into()), ["", "3/4", ""]),
        ],
    );
    let bytes = book.save_to_buffer().unwrap();
    let table = table_of(bytes.clone()).unwrap();
    assert_eq!(import(&table, &CATALOG, &|_| None), Ok(expected));
    let cut = table_of(bytes[..bytes.len() / 2].to_vec()).unwrap_err().to_string();
    let damaged = "the workbook cannot be read: it is damaged, or locked by a password; save it anew as XLSX or as CSV";
    assert_eq!(cut, damaged);
    assert_eq!(table_of(b"PK\x03\x04 and no archive".to_vec()).unwrap_err().to_string(), damaged);
    let open = [&b"PK\x03\x04"[..], &[0; 26], b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"].concat();
    assert_eq!(table_of(open).unwrap_err().to_string(), "the file is an OpenDocument table; save it as XLSX or as CSV");
    let mut wrong = Workbook::new();
    let sheet = wrong.add_worksheet();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(6, column, heading).unwrap();
    }
    text(sheet, 8, ["treatment", "no-such", "", "price", "EUR"]);
    sheet.write_number(8, 6, 1.0).unwrap();
    let table = table_of(wrong.save_to_buffer().unwrap()).unwrap();
    check_refused("a row is told by its number in the sheet", &table, 9, "no-such");
}

/// Of a formula the value counts that the spreadsheet has kept; one without is refused, and not taken for nothing.
#[test]
fn a_formula_counts_by_its_value() {
    let book = |value: &str| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, heading) in (0..).zip(["kind", "id", "value", "currency", "typical"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        for (column, text) in (0..).zip(["treatment", "microneedling", "price", "EUR"]) {
            sheet.write_string(1, column, text).unwrap();
        }
        sheet.write_formula(1, 4, Formula::new("=100*2").set_result(value)).unwrap();
        book.save_to_buffer().unwrap()
    };
    let listed = list(vec![typed(&treatment("microneedling"), &price("EUR"), "200", "")], vec![]);
    assert_eq!(import(&table_of(book("200")).unwrap(), &CATALOG, &|_| None), Ok(listed));
    let unworked = without_values(&book("1"));
    assert!(matches!(table_of(unworked), Err(WorkbookProblem::NoValue(2))));
}

/// A workbook as a program writes it that leaves it to a spreadsheet to work out the formulas.
fn without_values(book: &[u8]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut into = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        into.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
        into.write_all(text.replace("</f><v>1</v>", "</f>").as_bytes()).unwrap();
    }
    into.finish().unwrap().into_inner()
}

/// A percent sign that is only written behind a number makes no share of it.
#[test]
fn a_share_is_one_only_where_its_format_makes_it_one() {
    let cases = [
        ("0%", 0.1, "10"),
        ("0.0##%;-0.0##%", 0.075, "7.5"),
        ("[Red]0.0\\ %", 0.2, "20"),
        ("0.0\"%\"", 7.5, "7.5"),
        ("0\\%", 19.0, "19"),
        ("General;0%", 12.0, "12"),
    ];
    for (format, number, percent) in cases {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (column, heading) in (0..).zip(["kind", "id", "value", "typical"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        sheet.write_string(1, 0, "clinic").unwrap().write_string(1, 2, "tax_percent").unwrap();
        sheet.write_number_with_format(1, 3, number, &Format::new().set_num_format(format)).unwrap();
        let table = table_of(book.save_to_buffer().unwrap()).unwrap();
        let expected = list(vec![typed(&Subject::Clinic, &QuantityKind::Tax.alone(), percent, "")], vec![]);
        assert_eq!(import(&table, &CATALOG, &|_| None), Ok(expected), "{format}");
    }
}

/// What is packed into a small file and would fill the memory is not unpacked.
#[test]
fn a_workbook_that_swells_is_refused() {
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    packed.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
    let blank = vec![b' '; 1 << 20];
    (0..80).for_each(|_| packed.write_all(&blank).unwrap());
    let bytes = packed.finish().unwrap().into_inner();
    assert!(bytes.len() < LARGEST, "{} bytes", bytes.len());
    assert!(matches!(table_of(bytes), Err(WorkbookProblem::TooLarge)));
}

#[test]
fn an_empty_list_is_a_table_to_fill_in() {
    let table = exported(&PriceList::default());
    assert_eq!(imported(&table), PriceList::default());
    for treatment in &CATALOG.treatments {
        assert!(table.contains(&format!(
            "\ntreatment,{},{},,,,,price,,,USD,,,,\n",
            treatment.id,
            treatment.name.written()
        )));
    }
    let filled = table.replace("Microneedling,,,,,price,,,USD,,,,", "Microneedling,,MN,,,price,,,USD,,275,,");
    let expected = vec![typed(&treatment("microneedling"), &price("USD"), "275", "")];
    assert_eq!(imported(&filled), list(expected, vec![label(&treatment("microneedling"), ["", "MN", ""])]));
}

#[test]
fn no_cell_of_an_exported_table_is_a_formula() {
    let own = Own::AddOn.named("=HYPERLINK(1)");
    let list = list(
        vec![typed(&own, &price("USD"), "5", "")],
        vec![label(&own, ["=HYPERLINK(1)", "@SUM(A1)", "-2+3"]), label(&treatment("subcision"), ["", "＝1", " +1"])],
    );
    let table = exported(&list);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let cells: Vec<String> =
        reader.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    let formula = |cell: &&String| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '\t', '\r']);
    assert_eq!(cells.iter().find(formula), None);
    assert_eq!(imported(&table), list);
}

#[test]
fn an_own_add_on_without_an_id_gets_one_of_its_name() {
    let table = "kind,id,name,value,currency,typical\nown add-on,,Vitamin C serum,price,USD,25\n";
    let list = imported(table);
    assert_eq!(list.entries()[0].subject.id(), "own-vitamin-c-serum");
    assert_eq!(list.labels()[0].name, "Vitamin C serum");
}

/// The code of each value that has one: its treatment's or add-on's first.
fn codes(table: &str) -> Vec<String> {
    let list = imported(table);
    let labels = list.labels().iter().filter(|label| !label.code.is_empty());
    let own = list.entries().iter().map(|entry| {
        let (of, code) = (&entry.subject, list.code(&entry.subject, &entry.quantity, jiff::civil::date(2027, 1, 1)));
        (!code.is_empty()).then(|| format!("{} {} {code}", of.id(), entry.quantity.name()))
    });
    let said = labels.map(|label| format!("{} {}", label.subject.id(), label.code)).chain(own.flatten()).collect();
    // Written again it is the same list.
    assert_eq!(imported(&exported(&list)), list, "{table}");
    said
}

#[test]
fn each_row_has_a_code() {
    let check = |rows: &[&str], expected: &[&str]| {
        let heading = "kind,id,name,code,value,currency,typical,effective_from";
        assert_eq!(codes(&format!("{heading}\n{}\n", rows.join("\n"))), expected, "{rows:?}");
    };
    let needling = |code: &str, value: &str, amount: &str| format!("treatment,microneedling,,{code},{value},{amount}");
    let price = |code: &str| needling(code, "price", "USD,300,");
    let three = |code: &str| needling(code, "package_of_3", "USD,800,");
    let six = |code: &str| needling(code, "package_of_6", "USD,1500,");
    check(
        &[&price("MN-1"), &three("MN-3"), &six("MN-6")],
        &["microneedling MN-1", "microneedling package_of_3 MN-3", "microneedling package_of_6 MN-6"],
    );
    // A row without a code has the treatment's; so has one that repeats it, in whatever order they stand.
    check(&[&six("MN"), &three(""), &price("MN")], &["microneedling MN"]);
    check(&[&six("MN-6"), &price("MN")], &["microneedling MN", "microneedling package_of_6 MN-6"]);
    // Without a row of the price the first code is the treatment's; with one that has no code, the treatment has none.
    check(&[&three("MN"), &six("MN")], &["microneedling MN"]);
    check(&[&price(""), &three("MN-3")], &["microneedling package_of_3 MN-3"]);
    // A row without a value says the treatment's too.
    check(&[&needling("MN", "price", "USD,,"), &six("MN-6")], &["microneedling MN", "microneedling package_of_6 MN-6"]);
    // An add-on has packages, and these have codes of their own.
    let own = ["own add-on,,LED light,LED,price,USD,40,", "own add-on,,LED light,LED-6,package_of_6,USD,200,"];
    check(&own, &["own-led-light LED", "own-led-light package_of_6 LED-6"]);
    let problems = refused(
        format!(
            "kind,id,code,value,currency,typical,effective_from\n{}",
            ["treatment,microneedling,MN-1,price,USD,300,", "treatment,microneedling,MN-2,price,USD,310,2027-01-01",]
                .join("\n")
        )
        .as_bytes(),
    );
    let said = wording::row_problems(&RowProblems(problems), &CATALOG).join("\n");
    assert!(said.contains("line 3, code") && said.contains("MN-1"), "{said}");
}

#[test]
fn a_list_as_a_clinic_writes_it_is_taken_whole() {
    let list = import(include_bytes!("data/own.csv"), &CATALOG, &|_| None);
    let said = list.map_err(|problems| wording::row_problems(&problems, &CATALOG));
    // Of its rows one is no treatment of the catalogue, and is to be made one of the clinic's own.
    let problems = said.expect_err("HydraFacial is none of the catalogue's");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("\"hydrafacial\" is not a known treatment"), "{problems:?}");
    let table = include_str!("data/own.csv").replace("treatment,hydrafacial,", "own treatment,,");
    let list = imported(&table);
    let light = Subject::OwnAddOn("own-led-light".into());
    let catalog = list.over(&CATALOG, jiff::civil::date(2027, 1, 1));
    let add_on = catalog.add_on(&"own-led-light".into()).expect("an add-on");
    let pounds = currency("GBP");
    assert_eq!(add_on.price_in(pounds).map(|price| price.amount.typical.minor()), Some(4_000));
    let packages = add_on.packages_in(pounds);
    let packages: Vec<_> = packages.iter().map(|one| (one.sessions, one.price.amount.typical.minor())).collect();
    assert_eq!(packages, [(6, 20_000)]);
    assert_eq!(list.label(&light).map(|label| label.code.as_str()), Some("LED"));
}

/// A good table of one row for each treatment, with the row at `at` broken in the field.
fn broken(at: usize, field: Field) -> (String, usize) {
    let entries =
        CATALOG.treatments.iter().map(|one| typed(&treatment(one.id.as_str()), &price("USD"), "100 200 300", ""));
    let table = exported(&list(entries.collect(), Vec::new()));
    let mut rows: Vec<Vec<String>> =
        table.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
    // Behind the heading and the rows of the clinic.
    let row = 1 + rows.iter().filter(|row| row[0] == "clinic").count() + at;
    let column = Field::ALL.iter().position(|one| *one == field).expect("a column");
    rows[row][column] = "?".to_owned();
    (rows.iter().map(|row| row.join(",") + "\n").collect(), row + 1)
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_exported_is_imported_again(list in price_list()) {
        let table = exported(&list);
        prop_assert_eq!(&imported(&table), &list, "{}", table);
        let book = workbook(&list, &CATALOG, Currency::USD).expect("a workbook");
        let again = import(&table_of(book).expect("a table"), &CATALOG, &|_| None);
        prop_assert_eq!(again.as_ref(), Ok(&list));
        prop_assert_eq!(PriceListDraft::from(&list).parse(&CATALOG), Ok(list));
    }

    #[test]
    fn one_bad_cell_keeps_the_whole_table_out_and_is_named(
        at in 0..CATALOG.treatments.len(),
        field in prop::sample::select(&[Field::Kind, Field::Id, Field::Value, Field::Currency, Field::Low, Field::Typical, Field::High, Field::EffectiveFrom, Field::Concern, Field::Severity][..]),
    ) {
        let (table, line) = broken(at, field);
        let problems = refused(table.as_bytes());
        prop_assert!(problems.iter().all(|problem| problem.line == line), "{problems:?}");
        prop_assert!(problems.iter().any(|problem| problem.field == Some(field)), "{problems:?}");
    }

    #[test]
    fn any_bytes_are_a_list_or_problems(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[a-z,;\"\r\n=0-9-]{0,200}") {
        for table in [bytes, text.clone().into_bytes(), format!("{HEADING}\n{text}").into_bytes()] {
            if let Err(problems) = import(&table, &CATALOG, &|_| None) {
                prop_assert!(!problems.0.is_empty() && !wording::row_problems(&problems, &CATALOG).concat().is_empty());
            }
        }
    }
}

#[test]
fn currencies_without_cents_keep_their_figures() {
    let list = list(vec![typed(&treatment("subcision"), &price("JPY"), "52000", "")], Vec::new());
    assert!(exported(&list).contains(",JPY,52000,52000,52000,"));
    assert_eq!(list.entries()[0].quantity, Quantity::price(currency("JPY")));
}

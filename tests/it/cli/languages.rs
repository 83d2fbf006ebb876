//! Languages: sentences are said in the one that was asked for, exit codes and what programs read stay as they are.

use super::{catalog, check, example, plan};
use crate::plans::plan_text;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, Phototype, PriceDraft, SpreadText};
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::price_list::csv;
use collagen_ledger::units::Currency;

/// A plan with a mistake.
fn broken(break_it: fn(&mut Draft)) -> String {
    let mut draft = example("acne-scars");
    break_it(&mut draft);
    plan_text(&draft)
}

#[test]
fn sentences_are_german_and_exit_codes_as_in_english() {
    let plan = plan("acne-scars");
    let close = broken(|draft| draft.options[0].lines[0].spacing_days = 5);
    let old = broken(|draft| draft.profile.age = 200);
    let dear = broken(|draft| {
        draft.options[0].lines[0].price = PriceDraft::Own(SpreadText::of_text("dear"));
    });
    let table = "kind,id,value,currency,typical\ntreatment,microneedlin,price,USD,350\n";
    let german: [(&[&str], &str, i32, &[&str]); 14] = [
        (&["check", "-"], &plan, 0, &["gültig\n", "Der Preis von PRP ist ein Platzhalter"]),
        (
            &["check", "-"],
            &close,
            2,
            &["Option A „Microneedling“, Microneedling, Abstand: Sitzungen, die 5 Tage auseinanderliegen"],
        ),
        (
            &["check", "-"],
            &old,
            2,
            &[
                "Standardeingabe, Zeile 9, Spalte 15: Erwartet wird eine ganze Zahl von 12 bis 100, gefunden wurde die ganze Zahl 200",
            ],
        ),
        (&["check", "-"], &dear, 2, &["„dear“ ist kein Betrag; geben Sie Ziffern ein, etwa 350 oder 350,00"]),
        (&["check", "-"], "", 2, &["Standardeingabe, Zeile 1, Spalte 1: die Datei ist leer, also kein Plan"]),
        (
            &["check", "-"],
            &plan[..400],
            2,
            &["die Datei endet zu früh; vermutlich wurde sie beim Kopieren abgeschnitten"],
        ),
        (
            &["check", "-"],
            "CollagenLedgerPlan(schema: 99)",
            2,
            &["die Datei hat das Schema 99, dieses Programm liest bis"],
        ),
        (&["check", "none.ron"], "", 2, &["„none.ron“ gibt es nicht; prüfen Sie Namen und Ordner"]),
        (
            &["new", "--concern", "toes"],
            "",
            2,
            &["„toes“ ist kein bekanntes Anliegen; schreiben Sie eines von acne-scars, "],
        ),
        (&["estimate", "-", "--at", "3000"], &plan, 2, &["--at: Tag 3000 liegt hinter dem Zeitraum des Plans"]),
        (&["estimate", "-"], &plan, 0, &["Nichts tun", "3.150,00\u{a0}$"]),
        (&["table", "tests/data/none"], "", 2, &["„tests/data/none“ gibt es nicht"]),
        (
            &["prices", "import", "/dev/stdin"],
            table,
            2,
            &["Zeile 2, id: „microneedlin“ ist keine bekannte Behandlung; meinten Sie „microneedling“?"],
        ),
        (&["-"], "", 2, &["das Fenster öffnet Dateien, nicht die Standardeingabe"]),
    ];
    for (args, input, code, said) in german {
        if cfg!(unix) || !args.contains(&"/dev/stdin") {
            check(&[args, &["--country", "de"]].concat(), input, code, said);
            assert_eq!(super::run(args, input).code, code, "{args:?}");
        }
    }
}

#[test]
fn the_country_may_stand_before_the_command_and_a_plan_may_not() {
    let plan = plan("acne-scars");
    check(&["--country", "de", "estimate", "-"], plan.as_str(), 0, &["3.150,00\u{a0}$"]);
    check(&["estimate", "--country", "de", "-"], plan.as_str(), 0, &["3.150,00\u{a0}$"]);
    check(&["plan.ron", "check", "-"], plan, 2, &["\"plan.ron\" stands before the command; put it behind it"]);
}

#[test]
fn an_unknown_language_or_country_is_said_with_those_there_are() {
    let plan = plan("acne-scars");
    let check = |args: &[&str], said| check(&[&["check", "-"], args].concat(), plan.as_str(), 2, &[said]);
    check(&["--language", "xx"], "\"xx\" is not a known language; choose one of en, de");
    check(&["--country", "xx"], "\"xx\" is not a known country; choose one of neutral, us, uk, de, australia");
    check(&["--country", "de", "--language", "xx"], "„xx“ ist keine bekannte Sprache; wählen Sie eine von en, de");
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let mut draft = example("acne-scars");
    (draft.tax, draft.consultation_fee, draft.target) = ("8.875".into(), "45.50".into(), Some(30));
    (draft.profile.phototype, draft.options[0].lines[0].area) = (Some(Phototype::V), "both cheeks".into());
    let text = plan_text(&draft);
    for args in [
        &["estimate", "-", "--format", "json"][..],
        &["estimate", "-", "--format", "csv"],
        &["estimate", "-", "--format", "csv", "--at", "0,90,400"],
        &["compare", "-", "--format", "json"],
        &["compare", "-", "--format", "csv"],
        &["record", "-", "--format", "json"],
        &["catalog", "--format", "json"],
        &[
            "credit",
            "--price",
            "1750",
            "--months",
            "24",
            "--currency",
            "EUR",
            "--from",
            "2027-01-31",
            "--format",
            "json",
        ],
        &[
            "credit",
            "--price",
            "1750",
            "--months",
            "24",
            "--currency",
            "EUR",
            "--from",
            "2027-01-31",
            "--format",
            "csv",
        ],
        &["export", "-", "--what", "estimate-csv", "-o", "-"],
        &["export", "-", "--what", "estimate-json", "-o", "-"],
        &["export", "-", "--what", "ledger-csv", "-o", "-"],
        &["export", "-", "--what", "ledger-json", "-o", "-"],
        &["export", "-", "--what", "comparison-csv", "-o", "-"],
        &["export", "-", "--what", "comparison-json", "-o", "-"],
    ] {
        let of = |more: &[&str]| check(&[args, more].concat(), text.as_str(), 0, &[]).text().to_owned();
        let english = of(&[]);
        for more in [&["--language", "de"][..], &["--country", "de"], &["--country", "us"]] {
            assert!(of(more) == english, "{args:?} {more:?}");
        }
    }
}

#[test]
fn tables_of_plans_and_price_lists_are_the_same_bytes_in_every_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let put = |name: &str, text: &str| std::fs::write(path(name), text).expect("written");
    std::fs::create_dir(path("plans")).expect("a folder");
    put("plans/plan.ron", &plan("acne-scars"));
    let table = "kind,id,value,currency,typical,effective_from\ntreatment,microneedling,price,USD,399.50,2027-01-01\n";
    put("prices.csv", table);
    check(&["prices", "import", &path("prices.csv"), "--into", &path("prices.ron")], "", 0, &[]);
    for args in [
        vec!["table".to_owned(), path("plans")],
        vec!["table".to_owned(), path("plans"), "--prices".to_owned(), path("prices.csv")],
        vec!["prices".to_owned(), "import".to_owned(), path("prices.csv")],
        vec!["prices".to_owned(), "export".to_owned(), path("prices.ron")],
        vec!["prices".to_owned(), "export".to_owned()],
    ] {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let of = |more: &[&str]| super::run(&[&args, more].concat(), "");
        let english = of(&[]);
        assert_eq!(english.code, 0, "{args:?}: {}", english.text());
        for more in [&["--language", "de"][..], &["--country", "de"], &["--country", "us"]] {
            assert!(of(more).output == english.output, "{args:?} {more:?}");
        }
    }
}

#[test]
fn days_are_taken_as_the_country_writes_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let said = [
        ("de", "15.03.2027"),
        ("us", "03/15/2027"),
        ("uk", "15/03/2027"),
        ("us", "Mar 15, 2027"),
        ("de", "2027-03-15"),
    ];
    for (country, day) in said {
        std::fs::write(path("plan.ron"), plan("hair")).expect("written");
        check(&["issue", &path("plan.ron"), "--number", "CL-1", "--on", day, "--country", country], "", 0, &[]);
        let record = check(&["record", &path("plan.ron"), "--format", "json"], "", 0, &[]).json();
        assert_eq!(record["issues"][0]["issued_on"], "2027-03-15", "{day} in {country}");
        let table =
            format!("kind;id;value;currency;typical;effective_from\ntreatment;microneedling;price;USD;300;{day}\n");
        std::fs::write(path("prices.csv"), table).expect("written");
        check(&["prices", "import", &path("prices.csv"), "--country", country], "", 0, &["from: \"2027-03-15\""]);
    }
    let wrong = ["issue", &path("plan.ron"), "--on", "03/15/2027", "--country", "uk"];
    check(&wrong, "", 2, &["\"03/15/2027\" is not a date; write one such as 15 Mar 2027, or 2027-03-15"]);
    check(&["record", &path("plan.ron"), "--on", "bald", "--country", "de"], "", 2, &["„bald“ ist kein Datum"]);
}

#[test]
fn a_price_list_is_written_and_read_alike_in_every_language() {
    let table = "kind,id,name,value,concern,severity,currency,low,typical,high,effective_from\n\
                 treatment,microneedling,,sessions,acne-scars,severe,,4,5,6,\n\
                 treatment,microneedling,,price,,,USD,,399.50,,2027-01-01\n\
                 own add-on,,Vitamin C serum,price,,,USD,,25,,\n";
    let catalog = catalog();
    let list = csv::import(table.as_bytes(), &catalog, &|_| None).expect("a price list");
    let german = Locale::of("de").expect("Germany");
    let (of_table, written) = locale::with(german, || {
        let catalog = Catalog::built_in();
        let list = csv::import(table.as_bytes(), &catalog, &|_| None).expect("a price list");
        (list.clone(), csv::export(&list, &catalog, Currency::USD).expect("a table"))
    });
    assert_eq!(list, of_table);
    assert_eq!(written, csv::export(&list, &catalog, Currency::USD).expect("a table"));
    assert_eq!(csv::import(&written, &catalog, &|_| None), Ok(list));
}

//! `prices` and `--prices`: a table to fill in, imported whole or not at all, and used by every command.

use super::{check, example, plan, run};
use crate::plans::plan_text;
use collagen_ledger::catalog::{AddOnId, Catalog};
use collagen_ledger::document::AddOnDraft;
use collagen_ledger::price_list::{PriceListDraft, csv};
use collagen_ledger::storage::{self, Disk};
use collagen_ledger::units::Currency;
use std::path::PathBuf;

const TABLE: &str = "\
kind,id,name,code,group,value,concern,severity,currency,low,typical,high,effective_from
clinic,,,,,tax_percent,,,,,20,,
clinic,,,,,discount_percent,,,,,5,,
treatment,microneedling,,MN-01,Needling,price,,,USD,250,300,350,2027-01-01
treatment,microneedling,,,,price,,,USD,,310,,2027-06-01
treatment,microneedling,,,,sessions,acne-scars,,,,4,,
treatment,microneedling,,,,price,,,EUR,,280,,
own add-on,,Vitamin C serum,VC,Extras,price,,,USD,,25,,
";

/// A folder with a table of prices and a plan.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a folder") };
        desk.put("prices.csv", TABLE);
        desk.put("plan.ron", &plan("acne-scars"));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn name(&self, name: &str) -> String {
        self.path(name).to_str().expect("a name in UTF-8").to_owned()
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("written");
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("read")
    }

    /// Runs a command whose words that name a file here stand for its path.
    fn check(&self, args: &[&str], code: i32, said: &[&str]) -> super::Run {
        let is_file = |word: &&str| word.split_once('.').is_some_and(|(name, _)| !name.is_empty());
        let words: Vec<String> =
            args.iter().map(|word| if is_file(word) { self.name(word) } else { (*word).to_owned() }).collect();
        check(&words.iter().map(String::as_str).collect::<Vec<_>>(), "", code, said)
    }
}

#[test]
fn a_table_is_imported_exported_and_imported_again() {
    let desk = Desk::new();
    desk.check(&["prices", "import", "prices.csv", "--into", "prices.ron"], 0, &[]);
    desk.check(&["prices", "export", "prices.ron", "-o", "again.csv"], 0, &[]);
    desk.check(&["prices", "import", "again.csv", "--into", "again.ron"], 0, &[]);
    assert_eq!(desk.text("prices.ron"), desk.text("again.ron"));
    desk.check(&["prices", "export", "prices.ron", "-o", "again.xlsx", "--force"], 0, &[]);
    desk.check(&["prices", "import", "again.xlsx", "--into", "book.ron"], 0, &[]);
    assert_eq!(desk.text("prices.ron"), desk.text("book.ron"));
    desk.check(&["prices", "show", "again.xlsx", "--currency", "EUR"], 0, &[]);
    let list = csv::import(TABLE.as_bytes(), &Catalog::built_in(), &|_| None).expect("a list");
    let stored = storage::read_price_list(&Disk::here(), &desk.path("prices.ron")).expect("the list");
    assert_eq!(stored, PriceListDraft::from(&list));
    let printed = desk.check(&["prices", "import", "prices.csv"], 0, &["CollagenLedgerPriceList("]);
    assert_eq!(printed.text(), desk.text("prices.ron"));
}

#[test]
fn every_bad_row_is_named_and_nothing_is_written() {
    let desk = Desk::new();
    desk.put("prices.ron", "mine");
    desk.put("bad.csv", &TABLE.replace(",300,", ",3oo,").replace("microneedling,,,,sessions", "needling,,,,sessions"));
    let said = [
        "bad.csv, line 4, typical: \"3oo\" is not an amount",
        "bad.csv, line 6, id: \"needling\" is not a known treatment",
    ];
    for args in [
        &["prices", "import", "bad.csv", "--into", "prices.ron", "--force"][..],
        &["estimate", "plan.ron", "--prices", "bad.csv"],
    ] {
        let run = desk.check(args, 2, &said);
        assert_eq!(run.error.lines().count(), 2, "{}", run.error);
    }
    assert_eq!(desk.text("prices.ron"), "mine");
    desk.check(
        &["prices", "import", "prices.csv", "--into", "prices.ron"],
        2,
        &["prices.ron\" exists already", "--force"],
    );
    assert_eq!(desk.text("prices.ron"), "mine");
    desk.check(&["prices", "export", "-o", "prices.csv"], 2, &["prices.csv\" exists already"]);
    assert_eq!(desk.text("prices.csv"), TABLE);
    desk.check(
        &["estimate", "plan.ron", "--prices", "prices.ron"],
        2,
        &["prices.ron, line 1, column", "not a price list"],
    );
    desk.check(&["estimate", "plan.ron", "--prices", "none.ron"], 2, &["none.ron\" does not exist"]);
}

#[test]
fn without_a_price_list_the_catalogue_stands_alone() {
    let desk = Desk::new();
    let plain = desk.check(&["estimate", "plan.ron", "--format", "json"], 0, &[]).output;
    let empty = desk.check(&["prices", "export", "-o", "empty.csv"], 0, &[]);
    assert!(empty.output.is_empty());
    assert_eq!(
        desk.check(&["estimate", "plan.ron", "--format", "json", "--prices", "empty.csv"], 0, &[]).output,
        plain
    );
}

#[test]
fn every_command_takes_the_prices_of_the_plans_first_day() {
    let desk = Desk::new();
    desk.check(&["prices", "import", "prices.csv", "--into", "prices.ron"], 0, &[]);
    for list in ["prices.csv", "prices.ron"] {
        let json = desk.check(&["estimate", "plan.ron", "--format", "json", "--prices", list], 0, &[]).json();
        // Nine sessions at the price of 1 January, for the plan starts on 1 March.
        assert_eq!(json["options"][0]["totals"]["typical"], 9 * 30_000, "{list}");
        assert_eq!(json["options"][0]["totals"]["low"], 9 * 25_000, "{list}");
        assert_eq!(json["options"][0]["entries"][0]["basis"], "clinic", "{list}");
    }
    desk.check(&["check", "plan.ron", "--prices", "prices.ron"], 0, &["valid"]);
    desk.check(&["compare", "plan.ron", "--prices", "prices.ron"], 0, &["$2,700"]);
    desk.check(&["report", "plan.ron", "-o", "sheet.pdf", "--prices", "prices.ron"], 0, &[]);
    assert!(std::fs::read(desk.path("sheet.pdf")).expect("a sheet").starts_with(b"%PDF-"));
    desk.check(&["report", "plan.ron", "-o", "prices.ron"], 2, &["prices.ron\" is a price list"]);
    let mut draft = example("acne-scars");
    draft.options.truncate(1);
    draft.currency = Currency::from_code("EUR").expect("a currency");
    desk.put("euro.ron", &plan_text(&draft));
    desk.check(&["check", "euro.ron"], 2, &["the catalogue has no price in EUR"]);
    desk.check(&["check", "euro.ron", "--prices", "prices.ron"], 0, &["valid"]);
}

#[test]
fn an_add_on_of_the_clinics_own_needs_its_price_list() {
    let desk = Desk::new();
    let mut draft = example("acne-scars");
    draft.options[0].lines[0].add_ons.push(AddOnDraft::of_catalog(AddOnId::from("own-vitamin-c-serum")));
    desk.put("plan.ron", &plan_text(&draft));
    desk.check(&["check", "plan.ron"], 2, &["\"own-vitamin-c-serum\" is not a known add-on"]);
    desk.check(&["estimate", "plan.ron", "--prices", "prices.csv"], 0, &["Vitamin C serum with Microneedling"]);
    desk.check(&["report", "plan.ron", "-o", "sheet.pdf", "--prices", "prices.csv"], 0, &[]);
    let sheet = pdf_extract::extract_text(desk.path("sheet.pdf")).expect("the sheet's text");
    assert!(sheet.contains("Vitamin C serum"), "{sheet}");
}

#[test]
fn a_new_plan_starts_with_the_clinics_course_tax_and_discount() {
    let desk = Desk::new();
    desk.check(&["new", "--prices", "prices.csv", "-o", "new.ron"], 0, &[]);
    let draft = storage::read_plan(&Disk::here(), &desk.path("new.ron")).expect("a plan").draft;
    let line = &draft.options[0].lines[0];
    assert_eq!((draft.tax.as_str(), line.discount.as_str(), line.sessions), ("20%", "5%", 4));
    desk.check(&["check", "new.ron", "--prices", "prices.csv"], 0, &["valid"]);
}

#[test]
fn a_preview_says_what_a_list_changes_before_it_is_taken() {
    let desk = Desk::new();
    desk.put("other.ron", &plan("hair"));
    let run = desk.check(&["prices", "preview", "prices.csv", "plan.ron", "other.ron"], 0, &[]);
    let said = run.text();
    let line = |words: &str| said.lines().find(|line| line.contains(words)).expect(words);
    let (option, price) = (line("A · Microneedling"), line("$350 ($200–$500)"));
    assert!(option.contains("$3,150.00 → $2,700.00") && option.contains("−$450.00"), "{option}");
    assert!(price.contains("$300 ($250–$350)") && price.contains("guide → clinic's own"), "{price}");
    let laser = line("C · Ablative laser");
    assert!(laser.contains("±$0.00"), "{laser}");
    let same = desk.check(&["prices", "preview", "prices.csv", "plan.ron", "--before", "prices.csv"], 0, &[]);
    assert!(same.text().contains("Nothing changes."), "{}", same.text());
    desk.put("strict.csv", "kind,id,value,typical\ntreatment,microneedling,minimum_interval_days,42\n");
    desk.check(
        &["prices", "preview", "strict.csv", "plan.ron"],
        0,
        &["After, it cannot be estimated", "safe minimum of 42"],
    );
}

#[test]
fn show_says_of_each_value_whose_it_is() {
    let desk = Desk::new();
    let args = ["prices", "show", "prices.csv", "--on", "2027-03-01"];
    let run = desk.check(
        &args,
        0,
        &["Price list on 1 Mar 2027", "Microneedling · MN-01 · Needling", "Vitamin C serum · VC · Extras"],
    );
    let price = run.text().lines().find(|line| line.contains("$300")).expect("the price");
    for words in [
        "($250–$350)",
        "clinic's own, since 1 Jan 2027",
        "reset back to $350 ($200–$500), guide",
        "changes on 1 Jun 2027",
    ] {
        assert!(price.contains(words), "{price}");
    }
    let laser = run.text().lines().skip_while(|line| !line.starts_with("Radiofrequency")).nth(1).expect("a price");
    assert!(laser.contains("placeholder, P15, COST-26"), "{laser}");
    desk.check(&["prices", "show", "--on", "tomorrow"], 2, &["is not a date"]);
    desk.check(&["prices", "show", "--currency", "euro"], 2, &["three capital letters"]);
}

#[test]
fn help_explains_every_column() {
    let help = run(&["prices", "--help"], "");
    for field in collagen_ledger::price_list::Field::ALL {
        assert!(help.text().contains(field.name()), "{} is not explained", field.name());
    }
}

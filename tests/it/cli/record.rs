//! `issue`, `answer`, `revise`, `record`, and what the other commands make of an issued plan.

use super::{check, plan};
use std::path::Path;

/// A folder with a plan in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        desk.put("plan.ron", &plan("hair"));
        desk
    }

    fn name(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("a name in UTF-8").to_owned()
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.name(name), text).expect("written");
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.name(name)).expect("read")
    }

    fn sheet(&self, name: &str) -> String {
        pdf_extract::extract_text_from_mem(&std::fs::read(self.name(name)).expect("read")).expect("the text of a PDF")
    }

    /// Runs a command whose words that name a file here stand for its path.
    fn check(&self, args: &str, code: i32, said: &[&str]) -> super::Run {
        let is_file = |word: &str| Path::new(word).extension().is_some_and(|ending| ending.len() == 3);
        let words: Vec<String> =
            args.split(' ').map(|word| if is_file(word) { self.name(word) } else { word.to_owned() }).collect();
        check(&words.iter().map(String::as_str).collect::<Vec<_>>(), "", code, said)
    }
}

#[test]
fn a_plan_is_issued_answered_revised_and_issued_again() {
    let desk = Desk::new();
    let draft = desk.text("plan.ron");
    desk.check("check plan.ron", 0, &["valid\nDraft, not issued yet\n"]);
    desk.check("record plan.ron", 0, &["Draft, not issued yet"]);
    let on = "issue plan.ron --number CL-17 --on 2026-11-01 --valid-days 9";
    desk.check(&format!("{on} --born 2026-11-02"), 2, &["born on 2026-11-02 is not born"]);
    desk.check(&format!("{on} --decide-from 2026-10-31"), 2, &["nobody can decide on 2026-10-31"]);
    desk.check(&format!("{on} --decide-from 2026-11-11"), 2, &["valid until 2026-11-10; choose a day between"]);
    desk.check(&format!("{on} --sheet none/first.pdf"), 1, &["cannot be written"]);
    desk.check("record plan.ron", 0, &["Draft, not issued yet"]);
    let issue = "issue plan.ron --number CL-17 --on 2026-11-01 --valid-days 9 --born 1990-06-15 --sheet first.pdf";
    desk.check(issue, 0, &["Issued 1 Nov 2026 as CL-17, valid until 10 Nov 2026"]);
    desk.check("issue plan.ron", 2, &["issued already, as \"CL-17\"; revise it first"]);
    desk.check("record plan.ron --on 2026-11-10", 0, &["No answer yet"]);
    desk.check("record plan.ron --on 2026-11-11", 0, &["Expired, it was valid until 10 Nov 2026"]);
    desk.check("answer plan.ron accepted --on 2026-10-31", 2, &["before the day of issue"]);
    desk.check("answer plan.ron accepted --on 2199-01-01", 2, &["ahead of today"]);
    desk.check("answer plan.ron accepted --option f", 2, &["no option F in \"CL-17\""]);
    desk.check("answer plan.ron declined --option A", 2, &["--option goes with \"accepted\" only"]);
    desk.check("answer plan.ron accepted --option a --on 2026-11-05", 0, &["Option A accepted 5 Nov 2026"]);
    desk.check("answer plan.ron declined --on 2026-11-06", 0, &["Declined 6 Nov 2026"]);
    desk.check("revise plan.ron", 0, &["Revision 2 of CL-17, not issued yet"]);
    desk.check("issue plan.ron --number CL-17", 2, &["in the plan's record already"]);
    desk.check("issue plan.ron --on 2026-11-20 --sheet second.pdf", 0, &["Issued 20 Nov 2026 as CL-17-R2"]);
    let json = desk.check("record plan.ron --format json --on 2026-11-21", 0, &[]).json();
    assert_eq!((json["standing"].as_str(), json["revising"].as_bool()), (Some("issued"), Some(false)));
    let [first, second] = [&json["issues"][0], &json["issues"][1]];
    assert_eq!((&first["standing"], &first["superseded_by"]), (&"superseded".into(), &"CL-17-R2".into()));
    assert_eq!((&first["answers"][0]["option"], &first["answers"][1]["on"]), (&"A".into(), &"2026-11-06".into()));
    assert_eq!((&second["supersedes"], &second["revision"]), (&"CL-17".into(), &2.into()));
    desk.check("revise plan.ron", 0, &[]);
    let revised = desk.text("plan.ron").replacen("notes: \"\"", "notes: \"changed\"", 1);
    desk.put("plan.ron", &revised);
    desk.check("revise plan.ron --abandon", 0, &["Issued 20 Nov 2026 as CL-17-R2"]);
    assert!(!desk.text("plan.ron").contains("changed"), "what was issued is back");
    desk.put("draft.ron", &draft);
    desk.check("answer draft.ron accepted", 2, &["has not been issued yet"]);
    desk.check("revise draft.ron", 2, &["has not been issued yet"]);
}

#[test]
fn two_answers_at_once_are_both_kept() {
    let desk = Desk::new();
    desk.check("issue plan.ron --number CL-17 --on 2026-11-01", 0, &[]);
    let issued = desk.text("plan.ron");
    for _ in 0..40 {
        desk.put("plan.ron", &issued);
        std::thread::scope(|scope| {
            for answer in ["accepted", "declined"] {
                let desk = &desk;
                scope.spawn(move || desk.check(&format!("answer plan.ron {answer} --on 2026-11-05"), 0, &[]));
            }
        });
        let plan = collagen_ledger::storage::parse_plan(&desk.text("plan.ron")).expect("a plan");
        let record = plan.record();
        let answers = &record.last().expect("an issue").answers;
        assert_eq!(answers.len(), 2, "{answers:?}");
    }
}

#[test]
fn only_one_of_two_issues_at_once_is_made_and_its_sheet_is_the_one_that_is_there() {
    for _ in 0..4 {
        let desk = Desk::new();
        let (plan, sheet) = (desk.name("plan.ron"), desk.name("sheet.pdf"));
        let issue = |number| super::run(&["issue", &plan, "--number", number, "--sheet", &sheet], "").code;
        let (one, other) = std::thread::scope(|scope| {
            let one = scope.spawn(|| issue("CL-1"));
            (issue("CL-2"), one.join().expect("an end"))
        });
        assert_eq!(one + other, 2, "one is done, the other is told that the plan is issued already");
        let json = desk.check("record plan.ron --format json", 0, &[]).json();
        let number = json["issues"][0]["number"].as_str().expect("a number");
        assert!(desk.sheet("sheet.pdf").contains(number), "{number}");
    }
}

#[test]
fn the_original_says_nothing_of_itself_and_everything_later_says_copy() {
    let desk = Desk::new();
    desk.check("report plan.ron -o draft.pdf", 0, &[]);
    let draft = desk.sheet("draft.pdf");
    assert!(draft.contains("Draft, not issued") && draft.contains("Drafted") && !draft.contains("Issued"), "{draft}");
    let issue = "issue plan.ron --number CL-17 --on 2026-11-01 --decide-from 2026-11-08 --sheet first.pdf";
    desk.check(issue, 0, &[]);
    desk.check("report plan.ron -o copy.pdf", 0, &[]);
    let (original, copy) = (desk.sheet("first.pdf"), desk.sheet("copy.pdf"));
    for sheet in [&original, &copy] {
        for said in ["CL-17", "1 Nov 2026", "1 Dec 2026", "8 Nov 2026"] {
            assert!(sheet.contains(said), "{said:?} is missing in {sheet}");
        }
        assert!(!sheet.contains("Draft"), "{sheet}");
    }
    assert!(!original.contains("Copy") && copy.contains("Copy, printed"), "{copy}");
    desk.check("revise plan.ron", 0, &[]);
    desk.check("issue plan.ron --number CL-18 --on 2026-11-02 --sheet second.pdf", 0, &[]);
    let second = desk.sheet("second.pdf");
    assert!(second.contains("CL-18") && second.contains("Takes the place of") && second.contains("CL-17"), "{second}");
    desk.check("report plan.ron --issue CL-17 -o again.pdf", 0, &[]);
    let again = desk.sheet("again.pdf");
    assert!(again.contains("Copy, printed") && again.contains("8 Nov 2026"), "{again}");
    assert!(again.contains("Superseded by CL-18, on 2 Nov 2026") && again.contains("no longer holds"), "{again}");
    assert!(!again.contains("holds until") && !again.contains("Valid until"), "{again}");
    assert!(again.contains("Was valid until 1 Dec 2026"), "{again}");
    desk.check("report plan.ron --issue CL-99 -o none.pdf", 2, &["no issue \"CL-99\""]);
    desk.check("report plan.ron --number X -o none.pdf", 2, &["--number cannot be given for a plan that is issued"]);
}

#[test]
fn a_copy_keeps_the_words_and_the_letterhead_of_its_issue() {
    let desk = Desk::new();
    let clinic = |name: &str| format!("CollagenLedgerClinic(schema: 1, name: \"{name}\", cancellation: \"{name}!\")");
    desk.put("cl.ron", &clinic("Haut am Markt"));
    desk.check("issue plan.ron --country de --clinic cl.ron --on 2026-11-01 --sheet first.pdf", 0, &[]);
    desk.put("cl.ron", &clinic("Elsewhere"));
    desk.check("report plan.ron --clinic cl.ron -o copy.pdf", 0, &[]);
    let (original, copy) = (desk.sheet("first.pdf"), desk.sheet("copy.pdf"));
    for said in ["Haut am Markt", "Haut am Markt!", "01.11.2026", "Ausgestellt"] {
        assert!(original.contains(said) && copy.contains(said), "{said:?} is missing in {copy}");
    }
    assert!(!copy.contains("Elsewhere") && !copy.contains("Original"), "{copy}");
    desk.check("report plan.ron --clinic cl.ron --country us -o other.pdf", 0, &[]);
    let other = desk.sheet("other.pdf");
    assert!(other.contains("The original is in another language: Deutsch"), "{other}");
    assert!(other.contains("01.11.2026") && other.contains("Haut am Markt!"), "the notations stay: {other}");
    assert!(other.contains("630c") && !other.contains("Good Faith"), "so do the notices: {other}");
    desk.check("report plan.ron --language en -o english.pdf", 0, &[]);
    assert_eq!(desk.sheet("english.pdf"), other);
}

#[test]
fn a_draft_has_the_number_it_would_be_issued_under_in_every_language() {
    let desk = Desk::new();
    desk.put("plan.ron", &plan("acne-scars"));
    let drafted = |args: &str| {
        desk.check(&format!("report plan.ron -o draft.pdf{args}"), 0, &[]);
        desk.sheet("draft.pdf")
    };
    let (english, german) = (drafted(""), drafted(" --country de"));
    desk.check("issue plan.ron --country de", 0, &[]);
    let record = |at: usize| desk.check("record plan.ron --format json", 0, &[]).json()["issues"][at]["number"].clone();
    let number = record(0).as_str().expect("a number").to_owned();
    assert!(english.contains(&number) && german.contains(&number), "{number} is missing in {english}");
    desk.check("revise plan.ron", 0, &[]);
    let revision = drafted("");
    for said in [&format!("{number}-R2"), "Draft, not issued", "Revision 2", &format!("Takes the place of {number}")] {
        assert!(revision.contains(said), "{said:?} is missing in {revision}");
    }
    desk.check("issue plan.ron", 0, &[]);
    assert_eq!(record(1), format!("{number}-R2"));
}

#[test]
fn a_copy_prints_the_figures_that_were_frozen_and_says_where_only_prices_were() {
    let desk = Desk::new();
    desk.put("plan.ron", &plan("acne-scars"));
    desk.check("issue plan.ron --number CL-1 --on 2026-11-01 --sheet first.pdf", 0, &[]);
    let issued = desk.text("plan.ron");
    // As if the engine had counted otherwise then.
    let at = issued.find("figures: Figures(").expect("figures");
    let visits = issued[at..].find("visits: ").expect("visits") + at;
    let digits = issued[visits..].find(',').expect("a number");
    desk.put("plan.ron", &(issued[..visits].to_owned() + "visits: 7654" + &issued[visits + digits..]));
    desk.check("estimate plan.ron --format json", 0, &["7654"]);
    desk.check("report plan.ron -o copy.pdf", 0, &[]);
    let is_said = |name: &str| desk.sheet(name).replace(',', "").contains("7654");
    assert!(is_said("copy.pdf") && !is_said("first.pdf"));
    let json = desk.check("record plan.ron --format json", 0, &[]).json();
    assert_eq!(json["issues"][0]["whole"], true);
    desk.put("old.ron", include_str!("../../data/plan-v3.ron"));
    desk.check("record old.ron", 0, &["Of CL-1 only prices and intervals were kept"]);
    assert_eq!(desk.check("record old.ron --format json", 0, &[]).json()["issues"][0]["whole"], false);
    let (before, after) = issued.split_at(at);
    let other = "sessions: [Session(day: 0, date: \"2026-11-01\", line: \"99\", phase: Course, number: 1),";
    desk.put("plan.ron", &(before.to_owned() + &after.replacen("sessions: [", other, 1)));
    desk.check("check plan.ron", 2, &["\"CL-1\" are not those of its plan"]);
}

const BEFORE: &str = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,300\n";
const AFTER: &str = "kind,id,value,currency,typical\ntreatment,microneedling,price,USD,400\n";

#[test]
fn an_issued_plan_keeps_its_prices_and_tells_what_has_changed() {
    let desk = Desk::new();
    desk.put("plan.ron", &plan("acne-scars"));
    desk.put("before.csv", BEFORE);
    desk.put("after.csv", AFTER);
    let estimate = |list: &str| desk.check(&format!("estimate plan.ron --format csv --prices {list}"), 0, &[]).output;
    let (before, after) = (estimate("before.csv"), estimate("after.csv"));
    assert_ne!(before, after);
    desk.check("issue plan.ron --number CL-1 --prices before.csv", 0, &[]);
    assert_eq!(estimate("after.csv"), before, "the issued plan keeps its cents");
    assert_eq!(desk.check("estimate plan.ron --format csv", 0, &[]).output, before);
    let said = ["$2,700.00 → $3,600.00", "+$900.00", "$300 → $400"];
    desk.check("prices since plan.ron --prices after.csv", 0, &said);
    desk.check("prices since plan.ron --prices before.csv", 0, &["Nothing changes."]);
    desk.check("prices preview after.csv plan.ron --before before.csv", 0, &["Nothing changes."]);
    desk.check("revise plan.ron", 0, &[]);
    assert_eq!(estimate("after.csv"), after, "a revision takes the prices of today");
}

#[test]
fn the_table_of_a_folder_says_how_each_plan_stands() {
    let desk = Desk::new();
    for name in ["a.ron", "b.ron", "c.ron", "d.ron"] {
        desk.put(name, &plan("hair"));
    }
    desk.check("issue a.ron --number A --on 2026-11-01 --valid-days 2", 0, &[]);
    desk.check("issue b.ron --number B --on 2026-11-01", 0, &[]);
    desk.check("answer b.ron declined --on 2026-11-03", 0, &[]);
    desk.check("issue c.ron --number C --on 2026-11-01", 0, &[]);
    desk.check("revise c.ron", 0, &[]);
    desk.check("issue d.ron --number D --on 2026-11-01", 0, &[]);
    desk.check("answer d.ron accepted --option B --on 2026-11-03", 0, &[]);
    let folder = desk.0.path().to_str().expect("a name").to_owned();
    let table = check(&["table", &folder], "", 0, &[]);
    let mut reader = csv::Reader::from_reader(table.output.as_slice());
    let heading = reader.headers().expect("a heading").clone();
    let from = heading.iter().position(|name| name == "number").expect("the column");
    let mut rows: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.expect("a row").iter().skip(from).take(6).map(str::to_owned).collect())
        .collect();
    rows.dedup();
    let expected = [
        ["A", "expired", "2026-11-01", "2026-11-03", "", ""],
        ["B", "declined", "2026-11-01", "2026-12-01", "2026-11-03", ""],
        ["C", "draft", "2026-11-01", "2026-12-01", "", ""],
        ["D", "accepted", "2026-11-01", "2026-12-01", "2026-11-03", "B"],
        ["", "draft", "", "", "", ""],
    ];
    assert_eq!(rows, expected, "{heading:?}");
}

#[test]
fn from_standard_input_an_issued_plan_goes_to_standard_output() {
    let issued = check(&["issue", "-", "--number", "CL-1"], plan("hair"), 0, &["what: Issued("]);
    let answered = check(&["answer", "-", "accepted"], issued.output, 0, &["answer: accepted"]);
    check(&["check", "-"], answered.output.clone(), 0, &["as CL-1", "Accepted"]);
    let damaged = answered.text().replacen("number: \"CL-1\"", "number: \"\"", 1);
    check(&["check", "-"], damaged, 2, &["line ", "column ", "the issue has no number"]);
}

#[test]
fn an_entry_that_was_changed_outside_is_told_and_the_sheet_prints_its_seal() {
    let desk = Desk::new();
    desk.check("issue plan.ron --number CL-1 --on 2026-11-01 --sheet first.pdf", 0, &[]);
    desk.check("answer plan.ron declined --on 2026-11-02", 0, &[]);
    desk.check("revise plan.ron", 0, &[]);
    let json = desk.check("record plan.ron --format json", 0, &[]).json();
    let events = json["events"].as_array().expect("events");
    let what: Vec<_> = events.iter().map(|event| event["what"].as_str().unwrap_or_default()).collect();
    assert_eq!((what, &json["unbroken"]), (vec!["issued", "answered", "revision-begun"], &true.into()));
    assert_eq!(
        (&events[1]["before"][0], &events[0]["program"]),
        (&events[0]["seal"], &env!("CARGO_PKG_VERSION").into())
    );
    let seal = events[0]["seal"].as_str().expect("a seal");
    let printed = format!("Document CL-1 · entry {} {}", &seal[..4], &seal[4..8]);
    assert!(desk.sheet("first.pdf").contains(&printed), "{printed}");
    let entries = ["Written down", "Issued as CL-1", "CL-1 declined 2 Nov 2026", "Revision of CL-1 begun", &seal[4..8]];
    desk.check("record plan.ron", 0, &entries);
    desk.put("plan.ron", &desk.text("plan.ron").replacen("declined", "open", 1));
    let changed = "was changed outside the program";
    desk.check("record plan.ron", 0, &[changed, "older copy of the file"]);
    desk.check("check plan.ron", 0, &["valid", changed]);
    let json = desk.check("record plan.ron --format json", 0, &[]).json();
    assert_eq!(json["unbroken"], false);
}

//! `note` and `progress`: what really happened is noted, and how the plan goes on from there is shown.

use super::{check, plan};
use std::fs;

/// A folder with a plan that begins on 1 March 2024, and runs commands on it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let text = plan("acne-scars");
        let start = text.find("start: \"").expect("a first day") + "start: \"".len();
        let begun = format!("{}2024-03-01{}", &text[..start], &text[start + 10..]);
        fs::write(folder.path().join("plan.ron"), begun).expect("written");
        Self(folder)
    }

    fn check(&self, args: &[&str], code: i32, said: &[&str]) -> super::Run {
        let path = |name: &str| self.0.path().join(name).to_str().expect("UTF-8").to_owned();
        let is_file = |word: &str| ["plan.ron", "list.csv"].contains(&word);
        let words: Vec<String> =
            args.iter().map(|word| if is_file(word) { path(word) } else { (*word).to_owned() }).collect();
        check(&words.iter().map(String::as_str).collect::<Vec<_>>(), "", code, said)
    }
}

#[test]
fn what_happened_is_noted_shown_and_taken_back() {
    let desk = Desk::new();
    desk.check(&["progress", "plan.ron"], 2, &["it is not known with which option the plan goes on"]);
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-01", "--paid", "320.50"], 0, &["1 note written"]);
    desk.check(&["note", "plan.ron", "had", "microneedling", "--on", "2024-04-02"], 0, &["1 note written"]);
    desk.check(&["note", "plan.ron", "given-up", "a1", "--on", "2024-04-26"], 0, &["1 note written"]);
    desk.check(&["note", "plan.ron", "paid-back", "A", "20", "--for", "waiting", "--on", "2024-04-02"], 0, &["1 note"]);
    let shown = desk.check(
        &["progress", "plan.ron", "--on", "2024-05-01"],
        0,
        &[
            "By 1 May 2024: 2 sessions had, $500.50–$800.50 paid",
            "1 session given up",
            "Session 1 of 4",
            "$320.50",
            "Paid back: waiting",
        ],
    );
    let note =
        shown.text().lines().find(|line| line.contains("Paid back")).and_then(|line| line.split_whitespace().last());
    desk.check(&["note", "plan.ron", "take-back", note.expect("its number")], 0, &["1 note written"]);
    desk.check(&["note", "plan.ron", "take-back", note.expect("its number")], 2, &["was taken back already"]);
    desk.check(&["progress", "plan.ron", "--on", "2024-05-01"], 0, &["$520.50–$820.50 paid"]);
    desk.check(&["progress", "plan.ron", "--format", "csv"], 0, &["A,2024-04-26,A session given up,given-up,"]);
    desk.check(&["progress", "plan.ron", "--format", "json"], 0, &["\"state\": \"given-up\""]);
    desk.check(&["check", "plan.ron"], 0, &["valid"]);
}

/// What was paid today counts as paid, whatever is still to come today: a session that is overdue is foreseen for today.
#[test]
fn what_was_paid_today_is_paid_while_something_is_still_to_come() {
    let desk = Desk::new();
    let today = ["--on", "2024-04-20"];
    let said = |said: &[&str]| desk.check(&[&["progress", "plan.ron", "--option", "A"][..], &today].concat(), 0, said);
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-01", "--paid", "300"], 0, &[]);
    said(&["1 session had, $300 paid"]);
    desk.check(&[&["note", "plan.ron", "paid", "A", "900"][..], &today].concat(), 0, &[]);
    said(&["1 session had, $1,200 paid"]);
    desk.check(&[&["note", "plan.ron", "paid-back", "A", "100"][..], &today].concat(), 0, &[]);
    said(&["1 session had, $1,100 paid"]);
    desk.check(&[&["note", "plan.ron", "had", "A1", "--paid", "350"][..], &today].concat(), 0, &[]);
    said(&["2 sessions had, $1,450 paid"]);
    desk.check(&[&["note", "plan.ron", "paid-back", "A", "99999"][..], &today].concat(), 0, &[]);
    said(&["$98,549 more was paid back than was paid: take back what was noted by mistake"]);
}

#[test]
fn what_cannot_be_noted_is_said_with_a_remedy() {
    let desk = Desk::new();
    let text = || fs::read_to_string(desk.0.path().join("plan.ron")).expect("read");
    let before = text();
    let cases: [(&[&str], &str); 7] = [
        (&["had", "Z1"], "\"Z1\" is no treatment of the option"),
        (&["had", "A9"], "\"A9\" is no treatment of the option"),
        (&["had", "A1", "--on", "2199-01-01"], "lies ahead"),
        (&["had", "A1", "--on", "2023-01-01"], "more than a year before"),
        (&["booked", "A1", "--on", "2024-03-01"], "is past"),
        (&["had", "A1", "--on", "2024-03-01", "--paid", "many"], "\"many\" is not an amount"),
        (&["paid", "F", "10"], "the plan has no option F"),
    ];
    for (what, said) in cases {
        desk.check(&[&["note", "plan.ron"], what].concat(), 2, &[said]);
        assert_eq!(text(), before, "{what:?} changed the plan");
    }
}

#[test]
fn a_grade_narrows_what_is_expected_of_this_client() {
    let desk = Desk::new();
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-01"], 0, &["1 note written"]);
    desk.check(&["note", "plan.ron", "graded", "A", "20%", "--on", "2024-09-01"], 0, &["1 note written"]);
    let cases: [(&[&str], &str); 6] = [
        (&["graded", "A", "20%", "--on", "2024-09-01"], "was graded on 1 Sep 2024 already"),
        (&["graded", "A", "20%", "--on", "2024-03-01"], "a grade is against the first day, 1 Mar 2024"),
        (&["graded", "A", "101%", "--on", "2024-09-02"], "there is no such grade"),
        (&["graded", "A", "5/4", "--on", "2024-09-02"], "there is no such grade"),
        (&["graded", "A", "good", "--on", "2024-09-02"], "there is no such grade"),
        (&["graded", "A", "20", "--concern", "hair", "--on", "2024-09-02"], "hair"),
    ];
    for (what, said) in cases {
        desk.check(&[&["note", "plan.ron"], what].concat(), 2, &[said]);
    }
    let said = [
        "Graded: 20% better on 1 Sep 2024; that is one person's grade, by this clinic, give or take 10",
        "By the grade",
        "Result graded",
    ];
    desk.check(&["progress", "plan.ron", "--on", "2024-09-01"], 0, &said);
    desk.check(&["progress", "plan.ron", "--on", "2024-09-01", "--format", "csv"], 0, &["20% better,graded,"]);
    desk.check(&["record", "plan.ron"], 0, &["Result graded 1 Sep 2024 for Acne scars: 20% better"]);
    let json = desk.check(&["progress", "plan.ron", "--on", "2024-09-01", "--format", "json"], 0, &[]);
    let json: serde_json::Value = serde_json::from_str(json.text()).expect("JSON");
    let (graded, expected) = (&json["graded"], &json["expected"]);
    assert_eq!(graded["grades"][0]["most"], 0.2);
    let width = |best: &serde_json::Value| {
        best["people"][2].as_f64().zip(best["people"][0].as_f64()).map(|(p90, p10)| p90 - p10)
    };
    assert!(width(&graded["best"]) < width(&expected["best"]), "{graded}");
    assert!(graded["best"]["clinics"].is_null(), "it is of one person");
    // What lies ahead of the day of looking is not known yet.
    let before = desk.check(&["progress", "plan.ron", "--on", "2024-08-31", "--format", "json"], 0, &[]);
    assert!(serde_json::from_str::<serde_json::Value>(before.text()).expect("JSON")["graded"].is_null());
}

#[test]
fn a_table_of_appointments_is_noted_whole_or_not_at_all() {
    let desk = Desk::new();
    let table = |text: &str| fs::write(desk.0.path().join("list.csv"), text).expect("written");
    table(
        "date,treatment,status,paid\n2024-03-01,A1,had,300\n2024-13-01,A1,had,\n2024-04-01,A1,came,\n2024-04-02,B7,,\n",
    );
    let said = ["line 3: \"2024-13-01\"", "line 4: \"came\" is no status", "line 5: \"B7\" is no treatment"];
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &said);
    desk.check(&["progress", "plan.ron", "--option", "A"], 0, &["0 sessions had"]);
    table("\u{feff}Paid;Treatment;Date\r\n300,50;A1;2024-03-01\r\n;A1;2024-03-29\r\n;A1;2024-03-29\r\n");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 0, &["2 notes written"]);
    desk.check(&["note", "plan.ron", "list", "list.csv"], 0, &["All of it was noted already"]);
    desk.check(&["progress", "plan.ron", "--on", "2024-03-29"], 0, &["2 sessions had, $500.50–$800.50 paid"]);
    // An amount that would be lost, two rows that cannot both be, and tables without anything in them.
    let unhad = "an amount stands only with a session that was had";
    for status in ["given-up", "booked", "broken-off"] {
        table(&format!("date,treatment,status,paid\n2024-05-03,A1,{status},80\n"));
        desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["line 2: ", unhad]);
    }
    table("date,treatment,status,paid\n2024-05-03,A1,had,320\n2024-05-03,A1,had,330\n");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["line 3: this says something else", "than line 2"]);
    // An amount that is said once is the amount, whichever of two rows has it.
    for (rows, day) in [
        ("2024-05-03,A1,had,320\n2024-05-03,A1,had,\n", "2024-05-03"),
        ("2024-06-03,A1,,\n2024-06-03,A1,,330\n", "2024-06-03"),
    ] {
        table(&format!("date,treatment,status,paid\n{rows}"));
        desk.check(&["note", "plan.ron", "list", "list.csv"], 0, &[]);
        let shown = desk.check(&["progress", "plan.ron", "--on", day, "--format", "csv"], 0, &[]);
        let paid = if day == "2024-05-03" { "320.00" } else { "330.00" };
        assert!(shown.text().lines().any(|line| line.contains(day) && line.contains(paid)), "{}", shown.text());
    }
    table("date,treatment,status\n2024-05-03,A1,had\n2024-05-03,A1,given-up\n");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["line 3: this says something else", "than line 2"]);
    table("");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["line 1: the file is empty; it needs a heading row"]);
    table("date,treatment\n\n");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["line 1: the table has no rows below its heading"]);
    table("day,what\n2024-03-01,A1\n");
    desk.check(&["note", "plan.ron", "list", "list.csv"], 2, &["the table has no column \"date\""]);
}

#[test]
fn what_is_due_over_a_folder_is_listed_by_day() {
    let desk = Desk::new();
    let folder = desk.0.path().to_str().expect("UTF-8");
    desk.check(&["due", folder, "--on", "2024-03-01"], 0, &["Nothing is due"]);
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-01"], 0, &["1 note written"]);
    let due = ["due", folder, "--on", "2024-04-10", "--within", "40"];
    let shown = desk.check(&due, 0, &["10 Apr 2024", "plan ", "session 2 of 5: overdue", "8 May 2024"]);
    assert_eq!(shown.text().lines().count(), 2, "{}", shown.text());
    let rows = desk.check(
        &[&due[..], &["--format", "csv", "--language", "de"]].concat(),
        0,
        &[
            "date,file,reference,option,kind,what",
            "2024-04-10,plan.ron,,A,overdue,\"Microneedling, session 2 of 5: overdue\"",
        ],
    );
    assert_eq!(rows.text().lines().count(), 3);
    fs::write(desk.0.path().join("broken.ron"), "nothing").expect("written");
    // The others are listed all the same.
    let run = super::run(&due, "");
    assert_eq!((run.code, run.text()), (2, shown.text()));
    assert!(run.error.starts_with("broken.ron"), "{}", run.error);
}

#[test]
fn what_is_due_is_a_calendar_for_the_front_desk() {
    let desk = Desk::new();
    let folder = desk.0.path().to_str().expect("UTF-8");
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-01"], 0, &["1 note written"]);
    let ics = ["due", folder, "--on", "2024-04-10", "--within", "40", "--format", "ics"];
    let events =
        desk.check(&ics, 0, &["SUMMARY:plan: Microneedling\\, session 2 of 5: overdue", "DTSTART;VALUE=DATE:20240410"]);
    // Another version of the plan is due no second time, and a copy under another client's name is.
    for (name, times) in [("plan (conflicted copy).ron", 1), ("Huber.ron", 2)] {
        fs::copy(desk.0.path().join("plan.ron"), desk.0.path().join(name)).expect("copied");
        let run = desk.check(&["due", folder, "--on", "2024-04-10", "--within", "40"], 0, &[]);
        assert_eq!(run.text().matches("session 2 of 5").count(), times, "{}", run.text());
        fs::remove_file(desk.0.path().join("Huber.ron")).unwrap_or_default();
    }
    // The same session keeps its name in calendars whatever else happens.
    let uid = |text: &str| text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-04-12"], 0, &["1 note written"]);
    let later = ["due", folder, "--on", "2024-04-12", "--within", "30", "--format", "ics"];
    let again = desk.check(&later, 0, &["DTSTART;VALUE=DATE:20240510", "session 3 of 5"]);
    assert_eq!(uid(events.text())[1], uid(again.text())[0], "it was foreseen for the 8th");
    desk.check(
        &["due", folder, "--on", "2024-04-12", "--within", "0", "--format", "ics"],
        2,
        &["nothing to put into a calendar"],
    );
}

#[test]
fn what_is_expected_is_exported_as_what_is_planned_is() {
    let desk = Desk::new();
    desk.check(&["note", "plan.ron", "had", "A1", "--on", "2024-03-04", "--paid", "320"], 0, &["1 note written"]);
    let ledger =
        desk.check(&["export", "plan.ron", "--what", "ledger-csv", "--expected", "-o", "-"], 0, &["2024-03-04"]);
    let paid: Vec<&str> = ledger.text().lines().filter(|line| line.contains("2024-03-04")).collect();
    assert!(paid.len() == 1 && paid[0].contains("320.00"), "{paid:?}");
    let calendar = ["export", "plan.ron", "--what", "calendar", "--expected", "--no-aftercare", "-o", "-"];
    desk.check(&calendar, 0, &["DTSTART;VALUE=DATE:20240304"]);
    let planned = ["export", "plan.ron", "--what", "calendar", "--option", "A", "--no-aftercare", "-o", "-"];
    assert!(!desk.check(&planned, 0, &["DTSTART;VALUE=DATE:20240301"]).text().contains("DTSTART;VALUE=DATE:20240304"));
}

//! Files that are no plan: each is refused in one sentence with line and column.

use super::{check, plan, run};
use collagen_ledger::storage::parse_plan;

/// The plan with a piece replaced.
fn with(piece: &str, other: &str) -> Vec<u8> {
    let text = plan("acne-scars");
    assert!(text.contains(piece), "{piece:?} is not in the plan");
    text.replacen(piece, other, 1).into_bytes()
}

/// The plan with this many more options.
fn crowded(options: usize) -> Vec<u8> {
    with(
        "options: [",
        &format!("options: [{}", "Option(id:\"0\",mark:'A',name:\"x\",hidden:false,lines:[]),".repeat(options)),
    )
}

#[test]
fn check_refuses_hostile_files_in_one_sentence_with_line_and_column() {
    check_refused("check");
}

#[test]
fn estimate_refuses_hostile_files_in_one_sentence_with_line_and_column() {
    check_refused("estimate");
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn latin_1(text: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(text).expect("UTF-8");
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("one of Latin-1")).collect()
}

fn check_refused(command: &str) {
    let text = plan("acne-scars");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty", Vec::new(), "empty"),
        ("blank", b"\n\n  \n".to_vec(), ""),
        ("cut off", text.as_bytes()[..text.len() / 2].to_vec(), ""),
        (
            "cut off in a text",
            text.split_inclusive("reference: \"").next().unwrap_or_default().into(),
            "ends too early",
        ),
        ("text for a number", with("horizon_years: 5", "horizon_years: \"five\""), ""),
        ("number for a text", with("reference: \"\"", "reference: 5"), ""),
        ("list for a client", with("client: Client(", "client: [("), ""),
        ("NaN", with("sessions: 5", "sessions: NaN"), "1 to 520"),
        ("infinity", with("sessions: 5", "sessions: inf"), "1 to 520"),
        ("a fraction", with("sessions: 5", "sessions: 5.5"), "1 to 520"),
        ("none", with("sessions: 5", "sessions: 0"), "1 to 520"),
        ("below zero", with("sessions: 5", "sessions: -1"), "1 to 520"),
        ("2^32", with("sessions: 5", "sessions: 4294967296"), "1 to 520"),
        ("2^63", with("sessions: 5", "sessions: 9223372036854775808"), "1 to 520"),
        ("2^127", with("sessions: 5", "sessions: 170141183460469231731687303715884105728"), "1 to 520"),
        ("a hundred digits", with("sessions: 5", &format!("sessions: {}", "9".repeat(100))), ""),
        ("far too many years", with("horizon_years: 5", "horizon_years: 4000000000"), "1 to 10"),
        ("seven options", crowded(3), "more than 6"),
        ("thirty thousand options", crowded(30_000), "more than 6"),
        ("a million options", crowded(1_000_000), "too large"),
        ("nested round", "(".repeat(100_000).into_bytes(), ""),
        ("nested square", "[".repeat(100_000).into_bytes(), ""),
        ("nested in a field", with("options: [", &format!("options: [{}", "[".repeat(100_000))), ""),
        ("nested some", with("target_percent: None", &format!("target_percent: {}1", "Some(".repeat(50_000))), ""),
        ("newer", with("schema: 4", "schema: 5"), "schema 5"),
        ("newer and different", b"CollagenLedgerPlan(schema: 7, all: \"new\")".to_vec(), "schema 7"),
        ("older than any", with("schema: 4", "schema: 0"), ""),
        ("another struct", with("CollagenLedgerPlan", "CollagenLedgerSettings"), "not a plan"),
        ("JSON", b"{\"schema\": 1, \"options\": []}".to_vec(), "not a plan"),
        ("HTML", b"<!doctype html>\n<title>plan</title>".to_vec(), "not a plan"),
        ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "not text"),
        ("junk", (0..=255).cycle().take(10_000).collect(), "not text"),
        ("zeros", vec![0; 4096], ""),
        ("UTF-16", text.encode_utf16().flat_map(u16::to_le_bytes).collect(), ""),
        ("UTF-16 with its mark", [&b"\xff\xfe"[..], &utf_16(&text)].concat(), "save it as UTF-8"),
        ("Latin-1", latin_1(&with("reference: \"\"", "reference: \"Müller\"")), "save it as UTF-8"),
        ("a missing field", with("notes: \"\",", ""), "\"notes\" is missing"),
        ("an unknown field", with("notes: \"\",", "notes: \"\", extra: 1,"), "\"extra\" is no field"),
        ("a field twice", with("notes: \"\",", "notes: \"\", notes: \"\","), "stands twice"),
        ("a control character", with("reference: \"\"", "reference: \"\\u{1b}[31m\""), "control character"),
        ("an endless name", with("reference: \"\"", &format!("reference: \"{}\"", "x".repeat(121))), "120"),
        ("no date", with("start: \"2027-03-01\"", "start: \"2027-02-30\""), ""),
        ("no currency", with("currency: \"USD\"", "currency: \"gold\""), "currency code"),
        ("commands for the terminal", with("currency: \"USD\"", "currency: \"\\u{1b}[31m\\n\""), "currency code"),
        ("more behind it", [text.as_bytes(), b"(more: 1)"].concat(), ""),
    ];
    let mut wrong = Vec::new();
    for (name, bytes, said) in cases {
        let run = run(&[command, "-"], bytes);
        let placed = run.error.starts_with("standard input, line ") && run.error.contains(", column ");
        let one_sentence = run.error.trim_end().chars().all(|c| !c.is_control()) && run.error.len() < 400;
        if run.code != 2 || !run.output.is_empty() || !placed || !one_sentence || !run.error.contains(said) {
            wrong.push(format!("{command}, {name}: exit code {}, {}", run.code, run.error));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_plan_cut_off_anywhere_is_refused() {
    let text = plan("hair");
    // Cut after the last bracket, it is still whole.
    for length in (0..text.trim_end().len()).filter(|length| text.is_char_boundary(*length)) {
        assert!(parse_plan(&text[..length]).is_err(), "{length} of {} bytes", text.len());
    }
}

#[test]
fn what_is_merely_unusual_is_read() {
    let cases: [(&str, Vec<u8>); 3] = [
        ("Windows line ends", plan("acne-scars").replace('\n', "\r\n").into_bytes()),
        ("comments", with("schema: 4", "/* one */ schema: 4 // two\n")),
        ("a copied option", with("mark: 'B'", "mark: 'A'")),
    ];
    for (name, bytes) in cases {
        assert!(check(&["check", "-"], bytes, 0, &[]).text().starts_with("valid"), "{name}");
    }
}

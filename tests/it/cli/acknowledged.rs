//! `acknowledge`: what a clinician decides is listed, acknowledged by its code, and taken back.

use super::{check, example, run};
use crate::plans::plan_text;
use collagen_ledger::document::CheckDraft;
use std::fs;

#[test]
fn what_a_clinician_decides_is_listed_acknowledged_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("plan.ron");
    // The worked example, of a client who takes isotretinoin.
    let mut draft = example("acne-scars");
    draft.checklist = vec![CheckDraft { hold: "isotretinoin".into(), over: None }];
    fs::write(&path, plan_text(&draft)).expect("written");
    let file = path.to_str().expect("UTF-8");
    let listed = check(&["acknowledge", file], "", 0, &["For a clinician to decide", "Option A: Isotretinoin: "]);
    assert!(!listed.text().contains("[Acknowledged"), "{}", listed.text());
    let code = listed.text().lines().find(|line| line.contains("Option A: Isotretinoin")).expect("listed").trim()[..8]
        .to_owned();
    check(&["acknowledge", file, "00000000"], "", 2, &["there is nothing with the code 00000000 to decide"]);
    check(&["acknowledge", file, &code, "00000000"], "", 2, &["00000000"]);
    assert!(!fs::read_to_string(&path).expect("read").contains("Acknowledged"), "all of it or nothing");
    check(&["acknowledge", file, &code.to_uppercase()], "", 0, &["Acknowledged", &code, "[Acknowledged"]);
    check(&["acknowledge", file, "--format", "json"], "", 0, &[&format!("\"code\": \"{code}\""), "\"person\": \"\""]);
    check(&["check", file], "", 0, &["Option A: Isotretinoin", "[Acknowledged"]);
    check(&["record", file], "", 0, &["Option A, acknowledged: Isotretinoin"]);
    check(&["acknowledge", file, &code, "--take-back"], "", 0, &["For a clinician to decide"]);
    check(&["acknowledge", file, &code, "--take-back"], "", 2, &["was taken back already"]);
    assert!(!run(&["check", file], "").text().contains("[Acknowledged"));
    check(&["acknowledge", file, "--take-back"], "", 2, &["CODE"]);
    // From and to the standard streams.
    let text = fs::read_to_string(&path).expect("read");
    check(&["acknowledge", "-", &code], text, 0, &["Acknowledged("]);
    // It keeps nobody from issuing, and is said.
    check(&["issue", file, "--on", "2027-03-01"], "", 0, &["remarks for a clinician to decide are not ticked off yet"]);
}

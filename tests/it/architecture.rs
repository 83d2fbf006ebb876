//! The rooms and the direction of the arrows between them, read from the source.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may name. `app` and the binary may name all of them.
#[rustfmt::skip]
const MAY_NAME: [(&str, &str); 22] = [
    ("locale", ""),
    ("history", "locale"),
    ("units", "locale"),
    ("finance", "locale units"),
    ("catalog", "locale units"),
    ("overlay", "locale units catalog"),
    ("price_list", "locale history units catalog overlay"),
    ("clinic", ""),
    ("document", "locale history units finance catalog overlay clinic"),
    ("plan", "locale units finance catalog document"),
    ("schedule", "locale units catalog document plan"),
    ("response", "locale units catalog document plan"),
    ("ledger", "locale units catalog document plan schedule"),
    ("estimate", "locale units finance catalog document plan schedule response ledger"),
    ("compare", "locale units catalog document plan ledger estimate"),
    ("evaluation", "locale units catalog document plan ledger estimate compare"),
    ("wording", "locale units finance catalog overlay price_list document plan schedule ledger estimate compare evaluation"),
    ("report", "locale units finance catalog overlay price_list clinic document plan schedule ledger estimate compare evaluation wording"),
    ("storage", "locale units finance catalog overlay price_list clinic document plan report"),
    ("printing", "locale"),
    ("cli", "locale history units finance catalog overlay price_list clinic document plan estimate compare evaluation wording report storage printing app"),
    ("ui", "locale units finance catalog overlay price_list clinic document plan schedule ledger estimate compare evaluation wording report storage"),
];

fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&src.join(room), &mut found);
    found.extend(std::fs::read_to_string(src.join(format!("{room}.rs"))).map(|text| (PathBuf::from(room), text)));
    assert!(!found.is_empty(), "there is no room {room}");
    found
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(&path).expect("a source file");
            found.push((path, text));
        }
    }
}

#[test]
fn rooms_name_only_the_rooms_before_them() {
    let mut wrong = Vec::new();
    for (room, may_name) in MAY_NAME {
        for (path, text) in sources(room) {
            for named in text.split("crate::").skip(1) {
                let name: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let known = name == "app" || MAY_NAME.iter().any(|(other, _)| *other == name);
                if known && name != room && !may_name.split(' ').any(|other| other == name) {
                    wrong.push(format!("{} names {name}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_does_no_io_reads_no_clock_spawns_no_thread_and_knows_no_widget() {
    let forbidden = ["std::fs", "std::io", "std::env", "std::time", "std::thread", "Zoned::now", "egui", "println!"];
    let core = [
        "locale",
        "history",
        "units",
        "finance",
        "catalog",
        "overlay",
        "price_list",
        "clinic",
        "document",
        "plan",
        "schedule",
        "response",
        "ledger",
        "estimate",
        "compare",
        "evaluation",
    ];
    check_absent(&core, &forbidden);
}

#[test]
fn documents_read_no_clock() {
    check_absent(&["wording", "report"], &["std::time", "Zoned::now", "Timestamp::now"]);
}

#[test]
fn only_storage_touches_the_disk() {
    let disk = ["std::fs", "File::open", "File::create", "OpenOptions"];
    check_absent(&["wording", "report", "cli", "ui", "app"], &disk);
}

#[test]
fn the_model_takes_its_functions_from_one_library() {
    // The standard library's differ from platform to platform.
    check_absent(&["response", "estimate"], &[".exp()", ".powf(", ".powi(", ".ln()", ".exp_m1()", ".sqrt()"]);
}

#[test]
fn colours_live_in_the_tokens() {
    let literal = ["from_rgb(", "from_rgba", "from_gray", "Color32::RED", "Color32::WHITE", "Color32::BLACK"];
    let mut wrong = BTreeSet::new();
    for (path, text) in sources("ui") {
        if !path.ends_with("tokens.rs") {
            wrong.extend(literal.iter().filter(|one| text.contains(**one)).map(|one| (path.clone(), *one)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn check_absent(rooms: &[&str], forbidden: &[&str]) {
    let mut wrong = Vec::new();
    for room in rooms {
        for (path, text) in sources(room) {
            let found = forbidden.iter().filter(|word| text.contains(**word));
            wrong.extend(found.map(|word| format!("{} holds {word}", path.display())));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

//! What the program is built from is named with its licence.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::process::Command;

/// The file that the window shows. `UPDATE_LIBRARIES=1 cargo test --test licences` writes it anew.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/libraries.txt");

/// Every library that ends up in the program on a usual Linux desktop, one a line: name, version, licence.
fn libraries() -> String {
    let cargo = std::env::var("CARGO").unwrap_or("cargo".to_owned());
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"])
        .arg("--manifest-path")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo metadata");
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout).expect("JSON");
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let nodes: HashMap<String, Vec<serde_json::Value>> =
        list(&metadata["resolve"]["nodes"]).iter().map(|node| (text(&node["id"]), list(&node["deps"]))).collect();
    let root = text(&metadata["resolve"]["root"]);
    let mut reached = BTreeSet::new();
    let mut waiting = vec![root.clone()];
    while let Some(id) = waiting.pop() {
        for dependency in &nodes[&id] {
            let is_normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            if is_normal && reached.insert(text(&dependency["pkg"])) {
                waiting.push(text(&dependency["pkg"]));
            }
        }
    }
    let mut lines: Vec<String> = list(&metadata["packages"])
        .iter()
        .filter(|package| reached.contains(&text(&package["id"])))
        .map(|package| {
            let licence = package["license"].as_str().unwrap_or("licence in its files");
            format!("{} {} · {licence}", text(&package["name"]), text(&package["version"]))
        })
        .collect();
    lines.sort();
    lines.iter().fold(String::new(), |mut all, line| {
        let _ = writeln!(all, "{line}");
        all
    })
}

#[test]
fn every_library_is_named_with_its_licence() {
    let libraries = libraries();
    if std::env::var_os("UPDATE_LIBRARIES").is_some() {
        std::fs::write(FILE, &libraries).expect("written");
    }
    let named = std::fs::read_to_string(FILE).expect("the list");
    assert!(named == libraries, "the list is old; UPDATE_LIBRARIES=1 cargo test --test licences writes it anew");
}

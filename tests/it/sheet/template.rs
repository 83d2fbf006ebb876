//! A clinic's own layout: it is handed what the description says, it can be wrong, and typed text is never part of it.

use super::{Made, made, text_of};
use collagen_ledger::report::sheet::{self, Audience, Document, Handout, SheetError, Template};
use serde_json::Value;
use std::collections::BTreeSet;

fn laid_out(made: &Made, text: &str) -> Result<Vec<u8>, SheetError> {
    let template = Some(Template { name: "own.typ", text });
    made.with(|sheet| Document::of(&Handout { template, ..Handout::from(sheet) })?.pdf())
}

const OWN: &str = r#"#let data = json("data.json")
#set document(title: data.title)
#set text(font: "Inter", lang: "en")
= Our own #data.title
#for option in data.options.items [ #option.title ]
#image("spend.svg", alt: data.charts.spend_alt)
"#;

#[test]
fn an_own_layout_takes_the_place_of_the_built_in_one() {
    let made = made("acne-scars", |draft, _| draft.options[0].name = "#panic() *A*".to_owned());
    let pages = text_of(&laid_out(&made, OWN).unwrap());
    assert!(pages[0].contains("Our own") && !pages.concat().contains("At a glance"), "{pages:#?}");
    assert!(super::dense(&pages[0]).contains("#panic()*A*"), "typed text is no markup: {pages:#?}");
    let built_in = laid_out(&made, Template::BUILT_IN.text).unwrap();
    assert_eq!(built_in, made.pdf(sheet::Paper::A4).unwrap(), "the built-in layout is one like any other");
}

#[test]
fn a_broken_layout_is_named_with_its_line_and_the_built_in_one_still_works() {
    let cases = [
        ("unclosed", OWN.replace("[ #option.title ]", "[ #option.title"), 5, "unclosed delimiter"),
        ("no such field", OWN.replace("data.title\n", "data.heading\n"), 4, "heading"),
        ("no such function", format!("{OWN}\n#frobnicate()"), 8, "frobnicate"),
        ("a file of the disk", format!("{OWN}#read(\"/etc/passwd\")"), 7, "denied"),
        ("a package of the network", format!("#import \"@preview/x:1.0.0\": y\n{OWN}"), 1, ""),
        ("a picture without words", OWN.replace(", alt: data.charts.spend_alt", ""), 6, "alt"),
        ("no title", OWN.replace("#set document(title: data.title)\n", ""), 1, "title"),
        ("a line break in what it says", format!("{OWN}#panic(\"a\\nb\")"), 7, "panicked"),
    ];
    let made = made("texture", |_, _| {});
    for (what, text, line, said) in cases {
        let error = laid_out(&made, &text).unwrap_err();
        let SheetError::Template { file, line: found, message, .. } = &error else { panic!("{what}: {error:?}") };
        assert_eq!((file.as_str(), *found), ("own.typ", line), "{what}: {error}");
        assert!(message.contains(said), "{what}: {message}");
        let sentence = error.to_string();
        assert!(sentence.starts_with(&format!("own.typ, line {line}, column ")), "{what}: {sentence}");
        assert!(!sentence.contains('\n') && sentence.contains("built-in layout"), "{what}: {sentence}");
    }
    assert!(made.pdf(sheet::Paper::A4).is_ok());
}

/// The names of all fields at any depth.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            found.insert(name.clone());
            names(value, found);
        }),
        _ => {}
    }
}

#[test]
fn every_field_a_layout_is_handed_is_described() {
    let (made, mut found) = (made("acne-scars", |_, _| {}), BTreeSet::new());
    let clinic = super::handout::clinic();
    made.with(|sheet| {
        for audience in Audience::ALL {
            let data = sheet::data(&Handout { clinic: Some(&clinic), audience, ..Handout::from(sheet) }).unwrap();
            names(&serde_json::from_str(&data).unwrap(), &mut found);
        }
    });
    assert!(found.contains("supersedes") || found.len() > 60, "{found:?}");
    let missing: Vec<&String> = found.iter().filter(|name| !sheet::DATA.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "not described: {missing:?}");
}

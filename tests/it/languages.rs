//! Languages: every text that people see is translated, whole and with the same values in it.

use collagen_ledger::catalog::Catalog;
use collagen_ledger::locale::{Language, Pack};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The template that translators start from.
const TEMPLATE: &str = "assets/languages/collagen-ledger.pot";

/// An English text: its context, its plural, where it stands, and the values named where it is used.
#[derive(Default)]
struct English {
    plural: Option<String>,
    places: BTreeSet<String>,
    wrong: Vec<String>,
}

/// Context (may be empty) and text.
type Key = (String, String);

/// What texts count. A share, as in "{share} of draws", is no count.
const COUNTED: [&str; 30] = [
    "add-ons",
    "answers",
    "bytes",
    "cells",
    "characters",
    "codes",
    "concerns",
    "days",
    "decimals",
    "entries",
    "instalments",
    "lines",
    "months",
    "notes",
    "options",
    "parts",
    "periods",
    "plans",
    "points",
    "rows",
    "seconds",
    "sessions",
    "steps",
    "times",
    "treatments",
    "units",
    "values",
    "visits",
    "weeks",
    "years",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text in the source and in the assets.
fn texts() -> BTreeMap<Key, English> {
    let mut found = BTreeMap::new();
    visit(&root().join("src"), &mut found);
    // What the catalogue holds is printed as `English("…")`, so that no text of it can be left out.
    let catalogue: TokenStream = format!("{:?}", Catalog::built_in()).parse().expect("tokens");
    catalogue_texts(catalogue, &mut |text| _ = add(&mut found, "", text, "assets/catalog.ron"));
    for pack in Pack::all() {
        for text in [&pack.name, &pack.tax_word, &pack.credit_rate_word].into_iter().chain(&pack.notices) {
            add(&mut found, "", text, "assets/locales.ron");
        }
    }
    found
}

/// Every text within `English(…)` that has a letter in it: a year has no translation.
fn catalogue_texts(printed: TokenStream, found: &mut dyn FnMut(&str)) {
    let mut is_text = false;
    for token in printed {
        if let TokenTree::Group(group) = &token {
            let text = syn::parse2::<syn::LitStr>(group.stream()).ok().filter(|_| is_text).map(|text| text.value());
            match text {
                Some(text) if text.contains(char::is_alphabetic) => found(&text),
                _ => catalogue_texts(group.stream(), found),
            }
        }
        is_text = matches!(&token, TokenTree::Ident(name) if name == "English");
    }
}

fn add<'a>(found: &'a mut BTreeMap<Key, English>, context: &str, text: &str, place: &str) -> &'a mut English {
    let entry = found.entry((context.to_owned(), text.to_owned())).or_default();
    entry.places.insert(place.to_owned());
    entry
}

fn visit(folder: &Path, found: &mut BTreeMap<Key, English>) {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            visit(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("locale/words.rs") {
            let source = std::fs::read_to_string(&path).expect("a source file");
            let tokens: TokenStream = source.parse().expect("Rust");
            let place = path.strip_prefix(root()).expect("inside").display().to_string();
            scan(tokens, &place, found);
        }
    }
}

fn scan(tokens: TokenStream, place: &str, found: &mut BTreeMap<Key, English>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            let named = at.checked_sub(2).map(|two| (tokens[two].to_string(), tokens[at - 1].to_string()));
            if let Some((name, bang)) = named
                && bang == "!"
                && ["tr", "trn", "english"].contains(&name.as_str())
            {
                take(&name, group.stream(), place, found);
            }
            scan(group.stream(), place, found);
        }
    }
}

/// Takes the texts of one use of a macro, unless it only says what a macro of ours is to look like, and compares the values given with those named.
fn take(name: &str, inside: TokenStream, place: &str, found: &mut BTreeMap<Key, English>) {
    if inside.to_string().starts_with('$') {
        return;
    }
    let mut parts: Vec<Vec<TokenTree>> = vec![Vec::new()];
    for token in inside {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => parts.push(Vec::new()),
            _ => parts.last_mut().expect("one at least").push(token),
        }
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    let text = |part: &[TokenTree]| -> Option<String> {
        let [TokenTree::Literal(literal)] = part else { return None };
        syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|literal| literal.value())
    };
    let (context, english, plural, values) = match name {
        "trn" => (String::new(), text(&parts[1]), parts.get(2).and_then(|part| text(part)), &parts[3..]),
        _ if parts[0].first().is_some_and(|token| token.to_string() == "in") => {
            let context = text(&parts[0][1..]).expect("a context");
            (context, parts.get(1).and_then(|part| text(part)), None, &parts[2..])
        }
        _ => (String::new(), text(&parts[0]), None, &parts[1..]),
    };
    let english = english.unwrap_or_else(|| panic!("{place}: {name}! takes texts as they stand"));
    let given: BTreeSet<String> = values.iter().map(|value| value[0].to_string()).collect();
    let mut wrong = Vec::new();
    let named: BTreeSet<String> =
        [Some(&english), plural.as_ref()].into_iter().flatten().flat_map(|t| names(t)).collect();
    if named != given && name != "english" {
        wrong.push(format!("{place}: {english:?} names {named:?} and is given {given:?}"));
    }
    let entry = add(found, &context, &english, place);
    entry.plural = plural.or(entry.plural.take());
    entry.wrong.extend(wrong);
}

/// The names in braces.
fn names(text: &str) -> BTreeSet<String> {
    let named = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    named
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
        .collect()
}

#[test]
fn texts_name_the_values_they_are_given() {
    let wrong: Vec<String> = texts().into_values().flat_map(|english| english.wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether a value stands before something counted, with one word between at most; or whether the text is such a word by
/// itself that is written behind a number.
fn counts(text: &str) -> bool {
    let is_counted = |word: &str| COUNTED.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    let follows = |words: &[&str]| match words {
        [counted, ..] if is_counted(counted) => true,
        [between, counted, ..] => between.chars().all(char::is_alphabetic) && is_counted(counted),
        _ => false,
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_unit = text.starts_with(' ') && words.first().is_some_and(|word| is_counted(word));
    is_unit || (0..words.len()).any(|at| words[at].ends_with('}') && follows(&words[at + 1..]))
}

/// One of something is not said as several are, and there are languages of more than two forms.
#[test]
fn every_text_with_a_count_has_plural_forms() {
    let texts = texts();
    let bare = texts.iter().filter(|((_, text), english)| english.plural.is_none() && counts(text));
    let bare: Vec<&str> = bare.map(|((_, text), _)| text.as_str()).collect();
    assert!(bare.is_empty(), "{} texts: {bare:#?}", bare.len());
}

#[test]
fn every_text_is_translated_with_the_same_values() {
    let texts = texts();
    let mut wrong = Vec::new();
    for language in Language::all().into_iter().skip(1) {
        for ((context, text), english) in &texts {
            let key = if context.is_empty() { text.clone() } else { format!("{context}\u{4}{text}") };
            let forms: Vec<Option<&str>> = match &english.plural {
                Some(_) => [1, 2, 5].map(|count| language.plural(&key, count)).to_vec(),
                None => vec![language.text(&key)],
            };
            let place = english.places.first().map_or("", String::as_str);
            for form in forms {
                match form {
                    None => wrong.push(format!("{}: {place}: not translated: {text:?}", language.code)),
                    // One of two numbers need not stand in the text: "a year".
                    Some(form) if !names(form).is_subset(&allowed(text, english)) => {
                        wrong.push(format!("{}: {place}: other values than {text:?}: {form:?}", language.code));
                    }
                    Some(form) if english.plural.is_none() && names(form) != names(text) => {
                        wrong.push(format!("{}: {place}: values are missing: {form:?}", language.code));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

fn allowed(text: &str, english: &English) -> BTreeSet<String> {
    names(text).into_iter().chain(english.plural.as_deref().map(names).unwrap_or_default()).collect()
}

#[test]
fn no_translation_is_left_over() {
    let texts = texts();
    let known: BTreeSet<String> = texts
        .keys()
        .map(|(context, text)| if context.is_empty() { text.clone() } else { format!("{context}\u{4}{text}") })
        .collect();
    for language in Language::all().into_iter().skip(1) {
        let left: Vec<&str> = language.keys().filter(|key| !known.contains(*key)).collect();
        assert!(left.is_empty(), "{}: nothing says this any more: {left:#?}", language.code);
    }
}

/// `UPDATE_LANGUAGES=1` writes the template anew.
#[test]
fn the_template_for_translators_is_up_to_date() {
    let template = template(&texts());
    let path = root().join(TEMPLATE);
    if std::env::var_os("UPDATE_LANGUAGES").is_some() {
        std::fs::write(&path, &template).expect("the template is written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == template, "{TEMPLATE} is out of date; write it anew with UPDATE_LANGUAGES=1");
}

fn template(texts: &BTreeMap<Key, English>) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"));
    let mut written = String::from(
        "# The texts of Collagen Ledger. Copy this file to CODE.po, translate it, and put it into the program's\n\
         # folder \"languages\"; the README says where that is.\n\
         msgid \"\"\nmsgstr \"\"\n\
         \"Project-Id-Version: Collagen Ledger\\n\"\n\
         \"Content-Type: text/plain; charset=UTF-8\\n\"\n\
         \"Content-Transfer-Encoding: 8bit\\n\"\n\
         \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n",
    );
    for ((context, text), english) in texts {
        written.push('\n');
        let places: Vec<&str> = english.places.iter().map(String::as_str).collect();
        let _ = writeln!(written, "#: {}", places.join(" "));
        if !context.is_empty() {
            let _ = writeln!(written, "msgctxt {}", quoted(context));
        }
        let _ = writeln!(written, "msgid {}", quoted(text));
        match &english.plural {
            Some(plural) => {
                let _ = writeln!(written, "msgid_plural {}\nmsgstr[0] \"\"\nmsgstr[1] \"\"", quoted(plural));
            }
            None => written.push_str("msgstr \"\"\n"),
        }
    }
    written
}

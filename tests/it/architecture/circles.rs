//! No circle among files: what a file names lies in files that do not name it, neither directly nor around others.
//! A module that only declares and hands on names nothing; methods are not seen, wherever they are implemented.

use super::assert_none;
use super::source::{File, SOURCE, files};
use std::collections::{BTreeMap, BTreeSet};

/// Which files each file names, each with the names it has from there.
type Graph<'s> = BTreeMap<&'s str, BTreeMap<&'s str, BTreeSet<&'s str>>>;

fn graph(files: &[File]) -> Graph<'_> {
    let mut graph = Graph::new();
    for file in files {
        let named = graph.entry(&file.path).or_default();
        for name in &file.named {
            if let Some(other) = name.file.as_deref().filter(|other| *other != file.path) {
                let item = name.path.rsplit("::").next().unwrap_or_default();
                named.entry(other).or_default().insert(item);
            }
        }
    }
    graph
}

/// The files that name each other around a circle.
fn circles<'s>(graph: &Graph<'s>) -> BTreeSet<BTreeSet<&'s str>> {
    let reached = |from: &str| {
        let (mut reached, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = open.pop() {
            let next = graph[file.as_str()].keys();
            open.extend(next.filter(|next| reached.insert(**next)).map(|next| (*next).to_owned()));
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph.keys().map(|file| (*file, reached(file))).collect();
    let circle = |file: &&'s str| reached[file].iter().copied().filter(|other| reached[other].contains(file)).collect();
    graph.keys().map(circle).filter(|circle: &BTreeSet<_>| !circle.is_empty()).collect()
}

#[test]
fn no_file_names_one_that_names_it() {
    let graph = graph(&SOURCE);
    let mut told = Vec::new();
    for circle in circles(&graph) {
        for file in &circle {
            for (other, names) in graph[file].iter().filter(|(other, _)| circle.contains(*other)) {
                told.push(format!("{file} names {names:?} of {other}"));
            }
        }
    }
    assert_none("circles of files", &told);
}

/// The circles of a small house.
fn check(texts: &[(&str, &str)], expected: &[&[&str]]) {
    let texts = texts.iter().map(|(path, text)| ((*text).to_owned(), (*path).to_owned()));
    let files = files(texts);
    let expected: BTreeSet<BTreeSet<&str>> = expected.iter().map(|circle| circle.iter().copied().collect()).collect();
    assert_eq!(circles(&graph(&files)), expected);
}

#[test]
fn circles_are_found_wherever_they_hide() {
    let lib = ("lib.rs", "mod a; mod b;");
    let b = ("b.rs", "use crate::a::A; pub struct B(A); pub fn make() {} pub const MOST: u8 = 1;");
    let both: &[&[&str]] = &[&["a.rs", "b.rs"]];
    // Written in full, brought in by `use`, by a group, by a glob, under another name, within a module, in a macro.
    let named = [
        "fn f(_: crate::b::B) {}",
        "use crate::b::B;",
        "use super::{b::{self, B as Other}};",
        "use crate::b::*; fn f(_: B) {}",
        "use crate::b; fn f() { b::make() }",
        "use crate as house; fn f() { house::b::make() }",
        "mod inside { use super::super::b::B; }",
        "fn f() { println!(\"{}\", crate::b::MOST) }",
        "#[derive(crate::b::B)] struct D;",
    ];
    for text in named {
        check(&[lib, b, ("a.rs", &format!("pub struct A; {text}"))], both);
    }
    // Said and not named, handed on, for tests alone, or of another crate.
    let unnamed = [
        "/// crate::b::B\nconst TEXT: &str = \"crate::b::B\"; // crate::b::B",
        "pub use crate::b::B;",
        "#[cfg(test)] mod tests { use crate::b::B; }",
        "fn f(b: Other) { b.make(); ::b::make() }",
    ];
    for text in unnamed {
        check(&[lib, b, ("a.rs", &format!("pub struct A; {text}"))], &[]);
    }
    // Around a third, and through what another hands on.
    check(
        &[
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "pub struct A(crate::c::B);"),
            ("b.rs", "use crate::a::A; pub struct B(A); "),
            ("c/mod.rs", "pub use crate::b::B; mod d;"),
            ("c/d.rs", "use super::B;"),
        ],
        both,
    );
}

//! The house: its rooms and the arrows between them, no circle among files, and what each part must not know. Read from
//! the syntax of the source, so that texts and comments do not count.
//!
//! What is not yet as it is to be stands in lists that only get shorter: whoever mends something takes it off.

mod circles;
mod names;
mod rooms;
mod source;

use rooms::is_core;
use source::{File, SOURCE, read};

/// Asserts that nothing of the kind is found.
fn assert_none(kind: &str, found: &[String]) {
    assert!(found.is_empty(), "{kind}: {found:#?}");
}

/// Asserts that files of some rooms name nothing that is forbidden there.
fn assert_unnamed(is_meant: impl Fn(&File) -> bool, is_forbidden: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    for file in SOURCE.iter().filter(|file| is_meant(file)) {
        let names = file.named.iter().filter(|name| is_forbidden(&name.path));
        wrong.extend(names.map(|name| format!("{} names {}", file.path, name.path)));
    }
    assert_none("names that do not belong here", &wrong);
}

/// Whether a path begins with one of these.
fn is_of(path: &str, modules: &[&str]) -> bool {
    modules.iter().any(|module| path.strip_prefix(module).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")))
}

const CLOCKS: [&str; 4] = ["std::time::Instant", "std::time::SystemTime", "jiff::Zoned::now", "jiff::Timestamp::now"];

#[test]
fn the_core_does_no_io_reads_no_clock_spawns_no_thread_and_knows_no_widget() {
    let outside = ["std::fs", "std::io", "std::env", "std::net", "std::process", "std::time", "std::thread"];
    let widgets = ["egui", "eframe", "egui_extras", "egui_plot"];
    let printing = ["print", "println", "eprint", "eprintln", "dbg"];
    let outside = [&outside[..], &widgets, &printing, &CLOCKS].concat();
    assert_unnamed(|file| is_core(&file.room), |path| is_of(path, &outside));
}

#[test]
fn documents_read_no_clock() {
    assert_unnamed(|file| ["wording", "report"].contains(&file.room.as_str()), |path| is_of(path, &CLOCKS));
}

#[test]
fn only_storage_touches_the_disk() {
    assert_unnamed(|file| file.room != "storage", |path| is_of(path, &["std::fs", "atomic_write_file"]));
}

#[test]
fn colours_live_in_the_tokens() {
    let is_colour = |path: &str| {
        let (of, name) = path.rsplit_once("::").unwrap_or_default();
        let is_constant = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
        // No colours by themselves.
        let is_none = ["TRANSPARENT", "PLACEHOLDER"].contains(&name);
        of.ends_with("Color32") && (name.starts_with("from_") || is_constant) && !is_none
    };
    assert_unnamed(|file| file.room == "ui" && file.path != "ui/theme/tokens.rs", is_colour);
}

#[test]
fn the_core_and_the_fit_take_their_functions_from_one_library() {
    // The standard library's differ from platform to platform in their last bits.
    let mut functions = "exp exp2 exp_m1 ln ln_1p log log2 log10 powf powi sqrt cbrt hypot mul_add".to_owned();
    functions += " sin cos tan asin acos atan atan2 sin_cos sinh cosh tanh asinh acosh atanh";
    let is_one = |name: &str| functions.split(' ').any(|function| function == name);
    let fit = read("examples/fit");
    let mut wrong = Vec::new();
    for file in SOURCE.iter().filter(|file| is_core(&file.room)).chain(&fit) {
        let calls = file.methods.iter().filter(|method| is_one(method));
        wrong.extend(calls.map(|method| format!("{} calls {method}", file.path)));
        let names = file.named.iter().filter_map(|name| name.path.strip_prefix("f64::")).filter(|name| is_one(name));
        wrong.extend(names.map(|name| format!("{} names f64::{name}", file.path)));
    }
    assert_none("functions of the standard library", &wrong);
}

#[test]
fn nothing_rests_on_a_debug_text() {
    // It changes with the name of a field: no order, id, number or word may come from it.
    let files = SOURCE.iter().filter(|file| !file.debugged.is_empty());
    assert_none(
        "files that write values as `Debug` has them",
        &files.map(|file| file.path.clone()).collect::<Vec<_>>(),
    );
}

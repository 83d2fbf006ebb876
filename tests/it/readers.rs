//! What fuzzing found, and what it begins with: every seed of every reader.

#[allow(unreachable_pub, reason = "fuzzing uses each reader by itself")]
#[path = "../../fuzz/readers.rs"]
mod fuzzed;

use fuzzed::READERS;
use std::fs;
use std::path::{Path, PathBuf};

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn names_in(folder: &str) -> Vec<String> {
    let files = fs::read_dir(fuzz().join(folder)).expect("a folder").map(|file| file.expect("a file").path());
    let mut names: Vec<String> =
        files.map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A seed that broke a reader once never does again, and each reader has one in which there is something to read.
#[test]
fn no_seed_breaks_its_reader() {
    for (name, reader) in READERS {
        let seeds = fs::read_dir(fuzz().join("seeds").join(name)).expect("its seeds");
        let seeds = seeds.map(|seed| seed.expect("a seed").path());
        let read = seeds.filter(|seed| {
            println!("{}", seed.display());
            reader(&fs::read(seed).expect("a seed"))
        });
        assert!(read.count() > 0, "{name} has no seed that it reads");
    }
}

#[test]
fn each_reader_can_be_fuzzed() {
    let mut names: Vec<String> = READERS.iter().map(|(name, _)| (*name).to_owned()).collect();
    names.sort();
    assert_eq!(names_in("seeds"), names);
    assert_eq!(names_in("fuzz_targets"), names);
    let manifest = fs::read_to_string(fuzz().join("Cargo.toml")).expect("its manifest");
    for name in names {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is not built");
        let target = fs::read_to_string(fuzz().join(format!("fuzz_targets/{name}.rs"))).expect("a target");
        assert!(target.contains(&format!("readers::{name}(bytes)")), "{target}");
    }
}

//! What fuzzing found, and what it begins with: every seed of every reader.

#[allow(unreachable_pub, reason = "fuzzing uses each reader by itself")]
#[path = "../../fuzz/readers.rs"]
mod fuzzed;

use std::fs;
use std::path::Path;

/// A seed that broke a reader once never does again; each reader has one that it reads.
#[test]
fn no_seed_breaks_its_reader() {
    for (name, reader) in fuzzed::READERS {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(name);
        let seeds: Vec<_> = fs::read_dir(&seeds).expect("its seeds").map(|seed| seed.expect("a seed").path()).collect();
        assert!(!seeds.is_empty(), "{name} has no seed");
        for seed in seeds {
            println!("{}", seed.display());
            reader(&fs::read(&seed).expect("a seed"));
        }
    }
}

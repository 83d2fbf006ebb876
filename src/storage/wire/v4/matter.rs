//! What somebody acknowledges.

use super::clinical::Clinical;
use super::key::Key;
use crate::record;
use crate::storage::wire::stored::{Stored, stored};

stored! {
    struct Matter = record::Matter {
        option: Option<Key>,
        remark: Clinical,
    }
}

/// What a matter is told by: the first 32 bits of the SHA-256 of its text in a file, such as `3f2a91bc`. The same in every language
/// and at every desk.
pub(in crate::storage) fn code(matter: &record::Matter) -> String {
    // Serialising plain data into memory has no way to fail.
    let text = ron::to_string(&Matter::of(matter)).unwrap_or_default();
    record::Seal::of(text.as_bytes()).short().replace(' ', "")
}

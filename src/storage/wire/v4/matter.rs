//! What a clinician decides, as it was read.

use super::key::Key;
use crate::catalog;
use crate::plan::ClinicalRemark;
use crate::record;
use crate::storage::wire::bounded::{Day, List, Text, Whole};
use crate::storage::wire::stored::{Stored, stored};
use crate::text;

/// Days of the least, the counting and the longest distance.
type Days = (Whole<0, { u32::MAX }>, Whole<0, { u32::MAX }>, Whole<0, { u32::MAX }>);

stored! {
    struct Matter = record::Matter {
        option: Option<Key>,
        remark: Remark,
    }
}

stored! {
    enum Remark = ClinicalRemark {
        Caution(caution: Words),
        Unusual { name: Words, concern: Option<Words> },
        Doubtful { name: Words, note: Words },
        TooSoonAfter { name: Words, date: Day, other: Words, other_date: Day, days: Days },
        OnHold { names: List<Words, 100>, hold: Words, advice: Advice, date: Day, until: Option<Day>, days: Days },
        SameDay { name: Words, other: Words, date: Day },
        InDowntime { name: Words, date: Day, other: Words, other_date: Day, downtime: i32 },
    }

    enum Advice = catalog::Advice {
        Wait,
        AskPrescriber,
        PatchTest,
        Note,
    }

    enum Words = text::Text {
        English(text: Text<1000>),
        Own(text: Text<1000>),
    }
}

/// What a matter is told by: the first 32 bits of the SHA-256 of its text in a file, such as `3f2a91bc`. The same in every language
/// and at every desk.
pub(in crate::storage) fn code(matter: &record::Matter) -> String {
    // Serialising plain data into memory has no way to fail.
    let text = ron::to_string(&Matter::of(matter)).unwrap_or_default();
    record::Seal::of(text.as_bytes()).short().replace(' ', "")
}

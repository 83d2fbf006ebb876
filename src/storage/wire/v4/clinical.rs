//! What a clinician decides.

use super::values::Words;
use crate::catalog;
use crate::plan;
use crate::storage::wire::bounded::{Day, Id, List, Whole};
use crate::storage::wire::stored::stored;

/// Days of the least, the counting and the longest distance.
type Days = (Count, Count, Count);
type Count = Whole<0, { u32::MAX }>;

/// Days of further sessions, alone and with another day.
type Further = List<Day, 50_000>;
type Pairs = List<(Day, Day), 50_000>;

stored! {
    enum Clinical = plan::ClinicalRemark {
        Caution(caution: Words),
        Unusual { name: Words, of: Id, concern: Option<Words> },
        Doubtful { name: Words, of: Id, concern: Option<Words>, note: Words },
        TooSoonAfter { given: Given, date: Day, other: Given, other_date: Day, days: Days, further: Pairs },
        OnHold { names: List<Words, 1000>, hold: Words, advice: Advice, wait: Option<(Day, Day)>, days: Days, further: Further },
        SameDay { given: Given, other: Given, date: Day, further: Further },
        InDowntime { given: Given, date: Day, other: Given, other_date: Day, downtime: i32, further: Pairs },
    }

    enum Advice = catalog::Advice {
        Wait,
        AskPrescriber,
        PatchTest,
        Note,
    }
}

stored! {
    struct Given = plan::Given {
        treatment: Words,
        area: Words,
    }
}

//! What is typed never decides: two lines that are due on one day are told apart by which was added first.

use crate::plans::CATALOG;
use collagen_ledger::document::Draft;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::storage::{Disk, read_plan};
use proptest::prelude::*;
use std::path::Path;

/// Two lines of needling, both of which wait for the same improvement to fade.
fn tied(name: &str) -> Draft {
    read_plan(&Disk::here(), &Path::new("tests/data").join(name)).expect("a plan").draft
}

fn evaluation(draft: &Draft) -> Evaluation {
    Evaluation::of(draft, &CATALOG).unwrap_or_else(|problems| panic!("{problems:?}"))
}

#[test]
fn the_line_that_was_added_first_goes_first_whatever_its_area() {
    for name in ["ties-a.ron", "ties-b.ron"] {
        let ledger = &evaluation(&tied(name)).estimate.options[0].ledger;
        assert_eq!(ledger.total.typical.minor(), 160_000, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_order_of_lines_decides_a_cent_or_a_bit(
        areas in prop::array::uniform2("\\PC{0,20}"),
        names in prop::array::uniform2("\\PC{1,20}"),
        turned in any::<bool>(),
    ) {
        let draft = tied("ties-a.ron");
        let mut other = draft.clone();
        let [reference, name] = names;
        (other.reference, other.notes) = (reference, name.clone());
        other.options[0].name = format!("x{name}");
        for (line, area) in other.options[0].lines.iter_mut().zip(areas) {
            line.area = area;
        }
        if turned {
            other.options[0].lines.reverse();
        }
        let (one, other) = (evaluation(&draft), evaluation(&other));
        let (one, other) = (&one.estimate.options[0], &other.estimate.options[0]);
        prop_assert_eq!(&one.schedule.sessions, &other.schedule.sessions);
        prop_assert_eq!(&one.ledger, &other.ledger);
        let bits = |option: &collagen_ledger::estimate::OptionEstimate| -> Vec<u64> {
            let results = option.curve().filter_map(|point| point.result);
            results.map(|result| result.improvement.typical.to_bits()).collect()
        };
        prop_assert_eq!(bits(one), bits(other));
    }
}

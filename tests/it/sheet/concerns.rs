//! The sheet of a plan for several concerns.

use super::handout::{clinic, logo};
use super::{Made, made};
use collagen_ledger::catalog::{ConcernId, Severity};
use collagen_ledger::document::{Draft, FurtherDraft};
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::sheet::{Audience, Document, Handout, Paper, Sheet};

fn coming_for(concerns: &[&str], draft: &mut Draft) {
    let further = |id: &&str| FurtherDraft { concern: ConcernId::from(*id), severity: Severity::Moderate };
    draft.further = concerns.iter().map(further).collect();
}

fn of(concerns: &[&str]) -> Made {
    made(concerns[0], |draft, _| coming_for(&concerns[1..], draft))
}

/// The whole text of a sheet, with one space wherever there is any.
fn said_by(concerns: &[&str]) -> String {
    of(concerns).pages(Paper::A4).concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn two_concerns_take_four_pages_at_most_with_a_letterhead() {
    for (country, concerns) in [("us", ["acne-scars", "wrinkles"]), ("de", ["wrinkles", "texture"])] {
        let pages = locale::with(Locale::of(country).unwrap(), || {
            let (clinic, logo) = (clinic(), logo());
            of(&concerns).with(|sheet| {
                let sheet = Sheet { paper: Paper::of_country(), ..sheet };
                let handout = Handout { clinic: Some(&clinic), logo: Some(&logo), ..Handout::from(sheet) };
                let money = Document::of(&Handout { audience: Audience::Money, ..handout }).unwrap().page_count();
                assert_eq!(money, 1, "{country}");
                Document::of(&handout).unwrap().page_count()
            })
        });
        assert!(pages <= 4, "{concerns:?} in {country}: {pages} pages");
    }
}

#[test]
fn each_concern_is_named_with_its_results_and_money_stands_once() {
    let text = said_by(&["acne-scars", "wrinkles"]);
    for said in [
        "Acne scars; wrinkles and fine lines: what each option may cost and achieve over 5 years",
        "whether to have acne scars as well as wrinkles and fine lines treated",
        "(acne scars); wrinkles and fine lines: moderate today",
        "upkeep every 12 months, for acne scars",
        "Wrinkles and fine lines: improvement at its peak:",
        "Wrinkles and fine lines: on this sheet that is",
        "Microneedling is for another concern and counts for wrinkles and fine lines as well",
        "Results are weighed for acne scars here",
        "For wrinkles and fine lines it achieves more than",
    ] {
        assert!(text.contains(said), "{said:?} is missing in {text}");
    }
    let alone = said_by(&["acne-scars"]);
    assert!(!alone.contains("Results are weighed"));
    let count = |text: &str| text.matches("Total over the horizon").count();
    assert_eq!(count(&text), count(&alone));
}

#[test]
fn a_concern_without_a_projection_says_why_beside_one_with() {
    for concerns in [["acne-scars", "hair"], ["hair", "acne-scars"]] {
        let text = said_by(&concerns);
        for said in [
            "Improvement after 5 years",
            "he sources see no lasting regrowth",
            "Cost and result over the years",
            "Studies of each treatment end",
            "Results differ from person to person",
        ] {
            assert!(text.contains(said), "{concerns:?}: {said:?} is missing in {text}");
        }
    }
}

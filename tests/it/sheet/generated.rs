//! A sheet of every generated plan: it is made for every audience, and every line and total of it adds up to the cent.

use super::{Made, assert_adds_up, text_of};
use crate::plans::{CATALOG, plan};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::report::sheet::{Audience, Document, Handout, Paper, Sheet};
use proptest::prelude::*;

/// How many plans: a sheet takes seconds without optimisation, so a thousand are asked for by `SHEETS=1000`.
fn config() -> ProptestConfig {
    let cases = std::env::var("SHEETS").ok().and_then(|count| count.parse().ok()).unwrap_or(8);
    ProptestConfig { failure_persistence: None, cases, max_shrink_iters: 8, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_plan_makes_a_sheet(draft in plan(), letter in any::<bool>(), audience in prop::sample::select(&Audience::ALL[..])) {
        let Evaluation { plan, estimate, further, .. } = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let made = Made { catalog: CATALOG.clone(), plan, estimate, further };
        let paper = if letter { Paper::Letter } else { Paper::A4 };
        made.with(|sheet| {
            let sheet = Sheet { paper, ..sheet };
            let document = Document::of(&Handout { audience, ..Handout::from(sheet) });
            let document = document.unwrap_or_else(|error| panic!("{error}"));
            let pages = document.page_count();
            assert!((1..=9).contains(&pages) && (audience != Audience::Money || pages == 1), "{audience:?}: {pages} pages");
            let pdf = document.pdf().unwrap_or_else(|error| panic!("{error}"));
            assert!(pdf.starts_with(b"%PDF-") && pdf.trim_ascii_end().ends_with(b"%%EOF"));
            // The sheet of money alone has sums only.
            if audience != Audience::Money {
                assert_adds_up(&made, &text_of(&pdf).concat());
            }
        });
    }
}

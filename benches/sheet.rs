//! How long a sheet takes: laid out, written, and drawn for the preview, once the fonts have been read.

use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::Draft;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::report::PlanResults;
use collagen_ledger::report::sheet::{Document, Handout, Paper, Sheet};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Runs `with` on the sheet of the worked example: four options over five years. Each run has another day of issue, so
/// that nothing is merely remembered.
fn on_example<T>(bencher: Bencher<'_, '_>, with: impl Fn(&Handout<'_>) -> T) {
    let catalog = Catalog::built_in();
    let start = jiff::civil::date(2027, 3, 1);
    let Ok(evaluation) = Evaluation::of(&Draft::example(&catalog, &catalog.concerns[0], start), &catalog) else {
        return;
    };
    let mut issued = start;
    bencher.bench_local(|| {
        issued = issued.tomorrow().unwrap_or(start);
        let sheet = Sheet { plan: PlanResults::of(&evaluation, &catalog), paper: Paper::A4, issued, version: "0" };
        with(black_box(&Handout::from(sheet)))
    });
}

/// From the plan worked out to the pages laid out.
#[divan::bench]
fn lay_out(bencher: Bencher<'_, '_>) {
    on_example(bencher, |handout| Document::of(handout).map(|document| document.page_count()));
}

/// The same, and the bytes of the PDF.
#[divan::bench]
fn pdf(bencher: Bencher<'_, '_>) {
    on_example(bencher, |handout| Document::of(handout).and_then(|document| document.pdf()));
}

/// The same, and one page as a picture of the size of a screen.
#[divan::bench]
fn preview(bencher: Bencher<'_, '_>) {
    on_example(bencher, |handout| Document::of(handout).map(|document| document.page(0, 1.5)));
}

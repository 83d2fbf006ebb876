//! How long a change takes to be estimated.

use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::{Draft, Edit, PlanEdit};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::history::Change as _;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The worked example over ten years.
fn example(catalog: &Catalog) -> Draft {
    let start = jiff::civil::date(2027, 3, 1);
    Draft { horizon_years: 10, ..Draft::example(catalog, &catalog.concerns[0], start) }
}

/// Four options, ten years, weekly points, three bands, ledger and comparison, from the plan as typed.
#[divan::bench]
fn evaluate_worked_example(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let draft = example(&catalog);
    bencher.bench_local(|| Evaluation::of(black_box(&draft), &catalog));
}

/// Six options, the most a plan holds.
#[divan::bench]
fn evaluate_six_options(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let mut draft = example(&catalog);
    for _ in 0..2 {
        let copy = draft.options[0].clone();
        Edit::Plan(PlanEdit::AddOption(copy, "add option")).apply(&mut draft, 0);
    }
    bencher.bench_local(|| Evaluation::of(black_box(&draft), &catalog));
}

/// Reading the built-in catalogue, once at every start.
#[divan::bench]
fn read_catalogue() -> Catalog {
    Catalog::built_in()
}

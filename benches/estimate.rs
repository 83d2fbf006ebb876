//! How long a change takes to be estimated.

use collagen_ledger::catalog::Catalog;
use collagen_ledger::decide::Alternatives;
use collagen_ledger::document::{
    Draft, Edit, LineDraft, OccasionDraft, PlanEdit, PriceDraft, SpreadText, StrongSun, Upkeep,
};
use collagen_ledger::engine::{Dose, Goal, Params, Program, Tables};
use collagen_ledger::estimate::Estimator;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::history::Change as _;
use collagen_ledger::search::{Question, Search, Space};
use collagen_ledger::simulate::{Precision, Processor, Simulator};
use collagen_ledger::units::{Budget, BudgetPeriod, Money};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use jiff::ToSpan as _;

fn main() {
    divan::main();
}

/// The worked example over ten years.
fn example(catalog: &Catalog) -> Draft {
    let start = jiff::civil::date(2027, 3, 1);
    Draft { horizon_years: 10, ..Draft::example(catalog, &catalog.concerns[0], start) }
}

/// Four options, ten years, weekly points, ledger and comparison, from the plan as typed.
#[divan::bench]
fn evaluate_worked_example(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let draft = example(&catalog);
    bencher.bench_local(|| Evaluation::of(black_box(&draft), &catalog));
}

/// The worked example with two more options, shorter ones, as one that is the same would be drawn once: the most options a
/// plan holds.
fn six_options(catalog: &Catalog) -> Draft {
    let mut draft = example(catalog);
    for fewer in [1, 2] {
        let mut copy = draft.options[0].clone();
        copy.lines.iter_mut().for_each(|line| line.sessions = line.sessions.saturating_sub(fewer).max(1));
        Edit::Plan(PlanEdit::AddOption(copy, "add option")).apply(&mut draft, 0);
    }
    draft
}

/// 10,000 draws of four options over 522 weeks, from scratch but for draws and tables: what is wanted of the ranges.
#[divan::bench]
fn draw_the_worked_example(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    draw(bencher, &example(&catalog), &catalog, Precision(10_000));
}

/// The same with what any processor can do.
#[divan::bench]
fn draw_the_worked_example_on_any_processor(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    draw_on(bencher, &example(&catalog), &catalog, Precision(10_000), Processor::plain());
}

/// Six options while something moves.
#[divan::bench]
fn draw_six_options_while_moving(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    draw(bencher, &six_options(&catalog), &catalog, Precision::MOVING);
}

fn draw(bencher: Bencher<'_, '_>, draft: &Draft, catalog: &Catalog, precision: Precision) {
    draw_on(bencher, draft, catalog, precision, Processor::detected());
}

fn draw_on(bencher: Bencher<'_, '_>, draft: &Draft, catalog: &Catalog, precision: Precision, processor: Processor) {
    let Ok(evaluation) = Evaluation::of(draft, catalog) else { return };
    let mut simulator = Simulator::on(processor);
    bencher.bench_local(|| {
        simulator.forget();
        evaluation.simulated(&mut simulator, precision)
    });
}

/// Six options, the most a plan holds.
#[divan::bench]
fn evaluate_six_options(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let draft = six_options(&catalog);
    bencher.bench_local(|| Evaluation::of(black_box(&draft), &catalog));
}

/// The most that sessions can come to: six options of a home roller once a week over ten years, each of another length.
fn rollers(catalog: &Catalog) -> Draft {
    let mut draft = six_options(catalog);
    let usual = |roller| LineDraft::usual(catalog, &catalog.concerns[0], &draft.profile, roller);
    let Some(usual) = catalog.treatment(&"home-roller".into()).map(usual) else { return draft };
    for (option, depth) in draft.options.iter_mut().zip([25, 30, 35, 40, 45, 50]) {
        option.lines.truncate(1);
        let (id, upkeep) = (option.lines[0].id, Upkeep::None);
        option.lines[0] = LineDraft { id, sessions: 520, spacing_days: 7, depth: Some(depth), upkeep, ..usual.clone() };
    }
    draft
}

/// Six weekly home rollers from scratch.
#[divan::bench]
fn evaluate_six_rollers(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let draft = rollers(&catalog);
    assert!(Evaluation::of(&draft, &catalog).is_ok(), "valid");
    bencher.bench_local(|| Evaluation::of(black_box(&draft), &catalog));
}

/// One change after the other in a plan, with what is kept between them. No value comes twice, so that none is found kept.
fn edits(bencher: Bencher<'_, '_>, mut draft: Draft, catalog: &Catalog, edit: fn(&mut LineDraft, u32)) {
    let (mut estimator, mut figure) = (Estimator::default(), 0);
    bencher.bench_local(|| {
        figure += 1;
        edit(&mut draft.options[0].lines[0], figure);
        Evaluation::with(&mut estimator, black_box(&draft), catalog)
    });
}

fn price(line: &mut LineDraft, figure: u32) {
    line.price = PriceDraft::Own(SpreadText::of_text(&figure.to_string()));
}

/// After sixty days of start it begins anew: far more than what is kept.
fn start(line: &mut LineDraft, figure: u32) {
    line.start_day = figure % 60;
}

#[divan::bench]
fn edit_a_price(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    edits(bencher, example(&catalog), &catalog, price);
}

#[divan::bench]
fn edit_a_course(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    edits(bencher, example(&catalog), &catalog, start);
}

/// The last option of the example has upkeep by fading: its dates are looked for anew.
#[divan::bench]
fn edit_a_course_with_fading(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let mut draft = example(&catalog);
    draft.options.rotate_right(1);
    edits(bencher, draft, &catalog, start);
}

/// A first day that moves, with a day that matters and sessions that give way to strong sun: each start is dated anew.
#[divan::bench]
fn edit_a_course_with_a_day_that_matters(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let mut draft = example(&catalog);
    let date = draft.start.saturating_add(500.days());
    draft.occasions = vec![OccasionDraft { name: String::new(), date }];
    draft.strong_sun = StrongSun::North;
    edits(bencher, draft, &catalog, start);
}

#[divan::bench]
fn edit_one_of_six_rollers(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    edits(bencher, rollers(&catalog), &catalog, start);
}

/// A candidate of a search over ten years: four sessions of needling and one a year after them.
#[divan::bench]
fn score_a_candidate(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let draft = example(&catalog);
    let needling = &catalog.treatments[0];
    let params = Params::new(&catalog, &catalog.concerns[0], &draft.profile);
    let Some((kernel, mix)) = params.and_then(|all| Some((all.kernel(needling, Some(1.5), [])?, all.setting()))) else {
        return;
    };
    let (mut tables, horizon) = (Tables::default(), 3_652);
    let days = (0..4).map(|number| 28 * number).chain((1..10).map(|year| 84 + 365 * year));
    bencher.bench_local(|| {
        let mut program = Program::new([kernel], mix, horizon, &mut tables);
        for day in days.clone() {
            program.add(&Dose { day, kernel });
        }
        Goal::ImprovementYears.reached(black_box(&program), horizon)
    });
}

/// All plans of one or two lines on acne scars, two and a half million of them, to the proven end.
#[divan::bench]
fn find_among_a_million(bencher: Bencher<'_, '_>) {
    found(bencher, |_| ());
}

/// The same until the best of those with dates are known: what waits for the result to fade comes after them.
#[divan::bench]
fn find_among_those_with_dates(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let space = asked(&catalog, |_| ());
    bencher.bench_local(|| space().and_then(|space| Search::new(space).filter(|step| step.is_news).nth(1)));
}

/// All with nothing passed over: no plan will do, so that each of two lines with dates is looked at in full.
#[divan::bench]
fn look_at_each_in_full(bencher: Bencher<'_, '_>) {
    found(bencher, |question| (question.most_visits, question.is_cautious) = (Some(0), true));
}

/// The same until there is something to show.
#[divan::bench]
fn find_something_to_show(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::built_in();
    let space = asked(&catalog, |_| ());
    bencher.bench_local(|| space().and_then(|space| Search::new(space).find(|step| step.is_news)));
}

/// The same for what is held over two years.
#[divan::bench]
fn find_what_is_held(bencher: Bencher<'_, '_>) {
    found(bencher, |question| question.goal = HELD);
}

/// All plans of one to three lines on acne scars within a budget, a thousand million of them, to the proven end.
#[divan::bench(sample_count = 5)]
fn find_three_within_a_budget(bencher: Bencher<'_, '_>) {
    found(bencher, three_within_a_budget);
}

/// The same for what is held over two years.
#[divan::bench(sample_count = 5)]
fn find_three_for_what_is_held(bencher: Bencher<'_, '_>) {
    found(bencher, |question| {
        three_within_a_budget(question);
        question.goal = HELD;
    });
}

/// The same whatever they cost.
#[divan::bench(sample_count = 3)]
fn find_three_whatever_they_cost(bencher: Bencher<'_, '_>) {
    found(bencher, |question| question.most_lines = 3);
}

const HELD: Goal = Goal::Held { from: 365, to: 1_095 };

fn three_within_a_budget(question: &mut Question) {
    question.most_lines = 3;
    question.budget = Some(Budget { amount: Money::from_minor(840_000), period: BudgetPeriod::Plan });
}

/// The space of all plans that a question is about.
fn asked<'a>(catalog: &'a Catalog, ask: impl Fn(&mut Question)) -> impl Fn() -> Option<Space<'a>> {
    let draft = example(catalog);
    let mut question = Question::usual(&draft, catalog, &catalog.concerns[0]);
    ask(&mut question);
    move || Space::new(black_box(&draft), catalog, question.clone()).ok()
}

/// A search to its end, with how many plans a second that is.
fn found(bencher: Bencher<'_, '_>, ask: impl Fn(&mut Question)) {
    let catalog = Catalog::built_in();
    let space = asked(&catalog, ask);
    let plans = space().map_or(0, |space| space.plans());
    bencher.counter(ItemsCount::new(plans)).bench_local(|| space().map(|space| Search::new(space).run().len()));
}

/// How often each of six options and doing nothing is the best in 10,000 draws, over all that a result may be worth.
#[divan::bench]
fn chances_of_being_best(bencher: Bencher<'_, '_>) {
    // Even steps of two sizes that never meet spread the draws.
    let years = |option: u8| (0..10_000_u16).map(move |draw| f32::from(draw) * (0.618 + 0.1 * f32::from(option)) % 3.0);
    let years: Vec<Vec<f32>> = (0..6).map(|option| years(option).collect()).chain([vec![0.0; 10_000]]).collect();
    let costs = [1_000, 1_900, 2_800, 3_700, 4_600, 5_500, 0].map(|cost| Money::from_minor(100 * cost));
    let Some(options) = Alternatives::of(costs.into_iter().zip(years.iter().map(Vec::as_slice))) else { return };
    bencher.bench_local(|| black_box(&options).chances());
}

/// Reading the built-in catalogue, once at every start.
#[divan::bench]
fn read_catalogue() -> Catalog {
    Catalog::built_in()
}

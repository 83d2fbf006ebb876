//! The options of a plan as a choice: what is said of them is so when one does it.

use crate::plans::{CATALOG, plan_text};
use collagen_ledger::compare::{Measure, MeasureId, Value, turns};
use collagen_ledger::decide::{Standing, Threshold};
use collagen_ledger::document::{Draft, PriceDraft, SpreadText};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::storage::parse_plan;
use collagen_ledger::units::Money;

/// The worked example, with what a year of full improvement is worth.
fn example(worth: &str) -> Draft {
    let start = jiff::civil::date(2027, 3, 1);
    Draft { worth: worth.to_owned(), ..Draft::example(&CATALOG, &CATALOG.concerns[0], start) }
}

fn drawn(draft: &Draft) -> Evaluation {
    Evaluation::of(draft, &CATALOG).expect("a plan").simulated(&mut Simulator::default(), Precision(512))
}

fn values(evaluation: &Evaluation, id: MeasureId) -> Vec<Value> {
    evaluation.comparison.row(Measure { id, year: None }).expect("the measure").values.clone()
}

#[test]
fn a_price_typed_as_it_is_said_turns_the_choice() {
    for worth in ["", "2500"] {
        let draft = example(worth);
        let now = drawn(&draft);
        let deciding = now.comparison.deciding.as_deref().expect("drawn");
        let mut tried = 0;
        for turn in (0..draft.options.len()).flat_map(|at| turns(&now.plan, &now.estimate, Some(deciding), at)) {
            let Threshold::UpTo(last) = turn.holds else { continue };
            let is_better = |price: i64| {
                let mut changed = draft.clone();
                let line = changed.options[turn.at].lines.iter_mut().find(|line| line.id == turn.line);
                let text = format!("{}.{:02}", price / 100, price % 100);
                line.expect("its line").price = PriceDraft::Own(SpreadText::of_text(&text));
                let options = Evaluation::of(&changed, &CATALOG).expect("a plan").estimate.options;
                let cost = |at: usize| options[at].ledger.total.typical;
                cost(turn.at) - cost(turn.over) < deciding.gain(turn.at, turn.over)
            };
            assert!(is_better(last) && !is_better(last + 1), "{turn:?}");
            tried += 1;
        }
        assert!(tried > 5, "{tried}");
    }
}

#[test]
fn without_a_worth_nothing_is_said_that_rests_on_one() {
    let (without, with) = (drawn(&example("")), drawn(&example("2500")));
    for id in [MeasureId::ChanceBest, MeasureId::ExpectedLoss] {
        assert!(without.comparison.row(Measure { id, year: None }).is_none());
        assert_eq!(values(&with, id).len(), with.estimate.options.len());
    }
    let sum = values(&with, MeasureId::ChanceBest).iter().filter_map(Value::rank).sum::<f64>();
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
}

#[test]
fn what_is_best_at_a_worth_has_the_least_expected_loss_there() {
    for worth in ["100", "2500", "90000"] {
        let evaluation = drawn(&example(worth));
        let losses: Vec<f64> = values(&evaluation, MeasureId::ExpectedLoss).iter().filter_map(Value::rank).collect();
        let least = losses.iter().copied().fold(f64::INFINITY, f64::min);
        let worth = evaluation.estimate.worth.expect("a worth");
        let is_best = |value: &Value| {
            let Value::Standing(Standing::Frontier { from, to }) = value else { return false };
            (*from..=to.unwrap_or(Money::MAX)).contains(&worth)
        };
        let best = values(&evaluation, MeasureId::BestFor).iter().position(is_best).expect("one is the best");
        assert!(losses[best] <= least, "{worth:?}: {losses:?}");
    }
}

#[test]
fn nothing_is_decided_before_anything_is_drawn() {
    let evaluation = Evaluation::of(&example("2500"), &CATALOG).expect("a plan");
    assert!(evaluation.comparison.deciding.is_none());
    for id in [MeasureId::BestFor, MeasureId::ChanceBest, MeasureId::ExpectedLoss, MeasureId::Dominated] {
        assert!(values(&evaluation, id).iter().all(|value| *value == Value::None), "{id:?}");
    }
}

#[test]
fn a_worth_is_kept_as_typed_and_a_plan_without_one_says_nothing_of_it() {
    for worth in ["", "2500", "about 3"] {
        let draft = example(worth);
        let text = plan_text(&draft);
        assert_eq!(text.contains("worth"), !worth.is_empty());
        assert_eq!(parse_plan(&text).expect("a plan").draft.worth, worth);
    }
    assert!(Evaluation::of(&example("about 3"), &CATALOG).is_err());
    assert_eq!(Evaluation::of(&example("0"), &CATALOG).expect("a plan").estimate.worth, None);
}

//! The options of a plan as a choice: what is said of them is so when one does it.

use crate::plans::{CATALOG, plan_text};
use collagen_ledger::catalog::{Catalog, Fade, Projection};
use collagen_ledger::compare::{Measure, MeasureId, Value, turns};
use collagen_ledger::decide::{Standing, Threshold};
use collagen_ledger::document::{Draft, PriceDraft, SpreadText};
use collagen_ledger::estimate::{Estimator, OptionEstimate};
use collagen_ledger::evaluation::{End, Evaluation, Input, Outcome, fade_turns, swings};
use collagen_ledger::simulate::{Parameter, Precision, Simulator};
use collagen_ledger::storage::parse_plan;
use collagen_ledger::units::Money;
use collagen_ledger::wording;

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

/// The built-in catalogue with every fade time of the first concern so many times as long.
fn fading(times: f64) -> Catalog {
    let mut catalog = CATALOG.clone();
    let Projection::Modelled(response) = &mut catalog.concerns[0].projection else { panic!("it has a projection") };
    response.fade_months.value *= times;
    for treatment in &mut catalog.treatments {
        match &mut treatment.response.fade.value {
            Fade::OfConcern => {}
            Fade::Longer { on_scars: months, .. } | Fade::Months(months) => *months *= times,
        }
        treatment.response.own.iter_mut().filter_map(|own| own.fade_months.as_mut()).for_each(|own| own.value *= times);
    }
    catalog
}

/// A clinic that sets another fade time gets what was said of it: the choice turns where the result holds so long.
#[test]
fn a_choice_turns_where_the_result_holds_as_long_as_is_said() {
    let draft = example("2500");
    let now = drawn(&draft);
    let deciding = now.comparison.deciding.as_deref().expect("drawn");
    let (mut estimator, nothing) = (Estimator::default(), draft.options.len());
    // For each step its costs, improvement-years by the typical ones, and how long the result holds, of each option.
    let faded = |steps: u32| -> Vec<(f64, f64, Option<f64>)> {
        let options = Evaluation::of(&draft, &fading(f64::from(steps) / 20.0)).expect("a plan").estimate.options;
        let of = |(option, typical): (&OptionEstimate, &OptionEstimate)| {
            let years = |option: &OptionEstimate| option.projection.as_ref().expect("one").improvement_years.typical;
            let lasts = option.projection.as_ref().expect("one").lasts_months;
            (option.ledger.total.typical.approximate(), years(option) / years(typical), lasts)
        };
        options.iter().zip(&now.estimate.options).map(of).collect()
    };
    let all: Vec<Vec<_>> = (5..=80).map(faded).collect();
    let mut turning = 0;
    for at in 0..nothing {
        let worth = deciding.gain(at, nothing).approximate();
        for turn in fade_turns(&now.plan, &now.estimate, &CATALOG, (deciding, at), &mut estimator) {
            let other = now.estimate.options[turn.over].ledger.total.typical - deciding.gain(turn.over, nothing);
            let is_better = |(cost, share, _): &(f64, f64, _)| cost - share * worth < other.approximate();
            let first = all.iter().position(|options| is_better(&options[at]));
            let said = match turn.holds {
                Threshold::Nowhere => None,
                Threshold::Everywhere => Some(all[0][at].2),
                Threshold::From(_) => Some(turn.lasts[0]),
                other => panic!("a longer result is never worse: {other:?}"),
            };
            assert_eq!(first.map(|step| all[step][at].2), said, "{turn:?}");
            turning += usize::from(matches!(turn.holds, Threshold::From(_)));
        }
    }
    assert!(turning > 3, "{turning}");
    assert!(fade_turns(&now.plan, &now.estimate, &CATALOG, (deciding, nothing), &mut estimator).is_empty());
    let without = drawn(&example(""));
    let deciding = without.comparison.deciding.as_deref().expect("drawn");
    assert!(fade_turns(&without.plan, &without.estimate, &CATALOG, (deciding, 0), &mut estimator).is_empty());
}

/// People are counted in whole fives of the same hundred, those who do nothing as well; nearly none are not none.
#[test]
fn people_are_counted_of_the_same_hundred() {
    let check = |share: f64, said: &str| assert_eq!(wording::hundred(share), said, "{share}");
    let cases =
        [(0.0, "0"), (0.024, "under 5"), (0.026, "5"), (0.374, "35"), (0.376, "40"), (0.98, "over 95"), (1.0, "100")];
    cases.into_iter().for_each(|(share, said)| check(share, said));
    let evaluation = drawn(&example(""));
    let horizon = evaluation.estimate.horizon_years;
    let row = evaluation.comparison.row(Measure { id: MeasureId::PeopleOver25, year: Some(horizon) }).expect("a row");
    let shares: Vec<f64> = row.values.iter().filter_map(Value::rank).collect();
    let last = |option: &OptionEstimate| {
        option.point(evaluation.estimate.horizon_days).result.expect("a result").people_over_25.expect("drawn")
    };
    assert_eq!(shares, evaluation.estimate.options.iter().map(last).collect::<Vec<_>>());
    assert!(shares[0] > 0.3 && *shares.last().expect("doing nothing") == 0.0, "{shares:?}");
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

/// What an input is said to do is what comes of it when somebody does it.
#[test]
fn what_moves_an_option_does_so_when_it_is_typed() {
    let draft = example("2500");
    let now = drawn(&draft);
    let mut tools = (Estimator::default(), Simulator::default());
    let (estimator, simulator) = &mut tools;
    let swings = swings(&now.plan, &now.estimate, &CATALOG, 0, (estimator, simulator)).expect("a result");
    let Outcome::Over(other) = swings.outcome else { panic!("it is known what results are worth") };
    let benefit = |options: &[OptionEstimate], at: usize| {
        let years = options[at].projection.as_ref().map_or(0.0, |projection| projection.improvement_years.typical);
        250_000.0 * years - f64::from(i32::try_from(options[at].ledger.total.typical.minor()).expect("small"))
    };
    let over = |draft: &Draft| {
        let options = Evaluation::of(draft, &CATALOG).expect("a plan").estimate.options;
        benefit(&options, 0) - benefit(&now.estimate.options, other)
    };
    assert!((swings.typical - over(&draft)).abs() < 300.0, "{} and {}", swings.typical, over(&draft));
    let mut tried = 0;
    for bar in &swings.bars {
        for (end, result) in bar.ends.iter().zip(bar.results) {
            let mut changed = draft.clone();
            let line = &mut changed.options[0].lines[0];
            match end {
                End::Price(price) => {
                    let text = format!("{}.{:02}", price.minor() / 100, price.minor() % 100);
                    line.price = PriceDraft::Own(SpreadText::of_text(&text));
                }
                End::Upkeep(upkeep) => line.upkeep = *upkeep,
                End::Skipped(count) => line.sessions -= count,
                End::Tenth | End::NineTenths => continue,
            }
            assert!((result - over(&changed)).abs() < 300.0, "{bar:?}: {}", over(&changed));
            tried += 1;
        }
    }
    assert_eq!(tried, 6, "price, upkeep, a session: {:?}", swings.bars);
    let swing = |input: &Input| swings.bars.iter().find(|bar| bar.input == *input).map(|bar| bar.results);
    let [low, high] = swing(&Input::Shared(Parameter::Concern)).expect("it moves");
    assert!(low < swings.typical && swings.typical < high, "{low} {high}");
    assert_eq!(swing(&Input::Shared(Parameter::AddOn)), None, "neither of the two has an add-on");
    assert!(swings.bars.windows(2).all(|pair| pair[0].swing() >= pair[1].swing()));
}

//! The comparison as a document.

use super::parts::{DayRange, PeakPart, head, letter, object};
use crate::compare::{Beaten, Row, Turn, Value, inputs_that_differ};
use crate::decide::{Standing, Threshold};
use crate::estimate::Estimate;
use crate::evaluation::{Evaluation, FadeTurn, Outcome};
use crate::report::PlanResults;
use crate::units::{Money, Outlook, Spread};
use crate::wording;
use serde::Serialize;

pub(super) fn document(results: &PlanResults<'_>) -> impl Serialize {
    let PlanResults { estimate, comparison, .. } = *results;
    let options = estimate.options.iter();
    object! {
        #[serde(flatten)]
        head: head(results),
        options: options.map(|option| object! { mark: letter(option.mark), name: wording::option_name(option) }).collect::<Vec<_>>(),
        measures: comparison.rows.iter().map(|row| measure(row, estimate)).collect::<Vec<_>>(),
        further: further(results),
        worth: estimate.worth,
        turns: results.turns().iter().map(|one| turn(one, results)).collect::<Vec<_>>(),
        fades: results.fade_turns().iter().map(|one| fade_turn(one, results.estimate)).collect::<Vec<_>>(),
        moves: moves(results),
        input_differences: input_differences(results),
    }
}

/// What the options come to for each further concern.
fn further<'a>(results: &PlanResults<'a>) -> Vec<impl Serialize + use<'a>> {
    results.further.iter().map(of_further).collect()
}

fn of_further(one: &Evaluation) -> impl Serialize {
    let measures = one.comparison.of_results().map(|row| measure(row, &one.estimate));
    object! { concern: &one.plan.concern, measures: measures.collect::<Vec<_>>() }
}

/// A measure of all options.
fn measure(row: &Row, estimate: &Estimate) -> impl Serialize {
    let known = row.measure.definition();
    object! {
        id: known.key,
        year: row.measure.year,
        name: wording::measure_name(row.measure),
        unit: known.unit.id(),
        formula: wording::formula(row.measure),
        values: row.values.iter().map(|value| ValuePart::of(*value, estimate)).collect::<Vec<_>>(),
    }
}

/// A value in the shape of its unit.
#[derive(Serialize)]
#[serde(untagged)]
enum ValuePart {
    Money(Spread<Money>),
    Count(u32),
    Days(DayRange),
    Outlook(Outlook),
    Peak(PeakPart),
    Number(f64),
    Standing(StandingPart),
    Beaten(Option<BeatenPart>),
    None(()),
}

/// How an option stands among the others on average.
#[derive(Serialize)]
struct StandingPart {
    standing: &'static str,
    from: Option<Money>,
    to: Option<Money>,
    options: Vec<Option<char>>,
}

impl StandingPart {
    fn of(standing: Standing, estimate: &Estimate) -> Self {
        let (name, others) = match standing {
            Standing::Frontier { .. } => ("frontier", Vec::new()),
            Standing::SameAs(other) => ("same", vec![other]),
            Standing::Dominated(other) => ("dominated", vec![other]),
            Standing::Mixture(one, other) => ("mixture", vec![one, other]),
        };
        let (from, to) = if let Standing::Frontier { from, to } = standing { (Some(from), to) } else { (None, None) };
        let options = others.into_iter().map(|at| letter(estimate.options[at].mark)).collect();
        Self { standing: name, from, to, options }
    }
}

/// What beats an option.
#[derive(Serialize)]
struct BeatenPart {
    by: Option<char>,
    draws: f64,
    by_placeholder: bool,
}

/// What moves each option most, in minor units of net benefit over the best other one, or in improvement-years.
fn moves(results: &PlanResults<'_>) -> Vec<impl Serialize + use<>> {
    let (plan, estimate, catalog) = (results.plan, results.estimate, results.catalog);
    let all = results.swings().into_iter().enumerate();
    let of_option = all.filter_map(|(at, swings)| Some((at, swings?))).map(|(at, swings)| {
        let over = match swings.outcome {
            Outcome::ImprovementYears => None,
            Outcome::Over(other) => Some(letter(estimate.options[other].mark)),
        };
        let inputs = swings.bars.iter().map(|bar| {
            object! {
                input: wording::swing_input(&bar.input, plan, catalog),
                ends: bar.ends.map(|end| wording::swing_end(end, estimate)),
                results: bar.results,
            }
        });
        object! {
            option: letter(estimate.options[at].mark),
            outcome: if over.is_some() { "net-benefit" } else { "improvement-years" },
            over: over.flatten(),
            typical: swings.typical,
            inputs: inputs.collect::<Vec<_>>(),
        }
    });
    of_option.collect()
}

/// At which price of a treatment an option becomes the better buy than another.
fn turn(turn: &Turn, results: &PlanResults<'_>) -> impl Serialize + use<> {
    let (plan, estimate) = (results.plan, results.estimate);
    let [from, to] = turn.holds.bounds();
    object! {
        option: letter(estimate.options[turn.at].mark),
        over: letter(estimate.options[turn.over].mark),
        line: turn.line.to_string(),
        package: turn.package,
        holds: kind(turn.holds),
        from: from,
        to: to,
        text: wording::turn(turn, plan, estimate, results.catalog),
    }
}

/// What files call a threshold.
fn kind(threshold: Threshold) -> &'static str {
    match threshold {
        Threshold::Nowhere => "nowhere",
        Threshold::Everywhere => "everywhere",
        Threshold::UpTo(_) => "up-to",
        Threshold::From(_) => "from",
        Threshold::Between(..) => "between",
    }
}

/// How long the result of an option must hold for it to be the better buy than another.
fn fade_turn(turn: &FadeTurn, estimate: &Estimate) -> impl Serialize + use<> {
    let [from, to] = turn.lasts;
    object! {
        option: letter(estimate.options[turn.at].mark),
        over: letter(estimate.options[turn.over].mark),
        typical_months: turn.typical,
        holds: kind(turn.holds),
        from_months: from,
        to_months: to,
        text: wording::fade_turn(turn, estimate),
    }
}

impl ValuePart {
    fn of(value: Value, estimate: &Estimate) -> Self {
        match value {
            Value::Money(amount) | Value::Rate(amount) => Self::Money(amount),
            Value::Lasts(Some(months)) => Self::Number(months),
            Value::Count(count) => Self::Count(count.unsigned_abs()),
            Value::Days(least, most) => Self::Days(DayRange { least: least.unsigned_abs(), most: most.unsigned_abs() }),
            Value::Share(outlook) | Value::ImprovementYears(outlook) | Value::Months(outlook) => Self::Outlook(outlook),
            Value::Peak(peak) => Self::Peak(peak.into()),
            Value::Dominated(other) => Self::Beaten(other.map(|Beaten { by, share, by_placeholder }| BeatenPart {
                by: letter(estimate.options[by].mark),
                draws: share,
                by_placeholder,
            })),
            Value::Standing(standing) => Self::Standing(StandingPart::of(standing, estimate)),
            Value::Chance(share) | Value::People(share) => Self::Number(share),
            Value::Lasts(None) | Value::None => Self::None(()),
        }
    }
}

/// The inputs in which each later option differs from the first.
fn input_differences(results: &PlanResults<'_>) -> Vec<impl Serialize> {
    let options = &results.plan.options;
    let parts = options.iter().skip(1).zip(options.first().into_iter().cycle()).map(|(other, first)| {
        let differences = inputs_that_differ(results.plan, first, other);
        let texts = differences
            .iter()
            .flat_map(|difference| wording::input_difference(difference, results.catalog, results.estimate.currency));
        let inputs = texts.map(|[input, one, other]| object! { input: input, values: [one, other] });
        object! { marks: [first.mark.letter(), other.mark.letter()], inputs: inputs.collect::<Vec<_>>() }
    });
    parts.collect()
}

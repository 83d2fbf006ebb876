//! What speaks for a choice, against textbooks and against what one would work out by hand.

#![expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "the figures of tests are small")]

use collagen_ledger::decide::{Alternatives, Dominance, Standing, Threshold, tornado};
use collagen_ledger::units::Money;
use proptest::prelude::*;

/// What the improvement-years of a draw are counted in.
const STEPS: i128 = 1_000_000;

/// Options by their costs and their improvement-years in each draw.
type Options = Vec<(i64, Vec<f32>)>;

fn alternatives(options: &Options) -> Alternatives {
    let options = options.iter().map(|(cost, years)| (Money::from_minor(*cost), &years[..]));
    Alternatives::of(options).expect("options with as many draws each")
}

/// Options whose results are known.
fn certain(options: &[(i64, f32)]) -> Alternatives {
    alternatives(&options.iter().map(|(cost, years)| (*cost, vec![*years])).collect())
}

fn money(minor: i64) -> Money {
    Money::from_minor(minor)
}

fn near(one: f64, other: f64, by: f64) {
    assert!((one - other).abs() <= by, "{one} and {other}");
}

/// The values that divide a standard normal distribution into parts of the same weight, at the middle of each.
fn normal(count: u32) -> impl Iterator<Item = f64> {
    (0..count).map(move |at| {
        let (wanted, mut low, mut high) = ((f64::from(at) + 0.5) / f64::from(count), -9.0, 9.0);
        while high - low > 1e-12 {
            let middle = f64::midpoint(low, high);
            *(if below(middle) < wanted { &mut low } else { &mut high }) = middle;
        }
        low
    })
}

/// The share of a standard normal distribution below a value.
fn below(value: f64) -> f64 {
    libm::erfc(-value / std::f64::consts::SQRT_2) / 2.0
}

fn density(value: f64) -> f64 {
    libm::exp(-value * value / 2.0) / libm::sqrt(2.0 * std::f64::consts::PI)
}

#[test]
fn loss_and_chance_of_one_against_nothing_are_those_of_the_normal_distribution() {
    // Raiffa and Schlaifer's unit normal loss: φ(z) − z Φ(−z) standard deviations, z of them being how far the mean is ahead.
    let (mean, deviation) = (2.0, 0.4);
    let years: Vec<f32> = normal(20_000).map(|z| (mean + deviation * z) as f32).collect();
    let options = alternatives(&vec![(100_000, years.clone()), (0, vec![0.0; years.len()])]);
    for worth in [30_000_i64, 45_000, 50_000, 60_000, 90_000] {
        let spread = worth as f64 * deviation;
        let ahead = (worth as f64 * mean - 100_000.0) / spread;
        let missed = |ahead: f64| spread * (density(ahead) - ahead * below(-ahead));
        let losses = options.expected_losses(money(worth));
        near(losses[0].minor() as f64, missed(ahead), 2.0);
        near(losses[1].minor() as f64, missed(-ahead), 2.0);
        let chances = options.chances().at(money(worth));
        near(chances[0], below(ahead), 1e-4);
        near(chances[0] + chances[1], 1.0, 1e-12);
    }
}

#[test]
fn the_best_on_average_need_not_be_the_likeliest() {
    // Nine draws of ten gain nothing over the other, one gains a lot.
    let rare = (1_000, [vec![0.0; 9], vec![10.0]].concat());
    let options = alternatives(&vec![rare, (0, vec![0.0; 10])]);
    let (losses, chances) = (options.expected_losses(money(2_000)), options.chances().at(money(2_000)));
    assert_eq!(losses, [money(900), money(1_900)]);
    assert_eq!(chances, [0.1, 0.9]);
}

#[test]
fn chances_change_where_lines_cross_and_nowhere_else() {
    // At exactly 100 both are as good: the cheaper counts.
    let options = alternatives(&vec![(0, vec![0.0, 0.0]), (100, vec![1.0, 2.0])]);
    let stretches: Vec<_> = options.chances().stretches().collect();
    let expected = [(0, [1.0, 0.0]), (51, [0.5, 0.5]), (101, [0.0, 1.0])];
    assert_eq!(stretches, expected.map(|(from, shares)| (money(from), shares.to_vec())));
}

#[test]
fn what_is_the_same_shares_evenly_and_at_one_cost_more_is_better() {
    let check = |options: &[(i64, f32)], worth, expected: &[f64]| {
        assert_eq!(certain(options).chances().at(money(worth)), expected, "{options:?}");
    };
    check(&[(50, 1.0), (50, 1.0), (0, 0.0)], 500, &[0.5, 0.5, 0.0]);
    check(&[(50, 1.0), (50, 1.0), (0, 0.0)], 50, &[0.0, 0.0, 1.0]);
    check(&[(50, 1.0), (50, 2.0)], 0, &[0.0, 1.0]);
    check(&[(0, 1.0), (0, 1.0), (0, 1.0)], 9, &[1.0 / 3.0; 3]);
}

#[test]
fn frontiers_are_those_of_textbooks() {
    use Standing::{Dominated, Frontier, Mixture};
    // K. Frick, Johns Hopkins, decision rules: what is mixed goes first, and then what was better than it.
    let lecture = certain(&[(300_000, 25.0), (200_000, 20.0), (450_000, 50.0), (375_000, 40.0), (400_000, 15.0)]);
    let (from, turn) = (money(0), money(8_333));
    let expected = [
        Mixture(1, 2),
        Frontier { from, to: Some(turn) },
        Frontier { from: money(8_334), to: None },
        Mixture(1, 2),
        Dominated(3),
    ];
    assert_eq!(lecture.standings(), expected);
    // Screening for HIV, Paltiel and others 2006, as in the introduction to cost-effectiveness of DARTH; a year of life
    // each 12 of these months.
    let screening = [(26_000, 277.25), (27_000, 277.57), (28_020, 277.78), (28_440, 277.83), (29_440, 277.76)];
    let standings = certain(&screening.map(|(cost, months)| (cost * 12, months))).standings();
    let published = [0, 37_500, 58_286, 100_800];
    for (standing, ratio) in standings.iter().zip(published) {
        let Frontier { from, .. } = standing else { panic!("{standing:?}") };
        near(from.minor() as f64, f64::from(ratio), 0.002 * f64::from(ratio));
    }
    assert_eq!(standings[4], Dominated(3));
}

#[test]
fn what_is_the_same_stands_on_the_frontier_once() {
    use Standing::{Dominated, Frontier, SameAs};
    let first = Frontier { from: money(0), to: Some(money(100)) };
    let second = Frontier { from: money(101), to: None };
    let check = |options: &[(i64, f32)], expected: &[Standing]| {
        assert_eq!(certain(options).standings(), expected, "{options:?}");
    };
    check(&[(100, 1.0), (0, 0.0), (100, 1.0)], &[second, first, SameAs(0)]);
    check(&[(100, 0.0), (0, 0.0)], &[Dominated(1), Frontier { from: money(0), to: None }]);
    // In a line no mixture is better: the middle one stays, though it is never better than both.
    let middle = Frontier { from: money(101), to: Some(money(100)) };
    check(&[(0, 0.0), (100, 1.0), (200, 2.0)], &[first, middle, second]);
}

#[test]
fn an_option_is_beaten_only_with_a_margin() {
    let check = |options: Options, expected: Option<(usize, f64)>| {
        let expected = expected.map(|(by, share)| Dominance { by, share });
        assert_eq!(alternatives(&options).dominated(0), expected, "{options:?}");
    };
    let draws = |better: usize| [vec![1.0; better], vec![3.0; 100 - better]].concat();
    check(vec![(200, draws(90)), (100, vec![2.0; 100])], Some((1, 0.9)));
    check(vec![(200, draws(89)), (100, vec![2.0; 100])], None);
    check(vec![(200, draws(100)), (200, vec![2.0; 100])], Some((1, 1.0)));
    check(vec![(100, draws(100)), (200, vec![2.0; 100])], None);
    // A hair's breadth more for the same money beats nobody; the same for less money does.
    check(vec![(200, vec![2.0; 100]), (200, vec![2.01; 100])], None);
    check(vec![(200, vec![2.0; 100]), (200, vec![2.0; 100])], None);
    check(vec![(200, vec![2.0; 100]), (199, vec![2.0; 100])], Some((1, 1.0)));
    // Nothing for money is beaten by doing nothing; of two that beat it, it is the one that does so in more draws.
    check(vec![(200, vec![0.0; 100]), (0, vec![0.0; 100])], Some((1, 1.0)));
    let other = (100, [vec![2.0; 93], vec![0.0; 7]].concat());
    check(vec![(200, draws(95)), other, (100, vec![2.0; 100])], Some((2, 0.95)));
}

#[test]
fn a_price_turns_the_choice_at_the_cent_the_formula_says() {
    // B: 6 sessions and a fee of 80.00, 0.5 improvement-years more than A, which costs 2,700.00; a year is worth 600.00.
    // B is better while 6 p + 80 − 0.5 · 600 < 2,700, below 486.666…
    let cost = |price: i64| [270_000, 6 * price + 8_000];
    let is_better = |price: i64| {
        let losses = certain(&[(cost(price)[0], 1.0), (cost(price)[1], 1.5)]).expected_losses(money(60_000));
        losses[1] < losses[0]
    };
    for near in [0, 48_600, 48_666, 48_667, 50_000, 900_000_000] {
        let mut looks = 0;
        let found = Threshold::find((0, 1_000_000_000), near, |price| {
            looks += 1;
            is_better(price)
        });
        assert_eq!(found, Threshold::UpTo(48_666));
        assert!(looks <= 64, "{looks} looks");
    }
}

#[test]
fn uneven_input_is_refused() {
    let (one, two): (&[f32], &[f32]) = (&[1.0], &[1.0, 2.0]);
    assert_eq!(Alternatives::of([(money(1), one), (money(2), two)]), None);
    assert_eq!(Alternatives::of([(money(1), &one[..0])]), None);
    assert_eq!(Alternatives::of([]), None);
    assert_eq!(Alternatives::of(vec![(money(1), one); 17]), None);
    assert!(Alternatives::of(vec![(money(1), one); 16]).is_some());
    let odd = [f32::NAN, -1.0];
    assert_eq!(Alternatives::of([(money(1), &odd[..])]), Alternatives::of([(money(1), &[0.0; 2][..])]));
}

#[test]
fn a_tornado_puts_what_moves_most_first() {
    let inputs = [("a", [1.0, 2.0]), ("b", [5.0, 0.0]), ("unknown", [0.0, 9.0]), ("c", [2.0, 1.0])];
    let bars = tornado(inputs, |name, end: f64| (*name != "unknown").then_some(10.0 - end));
    let told: Vec<_> = bars.iter().map(|bar| (bar.input, bar.ends, bar.results, bar.swing())).collect();
    let expected =
        [("b", [5.0, 0.0], [5.0, 10.0], 5.0), ("a", [1.0, 2.0], [9.0, 8.0], 1.0), ("c", [2.0, 1.0], [8.0, 9.0], 1.0)];
    assert_eq!(told, expected);
}

/// Options with so few different figures that many are alike.
fn options() -> impl Strategy<Value = Options> {
    let figures = |draws| (0..5_i64, prop::collection::vec(0..6_u8, draws));
    (1..5_usize).prop_flat_map(move |draws| prop::collection::vec(figures(draws), 1..7)).prop_map(|options| {
        let quarters = |years: Vec<u8>| years.into_iter().map(|quarter| f32::from(quarter) / 4.0).collect();
        options.into_iter().map(|(cost, years)| (cost * 150, quarters(years))).collect()
    })
}

/// Net benefit in a draw times [`STEPS`].
fn benefit(option: &(i64, Vec<f32>), draw: usize, worth: i64) -> i128 {
    i128::from(worth) * (f64::from(option.1[draw]) * 1e6) as i128 - i128::from(option.0) * STEPS
}

/// Net benefit in all draws together.
fn benefits(option: &(i64, Vec<f32>), worth: i64) -> i128 {
    (0..option.1.len()).map(|draw| benefit(option, draw, worth)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn chances_are_those_counted_draw_by_draw(options in options(), worth in 1..3_000_i64) {
        let mut counted = vec![0.0; options.len()];
        let draws = options[0].1.len();
        for draw in 0..draws {
            let key = |option: &(i64, Vec<f32>)| (benefit(option, draw, worth), -option.0);
            let best = options.iter().map(key).max().expect("an option");
            let winners: Vec<_> = (0..options.len()).filter(|at| key(&options[*at]) == best).collect();
            winners.iter().for_each(|at| counted[*at] += 1.0 / winners.len() as f64 / draws as f64);
        }
        let found = alternatives(&options).chances().at(money(worth));
        for (found, counted) in found.iter().zip(&counted) {
            prop_assert!((found - counted).abs() < 1e-12, "{found} and {counted}");
        }
    }

    #[test]
    fn no_stretch_of_chances_is_empty(options in options()) {
        let chances = alternatives(&options).chances();
        let stretches: Vec<_> = chances.stretches().collect();
        prop_assert!(stretches.is_sorted_by(|one, other| one.0 < other.0));
        for (from, shares) in stretches {
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert_eq!(chances.at(from), shares);
        }
    }

    #[test]
    fn the_best_on_average_has_the_least_expected_loss(options in options(), worth in 0..3_000_i64) {
        let losses = alternatives(&options).expected_losses(money(worth));
        let best = options.iter().map(|option| benefits(option, worth)).max().expect("an option");
        let draws = options[0].1.len() as i128;
        for (option, loss) in options.iter().zip(&losses) {
            let more = losses.iter().min().expect("an option").minor() as f64 * (draws * STEPS) as f64;
            let expected = more + (best - benefits(option, worth)) as f64;
            prop_assert!((expected / (draws * STEPS) as f64 - loss.minor() as f64).abs() <= 1.0, "{loss:?}");
        }
    }

    #[test]
    fn on_the_frontier_is_what_is_best_on_average_somewhere(options in options(), worth in 1..3_000_i64) {
        let key = |option: &(i64, Vec<f32>)| (benefits(option, worth), -option.0);
        let best = options.iter().map(key).max().expect("an option");
        let first = options.iter().position(|option| key(option) == best).expect("it is one of them");
        for (at, standing) in alternatives(&options).standings().into_iter().enumerate() {
            match standing {
                Standing::Frontier { from, to } => {
                    let is_within = (from..=to.unwrap_or(Money::MAX)).contains(&money(worth));
                    prop_assert_eq!(is_within, at == first, "{} {:?}", at, standing);
                }
                Standing::SameAs(other) => {
                    prop_assert!(other < at && options[other].0 == options[at].0);
                    prop_assert_eq!(benefits(&options[other], worth), benefits(&options[at], worth));
                }
                Standing::Dominated(by) => {
                    prop_assert!(options[by].0 <= options[at].0 && benefits(&options[by], worth) > benefits(&options[at], worth));
                }
                Standing::Mixture(one, other) => {
                    prop_assert!(options[one].0 < options[at].0 && options[at].0 < options[other].0);
                    let better = benefits(&options[one], worth).max(benefits(&options[other], worth));
                    prop_assert!(better > benefits(&options[at], worth));
                }
            }
        }
    }

    #[test]
    fn the_order_of_options_and_draws_decides_nothing(mut options in options(), worth in 0..3_000_i64) {
        let one = alternatives(&options);
        options.iter_mut().for_each(|(_, years)| years.reverse());
        options.reverse();
        let other = alternatives(&options);
        let mut losses = one.expected_losses(money(worth));
        losses.reverse();
        prop_assert_eq!(losses, other.expected_losses(money(worth)));
        let mut chances = one.chances().at(money(worth));
        chances.reverse();
        prop_assert_eq!(chances, other.chances().at(money(worth)));
        let beaten = |options: &Alternatives, at| options.dominated(at).map(|found| found.share);
        for at in 0..options.len() {
            prop_assert_eq!(beaten(&one, at), beaten(&other, options.len() - 1 - at));
        }
    }

    #[test]
    fn thresholds_are_the_last_values_that_hold(bounds in (0..400_i64, 0..400_i64), near in -50..450_i64) {
        let (one, other) = (bounds.0.min(bounds.1), bounds.0.max(bounds.1));
        let range = (0, 399);
        let find = |low: i64, high: i64| Threshold::find(range, near, |value| (low..=high).contains(&value));
        prop_assert_eq!(find(-1, one), if one == 399 { Threshold::Everywhere } else { Threshold::UpTo(one) });
        prop_assert_eq!(find(one, 400), if one == 0 { Threshold::Everywhere } else { Threshold::From(one) });
        prop_assert_eq!(find(-9, -5), Threshold::Nowhere);
        if one > 0 && other < 399 {
            let is_seen = (one..=other).contains(&near);
            prop_assert_eq!(find(one, other), if is_seen { Threshold::Between(one, other) } else { Threshold::Nowhere });
        }
    }
}

//! An option that is stopped on a day: what has been paid, what stays, and what is left of packages.

use crate::plans::{self, CATALOG};
use collagen_ledger::document::{Draft, PackageDraft, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::estimate::{OptionEstimate, Stop};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::units::Day;
use collagen_ledger::wording;
use proptest::prelude::*;

const PRECISION: Precision = Precision(256);

fn stopped(option: &OptionEstimate, day: Day) -> Stop {
    option.stopped(day, &mut Simulator::default(), PRECISION)
}

/// Needling on days 0, 28, 56, 84, 112, the first four of them as packages of two for 500, and upkeep each year.
fn draft() -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 3, 1));
    draft.consultation_fee = "50".to_owned();
    draft.options.truncate(1);
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (5, 28, Upkeep::Every { months: 12 });
    line.price = PriceDraft::Own(SpreadText::of_text("300"));
    line.package = PackageDraft::Own { sessions: 2, price: SpreadText::of_text("501") };
    draft
}

#[test]
fn what_is_paid_and_what_is_left_of_packages_is_said_to_the_cent() {
    let evaluation = Evaluation::of(&draft(), &CATALOG).unwrap();
    let (option, plan) = (&evaluation.estimate.options[0], &evaluation.plan.options[0]);
    let check = |day: Day, paid: i64, sessions: (usize, usize), prepaid: &[(u32, i64)]| {
        let stop = stopped(option, day);
        assert_eq!((stop.paid.typical.minor(), stop.sessions), (paid, sessions), "day {day}");
        let left: Vec<(u32, i64)> =
            stop.prepaid.iter().map(|left| (left.sessions, left.worth.expect("it is known").typical.minor())).collect();
        assert_eq!(left, prepaid, "day {day}");
    };
    let all = option.schedule.sessions.len();
    check(0, 55_100, (1, all - 1), &[(1, 25_050)]);
    check(27, 55_100, (1, all - 1), &[(1, 25_050)]);
    check(28, 55_100, (2, all - 2), &[]);
    check(56, 105_200, (3, all - 3), &[(1, 25_050)]);
    check(112, 135_200, (5, all - 5), &[]);
    check(option.days[option.days.len() - 1], option.ledger.total.typical.minor(), (all, 0), &[]);
    let said = wording::stopped(&stopped(option, 56), plan, &CATALOG, evaluation.estimate.currency);
    assert!(said[0].starts_with("3 sessions done, $1,052 paid; "), "{said:?}");
    assert!(
        said[1].contains("% on that day, ") && said[1].contains("after 1 year") && said[1].contains("after 2 years"),
        "{said:?}"
    );
    assert_eq!(said[2], "1 session of Microneedling is paid and not had, $250.50 of what was paid");
}

/// The plan with one option whose first line ends after its course, on the day of its last session.
fn without_upkeep(draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    draft.options.truncate(1);
    draft.options[0].lines.truncate(1);
    draft.options[0].lines[0].upkeep = Upkeep::None;
    draft
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A course that is stopped after its last session is the course of a plan without upkeep.
    #[test]
    fn stopping_after_the_course_is_a_plan_without_upkeep(plan in plans::plan()) {
        let mut with = plan;
        with.options.truncate(1);
        with.options[0].lines.truncate(1);
        let without = Evaluation::of(&without_upkeep(&with), &CATALOG).unwrap();
        let with = Evaluation::of(&with, &CATALOG).unwrap();
        let [with, without] = [&with, &without].map(|evaluation| &evaluation.estimate.options[0]);
        let Some(end) = without.schedule.course_end() else { return Ok(()) };
        let stop = stopped(with, end);
        prop_assert_eq!(stop.paid.zip(stop.owed, |paid, owed| paid + owed), without.ledger.total);
        for (day, improvement) in stop.curve {
            let other = without.point(day).result.unwrap().improvement.typical;
            prop_assert!((improvement - other).abs() < 1e-12, "day {}: {} and {}", day, improvement, other);
        }
    }

    /// What stays is never more than what was to come, and its ranges hold what is typical within those of people.
    #[test]
    fn less_is_done_and_no_more_is_achieved(plan in plans::plan(), share in 0..=100_i32) {
        let evaluation = Evaluation::of(&plan, &CATALOG).unwrap();
        for option in &evaluation.estimate.options {
            let horizon = *option.days.last().unwrap();
            let stop = stopped(option, horizon * share / 100);
            prop_assert!(stop.paid.typical <= option.ledger.total.typical);
            for (day, improvement) in &stop.curve {
                let planned = option.point(*day).result.unwrap().improvement.typical;
                prop_assert!(*improvement <= planned + 1e-12, "day {}: {} and {}", day, improvement, planned);
            }
            for stays in &stop.stays {
                let clinics = stays.improvement.clinics.unwrap();
                prop_assert!(clinics.p10 <= clinics.p50 && clinics.p50 <= clinics.p90);
            }
        }
    }
}

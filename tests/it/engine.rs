//! The engine through its own doors: parameters with addresses, and the score of a set of doses.

use crate::plans::{CATALOG, plan, without_upkeep_in_vain};
use collagen_ledger::catalog::ConcernId;
use collagen_ledger::document::{Draft, Profile, StretchMarks, Sun};
use collagen_ledger::engine::{
    Address, Client, Dose, Fading, Goal, Kernel, OfConcern, OfTreatment, Params, Program, Rule, Tables,
};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::plan::Line;
use collagen_ledger::schedule::Phase;
use collagen_ledger::units::Day;
use proptest::prelude::*;

fn params<'a>(concern: &str, profile: &'a Profile) -> Params<'a> {
    let concern = CATALOG.concern(&ConcernId::from(concern)).expect("a concern");
    Params::new(&CATALOG, concern, profile).expect("a projection")
}

#[test]
fn every_parameter_has_an_address_a_range_and_a_source() {
    let smoker = Profile { smoker: true, sun: Sun::Unprotected, ..Profile::default() };
    let params = params("acne-scars", &smoker);
    let addresses: Vec<Address<'_>> = params.addresses().collect();
    assert!(addresses.len() > 100, "{}", addresses.len());
    for address in addresses {
        let (value, range) = (params.get(address).expect("a value"), params.range(address).expect("a range"));
        assert_eq!(value.to_bits(), range.typical.to_bits(), "{address:?}");
        assert!(range.low <= value && value <= range.high, "{address:?}: {range:?}");
        assert!(params.source(address).is_some(), "{address:?}");
    }
    let check = |address, low: f64, high: f64| {
        let range = params.range(address).expect("a range");
        assert!((range.low - low).abs() < 5e-4 && (range.high - high).abs() < 5e-4, "{address:?}: {range:?}");
    };
    // 0.196 · e^(∓1.28 · 0.6), the odds of 0.3 likewise by 0.8, and the deciles of a beta(4, 2).
    check(Address::Concern(OfConcern::Amplitude), 0.0908, 0.4229);
    check(Address::Concern(OfConcern::Persistence), 0.1332, 0.5444);
    check(Address::Rule(Rule::Together), 0.4161, 0.8878);
}

#[test]
fn addresses_hold_only_what_counts_for_client_and_concern() {
    let (usual, red) = (Profile::default(), Profile { stretch_marks: StretchMarks::Red, ..Profile::default() });
    let laser = CATALOG.treatments.iter().find(|one| one.id.as_str() == "ablative-laser").expect("laser");
    let fade = |quantity| Address::Treatment(&laser.id, quantity);
    let (scars, marks) = (params("acne-scars", &usual), params("stretch-marks", &red));
    let check =
        |params: &Params<'_>, address, expected: Option<f64>| assert_eq!(params.get(address), expected, "{address:?}");
    check(&scars, fade(OfTreatment::FadeMonths), Some(25.4));
    check(&scars, fade(OfTreatment::FadeTimes), None);
    check(&marks, fade(OfTreatment::FadeMonths), None);
    check(&marks, fade(OfTreatment::FadeTimes), Some(1.17));
    check(&scars, Address::Client(Client::SmokingFade), None);
    check(&scars, Address::Client(Client::Red), None);
    check(&marks, Address::Client(Client::Red), Some(1.3));
}

/// A changed parameter changes what rests on it, and nothing else.
#[test]
fn a_parameter_is_changed_at_its_address() {
    let profile = Profile::default();
    let before = params("acne-scars", &profile);
    let needling = &CATALOG.treatments[0];
    let kernel = |params: &Params<'_>| params.kernel(needling, Some(1.5), []).expect("a response");
    let check = |address: Address<'_>, value: f64, change: fn(&mut Kernel, f64)| {
        let mut after = before.clone();
        after.set(address, value);
        let mut expected = kernel(&before);
        change(&mut expected, value);
        assert_eq!(kernel(&after), expected, "{address:?}");
        assert_eq!(after.ageing(), before.ageing(), "{address:?}");
    };
    let of = |quantity| Address::Treatment(&needling.id, quantity);
    check(of(OfTreatment::BuildMonths), 0.5, |kernel, value| kernel.shape.build_months = value);
    check(of(OfTreatment::Icepick), 0.5, |kernel, value| kernel.scar_types[2] = value);
    check(Address::Concern(OfConcern::Persistence), 0.2, |kernel, value| {
        kernel.persistence = value;
    });
    check(Address::Rule(Rule::Wear), 0.1, |kernel, value| kernel.shape.wear = value);
    check(Address::Client(Client::SmokingLoss), 2.0, |_, _| {});
    let mut after = before.clone();
    after.set(Address::Rule(Rule::CollagenLoss), 0.02);
    assert!(after.ageing().untreated(3_650) > before.ageing().untreated(3_650));
}

/// The doses that an evaluation's option comes to, and its kernels; none if a line does nothing for the concern: its sessions are drawn,
/// and no dose.
fn program(evaluation: &Evaluation, draft: &Draft, horizon: Day) -> Option<(Program, Vec<Kernel>)> {
    let concern = CATALOG.concern(&draft.concern)?;
    let params = Params::new(&CATALOG, concern, &draft.profile)?;
    let lines = &evaluation.plan.options[0].lines;
    let kernel = |line: &Line| {
        let add_ons = line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref());
        params.kernel(CATALOG.treatment(&line.treatment)?, line.depth_mm, add_ons)
    };
    let kernels = lines.iter().map(kernel).collect::<Option<Vec<_>>>()?;
    let all = kernels.iter().flat_map(|kernel| [*kernel, kernel.of_upkeep()]);
    let mut program = Program::new(all, params.setting(), horizon, &mut Tables::default());
    for session in evaluation.estimate.options[0].schedule.sessions.iter().rev() {
        let at = lines.iter().position(|line| line.id == session.line)?;
        let kernel = match session.phase {
            Phase::Course => kernels[at],
            Phase::Upkeep => kernels[at].of_upkeep(),
        };
        program.add(&Dose { day: session.day, kernel });
    }
    Some((program, kernels))
}

/// The plan for its first concern alone, for which all of its lines are.
fn without_others(mut draft: Draft) -> Draft {
    draft.further.clear();
    draft.options.iter_mut().flat_map(|option| &mut option.lines).for_each(|line| line.concern = None);
    without_upkeep_in_vain(draft)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sought_is_what_the_estimate_says(draft in plan(), day in 0..300, percent in 1..80_u32) {
        // For one concern: all lines count for it.
        let draft = without_others(Draft { target: Some(percent), ..draft });
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let horizon = evaluation.estimate.horizon_days;
        let Some((program, _)) = program(&evaluation, &draft, horizon) else { return Ok(()) };
        let option = &evaluation.estimate.options[0];
        let level = f64::from(percent) / 100.0;
        let projection = option.projection.as_ref().expect("a projection");
        let near = |goal: Goal, said: f64| (goal.reached(&program, horizon) - said).abs() <= 1e-12 * said.abs().max(1.0);
        prop_assert!(near(Goal::ImprovementYears, projection.improvement_years.typical));
        prop_assert!(near(Goal::OnDay(day), option.point(day).result.expect("a result").improvement.typical));
        prop_assert!(near(Goal::MonthsAbove(level), projection.months_at_target.expect("a target").typical));
        let days: Vec<Day> = (day..=day + 365).collect();
        let lowest = program.curve(&days).into_iter().fold(f64::INFINITY, f64::min);
        let held = Goal::Held { from: day, to: day + 365 }.reached(&program, horizon);
        prop_assert!(lowest <= held && held <= lowest + 0.002, "{held} held, {lowest} the lowest of all days");
        let days: Vec<Day> = (0..=horizon).collect();
        let curve = program.curve(&days);
        for (day, among) in days.iter().zip(&curve).step_by(13) {
            prop_assert_eq!(program.improvement(*day).to_bits(), among.to_bits(), "day {} by itself", day);
        }
        let highest = curve.into_iter().fold(0.0, f64::max);
        let peak = projection.peak.map_or(0.0, |peak| peak.improvement.typical);
        prop_assert!((peak - highest).abs() <= 1e-12, "{peak}, but {highest} is the highest of all days");
    }

    /// Days are passed over only where nothing happens: whoever looks at each of them finds the same days.
    #[test]
    fn no_day_of_fading_is_passed_over(draft in plan(), percent in 5..100_u32, first in 0..400, interval in 1..60) {
        let evaluation = Evaluation::of(&draft, &CATALOG).expect("a valid plan");
        let horizon = evaluation.estimate.horizon_days;
        let Some((program, kernels)) = program(&evaluation, &draft, horizon) else { return Ok(()) };
        let share = f64::from(percent) / 100.0;
        let days = |told: f64, passes: bool| {
            let (mut fading, mut found) = (Fading::new(program.clone(), horizon), Vec::new());
            let mut from = first;
            while fading.step(told, if passes { from } else { 0 }) && found.len() < 5 {
                if fading.day() >= from && fading.has_faded_to(share) {
                    let (day, kernel) = (fading.day(), kernels[0].of_upkeep());
                    found.push((day, (fading.peak() * 1e12).round()));
                    from = day + interval;
                    fading.add(&Dose { day, kernel });
                }
            }
            found
        };
        // A share that nothing is above lets no day be passed over.
        prop_assert_eq!(days(share, true), days(f64::INFINITY, false));
    }
}

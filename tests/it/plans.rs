//! Plans as people might make them: any concern, any client, options of several treatments.

use collagen_ledger::catalog::{Catalog, Concern, PriceUnit, Projection, Severity, Treatment};
use collagen_ledger::document::{
    AddOnDraft, CreditDraft, DepositDraft, Draft, ExtraId, Field, FreeOf, FurtherDraft, LineDraft, LineTax, Mark,
    MembershipDraft, OccasionDraft, OptionDraft, OptionId, PackageDraft, Phototype, Place, PriceDraft, Profile,
    ScarMix, SpreadText, StretchMarks, StrongSun, Sun, TimeOffDraft, Upkeep, Wrinkles,
};
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::finance::RateKind;
use collagen_ledger::log::IssueTerms;
use collagen_ledger::plan::{Cause, Problems};
use collagen_ledger::units::{BudgetPeriod, Date, Spread, TaxMode, UnitCount, parse_date};
use collagen_ledger::wording;
use proptest::prelude::*;
use std::sync::LazyLock;

/// The catalogue, read once.
pub(crate) static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::built_in);

/// What is wrong with a draft, a line for each problem.
pub(crate) fn said(problems: &Problems, draft: &Draft, catalog: &Catalog) -> String {
    let problems = wording::problems(&problems.0, draft, catalog);
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// A concern that gets a projection.
fn concern() -> impl Strategy<Value = &'static Concern> {
    let modelled = CATALOG.concerns.iter().filter(|concern| matches!(concern.projection, Projection::Modelled(_)));
    prop::sample::select(modelled.collect::<Vec<_>>())
}

fn profile() -> impl Strategy<Value = Profile> {
    let parts = (0..=9_u32, 0..=9_u32, 1..=9_u32);
    let sun = prop::sample::select(&Sun::ALL[..]);
    let severity = prop::sample::select(&Severity::ALL[..]);
    (12..=100_u32, severity, any::<[bool; 5]>(), sun, parts).prop_map(|(age, severity, flags, sun, parts)| Profile {
        age,
        severity,
        smoker: flags[0],
        sun,
        scar_mix: ScarMix { rolling: parts.0, boxcar: parts.1, icepick: parts.2 },
        wrinkles: if flags[1] { Wrinkles::Deep } else { Wrinkles::Fine },
        stretch_marks: if flags[2] { StretchMarks::Red } else { StretchMarks::White },
        phototype: flags[3].then_some(Phototype::V),
        sensitive_skin: flags[4],
    })
}

/// The least spacing at which every session counts in full and none comes too close.
fn full_gap(treatment: &Treatment) -> u32 {
    let reference = treatment.response.reference_gap_days.as_ref().map_or(1, |gap| gap.value);
    reference.max(treatment.minimum_interval_days.value).max(1)
}

fn own_price() -> impl Strategy<Value = PriceDraft> {
    spread().prop_map(PriceDraft::Own)
}

fn cents(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn spread() -> impl Strategy<Value = SpreadText> {
    (0..200_000_u32, 0..200_000_u32, 0..200_000_u32).prop_map(move |(low, more, most)| SpreadText {
        low: cents(low),
        typical: cents(low + more),
        high: cents(low + more + most),
    })
}

/// A package of the clinic's own, or none; a device has none.
fn package(treatment: &Treatment) -> BoxedStrategy<PackageDraft> {
    let own = (2..=5_u32, spread()).prop_map(|(sessions, price)| PackageDraft::Own { sessions, price });
    match treatment.unit {
        PriceUnit::Device { .. } => Just(PackageDraft::None).boxed(),
        _ => prop_oneof![Just(PackageDraft::None), own].boxed(),
    }
}

/// A day that matters, within a plan or not.
fn occasion() -> impl Strategy<Value = OccasionDraft> {
    let start = parse_date("2027-01-31").expect("a date");
    ("[A-Za-z ]{0,12}", -40..1_200_i64)
        .prop_map(move |(name, days)| OccasionDraft { name, date: start.saturating_add(jiff::Span::new().days(days)) })
}

/// Days kept free, within a plan or not.
pub(crate) fn time_off() -> impl Strategy<Value = TimeOffDraft> {
    let start = parse_date("2027-01-31").expect("a date");
    let day = move |days: i64| start.saturating_add(jiff::Span::new().days(days));
    let free_of = prop::sample::select(&FreeOf::ALL[..]);
    ("[A-Za-z ]{0,12}", -40..1_200_i64, 0..60_i64, free_of).prop_map(move |(name, first, length, free_of)| {
        TimeOffDraft { name, first: day(first), last: day(first + length), free_of }
    })
}

/// Several of them, and strong sun. Mostly none.
fn kept_free() -> impl Strategy<Value = (Vec<TimeOffDraft>, StrongSun)> {
    let some = (prop::collection::vec(time_off(), 0..4), prop::sample::select(&StrongSun::ALL[..]));
    prop_oneof![2 => Just((Vec::new(), StrongSun::Unminded)), 1 => some]
}

fn tax_mode() -> impl Strategy<Value = TaxMode> {
    prop::sample::select(&TaxMode::ALL[..])
}

fn line_tax() -> impl Strategy<Value = LineTax> {
    let own = (percent(30), tax_mode()).prop_map(|(percent, mode)| LineTax::Own { percent, mode });
    prop_oneof![3 => Just(LineTax::Plan), 1 => own]
}

fn upkeep() -> impl Strategy<Value = Upkeep> {
    prop_oneof![
        Just(Upkeep::None),
        (2..=24_u32).prop_map(|months| Upkeep::Every { months }),
        (10..=95_u32).prop_map(|percent| Upkeep::WhenFaded { percent }),
    ]
}

/// Whole units, and parts of them.
fn unit_count() -> impl Strategy<Value = UnitCount> {
    prop_oneof![(1..=3_u32).prop_map(UnitCount::whole), (10..=300_u32).prop_map(UnitCount::of_hundredths)]
}

/// A line of a treatment, its sessions far enough apart to count in full.
pub(crate) fn line(treatment: &'static Treatment) -> impl Strategy<Value = LineDraft> {
    let price = prop_oneof![Just(PriceDraft::Catalogue), own_price()];
    let add_ons = prop::collection::vec(add_on(treatment), 0..=2);
    let gap = full_gap(treatment);
    let needed = (1..=6_u32, prop::option::weighted(0.2, 1..=6_u32), prop::option::weighted(0.2, 1..=8_u32));
    let numbers = (needed, gap..=gap + 60, 0..=500_u32, unit_count());
    let terms = (0..=1000_u32, package(treatment), line_tax(), prop::sample::select(&["", "both cheeks"][..]));
    (numbers, price, terms, add_ons, upkeep()).prop_map(
        move |(numbers, price, (discount, package, tax, area), mut add_ons, upkeep)| {
            // The catalogue's add-ons are given once a session.
            add_ons.dedup_by(|one, other| one.add_on.is_some() && one.add_on == other.add_on);
            let ((sessions, fewest, most), spacing_days, start_day, units) = numbers;
            // Every fourth is an amount, and every third line has another price for upkeep.
            let upkeep_price = if discount % 3 == 0 { cents(10 * discount) } else { String::new() };
            let discount = match discount % 4 {
                0 => format!("${}", cents(30 * discount)),
                _ => format!("{}.{}", discount / 10, discount % 10),
            };
            let usual = LineDraft::usual(&CATALOG, &CATALOG.concerns[0], &Profile::default(), treatment);
            let area = area.to_owned();
            let line = LineDraft { sessions, fewest, most, spacing_days, start_day, units, area, ..usual };
            LineDraft { price, discount, upkeep_price, package, tax, add_ons, upkeep, ..line }
        },
    )
}

fn add_on(treatment: &'static Treatment) -> impl Strategy<Value = AddOnDraft> {
    let of_catalog = treatment.add_ons.iter().cloned().map(AddOnDraft::of_catalog).collect::<Vec<_>>();
    // Every other extra of the plan's own is sold in packages.
    let package = prop::option::of((2..=5_u32, 1..50_000_u32));
    let own = (own_price(), package).prop_map(|(price, package)| {
        let own = |(sessions, price)| PackageDraft::Own { sessions, price: SpreadText::of_text(&cents(price)) };
        let package = package.map_or(PackageDraft::None, own);
        AddOnDraft { id: ExtraId::NEW, add_on: None, name: "Aftercare".to_owned(), price, package }
    });
    if of_catalog.is_empty() { own.boxed() } else { prop_oneof![own, prop::sample::select(of_catalog)].boxed() }
}

/// One to three lines, no two of one interval group.
fn lines() -> impl Strategy<Value = Vec<LineDraft>> {
    let treatments: Vec<&'static Treatment> = CATALOG.treatments.iter().collect();
    prop::sample::subsequence(treatments, 1..=4).prop_shuffle().prop_flat_map(move |mut chosen| {
        let mut groups = Vec::new();
        chosen.retain(|treatment| {
            let new = !groups.contains(&&treatment.interval_group);
            groups.push(&treatment.interval_group);
            new
        });
        chosen.into_iter().map(line).collect::<Vec<_>>()
    })
}

fn percent(most: u32) -> impl Strategy<Value = String> {
    (0..most * 1000).prop_map(|thousandths| format!("{}.{:03}", thousandths / 1000, thousandths % 1000))
}

fn deposit() -> impl Strategy<Value = DepositDraft> {
    let amount = (0..100_000_u32).prop_map(cents);
    prop_oneof![
        Just(DepositDraft::None),
        percent(100).prop_map(DepositDraft::Percent),
        amount.prop_map(DepositDraft::Amount)
    ]
}

fn credit() -> impl Strategy<Value = CreditDraft> {
    let kind = prop::sample::select(&RateKind::ALL[..]);
    (percent(100), kind, 2..=120_u32, 1..=24_u32, 0..500_u32).prop_map(|(rate, kind, months, first, fee)| CreditDraft {
        rate,
        kind,
        months,
        first,
        fee: fee.to_string(),
    })
}

/// A plan to which nothing has happened yet, as a file holds it.
pub(crate) fn plan_text(draft: &Draft) -> String {
    collagen_ledger::storage::plan_text(&draft.clone().into())
}

/// A valid plan.
pub(crate) fn plan() -> impl Strategy<Value = Draft> {
    let options = prop::collection::vec((lines(), prop::option::weighted(0.2, membership())), 1..=2);
    let price = ((percent(30), tax_mode()), prop_oneof![Just(String::new()), percent(40)]);
    let paying = (deposit(), prop::option::of(credit()));
    let money = (price, percent(10), 0..30_000_u32, paying);
    let amount = || prop::option::of((1..2_000_000_u32).prop_map(cents));
    let budget = (amount(), prop::sample::select(&BudgetPeriod::ALL[..]));
    let wanted = (prop::option::of(1..=85_u32), amount(), budget, prop::option::of(occasion()), kept_free());
    let concern = (concern(), further());
    (concern, options, profile(), 1..=6_u32, money, wanted).prop_map(
        |(
            (concern, further),
            options,
            profile,
            horizon_years,
            money,
            (target, worth, (budget, budget_period), occasion, (time_off, strong_sun)),
        )| {
            let (((tax, tax_mode), discount), price_growth, fee, (deposit, credit)) = money;
            let mut draft = Draft {
                profile,
                horizon_years,
                consultation_fee: format!("{}.{:02}", fee / 100, fee % 100),
                fee_credited: fee % 2 == 1,
                tax,
                tax_mode,
                discount,
                price_growth,
                deposit,
                credit,
                target,
                worth: worth.unwrap_or_default(),
                budget: budget.unwrap_or_default(),
                budget_period,
                occasions: occasion.into_iter().collect(),
                time_off,
                strong_sun,
                options: marked(options),
                ..Draft::example(&CATALOG, concern, parse_date("2027-01-31").expect("a date"))
            };
            draft.identify(0);
            without_upkeep_in_vain(coming_for(draft, further))
        },
    )
}

/// What else somebody comes for: mostly nothing.
fn further() -> impl Strategy<Value = Vec<FurtherDraft>> {
    let one = (prop::sample::select(&CATALOG.concerns[..]), prop::sample::select(&Severity::ALL[..]));
    let some = prop::collection::vec(one, 1..=2).prop_map(|some| {
        let further = |(concern, severity): (&Concern, _)| FurtherDraft { concern: concern.id.clone(), severity };
        some.iter().map(|(concern, severity)| further((concern, *severity))).collect()
    });
    prop_oneof![2 => Just(Vec::new()), 1 => some]
}

/// The plan with these further concerns, each once, and its lines for one or another of them.
fn coming_for(mut draft: Draft, further: Vec<FurtherDraft>) -> Draft {
    for one in further {
        if draft.concerns().all(|other| *other != one.concern) {
            draft.further.push(one);
        }
    }
    let concerns: Vec<_> = draft.concerns().cloned().collect();
    for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
        let at = (line.sessions + line.start_day) as usize % concerns.len();
        line.concern = (at > 0).then(|| concerns[at].clone());
    }
    draft
}

/// Upkeep that waits for a result there never is is refused, so that such lines have none.
pub(crate) fn without_upkeep_in_vain(mut draft: Draft) -> Draft {
    let Err(problems) = Evaluation::of(&draft, &CATALOG) else { return draft };
    for problem in problems.0 {
        let lines = draft.options.iter_mut().flat_map(|option| &mut option.lines);
        let is_it = |line: &&mut LineDraft| Place::Line { line: line.id, field: Field::Upkeep } == problem.place;
        if let (Cause::UpkeepWithoutEffect(_), Some(line)) = (&problem.cause, lines.into_iter().find(is_it)) {
            line.upkeep = Upkeep::None;
        }
    }
    draft
}

/// The terms of a member; of treatments that most options have one of.
fn membership() -> impl Strategy<Value = MembershipDraft> {
    let covers = prop::collection::vec(prop::sample::select(&CATALOG.treatments[..]), 0..6);
    let amounts = (0..20_000_u32, 0..20_000_u32, percent(100));
    (amounts, 1..=40_u32, 0..=3_u32, covers, 0..=6_u32).prop_map(
        |((fee, credit, discount), months, sessions, covers, roll_over)| MembershipDraft {
            fee: cents(fee),
            months,
            sessions,
            covers: covers.iter().map(|treatment| treatment.id.clone()).collect(),
            credit: if credit % 2 == 0 { cents(credit) } else { String::new() },
            roll_over,
            discount,
        },
    )
}

fn marked(options: Vec<(Vec<LineDraft>, Option<MembershipDraft>)>) -> Vec<OptionDraft> {
    let name = |mark: Mark| format!("Option {}", mark.letter());
    let option = |(mark, (lines, membership)): (Mark, _)| OptionDraft {
        id: OptionId::NEW,
        mark,
        name: name(mark),
        hidden: false,
        lines,
        membership,
    };
    Mark::all().zip(options).map(option).collect()
}

/// A plan as typed: its texts are anything, so it may be wrong.
pub(crate) fn typed() -> impl Strategy<Value = Draft> {
    let texts = prop::collection::vec("\\PC{0,40}", 13);
    (plan(), texts, "(\\PC|\n|\t){0,200}").prop_map(|(mut draft, texts, notes)| {
        draft.notes = notes;
        let [reference, fee, tax, growth, name, low, typical, high, deposit, rate, lender, worth, budget] =
            <[String; 13]>::try_from(texts).expect("thirteen texts");
        draft.deposit = DepositDraft::Amount(deposit);
        draft.credit = Some(CreditDraft { rate, fee: lender, ..CreditDraft::default() });
        (draft.reference, draft.consultation_fee, draft.tax, draft.price_growth) = (reference, fee, tax, growth);
        (draft.worth, draft.budget) = (worth, budget);
        draft.options[0].name = name;
        draft.options[0].lines[0].price = PriceDraft::Own(Spread { low, typical, high });
        draft
    })
}

/// Terms of an issue on a day, which holds for thirty days.
pub(crate) fn terms(number: &str, on: Date) -> IssueTerms {
    IssueTerms {
        number: number.to_owned(),
        on,
        valid_until: on.saturating_add(jiff::Span::new().days(30)),
        program: "0.1.0".to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    }
}

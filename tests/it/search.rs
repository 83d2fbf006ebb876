//! Plans that are found are those that somebody finds who looks at every one of them.

use crate::plans::CATALOG;
use collagen_ledger::catalog::{Basis, Catalog, Concern, Severity, TreatmentId};
use collagen_ledger::document::{
    AddOnDraft, Draft, FreeOf, LineDraft, Mark, OptionDraft, OptionId, PackageDraft, StrongSun, TimeOffDraft, Upkeep,
};
use collagen_ledger::engine::{Goal, Params};
use collagen_ledger::estimate::{Estimator, OptionEstimate};
use collagen_ledger::plan::{ClinicalRemark, RemarkKind};
use collagen_ledger::price_list::csv;
use collagen_ledger::search::{Answer, Found, Inquiry, Lifted, Limit, Nothing, Question, Search, Space};
use collagen_ledger::simulate::Precision;
use collagen_ledger::units::{Budget, BudgetPeriod, Date, Day, Money, Spread};
use jiff::civil::date;
use std::collections::{BTreeSet, HashMap};

/// The level that months are counted above, in percent.
const LEVEL: u32 = 30;
/// A day to look well on.
const DAY: Day = 400;
/// From when to when a result is to be held.
const HELD: (Day, Day) = (300, 700);

/// Everything that there may be most of.
const GOALS: [Goal; 4] =
    [Goal::ImprovementYears, Goal::OnDay(DAY), Goal::Held { from: HELD.0, to: HELD.1 }, Goal::MonthsAbove(0.3)];

/// A plan as its estimate says it is.
struct Known {
    lines: Vec<LineDraft>,
    spend: i64,
    years: Vec<i64>,
    /// What has been spent by the end of each month.
    months_spent: Vec<i64>,
    visits: u32,
    unseen: BTreeSet<Day>,
    has_clash: bool,
    /// Whether days kept free move anything.
    is_moved: bool,
    /// The days of each line.
    dated: Vec<Vec<Day>>,
    /// Whether a line is elsewhere than it would be by itself, to make room for what is moved.
    makes_room: bool,
    /// Where it stands in the order of the space: of each line its treatment, which of its lines it is, and its first day.
    place: Vec<[usize; 3]>,
    improvement_years: f64,
    on_day: f64,
    held: f64,
    months: f64,
}

/// Every plan of a small space, looked at one by one.
struct Everything {
    catalog: &'static Catalog,
    draft: Draft,
    question: Question,
    known: Vec<Known>,
}

fn concern(id: &str) -> &'static Concern {
    CATALOG.concerns.iter().find(|concern| concern.id.as_str() == id).expect("a concern")
}

fn treatment(id: &str) -> TreatmentId {
    CATALOG.treatments.iter().find(|treatment| treatment.id.as_str() == id).expect("a treatment").id.clone()
}

fn draft(id: &str, years: u32) -> Draft {
    let example = Draft::example(&CATALOG, concern(id), date(2027, 3, 1));
    Draft {
        horizon_years: years,
        target: Some(LEVEL),
        consultation_fee: "80".to_owned(),
        tax: "7".to_owned(),
        ..example
    }
}

fn with_lines(draft: &Draft, lines: Vec<LineDraft>) -> Draft {
    let mark = Mark::all().next().expect("a mark");
    let option =
        OptionDraft { id: OptionId::NEW, mark, name: "found".to_owned(), hidden: false, lines, membership: None };
    let mut draft = Draft { options: vec![option], ..draft.clone() };
    draft.identify(0);
    draft
}

/// The lines of a treatment, by what the catalogue says of its courses, prices and add-ons, in the order of the space.
fn lines(draft: &Draft, catalog: &Catalog, id: &TreatmentId) -> Vec<LineDraft> {
    let (concern, treatment) = (catalog.concern(&draft.concern).unwrap(), catalog.treatment(id).unwrap());
    let usual = LineDraft::usual(catalog, concern, &draft.profile, treatment);
    let preset = treatment.course_for(concern, &draft.profile).expect("a course");
    let least = treatment.minimum_interval_days.value;
    let spacing = [preset.spacing_days.low, preset.spacing_days.typical, preset.spacing_days.high];
    let spacing = spacing.map(|days| days.max(least));
    let own = catalog.upkeep_presets(concern, treatment).iter().map(|preset| preset.months);
    let months: BTreeSet<u32> = own.chain([3, 6, 9, 12, 18, 24]).filter(|months| months * 28 >= least).collect();
    let faded = [60, 70, 80, 90].map(|percent| Upkeep::WhenFaded { percent });
    let dated = months.into_iter().map(|months| Upkeep::Every { months });
    let upkeep: Vec<Upkeep> = [Upkeep::None].into_iter().chain(dated).chain(faded).collect();
    let packages = catalog.rates(treatment, &usual.area, draft.currency).packages;
    let mut lines = Vec::new();
    for sessions in preset.sessions.low..=preset.sessions.high {
        let spacings = BTreeSet::from(spacing);
        for spacing_days in spacings.into_iter().take(if sessions == 1 { 1 } else { 3 }) {
            let fitting = packages.iter().map(|package| package.sessions).filter(|covered| *covered <= sessions);
            let packages = fitting.map(|sessions| PackageDraft::Catalogue { sessions });
            for package in [PackageDraft::None].into_iter().chain(packages) {
                let extras = treatment.add_ons.iter().rev().map(|id| vec![AddOnDraft::of_catalog(id.clone())]);
                for add_ons in [Vec::new()].into_iter().chain(extras) {
                    let of = |upkeep: &Upkeep| LineDraft {
                        sessions,
                        spacing_days,
                        upkeep: *upkeep,
                        package: package.clone(),
                        add_ons: add_ons.clone(),
                        ..usual.clone()
                    };
                    lines.extend(upkeep.iter().map(of));
                }
            }
        }
    }
    lines
}

impl Everything {
    fn of(draft: Draft, treatments: [&str; 2], earliest: u32) -> Self {
        Self::on(&CATALOG, draft, &treatments, earliest, false)
    }

    /// On the typical or on a cautious course; mixes are of as many lines as there are treatments.
    fn on(catalog: &'static Catalog, draft: Draft, treatments: &[&str], earliest: u32, is_cautious: bool) -> Self {
        let treatments: Vec<TreatmentId> = treatments.iter().map(|id| treatment(id)).collect();
        let usual = Question::usual(&draft, &CATALOG, CATALOG.concern(&draft.concern).unwrap());
        let earliest_day = Day::try_from(earliest).unwrap();
        let most_lines = treatments.len();
        let lines: Vec<Vec<LineDraft>> = treatments.iter().map(|id| lines(&draft, catalog, id)).collect();
        let question = Question { treatments, earliest: earliest_day, is_cautious, most_lines, ..usual };
        let end = (draft.start.saturating_add(jiff::Span::new().years(draft.horizon_years)) - draft.start).get_days();
        let starts = [0, 4, 8, 12, 26, 38, 52].map(|weeks| earliest + 7 * weeks);
        let starts: Vec<u32> = starts.into_iter().filter(|start| i64::from(*start) < i64::from(end)).collect();
        let mut all: Vec<Vec<([usize; 3], LineDraft)>> = vec![Vec::new()];
        for (treatment, of_treatment) in lines.iter().enumerate() {
            let mut begun = Vec::new();
            for (start, day) in starts.iter().enumerate() {
                let lines = of_treatment.iter().enumerate();
                let of_day = |(at, line): (usize, &LineDraft)| {
                    ([treatment, at, start], LineDraft { start_day: *day, ..line.clone() })
                };
                begun.extend(lines.map(of_day));
            }
            let with = |plan: &Vec<_>| -> Vec<Vec<_>> {
                begun.iter().map(|line| plan.iter().chain([line]).cloned().collect()).collect()
            };
            let more: Vec<Vec<_>> = all.iter().flat_map(with).collect();
            all.extend(more);
        }
        let waits = |line: &LineDraft| matches!(line.upkeep, Upkeep::WhenFaded { .. });
        let is_of_space = |plan: &Vec<([usize; 3], LineDraft)>| match &plan[..] {
            [] => false,
            // A single line that waits for its result to fade begins on the first day.
            [(_, line)] => !waits(line) || line.start_day == earliest && !is_cautious,
            mix => {
                // Of three lines none waits, and on a cautious course none does.
                let is_dated = !mix.iter().any(|(_, line)| waits(line));
                mix.iter().any(|(_, line)| line.start_day == earliest) && (is_dated || mix.len() < 3 && !is_cautious)
            }
        };
        all.retain(is_of_space);
        let later = Question { goal: Goal::OnDay(DAY), ..question.clone() };
        let space = Space::new(&draft, catalog, later).unwrap();
        assert_eq!(space.plans(), all.len() as u64, "the space is as large as it says");
        let mut estimator = Estimator::default();
        let known = all.into_iter().filter_map(|plan| {
            let (place, lines): (Vec<[usize; 3]>, Vec<LineDraft>) = plan.into_iter().unzip();
            let draft = with_lines(&draft, lines.clone());
            let cautious = |params: &mut Params<'_>| {
                if is_cautious {
                    params.be_cautious();
                }
            };
            let estimate = estimator.estimate_with(&draft.parse(catalog).ok()?, catalog, cautious).ok()?;
            Some(Known { place, ..Known::of(lines, &estimate.options[0], draft.start)? })
        });
        let mut known: Vec<Known> = known.collect();
        let singles = known.iter().filter(|known| known.lines.len() == 1);
        let by_itself: HashMap<String, Vec<Day>> =
            singles.map(|known| (format!("{:?}", known.lines[0]), known.dated[0].clone())).collect();
        for known in &mut known {
            let mut lines = known.lines.iter().zip(&known.dated);
            known.makes_room = known.lines.len() > 1
                && lines.any(|(line, dated)| {
                    // What waits for the result of a mix is elsewhere by itself; its course is not.
                    let (upkeep, count) =
                        if waits(line) { (Upkeep::None, line.sessions as usize) } else { (line.upkeep, dated.len()) };
                    let line = LineDraft { upkeep, ..line.clone() };
                    by_itself.get(&format!("{line:?}")).map(|days| &days[..]) != Some(&dated[..count])
                });
        }
        Self { catalog, draft, question, known }
    }

    /// The best plans of all, found by looking at each: spend and value of every step.
    fn best(&self, question: &Question) -> Vec<(i64, f64)> {
        let allowed = self.known.iter().filter(|known| known.is_allowed(question));
        let mut all: Vec<(i64, f64)> = allowed.map(|known| (known.spend, known.value(question.goal))).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
        let mut best: Vec<(i64, f64)> = Vec::new();
        for (spend, value) in all {
            if value > best.last().map_or(0.0, |(_, value)| *value) {
                best.push((spend, value));
            }
        }
        best
    }

    /// Asks, and compares the answer with that of looking at every plan, to the last bit.
    fn check(&self, name: &str, change: impl FnOnce(&mut Question)) -> Vec<Found> {
        let mut question = self.question.clone();
        change(&mut question);
        let found = Search::new(Space::new(&self.draft, self.catalog, question.clone()).unwrap()).run();
        let best = self.best(&question);
        let steps: Vec<(i64, f64)> = found.iter().map(|found| (found.spend.minor(), found.reached)).collect();
        assert!(!best.is_empty(), "{name}: there is nothing to find");
        let bits =
            |steps: &[(i64, f64)]| steps.iter().map(|(spend, value)| (*spend, value.to_bits())).collect::<Vec<_>>();
        assert_eq!(bits(&steps), bits(&best), "{name}: found {steps:?}, of all {best:?}");
        for found in &found {
            // Of those that cost and reach the same the first counts.
            let is_same = |known: &&Known| {
                let value = known.value(question.goal).to_bits();
                (known.spend, value) == (found.spend.minor(), found.reached.to_bits()) && known.is_allowed(&question)
            };
            let first =
                self.known.iter().filter(is_same).min_by_key(|known| &known.place).expect("a plan of the space");
            assert_eq!(first.lines, found.lines, "{name}");
        }
        found
    }
}

impl Known {
    fn of(lines: Vec<LineDraft>, option: &OptionEstimate, start: Date) -> Option<Self> {
        let sessions: u32 = lines.iter().map(|line| line.sessions).sum();
        let of_course = option.schedule.sessions.iter().filter(|session| session.phase.id() == "course").count();
        let projection = option.projection.as_ref()?;
        let spent_before = |month: i32| -> i64 {
            let until = start.saturating_add(jiff::Span::new().months(month));
            let paid = option.ledger.entries.iter().filter(|entry| entry.date < until);
            paid.map(|entry| entry.amount.typical.minor()).sum()
        };
        let total = option.ledger.total.typical.minor();
        let months = 12 * i32::try_from(option.ledger.years.len()).unwrap();
        let days: BTreeSet<Day> = option.schedule.sessions.iter().map(|session| session.day).collect();
        let ids: Vec<_> =
            option.schedule.sessions.iter().map(|session| session.line).collect::<BTreeSet<_>>().into_iter().collect();
        let days_of = |id| {
            let of_line = option.schedule.sessions.iter().filter(|session| session.line == id);
            of_line.map(|session| session.day).collect()
        };
        let shown = option.schedule.sessions.iter().flat_map(|session| {
            let line = &lines[ids.iter().position(|id| *id == session.line).unwrap()];
            let most = CATALOG.treatment(&line.treatment).unwrap().downtime.social_days.1;
            session.day..session.day + Day::try_from(most).unwrap()
        });
        let horizon = option.days.last().copied()?;
        let unseen: BTreeSet<Day> = shown.filter(|day| *day <= horizon).collect();
        assert!(!days.is_empty());
        let on = |day: Day| option.point(day).result.unwrap().improvement.typical;
        let (from, to) = HELD;
        let within = option.days.iter().copied().filter(|day| (from..=to).contains(day)).chain([from, to]);
        let is_clash = |kind: &RemarkKind| {
            use ClinicalRemark::{InDowntime, SameDay, TooSoonAfter};
            matches!(kind, RemarkKind::Clinical(InDowntime { .. } | SameDay { .. } | TooSoonAfter { .. }))
        };
        // A course that the plan cuts off is none that was meant.
        (of_course == sessions as usize).then(|| Self {
            spend: option.ledger.total.typical.minor(),
            years: option.ledger.years.iter().map(|year| year.typical.minor()).collect(),
            months_spent: (1..months).map(spent_before).chain([total]).collect(),
            visits: option.visits,
            is_moved: !option.schedule.displaced.is_empty(),
            dated: ids.iter().map(|id| days_of(*id)).collect(),
            makes_room: false,
            place: Vec::new(),
            has_clash: option.remarks.iter().any(|remark| is_clash(&remark.kind)),
            improvement_years: projection.improvement_years.typical,
            on_day: on(DAY),
            held: within.map(on).fold(f64::INFINITY, f64::min),
            months: projection.months_at_target.unwrap().typical,
            lines,
            unseen,
        })
    }

    fn value(&self, goal: Goal) -> f64 {
        match goal {
            Goal::ImprovementYears => self.improvement_years,
            Goal::OnDay(_) => self.on_day,
            Goal::Held { .. } => self.held,
            Goal::MonthsAbove(_) => self.months,
        }
    }

    fn begins_at_once(&self, question: &Question) -> bool {
        self.lines.iter().any(|line| line.start_day == u32::try_from(question.earliest).unwrap())
    }

    fn longest_unseen(&self) -> usize {
        let horizon = self.unseen.last().copied().unwrap_or_default();
        let from = |first: &Day| (*first..=horizon).take_while(|day| self.unseen.contains(day)).count();
        self.unseen.iter().map(from).max().unwrap_or_default()
    }

    fn is_allowed(&self, question: &Question) -> bool {
        let has = |id: &TreatmentId| self.lines.iter().any(|line| line.treatment == *id);
        let is_within = |most: Option<u32>, value: usize| most.is_none_or(|most| value <= most as usize);
        let affords = match question.budget {
            Some(Budget { amount, period: BudgetPeriod::Plan }) => self.spend <= amount.minor(),
            Some(Budget { amount, period: BudgetPeriod::Year }) => {
                self.years.iter().all(|year| *year <= amount.minor())
            }
            Some(Budget { amount, period: BudgetPeriod::Month }) => {
                (1..).zip(&self.months_spent).all(|(months, spent)| *spent <= months * amount.minor())
            }
            None => true,
        };
        // Where that is asked packages and add-ons are none of the clinic's.
        let is_own = |line: &LineDraft| line.package == PackageDraft::None && line.add_ons.is_empty();
        affords
            && (!question.own_prices || self.lines.iter().all(is_own))
            && question.wished.iter().all(has)
            && (self.begins_at_once(question) || matches!(question.goal, Goal::OnDay(_) | Goal::Held { .. }))
            && self.lines.len() <= question.most_lines
            && is_within(question.most_visits, self.visits as usize)
            && is_within(question.most_days_unseen, self.unseen.len())
            && is_within(question.most_in_a_row, self.longest_unseen())
            && (question.may_overlap && !self.is_moved || !self.has_clash)
            && !self.makes_room
            && question.well_on.iter().all(|(first, last)| self.unseen.range(first..=last).next().is_none())
    }
}

fn budget(amount: i64, period: BudgetPeriod) -> Budget {
    Budget { amount: Money::from_minor(100 * amount), period }
}

fn off(first: Date, last: Date, free_of: FreeOf) -> TimeOffDraft {
    TimeOffDraft { name: String::new(), first, last, free_of }
}

/// Ten thousand plans under every kind of limit, and for every goal.
#[test]
fn the_best_plans_of_all_are_found_whatever_the_limits() {
    let all = Everything::of(draft("acne-scars", 3), ["subcision", "ha-filler"], 20);
    assert!(all.known.len() > 8_000, "{}", all.known.len());
    let free = all.check("the most over the years", |_| ());
    assert!(free.len() > 5 && free.iter().any(|found| found.lines.len() == 2));
    all.check("on a day", |question| question.goal = Goal::OnDay(DAY));
    all.check("held", |question| question.goal = Goal::Held { from: HELD.0, to: HELD.1 });
    all.check("months above a level", |question| question.goal = Goal::MonthsAbove(f64::from(LEVEL) / 100.0));
    all.check("a budget", |question| question.budget = Some(budget(2_000, BudgetPeriod::Plan)));
    all.check("a budget a year", |question| question.budget = Some(budget(900, BudgetPeriod::Year)));
    all.check("a budget a month", |question| question.budget = Some(budget(1_000, BudgetPeriod::Month)));
    all.check("visits", |question| question.most_visits = Some(4));
    all.check("days unseen", |question| question.most_days_unseen = Some(15));
    all.check("days in a row", |question| question.most_in_a_row = Some(6));
    all.check("to be well on some days", |question| question.well_on = vec![(22, 60), (400, 500)]);
    all.check("a wished treatment", |question| question.wished = vec![treatment("ha-filler")]);
    all.check("one treatment at a time", |question| question.most_lines = 1);
    all.check("sessions that overlap", |question| question.may_overlap = true);
    all.check("all at once", |question| {
        question.goal = Goal::Held { from: HELD.0, to: HELD.1 };
        question.budget = Some(budget(1_500, BudgetPeriod::Year));
        (question.most_visits, question.most_days_unseen) = (Some(8), Some(40));
        question.well_on = vec![(200, 230)];
    });
}

/// Days kept free move sessions in a search as they do in a plan.
#[test]
fn the_best_plans_are_found_out_of_the_way_of_days_kept_free_and_on_a_cautious_course() {
    let mut draft = draft("acne-scars", 2);
    draft.time_off = vec![
        off(date(2027, 3, 25), date(2027, 4, 20), FreeOf::Visits),
        off(date(2027, 7, 1), date(2027, 8, 31), FreeOf::Traces),
    ];
    let all = Everything::on(&CATALOG, draft, &["tca-cross", "ha-filler"], 0, true);
    let found = all.check("the most over the years", |_| ());
    assert!(found.iter().any(|found| found.lines.len() == 2));
    all.check("held", |question| question.goal = Goal::Held { from: HELD.0, to: HELD.1 });
    all.check("sessions that overlap", |question| question.may_overlap = true);
    let found = all.check("a budget a year", |question| question.budget = Some(budget(900, BudgetPeriod::Year)));
    // A plan that is taken costs what the search said, whichever course it was reckoned with.
    for found in &found {
        let plan = with_lines(&all.draft, found.lines.clone()).parse(&CATALOG).expect("a valid plan");
        let estimate = Estimator::default().estimate(&plan, &CATALOG).expect("an estimate");
        assert_eq!(estimate.options[0].ledger.total.typical, found.spend);
    }
}

/// Two treatments with ceilings of their own, and for a concern with one curve.
#[test]
fn the_best_plans_are_found_where_ceilings_differ() {
    // An amount off the whole and a fee that is taken off: two lines together pay for them once.
    let draft = Draft { discount: "$450".to_owned(), fee_credited: true, ..draft("wrinkles", 2) };
    let all = Everything::of(draft, ["ablative-laser", "ha-filler"], 0);
    let found = all.check("the most over the years", |_| ());
    assert!(found.iter().any(|found| found.lines.len() == 2));
    all.check("a budget a year", |question| question.budget = Some(budget(2_500, BudgetPeriod::Year)));
    all.check("a budget a month", |question| question.budget = Some(budget(400, BudgetPeriod::Month)));
    all.check("a budget", |question| question.budget = Some(budget(3_000, BudgetPeriod::Plan)));
    all.check("on a day", |question| question.goal = Goal::OnDay(DAY));
    all.check("held", |question| question.goal = Goal::Held { from: HELD.0, to: HELD.1 });
    all.check("months above a level", |question| question.goal = Goal::MonthsAbove(f64::from(LEVEL) / 100.0));
}

/// Two treatments in one offer: what both cost on one day is no sum, whatever is taken off the whole.
#[test]
fn the_best_plans_are_found_where_one_treatment_costs_less_beside_another() {
    let table = "kind,id,value,currency,typical\n\
        treatment,subcision,price,USD,650\ntreatment,subcision,price_with_ha-filler,USD,420.55\n\
        treatment,ha-filler,price_with_subcision,USD,501.01\n";
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let catalog: &'static Catalog = Box::leak(Box::new(list.over(&CATALOG, date(2027, 1, 1))));
    let draft = Draft { discount: "$450".to_owned(), fee_credited: true, ..draft("acne-scars", 2) };
    let all = Everything::on(catalog, draft.clone(), &["subcision", "ha-filler"], 0, false);
    let found = all.check("the most over the years", |_| ());
    let both = found.iter().find(|found| found.lines.len() == 2).expect("two lines");
    let plain = with_lines(&draft, both.lines.clone()).parse(&CATALOG).expect("a valid plan");
    let plain = Estimator::default().estimate(&plain, &CATALOG).expect("an estimate");
    assert!(both.spend < plain.options[0].ledger.total.typical, "some of it is given beside the other");
    all.check("on a day", |question| question.goal = Goal::OnDay(DAY));
    all.check("a budget", |question| question.budget = Some(budget(2_000, BudgetPeriod::Plan)));
    all.check("a budget a year", |question| question.budget = Some(budget(1_100, BudgetPeriod::Year)));
    all.check("a budget a month", |question| question.budget = Some(budget(1_200, BudgetPeriod::Month)));
    all.check("sessions that overlap", |question| question.may_overlap = true);
}

/// Where only the clinic's own prices count no plan rests on another one: on a package as little as on a treatment.
#[test]
fn the_best_plans_at_prices_of_the_clinics_own_are_found() {
    let mut catalog = priced(
        "kind,id,value,currency,typical\n\
        treatment,subcision,price,USD,640\ntreatment,subcision,package_of_2,USD,900\ntreatment,ha-filler,price,USD,510\n",
    );
    let packages = catalog.treatments.iter_mut().flat_map(|treatment| &mut treatment.packages);
    packages.for_each(|package| package.price.basis = Basis::Placeholder);
    let catalog: &'static Catalog = Box::leak(Box::new(catalog));
    let all = Everything::on(catalog, draft("acne-scars", 2), &["subcision", "ha-filler"], 300, false);
    let has_package = |found: &Found| found.lines.iter().any(|line| line.package != PackageDraft::None);
    assert!(all.check("whoever sets the prices", |_| ()).iter().any(has_package), "else nothing is left out");
    all.check("own prices", |question| question.own_prices = true);
    all.check("own prices within a budget", |question| {
        (question.own_prices, question.budget) = (true, Some(budget(1_500, BudgetPeriod::Plan)));
    });
}

/// A catalogue in which few courses are usual, so that mixes of three can be looked at one by one: of each treatment so many
/// sessions at most, which are almost a year apart.
fn narrow(catalog: &Catalog, most: [(&str, u32); 3]) -> &'static Catalog {
    apart(330, catalog, most)
}

/// The same with sessions so many days apart at least.
fn apart(days: u32, catalog: &Catalog, most: [(&str, u32); 3]) -> &'static Catalog {
    let mut catalog = catalog.clone();
    for (id, most) in most {
        let treatment =
            catalog.treatments.iter_mut().find(|treatment| treatment.id.as_str() == id).expect("a treatment");
        treatment.minimum_interval_days.value = days;
        treatment.add_ons.clear();
        treatment.courses.iter_mut().for_each(|course| course.sessions = Spread { low: 1, typical: 1, high: most });
    }
    Box::leak(Box::new(catalog))
}

const THREE: [&str; 3] = ["tca-cross", "subcision", "ha-filler"];

/// A price list over the catalogue.
fn priced(table: &str) -> Catalog {
    csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list").over(&CATALOG, date(2027, 1, 1))
}

/// Ten thousand plans of up to three lines, of which one has a ceiling of its own, under every kind of limit and for every goal.
#[test]
fn the_best_mixes_of_three_are_found_whatever_the_limits() {
    let all = Everything::on(narrow(&CATALOG, THREE.map(|id| (id, 1))), draft("acne-scars", 3), &THREE, 20, false);
    assert!(all.known.len() > 8_000, "{}", all.known.len());
    check_mixes_of_three(&all);
}

/// A hundred thousand plans, looked at one by one, take minutes.
#[test]
#[ignore = "takes minutes"]
fn the_best_of_a_hundred_thousand_mixes_are_found_whatever_the_limits() {
    let catalog = narrow(&CATALOG, [("tca-cross", 2), ("subcision", 3), ("ha-filler", 2)]);
    let all = Everything::on(catalog, draft("acne-scars", 4), &THREE, 20, false);
    assert!(all.known.len() > 80_000, "{}", all.known.len());
    check_mixes_of_three(&all);
}

fn check_mixes_of_three(all: &Everything) {
    let has_three = |found: Vec<Found>| found.iter().any(|found| found.lines.len() == 3);
    assert!(has_three(all.check("the most over the years", |_| ())));
    assert!(has_three(all.check("on a day", |question| question.goal = Goal::OnDay(DAY))));
    assert!(has_three(all.check("held", |question| question.goal = Goal::Held { from: HELD.0, to: HELD.1 })));
    all.check("months above a level", |question| question.goal = Goal::MonthsAbove(f64::from(LEVEL) / 100.0));
    all.check("a budget", |question| question.budget = Some(budget(4_000, BudgetPeriod::Plan)));
    let found = all.check("a budget a year", |question| question.budget = Some(budget(2_000, BudgetPeriod::Year)));
    assert!(has_three(found));
    all.check("a budget a month", |question| question.budget = Some(budget(1_000, BudgetPeriod::Month)));
    all.check("visits", |question| question.most_visits = Some(4));
    all.check("days unseen", |question| question.most_days_unseen = Some(25));
    all.check("days in a row", |question| question.most_in_a_row = Some(6));
    all.check("to be well on some days", |question| question.well_on = vec![(22, 60), (400, 500)]);
    all.check("a wished treatment", |question| question.wished = vec![treatment("tca-cross")]);
    let found = all.check("all three wished", |question| question.wished = question.treatments.clone());
    assert!(has_three(found));
    all.check("two treatments at a time", |question| question.most_lines = 2);
    all.check("sessions that overlap", |question| question.may_overlap = true);
    all.check("all at once", |question| {
        question.goal = Goal::Held { from: HELD.0, to: HELD.1 };
        question.budget = Some(budget(2_500, BudgetPeriod::Year));
        (question.most_visits, question.most_days_unseen) = (Some(8), Some(60));
        question.well_on = vec![(200, 230)];
    });
}

/// What three lines cost is no sum where two of them are one offer, and where something is taken off the whole once.
#[test]
fn the_best_mixes_of_three_are_found_where_costs_do_not_add_up() {
    let table = "kind,id,value,currency,typical\n\
        treatment,subcision,price,USD,650\ntreatment,subcision,price_with_ha-filler,USD,420.55\n\
        treatment,ha-filler,price_with_subcision,USD,501.01\n";
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let catalog = narrow(&list.over(&CATALOG, date(2027, 1, 1)), THREE.map(|id| (id, 1)));
    let plain = narrow(&CATALOG, THREE.map(|id| (id, 1)));
    let draft = Draft { discount: "$450".to_owned(), fee_credited: true, ..draft("acne-scars", 2) };
    for catalog in [catalog, plain] {
        // So late that four first days are left.
        let all = Everything::on(catalog, draft.clone(), &THREE, 560, false);
        let found = all.check("the most over the years", |_| ());
        assert!(found.iter().any(|found| found.lines.len() == 3));
        all.check("a budget", |question| question.budget = Some(budget(2_000, BudgetPeriod::Plan)));
        all.check("a budget a year", |question| question.budget = Some(budget(1_500, BudgetPeriod::Year)));
        all.check("a budget a month", |question| question.budget = Some(budget(100, BudgetPeriod::Month)));
        all.check("sessions that overlap", |question| question.may_overlap = true);
    }
}

/// Lines that do the same and differ in how they are paid: a package that is cheaper in all may be more than what was put aside by
/// then.
#[test]
fn the_best_mixes_are_found_among_all_ways_to_pay() {
    let table = "kind,id,value,currency,typical\n\
        treatment,subcision,price,USD,900\ntreatment,subcision,package_of_2,USD,1790\n\
        treatment,ha-filler,price,USD,200\ntreatment,tca-cross,price,USD,120\n";
    let catalog = apart(30, &priced(table), [("tca-cross", 1), ("subcision", 2), ("ha-filler", 1)]);
    // So late that few first days are left.
    let all = Everything::on(catalog, draft("acne-scars", 2), &THREE, 690, false);
    let mut dearer = 0;
    for amount in (90..120).step_by(3) {
        all.check("a budget a month", |question| question.budget = Some(budget(amount, BudgetPeriod::Month)));
        let of_all_three = |question: &mut Question| {
            question.budget = Some(budget(amount, BudgetPeriod::Month));
            (question.wished, question.may_overlap) = (question.treatments.clone(), true);
        };
        for found in all.check("a budget a month, all three", of_all_three) {
            let singly = found.lines.iter().find(|line| line.sessions == 2 && line.package == PackageDraft::None);
            dearer += usize::from(singly.is_some() && found.lines.len() == 3);
        }
    }
    assert!(dearer > 0, "a mix of three pays for two sessions one by one");
    all.check("a budget a year", |question| question.budget = Some(budget(2_000, BudgetPeriod::Year)));
    all.check("a wished treatment", |question| question.wished = vec![treatment("subcision")]);
    // What is taken off once leaves neither way out.
    let credited = Draft { fee_credited: true, ..draft("acne-scars", 2) };
    let all = Everything::on(catalog, credited, &THREE[..2], 640, false);
    let found = all.check("the most over the years", |_| ());
    assert!(found.iter().any(|found| found.lines.iter().any(|line| line.package != PackageDraft::None)));
    all.check("a budget a month", |question| question.budget = Some(budget(100, BudgetPeriod::Month)));
}

/// Of two lines that come to the same days only the one that nothing moves may have sessions while another treatment heals.
#[test]
fn a_line_that_is_moved_stands_for_no_other_one() {
    let mut draft = draft("acne-scars", 2);
    // Sessions four weeks after the earliest day are moved to where those six weeks after it are due.
    draft.time_off = vec![off(date(2028, 12, 28), date(2029, 1, 10), FreeOf::Visits)];
    let all = Everything::of(draft, ["ablative-laser", "ha-filler"], 640);
    all.check("sessions that overlap", |question| question.may_overlap = true);
}

/// Three treatments for wrinkles, each with a ceiling of its own.
#[test]
fn the_best_mixes_of_three_are_found_where_ceilings_differ() {
    let three = ["microneedling", "ablative-laser", "ha-filler"];
    let mut draft = draft("wrinkles", 3);
    draft.profile.severity = Severity::Severe;
    let all = Everything::on(narrow(&CATALOG, three.map(|id| (id, 1))), draft, &three, 0, false);
    let found = GOALS.map(|goal| all.check("each goal", |question| question.goal = goal));
    assert!(found.iter().flatten().any(|found| found.lines.len() == 3));
}

/// Whether a plan is a mix of which this many lines wait for the result of it to fade.
fn waiting(found: &Found, count: usize) -> bool {
    let waits = |line: &&LineDraft| matches!(line.upkeep, Upkeep::WhenFaded { .. });
    found.lines.len() == 2 && found.lines.iter().filter(waits).count() == count
}

/// What waits for the result of two treatments to fade, over so many years that it is given again and again.
#[test]
fn the_best_mixes_are_found_where_upkeep_waits_for_the_result_of_both() {
    let catalog = apart(30, &CATALOG, [("tca-cross", 1), ("subcision", 1), ("ha-filler", 1)]);
    let two = ["tca-cross", "subcision"];
    let all = Everything::on(catalog, draft("acne-scars", 8), &two, 20, false);
    let found = GOALS.map(|goal| all.check("each goal", |question| question.goal = goal));
    assert!(found.iter().flatten().any(|found| waiting(found, 1)));
    all.check("a budget", |question| question.budget = Some(budget(4_000, BudgetPeriod::Plan)));
    all.check("a budget a year", |question| question.budget = Some(budget(900, BudgetPeriod::Year)));
    all.check("a budget a month", |question| question.budget = Some(budget(450, BudgetPeriod::Month)));
    all.check("visits", |question| question.most_visits = Some(8));
    all.check("to be well on some days", |question| question.well_on = vec![(600, 900)]);
}

/// Upkeep that comes to nothing stops; where days are kept free it waits for longer, and not longer than it must.
#[test]
fn what_waits_is_found_out_of_the_way_of_days_kept_free_and_where_it_comes_to_nothing() {
    let catalog = apart(21, &CATALOG, [("superficial-peel", 1), ("ha-filler", 1), ("ablative-laser", 1)]);
    let mut draft = Draft { strong_sun: StrongSun::North, ..draft("wrinkles", 4) };
    draft.time_off = vec![
        off(date(2028, 1, 25), date(2028, 4, 20), FreeOf::Visits),
        off(date(2029, 7, 1), date(2029, 12, 1), FreeOf::Traces),
    ];
    for two in [["superficial-peel", "ha-filler"], ["ablative-laser", "superficial-peel"]] {
        let all = Everything::on(catalog, draft.clone(), &two, 0, false);
        let found = GOALS.map(|goal| all.check("each goal", |question| question.goal = goal));
        assert!(found.iter().flatten().any(|found| waiting(found, 1)));
        all.check("sessions that overlap", |question| question.may_overlap = true);
    }
}

/// What costs nothing, or less beside the other, or is taken off the whole, is no sum; free upkeep may be given whenever it likes.
#[test]
fn what_waits_is_found_whatever_it_costs() {
    let mut found = Vec::new();
    for (upkeep, discount) in [(0, "$150"), (60, ""), (250, "$150")] {
        let table = format!(
            "kind,id,value,currency,typical\n\
            treatment,subcision,price,USD,650\ntreatment,tca-cross,price,USD,700\n\
            treatment,tca-cross,upkeep_price,USD,{upkeep}\ntreatment,subcision,price_with_tca-cross,USD,320.01\n"
        );
        let catalog = apart(30, &priced(&table), [("tca-cross", 1), ("subcision", 1), ("ha-filler", 1)]);
        let draft = Draft { discount: discount.to_owned(), fee_credited: true, ..draft("acne-scars", 5) };
        let all = Everything::on(catalog, draft, &["tca-cross", "subcision"], 0, false);
        found.extend(GOALS.map(|goal| all.check("each goal", |question| question.goal = goal)));
        all.check("a budget a year", |question| question.budget = Some(budget(800, BudgetPeriod::Year)));
    }
    assert!(found.iter().flatten().any(|found| waiting(found, 1)));
}

/// A device is bought once for many sessions of upkeep.
#[test]
fn a_device_that_waits_is_found_beside_another_treatment() {
    let catalog = apart(90, &CATALOG, [("home-roller", 1), ("microneedling", 1), ("ha-filler", 1)]);
    for other in ["microneedling", "ha-filler"] {
        let all = Everything::on(catalog, draft("wrinkles", 4), &[other, "home-roller"], 0, false);
        let found = GOALS[..3].iter().flat_map(|goal| all.check("each goal", |question| question.goal = *goal));
        assert!(found.filter(|found| waiting(found, 1)).count() > 3);
        all.check("a budget", |question| question.budget = Some(budget(1_600, BudgetPeriod::Plan)));
    }
}

/// Days kept free move sessions of three lines as they do in a plan.
#[test]
fn the_best_mixes_of_three_are_found_out_of_the_way_of_days_kept_free() {
    let mut draft = draft("acne-scars", 2);
    draft.time_off = vec![
        off(date(2028, 9, 20), date(2028, 10, 15), FreeOf::Visits),
        off(date(2028, 12, 1), date(2029, 1, 10), FreeOf::Traces),
    ];
    let all = Everything::on(narrow(&CATALOG, THREE.map(|id| (id, 1))), draft, &THREE, 560, true);
    assert!(all.check("the most over the years", |_| ()).iter().any(|found| found.lines.len() == 3));
    all.check("sessions that overlap", |question| question.may_overlap = true);
    all.check("days unseen", |question| question.most_days_unseen = Some(12));
}

/// An add-on is looked at in each of its packages.
#[test]
fn an_add_on_is_bought_in_the_packages_that_the_list_has_of_it() {
    let table = "kind,id,value,currency,typical\nadd-on,prp,price,USD,400\nadd-on,prp,package_of_3,USD,30\n";
    let list = csv::import(table.as_bytes(), &CATALOG, &|_| None).expect("a list");
    let catalog = list.over(&CATALOG, date(2027, 1, 1));
    let plan = draft("acne-scars", 2);
    let usual = Question::usual(&plan, &catalog, concern("acne-scars"));
    let question = Question { treatments: vec![treatment("microneedling")], ..usual };
    let found = Search::new(Space::new(&plan, &catalog, question).unwrap()).run();
    let packed =
        found.iter().filter(|found| found.lines[0].add_ons.iter().any(|one| one.package.sessions() == Some(3)));
    assert!(packed.clone().count() > 0, "three of it cost less than one");
    for found in packed {
        let taken = with_lines(&plan, found.lines.clone()).parse(&catalog).expect("a valid plan");
        let estimate = Estimator::default().estimate(&taken, &catalog).expect("an estimate");
        assert_eq!(estimate.options[0].ledger.total.typical, found.spend);
    }
}

#[test]
fn what_cannot_be_looked_for_says_why() {
    let known = draft("acne-scars", 3);
    let usual = Question::usual(&known, &CATALOG, concern("acne-scars"));
    let check = |draft: &Draft, question: Question| Space::new(draft, &CATALOG, question).err();
    let of = |change: &dyn Fn(&mut Question)| {
        let mut question = usual.clone();
        change(&mut question);
        check(&known, question)
    };
    assert_eq!(of(&|question| question.treatments.clear()), Some(Nothing::NoTreatment));
    assert_eq!(of(&|question| question.own_prices = true), Some(Nothing::NoTreatment), "no price is the clinic's");
    let roller = treatment("home-roller");
    assert_eq!(of(&|question| question.wished = vec![roller.clone()]), Some(Nothing::Unknown(roller.clone())));
    assert_eq!(of(&|question| question.goal = Goal::OnDay(9_999)), Some(Nothing::Outside { day: 9_999, last: 1_096 }));
    assert_eq!(of(&|question| question.well_on = vec![(-1, 5)]), Some(Nothing::Outside { day: -1, last: 1_096 }));
    assert_eq!(
        of(&|question| question.earliest = 1_096),
        Some(Nothing::Outside { day: 1_096, last: 1_095 }),
        "nothing begins on the last day"
    );
    let unprojected = CATALOG.concerns.iter().find(|concern| {
        Draft::example(&CATALOG, concern, known.start).parse(&CATALOG).is_ok_and(|plan| {
            collagen_ledger::estimate::Estimate::of(&plan, &CATALOG).unwrap().options[0].projection.is_none()
        })
    });
    let unprojected = Draft { concern: unprojected.expect("a concern without projection").id.clone(), ..known.clone() };
    assert_eq!(check(&unprojected, usual.clone()), Some(Nothing::Unprojected));
    let invalid = Draft { tax: "much".to_owned(), ..known.clone() };
    assert!(matches!(check(&invalid, usual.clone()), Some(Nothing::Invalid(_))));
}

#[test]
fn of_very_many_treatments_mixes_of_three_are_refused_and_of_two_looked_for() {
    // Only subcision has a price of the clinic's own.
    let mut catalog = priced("kind,id,value,currency,typical\ntreatment,subcision,price,USD,640\n");
    for copy in 0..9 {
        catalog.treatments.extend(CATALOG.treatments.iter().cloned().map(|mut treatment| {
            treatment.id = serde_json::from_value(format!("{}-{copy}", treatment.id).into()).expect("an id");
            treatment
        }));
    }
    let plan = draft("acne-scars", 1);
    let of = |most_lines| {
        let usual = Question::usual(&plan, &catalog, concern("acne-scars"));
        Space::new(&plan, &catalog, Question { most_lines, ..usual }).map(|space| space.plans())
    };
    assert_eq!(of(3), Err(Nothing::TooMany));
    assert!(of(2).is_ok_and(|plans| plans > 10_000_000));
    // An answer stands where it would be too much to look at without one of its limits.
    let usual = Question::usual(&plan, &catalog, concern("acne-scars"));
    let question = Question { own_prices: true, most_lines: 3, ..usual };
    let answer = Answer::of(&plan, &catalog, question, Precision(64)).expect("an answer");
    assert!(answer.is_whole && !answer.frontier.is_empty() && answer.lifted.is_empty());
}

/// What each limit costs is what a search without it finds that is better: limits of the question, and what the plan says of days.
#[test]
fn what_a_limit_costs_is_what_is_found_without_it() {
    let mut plan = draft("acne-scars", 2);
    plan.time_off = vec![off(date(2027, 3, 10), date(2027, 11, 30), FreeOf::Visits)];
    plan.strong_sun = StrongSun::North;
    let usual = Question::usual(&plan, &CATALOG, concern("acne-scars"));
    let refused = ["tca-cross", "rf-microneedling", "microneedling", "non-ablative-laser"].map(treatment);
    let (left_out, treatments): (Vec<TreatmentId>, Vec<TreatmentId>) =
        usual.treatments.iter().cloned().partition(|id| refused.contains(id));
    let question = Question {
        goal: Goal::OnDay(330),
        budget: Some(budget(6_000, BudgetPeriod::Plan)),
        treatments,
        most_visits: Some(3),
        most_lines: 1,
        ..usual.clone()
    };
    let answer = Answer::of(&plan, &CATALOG, question.clone(), Precision(64)).expect("an answer");
    let best = answer.best().expect("something is found").reached;
    let without = |limit: &Limit| {
        let (mut plan, mut question) = (plan.clone(), question.clone());
        match limit {
            Limit::Visits(3) => question.most_visits = None,
            Limit::OneLine => question.most_lines = 2,
            Limit::LeftOut(ids) if *ids == left_out => question.treatments = usual.treatments.clone(),
            Limit::KeptFree(1) => plan.time_off.clear(),
            Limit::StrongSun(StrongSun::North) => plan.strong_sun = StrongSun::Unminded,
            other => panic!("{other:?} is no limit here"),
        }
        let answer = Answer::of(&plan, &CATALOG, question, Precision(64)).expect("an answer");
        answer.best().expect("something is found").clone()
    };
    assert_eq!(answer.limits.len(), 5, "{:?}", answer.limits);
    let expected: Vec<Lifted> =
        answer.limits.iter().map(|limit| Lifted { limit: limit.clone(), instead: without(limit) }).collect();
    let expected: Vec<Lifted> = expected.into_iter().filter(|lifted| lifted.instead.reached > best).collect();
    assert!(expected.iter().any(|lifted| matches!(lifted.limit, Limit::KeptFree(_))), "{expected:?}");
    assert!(expected.iter().any(|lifted| matches!(lifted.limit, Limit::LeftOut(_))), "{expected:?}");
    assert_eq!(answer.lifted, expected);
    // Of one treatment out of many nobody has to be told that others do more.
    let question = Question { treatments: vec![treatment("subcision")], ..question };
    let answer = Answer::of(&plan, &CATALOG, question, Precision(64)).expect("an answer");
    let is_left_out = |limit: &Limit| matches!(limit, Limit::LeftOut(_));
    assert!(answer.limits.iter().any(is_left_out) && !answer.lifted.iter().any(|one| is_left_out(&one.limit)));
}

/// Of a search that is stopped the best so far are told of like any others, and nothing is said of what was not looked at.
#[test]
fn what_was_found_before_a_search_is_stopped_is_told_of() {
    let plan = draft("acne-scars", 2);
    let treatments = ["subcision", "ha-filler"].map(treatment).to_vec();
    let usual = Question::usual(&plan, &CATALOG, concern("acne-scars"));
    let question = Question { treatments, most_visits: Some(3), ..usual };
    let whole = Answer::of(&plan, &CATALOG, question.clone(), Precision(64)).expect("an answer");
    let stopped_after = |steps: usize| {
        let mut inquiry = Inquiry::new(&plan, &CATALOG, question.clone(), Precision(64)).expect("a space");
        assert!(inquiry.by_ref().take(steps).all(|step| step.is_ok()));
        inquiry.stop();
        assert!(inquiry.by_ref().all(|step| step.is_ok()));
        inquiry.into_answer()
    };
    let at_once = stopped_after(0);
    assert!(at_once.frontier.is_empty() && at_once.is_whole && !at_once.is_proven());
    let soon = stopped_after(5);
    assert!(!soon.frontier.is_empty() && soon.is_whole && !soon.is_proven() && soon.lifted.is_empty());
    let told: Vec<&Found> = soon.told.iter().map(|told| &told.found).collect();
    assert_eq!(told, soon.frontier.iter().collect::<Vec<_>>());
    let at_most = |found: &Found| {
        let as_cheap = whole.frontier.iter().filter(|best| best.spend <= found.spend);
        as_cheap.map(|best| best.reached).fold(0.0, f64::max)
    };
    assert!(soon.frontier.iter().all(|found| found.reached <= at_most(found)), "no better than the best of all");
    // Of a search that has ended nothing is left out any more.
    assert_eq!(stopped_after(usize::MAX), whole);
}

/// A plan's own options and what is unread in them do not matter.
#[test]
fn whatever_stands_in_the_plan_is_left_out() {
    let plan = draft("acne-scars", 2);
    let question = || Question {
        treatments: vec![treatment("subcision")],
        ..Question::usual(&plan, &CATALOG, concern("acne-scars"))
    };
    let of = |plan: &Draft| Search::new(Space::new(plan, &CATALOG, question()).unwrap()).run();
    let mut odd = plan.clone();
    odd.options[0].lines[0].discount = "?".to_owned();
    odd.options.truncate(1);
    assert_eq!(of(&plan), of(&odd));
}

/// Whoever watches a search sees it come nearer its end, soon what single lines reach, and at last the best of all.
#[test]
fn a_search_shows_how_far_it_is_and_what_it_has() {
    let plan = draft("acne-scars", 2);
    let treatments = ["subcision", "ha-filler"].map(treatment).to_vec();
    let question = Question { treatments, ..Question::usual(&plan, &CATALOG, concern("acne-scars")) };
    let singles = Question { most_lines: 1, ..question.clone() };
    let of = |question: &Question| Search::new(Space::new(&plan, &CATALOG, question.clone()).unwrap());
    let mut search = of(&question);
    let (mut before, mut shown) = (0, Vec::new());
    while let Some(step) = search.next() {
        assert!(before <= step.looked_at && step.looked_at <= step.of);
        before = step.looked_at;
        if shown.is_empty() {
            shown = search.frontier().to_vec();
        }
    }
    assert_eq!(before, Space::new(&plan, &CATALOG, question.clone()).unwrap().plans());
    assert_eq!(shown, of(&singles).run(), "the best of single lines");
    assert_eq!(search.frontier(), of(&question).run());
}

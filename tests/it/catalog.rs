//! The built-in catalogue says what the model page and the evidence say, and a catalogue that names what is not there

//! is refused.

use std::fmt::Debug;

use collagen_ledger::catalog::{
    Basis, Catalog, CatalogError, Citation, Concern, ConcernId, ConcernResponse, CoursePreset, Fade, Figure, Habit,
    Persistence, PriceUnit, Projection, Severity, SourceId, SuitLevel, Treatment, TreatmentId, Variant,
};
use collagen_ledger::units::{Currency, Money};
use collagen_ledger::wording;

const CATALOG: &str = include_str!("../../assets/catalog.ron");
const FACTS: &str = include_str!("../../assets/facts.ron");

const COST_ONLY: [&str; 3] = ["pigmentation", "brows", "hair"];
const NEEDLING: [f64; 3] = [1.16, 1.09, 0.75];

fn check<T: PartialEq + Debug>(place: &str, found: T, expected: T) {
    assert_eq!(found, expected, "{place}");
}

fn concern<'a>(catalog: &'a Catalog, id: &str) -> &'a Concern {
    catalog.concern(&ConcernId::from(id)).unwrap_or_else(|| panic!("no concern {id}"))
}

fn treatment<'a>(catalog: &'a Catalog, id: &str) -> &'a Treatment {
    catalog.treatment(&TreatmentId::from(id)).unwrap_or_else(|| panic!("no treatment {id}"))
}

fn modelled(concern: &Concern) -> &ConcernResponse {
    match &concern.projection {
        Projection::Modelled(response) => response,
        Projection::CostOnly { .. } => panic!("{} is cost only", concern.id),
    }
}

/// The first course that fits, as the catalogue promises.
fn course<'a>(treatment: &'a Treatment, concern: &ConcernId, severity: Severity) -> Option<&'a CoursePreset> {
    treatment.courses.iter().find(|course| {
        (course.concerns.is_empty() || course.concerns.contains(concern))
            && course.severity.is_none_or(|only| only == severity)
    })
}

fn own(share: f64) -> Persistence {
    Persistence::Own(share)
}

#[test]
fn holds_all_of_the_evidence() {
    let catalog = Catalog::built_in();
    check("facts", catalog.facts.len(), 281);
    check("contradictions", catalog.contradictions.len(), 22);
    check("sources", catalog.sources.len(), 5);
    check("concerns", catalog.concerns.len(), 9);
    check("treatments", catalog.treatments.len(), 10);
    check("prices seen elsewhere", catalog.price_rows.len(), 25);
    check("calibrating trials", catalog.trials.iter().filter(|trial| trial.calibrates).count(), 23);
    check("version of the model", catalog.model.version.as_str(), "2");
    check("reviewed", catalog.reviewed.to_string().as_str(), "2026-11-28");
}

#[test]
fn every_id_is_given_once_and_contradictions_are_numbered() {
    let catalog = Catalog::built_in();
    let evidence = (catalog.facts.iter().map(|fact| &fact.id))
        .chain(catalog.trials.iter().map(|trial| &trial.id))
        .chain(catalog.price_rows.iter().map(|row| &row.id))
        .chain(catalog.contradictions.iter().map(|one| &one.id))
        .chain(catalog.sources.iter().map(|source| &source.id));
    let mut ids: Vec<&SourceId> = evidence.collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    check("ids without repeats", ids.len(), all);
    for (number, one) in (1..).zip(&catalog.contradictions) {
        check("contradiction", one.id.as_str(), format!("C{number}").as_str());
        assert!(one.statements.len() > 1, "{} needs two sides", one.id);
        assert!(one.statements.iter().all(|(_, refs)| !refs.is_empty()), "{}: nobody says so", one.id);
    }
}

#[test]
fn facts_carry_over_value_place_and_conflicts() {
    let catalog = Catalog::built_in();
    let Some(Citation::Fact(fact)) = catalog.cite(&SourceId::from("LON-01")) else { panic!("LON-01 is no fact") };
    check("LON-01", (fact.low, fact.high, fact.unit.written()), (Some(18.0), Some(24.0), "months"));
    check("LON-01", (fact.source.as_str(), fact.place.written()), ("S001", "line 459"));
    check("LON-01", fact.contradicts.len(), 4);
}

#[test]
fn cost_table_is_recomputed_and_three_printed_lows_are_wrong() {
    let catalog = Catalog::built_in();
    let dollars = |(low, high): (Money, Money)| (low.minor() / 100, high.minor() / 100);
    let rows: [(&str, Option<(i64, i64)>, (i64, i64)); 4] = [
        ("Acne scars", Some((800, 3000)), (200, 1000)),
        ("Wrinkles (anti-ageing)", Some((600, 2000)), (400, 1500)),
        ("Texture and tone", Some((600, 2000)), (200, 1000)),
        ("Upkeep only", None, (200, 1000)),
    ];
    check("rows", catalog.cost_table.len(), rows.len());
    for (row, (name, course, upkeep)) in catalog.cost_table.iter().zip(rows) {
        check("name", row.name.written(), name);
        check(name, row.course().map(dollars), course);
        check(name, dollars(row.upkeep()), upkeep);
        check(name, row.upkeep(), row.printed_upkeep);
        check(name, row.course().map(|(_, high)| high), row.printed_course.map(|(_, high)| high));
    }
    let wrong = catalog.cost_table.iter().filter(|row| row.printed_course != row.course()).count();
    check("wrong lows", wrong, 3);
}

#[test]
fn concern_parameters_are_those_of_the_model_page() {
    let catalog = Catalog::built_in();
    let rows = [
        ("acne-scars", 0.196, 0.80, 0.30, 21.7, 0.5),
        ("surgical-scars", 0.196, 0.80, 0.30, 21.7, 0.5),
        ("wrinkles", 0.114, 0.50, 0.10, 10.9, 1.5),
        ("texture", 0.143, 0.60, 0.25, 15.8, 1.0),
        ("stretch-marks", 0.080, 0.40, 0.20, 15.8, 0.5),
        ("pores", 0.060, 0.25, 0.0, 9.0, 1.0),
    ];
    for (id, a, c, p, fade, v) in rows {
        let response = modelled(concern(&catalog, id));
        check(id, (response.amplitude.value, response.ceiling.value, response.persistence.value), (a, c, p));
        check(id, (response.fade_months.value, response.ageing_weight.value), (fade, v));
        check(id, response.is_scar, id.ends_with("scars"));
        check(id, response.deep_ceiling.as_ref().map(|c| c.value), (id == "wrinkles").then_some(0.25));
        check(id, response.red_factor.as_ref().map(|f| f.value), (id == "stretch-marks").then_some(1.3));
        let variant = match id {
            "acne-scars" | "surgical-scars" => Variant::ScarTypes,
            "wrinkles" => Variant::WrinkleDepth,
            "stretch-marks" => Variant::StretchMarkColour,
            _ => Variant::None,
        };
        check(id, concern(&catalog, id).variant, variant);
    }
    check("all concerns", rows.len() + COST_ONLY.len(), catalog.concerns.len());
}

#[test]
fn treatment_parameters_are_those_of_the_model_page() {
    use {Fade::Months, Persistence::OfConcern};
    let catalog = Catalog::built_in();
    let laser = [1.15, 1.10, 0.75];
    let peel = [1.2, 1.2, 0.6];
    let longer = Fade::Longer { on_scars: 25.4, times_concern: 1.17 };
    let as_concern = Fade::OfConcern;
    let rows = [
        ("microneedling", 0.196, 0.80, 0.9, OfConcern, as_concern, 2.0, Some(28), NEEDLING),
        ("rf-microneedling", 0.196, 0.80, 0.9, OfConcern, as_concern, 2.0, Some(28), NEEDLING),
        ("non-ablative-laser", 0.196, 0.80, 0.9, OfConcern, as_concern, 2.0, Some(28), laser),
        ("ablative-laser", 0.29, 0.85, 0.4, OfConcern, longer, 2.0, Some(28), laser),
        ("tca-cross", 0.85, 0.85, 0.6, own(0.50), Months(20.0), 2.0, Some(14), [0.15, 0.6, 1.0]),
        ("medium-peel", 0.12, 0.80, 0.4, own(0.10), Months(6.1), 2.0, Some(14), peel),
        ("superficial-peel", 0.06, 0.80, 0.4, own(0.10), Months(6.1), 2.0, Some(14), peel),
        ("subcision", 0.63, 0.80, 0.9, own(0.50), Months(20.0), 2.0, Some(28), [1.0, 0.4, 0.05]),
        ("ha-filler", 0.65, 0.80, 0.03, own(0.0), Months(15.5), 1.8, None, [1.0, 0.5, 0.1]),
        ("home-roller", 0.196, 0.80, 0.9, own(0.0), Months(4.0), 2.0, Some(28), NEEDLING),
    ];
    check("all treatments", rows.len(), catalog.treatments.len());
    for (id, a, c, build, persistence, fade, shape, gap, scars) in rows {
        let response = &treatment(&catalog, id).response;
        check(id, (response.amplitude.value, response.ceiling.value, response.build_months.value), (a, c, build));
        check(id, response.persistence.value, persistence);
        check(id, response.fade.value, fade);
        check(id, response.fade_shape.value, shape);
        check(id, response.reference_gap_days.as_ref().map(|gap| gap.value), gap);
        let found = response.scar_types.value;
        check(id, [found.rolling, found.boxcar, found.icepick], scars);
        check(id, response.scars_only, matches!(id, "tca-cross" | "subcision"));
    }
}

#[test]
fn factors_and_rules_are_those_of_the_model_page() {
    let catalog = Catalog::built_in();
    let (factors, model) = (&catalog.factors, &catalog.model);
    let habit = |amplitude, fade, collagen_loss| Habit { amplitude, fade, collagen_loss };
    check("age", (factors.age_rate.value, factors.age_limits.value), (-0.0067, (0.65, 1.1)));
    check("smoking", factors.smoking.value, habit(0.8, 0.8, 1.2));
    check("sunscreen", factors.sunscreen.value, habit(1.0, 1.1, 0.76));
    check("sun", factors.unprotected_sun.value, habit(1.0, 0.8, 1.3));
    check("severity", (factors.severity.value, factors.ceiling_limit.value), ((1.05, 1.0, 0.8), 0.85));
    check("wear and together", (model.wear.value, model.together.value), (0.03, 0.686));
    let spreads = &model.spreads;
    let of_amplitude = (spreads.concern.value, spreads.treatment.value, spreads.person.value, spreads.add_on.value);
    check("spreads of the amplitude", of_amplitude, (0.6, 0.6, 0.9, 0.25));
    let of_time = (spreads.persistence.value, spreads.fade.value, spreads.wear.value, spreads.beyond.value);
    check("spreads of the time course", of_time, (0.8, 0.35, 0.7, 0.35));
    check("other spreads", (spreads.ceiling.value, spreads.together.value), (0.3, (4, 2)));
    check("collagen", (model.collagen_loss.value, model.collagen_loss_from_age.value), (0.01, 20.0));
    check("evidence", (model.evidence_months.value, model.noticeable.value), (6.0, 0.10));
    check("duration", model.duration_share.value, 2.0 / 3.0);
    check("depth", (model.depth.value.reference_mm, model.depth.value.superficial_mm), (1.5, 0.5));
    let prp = &catalog.add_ons[0];
    check("PRP", (prp.id.as_str(), prp.amplitude.value.to_array()), ("prp", [1.2, 1.4, 1.8]));
    for treatment in &catalog.treatments {
        check(treatment.id.as_str(), treatment.add_ons.len(), usize::from(treatment.id.as_str() == "microneedling"));
    }
}

/// How long each treatment was followed, and what holds for it without being scaled from scars.
#[test]
fn evidence_and_own_figures_are_those_of_the_model_page() {
    let catalog = Catalog::built_in();
    let months = |treatment: &Treatment, concern: &Concern| {
        treatment.response.evidence(&concern.id).map_or(catalog.model.evidence_months.value, |months| months.value)
    };
    for concern in catalog.concerns.iter().filter(|concern| !COST_ONLY.contains(&concern.id.as_str())) {
        let is_scar = concern.id.as_str().ends_with("scars");
        for treatment in &catalog.treatments {
            let expected = match (treatment.id.as_str(), concern.id.as_str()) {
                ("microneedling", _) if is_scar => 24.0,
                ("microneedling" | "medium-peel", "pores") | ("medium-peel", _) => 3.0,
                ("rf-microneedling", _) if is_scar => 12.0,
                ("ablative-laser", "wrinkles") => 24.0,
                ("ablative-laser", _) if is_scar => 24.0,
                ("ha-filler", _) => 12.0,
                ("superficial-peel", _) => 2.0,
                ("home-roller", _) => 0.0,
                _ => 6.0,
            };
            check(treatment.id.as_str(), months(treatment, concern), expected);
            let own = treatment.response.own(&concern.id).map(|own| {
                let value = |figure: &Option<Figure<f64>>| figure.as_ref().map(|figure| figure.value);
                (value(&own.amplitude), own.ceiling.value, value(&own.persistence), value(&own.fade_months))
            });
            let expected = match (treatment.id.as_str(), concern.id.as_str()) {
                ("ha-filler", "wrinkles") => Some((Some(0.74), 0.80, None, None)),
                ("ablative-laser", "wrinkles") => Some((None, 0.50, Some(0.75), Some(9.0))),
                _ => None,
            };
            check(treatment.id.as_str(), own, expected);
        }
    }
}

#[test]
fn cost_only_concerns_say_why() {
    for id in COST_ONLY {
        match &concern(&Catalog::built_in(), id).projection {
            Projection::CostOnly { reason, refs, .. } => {
                assert!(reason.written().len() > 40 && !refs.is_empty(), "{id}");
            }
            Projection::Modelled(_) => panic!("{id} must not be projected"),
        }
    }
}

#[test]
fn every_figure_has_a_source_or_is_marked_as_ours() {
    fn row<T>(place: &str, figure: &Figure<T>) -> (String, Basis, usize, bool) {
        (place.to_owned(), figure.basis, figure.refs.len(), !figure.note.is_empty())
    }
    let catalog = Catalog::built_in();
    let mut rows = Vec::new();
    for concern in catalog.concerns.iter().filter(|concern| !COST_ONLY.contains(&concern.id.as_str())) {
        let (place, response) = (concern.id.as_str(), modelled(concern));
        let plain = [&response.amplitude, &response.ceiling, &response.fade_months, &response.ageing_weight];
        let some = plain.into_iter().chain(&response.deep_ceiling).chain(&response.red_factor);
        rows.extend(some.map(|figure| row(place, figure)));
        rows.push(row(place, &response.persistence));
    }
    for treatment in &catalog.treatments {
        let (place, response) = (treatment.id.as_str(), &treatment.response);
        let plain = [&response.amplitude, &response.ceiling, &response.build_months, &response.fade_shape];
        rows.extend(plain.map(|figure| row(place, figure)));
        rows.extend([row(place, &response.persistence), row(place, &response.fade), row(place, &response.scar_types)]);
        rows.extend(response.reference_gap_days.iter().map(|figure| row(place, figure)));
        rows.extend(treatment.needle_depth.iter().map(|figure| row(place, figure)));
        rows.extend(response.evidence.iter().map(|reach| row(place, &reach.months)));
        for own in &response.own {
            let some = own.amplitude.iter().chain(&own.persistence).chain(&own.fade_months);
            rows.extend(some.chain([&own.ceiling]).map(|figure| row(place, figure)));
        }
        rows.push(row(place, &treatment.minimum_interval_days));
        let prices = treatment.prices.iter().map(|price| (price.basis, price.refs.len(), !price.note.is_empty()));
        rows.extend(prices.map(|(basis, refs, noted)| (place.to_owned(), basis, refs, noted)));
        rows.extend(treatment.courses.iter().map(|course| (place.to_owned(), course.basis, course.refs.len(), true)));
        let downtime = &treatment.downtime;
        rows.push((place.to_owned(), downtime.basis, downtime.refs.len(), !downtime.note.is_empty()));
    }
    let prospects = catalog.prospects.iter().flat_map(|prospect| {
        let place = prospect.concern.as_str();
        [row(place, &prospect.untreated), row(place, &prospect.permanent)]
    });
    rows.extend(prospects);
    rows.extend(catalog.aftercare.iter().map(|aftercare| row("aftercare", &aftercare.warning)));
    assert!(rows.len() > 150, "only {} figures reached", rows.len());
    for (place, basis, refs, noted) in rows {
        assert!(
            refs > 0 || matches!(basis, Basis::Assumption | Basis::Placeholder),
            "{place}: {basis:?} without source"
        );
        assert!(noted || refs > 0, "{place}: neither note nor source");
    }
    let concerns = catalog.concerns.iter().flat_map(|concern| &concern.upkeep);
    for preset in concerns.chain(catalog.treatments.iter().flat_map(|treatment| &treatment.upkeep)) {
        assert!(!preset.refs.is_empty() || preset.note.written().contains("assumption"), "{preset:?}");
    }
}

#[test]
fn bases_match_what_is_cited() {
    let catalog = Catalog::built_in();
    let society = |id: &SourceId| catalog.cite(id).is_some_and(|cited| cited.basis() == Basis::Society);
    for price in catalog.treatments.iter().flat_map(|treatment| &treatment.prices) {
        check(price.note.written(), price.basis == Basis::Society, price.refs.iter().any(society));
    }
    let is_trial = |id: &SourceId| matches!(catalog.cite(id), Some(Citation::Trial(_)));
    for treatment in &catalog.treatments {
        let amplitude = &treatment.response.amplitude;
        if amplitude.basis == Basis::Trial {
            assert!(amplitude.refs.iter().any(is_trial), "{}: no trial named", treatment.id);
        }
        for course in treatment.courses.iter().filter(|course| course.basis == Basis::Trial) {
            assert!(course.refs.iter().any(is_trial), "{}: no trial named", treatment.id);
        }
    }
}

#[test]
fn prices_are_in_dollars_ordered_and_have_their_unit() {
    let catalog = Catalog::built_in();
    for treatment in &catalog.treatments {
        let dollars = treatment.prices.iter().filter(|price| price.currency == Currency::USD).count();
        check(treatment.id.as_str(), dollars, 1);
        let unit = match treatment.id.as_str() {
            "home-roller" => PriceUnit::Device { uses: 26 },
            "ha-filler" => PriceUnit::Syringe,
            "non-ablative-laser" | "ablative-laser" | "subcision" => PriceUnit::Procedure,
            _ => PriceUnit::Session,
        };
        check(treatment.id.as_str(), treatment.unit, unit);
        check(treatment.id.as_str(), treatment.at_clinic, treatment.id.as_str() != "home-roller");
    }
    let added = catalog.add_ons.iter().flat_map(|add_on| &add_on.prices);
    for price in catalog.treatments.iter().flat_map(|treatment| &treatment.prices).chain(added) {
        assert!(price.amount.is_ordered() && price.amount.low > Money::ZERO, "{:?}", price.note);
    }
    let needling = &treatment(&catalog, "microneedling").prices[0];
    check("needling", needling.amount.to_array().map(Money::minor), [20_000, 35_000, 50_000]);
    check("needling", needling.basis, Basis::Seed);
    let codes: Vec<_> = catalog.currencies().into_iter().map(Currency::code).collect();
    check("currencies", codes, vec!["USD", "GBP"]);
}

#[test]
fn courses_fit_every_suited_concern_and_keep_the_minimum_interval() {
    let catalog = Catalog::built_in();
    for treatment in &catalog.treatments {
        for course in &treatment.courses {
            assert!(course.sessions.is_ordered() && course.sessions.low > 0, "{}", treatment.id);
            assert!(course.spacing_days.is_ordered(), "{}", treatment.id);
            assert!(course.spacing_days.low >= treatment.minimum_interval_days.value, "{}", treatment.id);
        }
        for suit in &treatment.suits {
            for severity in Severity::ALL {
                assert!(course(treatment, &suit.concern, severity).is_some(), "{} for {}", treatment.id, suit.concern);
            }
        }
    }
    let needling = treatment(&catalog, "microneedling");
    let usual = [("acne-scars", [3, 5, 6]), ("wrinkles", [3; 3]), ("texture", [3; 3]), ("stretch-marks", [6; 3])];
    for (concern, sessions) in usual {
        let found =
            Severity::ALL.map(|severity| course(needling, &concern.into(), severity).map(|c| c.sessions.typical));
        check(concern, found, sessions.map(Some));
    }
}

#[test]
fn groups_share_their_interval() {
    let catalog = Catalog::built_in();
    let shared = [
        ("needling", 28, ["microneedling", "rf-microneedling"].as_slice()),
        ("laser", 28, &["non-ablative-laser", "ablative-laser"]),
        ("peel", 14, &["superficial-peel", "medium-peel"]),
        ("tca-cross", 14, &["tca-cross"]),
        ("subcision", 28, &["subcision"]),
        ("ha-filler", 14, &["ha-filler"]),
        ("home-roller", 7, &["home-roller"]),
    ];
    for (group, days, members) in shared {
        let found = catalog.treatments.iter().filter(|treatment| treatment.interval_group == group);
        let (ids, intervals): (Vec<_>, Vec<_>) =
            found.map(|treatment| (treatment.id.as_str(), treatment.minimum_interval_days.value)).unzip();
        check(group, ids.as_slice(), members);
        assert!(intervals.iter().all(|interval| *interval == days), "{group}");
    }
}

#[test]
fn default_upkeep_is_the_first_preset() {
    let catalog = Catalog::built_in();
    let rows = [
        ("microneedling", "acne-scars", vec![12, 6, 18, 3]),
        ("microneedling", "wrinkles", vec![6, 12, 4, 3]),
        ("rf-microneedling", "texture", vec![12, 6, 3]),
        ("ablative-laser", "acne-scars", vec![24, 12]),
        ("medium-peel", "texture", vec![6, 3]),
        ("ha-filler", "wrinkles", vec![12, 6, 18]),
        ("subcision", "acne-scars", vec![12]),
    ];
    for (id, of, months) in rows {
        let presets = catalog.upkeep_presets(concern(&catalog, of), treatment(&catalog, id));
        check(id, presets.iter().map(|preset| preset.months).collect(), months);
    }
}

#[test]
fn examples_are_made_of_treatments_that_suit() {
    let catalog = Catalog::built_in();
    for concern in &catalog.concerns {
        let place = concern.id.as_str();
        assert!((2..=4).contains(&concern.example.len()), "{place}");
        for line in concern.example.iter().flat_map(|example| &example.lines) {
            let treatment = treatment(&catalog, line.treatment.as_str());
            let suit = treatment.suits.iter().find(|suit| suit.concern == concern.id);
            let suits = suit.is_some_and(|suit| suit.level < SuitLevel::Doubtful);
            let doubtful_by_nature = COST_ONLY.contains(&place) || place == "pores";
            assert!(suits || (doubtful_by_nature && suit.is_some()), "{place}: {}", treatment.id);
            assert!(line.add_ons.iter().all(|add_on| treatment.add_ons.contains(add_on)), "{place}: {}", treatment.id);
        }
    }
    let names: Vec<_> = concern(&catalog, "acne-scars").example.iter().map(|example| example.name.written()).collect();
    let expected = vec!["Microneedling", "Needling with PRP", "Ablative laser", "Subcision then needling"];
    check("acne scars", names, expected);
}

#[test]
fn the_timeline_leaves_no_gap() {
    let catalog = Catalog::built_in();
    let ids: Vec<_> = catalog.timeline.iter().map(|phase| phase.id.as_str()).collect();
    check("phases", ids, vec!["healing", "building", "peak", "plateau", "fading"]);
    for pair in catalog.timeline.windows(2) {
        check(&pair[1].id, pair[1].from, pair[0].to);
    }
}

#[test]
fn every_concern_says_what_to_expect_and_that_nothing_is_permanent() {
    let catalog = Catalog::built_in();
    check("prospects", catalog.prospects.len(), catalog.concerns.len());
    for concern in &catalog.concerns {
        let (place, prospect) = (concern.id.as_str(), catalog.prospect(&concern.id).expect("a prospect"));
        let permanent = prospect.permanent.value.written();
        // One sentence, and the plain answer first.
        assert!(permanent.starts_with("No: ") && permanent.ends_with('.'), "{place}: {permanent}");
        check(place, permanent.matches(". ").count(), 0);
        assert!(prospect.untreated.value.written().ends_with('.'), "{place}");
        assert!(!concern.summary.is_empty(), "{place}");
    }
}

#[test]
fn the_next_review_has_a_day_after_which_it_is_due() {
    let catalog = Catalog::built_in();
    let next = catalog.next_review;
    assert!(next > catalog.reviewed, "{next}");
    let rows = [(catalog.reviewed, false), (next, false), (next.tomorrow().expect("a day"), true)];
    for (today, is_due) in rows {
        check("due", catalog.is_review_due(today), is_due);
        let said = wording::evidence_reviewed(&catalog, today);
        check(&said, said.contains("a new review is due"), is_due);
        assert!(said.contains(&wording::date(catalog.reviewed)) && said.contains(&wording::date(next)), "{said}");
    }
}

#[test]
fn every_treatment_has_one_aftercare_without_a_gap_and_a_warning() {
    let catalog = Catalog::built_in();
    for treatment in &catalog.treatments {
        let own = catalog.aftercare.iter().filter(|aftercare| aftercare.treatments.contains(&treatment.id));
        check(treatment.id.as_str(), own.count(), 1);
    }
    for aftercare in &catalog.aftercare {
        let (place, days) = (aftercare.treatments[0].as_str(), &aftercare.days);
        check(place, days.first().map(|block| block.days.0), Some(0));
        check(place, days.last().map(|block| block.days.1), Some(None));
        for pair in days.windows(2) {
            check(pair[0].skin.written(), pair[0].days.1.map(|last| last + 1), Some(pair[1].days.0));
        }
        for text in days.iter().flat_map(|block| [&block.skin, &block.do_this, &block.avoid]) {
            assert!(text.written().ends_with('.'), "{place}: {text:?}");
        }
        // What rests on no guide says that it is ours, and the sheet then says so too.
        let is_ours = aftercare.basis == Basis::Assumption;
        assert_eq!(is_ours, aftercare.note.written().contains("assumption"), "{place}");
        assert!(is_ours || days.iter().all(|block| !block.refs.is_empty()), "{place}: a rule without a source");
        assert!(["Call the clinic", "See a doctor"].iter().any(|who| aftercare.warning.value.written().contains(who)));
    }
    let needling = catalog.aftercare(&"microneedling".into()).expect("needling");
    check("needling", (needling.basis, needling.days.len()), (Basis::Seed, 8));
    check("reads the sources", needling.days.last().map(|block| block.days), Some((28, None)));
}

#[test]
fn names_that_lead_nowhere_are_refused_by_name() {
    let rows = [
        ("source", "refs: [\"DWN-07\"]", "refs: [\"DWN-77\"]", "DWN-77"),
        (
            "treatment",
            "lines: [(treatment: \"ablative-laser\"",
            "lines: [(treatment: \"oblative-laser\"",
            "oblative-laser",
        ),
        ("add-on", "add_ons: [\"prp\"],\n", "add_ons: [\"prq\"],\n", "prq"),
        ("concern", "concern: \"pores\", level", "concern: \"bores\", level", "bores"),
        ("concern", "concern: \"brows\",\n            untreated", "concern: \"eyes\",\n            untreated", "eyes"),
        ("treatment", "treatments: [\"subcision\"]", "treatments: [\"subincision\"]", "subincision"),
    ];
    for (kind, right, wrong, name) in rows {
        let broken = CATALOG.replace(right, wrong);
        assert_ne!(broken, CATALOG, "{right} is not in the catalogue");
        let error = Catalog::from_ron(&broken, FACTS).expect_err(name);
        assert!(matches!(error, CatalogError::Dangling { .. }), "{error}");
        let message = error.to_string();
        assert!(message.contains(name) && message.contains(kind), "{message}");
    }
    let facts = FACTS.replace("contradicts: [\"LON-01\"", "contradicts: [\"LON-99\"");
    assert_ne!(facts, FACTS, "no fact to break");
    let message = Catalog::from_ron(CATALOG, &facts).expect_err("LON-99").to_string();
    assert!(message.contains("LON-99"), "{message}");
}

#[test]
fn text_that_is_no_catalogue_is_refused() {
    let unordered = CATALOG.replacen("low: \"200.00\", typical: \"350.00\"", "low: \"400.00\", typical: \"350.00\"", 1);
    let unknown = CATALOG.replacen("scars_only: true", "scar_only: true", 1);
    for (broken, hint) in [(unordered, "out of order"), (unknown, "scar_only"), (String::new(), "cannot be read")] {
        let message = Catalog::from_ron(&broken, FACTS).expect_err(hint).to_string();
        assert!(message.contains(hint), "{message}");
    }
}

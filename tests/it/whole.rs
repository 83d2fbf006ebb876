//! What was issued is whole in itself: whatever becomes of the catalogue, its dates, its money and its figures stay.

use collagen_ledger::catalog::{Catalog, Concern, Projection};
use collagen_ledger::document::{AddOnDraft, Draft, LineDraft, OptionDraft, Place, Upkeep};
use collagen_ledger::estimate::Estimator;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::log::{Author, Dossier, EventKind, IssueTerms};
use collagen_ledger::plan::{Cause, Problem};
use collagen_ledger::record::{Frozen, Snapshot};
use collagen_ledger::report::PlanResults;
use collagen_ledger::report::json;
use collagen_ledger::report::sheet::{self, Audience, Handout, Issue, Paper, Sheet};
use collagen_ledger::simulate::{Precision, Simulator};
use collagen_ledger::storage::{self, parse_plan, plan_text};
use collagen_ledger::units::{Date, Money, Outlook};
use jiff::civil::date;
use std::sync::Arc;

const ON: Date = date(2027, 3, 1);

/// A plan whose upkeep waits for fading, with an add-on that acts, of a concern.
fn draft(catalog: &Catalog, concern: &Concern) -> Draft {
    let mut draft = Draft::example(catalog, concern, ON);
    let prp = catalog.add_ons.iter().find(|add_on| add_on.id.as_str() == "prp").expect("PRP");
    for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
        line.upkeep = Upkeep::WhenFaded { percent: 80 };
        let treatment = catalog.treatment(&line.treatment).expect("a treatment");
        if treatment.add_ons.contains(&prp.id) {
            line.add_ons = vec![AddOnDraft::of_catalog(prp.id.clone())];
        }
    }
    draft.identify(0);
    draft
}

fn issued(draft: Draft, catalog: &Catalog) -> Dossier {
    let mut dossier = Dossier::from(draft);
    let terms = IssueTerms {
        number: "CL-1".to_owned(),
        on: ON,
        valid_until: date(2027, 3, 31),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        born: None,
        decide_from: None,
        presentation: None,
    };
    dossier.issue(terms, catalog, &by()).expect("issued");
    dossier
}

fn by() -> Author {
    storage::author(ON.at(9, 0, 0, 0), "front", 7)
}

/// A catalogue of some later day: what it changes, and how.
type Later = (&'static str, fn(&mut Catalog));

/// Every way in which a catalogue may change under an issue.
const LATER: [Later; 9] = [
    ("other response parameters", |catalog| {
        for treatment in &mut catalog.treatments {
            treatment.response.amplitude.value *= 0.5;
            treatment.response.build_months.value *= 2.0;
            treatment.response.fade_shape.value *= 1.5;
        }
    }),
    ("another concern", |catalog| {
        for concern in &mut catalog.concerns {
            if let Projection::Modelled(response) = &mut concern.projection {
                response.amplitude.value *= 0.7;
                response.fade_months.value *= 0.5;
                response.persistence.value = 0.1;
            }
        }
    }),
    ("other rules of the model", |catalog| {
        catalog.model.evidence_months.value = 3.0;
        catalog.model.collagen_loss.value *= 3.0;
        catalog.model.spreads.person.value *= 2.0;
        catalog.model.wear.value *= 2.0;
        catalog.model.together.value *= 0.5;
        catalog.factors.age_rate.value *= 4.0;
        catalog.factors.severity.value = (0.5, 0.5, 0.5);
    }),
    ("no treatments", |catalog| catalog.treatments.clear()),
    ("no add-ons", |catalog| {
        catalog.add_ons.clear();
        catalog.treatments.iter_mut().for_each(|treatment| treatment.add_ons.clear());
    }),
    ("no concerns", |catalog| catalog.concerns.clear()),
    ("longer minimum intervals", |catalog| {
        catalog.treatments.iter_mut().for_each(|treatment| treatment.minimum_interval_days.value = 400);
    }),
    ("other prices, visits and downtime", |catalog| {
        for treatment in &mut catalog.treatments {
            treatment.prices.iter_mut().for_each(|price| price.amount = price.amount.map(|price| price + price));
            treatment.at_clinic = false;
            treatment.downtime.social_days = (50, 60);
        }
    }),
    ("no timeline", |catalog| catalog.timeline.clear()),
];

fn later(change: fn(&mut Catalog)) -> Catalog {
    let mut catalog = Catalog::built_in();
    change(&mut catalog);
    catalog
}

/// All that is printed of an issue: the text of its sheet, and its figures as JSON without what they were made with.
fn printed(evaluation: &Evaluation, catalog: &Catalog, dossier: &Dossier) -> (String, String) {
    let plan = PlanResults::of(evaluation, catalog);
    let sheet = Sheet { plan, paper: Paper::A4, issued: ON, version: env!("CARGO_PKG_VERSION") };
    let record = dossier.record();
    let issue = Issue::of(&record, 0, Some(date(2027, 3, 2))).expect("an issue");
    let handout = Handout { issue, audience: Audience::Client, ..Handout::from(sheet) };
    let data: serde_json::Value = serde_json::from_str(&sheet::data(&handout).expect("data")).expect("JSON");
    let money = ["glance", "options", "decision", "client"].map(|block| data[block].to_string()).concat();
    let figures = json::estimate(&plan, None).expect("figures");
    let mut figures: serde_json::Value = serde_json::from_str(&figures).expect("JSON");
    figures["versions"].take();
    (money, figures.to_string())
}

#[test]
fn whatever_catalogue_comes_later_an_issue_stays_as_it_was() {
    let catalog = Catalog::built_in();
    for concern in &catalog.concerns {
        let dossier = issued(draft(&catalog, concern), &catalog);
        let mut simulator = Simulator::default();
        let before = Evaluation::of(&dossier.draft, &catalog).expect("valid");
        let before = before.simulated(&mut simulator, Precision::RESTING);
        let said = printed(&before, &catalog, &dossier);
        let reopened = parse_plan(&plan_text(&dossier)).expect("a plan");
        assert_eq!(reopened, dossier, "{}", concern.id);
        for (what, change) in LATER {
            let (record, later) = (reopened.record(), later(change));
            let snapshot = &record.last().expect("an issue").snapshot;
            let (after, shown) = snapshot.evaluate(&later).unwrap_or_else(|error| panic!("{what}: {error:?}"));
            let after = after.simulated(&mut simulator, Precision::RESTING);
            for (one, other) in before.estimate.options.iter().zip(&after.estimate.options) {
                assert_eq!(one.schedule, other.schedule, "{what}, {}", concern.id);
                assert_eq!(one.ledger, other.ledger, "{what}, {}", concern.id);
                assert!(one.curve().eq(other.curve()), "{what}, {}: another curve", concern.id);
                assert_eq!((&one.remarks, &one.phases), (&other.remarks, &other.phases), "{what}, {}", concern.id);
            }
            assert_eq!(after.comparison, before.comparison, "{what}, {}", concern.id);
            let again = printed(&after, &shown, &reopened);
            assert!(again == said, "{what}, {}: the copy says something else", concern.id);
        }
    }
}

#[test]
fn a_revision_opens_as_a_draft_and_names_what_is_gone() {
    let catalog = Catalog::built_in();
    let mut dossier = issued(draft(&catalog, &catalog.concerns[0]), &catalog);
    let gone = later(|catalog| catalog.treatments.retain(|treatment| treatment.id.as_str() != "microneedling"));
    let record = dossier.record();
    let in_force = record.catalog_in_force(gone.clone());
    record.evaluate(&mut Estimator::default(), &dossier.draft, &in_force).expect("issued as it was");
    dossier.revise(&by()).expect("issued");
    let record = dossier.record();
    let in_force = record.catalog_in_force(gone.clone());
    let problems = record.evaluate(&mut Estimator::default(), &dossier.draft, &in_force).expect_err("a problem");
    let lines: Vec<_> = dossier.draft.options.iter().flat_map(|option| &option.lines).collect();
    for Problem { place, cause } in &problems.0 {
        let Place::Line { line, .. } = place else { panic!("{place:?}") };
        assert!(lines.iter().any(|other| other.id == *line), "{place:?}");
        assert_eq!(*cause, Cause::UnknownTreatment("microneedling".into()));
    }
    let effect = record.last().expect("an issue").snapshot.since(&gone);
    assert!(effect.problems_before.is_empty() && !effect.problems_after.is_empty());
}

/// Changes what was frozen of the issue.
fn refrozen(dossier: &Dossier, change: impl Fn(&mut Snapshot)) -> Dossier {
    let mut events = dossier.log.events().to_vec();
    for event in &mut events {
        if let EventKind::Issued(snapshot) = &mut event.what {
            change(Arc::make_mut(snapshot));
        }
    }
    Dossier { log: collagen_ledger::log::Log::of(events), ..dossier.clone() }
}

/// What is shown and printed is what was frozen, not what the engine of today makes of it: as if it had counted otherwise then.
#[test]
fn the_frozen_figures_are_shown_whatever_the_engine_says() {
    let catalog = Catalog::built_in();
    let dossier = issued(draft(&catalog, &catalog.concerns[0]), &catalog);
    let otherwise = refrozen(&dossier, |snapshot| {
        let Frozen::Whole(whole) = &mut snapshot.frozen else { panic!("all is frozen") };
        let option = &mut whole.figures.options[0];
        option.entries[0].amount = option.entries[0].amount.map(|amount| amount + Money::from_minor(123));
        option.visits = 77;
        let result = option.result.as_mut().expect("a result");
        result.peak.as_mut().expect("a peak").improvement = Outlook::of(0.123);
        for (improvement, _) in &mut result.years {
            *improvement = Outlook::of(0.071);
        }
    });
    let before = Evaluation::of(&dossier.draft, &catalog).expect("valid");
    let record = otherwise.record();
    let (after, shown) = record.issues()[0].snapshot.evaluate(&catalog).expect("as it was");
    let [one, other] = [&before, &after].map(|results| results.estimate.options[0].ledger.total.typical);
    assert_eq!(other, one + Money::from_minor(123));
    let said = printed(&after, &shown, &otherwise).0;
    for figure in ["77", "12 %", "7 %"].map(|figure| figure.replace(' ', "")) {
        assert!(said.replace(['\u{a0}', ' '], "").contains(&figure), "{figure} is missing in {said}");
    }
}

#[test]
fn figures_of_another_plan_are_refused() {
    let catalog = Catalog::built_in();
    let dossier = issued(draft(&catalog, &catalog.concerns[0]), &catalog);
    let figures: [(&str, fn(&mut collagen_ledger::estimate::Figures)); 6] = [
        ("a session of no line", |figures| {
            figures.options[0].sessions[0].line = collagen_ledger::document::LineId::NEW;
        }),
        ("a session after the horizon", |figures| figures.options[0].sessions.last_mut().unwrap().day = 100_000),
        ("sessions out of order", |figures| figures.options[0].sessions.reverse()),
        ("money out of order", |figures| figures.options[0].entries.reverse()),
        ("no figures of an option", |figures| drop(figures.options.remove(0))),
        ("doing nothing costs", |figures| {
            let entries = figures.options[0].entries.clone();
            figures.options.last_mut().unwrap().entries = entries;
        }),
    ];
    for (what, change) in figures {
        let broken = refrozen(&dossier, |snapshot| {
            let Frozen::Whole(whole) = &mut snapshot.frozen else { panic!("all is frozen") };
            change(&mut whole.figures);
        });
        let error = parse_plan(&plan_text(&broken)).expect_err(what).to_string();
        assert!(error.contains("are not those of its plan"), "{what}: {error}");
    }
}

/// Every treatment of the catalogue in one plan.
#[test]
fn every_treatment_is_frozen_whole() {
    let catalog = Catalog::built_in();
    let concern = &catalog.concerns[0];
    for treatments in catalog.treatments.chunks(6) {
        let mut draft = Draft::example(&catalog, concern, ON);
        let lines = treatments.iter().map(|treatment| LineDraft::usual(&catalog, concern, &draft.profile, treatment));
        let option = |(line, mark): (LineDraft, _)| OptionDraft { mark, lines: vec![line], ..draft.options[0].anew() };
        let marks = collagen_ledger::document::Mark::all();
        draft.options = lines.zip(marks).map(option).collect();
        draft.identify(0);
        if draft.parse(&catalog).is_err() {
            continue;
        }
        let dossier = issued(draft, &catalog);
        assert_eq!(parse_plan(&plan_text(&dossier)).expect("a plan"), dossier);
    }
}

//! Where on the body: minimum intervals, clashes and results hold for the same skin.

use crate::plans::{CATALOG, said};
use collagen_ledger::document::{Draft, LineDraft, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::plan::{ClinicalRemark, RemarkKind};
use collagen_ledger::storage::{Disk, read_plan};
use collagen_ledger::wording;
use std::path::Path;

fn needling(area: &str, start_day: u32) -> LineDraft {
    let (concern, profile) = (&CATALOG.concerns[0], &Draft::example(&CATALOG, &CATALOG.concerns[0], start()).profile);
    let usual = LineDraft::usual(&CATALOG, concern, profile, &CATALOG.treatments[0]);
    let price = PriceDraft::Own(SpreadText::of_text("100"));
    LineDraft { area: area.to_owned(), start_day, sessions: 3, upkeep: Upkeep::None, price, ..usual }
}

fn start() -> jiff::civil::Date {
    jiff::civil::date(2027, 1, 4)
}

fn draft(lines: &[LineDraft]) -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], start());
    draft.options.truncate(1);
    draft.options[0].lines = lines.to_vec();
    draft.identify(0);
    draft
}

fn option(lines: &[LineDraft]) -> OptionEstimate {
    evaluation(&draft(lines)).estimate.options.swap_remove(0)
}

fn evaluation(draft: &Draft) -> Evaluation {
    Evaluation::of(draft, &CATALOG).unwrap_or_else(|problems| panic!("{}", said(&problems, draft, &CATALOG)))
}

/// The typical improvement on days of the plan.
fn curve(option: &OptionEstimate) -> Vec<f64> {
    let days = (0..1_500).step_by(25);
    days.map(|day| option.point(day).result.expect("a projection").improvement.typical).collect()
}

#[test]
fn plans_of_two_areas_as_clinics_make_them_are_valid() {
    let check = |name: &str, total: i64, visits: u32| {
        let path = format!("tests/data/areas-{name}.ron");
        let draft = read_plan(&Disk::here(), Path::new(&path)).expect("a plan").draft;
        let option = evaluation(&draft).estimate.options.swap_remove(0);
        assert_eq!(option.ledger.total.typical.minor(), total, "{name}");
        assert_eq!(option.visits, visits, "{name}: two areas on one day are one visit");
        let is_clash = |kind: &RemarkKind| {
            use ClinicalRemark::{InDowntime, SameDay};
            matches!(kind, RemarkKind::Clinical(SameDay { .. } | InDowntime { .. }))
        };
        assert!(!option.remarks.iter().any(|remark| is_clash(&remark.kind)), "{name}: {:?}", option.remarks);
    };
    check("a", 90_000, 3);
    check("b", 120_000, 6);
    check("c", 45_000, 3);
}

#[test]
fn only_parts_of_the_list_that_do_not_hold_each_other_may_be_treated_together() {
    let check = |one: &str, other: &str, may: bool| {
        let draft = draft(&[needling(one, 0), needling(other, 0)]);
        let found = Evaluation::of(&draft, &CATALOG).map(|_| ()).map_err(|problems| said(&problems, &draft, &CATALOG));
        assert_eq!(found.is_ok(), may, "{one:?} and {other:?}");
        if let Err(said) = found {
            assert!(said.contains("name parts of the body that are apart"), "{said}");
        }
    };
    let cases = [
        ("Face", "Neck", true),
        ("cheeks", " NOSE ", true),
        ("Gesicht", "Hals", true),
        ("Face", "Full face", false),
        ("Face", "Cheeks", false),
        ("Face and neck", "Chin", false),
        ("Back", "Upper back", false),
        ("", "Face", false),
        ("", "", false),
        ("left cheek", "right cheek", false),
        ("Face", "where it was", false),
    ];
    for (one, other, may) in cases {
        check(one, other, may);
        check(other, one, may);
    }
}

#[test]
fn what_is_done_elsewhere_lifts_no_result() {
    let alone = option(&[needling("Face", 0)]);
    for elsewhere in ["Back", "Neck", "Hands"] {
        let both = option(&[needling("Face", 0), needling(elsewhere, 60)]);
        assert_eq!(curve(&both), curve(&alone), "{elsewhere}");
        assert_eq!(both.projection.as_ref().map(|it| it.peak), alone.projection.as_ref().map(|it| it.peak));
        assert_eq!(both.ledger.total.typical.minor(), 2 * alone.ledger.total.typical.minor());
        let shown = both.remarks.iter().filter(|remark| matches!(remark.kind, RemarkKind::ShownFor { .. }));
        assert_eq!(shown.count(), 1, "where the result is that of is said");
    }
    assert!(!alone.remarks.iter().any(|remark| matches!(remark.kind, RemarkKind::ShownFor { .. })));
}

#[test]
fn what_holds_a_part_counts_there_too_and_what_is_on_no_list_counts_everywhere() {
    let twice = curve(&option(&[needling("", 0), needling("", 200)]));
    for (one, other) in [("Face", "Cheeks"), ("Face", ""), ("here", "there"), ("Face", "FACE"), ("Face", "scar")] {
        let both = option(&[needling(one, 0), needling(other, 200)]);
        assert_eq!(curve(&both), twice, "{one:?} and {other:?}");
        let turned = option(&[needling(other, 200), needling(one, 0)]);
        assert_eq!(curve(&turned), twice, "{other:?} and {one:?}");
    }
}

/// Of equal courses on two parts each has its own upkeep, on the same days; what is done on the one does not put off the
/// other.
#[test]
fn each_part_waits_for_its_own_result_to_fade() {
    let waiting = |area, start| LineDraft { upkeep: Upkeep::WhenFaded { percent: 70 }, ..needling(area, start) };
    let alone = option(&[waiting("Face", 0)]);
    let days = |option: &OptionEstimate, line: usize| -> Vec<i32> {
        let mut lines: Vec<_> = option.schedule.sessions.iter().map(|session| session.line).collect();
        lines.sort();
        lines.dedup();
        let of_line = option.schedule.sessions.iter().filter(|session| session.line == lines[line]);
        of_line.map(|session| session.day).collect()
    };
    assert!(days(&alone, 0).len() > 4, "upkeep comes");
    for start in [0, 10, 100] {
        let both = option(&[waiting("Face", 0), waiting("Neck", start)]);
        assert_eq!(days(&both, 0), days(&alone, 0));
        let later: Vec<i32> = days(&alone, 0).iter().map(|day| day + start.cast_signed()).collect();
        let other = days(&both, 1);
        assert_eq!(other, later[..other.len()], "from day {start}");
        assert!(later.len() - other.len() <= 1, "but for the end of the plan");
    }
}

/// A part is known by its name in each language that the program speaks, so that choosing it from the list holds.
#[test]
fn every_part_is_known_by_its_name_in_every_language() {
    for country in ["us", "de"] {
        locale::with(Locale::of(country).expect("a country"), || {
            for area in CATALOG.areas.iter() {
                let name = wording::text(&area.name);
                assert_eq!(CATALOG.areas.named(name).map(|known| &known.id), Some(&area.id), "{name} in {country}");
            }
        });
    }
}

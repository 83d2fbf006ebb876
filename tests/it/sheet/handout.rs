//! The sheet as a clinic hands it out: letterhead, number, and what is printed for whom.

use super::{Made, check_text as check, made, text_of};
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::PlanId;
use collagen_ledger::record::Seal;
use collagen_ledger::report::BuiltIn;
use collagen_ledger::report::sheet::{
    Audience, Document, Handout, Issue, Logo, LogoError, Paper, Print, Sheet, SheetError, data,
};

const SVG: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="#123456"/></svg>"##;
/// One pixel.
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0cIDATx\x9cc\x10P0\x00\x00\x00\xa4\x00a4f}r\x00\x00\x00\x00IEND\xaeB`\x82";

/// A clinic that has said everything.
pub(super) fn clinic() -> Clinic {
    Clinic {
        name: "Haut & Licht #1".to_owned(),
        address: vec!["Lindenallee 14".to_owned(), String::new(), "10115 Berlin".to_owned()],
        phone: "+49 30 5550 1420".to_owned(),
        email: "desk@example.org".to_owned(),
        web: "example.org".to_owned(),
        practitioner: "Dr Łucja Ångström".to_owned(),
        registration: "118 204".to_owned(),
        tax_id: "DE 301".to_owned(),
        contact: "Ms Ortiz at the desk".to_owned(),
        opening: "Thank you for coming.".to_owned(),
        included: "Numbing cream is included.".to_owned(),
        not_included: "Sunscreen is not.".to_owned(),
        deposit: "A tenth on booking.".to_owned(),
        cancellation: "Free until the day before.".to_owned(),
    }
}

/// Its sign.
pub(super) fn logo() -> Logo {
    Logo::new(SVG.to_vec()).unwrap()
}

/// The text of a handout, page by page, after `change`.
fn pages(made: &Made, change: impl FnOnce(&mut Handout<'_>)) -> Vec<String> {
    made.with(|sheet| {
        let mut handout = Handout::from(sheet);
        change(&mut handout);
        text_of(&Document::of(&handout).unwrap().pdf().unwrap())
    })
}

#[test]
fn letterhead_and_terms_are_the_clinics_own() {
    let (made, clinic) = (made("acne-scars", |draft, _| draft.reference = "C-7".to_owned()), clinic());
    let full = text_of(
        &made.with(|sheet| Document::of(&Handout { clinic: Some(&clinic), ..Handout::from(sheet) })?.pdf()).unwrap(),
    );
    let has = [
        "Haut & Licht #1",
        "Lindenallee 14 10115 Berlin",
        "+49 30 5550 1420",
        "Dr Łucja Ångström",
        "Registration 118 204 · Tax id DE 301",
        "Questions? Ask Ms Ortiz at the desk.",
        "Thank you for coming.",
        "Numbing cream is included.",
        "Sunscreen is not.",
        "A tenth on booking.",
        "Free until the day before.",
    ];
    check(&full, &has, &["names no terms", "Whatever it does not name"]);
    assert_eq!(full.len(), 3);
    assert!(!full[0].contains("C-7\nHaut"), "{}", full[0]);
    for page in &full[1..] {
        let head = page.lines().map(str::trim).find(|line| !line.is_empty()).unwrap();
        assert!(head.contains("Haut & Licht #1") && head.contains("· C-7"), "no running head: {page}");
    }
    let plain = Clinic { name: "Plain".to_owned(), ..Clinic::default() };
    let plain = text_of(
        &made.with(|sheet| Document::of(&Handout { clinic: Some(&plain), ..Handout::from(sheet) })?.pdf()).unwrap(),
    );
    check(&plain, &["Plain", "names no terms"], &["Registration", "Tax id", "Deposit, cancellation –"]);
}

#[test]
fn each_audience_gets_its_blocks() {
    let made = made("acne-scars", |_, _| {});
    let of = |audience| pages(&made, |handout| handout.audience = audience);
    let (full, client, money) = (of(Audience::Full), of(Audience::Client), of(Audience::Money));
    check(&full, &["For the clinic's file", "COST-03", "set the clinic's own", "What matters to me"], &[]);
    check(&client, &["What matters to me"], &["For the clinic's file", "COST-03", "set the clinic's own"]);
    assert_eq!(full[..3].concat().replace("of 4", "of 3"), client.concat(), "the file's page comes on top");
    let lacks = [
        "Profile",
        "Improvement",
        "What matters to me",
        "Receipt",
        "Sources",
        "Speaks for it",
        "For the clinic's file",
    ];
    let has = ["At a glance", "What each option is", "By phase", "What is included", "Please note", "Document"];
    check(&money, &has, &lacks);
    assert_eq!(money.len(), 1);
}

#[test]
fn money_alone_is_one_page_even_for_six_options_over_ten_years() {
    let made = made("acne-scars", |draft, _| {
        (draft.horizon_years, draft.price_growth, draft.tax) = (10, "3.3".to_owned(), "19".to_owned());
        let more = collagen_ledger::document::Mark::all().skip(4).map(|mark| {
            let mut option = draft.options[1].clone();
            option.mark = mark;
            option
        });
        let more: Vec<_> = more.collect();
        draft.options.extend(more);
    });
    let clinic = clinic();
    for paper in Paper::ALL {
        let count = made.with(|sheet| {
            let handout = Handout {
                typefaces: &BuiltIn,
                sheet: Sheet { paper, ..sheet },
                clinic: Some(&clinic),
                logo: Some(&logo()),
                issue: Issue::default(),
                audience: Audience::Money,
                template: None,
            };
            Document::of(&handout).unwrap().page_count()
        });
        assert_eq!(count, 1, "{paper:?}");
    }
}

/// The number among the facts.
fn number(made: &Made, change: impl FnOnce(&mut Handout<'_>)) -> String {
    made.with(|sheet| {
        let mut handout = Handout::from(sheet);
        change(&mut handout);
        let data: serde_json::Value = serde_json::from_str(&data(&handout).unwrap()).unwrap();
        let facts = data["facts"].as_array().unwrap();
        let fact = facts.iter().find(|fact| fact["name"] == "Document").unwrap();
        fact["value"].as_str().unwrap().to_owned()
    })
}

#[test]
fn the_number_stands_for_plan_revision_and_day() {
    let plain = || made("hair", |_, _| {});
    let first = number(&plain(), |_| {});
    assert!(first.starts_with("20261122-") && first.len() == 16, "{first}");
    assert_eq!(number(&plain(), |handout| handout.audience = Audience::Full), first);
    assert_eq!(number(&plain(), |handout| handout.sheet.paper = Paper::Letter), first);
    let same = [
        made("hair", |draft, _| draft.reference = "x".to_owned()),
        made("hair", |draft, _| draft.options[0].lines[0].area = "scalp".to_owned()),
        made("hair", |draft, _| draft.options[0].lines[0].sessions += 1),
        made("texture", |_, _| {}),
    ];
    for made in same {
        assert_eq!(number(&made, |_| {}), first, "what can be typed decides nothing");
    }
    let others = [
        number(&made("hair", |draft, _| draft.id = PlanId::of_random(1)), |_| {}),
        number(&plain(), |handout| handout.issue.revision = Some(2)),
        number(&plain(), |handout| handout.sheet.issued = "2026-11-23".parse().unwrap()),
    ];
    assert!(others.iter().all(|other| *other != first), "{first} is also among {others:?}");
    let issue = Issue {
        number: Some("A-17"),
        valid_days: 14,
        revision: Some(2),
        supersedes: Some("A-16"),
        born: Some("1996-02-29".parse().unwrap()),
        decide_from: Some("2026-12-01".parse().unwrap()),
        superseded: None,
        seal: Some(Seal::of(b"entry")),
        print: Print::Original,
    };
    let given = pages(&plain(), |handout| handout.issue = issue);
    let has = [
        &format!("Document A-17 · entry {}", Seal::of(b"entry").short()),
        "Valid until 6 Dec 2026",
        "Revision 2",
        "Takes the place of A-16",
        "Born 29 Feb 1996",
        "Decide no earlier than 1 Dec 2026",
        "holds until 6 Dec 2026",
        "A-17 · 22 Nov 2026 · Page 1",
    ];
    check(&given, &has, &[]);
}

#[test]
fn a_clinic_in_letters_that_are_missing_is_refused_with_its_field() {
    let made = made("hair", |_, _| {});
    let cases = [
        ("the clinic's name", Clinic { name: "皮膚科".to_owned(), ..Clinic::default() }),
        ("the clinic's address", Clinic { address: vec!["東京".to_owned()], ..Clinic::default() }),
        ("the cancellation terms", Clinic { cancellation: "無料".to_owned(), ..Clinic::default() }),
    ];
    for (field, clinic) in cases {
        let made =
            made.with(|sheet| Document::of(&Handout { clinic: Some(&clinic), ..Handout::from(sheet) }).map(|_| ()));
        let error = made.unwrap_err();
        assert!(matches!(&error, SheetError::MissingCharacters { field: named, .. } if named == field), "{error}");
    }
}

#[test]
fn a_logo_is_a_sound_png_or_svg_of_a_fair_size() {
    let made = made("hair", |_, _| {});
    for (bytes, name) in [(SVG, "SVG"), (PNG, "PNG")] {
        let (clinic, logo) = (Clinic::default(), Logo::new(bytes.to_vec()).unwrap());
        let of = |logo| {
            let clinic = Some(&clinic);
            made.with(|sheet| Document::of(&Handout { clinic, logo, ..Handout::from(sheet) })?.pdf()).unwrap()
        };
        assert_ne!(of(Some(&logo)), of(None), "{name}");
    }
    let wide = [&PNG[..16], &5000_u32.to_be_bytes(), &PNG[20..]].concat();
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("text", b"a logo".to_vec(), "neither PNG nor SVG"),
        ("a JPEG", b"\xff\xd8\xff\xe0".to_vec(), "neither PNG nor SVG"),
        ("too many bytes", vec![0; Logo::LARGEST + 1], "at most 1048576"),
        ("too many pixels", wide, "5000 × 1 pixels"),
        ("a cut PNG", PNG[..40].to_vec(), "cannot be read"),
        ("a cut SVG", SVG[..60].to_vec(), "cannot be read"),
    ];
    for (what, bytes, said) in cases {
        let error: LogoError = Logo::new(bytes).unwrap_err();
        assert!(error.to_string().contains(said), "{what}: {error}");
    }
}

//! Letters that the built-in typefaces lack, on the sheet and in a picture.

use super::{Made, made};
use collagen_ledger::report::chart::{self, ChartStyle, PngError};
use collagen_ledger::report::sheet::{Document, Handout, SheetError};
use collagen_ledger::report::{BuiltIn, Face, Typefaces};
use collagen_ledger::scene::Chart;
use collagen_ledger::storage::{Disk, SystemTypefaces};

/// A computer on which there is one typeface more, with signs that no other has.
#[derive(Debug)]
struct Signs;

const SIGN: &str = "\u{e1b4}";
/// No typeface has it.
const UNASSIGNED: &str = "\u{10fffd}";

impl Typefaces for Signs {
    fn with(&self, _: char) -> Option<Face> {
        Face::read(include_bytes!("../../../assets/fonts/Phosphor.ttf"), 0)
    }
}

fn named(name: &str) -> Made {
    made("acne-scars", |draft, _| {
        draft.reference = name.to_owned();
        draft.options[0].name = name.to_owned();
    })
}

fn sheet(name: &str, typefaces: &dyn Typefaces) -> Result<Vec<u8>, SheetError> {
    named(name).with(|sheet| Document::of(&Handout { typefaces, ..Handout::from(sheet) })?.pdf())
}

fn picture(name: &str, typefaces: &dyn Typefaces) -> Result<Vec<u8>, PngError> {
    let drawn = chart::svg(Chart::Spend, &named(name).estimate, &ChartStyle::standalone()).expect("a chart");
    chart::png(&drawn, typefaces)
}

#[test]
fn a_letter_is_taken_from_another_typeface_where_there_is_one() {
    assert!(matches!(sheet(SIGN, &BuiltIn), Err(SheetError::MissingCharacters { .. })));
    assert!(matches!(picture(SIGN, &BuiltIn), Err(PngError::MissingCharacters(_))));
    let pdf = sheet(SIGN, &Signs).expect("a sheet");
    assert!(String::from_utf8_lossy(&pdf).contains("Phosphor"), "its typeface is in the file");
    assert_ne!(picture(SIGN, &Signs).expect("a picture"), picture("A", &Signs).expect("a picture"));
}

#[test]
fn a_text_without_such_letters_is_the_same_on_every_computer() {
    let name = "Anna Щёголева, Ελένη";
    assert_eq!(sheet(name, &BuiltIn), sheet(name, &Signs));
    assert_eq!(picture(name, &BuiltIn), picture(name, &Signs));
}

#[test]
fn a_letter_that_no_typeface_has_is_named_with_the_remedy() {
    for typefaces in [&BuiltIn as &dyn Typefaces, &Signs, &SystemTypefaces::new(&Disk::here())] {
        let error = sheet(UNASSIGNED, typefaces).expect_err("no shape for it").to_string();
        assert!(error.contains("(U+10FFFD)") && error.contains("install a typeface"), "{error}");
    }
}

#[test]
fn what_the_system_has_is_printed_and_what_it_lacks_is_said() {
    let disk = Disk::here();
    let system = SystemTypefaces::new(&disk);
    let names = ["山田さん", "مريم", "אנה", "अन्ना", "แอนนา", "안나", "Ana 🙂"];
    let has_all = |name: &&str| name.chars().all(|letter| letter.is_ascii() || system.with(letter).is_some());
    let (shown, lacking): (Vec<&str>, Vec<&str>) = names.into_iter().partition(has_all);
    sheet(&shown.join(", "), &system).expect("a sheet");
    for name in lacking {
        assert!(matches!(sheet(name, &system), Err(SheetError::MissingCharacters { .. })), "{name}");
    }
}

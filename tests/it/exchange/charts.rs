//! Charts in files of their own: the drawing says what it is, and the pixels show it on white.

use super::{Made, made};
use collagen_ledger::report::chart::PngError;
use collagen_ledger::report::export::{Export, ExportError};
use collagen_ledger::scene::Chart;
use resvg::tiny_skia::Pixmap;

const CHARTS: [(Export, Export); 2] = [
    (Export::Svg(Chart::Spend), Export::Png(Chart::Spend)),
    (Export::Svg(Chart::Improvement), Export::Png(Chart::Improvement)),
];

/// White under the veil of days beyond the evidence.
const SHADE: [u8; 3] = [234, 233, 231];

fn pixels(made: &Made, export: Export) -> Pixmap {
    Pixmap::decode_png(&made.export(export).expect("a chart")).expect("a PNG")
}

/// How many pixels have a colour, given as red, green and blue.
fn count(pixmap: &Pixmap, colour: [u8; 3]) -> usize {
    let is = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()] == colour;
    pixmap.pixels().iter().filter(is).count()
}

#[test]
fn a_png_is_the_drawing_at_twice_its_size_on_white_in_the_colours_of_the_options() {
    let made = made("acne-scars", |_, _| ());
    for (drawing, export) in CHARTS {
        let (svg, pixmap) = (made.text(drawing), pixels(&made, export));
        assert!(svg.contains("width=\"880.00\" height=\"460.00\""), "{drawing:?}");
        assert_eq!((pixmap.width(), pixmap.height()), (1760, 920), "{export:?}");
        assert!(pixmap.pixels().iter().all(|pixel| pixel.alpha() == 255), "{export:?} lets the ground show through");
        let shaded = count(&pixmap, SHADE);
        let white = count(&pixmap, [255; 3]) + shaded;
        assert!(white > pixmap.pixels().len() * 8 / 10, "{export:?}: {white} white pixels");
        for (mark, colour) in [('A', [0x00, 0x67, 0xa5]), ('B', [0xb8, 0x48, 0x0f]), ('C', [0x15, 0x80, 0x3d])] {
            assert!(count(&pixmap, colour) > 300, "{export:?}: option {mark} is not to be seen");
        }
    }
}

#[test]
fn a_png_shows_its_text() {
    let plain = pixels(&made("acne-scars", |_, _| ()), Export::Png(Chart::Spend));
    let renamed = made("acne-scars", |draft, _| draft.options[0].name = "Ελληνικά Щёголева".into());
    let renamed = pixels(&renamed, Export::Png(Chart::Spend));
    let ink = |pixmap: &Pixmap| count(pixmap, [0x22; 3]);
    assert!(ink(&plain) > 500, "{} pixels of ink", ink(&plain));
    assert!(ink(&plain) != ink(&renamed), "a name is not drawn");
}

#[test]
fn a_chart_by_itself_says_that_it_is_an_estimate() {
    let made = made("acne-scars", |_, _| ());
    for (drawing, _) in CHARTS {
        assert!(made.text(drawing).contains("An estimate for planning, not an offer."), "{drawing:?}");
    }
}

#[test]
fn letters_the_fonts_lack_are_named_and_the_drawing_is_left() {
    let made = made("acne-scars", |draft, _| draft.options[1].name = "山田".into());
    for (drawing, export) in CHARTS {
        let error = made.export(export).expect_err("no shape for it");
        assert!(matches!(error, ExportError::Png(PngError::MissingCharacters(_))) && error.is_bad_input());
        assert!(error.to_string().contains("山 (U+5C71)") && error.to_string().contains("as SVG"), "{error}");
        assert!(made.text(drawing).contains("山田"), "{drawing:?}");
    }
}

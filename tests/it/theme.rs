//! The design tokens: contrast in both themes, marks that differ without colour, icons that are icons.

use collagen_ledger::document::Mark;
use collagen_ledger::ui::theme::{Palette, definitions, icons, tokens};
use egui::Color32;
use egui::epaint::text::{Fonts, FontsView};

/// Relative luminance of WCAG 2.
fn luminance(color: Color32) -> f64 {
    let [r, g, b, _] = color.to_array().map(|byte| {
        let channel = f64::from(byte) / 255.0;
        if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

fn check(theme: &str, what: &str, color: Color32, grounds: &[Color32], least: f64) {
    for ground in grounds {
        let ratio = contrast(color, *ground);
        assert!(ratio >= least, "{theme}: {what} has {ratio:.2}:1 on {ground:?}, needs {least}:1");
    }
}

#[test]
fn text_reaches_four_and_a_half_to_one_and_marks_three_to_one() {
    for (theme, palette) in [("light", &tokens::LIGHT), ("dark", &tokens::DARK)] {
        let Palette { ground, panel, card, selected, hovered, beyond, .. } = *palette;
        let grounds = [ground, panel, card, selected, hovered];
        let text = [
            ("text", palette.text),
            ("weak text", palette.text_weak),
            ("a warning", palette.warning),
            ("an error", palette.error),
            ("the accent", palette.accent),
        ];
        for (what, color) in text {
            check(theme, what, color, &grounds, 4.5);
        }
        check(theme, "text on the accent", palette.on_accent, &[palette.accent], 4.5);
        // The names at the ends of lines are text in the option's colour, on the ground of the middle.
        for (at, color) in palette.options.iter().enumerate() {
            check(theme, &format!("the name of option {at}"), *color, &[ground], 4.5);
            check(theme, &format!("the line of option {at}"), *color, &[card, beyond], 3.0);
        }
        for (what, color) in [("the edge of a field", palette.edge), ("the edge of what is acted on", palette.accent)] {
            check(theme, what, color, &grounds, 3.0);
        }
        check(theme, "the edge of what is wrong", palette.error, &grounds, 3.0);
        check(theme, "doing nothing", palette.nothing, &[card, ground, beyond], 3.0);
    }
}

#[test]
fn options_differ_in_dash_and_marker_and_not_by_colour_alone() {
    let styles: Vec<_> = Mark::all().map(|mark| tokens::LIGHT.option(Some(mark))).collect();
    for (at, one) in styles.iter().enumerate() {
        for other in &styles[at + 1..] {
            assert_ne!(one.stroked, other.stroked);
            assert_ne!(one.marker, other.marker);
        }
        assert_ne!(one.stroked, tokens::LIGHT.option(None).stroked, "doing nothing has a dash of its own");
    }
}

#[test]
fn the_program_names_no_missing_glyph() {
    let mut fonts = Fonts::new(egui::epaint::TextOptions::default(), definitions());
    let font = egui::FontId::proportional(14.0);
    let all = [
        icons::ADD,
        icons::REMOVE,
        icons::WARNING,
        icons::INFO,
        icons::SHEET,
        icons::CLOSE,
        icons::UNDO,
        icons::REDO,
        icons::ERROR,
        "äéñőşłßčžĞ",
        "Ωάγκλέή",
        "Привіт, Юлія",
        "−–…·€£≤×",
    ];
    let mut view: FontsView<'_> = fonts.with_pixels_per_point(1.0);
    for text in all {
        assert!(view.has_glyphs(&font, text), "no glyph for {text:?}");
    }
}

#[test]
fn no_icon_is_hidden_by_a_letter_of_the_text_font() {
    let inter = include_bytes!("../../assets/fonts/Inter-Regular.otf");
    let face = ttf_parser::Face::parse(inter, 0).expect("the text font");
    for icon in [icons::ADD, icons::REMOVE, icons::SHEET, icons::CLOSE] {
        let character = icon.chars().next().expect("a character");
        assert!(face.glyph_index(character).is_none(), "{icon:?} is a letter of the text font");
    }
}

#[test]
fn an_option_has_the_same_colour_on_screen_and_on_paper() {
    let print = collagen_ledger::report::chart::Palette::PRINT;
    let hex = |color: Color32| format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b());
    assert_eq!(print.options.map(str::to_owned), tokens::LIGHT.options.map(hex));
    assert_eq!(print.nothing, hex(tokens::LIGHT.nothing));
}

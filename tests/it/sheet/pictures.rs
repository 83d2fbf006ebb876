//! Pages compared as pictures: a rule or a distance that moves is seen here, where the text stays the same.
//! `UPDATE_SNAPSHOTS=1` draws them anew.

use super::made;
use super::pages::everything;
use collagen_ledger::document::Draft;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::sheet::{Audience, Document, Handout, Paper, Sheet};
use egui_kittest::{SnapshotOptions, SnapshotResults, try_image_snapshot_options};

/// Pixels to a point: 60 to the inch.
const SCALE: f64 = 60.0 / 72.0;

/// Compares some pages of a sheet with the pictures stored under this name.
fn check(name: &str, country: &str, audience: Audience, pages: &[usize], change: fn(&mut Draft)) {
    // A pixel at the edge of a letter may differ where arithmetic is contracted otherwise.
    let options = SnapshotOptions::new().output_path("tests/snapshots/sheet").max_failed_pixels(20);
    let mut results = SnapshotResults::new();
    locale::with(Locale::of(country).unwrap(), || {
        made("acne-scars", |draft, _| change(draft)).with(|sheet| {
            let sheet = Sheet { paper: Paper::of_country(), ..sheet };
            let document = Document::of(&Handout { audience, ..Handout::from(sheet) }).unwrap();
            for number in pages {
                let page = document.page(number - 1, SCALE).unwrap();
                let picture = image::RgbaImage::from_raw(page.width, page.height, page.rgba).unwrap();
                results.add(try_image_snapshot_options(&picture, format!("{name}-{number}"), &options));
            }
        });
    });
}

#[test]
fn the_worked_example_in_english_on_letter() {
    check("client-us", "us", Audience::Client, &[1, 2, 3], |_| {});
}

#[test]
fn money_and_the_clinics_page_in_german_on_a4() {
    check("full-de", "de", Audience::Full, &[3, 5], everything);
}

#[test]
fn money_alone() {
    check("money-uk", "uk", Audience::Money, &[1], everything);
}

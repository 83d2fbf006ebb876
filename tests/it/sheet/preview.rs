//! The pages as pictures: the same pages as in the PDF, one at a time and at any size.

use super::made;
use collagen_ledger::report::sheet::{self, Audience, Document, Handout, Paper, Sheet};

#[test]
fn pictures_are_the_pages_of_the_pdf() {
    let made = made("acne-scars", |_, _| {});
    for (paper, width, height) in [(Paper::A4, 595.28, 841.89), (Paper::Letter, 612.0, 792.0)] {
        made.with(|sheet| {
            let handout = Handout::from(Sheet { paper, ..sheet });
            let document = Document::of(&handout).unwrap();
            let pdf = document.pdf().unwrap();
            assert_eq!(super::text_of(&pdf).len(), document.page_count());
            assert_eq!(pdf, sheet::pdf(&handout.sheet).unwrap(), "both doors give the same file");
            for number in 0..document.page_count() {
                let page = document.page(number, 0.5).unwrap();
                let [wide, high] = [width, height].map(|length: f64| (length * 0.5).round());
                assert_eq!((f64::from(page.width), f64::from(page.height)), (wide, high), "{paper:?}");
                assert_eq!(page.rgba.len(), page.width as usize * page.height as usize * 4);
                let ink = page.rgba.chunks(4).filter(|pixel| pixel[0] < 160).count();
                assert!(ink > 200 && ink < page.rgba.len() / 16, "{ink} dark pixels");
                assert!(page.rgba.chunks(4).all(|pixel| pixel[3] == 255), "paper is not see-through");
            }
            assert!(document.page(document.page_count(), 1.0).is_none());
        });
    }
}

#[test]
fn no_scale_makes_a_picture_of_a_senseless_size() {
    made("hair", |_, _| {}).with(|sheet| {
        let handout = Handout { audience: Audience::Money, ..Handout::from(sheet) };
        let document = Document::of(&handout).unwrap();
        let height = |scale| document.page(0, scale).unwrap().height;
        assert_eq!([0.0, -1.0, f64::NAN].map(height), [842; 3]);
        assert_eq!([1e9, f64::INFINITY].map(height), [4096; 2]);
        assert_eq!(sheet::pages(&handout, 0.25).unwrap().len(), 1);
    });
}

#[test]
fn a_document_can_be_laid_out_beside_the_window() {
    fn is_send<T: Send + 'static>() {}
    is_send::<Document>();
}

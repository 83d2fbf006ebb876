//! A sheet laid out: its pages as pictures, and the whole of it as a PDF, from one run of the layout.

use super::world::{Files, World};
use super::{Handout, Sheet, SheetError, contents, glyphs, typed};
use crate::report::chart;
use crate::report::typefaces::TypefaceSet;
use crate::scene::Chart;
use crate::units::Date;
use std::sync::Arc;
use typst::foundations::{Datetime, Smart};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

/// A sheet laid out, page by page.
pub struct Document {
    world: Arc<World>,
    laid_out: PagedDocument,
    issued: Date,
}

/// A page as a picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green, blue and opacity of each pixel, row by row from the top; paper is opaque white.
    pub rgba: Vec<u8>,
}

/// The most pixels on a side of a picture; a larger scale is brought down to it.
const WIDEST: f64 = 4096.0;

impl Document {
    /// Lays a sheet out.
    ///
    /// # Errors
    /// A character that no typeface has, or a layout that fails; with a clinic's own layout the place in it.
    pub fn of(handout: &Handout<'_>) -> Result<Self, SheetError> {
        let (typed, json) = (typed::texts(handout), contents::of(handout));
        let texts = || typed.iter().map(|(_, text)| *text).chain(glyphs::strings(&json));
        let typefaces = TypefaceSet::of(texts(), handout.typefaces);
        let said = glyphs::strings(&json).map(|text| (glyphs::of_the_catalogue(), text));
        glyphs::check(typed.iter().cloned().chain(said), &typefaces)?;
        let style = handout.sheet.paper.style();
        let drawn = |sheet: Sheet<'_>, chart| chart::svg(chart, sheet.plan.estimate, &style).unwrap_or_default();
        let charts = [Chart::Spend, Chart::Improvement].map(|chart| drawn(handout.sheet, chart));
        let further: Vec<String> = handout.sheet.further().map(|sheet| drawn(sheet, Chart::Improvement)).collect();
        let json = glyphs::breakable_data(json);
        let lay_out = |is_dense: bool| {
            let mut json = json.clone();
            json["dense"] = is_dense.into();
            let ([spend, improvement], further) = (charts.clone(), further.clone());
            let (logo, template) = (handout.logo, handout.template);
            let files = Files { data: json.to_string(), spend, improvement, further, logo, template };
            let world = Arc::new(World::new(files, &typefaces)?);
            Ok(Self { laid_out: world.lay_out()?, world, issued: handout.sheet.issued })
        };
        let roomy = lay_out(false)?;
        if roomy.page_count() != handout.audience.usual_pages() + 1 {
            return Ok(roomy);
        }
        // A few lines on a page of their own are set closer, if they then fit.
        let dense = lay_out(true)?;
        Ok(if dense.page_count() < roomy.page_count() { dense } else { roomy })
    }

    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.laid_out.pages().len()
    }

    /// The page of this number, from 0, at this many pixels to a point (a 72nd of an inch); none if there is no such page.
    pub fn page(&self, number: usize, pixels_per_point: f64) -> Option<Page> {
        let page = self.laid_out.pages().get(number)?;
        let longest = page.frame.width().to_pt().max(page.frame.height().to_pt());
        let scale = if pixels_per_point > 0.0 { pixels_per_point.min(WIDEST / longest) } else { 1.0 };
        let options = RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() };
        let picture = typst_render::render(page, &options);
        Some(Page { width: picture.width(), height: picture.height(), rgba: picture.take_demultiplied() })
    }

    /// The bytes of a PDF/UA-1 file, dated with the day of issue. The same sheet gives the same bytes.
    ///
    /// # Errors
    /// If the sheet cannot be written, above all because a clinic's own layout leaves out what PDF/UA-1 asks for.
    pub fn pdf(&self) -> Result<Vec<u8>, SheetError> {
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
        let options = PdfOptions {
            ident: Smart::Custom("collagen-ledger consultation sheet".to_owned()),
            creator: Smart::Custom(Some("Collagen Ledger".to_owned())),
            timestamp: timestamp(self.issued),
            standards: standards.map_err(|error| SheetError::Export(error.message().to_string()))?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.laid_out, &options).map_err(|errors| self.world.export_error(&errors))
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} pages)", self.page_count())
    }
}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Page({} × {})", self.width, self.height)
    }
}

fn timestamp(issued: Date) -> Option<Timestamp> {
    let (month, day) = (u8::try_from(issued.month()).ok()?, u8::try_from(issued.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(issued.year()), month, day, 0, 0, 0).map(Timestamp::new_utc)
}

//! One door to everything that goes into a file of its own or onto the clipboard, for the window and the command line
//! alike. Pure: the time comes in with what is asked for, and the bytes go out.

use super::calendar::{self, Calendar, CalendarError, Contents};
use super::chart::{self, ChartStyle, PngError};
use super::{PlanResults, Typefaces, json, tables};
use crate::catalog::Projection;
use crate::document::Mark;
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::record::Record;
use crate::scene::{Baseline, Chart};
use crate::spreadsheet::WorkbookError;
use crate::units::Day;
use crate::wording;
use jiff::Zoned;

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// The result and the spend of each option, a row a day.
    EstimateCsv,
    /// Everything derived.
    EstimateJson,
    /// What is paid, a row an entry.
    LedgerCsv,
    /// What is paid, with its sums.
    LedgerJson,
    /// The options side by side.
    ComparisonCsv,
    /// The options side by side, with how each measure comes about.
    ComparisonJson,
    /// The options side by side, as a workbook.
    ComparisonXlsx,
    /// What is paid, as a workbook.
    LedgerXlsx,
    /// What the charts show, as a workbook.
    ChartXlsx,
    /// A chart as a drawing.
    Svg(Chart),
    /// A chart as pixels.
    Png(Chart),
    /// The sessions of one option with their aftercare.
    Calendar,
    /// The options side by side, to paste.
    ComparisonTsv,
    /// What is paid, to paste.
    LedgerTsv,
    /// What the charts show, to paste.
    ChartTsv,
}

/// What an export is made from.
#[derive(Clone, Copy, Debug)]
pub struct ExportInput<'a> {
    /// The plan, worked out.
    pub plan: PlanResults<'a>,
    /// The option that a calendar is of; nothing else needs one. None means the only option there is.
    pub option: Option<Mark>,
    /// What was issued of the plan, which a calendar goes on from.
    pub record: &'a Record,
    /// What a calendar holds besides sessions.
    pub contents: Contents,
    /// When it is made, in the time zone of whoever makes it.
    pub made: &'a Zoned,
    /// Where a picture looks for letters that the built-in typefaces lack.
    pub typefaces: &'a dyn Typefaces,
}

/// Why there is nothing to export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The concern gets no projection.
    #[error("{}", tr!(
        "There is no improvement chart, because no result is projected for this concern. {reason}",
        reason = .0
    ))]
    NoProjection(String),
    /// A calendar of which option?
    #[error("{}", tr!("A calendar holds the sessions of one option; choose one of {letters}", letters = .0))]
    WhichOption(String),
    /// No calendar.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A chart that could not be drawn.
    #[error(transparent)]
    Png(#[from] PngError),
    /// A table that could not be written.
    #[error("{}", tr!("The table could not be written: {reason}", reason = .0))]
    Table(#[from] ::csv::Error),
    /// A workbook that could not be written.
    #[error("{}", tr!("The workbook could not be written: {reason}", reason = .0))]
    Workbook(#[from] WorkbookError),
    /// A document that could not be written.
    #[error("{}", tr!("The document could not be written: {reason}", reason = .0))]
    Document(#[from] serde_json::Error),
}

impl ExportError {
    /// Whether what was asked for or typed is at fault, rather than the program.
    pub fn is_bad_input(&self) -> bool {
        match self {
            Self::NoProjection(_) | Self::WhichOption(_) | Self::Calendar(_) => true,
            Self::Png(error) => matches!(error, PngError::MissingCharacters(_)),
            Self::Table(_) | Self::Workbook(_) | Self::Document(_) => false,
        }
    }
}

/// What is said of a kind of export.
struct About {
    id: &'static str,
    name: &'static str,
    stem: &'static str,
    extension: &'static str,
}

impl Export {
    /// All, in the order of a menu: what makes a file, then what is made to paste.
    pub const ALL: [Self; 17] = [
        Self::EstimateCsv,
        Self::EstimateJson,
        Self::LedgerCsv,
        Self::LedgerJson,
        Self::ComparisonCsv,
        Self::ComparisonJson,
        Self::ComparisonXlsx,
        Self::LedgerXlsx,
        Self::ChartXlsx,
        Self::Svg(Chart::Spend),
        Self::Png(Chart::Spend),
        Self::Svg(Chart::Improvement),
        Self::Png(Chart::Improvement),
        Self::Calendar,
        Self::ComparisonTsv,
        Self::LedgerTsv,
        Self::ChartTsv,
    ];

    /// Those made to be pasted: their bytes are UTF-8 text.
    pub const CLIPBOARD: [Self; 3] = [Self::ComparisonTsv, Self::LedgerTsv, Self::ChartTsv];

    fn about(self) -> About {
        let [id, name, stem, extension] = match self {
            Self::EstimateCsv => ["estimate-csv", tr!("Estimate day by day as CSV"), "estimate", "csv"],
            Self::EstimateJson => ["estimate-json", tr!("Estimate as JSON"), "estimate", "json"],
            Self::LedgerCsv => ["ledger-csv", tr!("Ledger as CSV"), "ledger", "csv"],
            Self::LedgerJson => ["ledger-json", tr!("Ledger as JSON"), "ledger", "json"],
            Self::ComparisonCsv => ["comparison-csv", tr!("Comparison as CSV"), "comparison", "csv"],
            Self::ComparisonJson => ["comparison-json", tr!("Comparison as JSON"), "comparison", "json"],
            Self::ComparisonXlsx => ["comparison-xlsx", tr!("Comparison as a workbook"), "comparison", "xlsx"],
            Self::LedgerXlsx => ["ledger-xlsx", tr!("Ledger as a workbook"), "ledger", "xlsx"],
            Self::ChartXlsx => ["chart-xlsx", tr!("Chart data as a workbook"), "chart-data", "xlsx"],
            Self::Svg(Chart::Spend) => ["spend-svg", tr!("Spend chart as SVG"), "spend-chart", "svg"],
            Self::Png(Chart::Spend) => ["spend-png", tr!("Spend chart as PNG"), "spend-chart", "png"],
            Self::Svg(Chart::Improvement) => {
                ["improvement-svg", tr!("Improvement chart as SVG"), "improvement-chart", "svg"]
            }
            Self::Png(Chart::Improvement) => {
                ["improvement-png", tr!("Improvement chart as PNG"), "improvement-chart", "png"]
            }
            Self::Calendar => ["calendar", tr!("Sessions of one option as a calendar"), "sessions", "ics"],
            Self::ComparisonTsv => ["comparison-tsv", tr!("Comparison as a table to paste"), "comparison", "tsv"],
            Self::LedgerTsv => ["ledger-tsv", tr!("Ledger as a table to paste"), "ledger", "tsv"],
            Self::ChartTsv => ["chart-tsv", tr!("Chart data as a table to paste"), "chart-data", "tsv"],
        };
        About { id, name, stem, extension }
    }

    /// Its name on the command line, such as `ledger-csv`.
    pub fn id(self) -> &'static str {
        self.about().id
    }

    /// As shown, such as `Ledger as CSV`.
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// What its file name ends in, without the point.
    pub fn extension(self) -> &'static str {
        self.about().extension
    }

    /// Whether a plan has it: a concern that gets no projection has no improvement chart.
    pub fn applies(self, plan: &PlanResults<'_>) -> bool {
        match self {
            Self::Svg(chart) | Self::Png(chart) => chart.of(plan.estimate, Baseline::Today).is_some(),
            _ => true,
        }
    }

    /// A file name: what it is, the plan's reference as far as a file name can hold it, and the day it is made. A
    /// calendar names its option, and leaves the reference out where its contents do.
    pub fn file_name(self, subject: &ExportInput<'_>) -> String {
        let About { stem, extension, .. } = self.about();
        let is_calendar = self == Self::Calendar;
        let mark = subject.option.filter(|_| is_calendar).map(|mark| mark.letter().to_string());
        let safe = |c: char| if c.is_alphanumeric() || c == '-' { c } else { '-' };
        let reference: String = subject.plan.plan.reference.trim().chars().take(40).map(safe).collect();
        let shown = !reference.is_empty() && (!is_calendar || subject.contents.reference);
        let day = subject.made.date().to_string();
        let parts = [Some(stem.to_owned()), mark, shown.then_some(reference), Some(day)];
        format!("{}.{extension}", parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
    }

    /// The bytes of the file, or the text for the clipboard. The same subject always gives the same bytes.
    ///
    /// # Errors
    /// If the plan has no such thing, or a PNG would need letters that no typeface has.
    pub fn bytes(self, subject: &ExportInput<'_>) -> Result<Vec<u8>, ExportError> {
        let plan = &subject.plan;
        Ok(match self {
            Self::EstimateCsv => tables::curves(plan, &days(plan.estimate)).csv()?,
            Self::EstimateJson => json::estimate(plan, None)?.into_bytes(),
            Self::LedgerCsv => tables::ledger(plan).csv()?,
            Self::LedgerJson => json::ledger(plan)?.into_bytes(),
            Self::ComparisonCsv => tables::comparison(plan).csv()?,
            Self::ComparisonJson => json::comparison(plan)?.into_bytes(),
            Self::ComparisonXlsx => {
                tables::comparison_to_paste(plan).workbook(tr!(in "name of a sheet", "Comparison"))?
            }
            Self::LedgerXlsx => tables::ledger_to_paste(plan).workbook(tr!(in "name of a sheet", "Ledger"))?,
            Self::ChartXlsx => {
                tables::charts_to_paste(plan, &days(plan.estimate)).workbook(tr!(in "name of a sheet", "Charts"))?
            }
            Self::Svg(chart) => drawn(chart, plan)?.into_bytes(),
            Self::Png(chart) => chart::png(&drawn(chart, plan)?, subject.typefaces)?,
            Self::Calendar => calendar(subject)?.into_bytes(),
            Self::ComparisonTsv => tables::comparison_to_paste(plan).tsv()?,
            Self::LedgerTsv => tables::ledger_to_paste(plan).tsv()?,
            Self::ChartTsv => tables::charts_to_paste(plan, &days(plan.estimate)).tsv()?,
        })
    }
}

/// Every day on which any option's curve is drawn, so that all options are known on the same days.
fn days(estimate: &Estimate) -> Vec<Day> {
    let mut days: Vec<Day> = estimate.options.iter().flat_map(|option| option.days.iter().copied()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn drawn(chart: Chart, plan: &PlanResults<'_>) -> Result<String, ExportError> {
    let concern =
        (!plan.further.is_empty()).then(|| wording::concern_name(plan.catalog, &plan.plan.concern).to_owned());
    let drawn = chart::svg(chart, plan.estimate, &ChartStyle { concern, ..ChartStyle::standalone() });
    drawn.ok_or_else(|| ExportError::NoProjection(no_projection(plan)))
}

/// Why no result is projected, as the catalogue says it.
fn no_projection(plan: &PlanResults<'_>) -> String {
    let concern = plan.catalog.concern(&plan.plan.concern);
    concern.map_or_else(String::new, |concern| match &concern.projection {
        Projection::CostOnly { reason, .. } => wording::text(reason).to_owned(),
        Projection::Modelled(_) => String::new(),
    })
}

fn calendar(subject: &ExportInput<'_>) -> Result<String, ExportError> {
    let ExportInput { plan, record, contents, made, .. } = *subject;
    let options = &plan.plan.options;
    let only = || (options.len() == 1).then(|| options[0].mark);
    let option = subject.option.or_else(only).ok_or_else(|| ExportError::WhichOption(calendar::letters(options)))?;
    Ok(calendar::ics(&Calendar { plan, option, record, contents, made: made.timestamp() })?)
}

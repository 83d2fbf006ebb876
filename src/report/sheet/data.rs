//! The contents of a sheet as the template reads them: every text worded, every number formatted.

use super::{Sheet, care, client, evidence, glance, options, sources, words};
use crate::report::chart::{improvement_alt, spend_alt};
use crate::wording::notices;
use serde::Serialize;

/// A whole sheet.
#[derive(Debug, Serialize)]
pub(super) struct SheetData {
    pub(super) paper: &'static str,
    pub(super) margin: f64,
    pub(super) title: &'static str,
    pub(super) subtitle: String,
    /// What the sheet is about, as names and values.
    pub(super) facts: Vec<Fact>,
    /// What is worth knowing of the whole plan.
    pub(super) remarks: Vec<String>,
    pub(super) footer: Footer,
    pub(super) glance: Glance,
    pub(super) charts: Charts,
    pub(super) options_title: &'static str,
    pub(super) options_note: String,
    pub(super) options: Vec<OptionBlock>,
    pub(super) treatments: Treatments,
    pub(super) aftercare: Aftercare,
    pub(super) evidence: Paragraphs,
    pub(super) sources: Sources,
    pub(super) notices: Paragraphs,
    pub(super) matters: Matters,
    pub(super) receipt: Receipt,
}

/// A name and its value.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) value: String,
}

/// What stands at the foot of each page.
#[derive(Debug, Serialize)]
pub(super) struct Footer {
    pub(super) versions: String,
    pub(super) reference: String,
    /// `Page`, before the page's number.
    pub(super) page: &'static str,
    /// `of`, before the number of pages.
    pub(super) of: &'static str,
}

/// The options side by side.
#[derive(Debug, Serialize)]
pub(super) struct Glance {
    pub(super) title: &'static str,
    pub(super) note: String,
    /// The name of the first column.
    pub(super) corner: &'static str,
    pub(super) options: Vec<String>,
    pub(super) rows: Vec<GlanceRow>,
}

/// A measure of all options.
#[derive(Debug, Serialize)]
pub(super) struct GlanceRow {
    pub(super) label: String,
    /// Whether the row is a total.
    pub(super) strong: bool,
    /// Whether a range may stand beside its value rather than below it.
    pub(super) inline: bool,
    pub(super) cells: Vec<GlanceCell>,
}

/// A value and, below it, its range.
#[derive(Debug, Serialize)]
pub(super) struct GlanceCell {
    pub(super) main: String,
    pub(super) range: Option<String>,
}

/// The charts, which come as files of their own.
#[derive(Debug, Serialize)]
pub(super) struct Charts {
    pub(super) title: &'static str,
    pub(super) spend_alt: String,
    /// None for a concern that gets no projection.
    pub(super) improvement_alt: Option<String>,
    pub(super) note: String,
}

/// One option in full.
#[derive(Debug, Serialize)]
pub(super) struct OptionBlock {
    pub(super) title: String,
    /// What is done, a line for each treatment.
    pub(super) lines: Vec<String>,
    pub(super) money: MoneyTable,
    /// The same money by phase and by year of the plan.
    pub(super) sums: Option<String>,
    /// What speaks for it, what against it, and what else is worth knowing, each with its name.
    pub(super) verdict: Vec<[String; 2]>,
}

/// The itemised money of an option.
#[derive(Debug, Serialize)]
pub(super) struct MoneyTable {
    /// The columns behind the first, which has each group's own title.
    pub(super) columns: Vec<Column>,
    pub(super) groups: Vec<MoneyGroup>,
    /// The sum of all groups, a cell for each column.
    pub(super) total: Vec<String>,
}

/// A column of the money table.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Column {
    pub(super) title: &'static str,
    /// Whether it holds numbers, which are set to the right.
    pub(super) number: bool,
}

/// Rows with a heading and their sum: a table of its own.
#[derive(Debug, Serialize)]
pub(super) struct MoneyGroup {
    pub(super) title: String,
    pub(super) rows: Vec<Vec<String>>,
    /// The sum of the rows, a cell for each column.
    pub(super) total: Vec<String>,
}

/// What each treatment is like.
#[derive(Debug, Serialize)]
pub(super) struct Treatments {
    pub(super) title: &'static str,
    pub(super) columns: [&'static str; 3],
    pub(super) rows: Vec<[String; 3]>,
}

/// What to do after a session.
#[derive(Debug, Serialize)]
pub(super) struct Aftercare {
    pub(super) title: &'static str,
    /// When, and what to do and to avoid.
    pub(super) days: Vec<[String; 2]>,
}

/// Paragraphs under a heading.
#[derive(Debug, Serialize)]
pub(super) struct Paragraphs {
    pub(super) title: &'static str,
    pub(super) items: Vec<String>,
}

/// Who says so.
#[derive(Debug, Serialize)]
pub(super) struct Sources {
    pub(super) title: &'static str,
    pub(super) note: String,
    pub(super) groups: Vec<SourceGroup>,
}

/// Sources of one kind.
#[derive(Debug, Serialize)]
pub(super) struct SourceGroup {
    pub(super) title: &'static str,
    pub(super) items: Vec<String>,
}

/// Space for the client's own words.
#[derive(Debug, Serialize)]
pub(super) struct Matters {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    /// How many ruled lines follow.
    pub(super) lines: u32,
}

/// Lines to sign on.
#[derive(Debug, Serialize)]
pub(super) struct Receipt {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    pub(super) fields: [&'static str; 4],
}

impl SheetData {
    /// Words and formats everything.
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let estimate = sheet.plan.estimate;
        let projected = estimate.do_nothing().projection.is_some();
        Self {
            paper: sheet.paper.id(),
            margin: super::MARGIN,
            title: words::TITLE,
            subtitle: client::subtitle(sheet),
            facts: client::facts(sheet),
            remarks: evidence::remarks(sheet),
            footer: client::footer(sheet),
            glance: glance::of(sheet),
            charts: Charts {
                title: if projected { words::CHARTS } else { words::COST_CHART },
                spend_alt: spend_alt(estimate),
                improvement_alt: projected.then(|| improvement_alt(estimate)),
                note: evidence::chart_note(sheet),
            },
            options_title: words::OPTIONS,
            options_note: words::OPTIONS_NOTE.to_owned(),
            options: options::all(sheet),
            treatments: care::treatments(sheet),
            aftercare: care::aftercare(sheet),
            evidence: evidence::of(sheet),
            sources: sources::of(sheet),
            notices: notices_of(projected),
            matters: Matters { title: words::MATTERS, text: words::MATTERS_TEXT, lines: 3 },
            receipt: Receipt { title: words::RECEIPT, text: words::RECEIPT_TEXT, fields: words::RECEIPT_FIELDS },
        }
    }
}

/// All notices; those on results only where one is projected. What improvement means stands under the first table.
fn notices_of(projected: bool) -> Paragraphs {
    let always =
        [notices::ESTIMATE, notices::ADVICE, notices::INTEREST, words::TIME_TO_THINK, notices::BASIS, words::UPDATES];
    let results = projected.then_some(notices::RESULTS);
    let items = always.into_iter().chain(results).map(str::to_owned).collect();
    Paragraphs { title: words::NOTICES, items }
}

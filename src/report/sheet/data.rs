//! The contents of a sheet as the template reads them: every text worded, every number formatted.

use super::{
    Audience, Handout, Sheet, care, client, credit, evidence, file_page, glance, letterhead, options, sources, sums,
    terms, words,
};
use crate::locale::{self, Language, tr};
use crate::report::chart::{improvement_alt, spend_alt};
use crate::wording::{self, notices};
use serde::Serialize;

/// A whole sheet. A block that this audience does not get is none.
#[derive(Debug, Serialize)]
pub(super) struct SheetData {
    /// The language of the texts, as a code of two or three letters.
    pub(super) language: String,
    /// The country whose habits they follow; none if the language is another country's.
    pub(super) region: Option<String>,
    pub(super) paper: &'static str,
    pub(super) margin: f64,
    pub(super) gutter: f64,
    pub(super) audience: &'static str,
    pub(super) title: &'static str,
    pub(super) subtitle: String,
    pub(super) letterhead: Option<Letterhead>,
    pub(super) running: Running,
    /// The clinic's note at the top, empty if there is none.
    pub(super) opening: String,
    /// What the sheet is about, as names and values.
    pub(super) facts: Vec<Fact>,
    pub(super) decision: String,
    /// What is worth knowing of the whole plan.
    pub(super) remarks: Vec<String>,
    pub(super) footer: Footer,
    pub(super) glance: Glance,
    pub(super) charts: Option<Charts>,
    pub(super) evidence: Option<Paragraphs>,
    pub(super) options: Option<Options>,
    /// What each option does, where the options do not stand in full.
    pub(super) plans: Option<Plans>,
    pub(super) sums: Sums,
    /// Paying by instalments; none without a credit.
    pub(super) credit: Option<CreditTable>,
    pub(super) terms: Terms,
    pub(super) treatments: Option<Treatments>,
    pub(super) aftercare: Option<Aftercare>,
    pub(super) sources: Option<Sources>,
    pub(super) notices: Paragraphs,
    pub(super) matters: Option<Matters>,
    pub(super) receipt: Option<Receipt>,
    pub(super) file_page: Option<FilePage>,
}

/// The clinic at the head of the first page.
#[derive(Debug, Serialize)]
pub(super) struct Letterhead {
    pub(super) name: String,
    /// The practitioner, and below the registration and tax id.
    pub(super) staff: Vec<String>,
    pub(super) address: Vec<String>,
    /// Telephone, e-mail and web.
    pub(super) contact: Vec<String>,
    /// The file of the logo, if there is one.
    pub(super) logo: Option<&'static str>,
    /// What the logo is, in words.
    pub(super) logo_alt: String,
}

/// The head of every page but the first.
#[derive(Debug, Serialize)]
pub(super) struct Running {
    pub(super) left: String,
    pub(super) right: String,
}

/// A name and its value.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub(super) name: &'static str,
    /// Empty where a line is to be left to write on.
    pub(super) value: String,
    /// Whether it is long and takes the whole width.
    pub(super) wide: bool,
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

/// The options in full.
#[derive(Debug, Serialize)]
pub(super) struct Options {
    pub(super) title: &'static str,
    pub(super) note: String,
    /// The name of the first column of the tables.
    pub(super) corner: &'static str,
    /// The word for a table that goes on on another page.
    pub(super) continued: &'static str,
    pub(super) items: Vec<OptionBlock>,
}

/// What each option does.
#[derive(Debug, Serialize)]
pub(super) struct Plans {
    pub(super) title: &'static str,
    /// An option's title and its treatments.
    pub(super) items: Vec<[String; 2]>,
}

/// The money of all options by phase and by year.
#[derive(Debug, Serialize)]
pub(super) struct Sums {
    pub(super) title: &'static str,
    pub(super) note: &'static str,
    /// The name of the first column.
    pub(super) corner: &'static str,
    pub(super) options: Vec<String>,
    /// By phase, and by calendar year.
    pub(super) groups: Vec<Vec<SumRow>>,
    /// The sum of the rows of each group.
    pub(super) total: SumRow,
}

/// A sum of each option.
#[derive(Debug, Serialize)]
pub(super) struct SumRow {
    pub(super) label: String,
    /// The typical amount, and its range where there is one.
    pub(super) cells: Vec<(String, Option<String>)>,
}

/// Paying by instalments, a row for each option.
#[derive(Debug, Serialize)]
pub(super) struct CreditTable {
    pub(super) title: &'static str,
    /// The terms, and what is paid for.
    pub(super) note: String,
    pub(super) columns: Vec<&'static str>,
    /// A cell for each column.
    pub(super) rows: Vec<Vec<String>>,
    /// How the figures belong together, and that it is no offer.
    pub(super) notices: [&'static str; 2],
}

/// What the prices include, and the terms.
#[derive(Debug, Serialize)]
pub(super) struct Terms {
    pub(super) title: &'static str,
    pub(super) rows: Vec<[String; 2]>,
}

/// The page for the clinic's own file.
#[derive(Debug, Serialize)]
pub(super) struct FilePage {
    pub(super) title: &'static str,
    pub(super) note: &'static str,
    pub(super) columns: [&'static str; 7],
    pub(super) rows: Vec<[String; 7]>,
    pub(super) remarks_title: &'static str,
    pub(super) remarks: Vec<String>,
}

/// One option in full.
#[derive(Debug, Serialize)]
pub(super) struct OptionBlock {
    pub(super) title: String,
    /// Its letter, empty for doing nothing.
    pub(super) letter: String,
    /// What is done, a line for each treatment.
    pub(super) lines: Vec<String>,
    /// None where nothing is paid.
    pub(super) money: Option<MoneyTable>,
    /// What speaks for it, what against it, and what else is worth knowing, each with its name.
    pub(super) verdict: Vec<[String; 2]>,
}

/// The itemised money of an option.
#[derive(Debug, Serialize)]
pub(super) struct MoneyTable {
    /// The columns behind the first.
    pub(super) columns: Vec<Column>,
    pub(super) groups: Vec<MoneyGroup>,
    /// The sum of all groups, a cell for each column.
    pub(super) total: Vec<String>,
}

/// A column of the money table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Column {
    pub(super) title: String,
    /// Whether it holds numbers, which are set to the right.
    pub(super) number: bool,
}

/// Rows and their sum.
#[derive(Debug, Serialize)]
pub(super) struct MoneyGroup {
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
    pub(super) title: String,
    pub(super) items: Vec<String>,
}

/// Space for the client's own words.
#[derive(Debug, Serialize)]
pub(super) struct Matters {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    /// How many ruled lines follow.
    pub(super) lines: u32,
    /// When the sheet was given, and from when on to decide; the second value is empty where it is to be written.
    pub(super) think: [[String; 2]; 2],
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
    pub(super) fn of(handout: &Handout<'_>) -> Self {
        let sheet = &handout.sheet;
        let projected = sheet.plan.estimate.do_nothing().projection.is_some();
        // Everything but the money, which a sheet on money alone leaves out.
        let rest = handout.audience != Audience::Money;
        let (language, region) = spoken();
        Self {
            language,
            region,
            paper: sheet.paper.id(),
            margin: super::MARGIN,
            gutter: super::GUTTER,
            audience: handout.audience.id(),
            title: words::title(),
            subtitle: client::subtitle(sheet),
            letterhead: letterhead::of(handout),
            running: letterhead::running(handout),
            opening: handout.clinic.map(|clinic| clinic.opening.trim().to_owned()).unwrap_or_default(),
            facts: client::facts(handout),
            decision: client::decision(sheet),
            remarks: evidence::remarks(sheet),
            footer: client::footer(handout),
            glance: glance::of(sheet, handout.audience),
            charts: rest.then(|| charts(sheet, projected)),
            evidence: rest.then(|| evidence::of(sheet)),
            options: rest.then(|| options::of(sheet)),
            plans: (!rest).then(|| options::plans(sheet)),
            sums: sums::of(handout),
            credit: credit::of(sheet),
            terms: terms::of(handout),
            treatments: rest.then(|| care::treatments(sheet)),
            aftercare: rest.then(|| care::aftercare(sheet)),
            sources: rest.then(|| sources::of(sheet)),
            notices: notices_of(handout, projected),
            matters: rest.then(|| matters(handout)),
            receipt: rest.then(receipt),
            file_page: (handout.audience == Audience::Full).then(|| file_page::of(sheet)),
        }
    }
}

fn receipt() -> Receipt {
    Receipt {
        title: tr!("Receipt of this sheet"),
        text: tr!(
            "A signature says that this sheet was received and nothing more. It is no consent to a treatment, no order \
             and no promise to pay."
        ),
        fields: [tr!("Client"), tr!("Date"), tr!("For the clinic"), tr!("Date")],
    }
}

fn charts(sheet: &Sheet<'_>, projected: bool) -> Charts {
    let estimate = sheet.plan.estimate;
    Charts {
        title: if projected { tr!("Cost and result over the years") } else { tr!("Cost over the years") },
        spend_alt: spend_alt(estimate),
        improvement_alt: projected.then(|| improvement_alt(estimate)),
        note: evidence::chart_note(sheet),
    }
}

fn matters(handout: &Handout<'_>) -> Matters {
    let decide = handout.issue.decide_from.map(wording::date).unwrap_or_default();
    let given = wording::date(handout.sheet.issued);
    Matters {
        title: tr!("What matters to me"),
        text: tr!("What I hope for, what worries me, what I can spend, what I want to ask:"),
        lines: 3,
        think: [[tr!("Sheet given on").to_owned(), given], [tr!("Decide no earlier than").to_owned(), decide]],
    }
}

/// All notices; those on results only where one is projected and printed. What improvement means stands under the first
/// table.
fn notices_of(handout: &Handout<'_>, projected: bool) -> Paragraphs {
    let renewal = match client::superseded(handout) {
        Some(by) => tr!("This sheet no longer holds: its place was taken by {by}.", by),
        None => tr!(
            "This sheet holds until {date}. Ask for a new one after that day, and whenever the plan or a price changes.",
            date = wording::date(handout.valid_until()),
        ),
    };
    let ask = ask(handout);
    let money = handout.audience == Audience::Money;
    let always = [notices::estimate(), &renewal, notices::advice(), notices::interest(), time_to_think(), basis(money)];
    let of_country = locale::current().pack.notices.iter().map(|notice| locale::text(notice));
    let items = always
        .into_iter()
        .chain((projected && !money).then(notices::results))
        .chain((!money).then(updates))
        .chain(of_country)
        .chain([ask.as_str()])
        .map(str::to_owned)
        .collect();
    Paragraphs { title: tr!("Please note"), items }
}

/// Time to decide.
fn time_to_think() -> &'static str {
    tr!("Take your time: nothing needs to be decided on the day. Take this sheet home, and talk it over.")
}

/// How weak the figures may be; a sheet on money alone has no sources.
fn basis(money: bool) -> &'static str {
    if money {
        tr!(
            "Prices marked placeholder are weak. The whole sheet names the sources of every price and result; ask for it."
        )
    } else {
        notices::basis()
    }
}

/// How the sheet is kept up to date.
fn updates() -> &'static str {
    tr!(
        "The foot of each page says when the evidence was last reviewed and which version of the catalogue the figures \
         come from. A sheet made with a later version may show other figures."
    )
}

/// Whom to ask.
fn ask(handout: &Handout<'_>) -> String {
    match handout.clinic.map_or("", |clinic| clinic.contact.trim()) {
        "" => tr!("Questions? Ask the person who handed you this sheet.").to_owned(),
        contact => tr!("Questions? Ask {contact}.", contact),
    }
}

/// The language of this thread, and the country if that speaks it. Plain English is British.
fn spoken() -> (String, Option<String>) {
    let locale = locale::current();
    let code = locale.language.code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let tags = locale.pack.tags.iter().filter_map(|tag| tag.split_once('-'));
    let region = tags.filter(|(spoken, _)| *spoken == code).map(|(_, region)| region.to_owned()).next();
    let british = (locale.language == Language::english()).then(|| "GB".to_owned());
    // Who has named a language in another way has it marked as undetermined.
    let known = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    if known { (code, region.or(british)) } else { ("und".to_owned(), None) }
}

//! The sheet's own headings and standing sentences.

use crate::locale::{self, Language, tr};

/// What the sheet is called.
pub(super) fn title() -> &'static str {
    tr!("Budget summary for your consultation")
}

/// The options side by side.
pub(super) const GLANCE: &str = "At a glance";

/// The last row of that table.
pub(super) const LEFT_NOTE: &str = "Last row: the same the other way round, today being 100 parts in every option.";

/// The charts.
pub(super) const CHARTS: &str = "Cost and result over the years";

/// The chart of spend alone.
pub(super) const COST_CHART: &str = "Cost over the years";

/// How to read the second chart.
pub(super) const CHART: &str = "Against today counts what ageing takes meanwhile. Fine dashes on a shaded ground lie beyond \
    the evidence.";

/// Why the second chart is missing.
pub(super) const NO_CHART: &str = "There is no chart of the result, because none is projected for this concern; why \
    stands under the next heading.";

/// The options in full.
pub(super) const OPTIONS: &str = "The options in full";

/// How to read an option's table.
pub(super) const OPTIONS_NOTE: &str = "Each row is quantity × unit price − discount + tax at typical prices; low and high \
    are its least and its most. Only what is listed is included.";

/// The first twelve months.
pub(super) const NEXT: &str = "Next 12 months: estimate";

/// Everything after them.
pub(super) const LATER: &str = "Later years: illustration";

/// An option without treatments.
pub(super) const NO_TREATMENT: &str = "No treatment: skin is left as it is, and there is nothing to pay";

/// Follows the head of a table that goes on on another page.
pub(super) const CONTINUED: &str = "continued";

/// What each option does, in short.
pub(super) const PLANS: &str = "What each option is";

/// The money by phase and year.
pub(super) const SUMS: &str = "By phase and by calendar year";

/// How to read it.
pub(super) const SUMS_NOTE: &str = "The phases add up to the total, and so do the years. Doing nothing costs nothing.";

/// How to read it where the years have no ranges.
pub(super) const SUMS_NOTE_TYPICAL: &str =
    "The phases add up to the total, and so do the years, given at typical prices.";

/// What the prices include.
pub(super) const TERMS: &str = "What is included, and what may come on top";

/// What is included, unless the clinic says otherwise.
pub(super) const INCLUDED: &str =
    "The sessions, extras and fees that this sheet names for each option, and nothing else.";

/// What is not, unless the clinic says otherwise.
pub(super) const NOT_INCLUDED: &str = "Whatever it does not name, such as medicines, skin care to use at home, travel, and \
    the treatment of a complication; ask what the clinic charges for these.";

/// Where the clinic has said nothing of terms.
pub(super) const NO_TERMS: &str = "This sheet names no terms; ask for them before you book.";

/// Where the clinic has said nothing of terms, but a deposit is asked for.
pub(super) const NO_DEPOSIT_TERMS: &str = "Ask whether it is given back if you cancel.";

/// Paying by instalments.
pub(super) const CREDIT: &str = "Paying by instalments: an example";

/// The column of the deposit, left out where there is none.
pub(super) const CREDIT_DEPOSIT: &str = "Deposit";

/// Its columns.
pub(super) const CREDIT_COLUMNS: [&str; 8] = [
    "Typical prices",
    "Cash price",
    CREDIT_DEPOSIT,
    "Amount of credit",
    "Monthly instalments",
    "Total repayable",
    "Cost of credit",
    "Effective annual rate",
];

/// What a remark says to the clinic at its end.
pub(super) const SET_YOUR_OWN: &str = "; set the clinic's own";

/// What the sheet says to the client in its place.
pub(super) const ASK_FOR_OWN: &str = "; ask for the clinic's own";

/// The page for the clinic.
pub(super) const FILE_PAGE: &str = "For the clinic's file";

/// What it is.
pub(super) const FILE_PAGE_NOTE: &str = "Not for the client. Where each price of the plan comes from, before discount, \
    tax and growth; the ids are those of the catalogue's evidence.";

/// What is still to be looked at.
pub(super) const FILE_REMARKS: &str = "To be looked at before the sheet is handed out";

/// What each treatment is like.
pub(super) const TREATMENTS: &str = "What it is like to go through";

/// What to do after a session.
pub(super) const AFTERCARE: &str = "Aftercare after needling, in short (for other treatments, ask the clinic)";

/// Where the evidence ends.
pub(super) const EVIDENCE: &str = "Where the evidence ends";

/// Who says so.
pub(super) const SOURCES: &str = "Sources";

/// The notices.
pub(super) const NOTICES: &str = "Please note";

/// Time to decide.
pub(super) const TIME_TO_THINK: &str = "Take your time: nothing needs to be decided on the day. Take this sheet home, \
    and talk it over.";

/// How the sheet is kept up to date.
pub(super) const UPDATES: &str = "The foot of each page says when the evidence was last reviewed and which version of \
    the catalogue the figures come from. A sheet made with a later version may show other figures.";

/// What stands on a sheet without sources in place of the notice on them.
pub(super) const BASIS_ELSEWHERE: &str = "Prices marked placeholder are weak. The whole sheet names the sources of every \
    price and result; ask for it.";

/// When a new sheet is due.
pub(super) const RENEWAL: &str = "Ask for a new one after that day, and whenever the plan or a price changes.";

/// Whom to ask where the clinic names nobody.
pub(super) const ASK: &str = "Questions? Ask the person who handed you this sheet.";

/// The day the sheet was given.
pub(super) const GIVEN: &str = "Sheet given on";

/// The first day to decide on.
pub(super) const DECIDE_FROM: &str = "Decide no earlier than";

/// The client's own words.
pub(super) const MATTERS: &str = "What matters to me";

/// What to write there.
pub(super) const MATTERS_TEXT: &str = "What I hope for, what worries me, what I can spend, what I want to ask:";

/// Lines to sign on.
pub(super) const RECEIPT: &str = "Receipt of this sheet";

/// What a signature means.
pub(super) const RECEIPT_TEXT: &str = "A signature says that this sheet was received and nothing more. It is no \
    consent to a treatment, no order and no promise to pay.";

/// Where to sign.
pub(super) const RECEIPT_FIELDS: [&str; 4] = ["Client", "Date", "For the clinic", "Date"];

/// What speaks for an option.
pub(super) const POSITIVES: &str = "Speaks for it";

/// What speaks against it.
pub(super) const NEGATIVES: &str = "Speaks against it";

/// What else is worth knowing.
pub(super) const REMARKS: &str = "To note";

/// What speaks for doing nothing.
pub(super) const NOTHING_POSITIVES: [&str; 2] =
    ["No cost, no visits, no downtime and none of the risks of a treatment.", "A treatment can still be chosen later."];

/// What doing nothing is like.
pub(super) const NOTHING_IS_LIKE: [&str; 3] = [
    "Do nothing",
    "No sessions. Skin goes on ageing as it would; ordinary care such as sunscreen is up to you.",
    "None from treatment.",
];

/// Stands for an empty value.
pub(super) const NONE: &str = "–";

/// The text as it goes on after a colon; a word in capitals, such as an abbreviation, stays as it is.
/// Other languages may write a noun there, so only English goes on in small letters.
pub(super) fn continued(text: &str) -> String {
    if locale::current().language != Language::english() {
        return text.to_owned();
    }
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return String::new() };
    if characters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(characters).collect()
}

/// The text with one full stop at its end.
pub(super) fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

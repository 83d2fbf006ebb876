//! The price list as typed.

use super::{Label, PriceList, limits};
use crate::overlay::{Entry, Quantity, Subject, Value};
use crate::units::{Date, Percent, Spread, TaxMode, parse_date};

/// A price list as typed: amounts and days are text, so nothing typed is lost for being wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceListDraft {
    /// The values, in the order typed.
    pub entries: Vec<EntryDraft>,
    /// Codes, groups and names.
    pub labels: Vec<Label>,
}

/// A value as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryDraft {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// Low, typical and high. Low and high may be empty, meaning the same as typical; where there is only one value
    /// ([`Quantity::is_single`]) they are empty.
    pub amounts: Spread<String>,
    /// The first day on which it holds, such as `2027-01-01`; empty means that it always has.
    pub from: String,
}

impl PriceListDraft {
    /// The positions of the entries for exactly this value, whatever their day.
    pub fn positions(&self, subject: &Subject, quantity: &Quantity) -> Vec<usize> {
        let same = |entry: &EntryDraft| entry.subject == *subject && entry.quantity == *quantity;
        (0..self.entries.len()).filter(|at| same(&self.entries[*at])).collect()
    }

    /// The position of the entry for exactly this value that is in force on a day, however wrong its amounts: the one
    /// to be edited. None if there is none, or none with a readable day that has come.
    pub fn in_force(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<usize> {
        let from = |at: &usize| {
            let text = self.entries[*at].from.trim();
            if text.is_empty() { Some(None) } else { parse_date(text).ok().filter(|from| *from <= on).map(Some) }
        };
        let come = self.positions(subject, quantity).into_iter().filter_map(|at| Some((from(&at)?, at)));
        come.max_by_key(|(from, _)| *from).map(|(_, at)| at)
    }

    /// Resets a value: removes every entry for exactly it, so that what lies below is in force again.
    pub fn reset(&mut self, subject: &Subject, quantity: &Quantity) {
        self.entries.retain(|entry| entry.subject != *subject || entry.quantity != *quantity);
    }

    /// Takes a subject out of the list: its values and its label. So an add-on of the clinic's own goes.
    pub fn remove(&mut self, subject: &Subject) {
        self.entries.retain(|entry| entry.subject != *subject);
        self.labels.retain(|label| label.subject != *subject);
    }

    /// The label of a subject, to be written in; made if there is none.
    pub fn label_mut(&mut self, subject: &Subject) -> &mut Label {
        let at = self.labels.iter().position(|label| label.subject == *subject).unwrap_or_else(|| {
            self.labels.push(Label::empty(subject.clone()));
            self.labels.len() - 1
        });
        &mut self.labels[at]
    }

    /// Makes every text and list fit the limits, so that whatever is in the window can be saved and opened again: too
    /// long a text is cut, control characters go, and what is one too many goes.
    pub fn fit(&mut self) {
        self.entries.truncate(limits::ENTRIES);
        for entry in &mut self.entries {
            let Spread { low, typical, high } = &mut entry.amounts;
            [low, typical, high, &mut entry.from].into_iter().for_each(|text| fit(text, limits::AMOUNT));
        }
        self.labels.truncate(limits::LABELS);
        for label in &mut self.labels {
            let texts = [&mut label.name, &mut label.code, &mut label.group];
            texts.into_iter().for_each(|text| fit(text, limits::TEXT));
        }
    }
}

fn fit(text: &mut String, most: usize) {
    text.retain(|c| !c.is_control());
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
    }
}

impl Label {
    /// A label that says nothing yet.
    pub fn empty(subject: Subject) -> Self {
        Self { subject, name: String::new(), code: String::new(), group: String::new() }
    }
}

impl From<&PriceList> for PriceListDraft {
    /// The list as somebody would type it; parsed again it is the same list.
    fn from(list: &PriceList) -> Self {
        Self { entries: list.entries.iter().map(EntryDraft::from).collect(), labels: list.labels.clone() }
    }
}

impl From<&Entry> for EntryDraft {
    fn from(entry: &Entry) -> Self {
        Self {
            subject: entry.subject.clone(),
            quantity: entry.quantity.clone(),
            amounts: entry.value.typed(&entry.quantity),
            from: entry.from.map(|from| from.to_string()).unwrap_or_default(),
        }
    }
}

impl Value {
    /// Low, typical and high in plain digits with a decimal point, as a starting point for typing. Low and high are
    /// empty where there is only one value.
    pub fn typed(self, quantity: &Quantity) -> Spread<String> {
        let one = |text: String| Spread { low: String::new(), typical: text, high: String::new() };
        match (self, quantity) {
            (Self::Money(spread), quantity) => spread.map(|amount| match quantity.currency() {
                Some(currency) => amount.to_plain(currency),
                None => amount.minor().to_string(),
            }),
            (Self::Count(spread), quantity) if quantity.is_single() => one(spread.typical.to_string()),
            (Self::Count(spread), _) => spread.map(|count| count.to_string()),
            (Self::Percent(percent), _) => one(plain(percent)),
            (Self::Tax(mode), _) => one(yes_or_no(mode).to_owned()),
        }
    }
}

fn plain(percent: Percent) -> String {
    percent.to_string().trim_end_matches('%').to_owned()
}

/// Whether prices include tax, as it is typed.
fn yes_or_no(mode: TaxMode) -> &'static str {
    match mode {
        TaxMode::OnTop => "no",
        TaxMode::Included => "yes",
    }
}

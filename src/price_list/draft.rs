//! The price list as typed.

use super::entry::{Label, PriceList};
use super::limits;
use super::template::TemplateDraft;
use crate::overlay::{Entry, Quantity, Subject, Value};
use crate::units::{Date, Spread, parse_date};

/// A price list as typed: amounts and days are text, so nothing typed is lost for being wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceListDraft {
    /// The values, in the order typed.
    pub entries: Vec<EntryDraft>,
    /// Codes, groups and names.
    pub labels: Vec<Label>,
    /// Options of the clinic's own to start from.
    pub templates: Vec<TemplateDraft>,
}

/// A value as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryDraft {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// Low, typical and high. Low and high may be empty, meaning the same as typical; where there is only one value
    /// ([`ValueShape::is_single`](crate::overlay::ValueShape::is_single)) they are empty.
    pub amounts: Spread<String>,
    /// The first day on which it holds, such as `2027-01-01`; empty means that it always has.
    pub from: String,
    /// The clinic's code of this value; empty means that of its treatment or add-on.
    pub code: String,
}

impl PriceListDraft {
    /// The positions of the entries for exactly this value, whatever their day.
    pub fn positions(&self, subject: &Subject, quantity: &Quantity) -> Vec<usize> {
        (0..self.entries.len()).filter(|at| self.entries[*at].is_for(subject, quantity)).collect()
    }

    /// The position of the entry for exactly this value that is in force on a day, however wrong its amounts: the one
    /// to be edited. None if there is none, or none with a readable day that has come.
    pub fn in_force(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<usize> {
        let day = |at: &usize| self.entries[*at].day();
        let come = self.positions(subject, quantity).into_iter().filter(|at| day(at).is_some_and(|day| day <= on));
        come.max_by_key(day)
    }

    /// Resets a value: removes every entry for exactly it, so that what lies below is in force again.
    pub fn reset(&mut self, subject: &Subject, quantity: &Quantity) {
        self.entries.retain(|entry| !entry.is_for(subject, quantity));
    }

    /// Takes a subject out of the list: its values and its label, those of a treatment on parts of the body with it, prices
    /// beside it and waits after it. So an add-on of the clinic's own goes.
    pub fn remove(&mut self, subject: &Subject) {
        let is_other = |other: &Subject| other != subject && *other.whole() != *subject;
        let is_beside = |entry: &EntryDraft| {
            entry.quantity.key.with.as_ref().is_some_and(|with| Subject::Treatment(with.clone()) == *subject)
        };
        self.entries.retain(|entry| is_other(&entry.subject) && !is_beside(entry));
        self.labels.retain(|label| is_other(&label.subject));
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
            [low, typical, high, &mut entry.from].into_iter().for_each(|text| limits::fit(text, limits::AMOUNT));
            limits::fit(&mut entry.code, limits::TEXT);
        }
        self.labels.truncate(limits::LABELS);
        for label in &mut self.labels {
            let texts = [&mut label.name, &mut label.code, &mut label.group];
            texts.into_iter().for_each(|text| limits::fit(text, limits::TEXT));
        }
        self.templates.truncate(limits::TEMPLATES);
        self.templates.iter_mut().for_each(TemplateDraft::fit);
    }
}

impl From<&PriceList> for PriceListDraft {
    /// The list as somebody would type it; parsed again it is the same list.
    fn from(list: &PriceList) -> Self {
        Self {
            entries: list.entries.iter().map(|entry| EntryDraft::of(entry, list.own_code(entry))).collect(),
            labels: list.labels.clone(),
            templates: list.templates.iter().map(TemplateDraft::from).collect(),
        }
    }
}

impl EntryDraft {
    /// A value that is yet to be typed.
    pub fn empty(subject: Subject, quantity: Quantity) -> Self {
        Self { subject, quantity, amounts: Spread::default(), from: String::new(), code: String::new() }
    }

    /// Whether an entry is for exactly this value, whatever its day.
    pub(super) fn is_for(&self, subject: &Subject, quantity: &Quantity) -> bool {
        self.subject == *subject && self.quantity == *quantity
    }

    /// The first day on which it holds, [`Date::MIN`] for always; none if what is typed is no day.
    pub(super) fn day(&self) -> Option<Date> {
        let from = self.from.trim();
        if from.is_empty() { Some(Date::MIN) } else { parse_date(from).ok() }
    }
}

impl EntryDraft {
    /// A value as somebody would type it, with a code of its own, or an empty one.
    pub(super) fn of(entry: &Entry, code: &str) -> Self {
        Self {
            code: code.to_owned(),
            subject: entry.subject.clone(),
            quantity: entry.quantity.clone(),
            amounts: typed(entry.value, &entry.quantity),
            from: entry.from.map(|from| from.to_string()).unwrap_or_default(),
        }
    }
}

/// Low, typical and high in plain digits with a decimal point, as a starting point for typing. Low and high are empty
/// where there is only one value.
pub(super) fn typed(value: Value, quantity: &Quantity) -> Spread<String> {
    let words = match value {
        Value::Money(spread) => spread.map(|amount| match quantity.key.currency {
            Some(currency) => amount.to_plain(currency),
            None => amount.minor().to_string(),
        }),
        Value::Count(spread) => spread.map(|count| count.to_string()),
        Value::Percent(percent) => Spread::of(percent.to_string().trim_end_matches('%')).map(str::to_owned),
        Value::YesNo(is_so) => Spread::of(if is_so { YES } else { NO }).map(str::to_owned),
    };
    if quantity.kind().shape.is_single() { Spread { low: String::new(), high: String::new(), ..words } } else { words }
}

/// How yes is typed.
pub const YES: &str = "yes";
/// How no is typed.
pub const NO: &str = "no";

//! Every change a person can make to a price list.

use super::draft::{EntryDraft, PriceListDraft};
use super::limits;
use super::own::Own;
use super::place::Field;
use super::template::{TemplateDraft, free_name};
use crate::catalog::TreatmentId;
use crate::history::Change;
use crate::overlay::{Quantity, QuantityKind, Subject};
use crate::units::Currency;

/// A change to a price list as typed. An edit whose position does not exist changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListEdit {
    /// A value anew: the entry at a position, or a further one at the end; and the field that was changed.
    Value(Option<usize>, EntryDraft, Field),
    /// A further entry for a value, in force from a later day on.
    Later(EntryDraft),
    /// The entry at a position goes.
    Drop(usize),
    /// Every entry for exactly this value goes, so that what lies below is in force again.
    Reset(Subject, Quantity),
    /// Code, group or name of a subject.
    Label(Subject, Field, String),
    /// A value yet to be typed, unless there is one; the price of a treatment on a part of the body adds that.
    Add(Subject, Quantity),
    /// A treatment or an add-on of the clinic's own with this name, whose price in this currency is yet to be typed.
    AddOwn(Own, String, Currency),
    /// The treatment of the catalogue whose result one of the clinic's own has.
    Like(Subject, Option<TreatmentId>),
    /// A subject goes, with its values and its label.
    Remove(Subject),
    /// A further template, under a further name where its own is taken.
    AddTemplate(TemplateDraft),
    /// What the template at a position is called.
    NameTemplate(usize, String),
    /// The template at a position goes.
    RemoveTemplate(usize),
    /// Another list in place of this one.
    Import(Box<PriceListDraft>),
}

/// What a change is, as undo names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A value is changed.
    Change(QuantityKind),
    /// The first day of a value is changed.
    From,
    /// A later value is added.
    Later(QuantityKind),
    /// One of several values goes.
    Drop,
    /// What lies below a value is in force again.
    Reset(QuantityKind),
    /// Code, group or name.
    Label(Field),
    /// A value that is not usual is added.
    Add(QuantityKind),
    /// A part of the body.
    AddArea,
    /// A treatment or an add-on of the clinic's own.
    AddOwn(Own),
    /// What one of the clinic's own is like.
    Like,
    /// One of the clinic's own goes.
    Remove,
    /// A further template.
    AddTemplate,
    /// What a template is called.
    NameTemplate,
    /// A template goes.
    RemoveTemplate,
    /// Another list.
    Import,
}

impl Change for ListEdit {
    type Draft = PriceListDraft;
    type Label = Step;

    fn label(&self) -> Step {
        match self {
            Self::Value(_, _, Field::EffectiveFrom) => Step::From,
            Self::Value(_, _, Field::Code) => Step::Label(Field::Code),
            Self::Value(_, entry, _) => Step::Change(entry.quantity.what),
            Self::Later(entry) => Step::Later(entry.quantity.what),
            Self::Drop(_) => Step::Drop,
            Self::Reset(_, quantity) => Step::Reset(quantity.what),
            Self::Label(_, field, _) => Step::Label(*field),
            Self::Add(subject, quantity) if subject.area().is_some() && quantity.what == QuantityKind::Price => {
                Step::AddArea
            }
            Self::Add(_, quantity) => Step::Add(quantity.what),
            Self::AddOwn(own, ..) => Step::AddOwn(*own),
            Self::Like(..) => Step::Like,
            Self::Remove(_) => Step::Remove,
            Self::AddTemplate(_) => Step::AddTemplate,
            Self::NameTemplate(..) => Step::NameTemplate,
            Self::RemoveTemplate(_) => Step::RemoveTemplate,
            Self::Import(_) => Step::Import,
        }
    }

    fn continues_with(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Value(at, this, field), Self::Value(to, other, of)) => {
                // The first letter makes the entry, the second one finds it there.
                let is_same = (&this.subject, &this.quantity, field) == (&other.subject, &other.quantity, of);
                is_same && (at == to || at.is_none())
            }
            (Self::NameTemplate(this, _), Self::NameTemplate(other, _)) => this == other,
            (Self::Label(this, field, _), Self::Label(other, of, _)) => (this, field) == (other, of),
            _ => false,
        }
    }

    /// Whatever was typed fits the limits afterwards, so that it can be saved.
    fn apply(self, draft: &mut PriceListDraft, _: u32) {
        match self {
            Self::Value(Some(at), entry, _) => {
                if let Some(known) = draft.entries.get_mut(at) {
                    *known = entry;
                }
            }
            Self::Value(None, entry, _) | Self::Later(entry) => draft.entries.push(entry),
            Self::Drop(at) if at < draft.entries.len() => drop(draft.entries.remove(at)),
            Self::Drop(_) => {}
            Self::Reset(subject, quantity) => draft.reset(&subject, &quantity),
            Self::Label(subject, field, text) => write_label(draft, &subject, field, text),
            Self::Add(subject, quantity) => {
                if draft.positions(&subject, &quantity).is_empty() {
                    draft.entries.push(EntryDraft::empty(subject, quantity));
                }
            }
            Self::AddOwn(own, name, currency) => add_own(draft, own, &name, currency),
            Self::Like(subject, like) => draft.label_mut(&subject).like = like,
            Self::Remove(subject) => draft.remove(&subject),
            Self::AddTemplate(template) => {
                let name = free_name(&draft.templates, &template.name);
                draft.templates.extend(name.map(|name| TemplateDraft { name, ..template }));
            }
            Self::NameTemplate(at, name) => {
                if let Some(template) = draft.templates.get_mut(at) {
                    template.name = name;
                }
            }
            Self::RemoveTemplate(at) => {
                if at < draft.templates.len() {
                    draft.templates.remove(at);
                }
            }
            Self::Import(other) => *draft = *other,
        }
        draft.fit();
    }
}

fn write_label(draft: &mut PriceListDraft, subject: &Subject, field: Field, text: String) {
    if let Some(place) = draft.label_mut(subject).text_mut(field) {
        *place = text;
    }
    // What is the clinic's own exists by its label, however empty; of anything else an empty one says nothing.
    draft.labels.retain(|label| label.subject.is_own() || !label.is_empty());
}

fn add_own(draft: &mut PriceListDraft, own: Own, name: &str, currency: Currency) {
    let is_free = |subject: &Subject| {
        let is_other = |other: &Subject| other != subject;
        let mut taken = draft.entries.iter().map(|entry| &entry.subject);
        taken.all(is_other) && draft.labels.iter().map(|label| &label.subject).all(is_other)
    };
    let names = (1..=limits::LABELS).map(|number| match number {
        1 => name.to_owned(),
        _ => format!("{} {number}", name.chars().take(limits::TEXT - 4).collect::<String>()),
    });
    let Some(subject) = names.map(|name| own.named(&name)).find(is_free) else { return };
    draft.label_mut(&subject).name = name.to_owned();
    draft.entries.push(EntryDraft::empty(subject, Quantity::price(currency)));
}

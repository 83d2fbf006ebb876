//! Every change a person can make to a price list, with its name for undo.

use super::{EntryDraft, Field, Label, PriceListDraft, limits};
use crate::catalog::TreatmentId;
use crate::history::Change;
use crate::locale::mark;
use crate::overlay::{Quantity, Subject};
use crate::units::{Currency, Spread};
use std::borrow::Cow;

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
    /// An add-on of the clinic's own with this name, whose price in this currency is yet to be typed.
    AddOwn(String, Currency),
    /// A package of so many sessions of a treatment, whose price in this currency is yet to be typed.
    AddPackage(TreatmentId, u32, Currency),
    /// A tax of a treatment's own, yet to be typed.
    AddTax(TreatmentId),
    /// A subject goes, with its values and its label.
    Remove(Subject),
    /// Another list in place of this one, with what undo calls it.
    Replace(Box<PriceListDraft>, &'static str),
}

impl Change for ListEdit {
    type Draft = PriceListDraft;

    fn label(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Value(_, _, Field::EffectiveFrom) => mark!("change effective date"),
            Self::Value(_, entry, _) => change(&entry.quantity),
            Self::Later(entry) => add_later(&entry.quantity),
            Self::Drop(_) => mark!("remove value"),
            Self::Reset(_, quantity) => reset(quantity),
            Self::Label(_, Field::Name, _) => mark!("change name"),
            Self::Label(_, Field::Code, _) => mark!("change code"),
            Self::Label(..) => mark!("change group"),
            Self::AddOwn(..) => mark!("add own add-on"),
            Self::AddPackage(..) => mark!("add package"),
            Self::AddTax(_) => mark!("add tax of treatment"),
            Self::Remove(_) => mark!("remove own add-on"),
            Self::Replace(_, label) => label,
        })
    }

    fn continues_with(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Value(at, this, field), Self::Value(to, other, of)) => {
                // The first letter makes the entry, the second one finds it there.
                let is_same = (&this.subject, &this.quantity, field) == (&other.subject, &other.quantity, of);
                is_same && (at == to || at.is_none())
            }
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
            Self::AddOwn(name, currency) => add_own(draft, &name, currency),
            Self::AddPackage(id, sessions, currency) => {
                add_empty(draft, Subject::Treatment(id), Quantity::Package(sessions, currency));
            }
            Self::AddTax(id) => add_empty(draft, Subject::Treatment(id), Quantity::Tax),
            Self::Remove(subject) => draft.remove(&subject),
            Self::Replace(other, _) => *draft = *other,
        }
        draft.fit();
    }
}

fn change(quantity: &Quantity) -> &'static str {
    match quantity {
        Quantity::Price(_) => mark!("change price"),
        Quantity::Package(..) => mark!("change package price"),
        Quantity::Sessions(_) => mark!("change usual sessions"),
        Quantity::Spacing(_) => mark!("change usual spacing"),
        Quantity::MinimumInterval => mark!("change minimum interval"),
        Quantity::Tax => mark!("change default tax"),
        Quantity::TaxIncluded => mark!("change tax in prices"),
        Quantity::Discount => mark!("change default discount"),
        Quantity::PlanDiscount => mark!("change default plan discount"),
    }
}

fn add_later(quantity: &Quantity) -> &'static str {
    match quantity {
        Quantity::Price(_) => mark!("add later price"),
        Quantity::Package(..) => mark!("add later package price"),
        Quantity::Sessions(_) => mark!("add later usual sessions"),
        Quantity::Spacing(_) => mark!("add later usual spacing"),
        Quantity::MinimumInterval => mark!("add later minimum interval"),
        Quantity::Tax => mark!("add later default tax"),
        Quantity::TaxIncluded => mark!("add later tax in prices"),
        Quantity::Discount => mark!("add later default discount"),
        Quantity::PlanDiscount => mark!("add later default plan discount"),
    }
}

fn reset(quantity: &Quantity) -> &'static str {
    match quantity {
        Quantity::Price(_) => mark!("reset price"),
        Quantity::Package(..) => mark!("reset package price"),
        Quantity::Sessions(_) => mark!("reset usual sessions"),
        Quantity::Spacing(_) => mark!("reset usual spacing"),
        Quantity::MinimumInterval => mark!("reset minimum interval"),
        Quantity::Tax => mark!("reset default tax"),
        Quantity::TaxIncluded => mark!("reset tax in prices"),
        Quantity::Discount => mark!("reset default discount"),
        Quantity::PlanDiscount => mark!("reset default plan discount"),
    }
}

fn write_label(draft: &mut PriceListDraft, subject: &Subject, field: Field, text: String) {
    let label = draft.label_mut(subject);
    match field {
        Field::Name => label.name = text,
        Field::Code => label.code = text,
        Field::Group => label.group = text,
        _ => {}
    }
    // An add-on of the clinic's own exists by its label, however empty; of anything else an empty one says nothing.
    let says = |label: &Label| !(label.name.is_empty() && label.code.is_empty() && label.group.is_empty());
    draft.labels.retain(|label| matches!(label.subject, Subject::OwnAddOn(_)) || says(label));
}

/// Adds a value yet to be typed, unless there is one.
fn add_empty(draft: &mut PriceListDraft, subject: Subject, quantity: Quantity) {
    if draft.positions(&subject, &quantity).is_empty() {
        draft.entries.push(EntryDraft { subject, quantity, amounts: Spread::default(), from: String::new() });
    }
}

fn add_own(draft: &mut PriceListDraft, name: &str, currency: Currency) {
    let is_free = |subject: &Subject| {
        let is_other = |other: &Subject| other != subject;
        draft.labels.iter().map(|label| &label.subject).all(is_other)
            && draft.entries.iter().map(|entry| &entry.subject).all(is_other)
    };
    let names = (1..=limits::LABELS).map(|number| match number {
        1 => name.to_owned(),
        _ => format!("{} {number}", name.chars().take(limits::TEXT - 4).collect::<String>()),
    });
    let Some(subject) = names.map(|name| Subject::own_add_on(&name)).find(is_free) else { return };
    draft.label_mut(&subject).name = name.to_owned();
    let (quantity, amounts) = (Quantity::Price(currency), Spread::default());
    draft.entries.push(EntryDraft { subject, quantity, amounts, from: String::new() });
}

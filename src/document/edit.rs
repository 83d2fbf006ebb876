//! Every change a person can make to a plan, with its name for undo.

use super::{
    AddOnDraft, CreditDraft, DepositDraft, Draft, Field, Fields, LineDraft, LineId, LineTax, OptionDraft, OptionId,
    PackageDraft, Place, PriceDraft, Profile, Upkeep, Value,
};
use crate::catalog::ConcernId;
use crate::history::Change;
use crate::text::english;
use crate::units::{Currency, Date, TaxMode};
use std::mem::discriminant;

/// A change to a plan. An edit of something that is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another text or number in a field.
    Set(Place, Value),
    /// What was typed where a day or a number stands, and is none.
    Unread(Place, String),
    /// Of the plan itself.
    Plan(PlanEdit),
    /// Of an option.
    Option(OptionId, OptionEdit),
    /// Of a line.
    Line(LineId, LineEdit),
}

/// A change to the plan itself.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// What the client comes for.
    Concern(ConcernId),
    /// The client, with what undo calls the change.
    Profile(Profile, &'static str),
    /// The plan's first day.
    Start(Date),
    /// The currency. Amounts keep their figures: the program converts nothing.
    Currency(Currency),
    /// Whether prices include the tax.
    TaxMode(TaxMode),
    /// The deposit, with what undo calls the change.
    Deposit(DepositDraft, &'static str),
    /// The credit, with what undo calls the change.
    Credit(Option<CreditDraft>, &'static str),
    /// Whether a target is aimed at, in percent.
    Target(Option<u32>),
    /// All options anew, with what undo calls it.
    Options(Vec<OptionDraft>, &'static str),
    /// A further option at the end, with what undo calls it. Its mark is chosen here; with six options already, nothing
    /// changes.
    AddOption(OptionDraft, &'static str),
    /// The options in this order; those not named follow as they were.
    Order(Vec<OptionId>),
    /// Another plan in place of this one, with what undo calls it.
    Replace(Box<Draft>, &'static str),
}

/// A change to an option.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "edits are made one at a time, by hand")]
pub enum OptionEdit {
    /// Takes it out. The last one stays.
    Remove,
    /// A copy behind it, with this name.
    Duplicate(String),
    /// To the place of another option, which gives way.
    MoveTo(OptionId),
    /// Whether it is set aside.
    Hide(bool),
    /// A further line at the end.
    AddLine(LineDraft),
    /// A line to the place of another one, which gives way.
    MoveLine(LineId, LineId),
}

/// A change to a line.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "edits are made one at a time, by hand")]
pub enum LineEdit {
    /// Takes it out.
    Remove,
    /// Another treatment, with its usual course.
    Treatment(LineDraft),
    /// The price.
    Price(PriceDraft),
    /// The package.
    Package(PackageDraft),
    /// The tax.
    Tax(LineTax),
    /// All add-ons.
    AddOns(Vec<AddOnDraft>),
    /// What follows the course.
    Upkeep(Upkeep),
    /// The last day of upkeep.
    UpkeepUntil(Option<Date>),
}

impl Change for Edit {
    type Draft = Draft;
    /// The English of the source.
    type Label = &'static str;

    fn label(&self) -> &'static str {
        match self {
            Self::Set(place, _) | Self::Unread(place, _) => step(*place),
            Self::Plan(edit) => edit.label(),
            Self::Option(_, edit) => edit.label(),
            Self::Line(_, edit) => edit.label(),
        }
    }

    fn continues_with(&self, next: &Self) -> bool {
        match (self, next) {
            // What turns wrong and right again while it is typed is one step.
            (Self::Unread(..), _) | (_, Self::Unread(..)) => self.place().is_some() && self.place() == next.place(),
            (Self::Set(this, _), Self::Set(other, _)) => this == other,
            (Self::Plan(PlanEdit::Profile(_, this)), Self::Plan(PlanEdit::Profile(_, other)))
            | (Self::Plan(PlanEdit::Deposit(_, this)), Self::Plan(PlanEdit::Deposit(_, other)))
            | (Self::Plan(PlanEdit::Credit(_, this)), Self::Plan(PlanEdit::Credit(_, other))) => this == other,
            (Self::Plan(this), Self::Plan(other)) => this.is_value() && discriminant(this) == discriminant(other),
            (Self::Line(id, this), Self::Line(next, other)) => {
                id == next && this.is_value() && discriminant(this) == discriminant(other)
            }
            _ => false,
        }
    }

    fn apply(self, draft: &mut Draft, salt: u32) {
        if let Some(place) = self.place() {
            draft.unread.remove(&place);
        }
        match self {
            Self::Set(place, value) => set(draft, place, value),
            Self::Unread(place, text) => drop(draft.unread.insert(place, text)),
            Self::Plan(edit) => edit.apply(draft),
            Self::Option(id, edit) => {
                if let Some(at) = draft.options.iter().position(|option| option.id == id) {
                    edit.apply(draft, at);
                }
            }
            Self::Line(id, edit) => {
                if let LineEdit::Treatment(_) = edit {
                    draft.unread.retain(|place, _| !matches!(place, Place::Line { line, .. } if *line == id));
                }
                let mut places = draft.options.iter_mut().filter_map(|option| {
                    let at = option.lines.iter().position(|line| line.id == id)?;
                    Some((option, at))
                });
                if let Some((option, at)) = places.next() {
                    edit.apply(option, at);
                }
            }
        }
        draft.fit();
        draft.identify(salt);
    }
}

impl Edit {
    /// The place whose day or number it changes, if that is all it changes.
    fn place(&self) -> Option<Place> {
        let of_line = |line: &LineId, field| Some(Place::Line { line: *line, field });
        match self {
            Self::Set(place, _) | Self::Unread(place, _) => Some(*place),
            Self::Plan(PlanEdit::Start(_)) => Some(Place::Plan(Field::Start)),
            Self::Plan(PlanEdit::Target(_)) => Some(Place::Plan(Field::Target)),
            Self::Line(line, LineEdit::Upkeep(_)) => of_line(line, Field::Upkeep),
            Self::Line(line, LineEdit::UpkeepUntil(_)) => of_line(line, Field::UpkeepUntil),
            Self::Plan(_) | Self::Option(..) | Self::Line(..) => None,
        }
    }
}

/// What undo calls a change of the field at a place.
fn step(place: Place) -> &'static str {
    let field = place.field();
    let step = match place {
        Place::Plan(Field::Start) => Some(english!("change start date")),
        Place::Line { field: Field::Upkeep, .. } => Some(english!("change upkeep")),
        Place::Line { field: Field::UpkeepUntil, .. } => Some(english!("change end of upkeep")),
        Place::Plan(_) => {
            let of_plan = Draft::row(field).map(|row| row.step).or(CreditDraft::row(field).map(|row| row.step));
            of_plan.or(Profile::row(field).map(|row| row.step))
        }
        Place::Option { .. } => OptionDraft::row(field).map(|row| row.step),
        Place::Line { .. } => LineDraft::row(field).map(|row| row.step),
    };
    step.unwrap_or_default()
}

/// Writes into the field at a place, if it is there.
fn set(draft: &mut Draft, place: Place, value: Value) {
    let (field, mut options) = (place.field(), draft.options.iter_mut());
    match place {
        Place::Plan(_) if CreditDraft::row(field).is_some() => {
            draft.credit.iter_mut().for_each(|credit| credit.set(field, value.clone()));
        }
        Place::Plan(_) if Profile::row(field).is_some() => draft.profile.set(field, value),
        Place::Plan(_) => draft.set(field, value),
        Place::Option { option: id, .. } => {
            options.filter(|option| option.id == id).for_each(|option| option.set(field, value.clone()));
        }
        Place::Line { line: id, .. } => {
            let found = options.find_map(|option| option.lines.iter_mut().find(|line| line.id == id));
            found.into_iter().for_each(|line| line.set(field, value.clone()));
        }
    }
}

impl PlanEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Concern(_) => english!("change concern"),
            Self::Start(_) => english!("change start date"),
            Self::Currency(_) => english!("change currency"),
            Self::TaxMode(_) => english!("change tax in prices"),
            Self::Target(_) => english!("change target"),
            Self::Profile(_, label)
            | Self::Deposit(_, label)
            | Self::Credit(_, label)
            | Self::Options(_, label)
            | Self::AddOption(_, label)
            | Self::Replace(_, label) => label,
            Self::Order(_) => english!("sort options"),
        }
    }

    fn is_value(&self) -> bool {
        !matches!(self, Self::AddOption(..) | Self::Options(..) | Self::Order(_) | Self::Replace(..))
    }

    fn apply(self, draft: &mut Draft) {
        match self {
            Self::Concern(concern) => draft.concern = concern,
            Self::Profile(profile, _) => draft.profile = profile,
            Self::Start(date) => draft.start = date,
            Self::Currency(currency) => draft.currency = currency,
            Self::TaxMode(mode) => draft.tax_mode = mode,
            Self::Deposit(deposit, _) => draft.deposit = deposit,
            Self::Credit(credit, _) => draft.credit = credit,
            Self::Target(target) => draft.target = target,
            Self::Options(options, _) => draft.options = options,
            Self::AddOption(option, _) => {
                if let Some(mark) = draft.free_mark() {
                    draft.options.push(OptionDraft { mark, ..option });
                }
            }
            Self::Order(ids) => {
                let rank = |option: &OptionDraft| ids.iter().position(|id| *id == option.id);
                draft.options.sort_by_key(|option| rank(option).unwrap_or(usize::MAX));
            }
            Self::Replace(other, _) => *draft = *other,
        }
    }
}

impl OptionEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Remove => english!("remove option"),
            Self::Duplicate(_) => english!("duplicate option"),
            Self::MoveTo(_) => english!("move option"),
            Self::Hide(true) => english!("hide option"),
            Self::Hide(false) => english!("show option"),
            Self::AddLine(_) => english!("add treatment"),
            Self::MoveLine(..) => english!("move treatment"),
        }
    }

    fn apply(self, draft: &mut Draft, at: usize) {
        match self {
            Self::Remove if draft.options.len() == 1 => {}
            Self::Remove => drop(draft.options.remove(at)),
            Self::Duplicate(name) => {
                if let Some(mark) = draft.free_mark() {
                    let copy = OptionDraft { mark, name, hidden: false, ..draft.options[at].anew() };
                    draft.options.insert(at + 1, copy);
                }
            }
            Self::MoveTo(other) => {
                if let Some(to) = draft.options.iter().position(|option| option.id == other) {
                    let option = draft.options.remove(at);
                    draft.options.insert(to, option);
                }
            }
            Self::Hide(hidden) => draft.options[at].hidden = hidden,
            Self::AddLine(line) => draft.options[at].lines.push(line),
            Self::MoveLine(line, other) => {
                let lines = &mut draft.options[at].lines;
                let place = |id| lines.iter().position(|line| line.id == id);
                if let (Some(from), Some(to)) = (place(line), place(other)) {
                    let line = lines.remove(from);
                    lines.insert(to, line);
                }
            }
        }
    }
}

impl LineEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Remove => english!("remove treatment"),
            Self::Treatment(_) => english!("change treatment"),
            Self::Price(_) => english!("change price"),
            Self::Package(_) => english!("change package"),
            Self::Tax(_) => english!("change tax of treatment"),
            Self::AddOns(_) => english!("change add-ons"),
            Self::Upkeep(_) => english!("change upkeep"),
            Self::UpkeepUntil(_) => english!("change end of upkeep"),
        }
    }

    fn is_value(&self) -> bool {
        !matches!(self, Self::Remove | Self::Treatment(_))
    }

    fn apply(self, option: &mut OptionDraft, at: usize) {
        let line = &mut option.lines[at];
        match self {
            Self::Remove => drop(option.lines.remove(at)),
            Self::Treatment(other) => *line = LineDraft { id: line.id, ..other },
            Self::Price(price) => line.price = price,
            Self::Package(package) => line.package = package,
            Self::Tax(tax) => line.tax = tax,
            Self::AddOns(add_ons) => line.add_ons = add_ons,
            Self::Upkeep(upkeep) => line.upkeep = upkeep,
            Self::UpkeepUntil(date) => line.upkeep_until = date,
        }
    }
}

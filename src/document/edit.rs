//! Every change a person can make to a plan, with its name for undo.

use super::{
    CreditDraft, Draft, Field, LineDraft, LineId, MembershipDraft, OptionDraft, OptionId, Place, Value, limits,
};
use crate::catalog::ConcernId;
use crate::history::Change;
use crate::text::english;
use std::collections::BTreeMap;

/// A change to a plan. An edit of something that is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Another value in a field.
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
    /// Whether it is said how the initial course could be paid by instalments.
    Credit(bool),
    /// All options anew, with what undo calls it.
    Options(Vec<OptionDraft>, &'static str),
    /// A further option at the end, with what undo calls it. Its mark is chosen here; with six options already, nothing
    /// changes.
    AddOption(OptionDraft, &'static str),
    /// Another concern, the second one, in the place of a further one; what was for that is for this.
    ReplaceConcern(ConcernId, ConcernId),
    /// The options in this order; those not named follow as they were.
    Order(Vec<OptionId>),
    /// Without the day that matters, or the stretch that is kept free, of this field.
    Remove(Field),
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
    /// On these terms of a member; none for everybody else.
    Membership(Option<MembershipDraft>),
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
}

impl Change for Edit {
    type Draft = Draft;
    /// The English of the source.
    type Label = &'static str;

    fn label(&self) -> &'static str {
        match self {
            Self::Set(place, _) | Self::Unread(place, _) => place.about().map(|about| about.step).unwrap_or_default(),
            Self::Plan(edit) => edit.label(),
            Self::Option(_, edit) => edit.label(),
            Self::Line(_, edit) => edit.label(),
        }
    }

    fn continues_with(&self, next: &Self) -> bool {
        // What turns wrong and right again while it is typed is one step.
        self.place().is_some() && self.place() == next.place()
    }

    fn apply(self, draft: &mut Draft, salt: u32) {
        if let Some(place) = self.place() {
            draft.unread.remove(&place);
        }
        match self {
            Self::Set(place, value) => draft.put(place, value),
            Self::Unread(place, text) => drop(draft.unread.insert(place, text)),
            Self::Plan(edit) => edit.apply(draft),
            Self::Option(id, edit) => {
                if let OptionEdit::Membership(_) = edit {
                    draft.unread.retain(|place, _| !matches!(place, Place::Option { option, .. } if *option == id));
                }
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
        draft.fit_concerns();
        draft.fit();
        draft.identify(salt);
    }
}

impl Edit {
    /// The place that it changes, if it changes one field alone.
    fn place(&self) -> Option<Place> {
        match self {
            Self::Set(place, _) | Self::Unread(place, _) => Some(*place),
            Self::Plan(_) | Self::Option(..) | Self::Line(..) => None,
        }
    }
}

/// Takes the one at this position out, with what was typed for its days, and lets what was typed for those behind it move up with them.
fn remove<T>(from: &mut Vec<T>, gone: u16, unread: &mut BTreeMap<Place, String>, days: &[fn(u16) -> Field]) {
    if usize::from(gone) >= from.len() {
        return;
    }
    from.remove(usize::from(gone));
    for field in days {
        let place = |at: u16| Place::Plan(field(at));
        let behind: Vec<(u16, String)> = (gone..)
            .take(limits::TIME_OFF.max(limits::OCCASIONS))
            .filter_map(|at| Some((at, unread.remove(&place(at))?)))
            .collect();
        unread.extend(behind.into_iter().filter(|(at, _)| *at > gone).map(|(at, text)| (place(at - 1), text)));
    }
}

impl PlanEdit {
    fn label(&self) -> &'static str {
        match self {
            Self::Credit(true) => english!("add a credit"),
            Self::Credit(false) => english!("remove the credit"),
            Self::Options(_, label) | Self::AddOption(_, label) | Self::Replace(_, label) => label,
            Self::ReplaceConcern(..) => english!("change further concerns"),
            Self::Remove(field) => Place::Plan(*field).about().map(|about| about.step).unwrap_or_default(),
            Self::Order(_) => english!("sort options"),
        }
    }

    fn apply(self, draft: &mut Draft) {
        match self {
            Self::Credit(is_offered) => draft.credit = is_offered.then(CreditDraft::default),
            Self::Options(options, _) => draft.options = options,
            Self::AddOption(option, _) => {
                if let Some(mark) = draft.free_mark() {
                    draft.options.push(OptionDraft { mark, ..option });
                }
            }
            Self::ReplaceConcern(from, to) => draft.replace_concern(&from, &to),
            Self::Order(ids) => {
                let rank = |option: &OptionDraft| ids.iter().position(|id| *id == option.id);
                draft.options.sort_by_key(|option| rank(option).unwrap_or(usize::MAX));
            }
            Self::Remove(Field::Occasion(at)) => {
                remove(&mut draft.occasions, at, &mut draft.unread, &[Field::Occasion]);
            }
            Self::Remove(Field::FirstFree(at) | Field::LastFree(at)) => {
                remove(&mut draft.time_off, at, &mut draft.unread, &[Field::FirstFree, Field::LastFree]);
            }
            Self::Remove(_) => {}
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
            Self::Membership(Some(_)) => english!("pay as a member"),
            Self::Membership(None) => english!("pay without membership"),
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
            Self::Membership(membership) => draft.options[at].membership = membership,
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
        }
    }

    fn apply(self, option: &mut OptionDraft, at: usize) {
        let line = &mut option.lines[at];
        match self {
            Self::Remove => drop(option.lines.remove(at)),
            Self::Treatment(other) => *line = LineDraft { id: line.id, ..other },
        }
    }
}

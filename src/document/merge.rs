//! Two desks that each went on with one plan: what both did is put together field by field.

use super::draft::{Draft, OptionDraft};
use super::field::Fields;
use super::id::{LineId, OptionId};
use super::limits;
use super::line::LineDraft;
use super::place::{Field, Place};
use super::value::Value;
use std::collections::BTreeSet;

/// A plan that two desks have changed, put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What both did; where both changed the same field, what was done here.
    pub draft: Draft,
    /// Where both changed the same field, with what stands there at the other desk.
    pub conflicts: Vec<(Place, Value)>,
}

impl Draft {
    /// This plan and that of another desk put together, both made from `base`. None where they are no one plan: together they
    /// have more options or treatments than fit or took out every option, one gave a line another treatment that the other changed as
    /// well, what one took out or typed and cannot be read stands where the other changed something, one took out or added the credit
    /// or a membership that the other changed, or amounts are in two currencies.
    pub fn merged(base: &Self, mine: &Self, theirs: &Self) -> Option<Merged> {
        Self::together(Some(base), [mine, theirs])
    }

    /// This plan and a copy of it put together, where nobody knows what both were made from: what only one of them has is there, and
    /// wherever they differ there is something to choose. None as in [`merged`](Self::merged).
    pub fn merged_with_copy(mine: &Self, copy: &Self) -> Option<Merged> {
        Self::together(None, [mine, copy])
    }

    fn together(base: Option<&Self>, [mine, theirs]: [&Self; 2]) -> Option<Merged> {
        let is_one = mine.id == theirs.id && base.is_none_or(|base| base.id == mine.id);
        let mut merge = Merge { conflicts: Vec::new(), is_possible: is_one };
        let mut draft = mine.clone();
        let is_base = |one: &Self| base == Some(one);
        merge.whole(base.map(|base| &base.credit), [&mine.credit, &theirs.credit], &mut draft.credit);
        // An amount means something else in another currency.
        merge.is_possible &= mine.currency == theirs.currency || is_base(mine) || is_base(theirs);
        merge.fields(base, [mine, theirs], &mut draft, Place::Plan);
        let options = base.map_or(&[][..], |base| &base.options);
        draft.options = merge.parts(options, &mine.options, &theirs.options);
        merge.unread(base, [mine, theirs], &mut draft);
        draft.tell_apart(base.unwrap_or(mine));
        let fits = limits::OPTIONS.contains(&draft.options.len())
            && draft.options.iter().all(|option| option.lines.len() <= limits::LINES);
        draft.fit_concerns();
        draft.fit();
        draft.identify(0);
        (merge.is_possible && fits).then_some(Merged { draft, conflicts: merge.conflicts })
    }

    /// The same with this at these places.
    #[must_use]
    pub fn with(mut self, values: impl IntoIterator<Item = (Place, Value)>) -> Self {
        for (place, value) in values {
            self.put(place, value);
        }
        self.fitted()
    }

    /// Gives each new option whose mark another one has a mark of its own: what was there before may have been spoken of.
    fn tell_apart(&mut self, base: &Self) {
        for at in 0..self.options.len() {
            let (id, mark) = (self.options[at].id, self.options[at].mark);
            let is_new = base.options.iter().all(|known| known.id != id);
            let is_twice = self.options.iter().filter(|option| option.mark == mark).count() > 1;
            if is_new
                && is_twice
                && let Some(free) = self.free_mark()
            {
                self.options[at].mark = free;
            }
        }
    }
}

/// Something with an id of its own that is put together from three versions.
trait Part: Clone + PartialEq {
    type Id: Copy + PartialEq;
    fn id(&self) -> Self::Id;
    /// Of two versions one; what both were made from where that is known.
    fn merged(base: Option<&Self>, versions: [&Self; 2], merge: &mut Merge) -> Self;
}

/// Fields that are a part of what stands in another one, with which they are put together.
const PARTS: [Field; 2] = [Field::Deposit, Field::PackagePrice];

/// A merge under way.
struct Merge {
    conflicts: Vec<(Place, Value)>,
    is_possible: bool,
}

/// What was changed, of what was and the two that came of it: the one that changed, and mine where both did.
fn changed<'a, T: PartialEq>(base: Option<&T>, [mine, theirs]: [&'a T; 2]) -> &'a T {
    if Some(mine) == base { theirs } else { mine }
}

impl Merge {
    /// What only one desk knows, such as a credit, comes or goes whole.
    fn whole<T: Clone + PartialEq>(
        &mut self,
        base: Option<&Option<T>>,
        versions: [&Option<T>; 2],
        into: &mut Option<T>,
    ) {
        let [mine, theirs] = versions;
        if mine.is_some() != theirs.is_some() {
            self.is_possible &= versions.iter().any(|one| Some(*one) == base);
            into.clone_from(changed(base, versions));
        }
    }

    /// Each field of a thing from whoever changed it. Where both did, mine stays.
    fn fields<T: Fields>(&mut self, base: Option<&T>, versions: [&T; 2], into: &mut T, place: impl Fn(Field) -> Place) {
        for row in T::ROWS.iter().filter(|row| !PARTS.contains(&row.about.field)) {
            let [mine, theirs] = versions.map(|version| row.value(version));
            let base = base.map(|base| row.value(base));
            if Some(&mine) == base.as_ref() && mine != theirs {
                into.set(row.about.field, theirs);
            } else if mine != theirs && Some(&theirs) != base.as_ref() {
                self.conflicts.push((place(row.about.field), theirs));
            }
        }
    }

    /// What was typed and cannot be read, as whoever typed it last left it. Where the other desk changed the same place there is no
    /// value to choose.
    fn unread(&mut self, base: Option<&Draft>, [mine, theirs]: [&Draft; 2], into: &mut Draft) {
        let all = base.into_iter().chain([mine, theirs]);
        let places: BTreeSet<Place> = all.flat_map(|draft| draft.unread.keys().copied()).collect();
        for place in places {
            let state = |draft: &Draft| (draft.unread.get(&place).cloned(), draft.at(place));
            let (was, here, there) = (base.map(state), state(mine), state(theirs));
            self.is_possible &= Some(&here) == was.as_ref() || Some(&there) == was.as_ref() || here == there;
            match changed(was.as_ref().map(|was| &was.0), [&here.0, &there.0]) {
                Some(text) => drop(into.unread.insert(place, text.clone())),
                None => drop(into.unread.remove(&place)),
            }
        }
    }

    /// What is in either version, each in its place. What one desk took out and the other left alone is gone.
    fn parts<T: Part>(&mut self, base: &[T], mine: &[T], theirs: &[T]) -> Vec<T> {
        let find = |all: &[T], id: T::Id| all.iter().find(|part| part.id() == id).cloned();
        let mut parts = Vec::new();
        for id in order(base, mine, theirs) {
            parts.extend(match (find(base, id), find(mine, id), find(theirs, id)) {
                (base, Some(mine), Some(theirs)) => Some(T::merged(base.as_ref(), [&mine, &theirs], self)),
                (Some(base), Some(one), None) | (Some(base), None, Some(one)) => Some(one).filter(|one| *one != base),
                (_, mine, theirs) => mine.or(theirs),
            });
        }
        parts
    }
}

/// The ids of all parts in the order of whoever moved them, each that only the other has behind its predecessor there.
fn order<T: Part>(base: &[T], mine: &[T], theirs: &[T]) -> Vec<T::Id> {
    let ids = |parts: &[T]| -> Vec<T::Id> { parts.iter().map(T::id).collect() };
    let (base, mine, theirs) = (ids(base), ids(mine), ids(theirs));
    let common = |from: &[T::Id]| -> Vec<T::Id> {
        from.iter().copied().filter(|id| base.contains(id) && mine.contains(id) && theirs.contains(id)).collect()
    };
    let (mut lead, other) = if !base.is_empty() && common(&mine) == common(&base) {
        (theirs.clone(), &mine)
    } else {
        (mine.clone(), &theirs)
    };
    for (at, id) in other.iter().enumerate() {
        if !lead.contains(id) {
            let before = at.checked_sub(1).and_then(|before| lead.iter().position(|known| *known == other[before]));
            lead.insert(before.map_or(0, |before| before + 1), *id);
        }
    }
    lead
}

impl Part for OptionDraft {
    type Id = OptionId;

    fn id(&self) -> OptionId {
        self.id
    }

    fn merged(base: Option<&Self>, [mine, theirs]: [&Self; 2], merge: &mut Merge) -> Self {
        let mut option = mine.clone();
        merge.whole(base.map(|base| &base.membership), [&mine.membership, &theirs.membership], &mut option.membership);
        merge.fields(base, [mine, theirs], &mut option, |field| Place::Option { option: mine.id, field });
        // What one of two shows is shown, where nobody knows which of them hid it.
        option.hidden = base
            .map_or(mine.hidden && theirs.hidden, |base| *changed(Some(&base.hidden), [&mine.hidden, &theirs.hidden]));
        option.mark = *changed(base.map(|base| &base.mark), [&mine.mark, &theirs.mark]);
        option.lines = merge.parts(base.map_or(&[][..], |base| &base.lines), &mine.lines, &theirs.lines);
        option
    }
}

impl Part for LineDraft {
    type Id = LineId;

    fn id(&self) -> LineId {
        self.id
    }

    fn merged(base: Option<&Self>, [mine, theirs]: [&Self; 2], merge: &mut Merge) -> Self {
        if Some(mine) == base || mine == theirs {
            return theirs.clone();
        }
        // Another treatment is another line: its fields are no changes of those there were.
        let was = base.map_or(&mine.treatment, |base| &base.treatment);
        if [mine, theirs].iter().any(|version| version.treatment != *was) {
            merge.is_possible &= Some(theirs) == base;
            return mine.clone();
        }
        let mut line = mine.clone();
        merge.fields(base, [mine, theirs], &mut line, |field| Place::Line { line: mine.id, field });
        line
    }
}

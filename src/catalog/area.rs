//! Parts of the body, and which of them are the same skin.

use super::id::AreaId;
use crate::text::Text;
use serde::Deserialize;

/// A part of the body that treatments are given on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Its name.
    pub name: Text,
    /// What else people call it, in any language.
    pub also: Vec<String>,
    /// The parts it lies within; each stands above it in the catalogue.
    pub within: Vec<AreaId>,
}

impl Area {
    /// What people call it.
    fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.written()].into_iter().chain(self.also.iter().map(String::as_str))
    }

    /// Whether people call it so, whatever the case of the letters.
    fn is_called(&self, text: &str) -> bool {
        let is_it = |name: &str| is_same_word(name, text);
        is_it(self.id.as_str()) || self.names().any(is_it)
    }
}

/// Whether two words differ at most in the case of their letters.
fn is_same_word(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// The parts of the body that are known.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Areas(Vec<Area>);

impl Areas {
    /// All of them, a whole before its parts.
    pub fn iter(&self) -> impl Iterator<Item = &Area> {
        self.0.iter()
    }

    /// The part of the body that a text names, if it is one of the list.
    pub fn named(&self, text: &str) -> Option<&Area> {
        let text = text.trim();
        self.iter().find(|area| !text.is_empty() && area.is_called(text))
    }

    /// The part of the body with whose name, by whatever people call it, a text ends; the longest such name counts.
    pub fn at_end(&self, text: &str) -> Option<&Area> {
        let text = text.trim().to_lowercase();
        let ends = |name: &str| {
            let before = text.strip_suffix(&name.to_lowercase())?;
            (!before.ends_with(char::is_alphanumeric)).then_some(name.len())
        };
        let named = self.iter().flat_map(|area| area.names().filter_map(move |name| Some((ends(name)?, area))));
        named.max_by_key(|(length, _)| *length).map(|(_, area)| area)
    }

    /// Whether a part of the body, as somebody writes it, is another one or lies within it.
    pub fn is_within(&self, part: &str, whole: &str) -> bool {
        match (self.named(part), self.named(whole)) {
            (Some(part), Some(whole)) => self.holds(whole, part),
            _ => !part.trim().is_empty() && is_same_word(part.trim(), whole.trim()),
        }
    }

    /// What a part of the body is called as it is kept: in the reader's language, where it is written as in the list, and in the
    /// clinic's own words otherwise.
    pub fn text(&self, area: &str) -> Text {
        self.iter()
            .find(|listed| listed.name.written() == area)
            .map_or_else(|| Text::own(area), |listed| listed.name.clone())
    }

    /// Whether two texts name the same part of the body.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        self.is_within(one, other) && self.is_within(other, one)
    }

    /// A part of the body as it is kept: in one spelling, where it is the name or the id of one of the list; as somebody
    /// writes it otherwise.
    pub fn written(&self, text: &str) -> String {
        let text = text.trim();
        let is_it = |area: &&Area| is_same_word(area.id.as_str(), text) || is_same_word(area.name.written(), text);
        self.iter().find(is_it).map_or(text, |area| area.name.written()).to_owned()
    }

    /// Whether one part of the body holds another one, or is it.
    pub fn holds(&self, whole: &Area, part: &Area) -> bool {
        let mut above = part.within.iter().filter_map(|id| self.iter().find(|area| area.id == *id));
        whole.id == part.id || above.any(|above| self.holds(whole, above))
    }

    /// Whether treatments on these parts of the body are given on the same skin, in whole or in part. Two parts of the list
    /// that do not hold each other are apart. Where one is not of the list nothing is known: that is taken as the same.
    pub fn is_same_skin(&self, one: Option<&Area>, other: Option<&Area>) -> bool {
        one.zip(other).is_none_or(|(one, other)| self.holds(one, other) || self.holds(other, one))
    }

    /// A part that lies within one that does not stand above it, and that one's id.
    pub(super) fn dangling(&self) -> Option<(&AreaId, &AreaId)> {
        let within = self.0.iter().enumerate().flat_map(|(at, area)| area.within.iter().map(move |id| (at, area, id)));
        let mut wrong = within.filter(|(at, _, id)| self.0[..*at].iter().all(|above| above.id != **id));
        wrong.next().map(|(_, area, id)| (&area.id, id))
    }
}

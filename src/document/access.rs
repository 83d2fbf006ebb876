//! What stands at a place of a plan.

use super::draft::{Draft, OptionDraft};
use super::field::{About, Fields};
use super::line::LineDraft;
use super::place::Place;
use super::value::Value;

impl Place {
    /// Whether a day or a number can be typed there.
    pub fn may_take_number(self) -> bool {
        self.about().is_some_and(About::may_take_number)
    }

    /// What is known of the field there, if it is one with a value.
    pub fn about(self) -> Option<&'static About> {
        match self {
            Self::Plan(field) => Draft::row(field).map(|row| &row.about),
            Self::Option { field, .. } => OptionDraft::row(field).map(|row| &row.about),
            Self::Line { field, .. } => LineDraft::row(field).map(|row| &row.about),
        }
    }
}

impl Draft {
    /// What stands at a place; none if it is not there.
    pub fn at(&self, place: Place) -> Option<Value> {
        let mut options = self.options.iter();
        match place {
            Place::Plan(field) => Some(self.value(field)),
            Place::Option { option: id, field } => {
                options.find(|option| option.id == id).map(|option| option.value(field))
            }
            Place::Line { line: id, field } => {
                options.flat_map(|option| &option.lines).find(|line| line.id == id).map(|line| line.value(field))
            }
        }
    }

    /// Writes at a place, if it is there.
    pub(super) fn put(&mut self, place: Place, value: Value) {
        let mut options = self.options.iter_mut();
        match place {
            Place::Plan(field) => self.set(field, value),
            Place::Option { option: id, field } => {
                if let Some(option) = options.find(|option| option.id == id) {
                    option.set(field, value);
                }
            }
            Place::Line { line: id, field } => {
                if let Some(line) = options.flat_map(|option| &mut option.lines).find(|line| line.id == id) {
                    line.set(field, value);
                }
            }
        }
    }
}

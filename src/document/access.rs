//! What stands at a place of a plan.

use super::draft::{Draft, OptionDraft};
use super::field::{About, Fields, Kind};
use super::line::LineDraft;
use super::place::{Field, Place};
use super::value::{Holds, Value};
use crate::text::english;
use crate::units::Date;

/// What is known of the package of an add-on, which is a field for each of them, as is its price: as of those of a line.
static OF_ADD_ON: [About; 2] = [
    About {
        field: Field::Package,
        kind: Kind::Parts,
        label: english!(in "field", "package of an add-on"),
        step: english!("change package of an add-on"),
    },
    About {
        field: Field::PackagePrice,
        kind: Kind::Parts,
        label: english!(in "field", "package price of an add-on"),
        step: english!("change package of an add-on"),
    },
];

/// What is known of one of the days that matter, and of the ends of a stretch that is kept free.
static OF_DAYS: [About; 3] = [
    About {
        field: Field::Occasions,
        kind: Kind::Day,
        label: english!(in "field", "day that matters"),
        step: english!("change days that matter"),
    },
    About {
        field: Field::TimeOff,
        kind: Kind::Day,
        label: english!(in "field", "first day kept free"),
        step: english!("change days kept free"),
    },
    About {
        field: Field::TimeOff,
        kind: Kind::Day,
        label: english!(in "field", "last day kept free"),
        step: english!("change days kept free"),
    },
];

impl Place {
    /// Whether a day or a number can be typed there.
    pub fn may_take_number(self) -> bool {
        self.about().is_some_and(About::may_take_number)
    }

    /// What is known of the field there, if it is one with a value.
    pub fn about(self) -> Option<&'static About> {
        match self {
            Self::Plan(Field::Occasion(_)) => Some(&OF_DAYS[0]),
            Self::Plan(Field::FirstFree(_)) => Some(&OF_DAYS[1]),
            Self::Plan(Field::LastFree(_)) => Some(&OF_DAYS[2]),
            Self::Plan(field) => Draft::row(field).map(|row| &row.about),
            Self::Option { field, .. } => OptionDraft::row(field).map(|row| &row.about),
            Self::Line { field: Field::AddOnPackage(_), .. } => Some(&OF_ADD_ON[0]),
            Self::Line { field: Field::AddOnPackagePrice(_), .. } => Some(&OF_ADD_ON[1]),
            Self::Line { field, .. } => LineDraft::row(field).map(|row| &row.about),
        }
    }
}

impl Draft {
    /// What stands at a place; none if it is not there.
    pub fn at(&self, place: Place) -> Option<Value> {
        let mut options = self.options.iter();
        match place {
            Place::Plan(Field::Occasion(at)) => Some(Value::Day(self.occasions.get(usize::from(at))?.date)),
            Place::Plan(Field::FirstFree(at)) => Some(Value::Day(self.time_off.get(usize::from(at))?.first)),
            Place::Plan(Field::LastFree(at)) => Some(Value::Day(self.time_off.get(usize::from(at))?.last)),
            Place::Plan(field) => Some(self.value(field)),
            Place::Option { option: id, field } => {
                options.find(|option| option.id == id).map(|option| option.value(field))
            }
            Place::Line { line: id, field } => {
                let line = options.flat_map(|option| &option.lines).find(|line| line.id == id)?;
                match field {
                    Field::AddOnPackage(id) | Field::AddOnPackagePrice(id) => {
                        let add_on = line.add_ons.iter().find(|add_on| add_on.id == id)?;
                        Some(match field {
                            Field::AddOnPackage(_) => add_on.package.value(),
                            _ => add_on.package.own_price(),
                        })
                    }
                    _ => Some(line.value(field)),
                }
            }
        }
    }

    /// Writes at a place, if it is there.
    pub(super) fn put(&mut self, place: Place, value: Value) {
        let mut options = self.options.iter_mut();
        match place {
            Place::Plan(field @ (Field::Occasion(at) | Field::FirstFree(at) | Field::LastFree(at))) => {
                if let Value::Day(day) = value {
                    self.put_day(field, usize::from(at), day);
                }
            }
            Place::Plan(field) => self.set(field, value),
            Place::Option { option: id, field } => {
                if let Some(option) = options.find(|option| option.id == id) {
                    option.set(field, value);
                }
            }
            Place::Line { line: id, field } => {
                let Some(line) = options.flat_map(|option| &mut option.lines).find(|line| line.id == id) else {
                    return;
                };
                match field {
                    Field::AddOnPackage(id) => {
                        let add_on = line.add_ons.iter_mut().find(|add_on| add_on.id == id);
                        if let (Some(add_on), Some(package)) = (add_on, Holds::of(value)) {
                            add_on.package = package;
                        }
                    }
                    Field::AddOnPackagePrice(id) => {
                        if let Some(add_on) = line.add_ons.iter_mut().find(|add_on| add_on.id == id) {
                            add_on.package.set_own_price(value);
                        }
                    }
                    _ => line.set(field, value),
                }
            }
        }
    }

    /// Moves one of the days that matter, or an end of a stretch that is kept free. Ends stay as typed: of two days the earlier one is
    /// the first.
    fn put_day(&mut self, field: Field, at: usize, day: Date) {
        let (occasion, off) = (self.occasions.get_mut(at), self.time_off.get_mut(at));
        match (field, occasion, off) {
            (Field::Occasion(_), Some(occasion), _) => occasion.date = day,
            (Field::FirstFree(_), _, Some(off)) => off.first = day,
            (Field::LastFree(_), _, Some(off)) => off.last = day,
            _ => {}
        }
    }
}

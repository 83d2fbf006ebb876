//! Where an option is given: results add up on the same skin, and not beyond it.

use crate::catalog::{Area, Catalog};
use crate::document::LineId;
use crate::plan::Line;
use crate::text::Text;

/// A part of the body on which lines count, and which they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Its name; none if no line names a part of the body.
    pub(super) name: Option<Text>,
    lines: Vec<LineId>,
}

/// All places of an option: one for each part of the body that a line names, in the order of the catalogue. Lines that name
/// none count in all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Places(Vec<Place>);

impl Places {
    /// Of the lines that count.
    pub(super) fn of(catalog: &Catalog, lines: &[&Line]) -> Self {
        let areas: Vec<Option<&Area>> = lines.iter().map(|line| catalog.areas.named(&line.area)).collect();
        let named = catalog.areas.iter().filter(|area| areas.iter().flatten().any(|other| other.id == area.id));
        let with = |name, counts: &dyn Fn(&Area) -> bool| {
            let counting = lines.iter().zip(&areas).filter(|(_, area)| area.is_none_or(counts));
            Place { name, lines: counting.map(|(line, _)| line.id).collect() }
        };
        let mut places: Vec<Place> =
            named.map(|part| with(Some(part.name.clone()), &|area| catalog.areas.holds(area, part))).collect();
        if places.is_empty() {
            places.push(with(None, &|_| true));
        }
        Self(places)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Place> {
        self.0.iter()
    }
}

impl Place {
    /// Whether a line counts there.
    pub(super) fn has(&self, line: LineId) -> bool {
        self.lines.contains(&line)
    }
}

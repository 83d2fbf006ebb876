//! Where a concern is treated in an option, and which lines count there: those for it, and what else is done on the same skin.

use super::place::TreatedPlace;
use crate::catalog::{Area, Catalog, Concern, SuitLevel};
use crate::plan::Line;

/// All places of a concern in an option: one for each part of the body that a line for it names, in the order of the catalogue.
/// Lines for it that name none count in all of them, and where no line names one there is one place.
///
/// A line for another concern counts in a place as well where it is given on all of its skin, as far as that is known, and is a
/// usual choice for the concern or helps sometimes. One that names no part is given where its own concern usually is.
pub(super) fn places(catalog: &Catalog, concern: &Concern, lines: &[Line]) -> Vec<TreatedPlace> {
    let (own, others): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.concern == concern.id);
    let others: Vec<&Line> = others.into_iter().filter(|line| suits(catalog, concern, line)).collect();
    // Where lines for it name what no list has, nobody knows what else is on that skin.
    let is_known = own.iter().all(|line| line.area.is_empty() || catalog.areas.named(&line.area).is_some());
    let usual = catalog.skin("", &concern.id).filter(|_| is_known);
    let place = |name, part: Option<&Area>| {
        let counts_of_own = |line: &&&Line| match (catalog.areas.named(&line.area), part) {
            (Some(area), Some(part)) => catalog.areas.holds(area, part),
            _ => true,
        };
        let counts_of_others = |line: &&&Line| {
            let skin = catalog.skin(&line.area, &line.concern);
            skin.zip(part.or(usual)).is_some_and(|(skin, part)| catalog.areas.holds(skin, part))
        };
        let counting = own.iter().filter(counts_of_own).chain(others.iter().filter(counts_of_others));
        TreatedPlace { name, lines: counting.map(|line| line.id).collect() }
    };
    let is_named =
        |area: &&Area| own.iter().any(|line| catalog.areas.named(&line.area).is_some_and(|one| one.id == area.id));
    let named = catalog.areas.iter().filter(is_named);
    let places: Vec<TreatedPlace> = named.map(|part| place(Some(part.name.clone()), Some(part))).collect();
    if places.is_empty() { vec![place(None, None)] } else { places }
}

/// Whether any of the places has a line.
pub(super) fn counts(places: &[TreatedPlace], line: &Line) -> bool {
    places.iter().any(|place| place.has(line.id))
}

fn suits(catalog: &Catalog, concern: &Concern, line: &Line) -> bool {
    let treatment = catalog.treatment(&line.treatment);
    let mut suits = treatment.into_iter().flat_map(|treatment| &treatment.suits);
    suits.any(|suit| suit.concern == concern.id && suit.level != SuitLevel::Doubtful)
}

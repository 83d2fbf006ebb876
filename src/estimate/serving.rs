//! Which lines of an option count for a concern: those for it, and what else is done on the same skin.

use crate::catalog::{Area, Catalog, Concern, SuitLevel};
use crate::plan::Line;

/// The lines that count for a concern. A line for another concern counts as well where it is given on the skin of this one
/// and is a usual choice for it, or one that helps sometimes; where its skin is not known, it does not.
pub(super) fn serving<'a>(catalog: &Catalog, concern: &Concern, lines: &'a [Line]) -> Vec<&'a Line> {
    let skin = |line: &Line| catalog.skin(&line.area, &line.concern);
    let own: Vec<&Line> = lines.iter().filter(|line| line.concern == concern.id).collect();
    let of_concern: Vec<&Area> = match own.is_empty() {
        true => catalog.skin("", &concern.id).into_iter().collect(),
        false => own.iter().filter_map(|line| skin(line)).collect(),
    };
    let serves = |line: &&Line| {
        let is_there = |area| of_concern.iter().any(|other| catalog.areas.is_same_skin(Some(area), Some(other)));
        line.concern == concern.id || suits(catalog, concern, line) && skin(line).is_some_and(is_there)
    };
    lines.iter().filter(serves).collect()
}

fn suits(catalog: &Catalog, concern: &Concern, line: &Line) -> bool {
    let treatment = catalog.treatment(&line.treatment);
    let mut suits = treatment.into_iter().flat_map(|treatment| &treatment.suits);
    suits.any(|suit| suit.concern == concern.id && suit.level != SuitLevel::Doubtful)
}

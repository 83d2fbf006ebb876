//! What the price list has of a line besides its price: packages, and prices beside other treatments.

use crate::catalog::{Package, Rates, Treatment};
use crate::document::{LineDraft, PriceDraft};
use crate::plan::LineTogether;
use crate::text::Text;

/// What is sold in packages.
pub(super) struct Sold<'a> {
    /// What it is called.
    pub(super) name: &'a Text,
    /// The packages of the list.
    pub(super) packages: &'a [&'a Package],
    /// The part of the body that has them; none where they hold for any.
    pub(super) area: Option<&'a str>,
    /// The treatment on whose terms they are sold.
    pub(super) treatment: &'a Treatment,
}

/// The prices beside other treatments, as the price list says them beside its price.
pub(super) fn together(draft: &LineDraft, rates: &Rates<'_>) -> Vec<LineTogether> {
    let listed = rates.together.iter().filter(|_| draft.price == PriceDraft::Catalogue);
    listed.map(|one| LineTogether { with: one.with.clone(), price: one.price.amount }).collect()
}

//! From a file to everything derived from it.

use super::args::WithPrices;
use super::failure::Failure;
use super::files;
use crate::catalog::Catalog;
use crate::evaluation::Evaluation;
use crate::report::Worked;
use std::path::Path;

/// A valid plan with everything derived from it.
pub(super) struct Work {
    pub(super) evaluation: Evaluation,
    pub(super) catalog: Catalog,
}

impl Work {
    /// Reads a plan and works it out. A price list is laid over the catalogue as of the plan's first day, so that the
    /// result does not depend on when it is asked for.
    pub(super) fn read(file: &Path, with: &WithPrices) -> Result<Self, Failure> {
        let draft = files::read(file)?;
        let catalog = Catalog::built_in();
        let list = files::read_price_list(with.prices.as_deref(), &catalog)?;
        let catalog = list.over(&catalog, draft.start);
        let evaluation = Evaluation::of(&draft, &catalog)?;
        Ok(Self { evaluation, catalog })
    }

    /// As reports take it.
    pub(super) fn worked(&self) -> Worked<'_> {
        Worked::of(&self.evaluation, &self.catalog)
    }
}

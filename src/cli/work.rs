//! From a file to everything derived from it.

use super::args::WithPrices;
use super::failure::Failure;
use super::files;
use crate::catalog::Catalog;
use crate::evaluation::Evaluation;
use crate::price_list::PriceList;
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
        let list = files::read_price_list(with.prices.as_deref(), &Catalog::built_in())?;
        Self::read_over(file, &list)
    }

    /// As [`Work::read`], with a list that has been read before.
    pub(super) fn read_over(file: &Path, list: &PriceList) -> Result<Self, Failure> {
        let draft = files::read(file)?;
        let catalog = list.over(&Catalog::built_in(), draft.start);
        let evaluation = Evaluation::of(&draft, &catalog)?;
        Ok(Self { evaluation, catalog })
    }

    /// As reports take it.
    pub(super) fn worked(&self) -> Worked<'_> {
        Worked::of(&self.evaluation, &self.catalog)
    }
}

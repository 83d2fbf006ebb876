//! `new`: a worked example to start from.

use super::args::New;
use super::failure::Failure;
use super::files;
use crate::catalog::{Catalog, Concern, ConcernId};
use crate::price_list::PriceList;
use crate::scenario::Draft;
use crate::storage;
use crate::units::{Date, Percent};
use std::path::Path;

pub(super) fn run(args: &New) -> Result<(), Failure> {
    let catalog = Catalog::built_in();
    let concern = concern(&catalog, &args.concern)?;
    let output = args.output.as_deref().unwrap_or(Path::new(files::STREAM));
    files::check_free(output, args.force)?;
    let (list, today) = (files::read_price_list(args.with.prices.as_deref(), &catalog)?, super::today());
    let draft = with_defaults(Draft::example(&list.over(&catalog, today), concern, today), &list, today);
    files::write(output, storage::plan_text(&draft).as_bytes())
}

/// The plan with the clinic's default tax and discount.
fn with_defaults(mut draft: Draft, list: &PriceList, today: Date) -> Draft {
    let typed = |percent: Option<Percent>| percent.map(|percent| percent.to_string()).unwrap_or_default();
    draft.tax = typed(list.tax(today));
    for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
        line.discount = typed(list.discount(today));
    }
    draft
}

fn concern<'a>(catalog: &'a Catalog, id: &str) -> Result<&'a Concern, Failure> {
    catalog.concern(&ConcernId::from(id)).ok_or_else(|| {
        let known: Vec<&str> = catalog.concerns.iter().map(|concern| concern.id.as_str()).collect();
        Failure::bad_input(format!("\"{id}\" is not a concern; choose one of {}", known.join(", ")))
    })
}

//! `new`: a worked example to start from.

use super::args::New;
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::{Catalog, Concern, ConcernId};
use crate::document::{Draft, FurtherDraft};
use crate::storage::{self, Expected};
use crate::wording;
use std::path::Path;

pub(super) fn run(args: &New) -> Result<(), Failure> {
    let catalog = Catalog::built_in();
    let concern = concern(&catalog, &args.concern)?;
    let output = args.output.as_deref().unwrap_or(Path::new(files::STREAM));
    files::check_free(output, args.force)?;
    let (list, today) = (files::read_price_list(args.with.prices.as_deref(), &catalog)?, clock::today());
    let draft =
        wording::beginning(storage::new_plan(), &list.over(&catalog, today), (concern, None), (today, args.currency));
    let draft = with_further(draft, &args.also, &catalog)?;
    let expected = if args.force { Expected::Anything } else { Expected::Nothing };
    if files::write_plan(output, expected, &draft.into(), || Ok(()))? { Ok(()) } else { Err(files::taken(output)) }
}

/// The plan for further concerns as well, each as severe as the first one.
fn with_further(mut draft: Draft, also: &[String], catalog: &Catalog) -> Result<Draft, Failure> {
    for id in also {
        let concern = concern(catalog, id)?.id.clone();
        draft.further.push(FurtherDraft { concern, severity: draft.profile.severity });
    }
    // Prices that are not known yet are for whoever goes on with the plan to enter.
    draft.parse_unpriced(catalog).map_err(|problems| Failure::of_plan(&problems, &draft, catalog))?;
    Ok(draft)
}

fn concern<'a>(catalog: &'a Catalog, id: &str) -> Result<&'a Concern, Failure> {
    catalog.concern(&ConcernId::from(id)).ok_or_else(|| Failure::bad_input(wording::unknown_concern(id, catalog)))
}

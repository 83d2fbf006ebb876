//! `prices`: the clinic's own price list, as a table and as a file.

use super::args::day;
use super::args::prices::{Export, Import, Preview, PricesCommand, Show, Since};
use super::failure::Failure;
use super::{clock, files};
use crate::catalog::Catalog;
use crate::locale::tr;
use crate::price_list::{PriceListDraft, csv};
use crate::record::RecordError;
use crate::report::text;
use crate::storage;
use std::path::Path;

pub(super) fn run(command: &PricesCommand) -> Result<(), Failure> {
    let catalog = Catalog::built_in();
    match command {
        PricesCommand::Export(args) => export(args, &catalog),
        PricesCommand::Import(args) => import(args, &catalog),
        PricesCommand::Preview(args) => preview(args, &catalog),
        PricesCommand::Since(args) => since(args, &catalog),
        PricesCommand::Show(args) => show(args, &catalog),
    }
}

fn export(args: &Export, catalog: &Catalog) -> Result<(), Failure> {
    let output = args.output.as_deref().unwrap_or(Path::new(files::STREAM));
    files::check_free(output, args.force)?;
    let list = files::read_price_list(args.list.as_deref(), catalog)?;
    files::write(output, &csv::file(&list, catalog, args.currency, output)?)
}

fn import(args: &Import, catalog: &Catalog) -> Result<(), Failure> {
    let output = args.into.as_deref().unwrap_or(Path::new(files::STREAM));
    files::check_free(output, args.force)?;
    let list = files::read_price_table(&args.table, catalog)?;
    files::write(output, storage::price_list_text(&PriceListDraft::from(&list)).as_bytes())
}

fn preview(args: &Preview, catalog: &Catalog) -> Result<(), Failure> {
    let before = files::read_price_list(args.before.as_deref(), catalog)?;
    let after = files::read_price_list(Some(&args.list), catalog)?;
    let mut text = String::new();
    for plan in &args.plans {
        let dossier = files::read(plan)?;
        let (draft, record) = (&dossier.draft, dossier.record());
        let (before, after) = (before.over(catalog, draft.start), after.over(catalog, draft.start));
        if !text.is_empty() {
            text.push('\n');
        }
        // What is issued keeps its prices, whatever a list says.
        let effect = record.effect(draft, before, after);
        text += &text::price_effect(&plan.display().to_string(), &effect, draft, catalog);
    }
    files::print(text)
}

/// What an issued plan would cost with the prices of today. One that is being revised is compared as it was issued.
fn since(args: &Since, catalog: &Catalog) -> Result<(), Failure> {
    let list = files::read_price_list(args.prices.as_deref(), catalog)?;
    let mut text = String::new();
    for plan in &args.plans {
        let record = files::read(plan)?.record();
        let issued = record.last().ok_or(RecordError::NothingIssued)?;
        if !text.is_empty() {
            text.push('\n');
        }
        let name = tr!("{plan}, since it was issued", plan = plan.display());
        let snapshot = &issued.snapshot;
        let effect = snapshot.since(&list.over(catalog, snapshot.draft.start));
        text += &text::price_effect(&name, &effect, &snapshot.draft, catalog);
    }
    files::print(text)
}

fn show(args: &Show, catalog: &Catalog) -> Result<(), Failure> {
    let list = files::read_price_list(args.list.as_deref(), catalog)?;
    let on = day::read(args.on.as_ref())?.unwrap_or_else(clock::today);
    files::print(text::price_list(&list, catalog, on, args.currency))
}

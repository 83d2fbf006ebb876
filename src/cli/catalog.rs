//! `catalog`: what the program knows.

use super::args::Catalog as Args;
use super::args::shared::TextOrJson;
use super::clock;
use super::failure::Failure;
use super::files;
use crate::catalog::Catalog;
use crate::report::{json, text};

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let catalog = Catalog::built_in();
    match args.format {
        TextOrJson::Text => files::print(text::catalog(&catalog, clock::today())),
        TextOrJson::Json => files::print(json::catalog(&catalog)?),
    }
}

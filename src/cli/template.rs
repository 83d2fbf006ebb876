//! `template`: the built-in layout of the sheet, to start one's own from.

use super::args::sheet::Template as Args;
use super::failure::Failure;
use super::files;
use crate::report::sheet::{self, Template};
use std::path::Path;

pub(super) fn run(args: &Args) -> Result<(), Failure> {
    if args.explain {
        return files::print(sheet::DATA);
    }
    let output = args.output.as_deref().unwrap_or(Path::new(files::STREAM));
    files::check_free(output, args.force)?;
    files::write(output, Template::BUILT_IN.text.as_bytes())
}

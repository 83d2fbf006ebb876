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
    if !args.force && files::exists(output) {
        let name = output.display();
        return Err(Failure::bad_input(format!(
            "\"{name}\" exists already; choose another name, or --force to replace it"
        )));
    }
    files::write(output, Template::BUILT_IN.text.as_bytes())
}

//! What the clinic has set up for its sheets: read when the sheet is shown and when a plan is issued, written when its
//! details are saved.

use crate::app::jobs::Ending;
use crate::locale::tr;
use crate::report::sheet::Logo;
use crate::storage::{self, ClinicFile, Disk, Stamp};
use crate::ui::{ClinicForm, Layout};
use std::path::{Path, PathBuf};

/// The ending of layouts.
const LAYOUT: &str = "typ";

/// What the clinic has set up, as read.
#[derive(Clone, Default)]
pub(in crate::app) struct ClinicDesk {
    /// The clinic's file; none without a home folder.
    path: Option<PathBuf>,
    pub(in crate::app) file: ClinicFile,
    /// What the file held when it was read; none if it was not there.
    stamp: Option<Stamp>,
    /// Why it could not be read; then `file` is empty.
    pub(in crate::app) problem: Option<String>,
}

impl ClinicDesk {
    /// Reads the clinic's file. One that is not there is an empty one.
    pub(in crate::app) fn read(disk: &Disk, path: Option<PathBuf>) -> Self {
        let Some(path) = path else { return Self::default() };
        let stamp = Stamp::of(disk, &path);
        if !storage::exists(disk, &path) {
            return Self { path: Some(path), ..Self::default() };
        }
        match storage::read_clinic(disk, &path) {
            Ok(file) => Self { path: Some(path), file, stamp, problem: None },
            Err(error) => {
                let problem = tr!(
                    "{error}. Until it is mended, sheets are made without the clinic's details; if you save others, it \
                     is kept beside them",
                    error
                );
                Self { path: Some(path), stamp, problem: Some(problem), ..Self::default() }
            }
        }
    }

    /// Where a layout lies.
    pub(in crate::app) fn layout(&self, layout: &Layout) -> Option<PathBuf> {
        match layout {
            Layout::BuiltIn => None,
            Layout::Own(name) => self.path.as_ref().map(|path| path.with_file_name(name)),
            Layout::From(path) => Some(path.clone()),
        }
    }

    /// Writes the form; gives what is there then, and what there is to say of it. What is there and is not known is kept
    /// beside.
    pub(in crate::app) fn save(&self, disk: &Disk, form: &ClinicForm) -> Result<(Self, Vec<String>), String> {
        let path = self.path.clone().ok_or(tr!("There is no home folder to keep the clinic's details in"))?;
        let mut said = Vec::new();
        let template = match &form.layout {
            Layout::BuiltIn => None,
            Layout::Own(name) => Some(name.clone()),
            Layout::From(from) => Some(copy_layout(disk, from, &path, &mut said)?),
        };
        let words = match self.problem {
            Some(_) => tr!(in "file name", "unreadable"),
            None => tr!(in "file name", "changed elsewhere"),
        };
        let known = if self.problem.is_some() { Some(Stamp::UNKNOWN) } else { self.stamp };
        let file = ClinicFile { clinic: form.clinic(), logo: form.logo.clone(), template };
        let (stamp, kept) =
            storage::write_clinic(disk, &path, known, &file, words).map_err(|error| error.to_string())?;
        if let Some(copy) = kept {
            let name = copy.display();
            said.push(tr!("The clinic's details as they were on disk are kept as {name}", name));
        }
        Ok((Self { stamp: Some(stamp), path: Some(path), file, problem: None }, said))
    }
}

/// Copies a layout beside the clinic's file and gives its name. Another one of that name is kept beside it.
fn copy_layout(disk: &Disk, from: &Path, clinic: &Path, said: &mut Vec<String>) -> Result<String, String> {
    let nameless = tr!("The layout has no name that can be written");
    let name = from.file_name().and_then(|name| name.to_str()).ok_or(nameless)?;
    let to = clinic.with_file_name(name);
    let text = storage::read_template(disk, from).map_err(|error| error.to_string())?;
    let there = Stamp::of(disk, &to);
    if there.is_some() && there == Stamp::of(disk, from) {
        return Ok(name.to_owned());
    }
    if storage::exists(disk, &to) {
        let (copy, _) =
            storage::set_aside(disk, &to, tr!(in "file name", "before")).map_err(|error| error.to_string())?;
        said.push(tr!("The layout that was there is kept as {name}", name = copy.display()));
    }
    let written = storage::make_folder_of(disk, &to).and_then(|()| storage::write_private(disk, &to, text.as_bytes()));
    written.map_err(|error| error.to_string())?;
    said.push(tr!("The layout was copied to {name}; change it there", name = to.display()));
    Ok(name.to_owned())
}

/// Takes a logo that was read into the form, or says why not.
pub(in crate::app) fn take_logo(form: &mut ClinicForm, read: Ending<Logo>) {
    match read {
        Ending::Done(logo) => (form.logo, form.problem) = (Some(logo), None),
        Ending::Failed(why) => form.problem = Some(why),
        Ending::GivenUp(_) => {}
    }
}

/// Reads what is to be a layout. Whether it works, the pages show.
pub(in crate::app) fn read_layout(disk: &Disk, path: &Path) -> Result<(), String> {
    storage::read_template(disk, path).map_err(|error| error.to_string())?;
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(LAYOUT)) {
        return Ok(());
    }
    let name = path.display();
    Err(tr!("\"{name}\" is no layout; take a file that ends in .{ending}", name, ending = LAYOUT))
}

/// Takes a layout that was read into the form, or says why not.
pub(in crate::app) fn take_layout(form: &mut ClinicForm, path: PathBuf, read: Ending<()>) {
    match read {
        Ending::Done(()) => (form.layout, form.problem) = (Layout::From(path), None),
        Ending::Failed(why) => form.problem = Some(why),
        Ending::GivenUp(_) => {}
    }
}

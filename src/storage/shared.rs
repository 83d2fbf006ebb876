//! The price list and the clinic's details in a folder that all desks share. A desk keeps a copy of its own, works with that, and
//! evens the two out whenever the folder is there: what only one of them changed the other takes, and where both did, this desk's
//! stands and the other is laid beside it.

use super::clinic_file::files_named_in;
use super::disk::{LARGEST, Stamp, StorageError, read_bytes};
use super::folder::folder_of;
use super::places::time_and_size;
use super::price_list_file::{price_list_text, read_price_list};
use super::swap::{Expected, Swap, replace, swap};
use super::token::Disk;
use super::write::{make_folder_of, set_aside, write_private};
use crate::price_list::PriceListDraft;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What the price list and the clinic's details are called in a shared folder: with endings of their own, so that nobody takes them for
/// plans where these lie there too.
pub const SHARED_LIST: &str = "price-list.clprices";
/// As [`SHARED_LIST`].
pub const SHARED_CLINIC: &str = "clinic.cldetails";

/// What this desk and the folder had when they were last the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Common {
    /// What this desk had.
    pub here: Stamp,
    /// What the folder had.
    pub there: Stamp,
}

impl Common {
    /// As settings keep it.
    pub(super) fn to_text(self) -> String {
        format!("{} {}", self.here, self.there)
    }

    /// As it was kept; none if that is nothing of the kind.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        let (here, there) = text.split_once(' ')?;
        Some(Self { here: here.into(), there: there.into() })
    }
}

/// Where a desk shares its price list and the clinic's details, and what of them was last the same at both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The folder; none shares nothing.
    pub folder: Option<PathBuf>,
    /// Of the price list.
    pub list: Option<Common>,
    /// Of the clinic's details.
    pub clinic: Option<Common>,
}

/// What came of evening out.
#[derive(Clone, Debug, PartialEq)]
pub enum Evened<T> {
    /// The folder is not there.
    Away,
    /// Neither had changed anything.
    Same,
    /// The folder's is to stand here. What was here and never shared is kept in these files.
    Taken(T, Common, Vec<PathBuf>),
    /// The folder has what is here. What another desk had changed meanwhile is kept in these files.
    Given(Common, Vec<PathBuf>),
}

/// Which of two is to stand.
enum Turn {
    Neither,
    There,
    Here,
    /// This desk's, and what is there is kept.
    Both,
    /// They have come to be the same by themselves.
    Alike,
}

fn turn(common: Option<Common>, here: Stamp, there: Stamp) -> Turn {
    match common {
        _ if here == there && common != Some(Common { here, there }) => Turn::Alike,
        // Whoever joins others works with what they have.
        None => Turn::There,
        Some(common) => match (common.here == here, common.there == there) {
            (true, true) => Turn::Neither,
            (true, false) => Turn::There,
            (false, true) => Turn::Here,
            (false, false) => Turn::Both,
        },
    }
}

/// Evens this desk's price list out with that of a shared folder. `own` is the file in which this desk keeps its own, and `words`
/// name what is kept aside.
///
/// # Errors
/// If the folder's list cannot be read or written; nothing is changed then.
pub fn even_price_list(
    disk: &Disk,
    folder: &Path,
    (here, own): (&PriceListDraft, &Path),
    common: Option<Common>,
    words: &str,
) -> Result<Evened<PriceListDraft>, StorageError> {
    if !folder.is_dir() {
        return Ok(Evened::Away);
    }
    let (path, text) = (folder.join(SHARED_LIST), price_list_text(here));
    let mine = Stamp::of_bytes(text.as_bytes());
    let give = |known: Option<Stamp>| {
        let (there, kept) = replace(disk, &path, known, &text, words)?;
        Ok(Evened::Given(Common { here: mine, there }, kept.into_iter().collect()))
    };
    let there = match read_bytes(&path, LARGEST) {
        Ok(bytes) => Stamp::of_bytes(&bytes),
        // What had a list has none no more: the place is there and what lies in it is not, as where a disk is not connected.
        Err(StorageError::Missing(_)) if common.is_some() => return Ok(Evened::Away),
        Err(StorageError::Missing(_)) => return give(None),
        Err(error) => return Err(error),
    };
    match turn(common, mine, there) {
        Turn::Neither => Ok(Evened::Same),
        Turn::Alike => Ok(Evened::Given(Common { here: mine, there }, Vec::new())),
        Turn::Here => give(Some(there)),
        Turn::Both => give(common.map(|common| common.there)),
        Turn::There => {
            let list = read_price_list(disk, &path)?;
            let taken = Stamp::of_bytes(price_list_text(&list).as_bytes());
            let is_lost = common.is_none() && taken != mine && *here != PriceListDraft::default();
            let kept = if is_lost { vec![set_aside(disk, own, words)?.0] } else { Vec::new() };
            Ok(Evened::Taken(list, Common { here: taken, there }, kept))
        }
    }
}

/// Evens this desk's file of the clinic's details, with its logo and its layout, out with that of a shared folder. What is taken is
/// written here.
///
/// # Errors
/// If one of the two cannot be read or written.
pub fn even_clinic(
    disk: &Disk,
    folder: &Path,
    own: &Path,
    common: Option<Common>,
    words: &str,
) -> Result<Evened<()>, StorageError> {
    if !folder.is_dir() {
        return Ok(Evened::Away);
    }
    let path = folder.join(SHARED_CLINIC);
    let (here, there) = (Bundle::read(disk, own)?, Bundle::read(disk, &path)?);
    let turn = match (&here, &there) {
        (None, None) => Turn::Neither,
        (_, None) if common.is_some() => return Ok(Evened::Away),
        (Some(_), None) => Turn::Here,
        (None, Some(_)) => Turn::There,
        (Some(here), Some(there)) => turn(common, here.stamp(), there.stamp()),
    };
    let both = |bundle: &Bundle| Common { here: bundle.stamp(), there: bundle.stamp() };
    let held = |bundle: Option<&Bundle>| bundle.map_or(Expected::Nothing, |bundle| Expected::Read(bundle.held()));
    let given = |here: &Bundle, words: Option<&str>| {
        let written = here.write(disk, &path, held(there.as_ref()), words)?;
        Ok(written.map_or(Evened::Same, |kept| Evened::Given(both(here), kept)))
    };
    match (turn, &here, &there) {
        (Turn::Alike, Some(here), _) => Ok(Evened::Given(both(here), Vec::new())),
        (Turn::Here, Some(here), _) => given(here, None),
        (Turn::Both, Some(here), _) => given(here, Some(words)),
        (Turn::There, _, Some(there)) => {
            // What was shared before is there again at any desk that has it; what never was is kept.
            let words = common.is_none().then_some(words);
            let written = there.write(disk, own, held(here.as_ref()), words)?;
            Ok(written.map_or(Evened::Same, |kept| Evened::Taken((), both(there), kept)))
        }
        _ => Ok(Evened::Same),
    }
}

/// The files of a shared folder and of this desk that sharing is about, with their times and sizes: as long as these are the same there
/// is nothing to even out.
pub fn shared_files(disk: &Disk, folder: &Path, own: &Path) -> Vec<(PathBuf, Option<(SystemTime, u64)>)> {
    let of = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let is_shared = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name == SHARED_LIST || name == SHARED_CLINIC || path == own || is_beside(&name.to_string_lossy())
    };
    let mut files: Vec<PathBuf> = of(folder).chain(of(folder_of(own))).filter(is_shared).collect();
    files.sort();
    files.into_iter().map(|path| (path.clone(), time_and_size(disk, &path))).collect()
}

/// Whether a file beside the clinic's details may be shared with them: a logo or a layout.
fn is_beside(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ["png", "svg", "typ"].iter().any(|one| ending == *one))
}

/// A clinic's file with those it names, each with what it holds.
struct Bundle {
    own: Vec<u8>,
    beside: Vec<(PathBuf, Vec<u8>)>,
}

impl Bundle {
    /// Reads it; none if it is not there. A file that it names and that is not there, or not yet, is left out.
    fn read(disk: &Disk, path: &Path) -> Result<Option<Self>, StorageError> {
        let own = match read_bytes(path, LARGEST) {
            Ok(bytes) => bytes,
            Err(StorageError::Missing(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut beside = Vec::new();
        for name in files_named_in(disk, path)?.into_iter().filter(|name| is_beside(name)) {
            match read_bytes(&path.with_file_name(&name), LARGEST) {
                Err(StorageError::Missing(_)) => {}
                read => beside.push((PathBuf::from(name), read?)),
            }
        }
        Ok(Some(Self { own, beside }))
    }

    /// What its own file holds.
    fn held(&self) -> Stamp {
        Stamp::of_bytes(&self.own)
    }

    fn stamp(&self) -> Stamp {
        let beside = self.beside.iter().flat_map(|(name, bytes)| [name.as_os_str().as_encoded_bytes(), bytes]);
        let all = std::iter::once(self.own.as_slice()).chain(beside);
        let whole: Vec<u8> =
            all.flat_map(|part| (part.len() as u64).to_le_bytes().into_iter().chain(part.iter().copied())).collect();
        Stamp::of_bytes(&whole)
    }

    /// Writes it to a clinic's file that holds what is expected, and beside it; none if it holds something else by now. Where words are
    /// given, what is there and differs is kept, and told.
    fn write(
        &self,
        disk: &Disk,
        clinic: &Path,
        expected: Expected,
        words: Option<&str>,
    ) -> Result<Option<Vec<PathBuf>>, StorageError> {
        make_folder_of(disk, clinic)?;
        let mut kept = Vec::new();
        let mut keep = |path: &Path| match words.filter(|_| path.exists()) {
            Some(words) => set_aside(disk, path, words).map(|(copy, _)| kept.push(copy)),
            None => Ok(()),
        };
        for (name, bytes) in &self.beside {
            let path = clinic.with_file_name(name);
            if Stamp::of(disk, &path) != Some(Stamp::of_bytes(bytes)) {
                keep(&path)?;
                write_private(disk, &path, bytes)?;
            }
        }
        // The one that names the others is written last.
        if Stamp::of(disk, clinic) != Some(self.held())
            && swap(disk, clinic, expected, &self.own, || keep(clinic))? == Swap::Changed
        {
            return Ok(None);
        }
        Ok(Some(kept))
    }
}

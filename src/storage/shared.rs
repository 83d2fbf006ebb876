//! The price list and the clinic's details in a folder that all desks share. A desk keeps a copy of its own, works with that, and
//! evens the two out whenever the folder is there: what only one of them changed the other takes, and where both did, this desk's
//! stands and the other is laid beside it.

use super::clinic_file::files_named_in;
use super::disk::{LARGEST, Stamp, StorageError, read_bytes};
use super::price_list_file::{price_list_text, read_price_list};
use super::swap::replace;
use super::token::Disk;
use super::write::{make_folder_of, set_aside, write_private};
use crate::price_list::PriceListDraft;
use std::path::{Path, PathBuf};

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
}

fn turn(common: Option<Common>, here: Stamp, there: Stamp) -> Turn {
    match common {
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
    let Some(there) = Stamp::of(disk, &path) else { return give(None) };
    match turn(common, mine, there) {
        Turn::Neither => Ok(Evened::Same),
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
        (Some(_), None) => Turn::Here,
        (None, Some(_)) => Turn::There,
        (Some(here), Some(there)) => turn(common, here.stamp(), there.stamp()),
    };
    let both = |bundle: &Bundle| Common { here: bundle.stamp(), there: bundle.stamp() };
    match (turn, here, there) {
        (Turn::Here, Some(here), _) => Ok(Evened::Given(both(&here), here.write(disk, &path, None)?)),
        (Turn::Both, Some(here), _) => Ok(Evened::Given(both(&here), here.write(disk, &path, Some(words))?)),
        (Turn::There, _, Some(there)) => {
            // What was shared before is there again at any desk that has it; what never was is kept.
            let words = common.is_none().then_some(words);
            Ok(Evened::Taken((), both(&there), there.write(disk, own, words)?))
        }
        _ => Ok(Evened::Same),
    }
}

/// A clinic's file with those it names, each with what it holds.
struct Bundle {
    own: Vec<u8>,
    beside: Vec<(PathBuf, Vec<u8>)>,
}

impl Bundle {
    /// Reads it; none if it is not there.
    fn read(disk: &Disk, path: &Path) -> Result<Option<Self>, StorageError> {
        let own = match read_bytes(path, LARGEST) {
            Ok(bytes) => bytes,
            Err(StorageError::Missing(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut files = Vec::new();
        for name in files_named_in(disk, path)? {
            files.push((PathBuf::from(&name), read_bytes(&path.with_file_name(&name), LARGEST)?));
        }
        Ok(Some(Self { own, beside: files }))
    }

    fn stamp(&self) -> Stamp {
        let beside = self.beside.iter().flat_map(|(name, bytes)| [name.as_os_str().as_encoded_bytes(), bytes]);
        let all = std::iter::once(self.own.as_slice()).chain(beside);
        let whole: Vec<u8> =
            all.flat_map(|part| (part.len() as u64).to_le_bytes().into_iter().chain(part.iter().copied())).collect();
        Stamp::of_bytes(&whole)
    }

    /// Writes it beside a clinic's file. Where words are given, what is there and differs is kept, and told.
    fn write(&self, disk: &Disk, clinic: &Path, words: Option<&str>) -> Result<Vec<PathBuf>, StorageError> {
        make_folder_of(disk, clinic)?;
        let mut kept = Vec::new();
        let beside = self.beside.iter().map(|(name, bytes)| (clinic.with_file_name(name), bytes));
        // The one that names the others is written last.
        for (path, bytes) in beside.chain([(clinic.to_owned(), &self.own)]) {
            let there = Stamp::of(disk, &path);
            if there == Some(Stamp::of_bytes(bytes)) {
                continue;
            }
            if let Some(words) = words.filter(|_| there.is_some()) {
                kept.push(set_aside(disk, &path, words)?.0);
            }
            write_private(disk, &path, bytes)?;
        }
        Ok(kept)
    }
}

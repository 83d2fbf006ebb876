//! What commands read and write: files through [`storage`], or the standard streams under the name `-`.

use super::failure::Failure;
use super::passphrase;
use crate::catalog::Catalog;
use crate::locale::{self, tr};
use crate::log::Dossier;
use crate::price_list::{PriceList, csv};
use crate::spreadsheet::is_workbook_name;
use crate::storage::{self, Disk, Expected, StorageError, Swap};
use crate::wording;
use std::fmt::Display;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The name that stands for standard input or standard output.
pub(super) const STREAM: &str = "-";

/// Reads a plan from a file, or from standard input for `-`.
pub(super) fn read(file: &Path) -> Result<Dossier, Failure> {
    if file.to_str() != Some(STREAM) {
        return passphrase::unlocked(|| storage::read_plan(&Disk::here(), file));
    }
    // Read once: what has to be opened with a passphrase is looked at again.
    let mut piped = Vec::new();
    io::stdin().lock().read_to_end(&mut piped)?;
    passphrase::unlocked(|| storage::read_plan_from(piped.as_slice(), tr!("standard input")))
}

/// Reads a plan with what must still be there when it is replaced.
pub(super) fn read_to_change(file: &Path) -> Result<(Dossier, Expected), Failure> {
    if file.to_str() == Some(STREAM) {
        return Ok((read(file)?, Expected::Anything));
    }
    if storage::is_stream(&Disk::here(), file) {
        let name = file.display();
        return Err(Failure::bad_input(tr!(
            "\"{name}\" is a pipe or a device, in which nothing can be changed; name a file, or - to read from standard input and write \
             to standard output",
            name
        )));
    }
    let (dossier, stamp) = passphrase::unlocked(|| storage::read_stamped_plan(&Disk::here(), file))?;
    Ok((dossier, Expected::Read(stamp)))
}

/// Reads a price list, from a table if its name ends in `.csv` or `.xlsx`; without a file it is empty.
pub(super) fn read_price_list(file: Option<&Path>, catalog: &Catalog) -> Result<PriceList, Failure> {
    let Some(file) = file else { return Ok(PriceList::default()) };
    let is_text = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if is_text || is_workbook_name(file) {
        return read_price_table(file, catalog);
    }
    let draft = storage::read_price_list(&Disk::here(), file)?;
    let parsed = draft.parse(catalog);
    parsed.map_err(|problems| located(file, &wording::list_problems(&problems.0, &draft, catalog)))
}

/// Reads a price list from a table, whatever its name.
pub(super) fn read_price_table(file: &Path, catalog: &Catalog) -> Result<PriceList, Failure> {
    let imported =
        csv::import(&storage::read_table(&Disk::here(), file)?, catalog, &|day| locale::current().pack.read_date(day));
    imported.map_err(|problems| located(file, &wording::row_problems(&problems, catalog)))
}

/// Every problem of a file on a line of its own, with the file's name.
fn located(file: &Path, problems: &[impl Display]) -> Failure {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
    Failure::BadInput(problems.iter().map(|problem| format!("{name}, {problem}")).collect())
}

/// Refuses to write over something that could be lost.
pub(super) fn check_free(output: &Path, force: bool) -> Result<(), Failure> {
    if force || !exists(output) { Ok(()) } else { Err(taken(output)) }
}

/// That there is something which could be lost.
pub(super) fn taken(output: &Path) -> Failure {
    let name = output.display();
    Failure::bad_input(tr!("\"{name}\" exists already; choose another name, or --force to replace it", name))
}

/// Writes to standard output. A reader that has seen enough and closed it is no failure.
pub(super) fn print(content: impl AsRef<[u8]>) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(content.as_ref()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes a file in one piece, or to standard output for `-`.
pub(super) fn write(path: &Path, content: &[u8]) -> Result<(), Failure> {
    if path.to_str() == Some(STREAM) {
        return print(content);
    }
    storage::write_private(&Disk::here(), path, content)?;
    passphrase::say_plain(path);
    Ok(())
}

/// Writes a plan if its file still holds what is expected, after what is to be done first; false if it does not.
pub(super) fn write_plan(
    path: &Path,
    expected: Expected,
    plan: &Dossier,
    first: impl FnOnce() -> Result<(), Failure>,
) -> Result<bool, Failure> {
    if path.to_str() == Some(STREAM) {
        return first().and_then(|()| print(storage::plan_content(plan)?)).map(|()| true);
    }
    passphrase::unlocked(|| storage::check_folder_of(&Disk::here(), path))?;
    Ok(storage::swap_plan(&Disk::here(), path, expected, plan, first)? != Swap::Changed)
}

/// How often a plan is changed anew if somebody else writes it meanwhile.
const TRIES: usize = 50;

/// Does what ends with a plan being written, and does it anew on what is there then if somebody else wrote it meanwhile.
pub(super) fn until_written(file: &Path, change: impl Fn() -> Result<bool, Failure>) -> Result<(), Failure> {
    for _ in 0..TRIES {
        if change()? {
            return Ok(());
        }
    }
    let name = file.display();
    Err(Failure::Other(tr!("\"{name}\" is being changed by somebody else all the time; try again later", name)))
}

/// Changes a plan in its place, and says what came of that.
pub(super) fn change(file: &Path, change: impl Fn(&mut Dossier) -> Result<String, Failure>) -> Result<(), Failure> {
    until_written(file, || {
        let (mut plan, expected) = read_to_change(file)?;
        let said = change(&mut plan)?;
        let written = write_plan(file, expected, &plan, || Ok(()))?;
        if written {
            say(file, &said)?;
        }
        Ok(written)
    })
}

/// Says what came of a plan that was written: nothing where the plan itself went to standard output.
pub(super) fn say(output: &Path, said: &str) -> Result<(), Failure> {
    if output.to_str() == Some(STREAM) { Ok(()) } else { print(format!("{said}\n")) }
}

/// Whether something is there that could be lost.
pub(super) fn exists(path: &Path) -> bool {
    let disk = Disk::here();
    path.to_str() != Some(STREAM) && storage::exists(&disk, path) && !storage::is_stream(&disk, path)
}

/// Refuses to write over a plan or a price list. A pipe is not asked: it would be waited for.
pub(super) fn spare_plan(path: &Path, what: &str) -> Result<(), Failure> {
    let name = path.display();
    let sentence = match kept(path) {
        None => return Ok(()),
        Some(OwnFile::Plan) => tr!("\"{name}\" is a plan, which {what} would replace; choose another name", name, what),
        Some(OwnFile::PriceList) => {
            tr!("\"{name}\" is a price list, which {what} would replace; choose another name", name, what)
        }
    };
    Err(Failure::bad_input(sentence))
}

/// What is ours and would be lost with a file.
enum OwnFile {
    Plan,
    PriceList,
}

/// What would be lost with this file.
fn kept(path: &Path) -> Option<OwnFile> {
    if path.to_str() == Some(STREAM) || !storage::is_file(&Disk::here(), path) {
        return None;
    }
    let is_table = || storage::read_table(&Disk::here(), path).is_ok_and(|bytes| csv::is_table(&bytes));
    let list = || (storage::read_price_list(&Disk::here(), path).is_ok() || is_table()).then_some(OwnFile::PriceList);
    // A plan that is protected is one as well.
    let is_plan = matches!(storage::read_plan(&Disk::here(), path), Ok(_) | Err(StorageError::Locked(_)));
    is_plan.then_some(OwnFile::Plan).or_else(list)
}

/// The name of a file without its folder.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

//! The disk is full at each byte of each file that is written: what was there stays whole, nothing half written is left beside
//! it, and it is said.
//!
//! Files are only let grow so far, first to no byte, then to one, and so on until there is room enough.

use anyhow::{Context as _, Result, ensure};
use collagen_ledger::catalog::Catalog;
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::Draft;
use collagen_ledger::log::Dossier;
use collagen_ledger::overlay::{Quantity, Subject};
use collagen_ledger::price_list::{EntryDraft, PriceListDraft};
use collagen_ledger::report::sheet::Logo;
use collagen_ledger::storage::{
    self, ClinicFile, DeskName, Disk, Expected, Passphrase, Presence, Recovery, Settings, StorageError,
};
use collagen_ledger::units::Currency;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What a folder holds: names with bytes.
type Content = BTreeMap<String, Vec<u8>>;
/// Writes in a folder; what is said where that fails.
type Write = Box<dyn Fn(&Disk, &Path) -> Result<(), String>>;

/// Files that are written.
struct Case {
    name: &'static str,
    /// What lies in the folder before.
    before: Content,
    write: Write,
    /// What is said at the least.
    says: &'static str,
    /// How many bytes lie between two tries.
    step: u64,
}

/// As many bytes are enough for what lies there only for a moment: a token, or who has a plan open.
const TRANSIENT: u64 = 200;
/// How many bytes lie between two tries where each works out a key.
const STEP_OF_SEALED: u64 = 251;

pub(crate) fn bar() -> Result<()> {
    let (mut tries, mut wrong) = (0, Vec::new());
    for case in cases()? {
        let (tried, found) = case.run()?;
        println!("{}: {tried} times without room, {} wrong", case.name, found.len());
        tries += tried;
        wrong.extend(found);
    }
    wrong.iter().take(20).for_each(|one| println!("{one}"));
    println!("{tries} times without room, {} wrong", wrong.len());
    ensure!(wrong.is_empty(), "a full disk is not survived");
    Ok(())
}

impl Case {
    fn new(
        name: &'static str,
        before: impl IntoIterator<Item = (&'static str, Vec<u8>)>,
        write: impl Fn(&Disk, &Path) -> Result<(), StorageError> + 'static,
    ) -> Self {
        let before = before.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
        Self {
            name,
            before,
            write: Box::new(move |disk, folder| write(disk, folder).map_err(|error| error.to_string())),
            says: "cannot be written",
            step: 1,
        }
    }

    /// How often there was no room, and what was wrong then.
    fn run(&self) -> Result<(u64, Vec<String>)> {
        let after = {
            let folder = self.folder()?;
            (self.write)(&Disk::here(), folder.path()).map_err(anyhow::Error::msg).context(self.name)?;
            content(folder.path())?
        };
        let written = after.iter().filter(|(name, bytes)| self.before.get(*name) != Some(bytes));
        let size = written.map(|(_, bytes)| bytes.len() as u64).max().unwrap_or(0);
        let (folder, mut wrong, mut tried) = (self.folder()?, Vec::new(), 0);
        for limit in (0..).step_by(usize::try_from(self.step)?) {
            let done = with_room_for(limit, || (self.write)(&Disk::here(), folder.path()))?;
            let held = content(folder.path())?;
            let mut fault = |what: String| wrong.push(format!("{}, {limit} bytes: {what}", self.name));
            let Err(said) = done else {
                if limit < size {
                    fault("called done".to_owned());
                } else if self.step == 1 && held.values().ne(after.values()) {
                    fault("something else is written than with room".to_owned());
                }
                break;
            };
            tried += 1;
            if limit > size.max(TRANSIENT) + self.step {
                fault(format!("enough, and said {said:?}"));
                break;
            }
            if said.lines().count() != 1 || !said.contains(self.says) {
                fault(format!("said {said:?}"));
            }
            let is_whole = |(name, bytes): (&String, &Vec<u8>)| {
                [&self.before, &after].iter().any(|all| all.get(name) == Some(bytes))
            };
            let is_kept = self.before.keys().all(|name| held.contains_key(name));
            if !is_kept || !held.iter().all(is_whole) || held == after && after != self.before {
                fault(format!("there is {:?}", held.keys()));
                break;
            }
        }
        Ok((tried, wrong))
    }

    fn folder(&self) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, bytes) in &self.before {
            fs::write(folder.path().join(name), bytes)?;
        }
        Ok(folder)
    }
}

/// All files of a folder and of those in it.
fn content(folder: &Path) -> Result<Content> {
    let mut held = Content::new();
    for entry in fs::read_dir(folder)? {
        let (name, path) = entry.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))?;
        if path.is_dir() {
            held.extend(content(&path)?.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            held.insert(name, fs::read(path)?);
        }
    }
    Ok(held)
}

/// Does something while no file can grow beyond so many bytes.
fn with_room_for<T>(bytes: u64, work: impl FnOnce() -> T) -> Result<T> {
    let usual = getrlimit(Resource::Fsize);
    setrlimit(Resource::Fsize, Rlimit { current: Some(bytes), maximum: usual.maximum })?;
    let done = work();
    setrlimit(Resource::Fsize, usual)?;
    Ok(done)
}

fn cases() -> Result<Vec<Case>> {
    Ok([plans()?, shared()?, own()].into_iter().flatten().collect())
}

/// The worked example of a concern, for somebody.
fn plan(client: &str) -> Result<Dossier> {
    let catalog = Catalog::built_in();
    let concern = catalog.concerns.iter().find(|concern| concern.id.as_str() == "hair").context("a concern")?;
    let draft = Draft::example(&catalog, concern, jiff::civil::date(2027, 3, 1));
    Ok(Dossier::from(Draft { id: storage::new_plan(), reference: client.to_owned(), ..draft }))
}

/// Plans, and what is kept of them.
fn plans() -> Result<Vec<Case>> {
    let (first, other) = (plan("A. N. Other")?, plan("Somebody Else")?);
    let there = || [("plan.clplan", storage::plan_text(&first).into_bytes())];
    let swapped = |expected: Expected, plan: Dossier| {
        move |disk: &Disk, folder: &Path| {
            storage::swap_plan(disk, &folder.join("plan.clplan"), expected, &plan, || Ok(())).map(|_| ())
        }
    };
    let (beside, unsaved, id) = (other.clone(), other.clone(), first.draft.id);
    let sealed = plan("Protected")?;
    storage::protect(sealed.draft.id, &Passphrase::new("correct horse battery").context("a passphrase")?);
    Ok(vec![
        Case::new("a new plan", [], swapped(Expected::Nothing, first.clone())),
        Case::new("a plan that is there", there(), swapped(Expected::Anything, other.clone())),
        Case { step: STEP_OF_SEALED, ..Case::new("a protected plan", [], swapped(Expected::Nothing, sealed)) },
        Case::new("a version beside a plan", there(), move |disk, folder| {
            storage::write_beside(disk, &folder.join("plan.clplan"), "of the front desk", &beside).map(|_| ())
        }),
        Case::new("a plan laid aside", there(), move |disk, folder| {
            storage::set_plan_aside(disk, &folder.join("plan.clplan"), "of the front desk", id).map(|_| ())
        }),
        Case::new("unsaved work", [], move |disk, folder| Recovery::begin(disk, folder)?.keep(disk, &unsaved, None)),
        Case {
            write: Box::new(|disk, folder| {
                let name = DeskName { desk: "front".to_owned(), person: "A. B.".to_owned() };
                let began = Presence::begin(
                    disk,
                    &folder.join("plan.clplan"),
                    &name,
                    jiff::civil::datetime(2027, 3, 1, 9, 0, 0, 0),
                    Some(&folder.join("windows")),
                );
                began.map(|_| ()).map_err(|error| error.to_string())
            }),
            // Nobody is told: it is tried again with the next look at the folder.
            says: "too large",
            ..Case::new("who has a plan open", there(), |_, _| Ok(()))
        },
    ])
}

/// A price list with a price for each treatment.
fn price_list() -> PriceListDraft {
    let catalog = Catalog::built_in();
    let priced = catalog.treatments.iter().map(|treatment| Subject::Treatment(treatment.id.clone()));
    PriceListDraft {
        entries: priced.map(|subject| EntryDraft::empty(subject, Quantity::price(Currency::USD))).collect(),
        ..PriceListDraft::default()
    }
}

/// What desks share, and what they keep of it.
fn shared() -> Result<Vec<Case>> {
    let (list, given) = (price_list(), price_list());
    let shorter = PriceListDraft { entries: list.entries[1..].to_vec(), ..PriceListDraft::default() };
    let held = || storage::price_list_text(&shorter).into_bytes();
    let logo = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>"#;
    let details = |name: &str| -> Result<ClinicFile> {
        let clinic = Clinic { name: name.to_owned(), ..Clinic::default() };
        Ok(ClinicFile { clinic, logo: Some(Logo::new(logo.as_bytes().to_vec())?), template: None })
    };
    let (ours, theirs) = (details("Our clinic")?, details("Another clinic")?);
    let there = {
        let folder = tempfile::tempdir()?;
        storage::write_clinic(&Disk::here(), &folder.path().join("clinic.ron"), None, &theirs, "kept")?;
        fs::read(folder.path().join("clinic.ron"))?
    };
    Ok(vec![
        Case::new("a price list that another window has changed", [("list.ron", held())], move |disk, folder| {
            storage::write_price_list(disk, &folder.join("list.ron"), None, &list, "of another window").map(|_| ())
        }),
        Case::new("a price list for all desks", [], move |disk, folder| {
            storage::even_price_list(disk, folder, (&given, &folder.join("list.ron")), None, "kept").map(|_| ())
        }),
        Case::new(
            "the clinic's details, changed by another window",
            [("clinic.ron", there.clone())],
            move |disk, folder| {
                storage::write_clinic(disk, &folder.join("clinic.ron"), None, &ours, "of another window").map(|_| ())
            },
        ),
        Case::new(
            "the clinic's details for all desks",
            [("clinic.ron", there), ("clinic-logo.svg", logo.into())],
            |disk, folder| storage::even_clinic(disk, folder, &folder.join("clinic.ron"), None, "kept").map(|_| ()),
        ),
    ])
}

/// What a desk writes for itself.
fn own() -> Vec<Case> {
    let settings = Settings::default();
    let exported: Vec<u8> = (0..64 * 1024_u32).map(|byte| (byte % 251) as u8).collect();
    vec![
        Case::new("settings", [("settings.ron", b"(theme: \"dark\")".to_vec())], move |disk, folder| {
            settings.write(disk, &folder.join("settings.ron"))
        }),
        Case::new("a file laid aside", [("clinic-logo.png", exported[..4096].to_vec())], |disk, folder| {
            storage::set_aside(disk, &folder.join("clinic-logo.png"), "of another window").map(|_| ())
        }),
        Case::new("a sheet, a table, a calendar", [], move |disk, folder| {
            storage::write_private(disk, &folder.join("sheet.pdf"), &exported)
        }),
    ]
}

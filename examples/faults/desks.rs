//! Several desks write the plans of one folder at once, and are killed while they do: nothing that one of them has been told to be
//! written may be missing afterwards, and nobody may be told of a fault that is none.

use anyhow::{Context as _, Result, ensure};
use collagen_ledger::catalog::Catalog;
use collagen_ledger::document::Draft;
use collagen_ledger::log::{Dossier, EventKind};
use collagen_ledger::progress::Fact;
use collagen_ledger::storage::{self, Disk, Expected, StorageError, Swap};
use collagen_ledger::units::Money;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// How many plans there are for each desk: few enough for desks to meet, and enough for none to become endless.
const PLANS_A_DESK: u32 = 24;
/// The mean time between two kills.
const KILLED_AFTER: Duration = Duration::from_millis(400);
/// After how many kills the desks are left in peace, so that they end.
const MOST_KILLS: u32 = 1_000;
/// The day of all that is written down.
const TODAY: jiff::civil::Date = jiff::civil::date(2027, 6, 1);

/// Where a desk writes down what it was told to be written.
fn told_by(folder: &Path, desk: u32) -> PathBuf {
    folder.join(format!("told-by-{desk}"))
}

fn plan_at(folder: &Path, plan: u32) -> PathBuf {
    folder.join(format!("plan-{plan}.clplan"))
}

/// How much a desk has been told to be written so far.
fn told(folder: &Path, desk: u32) -> u32 {
    let lines = fs::read_to_string(told_by(folder, desk)).unwrap_or_default();
    u32::try_from(lines.lines().count()).unwrap_or(u32::MAX)
}

/// What a desk does: it writes payments down, one after the other, each in one of the plans.
pub(crate) fn write_on(folder: &Path, desk: u32, plans: u32, last: u32) -> Result<()> {
    let mut told_to = File::options().create(true).append(true).open(told_by(folder, desk))?;
    for number in told(folder, desk)..last {
        let path = plan_at(folder, number.wrapping_mul(7919).wrapping_add(desk * 31) % plans);
        write_one(&path, desk, number).with_context(|| format!("desk {desk}, number {number}"))?;
        // In one piece, so that a kill leaves the whole line or nothing.
        told_to.write_all(format!("{desk}-{number}\n").as_bytes())?;
    }
    Ok(())
}

/// Writes one payment down in a plan, however often somebody else is faster.
fn write_one(path: &Path, desk: u32, number: u32) -> Result<()> {
    let disk = &Disk::here();
    loop {
        let (mut plan, stamp) = storage::read_stamped_plan(disk, path)?;
        let option = plan.draft.options.first().context("an option")?.id;
        let note = format!("{desk}-{number}");
        let fact = Fact::Payment { option, on: TODAY, amount: Money::from_minor(100), note };
        let by = storage::author(&jiff::Zoned::now(), &format!("desk {desk}"), storage::salt());
        plan.note(fact, TODAY, &by).ok().context("noted")?;
        if storage::swap_plan(disk, path, Expected::Read(stamp), &plan, || Ok::<(), StorageError>(()))? != Swap::Changed
        {
            return Ok(());
        }
    }
}

/// Has so many desks write so often, kills them again and again, and looks whether everything is there.
pub(crate) fn bar(desks: u32, edits: u32) -> Result<()> {
    let (folder, plans) = (tempfile::tempdir()?, desks * PLANS_A_DESK);
    let catalog = Catalog::built_in();
    for plan in 0..plans {
        let draft = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
        let mut plan_of = Dossier::from(Draft { id: storage::new_plan(), ..draft });
        plan_of.draft.options.truncate(1);
        storage::write_private(&Disk::here(), &plan_at(folder.path(), plan), storage::plan_text(&plan_of).as_bytes())?;
    }
    let start = |desk: u32| -> Result<Child> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("desk").arg(folder.path()).args([desk, plans, edits].map(|number| number.to_string()));
        Ok(command.spawn()?)
    };
    let (began, mut kills) = (Instant::now(), 0_u32);
    let mut running: BTreeMap<u32, Child> = (0..desks).map(|desk| Ok((desk, start(desk)?))).collect::<Result<_>>()?;
    while !running.is_empty() {
        std::thread::sleep(KILLED_AFTER.mul_f64(f64::from(storage::salt()) / f64::from(u32::MAX) * 2.0));
        let mut ended = Vec::new();
        for (desk, child) in &mut running {
            if let Some(status) = child.try_wait()? {
                ensure!(status.success(), "desk {desk} was told of a fault");
                ended.push(*desk);
            }
        }
        running.retain(|desk, _| !ended.contains(desk));
        // Drawn of all, ended or not: the last one is killed no more often than all were.
        let victim = Some(storage::salt() % desks).filter(|desk| kills < MOST_KILLS && running.contains_key(desk));
        if let Some(child) = victim.and_then(|desk| running.get_mut(&desk)) {
            child.kill()?;
            // One that had ended by itself meanwhile says how.
            ensure!(child.wait()?.code().is_none_or(|code| code == 0), "a desk was told of a fault");
            kills += 1;
        }
        if let Some(desk) = victim {
            running.insert(desk, start(desk)?);
        }
    }
    let (written, lost) = look(folder.path(), (desks, plans))?;
    let seconds = began.elapsed().as_secs();
    println!("{desks} desks, {plans} plans, {written} told to be written, {kills} kills, {seconds} s: {lost} lost");
    ensure!(lost == 0, "something is lost");
    ensure!(kills > 0, "nobody was killed: let them write more");
    Ok(())
}

/// How much was told to be written, and how much of that is missing. What is there twice, torn or laid aside is a fault.
fn look(folder: &Path, (desks, plans): (u32, u32)) -> Result<(usize, usize)> {
    let mut there = BTreeSet::new();
    for plan in 0..plans {
        let plan = storage::read_plan(&Disk::here(), &plan_at(folder, plan))?;
        ensure!(plan.log.torn().is_empty(), "an entry is missed");
        for event in plan.log.events() {
            if let EventKind::Happened(Fact::Payment { note, .. }) = &event.what {
                // One that was killed before it was told writes the same once more.
                there.insert(note.clone());
            }
        }
    }
    let mut told = Vec::new();
    for desk in 0..desks {
        told.extend(fs::read_to_string(told_by(folder, desk))?.lines().map(str::to_owned));
    }
    let names = fs::read_dir(folder)?.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    let aside: Vec<String> = names.filter(|name| name.contains('(')).collect();
    ensure!(aside.is_empty(), "something was laid aside: {aside:?}");
    Ok((told.len(), told.iter().filter(|note| !there.contains(*note)).count()))
}

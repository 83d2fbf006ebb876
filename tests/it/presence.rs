//! Who has a plan open, as the folder says it.

use collagen_ledger::storage::{DeskName, Disk, Presence};
use jiff::civil::date;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

fn begin(plan: &Path, person: &str, hour: i8) -> Presence {
    let name = DeskName { desk: "desk".to_owned(), person: person.to_owned() };
    Presence::begin(&Disk::here(), plan, &name, date(2027, 3, 1).at(hour, 0, 0, 0), None).expect("a place")
}

fn told(presence: &Presence) -> Vec<String> {
    presence.others(&Disk::here()).into_iter().map(|other| other.name.person).collect()
}

/// The files beside a plan that say who has it open.
fn files(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "open")).collect()
}

#[test]
fn each_window_is_told_of_the_others_of_the_same_plan() {
    let folder = tempfile::tempdir().unwrap();
    let [plan, other] = ["plan.clplan", "plan.clplan.clplan"].map(|name| folder.path().join(name));
    let (first, second) = (begin(&plan, "B", 10), begin(&plan, "A", 9));
    let third = begin(&other, "C", 8);
    assert_eq!((told(&first), told(&second), told(&third)), (vec!["A".to_owned()], vec!["B".to_owned()], vec![]));
    let fourth = begin(&plan, "D", 8);
    assert_eq!(told(&first), ["D", "A"], "the first one first");
    drop((second, fourth));
    assert_eq!(told(&first), Vec::<String>::new());
    // What somebody tidied away comes back, and what somebody made up is no window.
    files(folder.path()).into_iter().for_each(|path| fs::remove_file(path).unwrap());
    first.renew(&Disk::here()).unwrap();
    for (name, text) in [("made", "nonsense"), ("up", "CollagenLedgerOpen(desk: 3)"), ("long", &"x".repeat(9000))] {
        fs::write(folder.path().join(format!(".plan.clplan.{name}.open")), text).unwrap();
    }
    assert_eq!(told(&begin(&plan, "E", 11)), ["B"]);
}

/// By the folder's own clock, whatever those of the desks say.
#[test]
fn who_is_silent_for_three_minutes_counts_for_gone() {
    let cases = [(0, true, true), (170, true, true), (190, false, true), (4000, false, false)];
    for (seconds, is_told, stays) in cases {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.clplan");
        let silent = begin(&plan, "S", 9);
        let [path] = &files(folder.path())[..] else { panic!("one file") };
        let renewed = SystemTime::now() - Duration::from_secs(seconds);
        File::options().write(true).open(path).unwrap().set_modified(renewed).unwrap();
        let own = begin(&plan, "O", 10);
        assert_eq!(told(&own).len(), usize::from(is_told), "after {seconds} seconds");
        assert_eq!(path.exists(), stays, "after {seconds} seconds");
        // It was asleep, and is heard of again.
        silent.renew(&Disk::here()).unwrap();
        assert_eq!(told(&own), ["S"]);
    }
}

/// A window of this computer that was killed is not told of for as long as one of another one that is only silent.
#[test]
fn a_window_of_this_computer_that_ended_without_a_word_is_gone_at_once() {
    for (is_of_here, is_told) in [(true, false), (false, true)] {
        let (folder, own) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let plan = folder.path().join("plan.clplan");
        let own = own.path().join("windows");
        let at = date(2027, 3, 1).at(9, 0, 0, 0);
        let [first, second] = ["F", "S"].map(|person| {
            let name = DeskName { desk: String::new(), person: person.to_owned() };
            Presence::begin(&Disk::here(), &plan, &name, at, Some(&own)).expect("a place")
        });
        assert_eq!((told(&first), told(&second)), (vec!["S".to_owned()], vec!["F".to_owned()]));
        drop(second);
        // What one leaves that was killed: what it said, and a lock that nobody holds.
        let [path] = &files(folder.path())[..] else { panic!("one file") };
        let killed = folder.path().join(".plan.clplan.0123456789abcdef.open");
        fs::copy(path, &killed).unwrap();
        if is_of_here {
            File::create(own.join("0123456789abcdef.lock")).unwrap();
        }
        assert_eq!(told(&first).len(), usize::from(is_told));
        assert_eq!(killed.exists(), is_told);
        let locks = || fs::read_dir(&own).unwrap().count();
        assert_eq!(locks(), 1, "that of the one that is there");
        drop(first);
        assert_eq!(locks(), 0);
    }
}

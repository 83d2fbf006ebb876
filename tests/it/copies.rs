//! Copies of a plan beside it, as programs that keep folders in step leave them.

use collagen_ledger::document::{Draft, PlanId};
use collagen_ledger::log::Dossier;
use collagen_ledger::storage::{Copies, Disk, plan_text};
use std::path::Path;

fn write(path: &Path, id: u128, reference: &str) {
    let catalog = collagen_ledger::catalog::Catalog::built_in();
    let draft = Draft::example(&catalog, &catalog.concerns[0], jiff::civil::date(2027, 3, 1));
    let draft = Draft { id: PlanId::of_random(id), reference: reference.to_owned(), ..draft };
    std::fs::write(path, plan_text(&Dossier::from(draft))).expect("written");
}

fn names(copies: &mut Copies, plan: &Path, id: u128) -> Vec<String> {
    let found = copies.of(&Disk::here(), plan, PlanId::of_random(id));
    found.iter().map(|copy| copy.path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn a_copy_is_found_by_what_is_in_it_whatever_it_is_called() {
    let left = [
        "Meyer (Anna's conflicted copy 2026-11-29).clplan",
        "Meyer (SFConflict anna@clinic 2026-11-29-10-15-00).clplan",
        "Meyer (conflicted copy 2026-11-29 101500).clplan",
        "Meyer-FRONTDESK.clplan",
        "Meyer.sync-conflict-20261129-101500-ABCDEFG.clplan",
        "Meyer_conflict-20261129-101500.ron",
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    write(&at("Meyer.clplan"), 1, "here");
    for name in left {
        write(&at(name), 1, name);
    }
    write(&at("Meyer junior.clplan"), 2, "another client");
    write(&at("Schulz.clplan"), 1, "not called so");
    std::fs::write(at("Meyer (1).clplan"), "no plan").expect("written");
    std::fs::copy(at("Meyer.clplan"), at("Meyer (2).clplan")).expect("copied");
    let mut copies = Copies::default();
    assert_eq!(names(&mut copies, &at("Meyer.clplan"), 1), left);
    // What has changed since is looked at again; what is gone is no more.
    write(&at("Meyer (2).clplan"), 1, "gone on with");
    std::fs::remove_file(at(left[5])).expect("removed");
    let mut expected = vec!["Meyer (2).clplan"];
    expected.extend(&left[..5]);
    let mut found = names(&mut copies, &at("Meyer.clplan"), 1);
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(names(&mut copies, &at("Meyer junior.clplan"), 2), Vec::<String>::new());
}

/// Where a folder is shared by a group its members can open a new plan; nobody else can anywhere.
#[cfg(unix)]
#[test]
fn a_new_file_is_shared_as_its_folder_is() {
    use collagen_ledger::storage::{Expected, swap, write_private};
    use std::os::unix::fs::PermissionsExt as _;
    for (folder_mode, expected) in [(0o700, 0o600), (0o755, 0o600), (0o770, 0o660), (0o2775, 0o660), (0o1777, 0o600)] {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(folder_mode)).expect("a mode");
        let (one, other) = (folder.path().join("one.clplan"), folder.path().join("other.clplan"));
        write_private(&Disk::here(), &one, b"text").expect("written");
        swap::<collagen_ledger::storage::StorageError>(&Disk::here(), &other, Expected::Nothing, b"text", || Ok(()))
            .expect("written");
        for path in [one, other] {
            let mode = std::fs::metadata(&path).expect("there").permissions().mode() & 0o777;
            assert_eq!(mode, expected, "in a folder with {folder_mode:o}");
        }
    }
}

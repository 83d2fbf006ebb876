//! The rooms and the direction of the arrows between them.

use super::assert_none;
use super::source::{File, SOURCE};
use std::path::Path;

/// Every room with those it may name, all of which stand above it.
#[rustfmt::skip]
const ROOMS: [(&str, &str); 33] = [
    ("text", ""),
    ("locale", "text"),
    ("units", ""),
    ("spreadsheet", ""),
    ("decide", "units"),
    ("history", ""),
    ("finance", "units"),
    ("catalog", "text units"),
    ("overlay", "text units catalog"),
    ("price_list", "text units history spreadsheet catalog overlay"),
    ("clinic", ""),
    ("document", "text units history finance catalog clinic overlay"),
    ("agenda", "units document"),
    ("plan", "text units finance catalog overlay document"),
    ("progress", "units spreadsheet catalog document plan"),
    ("schedule", "units catalog document plan"),
    ("engine", "units catalog document"),
    ("simulate", "units engine"),
    ("ledger", "units catalog document plan schedule"),
    ("estimate", "text units finance catalog document plan schedule engine simulate ledger"),
    ("compare", "units catalog document plan ledger estimate decide"),
    ("evaluation", "text units finance catalog document plan progress schedule engine simulate ledger estimate compare decide"),
    ("search", "units catalog document plan schedule engine simulate ledger estimate evaluation"),
    ("record", "text units catalog overlay clinic document plan estimate evaluation"),
    ("log", "units catalog document plan schedule progress simulate estimate record evaluation"),
    ("scene", "units catalog document plan ledger estimate compare evaluation"),
    ("wording", "agenda log locale text units spreadsheet progress finance catalog overlay price_list document plan record schedule simulate ledger estimate compare evaluation search engine scene decide"),
    ("report", "log locale text units spreadsheet finance catalog overlay price_list clinic document plan progress record schedule simulate ledger estimate compare evaluation search engine scene wording decide"),
    ("storage", "agenda spreadsheet text locale units finance catalog overlay price_list clinic document plan progress schedule ledger estimate record log wording report"),
    ("printing", "locale"),
    ("ui", "text locale units finance catalog overlay price_list clinic document plan progress record schedule simulate ledger estimate compare evaluation search engine scene wording report storage decide"),
    ("app", "agenda text locale units history finance catalog overlay price_list clinic document plan progress simulate record log estimate compare evaluation search wording report storage printing ui"),
    ("cli", "agenda text locale units spreadsheet history finance catalog overlay price_list clinic document plan progress simulate record log estimate compare evaluation search engine wording report storage printing app"),
];

/// The core: what comes before anything is said, drawn or kept.
pub(super) fn is_core(room: &str) -> bool {
    ROOMS.iter().take_while(|(name, _)| *name != "wording").any(|(name, _)| *name == room)
}

#[test]
fn each_room_stands_below_those_it_may_name() {
    for (at, (room, may_name)) in ROOMS.iter().enumerate() {
        for other in may_name.split_whitespace() {
            assert!(
                ROOMS[..at].iter().any(|(name, _)| *name == other),
                "{room} may name {other}, which is not above it"
            );
        }
    }
}

#[test]
fn rooms_name_only_the_rooms_they_may() {
    let mut wrong = Vec::new();
    for file in SOURCE.iter().filter(|file| file.room != "lib") {
        let Some((_, may_name)) = ROOMS.iter().find(|(room, _)| *room == file.room) else {
            wrong.push(format!("{}: there is no row for this room", file.path));
            continue;
        };
        let may_name = |room: &str| room == file.room || may_name.split(' ').any(|name| name == room);
        let names = file.named.iter().filter(|name| !name.rooms.iter().all(|room| may_name(room)));
        wrong.extend(names.map(|name| format!("{} names {}", file.path, name.path)));
    }
    assert_none("names that point up", &wrong);
}

/// A window that waits for a disk hangs. Whoever reads or writes needs a `Disk`, which only work in the background is
/// handed; what is here takes one by itself, before there is a window or where there is none.
#[test]
fn only_the_start_and_commands_take_leave_to_wait_for_the_disk() {
    let may = |file: &File| {
        file.room == "cli" || ["storage/token.rs", "app/start.rs"].iter().any(|end| file.path.ends_with(end))
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let takes =
        |file: &File| std::fs::read_to_string(root.join("src").join(&file.path)).unwrap().contains("Disk::here");
    let wrong: Vec<_> = SOURCE.iter().filter(|file| !may(file) && takes(file)).map(|file| file.path.clone()).collect();
    assert_none("files that may hang the window", &wrong);
}

#[test]
fn nothing_below_wording_knows_a_language() {
    let of_core = SOURCE.iter().filter(|file| is_core(&file.room) && file.room != "locale");
    let speaking = of_core.filter(|file| file.named.iter().any(|name| name.rooms.contains("locale")));
    let speaking: Vec<_> = speaking.map(|file| file.path.clone()).collect();
    assert_none("files that know a language", &speaking);
}

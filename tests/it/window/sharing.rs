//! Two desks that share a price list, in two windows.

use super::desk::{Desk, patiently};
use collagen_ledger::price_list::{ListEdit, Own};
use collagen_ledger::units::Currency;
use egui::{Key, Modifiers};
use std::path::Path;

fn share(desk: &mut Desk, folder: &Path) {
    desk.menu("View").press("Language and country…").press_button("Choose a shared folder…");
    desk.type_into("File", folder.to_str().expect("a name")).press_button("Share");
}

fn add(desk: &mut Desk, name: &str) {
    desk.harness.state_mut().edit_prices(ListEdit::AddOwn(Own::AddOn, name.to_owned(), Currency::USD));
}

fn has(desk: &Desk, name: &str) -> bool {
    desk.app().price_list().labels.iter().any(|label| label.name == name)
}

/// Runs both until this holds.
fn until(desks: [&mut Desk; 2], what: &str, met: impl Fn([&Desk; 2]) -> bool) {
    let [one, other] = desks;
    patiently(what, || {
        one.harness.run();
        other.harness.run();
        met([one, other]).then_some(())
    });
}

#[test]
fn what_is_typed_at_one_desk_is_in_force_at_the_other_and_is_undone_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut front, mut back) = (Desk::new(), Desk::new());
    add(&mut front, "Massage");
    add(&mut back, "Mask");
    share(&mut front, folder.path());
    until([&mut front, &mut back], "the list to be given", |_| {
        folder.path().join(collagen_ledger::storage::SHARED_LIST).exists()
    });
    share(&mut back, folder.path());
    until([&mut front, &mut back], "it to be taken", |[_, back]| has(back, "Massage"));
    assert!(!has(&back, "Mask") && back.shows("The price list was changed at another desk"));
    back.until("the other is kept as");
    add(&mut back, "Serum");
    until([&mut front, &mut back], "it to come back", |[front, _]| has(front, "Serum"));
    front.keys(Modifiers::COMMAND, Key::L);
    assert!(front.shows("shared with other desks"));
    front.keys(Modifiers::COMMAND, Key::Z);
    assert!(!has(&front, "Serum"));
    until([&mut front, &mut back], "what was undone to go", |[_, back]| !has(back, "Serum"));
    // While it is away, each goes on alone.
    let away = folder.path().with_extension("away");
    std::fs::rename(folder.path(), &away).expect("away");
    front.until("the shared folder is away");
    add(&mut front, "Cream");
    std::fs::rename(&away, folder.path()).expect("back");
    until([&mut front, &mut back], "what was typed meanwhile", |[_, back]| has(back, "Cream"));
    // Whoever shares no more goes on alone.
    back.menu("View").press("Language and country…").press_button("Share no more").keys(Modifiers::NONE, Key::Escape);
    add(&mut front, "Oil");
    let list = folder.path().join(collagen_ledger::storage::SHARED_LIST);
    until([&mut front, &mut back], "it to be given", |_| {
        std::fs::read_to_string(&list).is_ok_and(|text| text.contains("Oil"))
    });
    add(&mut back, "Salt");
    for _ in 0..80 {
        std::thread::sleep(std::time::Duration::from_millis(100));
        back.settle();
    }
    assert!(!has(&back, "Oil") && !std::fs::read_to_string(&list).expect("a list").contains("Salt"));
}

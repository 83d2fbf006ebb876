//! The checklist in the fields of the client: ticked, dated, said of beside the treatments, and taken back.

use super::desk::Desk;
use collagen_ledger::document::Phototype;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::civil::date;

#[test]
fn what_holds_is_ticked_dated_said_and_taken_back() {
    let mut desk = Desk::new();
    let question = "Isotretinoin, taken now or within a year";
    desk.open("Client").press("Checklist before treatment").press(question);
    let checklist = |desk: &Desk| desk.app().document().history().draft().checklist.clone();
    assert_eq!((checklist(&desk).len(), checklist(&desk)[0].hold.as_str()), (1, "isotretinoin"));
    assert_eq!(checklist(&desk)[0].over, None);
    desk.press("Isotretinoin, taken now or within a year, Last dose");
    desk.type_into("Last dose", "5 Jan 2027");
    desk.keys(Modifiers::NONE, Key::Tab);
    assert_eq!(checklist(&desk)[0].over, Some(date(2027, 1, 5)));
    // A keloid has no day on which it is over.
    desk.press("Keloids or raised scars, one's own or in the family");
    let last: Vec<_> = desk.harness.query_all_by_role(Role::CheckBox).collect();
    assert!(last.len() > 8);
    drop(last);
    desk.choose("Phototype: not asked", "V: brown, hardly burns");
    assert_eq!(desk.app().document().history().draft().profile.phototype, Some(Phototype::V));
    desk.close();
    assert!(desk.shows("Keloids: try a small patch before Microneedling"));
    while desk.app().document().history().undo_label().is_some() {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert!(checklist(&desk).is_empty() && !desk.shows("Keloids: try"));
}

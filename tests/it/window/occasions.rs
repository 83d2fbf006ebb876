//! Days that matter: added, named and dated in the fields of the plan, and said of beside the treatments.

use super::desk::Desk;
use egui::{Key, Modifiers};

#[test]
fn a_day_that_matters_is_typed_said_and_taken_back() {
    let mut desk = Desk::new();
    desk.open("Plan").press("Add a day that matters");
    desk.type_into("What the day is", "Wedding").type_into("Day that matters", "14 Aug 2027");
    desk.keys(Modifiers::NONE, Key::Tab);
    let draft = desk.app().document().history().draft().clone();
    assert_eq!(draft.occasions[0].name, "Wedding");
    assert_eq!(draft.occasions[0].date, jiff::civil::date(2027, 8, 14));
    desk.type_into("Day that matters", "soon");
    desk.keys(Modifiers::NONE, Key::Tab);
    assert!(desk.shows("\"soon\" is not a date"), "what is typed stays, and it is said what is wrong");
    assert_eq!(desk.app().document().history().draft().occasions, draft.occasions);
    desk.close();
    assert!(
        desk.shows("Wedding, 14 Aug 2027")
            && desk.shows("healed; to be healed and near its best by then, begin by about")
    );
    while desk.app().document().history().undo_label().is_some() {
        desk.keys(Modifiers::COMMAND, Key::Z);
    }
    assert!(desk.app().document().history().draft().occasions.is_empty() && !desk.shows("Wedding, 14 Aug 2027"));
}

//! What a clinician decides has a tick in the editor: by key, with who and when, gone when the plan says something else.

use super::desk::Desk;
use egui::{Key, Modifiers};

const HOLD: &str =
    "Isotretinoin: ask a doctor or whoever prescribed it before Microneedling (some ask to wait up to 12 months)";

/// A client who takes isotretinoin.
fn opened() -> Desk {
    let mut desk = Desk::new();
    desk.open("Client").press("Checklist before treatment").press("Isotretinoin, taken now or within a year");
    desk.close();
    assert!(desk.shows(HOLD));
    desk
}

fn acknowledged(desk: &Desk) -> usize {
    desk.app().document().record().acknowledged().len()
}

#[test]
fn a_remark_is_ticked_and_taken_back_in_the_order_in_which_things_were_done() {
    let mut desk = opened();
    desk.press(HOLD);
    assert_eq!(acknowledged(&desk), 1);
    assert!(desk.shows("Acknowledged") && desk.app().document().is_unsaved());
    // A step of undo as an edit is.
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(acknowledged(&desk), 0);
    assert!(desk.shows(HOLD), "the plan itself is as it was");
    desk.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(acknowledged(&desk), 1);
    desk.press(HOLD);
    assert_eq!(acknowledged(&desk), 0, "a second press takes it back");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(acknowledged(&desk), 1);
    // An edit after it goes first.
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions;
    let before = sessions(&desk);
    desk.type_number("Sessions", &(before + 1).to_string());
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before + 1, 1));
    assert!(desk.shows("Acknowledged"), "more sessions do not change what was read");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before, 1));
    // What it was about is gone, and with it what was acknowledged.
    desk.open("Client").press("Isotretinoin, taken now or within a year");
    desk.close();
    assert!(!desk.shows("Acknowledged"));
}

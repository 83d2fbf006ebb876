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
    let whose = |desk: &Desk| desk.app().document().record().acknowledged()[0].id;
    let first = whose(&desk);
    desk.press(HOLD);
    assert_eq!(acknowledged(&desk), 0, "a second press takes it back");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(whose(&desk), first, "it is again what was written down then");
    // An edit after it goes first.
    let sessions = |desk: &Desk| desk.app().document().history().draft().options[0].lines[0].sessions;
    let before = sessions(&desk);
    desk.type_number("Sessions", &(before + 1).to_string());
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before + 1, 1));
    assert!(desk.shows("Acknowledged"), "more sessions do not change what was read");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before, 1));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before, 0), "then what was done before it");
    let again = Modifiers::COMMAND | Modifiers::SHIFT;
    desk.keys(again, Key::Z).keys(again, Key::Z);
    assert_eq!((sessions(&desk), acknowledged(&desk)), (before + 1, 1));
    desk.keys(Modifiers::COMMAND, Key::Z);
    // What it was about is gone, and with it what was acknowledged.
    desk.open("Client").press("Isotretinoin, taken now or within a year");
    desk.close();
    assert!(!desk.shows("Acknowledged"));
}

/// While the plan has a problem, what is said is of how it was before.
#[test]
fn nothing_is_ticked_while_the_plan_has_a_problem() {
    let mut desk = opened();
    desk.type_into("Price a session, typical", "much");
    assert!(!desk.app().document().problems().is_empty());
    desk.press(HOLD);
    assert_eq!(acknowledged(&desk), 0);
}

#[test]
fn issuing_names_what_is_open() {
    let mut desk = opened();
    desk.keys(Modifiers::COMMAND, Key::I).until("Issue this plan");
    assert!(desk.shows("remarks for a clinician to decide are not ticked off yet"));
    assert!(desk.shows("A · Isotretinoin: ask a doctor"));
}

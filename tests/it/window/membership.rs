//! Paying as a member in the window: chosen among the ways of paying, and typed where the price list says nothing of it.

use super::desk::Desk;
use collagen_ledger::document::MembershipDraft;
use collagen_ledger::storage::Theme;
use egui::{Key, Modifiers};

fn desk() -> Desk {
    Desk::sized([1280.0, 1600.0], Theme::Light)
}

fn membership(desk: &Desk) -> Option<MembershipDraft> {
    desk.app().document().history().draft().options[0].membership.clone()
}

#[test]
fn terms_are_typed_where_the_price_list_says_nothing() {
    let mut desk = desk();
    desk.press("Money");
    assert!(!desk.shows("as a member"), "nobody has spoken of it");
    desk.open("Membership: no membership").press("Paid by a member");
    assert_eq!(membership(&desk).expect("a member").months, 12);
    desk.type_into("Fee a month", "60").type_into("Off what is not included", "10").close();
    assert!(desk.shows("Membership: as a member, $60 a month for 12 months"));
    // Twelve fees, five sessions of the course at 315, and four of upkeep, which come when it is over, at 350.
    assert_eq!(desk.total('A'), 12 * 6_000 + 5 * 31_500 + 4 * 35_000);
    assert!(desk.shows("Membership, month 12"));
    // Of which treatment a session a month is, is somebody's to say.
    desk.open("Membership: as a member").type_number("Sessions each month brings", "1");
    desk.press("of Microneedling").close();
    assert!(desk.shows("Microneedling, session 1 of 5, included"));
    desk.open("Membership: as a member").type_into("Fee a month", "sixty").close();
    assert!(desk.shows("\"sixty\" is not an amount"), "what is wrong is said below the phrase");
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(membership(&desk).map(|terms| terms.fee), Some("60".to_owned()));
    desk.open("Membership: as a member").press("Paid by a member").close();
    assert_eq!((membership(&desk), desk.total('A')), (None, 315_000));
}

#[test]
fn the_price_lists_terms_are_a_way_of_paying() {
    let mut desk = desk();
    desk.keys(Modifiers::COMMAND, Key::L);
    assert!(!desk.shows("Clinic, least term"), "there are no members yet");
    desk.type_into("Clinic, membership a month in USD, typical", "99");
    desk.type_into("Clinic, sessions that members have each month, typical", "1");
    desk.choose("Microneedling, among the sessions that members have each month, typical: no", "yes");
    desk.press_button("Back to the plan").press("Money");
    // Twelve fees, one session of two within a month, and four of upkeep that come later.
    let total = 12 * 9_900 + 35_000 + 4 * 35_000;
    desk.press("as a member: $2,938 in all");
    assert_eq!(desk.total('A'), total);
    assert!(desk.shows("$212 less in all than without membership; it breaks even with visit 1"));
    let terms = membership(&desk).expect("a member");
    assert_eq!((terms.fee.as_str(), terms.sessions, terms.covers.len()), ("99.00", 1, 1));
    desk.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(membership(&desk), None);
}

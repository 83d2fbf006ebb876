//! Characters of the icon font, by what they mean here.

/// The menu.
pub const MENU: &str = "\u{E2F0}";
/// Add something.
pub const ADD: &str = "\u{E3D4}";
/// Less of something.
pub const LESS: &str = "\u{E32A}";
/// Take something out.
pub const REMOVE: &str = "\u{E4A6}";
/// Something to mind.
pub const WARNING: &str = "\u{E4E0}";
/// Something worth knowing.
pub const INFO: &str = "\u{E2CE}";
/// The consultation sheet.
pub const SHEET: &str = "\u{E702}";
/// More that can be done.
pub const MORE: &str = "\u{E1FE}";
/// Close or dismiss.
pub const CLOSE: &str = "\u{E4F6}";
/// Take back.
pub const UNDO: &str = "\u{E08A}";
/// Make again.
pub const REDO: &str = "\u{E08C}";
/// Something wrong.
pub const ERROR: &str = "\u{E4E2}";
/// A calendar.
pub const CALENDAR: &str = "\u{E7B4}";
/// Set aside.
pub const HIDDEN: &str = "\u{E224}";
/// One of two takes the room of both.
pub const FILL: &str = "\u{E0A2}";
/// Both again.
pub const BOTH: &str = "\u{E09A}";
/// Something has happened.
pub const CHECK: &str = "\u{E182}";

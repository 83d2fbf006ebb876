//! What day it is, what time, and at which desk.

use crate::log::Author;
use crate::storage::{Disk, Places, Settings};
use crate::units::Date;
use jiff::Zoned;

pub(super) fn today() -> Date {
    now().date()
}

pub(super) fn now() -> Zoned {
    Zoned::now()
}

/// Who writes down what a command does: whoever works at the desk by what was set up in the window, if that has been open here.
pub(super) fn by() -> Author {
    let known = Places::of_user().map(|places| Settings::read(&Disk::here(), &places.settings()).0.here());
    known.unwrap_or_default().author(&now(), env!("CARGO_PKG_VERSION"))
}

//! What day it is, what time, and at which desk.

use crate::log::Author;
use crate::storage::{self, Disk, Places, Settings};
use crate::units::Date;
use jiff::Zoned;

pub(super) fn today() -> Date {
    now().date()
}

pub(super) fn now() -> Zoned {
    Zoned::now()
}

/// Who writes down what a command does: the desk as the window calls it, if it has been open here.
pub(super) fn by() -> Author {
    let known = Places::of_user().map(|places| Settings::read(&Disk::here(), &places.settings()).0.desk);
    let desk = known.filter(|desk| !desk.is_empty()).unwrap_or_else(storage::new_desk);
    Author { at: now().datetime(), desk, salt: storage::salt() }
}

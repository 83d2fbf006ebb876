//! What day it is, and what time.

use crate::units::Date;
use jiff::Zoned;

pub(super) fn today() -> Date {
    now().date()
}

pub(super) fn now() -> Zoned {
    Zoned::now()
}

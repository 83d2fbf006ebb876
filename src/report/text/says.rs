//! Who says something, by their ids.

use crate::catalog::SourceId;
use crate::locale::tr;
use crate::wording;

/// `Says: MNT-01. Disagrees: MNT-03.`
pub(super) fn says(refs: &[SourceId], disagree: &[SourceId]) -> String {
    let says = if refs.is_empty() {
        tr!("Nobody is cited.").to_owned()
    } else {
        tr!("Says: {ids}.", ids = wording::source_ids(refs))
    };
    if disagree.is_empty() { says } else { tr!("{says} Disagrees: {ids}.", says, ids = wording::source_ids(disagree)) }
}

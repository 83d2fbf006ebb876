//! The number of a document.

use super::{Handout, client};
use crate::locale::{self, Locale};
use crate::report::json;

/// The letters and digits of a derived number: none that is easily taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number given, or one derived: the day of issue and seven characters that stand for the plan with everything
/// worked out from it. The same plan on the same day has the same number on any paper, for any audience and for any
/// clinic; another plan, reference, catalogue or program version has another.
pub(super) fn of(handout: &Handout<'_>) -> String {
    if let Some(number) = handout.issue.number.map(str::trim).filter(|number| !number.is_empty()) {
        return number.to_owned();
    }
    let sheet = &handout.sheet;
    // Plain data in memory is always written; the curves follow from the rest. The country changes nothing.
    let profile = locale::with(Locale::default(), || client::profile_text(sheet));
    let content = json::estimate(&sheet.plan, Some(&[])).unwrap_or_default() + &profile;
    let hash = fnv1a(content.as_bytes());
    let characters = (0..7).map(|at| char::from(ALPHABET[usize::try_from(hash >> (5 * at) & 31).unwrap_or(0)]));
    format!("{}-{}", sheet.issued.strftime("%Y%m%d"), characters.collect::<String>())
}

/// The hash FNV-1a of 64 bits, folded to its lower half: the same for ever, unlike that of the standard library.
fn fnv1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, step);
    hash ^ (hash >> 32)
}

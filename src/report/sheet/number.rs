//! The number of a document.

use super::{Handout, Sheet};

/// The letters and digits of a derived number: none that is easily taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number given, or one derived: the day of issue and seven characters that stand for the plan with everything it
/// rests on. The same plan on the same day has the same number on any paper, in any language, for any audience and for
/// any clinic; another plan, reference, price, catalogue or program version has another.
pub(super) fn of(handout: &Handout<'_>) -> String {
    if let Some(number) = handout.issue.number.map(str::trim).filter(|number| !number.is_empty()) {
        return number.to_owned();
    }
    let sheet = &handout.sheet;
    let hash = fnv1a(content(sheet).as_bytes());
    let characters = (0..7).map(|at| char::from(ALPHABET[usize::try_from(hash >> (5 * at) & 31).unwrap_or(0)]));
    format!("{}-{}", sheet.issued.strftime("%Y%m%d"), characters.collect::<String>())
}

/// The valid plan with its prices and the versions; all else follows from these.
fn content(sheet: &Sheet<'_>) -> String {
    let (catalog, mut plan) = (sheet.plan.catalog, sheet.plan.plan.clone());
    let add_ons = plan.options.iter_mut().flat_map(|option| &mut option.lines).flat_map(|line| &mut line.add_ons);
    // Their names are the catalogue's, in the language of the sheet.
    add_ons.filter(|add_on| add_on.add_on.is_some()).for_each(|add_on| add_on.name.clear());
    format!("{plan:?} {} {} {}", catalog.version, catalog.model.version, sheet.version)
}

/// The hash FNV-1a of 64 bits, folded to its lower half: the same for ever, unlike that of the standard library.
fn fnv1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325, step);
    hash ^ (hash >> 32)
}

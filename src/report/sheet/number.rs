//! The number of a document.

use super::Handout;

/// The letters and digits of a derived number: none that is easily taken for another.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The number given, or one derived: the day of issue and seven characters that stand for the plan and the revision it
/// is. It rests on nothing that can be typed: a plan keeps it under any name, at any price and in any language, and
/// another plan has another.
pub(super) fn of(handout: &Handout<'_>) -> String {
    if let Some(number) = handout.issue.number.map(str::trim).filter(|number| !number.is_empty()) {
        return number.to_owned();
    }
    let revision = handout.issue.revision.unwrap_or(1);
    let bits = handout.sheet.plan.plan.id.within(&format!("revision {revision}")).as_u128();
    let characters = (0..7).map(|at| char::from(ALPHABET[usize::try_from(bits >> (5 * at) & 31).unwrap_or(0)]));
    format!("{}-{}", handout.sheet.issued.strftime("%Y%m%d"), characters.collect::<String>())
}

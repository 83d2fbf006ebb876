//! A share of people as so many out of a hundred, the same hundred for every option.

use crate::locale::tr;

/// How many of a hundred people, in whole fives: more would claim to know more than the model does.
pub fn of_hundred(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
    let fives = (share.clamp(0.0, 1.0) * 20.0).round() as u32;
    5 * fives
}

/// The same in words: `35`; nearly none are not none, and nearly all not all.
pub fn hundred(share: f64) -> String {
    match of_hundred(share) {
        0 if share > 0.0 => tr!("under {count}", count = 5),
        100 if share < 1.0 => tr!("over {count}", count = 95),
        count => count.to_string(),
    }
}

/// The difference of two shares of people, as their numbers differ.
pub(super) fn hundred_difference(difference: f64) -> String {
    let sign = if difference < 0.0 { "-" } else { "+" };
    format!("{sign}{}", of_hundred(difference.abs()))
}

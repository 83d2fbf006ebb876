//! Texts to translate, and values put into them.

use std::fmt::{Display, Write as _};

/// A text in the language of the thread at work: `tr!("Add a treatment")` is a `&'static str`, and
/// `tr!("{count} of {total} saved", count, total = all.len())` a `String`. Whole sentences only: other languages order
/// words otherwise. `tr!(in "verb", "Open")` tells alike English texts apart.
macro_rules! tr {
    (in $context:literal, $text:literal) => {
        $crate::locale::text(concat!($context, "\u{4}", $text))
    };
    ($text:literal $(,)?) => {
        $crate::locale::text($text)
    };
    ($text:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::locale::fill($crate::locale::text($text), &[$((stringify!($name), $crate::locale::tr!(@ $name $(= $value)?))),+])
    };
    (@ $name:ident) => { &$name as &dyn ::std::fmt::Display };
    (@ $name:ident = $value:expr) => { &$value as &dyn ::std::fmt::Display };
}

/// As [`tr!`], with a text for one and a text for all other numbers:
/// `trn!(sessions, "{sessions} session", "{sessions} sessions", sessions)`.
macro_rules! trn {
    ($count:expr, $one:literal, $other:literal $(,)?) => {
        $crate::locale::plural($one, $other, u64::from($count))
    };
    ($count:expr, $one:literal, $other:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::locale::fill(
            $crate::locale::plural($one, $other, u64::from($count)),
            &[$((stringify!($name), $crate::locale::tr!(@ $name $(= $value)?))),+],
        )
    };
}

pub(crate) use {tr, trn};

/// Parts a context from its text, as gettext does.
pub(super) const CONTEXT: char = '\u{4}';

/// Puts values into a text, where it names them in braces. A name without a value stays.
pub fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16 * values.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        filled.push_str(before);
        let named = behind.split_once('}');
        let value = named.and_then(|(name, _)| values.iter().find(|(known, _)| *known == name));
        rest = if let (Some((_, after)), Some((_, value))) = (named, value) {
            // A string takes whatever is written into it.
            let _ = write!(filled, "{value}");
            after
        } else {
            filled.push('{');
            behind
        };
    }
    filled.push_str(rest);
    filled
}

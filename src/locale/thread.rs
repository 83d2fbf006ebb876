//! The locale of the thread at work, and texts in its language.

use super::Locale;
use super::words::CONTEXT;
use crate::text::Text;
use std::cell::Cell;

thread_local! {
    static CURRENT: Cell<Option<Locale>> = const { Cell::new(None) };
}

/// The locale of this thread.
pub fn current() -> Locale {
    CURRENT.get().unwrap_or_else(|| {
        let usual = Locale::default();
        CURRENT.set(Some(usual));
        usual
    })
}

/// Gives this thread a locale from now on.
pub fn set(locale: Locale) {
    CURRENT.set(Some(locale));
}

/// Work for another thread, done there in the locale of this one.
pub fn carried<R>(work: impl FnOnce() -> R) -> impl FnOnce() -> R {
    let locale = current();
    move || with(locale, work)
}

/// Does some work in a locale; afterwards this thread has its own again.
pub fn with<R>(locale: Locale, work: impl FnOnce() -> R) -> R {
    /// Puts the locale back even if the work ends by a panic.
    struct Back(Option<Locale>);
    impl Drop for Back {
        fn drop(&mut self) {
            CURRENT.set(self.0);
        }
    }
    let _back = Back(CURRENT.replace(Some(locale)));
    work()
}

/// An English text in the language of this thread; without a translation it stays as it is.
pub fn text(english: &'static str) -> &'static str {
    current().language.text(english).unwrap_or_else(|| bare(english))
}

/// A text of the core in the language of this thread: a person's own words stay as they are.
pub fn said(text: &Text) -> &str {
    match text {
        Text::English(english) => current().language.text(english).unwrap_or_else(|| bare(english)),
        Text::Own(words) => words,
    }
}

/// A text without its context.
fn bare(english: &str) -> &str {
    english.split_once(CONTEXT).map_or(english, |(_, text)| text)
}

/// The one of two English texts that goes with a number, in the language of this thread.
pub fn plural(one: &'static str, other: &'static str, count: u64) -> &'static str {
    let english = if count == 1 { one } else { other };
    current().language.plural(one, count).unwrap_or(english)
}

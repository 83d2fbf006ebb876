//! Texts that people read, kept as they are written: no room that only holds or passes them knows a language.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::Arc;

/// Marks a text of the source as one to translate where it is shown: `english!("change price")` is the text itself.
/// `english!(in "verb", "Open")` tells alike English texts apart.
macro_rules! english {
    (in $context:literal, $text:literal) => {
        concat!($context, "\u{4}", $text)
    };
    ($text:literal) => {
        $text
    };
}
pub(crate) use english;

/// A text that people read. It is not shown by itself: [`crate::wording::text`] says it in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Text {
    /// The English of the source, which has translations.
    English(Arc<str>),
    /// A person's own words, which stay as they are in every language.
    Own(Arc<str>),
}

impl Text {
    /// A text of the source.
    pub fn english(text: impl Into<Arc<str>>) -> Self {
        Self::English(text.into())
    }

    /// A person's own words.
    pub fn own(words: impl Into<Arc<str>>) -> Self {
        Self::Own(words.into())
    }

    /// The text as it is written, for files and for comparing.
    pub fn written(&self) -> &str {
        match self {
            Self::English(text) | Self::Own(text) => text,
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.written().is_empty()
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::english("")
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written())
    }
}

/// What the catalogue's files hold is the English of the source.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::english)
    }
}

//! Languages, read from gettext files.

use super::english;
use super::words::CONTEXT;
use poreader::plural::PluralForms;
use poreader::{Message, PoParser, State};
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock, RwLock};

/// A language with its texts.
pub struct Language {
    /// Its code, such as `de`.
    pub code: String,
    texts: HashMap<String, String>,
    plurals: HashMap<String, Vec<String>>,
    forms: Option<PluralForms>,
}

/// Why a file is no language.
#[derive(Debug, thiserror::Error)]
#[error("the language file {name} cannot be read: {reason}; save it as a gettext file (.po) in UTF-8")]
pub struct LanguageError {
    /// The file's name.
    pub name: String,
    /// What is wrong.
    pub reason: String,
}

/// The longest code, in characters. Plan files keep codes of this length.
const LONGEST_CODE: usize = 40;

/// The languages that are built in, besides English: code and file.
const BUILT_IN: [(&str, &str); 1] = [("de", include_str!("../../assets/languages/de.po"))];

/// What it is made of costs more than reading a language with it.
static PARSER: LazyLock<PoParser> = LazyLock::new(PoParser::new);

/// Languages that a clinic has added.
static ADDED: RwLock<Vec<&'static Language>> = RwLock::new(Vec::new());

impl Language {
    /// English, which stands in the source.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Language> = OnceLock::new();
        ENGLISH.get_or_init(|| Self::empty("en"))
    }

    /// All languages, each once: English, the others that are built in, and those added, which take the place of another
    /// one with their code.
    pub fn all() -> Vec<&'static Self> {
        let mut all = vec![Self::english()];
        all.extend(built_in());
        for added in ADDED.read().iter().flat_map(|added| added.iter().copied()) {
            match all.iter_mut().find(|known| known.code == added.code) {
                Some(known) => *known = added,
                None => all.push(added),
            }
        }
        all
    }

    /// The language with this code.
    pub fn find(code: &str) -> Option<&'static Self> {
        Self::all().into_iter().find(|language| language.code == code)
    }

    /// Reads a language from the text of a gettext file whose name without its ending is the code.
    ///
    /// # Errors
    /// If it is no gettext file, or if its code could not be kept with what is handed out in it.
    pub fn parse(code: &str, text: &str) -> Result<Self, LanguageError> {
        let mut language = Self::empty(code);
        if code.chars().count() > LONGEST_CODE || code.chars().any(char::is_control) {
            let reason = format!("its name is no language's code of at most {LONGEST_CODE} characters, such as \"fr\"");
            return Err(LanguageError { name: format!("{code}.po"), reason });
        }
        let wrong =
            |error: poreader::error::Error| LanguageError { name: format!("{code}.po"), reason: error.to_string() };
        for unit in PARSER.parse(text.as_bytes()).map_err(wrong)? {
            let unit = unit.map_err(wrong)?;
            if unit.is_obsolete() || unit.state() == State::NeedsWork {
                continue;
            }
            let key = |id: &str| unit.context().map_or(id.to_owned(), |context| format!("{context}{CONTEXT}{id}"));
            match unit.message() {
                Message::Simple { id, text: Some(text) } if !text.is_empty() => {
                    language.texts.insert(key(id), text.clone());
                }
                Message::Plural(plural) if !plural.is_blank() => {
                    language.forms = plural.get_forms().cloned();
                    language.plurals.insert(key(plural.singular()), plural.values().clone());
                }
                _ => {}
            }
        }
        Ok(language)
    }

    /// Adds a language for as long as the program runs; one with the same code takes the place of the built-in one.
    pub fn add(self) {
        if let Ok(mut added) = ADDED.write() {
            // Texts are handed out for the life of the program, and a language is added once, at the start.
            added.push(Box::leak(Box::new(self)));
        }
    }

    fn empty(code: &str) -> Self {
        Self { code: code.to_owned(), texts: HashMap::new(), plurals: HashMap::new(), forms: None }
    }

    /// Its own name, such as `Deutsch`.
    pub fn name(&self) -> &str {
        // Said so that it is found among the texts to translate.
        let own_name = english!(in "the own name of the language", "English");
        let usual = if self.code == "en" { "English" } else { &self.code };
        self.text(own_name).unwrap_or(usual)
    }

    /// The English texts that have a translation, with their contexts before them.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().chain(self.plurals.keys()).map(String::as_str)
    }

    /// The translation of an English text.
    pub fn text(&self, english: &str) -> Option<&str> {
        self.texts.get(english).map(String::as_str)
    }

    /// The translation of an English text that goes with a number; `one` is its text for the number 1.
    pub fn plural(&self, one: &str, count: u64) -> Option<&str> {
        let form = self.forms.as_ref()?.get_value(usize::try_from(count).ok()?)?;
        self.plurals.get(one)?.get(form).map(String::as_str)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} texts)", self.code, self.texts.len() + self.plurals.len())
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Language {}

fn built_in() -> impl Iterator<Item = &'static Language> {
    static READ: [OnceLock<Language>; BUILT_IN.len()] = [const { OnceLock::new() }; BUILT_IN.len()];
    BUILT_IN.iter().zip(&READ).map(|((code, text), read)| {
        // A test reads the same file; should it be broken all the same, its texts stay English.
        read.get_or_init(|| Language::parse(code, text).unwrap_or_else(|_| Language::empty(code)))
    })
}

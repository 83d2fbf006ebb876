//! What a client said to an issue.

use super::bounded::Day;
use crate::document::Mark;
use crate::locale::tr;
use crate::record::{Answer, DatedAnswer};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An answer that can have been given.
#[derive(Clone, Copy, Debug)]
pub(super) struct StoredAnswer(pub(super) DatedAnswer);

#[derive(Serialize, Deserialize)]
#[serde(rename = "Answer", deny_unknown_fields)]
struct AnswerFields {
    answer: Word,
    // Not there in what the first builds with this schema recorded.
    #[serde(default)]
    option: Option<char>,
    on: Day,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    Accepted,
    Declined,
    Open,
}

impl Serialize for StoredAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let DatedAnswer { answer, on } = self.0;
        let word = match answer {
            Answer::Accepted(_) => Word::Accepted,
            Answer::Declined => Word::Declined,
            Answer::Open => Word::Open,
        };
        AnswerFields { answer: word, option: answer.option().map(Mark::letter), on: Day(on) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StoredAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let AnswerFields { answer, option, on } = AnswerFields::deserialize(deserializer)?;
        let known = |letter| {
            let unknown =
                || D::Error::custom(tr!("there is no option {option}; write a letter from A to F", option = letter));
            Mark::from_letter(letter).ok_or_else(unknown)
        };
        let answer = match (answer, option.map(known).transpose()?) {
            (Word::Accepted, option) => Answer::Accepted(option),
            (Word::Declined, None) => Answer::Declined,
            (Word::Open, None) => Answer::Open,
            (_, Some(_)) => return Err(D::Error::custom(tr!("only an accepted issue names an option; take it out"))),
        };
        Ok(Self(DatedAnswer { answer, on: on.0 }))
    }
}

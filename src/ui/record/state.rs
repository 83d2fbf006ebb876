//! What is asked about the record, and what the person wants of it.

use crate::record::{Answer, Matter, Presentation};
use crate::units::Date;
use crate::wording::EventWords;

/// A question about the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordDialog {
    /// Under which number and until when to issue the plan.
    Issue(Box<IssueForm>),
    /// What the client said to the issued plan, and when.
    Answer(AnswerForm),
    /// What was issued so far, and all that was written down.
    List(RecordList),
    /// What has changed in the prices since the plan was issued.
    Since,
}

/// All that was written down of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordList {
    /// Event by event, the earliest first.
    pub events: Vec<EventWords>,
    /// That something is not as it was written down, if so.
    pub torn: Option<String>,
}

/// What the person wants of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordAction {
    /// Ask when the client said this.
    Ask(Answer),
    /// The open dialog as it is now filled in.
    Change(RecordDialog),
    /// Issue the plan, as the open dialog says.
    Issue,
    /// Record the answer, as the open dialog says.
    Answer,
    /// Write down that a clinician has decided something, or with `false` take that back.
    Acknowledge(Box<Matter>, bool),
    /// Show the sheet of the issue at this position again.
    Reprint(usize),
}

/// What is said of an issue, as filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueForm {
    /// The document's number, as typed.
    pub number: String,
    /// The day of issue.
    pub on: Date,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// The client's date of birth, if the sheet prints it.
    pub born: Option<Date>,
    /// The first day on which the client is asked to decide, if the sheet prints it.
    pub decide_from: Option<Date>,
    /// The letterhead and the language it is handed out with.
    pub presentation: Presentation,
    /// Why it was not issued.
    pub problem: Option<String>,
}

/// What the client said, as filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerForm {
    /// What was said.
    pub answer: Answer,
    /// When.
    pub on: Date,
    /// Why it was not recorded.
    pub problem: Option<String>,
}

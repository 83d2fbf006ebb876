//! What is wrong with a table, and on which line.

use crate::overlay::{Part, SubjectKind};
use crate::price_list::{Cause, Field};
use crate::spreadsheet::Unread;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, if it is about one.
    pub field: Option<Field>,
    /// What is wrong.
    pub cause: RowCause,
    /// The line of the row that this one repeats or contradicts, where that is what is wrong.
    pub other_line: Option<usize>,
}

/// At least one problem, in the order of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblems(pub Vec<RowProblem>);

/// What is wrong with a row or the whole table. Of what is missing the text is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowCause {
    /// There is not even a heading.
    Empty,
    /// It cannot be read at all, or not this row.
    Unread(Unread),
    /// The column stands twice.
    ColumnTwice,
    /// There is no column of this name.
    NoColumn(String),
    /// A column that is needed is not there.
    ColumnMissing,
    /// A cell runs over several lines.
    LineBreak,
    /// The row does not have as many cells as the heading.
    Cells {
        /// Those of the row.
        cells: usize,
        /// Those of the heading.
        width: usize,
    },
    /// What is no id of one of the clinic's own.
    NotOwn(String),
    /// A control character in a cell.
    Control,
    /// Something stands in a column without a name.
    Unnamed(String),
    /// The cell holds more characters than this.
    TooLong(usize),
    /// The clinic itself has no id.
    IdOfClinic,
    /// The word is no kind of subject.
    Kind(String),
    /// Such a subject has no part of the body.
    AreaOf(SubjectKind),
    /// The id of such a subject is missing.
    NoId(SubjectKind),
    /// Another row of the subject says something else.
    Contradicts(String, String),
    /// The value is not told apart by this.
    NotBy(Part),
    /// The word is no value.
    Value(String),
    /// What stands behind `package_of_` is no number that fits.
    Size(String),
    /// The word is no value of a template.
    TemplateValue(String),
    /// Nothing of the kind is said of a template.
    NotOfTemplate,
    /// An earlier row says it of the same treatment.
    SaidTwice,
    /// The treatment of a template before this one has no row yet: its number.
    TreatmentBefore(usize),
    /// The word is no severity.
    Severity(String),
    /// The value as typed is none.
    Of(Cause),
}

impl RowProblems {
    pub(super) fn one(line: usize, cause: RowCause) -> Self {
        Self(vec![RowProblem { line, field: None, cause, other_line: None }])
    }
}

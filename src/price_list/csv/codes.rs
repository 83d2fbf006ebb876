//! Which of the codes in the rows of a treatment or add-on is its own: that of its price, or of any row but those of packages, of
//! upkeep and of prices beside other treatments, which may have others. Where it has no such row it is the first one.

use super::problem::{RowCause, RowProblem};
use crate::overlay::Subject;
use crate::price_list::{EntryDraft, Field};

/// The codes of the rows of a table.
#[derive(Default)]
pub(super) struct Codes(Vec<Row>);

struct Row {
    line: usize,
    subject: Subject,
    /// Whether it is said of the treatment or add-on as such.
    is_its: bool,
    code: String,
}

impl Codes {
    /// Takes the code of a row without a value.
    pub(super) fn of_subject(&mut self, line: usize, subject: Subject, code: &str) {
        self.0.push(Row { line, subject, is_its: true, code: code.to_owned() });
    }

    /// Takes the code of a row with a value.
    pub(super) fn of_entry(&mut self, line: usize, EntryDraft { subject, quantity, code, .. }: &EntryDraft) {
        let is_its = !quantity.what.has_code();
        self.0.push(Row { line, subject: subject.clone(), is_its, code: code.clone() });
    }

    /// The code of each treatment and add-on that has one, with its line. Rows that say it must not contradict each other.
    pub(super) fn of_subjects(mut self, problems: &mut Vec<RowProblem>) -> Vec<(usize, Subject, String)> {
        let mut found: Vec<(usize, Subject, String)> = Vec::new();
        self.0.sort_by_key(|row| row.line);
        let is_said = |subject: &Subject| self.0.iter().any(|row| row.is_its && row.subject == *subject);
        for row in self.0.iter().filter(|row| !row.code.is_empty()) {
            let known = found.iter().find(|(_, subject, _)| *subject == row.subject);
            match known {
                None if row.is_its || !is_said(&row.subject) => {
                    found.push((row.line, row.subject.clone(), row.code.clone()));
                }
                Some((line, _, code)) if row.is_its && *code != row.code => problems.push(RowProblem {
                    line: row.line,
                    field: Some(Field::Code),
                    cause: RowCause::Contradicts(row.code.clone(), code.clone()),
                    other_line: Some(*line),
                }),
                _ => {}
            }
        }
        found
    }
}

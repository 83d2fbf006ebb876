//! What is to be looked at, on a line each.

use crate::locale::tr;
use crate::plan::Remark;
use crate::wording::{self, ProblemText};

/// A problem on one line, with its place down to the field.
pub fn problem(problem: &ProblemText) -> String {
    let field = wording::field(problem.place);
    format!("{}, {field}: {}", problem.whereabouts, problem.message).replace(['\n', '\r', '\t'], " ")
}

/// A remark on one line, with its option's letter if it is about one.
pub fn remark(remark: &Remark) -> String {
    let message = wording::remark(remark).replace(['\n', '\r', '\t'], " ");
    match remark.mark {
        Some(mark) => tr!("Option {mark}: {message}", mark = mark.letter(), message),
        None => message,
    }
}
